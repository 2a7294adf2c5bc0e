#define _GNU_SOURCE
#include "CSystemSpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void limit(int resource, uint64_t amount) {
    if (amount == 0) return;
    struct rlimit both = {amount, amount};
    setrlimit(resource, &both);
}

// Only calls that are safe between fork and exec in a program with threads.
static void run_child(const vv_spawn_request *request, const int streams[3], int report, int parent) {
    int failure;
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(127);
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int stream = 0; stream < 3; stream++) {
        if (dup2(streams[stream], stream) < 0) goto failed;
    }
    if (dup3(report, 3, O_CLOEXEC) < 0 && errno != EINVAL) goto failed;
    fcntl(3, F_SETFD, FD_CLOEXEC);
    report = 3;
    close_range(4, ~0U, 0);
    umask(077);
    if (request->folder != NULL && chdir(request->folder) != 0) goto failed;
    struct rlimit no_core = {0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    limit(RLIMIT_AS, request->memory_bytes);
    limit(RLIMIT_CPU, request->cpu_seconds);
    limit(RLIMIT_FSIZE, request->file_bytes);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) goto failed;
    execve(request->program, request->arguments, request->environment);
failed:
    failure = errno;
    if (write(report, &failure, sizeof failure) < 0) _exit(126);
    _exit(127);
}

static void close_all(int *descriptors, int count) {
    for (int index = 0; index < count; index++) {
        if (descriptors[index] >= 0) close(descriptors[index]);
    }
}

// Above the numbers of the standard streams, so that moving one in the child hits no other.
static int lift(int *descriptor) {
    if (*descriptor > 3) return 0;
    int higher = fcntl(*descriptor, F_DUPFD_CLOEXEC, 4);
    if (higher < 0) return errno;
    close(*descriptor);
    *descriptor = higher;
    return 0;
}

int vv_spawn(const vv_spawn_request *request, vv_child *child) {
    // input (ours, the child's), output, errors, report (to read, to write)
    int ends[8] = {-1, -1, -1, -1, -1, -1, -1, -1};
    int failure = 0;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0
        || pipe2(ends + 2, O_CLOEXEC) != 0 || pipe2(ends + 4, O_CLOEXEC) != 0
        || pipe2(ends + 6, O_CLOEXEC) != 0) {
        failure = errno;
    }
    for (int index = 0; index < 8 && failure == 0; index++) failure = lift(&ends[index]);
    if (failure != 0) {
        close_all(ends, 8);
        return failure;
    }
    int parent = getpid();
    int streams[3] = {ends[1], ends[3], ends[5]};
    pid_t process = fork();
    if (process == 0) run_child(request, streams, ends[7], parent);
    failure = process < 0 ? errno : 0;
    close(ends[1]);
    close(ends[3]);
    close(ends[5]);
    close(ends[7]);
    if (failure == 0) {
        setpgid(process, process);
        ssize_t got;
        do got = read(ends[6], &failure, sizeof failure); while (got < 0 && errno == EINTR);
        if (got <= 0) failure = 0;
        else while (waitpid(process, NULL, 0) < 0 && errno == EINTR) {}
    }
    close(ends[6]);
    if (failure != 0) {
        close(ends[0]);
        close(ends[2]);
        close(ends[4]);
        return failure;
    }
    *child = (vv_child){process, ends[0], ends[2], ends[4]};
    return 0;
}

int vv_signal_group(int process, int signal) {
    return kill(-process, signal) == 0 ? 0 : errno;
}

long vv_child_send(int input, const void *bytes, size_t count) {
    ssize_t sent;
    do sent = send(input, bytes, count, MSG_NOSIGNAL | MSG_DONTWAIT); while (sent < 0 && errno == EINTR);
    return sent < 0 ? -errno : sent;
}

int vv_wait_readable(int first, int second, int milliseconds) {
    struct pollfd set[2] = {{first, POLLIN, 0}, {second, POLLIN, 0}};
    int count = poll(set, 2, milliseconds);
    if (count < 0) return errno == EINTR ? 0 : -errno;
    short marks = POLLIN | POLLHUP | POLLERR;
    return (set[0].revents & marks ? 1 : 0) | (set[1].revents & marks ? 2 : 0);
}

int vv_has_ended(int process, int *status) {
    pid_t got;
    do got = waitpid(process, status, WNOHANG); while (got < 0 && errno == EINTR);
    return got < 0 ? -errno : got == process ? 1 : 0;
}

int vv_exited(int status) { return WIFEXITED(status); }
int vv_exit_code(int status) { return WEXITSTATUS(status); }
int vv_end_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }
