#define _GNU_SOURCE
#include "CSystemSockets.h"

#include <arpa/inet.h>
#include <crypt.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

static int listen_on(const struct addrinfo *address, int backlog)
{
    int one = 1;
    int fd = socket(address->ai_family, address->ai_socktype | SOCK_CLOEXEC, address->ai_protocol);
    if (fd < 0)
        return -errno;
    // A restarted server may take its port again at once.
    if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one) < 0
        || bind(fd, address->ai_addr, address->ai_addrlen) < 0 || listen(fd, backlog) < 0) {
        int failure = -errno;
        close(fd);
        return failure;
    }
    return fd;
}

int vv_socket_listen(const char *host, const char *port, int backlog)
{
    struct addrinfo hints, *found = NULL;
    memset(&hints, 0, sizeof hints);
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE;
    if (getaddrinfo(host, port, &hints, &found) != 0)
        return VV_SOCKET_UNKNOWN_HOST;
    int result = VV_SOCKET_UNKNOWN_HOST;
    for (const struct addrinfo *at = found; at != NULL; at = at->ai_next) {
        result = listen_on(at, backlog);
        if (result >= 0)
            break;
    }
    freeaddrinfo(found);
    return result;
}

int vv_socket_accept(int listener)
{
    int fd;
    do {
        fd = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    } while (fd < 0 && (errno == EINTR || errno == ECONNABORTED));
    if (fd < 0)
        return -errno;
    int one = 1, idle = 60, interval = 20, count = 3;
    // What cannot be set costs speed or time, not correctness.
    (void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    (void)setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &one, sizeof one);
    (void)setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof idle);
    (void)setsockopt(fd, IPPROTO_TCP, TCP_KEEPINTVL, &interval, sizeof interval);
    (void)setsockopt(fd, IPPROTO_TCP, TCP_KEEPCNT, &count, sizeof count);
    return fd;
}

static int set_timeout(int fd, int option, int milliseconds)
{
    struct timeval time = {milliseconds / 1000, (milliseconds % 1000) * 1000};
    return setsockopt(fd, SOL_SOCKET, option, &time, sizeof time) < 0 ? -errno : 0;
}

int vv_socket_set_timeouts(int descriptor, int receive_milliseconds, int send_milliseconds)
{
    int failure = set_timeout(descriptor, SO_RCVTIMEO, receive_milliseconds);
    return failure != 0 ? failure : set_timeout(descriptor, SO_SNDTIMEO, send_milliseconds);
}

long vv_socket_send(int descriptor, const void *bytes, size_t count)
{
    ssize_t sent;
    do {
        sent = send(descriptor, bytes, count, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent < 0 ? -errno : sent;
}

static int own_address(int fd, struct sockaddr_storage *address)
{
    socklen_t size = sizeof *address;
    memset(address, 0, sizeof *address);
    return getsockname(fd, (struct sockaddr *)address, &size) < 0 ? -errno : 0;
}

int vv_socket_is_loopback(int descriptor)
{
    struct sockaddr_storage address;
    if (own_address(descriptor, &address) < 0)
        return 0;
    if (address.ss_family == AF_INET) {
        const struct sockaddr_in *four = (const struct sockaddr_in *)&address;
        return (ntohl(four->sin_addr.s_addr) >> 24) == 127;
    }
    if (address.ss_family != AF_INET6)
        return 0;
    const struct in6_addr *six = &((const struct sockaddr_in6 *)&address)->sin6_addr;
    return IN6_IS_ADDR_LOOPBACK(six) || (IN6_IS_ADDR_V4MAPPED(six) && six->s6_addr[12] == 127);
}

int vv_socket_port(int descriptor)
{
    struct sockaddr_storage address;
    int failure = own_address(descriptor, &address);
    if (failure < 0)
        return failure;
    if (address.ss_family == AF_INET)
        return ntohs(((const struct sockaddr_in *)&address)->sin_port);
    return ntohs(((const struct sockaddr_in6 *)&address)->sin6_port);
}

int vv_socket_address(int descriptor, char *text, size_t capacity)
{
    struct sockaddr_storage address;
    int failure = own_address(descriptor, &address);
    if (failure < 0)
        return failure;
    char host[INET6_ADDRSTRLEN] = "";
    const void *raw = address.ss_family == AF_INET
        ? (const void *)&((const struct sockaddr_in *)&address)->sin_addr
        : (const void *)&((const struct sockaddr_in6 *)&address)->sin6_addr;
    if (inet_ntop(address.ss_family, raw, host, sizeof host) == NULL)
        return -errno;
    const char *form = address.ss_family == AF_INET ? "%s:%d" : "[%s]:%d";
    int length = snprintf(text, capacity, form, host, vv_socket_port(descriptor));
    return length < 0 || (size_t)length >= capacity ? -ENOSPC : 0;
}

int vv_password_matches(const char *password, const char *hash)
{
    // 32 kB: too large for a small stack.
    struct crypt_data *work = calloc(1, sizeof *work);
    if (work == NULL)
        return 0;
    const char *made = crypt_r(password, hash, work);
    int matches = 0;
    // A failed crypt gives NULL or a text that starts with '*', which no stored hash does.
    if (made != NULL && made[0] != '*' && strlen(made) == strlen(hash)) {
        unsigned difference = 0;
        for (size_t i = 0; hash[i] != '\0'; i++)
            difference |= (unsigned char)(made[i] ^ hash[i]);
        matches = difference == 0;
    }
    explicit_bzero(work, sizeof *work);
    free(work);
    return matches;
}
