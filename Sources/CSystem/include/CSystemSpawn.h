#ifndef CSystemSpawn_H
#define CSystemSpawn_H

#include <stddef.h>
#include <stdint.h>

// A program to run apart from this one.
typedef struct {
    const char *program;
    char *const *arguments;
    char *const *environment;
    const char *folder;
    // Limits of the child; 0 for none.
    uint64_t memory_bytes;
    uint64_t cpu_seconds;
    uint64_t file_bytes;
} vv_spawn_request;

// A running program: a socket to its standard input, pipes from its standard output and error.
typedef struct {
    int process;
    int input;
    int output;
    int errors;
} vv_child;

// Starts a program in a process group of its own, with nothing open but its three streams, default
// signals, no new privileges and the limits asked for; it dies with the calling thread.
// 0, or the errno that kept it from starting.
int vv_spawn(const vv_spawn_request *request, vv_child *child);

// Signals the child's process group; 0 or errno.
int vv_signal_group(int process, int signal);

// Sends bytes to the child without a SIGPIPE where it is gone; the number sent or -errno.
long vv_child_send(int input, const void *bytes, size_t count);

// Waits at most `milliseconds` for one of two descriptors (-1 for none) to be readable or closed:
// 1 and 2 as bits, 0 where the time is over, -errno.
int vv_wait_readable(int first, int second, int milliseconds);

// Whether the process has ended: 1 and its status, 0 where not yet, -errno.
int vv_has_ended(int process, int *status);
int vv_exited(int status);
int vv_exit_code(int status);
int vv_end_signal(int status);

#endif
