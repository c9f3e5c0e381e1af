/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/spawn.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/child.h"
#include "base/str.h"

static uint64_t milliseconds_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* Keeps the beginning, as much as fits, and reads on so that the program
 * never waits for us. */
static void keep(struct buf *messages, struct str text)
{
    size_t room = messages->max - messages->len;

    if (text.len > room && !messages->full)
        buf_add(messages, (struct str){text.ptr, room});
    buf_add(messages, text);
}

/* What is there now, a full pipe at most, or a program that never stops
 * talking would keep us from the clock. Closes our end when the program has
 * closed its own. */
static void read_messages(struct child *child, struct buf *messages)
{
    char bytes[4096];

    for (int i = 0; i < 16 && child->messages[0] >= 0; i++) {
        ssize_t got = read(child->messages[0], bytes, sizeof(bytes));
        if (got > 0)
            keep(messages, (struct str){bytes, (size_t)got});
        else if (got == 0)
            child_close_end(&child->messages[0]);
        else if (errno != EINTR)
            return;
    }
}

/* Not reaped: its process group cannot become another's before the kill. */
static bool has_ended(pid_t pid)
{
    siginfo_t info = {0};

    return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == pid;
}

/* Reads until the program is gone; false when the time was up first. The pipe
 * does not tell the end: a program may close it early, or leave a child that
 * holds it open. So the program is asked for now and then. */
static bool attend(struct child *child, struct buf *messages)
{
    uint64_t deadline =
        milliseconds_now() + (uint64_t)child->spawn->seconds * 1000;
    bool ended;

    while (!(ended = has_ended(child->pid)) && milliseconds_now() < deadline) {
        struct pollfd wait = {child->messages[0], POLLIN, 0};
        poll(&wait, 1, child->messages[0] >= 0 ? 20 : 1);
        read_messages(child, messages);
    }
    return ended;
}

static bool judge(const struct spawn *spawn, bool in_time, int status,
                  struct err *err)
{
    const char *name = spawn->program;

    if (!in_time)
        return err_set(err, ERR_SYSTEM,
                       "%.600s: not done after %u seconds, stopped", name,
                       spawn->seconds);
    if (WIFSIGNALED(status))
        return err_set(err, ERR_SYSTEM, "%.600s: ended by signal %d (%s)", name,
                       WTERMSIG(status), strsignal(WTERMSIG(status)));
    if (WEXITSTATUS(status) != 0)
        return err_set(err, ERR_SYSTEM, "%.600s: ended with status %d", name,
                       WEXITSTATUS(status));
    return true;
}

bool spawn_run(const struct spawn *spawn, struct buf *messages, struct err *err)
{
    struct child child;

    assert(spawn->program[0] == '/' && spawn->seconds > 0);
    if (!child_start(&child, spawn)) {
        child_close(&child);
        return err_errno(err, "%.600s: cannot be run", spawn->program);
    }
    bool in_time = attend(&child, messages);
    kill(-child.pid, SIGKILL);
    int status = child_reap(&child);
    read_messages(&child, messages);
    child_close(&child);
    return judge(spawn, in_time, status, err);
}

static bool is_program(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISREG(status.st_mode) &&
           faccessat(AT_FDCWD, path, X_OK, AT_EACCESS) == 0;
}

bool spawn_find(const char *name, char *path, size_t size)
{
    const char *places = getenv("PATH");
    struct str rest = str_from(places ? places : "/usr/bin:/bin");

    if (name[0] == '\0' || strchr(name, '/'))
        return false;
    while (rest.ptr) {
        struct str place = str_cut(&rest, ':');
        /* An empty or relative place means the current directory, where
         * anybody may have put a program. */
        if (!str_starts(place, STR("/")) || place.len > INT_MAX)
            continue;
        int len = snprintf(path, size, "%.*s/%s", STR_ARG(place), name);
        if (len > 0 && (size_t)len < size && is_program(path))
            return true;
    }
    return false;
}
