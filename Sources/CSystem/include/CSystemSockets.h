// TCP sockets and password hashes: the parts whose C interface Swift cannot call or only clumsily.
// Functions that return int give a negative errno on failure, unless they say otherwise.
#ifndef CSystemSockets_H
#define CSystemSockets_H

#include <stddef.h>

// The name did not resolve to any address.
#define VV_SOCKET_UNKNOWN_HOST (-10000)

// Opens a listening socket on the first address of `host` and `port` that can be bound.
int vv_socket_listen(const char *host, const char *port, int backlog);

// Waits for a connection. The new socket is closed on exec, sends without delay and probes an idle
// peer, so that one whose machine is gone is noticed within minutes.
int vv_socket_accept(int listener);

// How long one receive and one send may wait, in milliseconds; 0 waits for ever.
int vv_socket_set_timeouts(int descriptor, int receive_milliseconds, int send_milliseconds);

// Sends without raising SIGPIPE. Gives the number of bytes sent.
long vv_socket_send(int descriptor, const void *bytes, size_t count);

// Whether the socket's own address is this machine's loopback: 1 yes, 0 no.
int vv_socket_is_loopback(int descriptor);

// The socket's own port.
int vv_socket_port(int descriptor);

// Writes the socket's own address as `127.0.0.1:7687` or `[::1]:7687`, with a closing zero byte.
int vv_socket_address(int descriptor, char *text, size_t capacity);

// Whether `password` gives `hash` under the scheme and salt that stand in `hash`: 1 yes, 0 no.
// Takes the same time wherever the two differ.
int vv_password_matches(const char *password, const char *hash);

#endif
