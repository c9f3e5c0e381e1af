/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

/* The lower of the limit asked for and the one we live under ourselves. */
static bool lower(unsigned resource, rlim_t limit)
{
    struct rlimit own;

    if (getrlimit(resource, &own) != 0)
        return false;
    if (limit > own.rlim_max)
        limit = own.rlim_max;
    own = (struct rlimit){limit, limit};
    return setrlimit(resource, &own) == 0;
}

static bool lower_all(const struct spawn *spawn)
{
    return (spawn->memory_bytes == 0 ||
            lower(RLIMIT_AS, spawn->memory_bytes)) &&
           (spawn->file_bytes == 0 || lower(RLIMIT_FSIZE, spawn->file_bytes)) &&
           lower(RLIMIT_CORE, 0) && lower(RLIMIT_CPU, spawn->seconds);
}

static void default_signals(void)
{
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigset_t none;

    for (int number = 1; number < NSIG; number++)
        sigaction(number, &action, NULL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Everything above standard error goes when the program starts. */
static void close_others(void)
{
    struct rlimit files;

    if (close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC) == 0)
        return;
    getrlimit(RLIMIT_NOFILE, &files);
    for (int i = STDERR_FILENO + 1; (rlim_t)i < files.rlim_cur; i++)
        fcntl(i, F_SETFD, FD_CLOEXEC);
}

static bool become(const struct child *child)
{
    const struct spawn *spawn = child->spawn;

    setsid();
    default_signals();
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != child->parent)
        return false;
    if (dup2(child->empty, STDIN_FILENO) < 0 ||
        dup2(child->messages[1], STDOUT_FILENO) < 0 ||
        dup2(child->messages[1], STDERR_FILENO) < 0)
        return false;
    close_others();
    if (spawn->directory && chdir(spawn->directory) != 0)
        return false;
    if (!lower_all(spawn))
        return false;
    execve(spawn->program, (char *const *)spawn->argv,
           (char *const *)spawn->environ);
    return false;
}

/* Only calls that are safe between fork and exec. */
_Noreturn static void be_child(const struct child *child)
{
    become(child);
    int reason = errno;
    if (write(child->status[1], &reason, sizeof(reason)) < 0)
        _exit(126);
    _exit(127);
}

void child_close_end(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

void child_close(struct child *child)
{
    int reason = errno;

    child_close_end(&child->empty);
    for (int i = 0; i < 2; i++) {
        child_close_end(&child->messages[i]);
        child_close_end(&child->status[i]);
    }
    errno = reason;
}

static bool open_pipe(int ends[2])
{
    int raw[2];

    if (pipe2(raw, O_CLOEXEC) != 0)
        return false;
    ends[0] = file_lift(raw[0]);
    ends[1] = file_lift(raw[1]);
    return ends[0] >= 0 && ends[1] >= 0;
}

static bool open_all(struct child *child)
{
    child->empty = file_open("/dev/null", O_RDONLY);
    return child->empty >= 0 && open_pipe(child->messages) &&
           open_pipe(child->status) &&
           fcntl(child->messages[0], F_SETFL, O_NONBLOCK) == 0;
}

/* Our signal handlers remove our temporaries; the child must not run them, so
 * no signal reaches it before it has put them away. */
static bool fork_child(struct child *child)
{
    sigset_t all, before;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    child->parent = getpid();
    child->pid = fork();
    if (child->pid == 0)
        be_child(child);
    int reason = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = reason;
    return child->pid > 0;
}

int child_reap(const struct child *child)
{
    int status = 0;

    while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    return status;
}

/* Whether the program began; its errno where it did not. */
static bool started(const struct child *child)
{
    int reason;
    ssize_t got;

    while ((got = read(child->status[0], &reason, sizeof(reason))) < 0 &&
           errno == EINTR)
        continue;
    if (got == 0)
        return true;
    errno = got == (ssize_t)sizeof(reason) ? reason : EIO;
    return false;
}

bool child_start(struct child *child, const struct spawn *spawn)
{
    *child = (struct child){
        .spawn = spawn, .empty = -1, .messages = {-1, -1}, .status = {-1, -1}};
    if (!open_all(child) || !fork_child(child))
        return false;
    child_close_end(&child->empty);
    child_close_end(&child->messages[1]);
    child_close_end(&child->status[1]);
    if (started(child))
        return true;
    int reason = errno;
    child_reap(child);
    errno = reason;
    return false;
}
