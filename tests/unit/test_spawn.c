/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base/spawn: how programs end, what they are given, what they can do. */
#include <config.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/spawn.h"
#include "scratch.h"
#include "tap.h"

#define KIBI ((size_t)1024)
#define KEPT (64 * KIBI - 7) /* no multiple of any block */

static const char *const bare[] = {"PATH=/usr/bin:/bin", NULL};

/* What a shell script came to. */
struct outcome {
    bool sound;
    struct err err;
    struct buf messages;
    double seconds;
};

static struct outcome run(struct spawn spawn, const char *script)
{
    const char *const argv[] = {"sh", "-c", script, NULL};
    struct outcome outcome = {0};
    struct timespec before, after;

    spawn.argv = argv;
    spawn.environ = spawn.environ ? spawn.environ : bare;
    spawn.program = spawn.program ? spawn.program : "/bin/sh";
    spawn.seconds = spawn.seconds ? spawn.seconds : 20;
    buf_init(&outcome.messages, KEPT);
    clock_gettime(CLOCK_MONOTONIC, &before);
    outcome.sound = spawn_run(&spawn, &outcome.messages, &outcome.err);
    clock_gettime(CLOCK_MONOTONIC, &after);
    outcome.seconds = (double)(after.tv_sec - before.tv_sec) +
                      (double)(after.tv_nsec - before.tv_nsec) / 1e9;
    return outcome;
}

static void check(struct spawn spawn, const char *script, const char *messages,
                  const char *error)
{
    struct outcome outcome = run(spawn, script);

    CU_ASSERT_EQUAL(outcome.sound, *error == '\0');
    CU_ASSERT_EQUAL(outcome.err.kind, *error ? ERR_SYSTEM : ERR_NONE);
    CHECK_TEXT(outcome.err.text, error);
    CHECK_TEXT(buf_str(&outcome.messages).ptr, messages);
    buf_done(&outcome.messages);
}

static void check_sound(const char *script, const char *messages)
{
    check((struct spawn){0}, script, messages, "");
}

static void test_ends(void)
{
    check_sound("true", "");
    check_sound("echo out; echo err >&2", "out\nerr\n");
    check((struct spawn){0}, "echo why >&2; exit 3", "why\n",
          "/bin/sh: ended with status 3");
    check((struct spawn){0}, "exit 127", "", "/bin/sh: ended with status 127");
    check((struct spawn){0}, "kill -SEGV $$", "",
          "/bin/sh: ended by signal 11 (Segmentation fault)");
}

static void test_not_started(void)
{
    scratch_enter();
    scratch_text("text", "#!/bin/sh\n");
    check((struct spawn){.program = "/nowhere/gnuplot"}, "", "",
          "/nowhere/gnuplot: cannot be run: No such file or directory");
    check((struct spawn){.program = "/dev/null"}, "", "",
          "/dev/null: cannot be run: Permission denied");
    check((struct spawn){.directory = "missing"}, "", "",
          "/bin/sh: cannot be run: No such file or directory");
    CU_ASSERT(waitpid(-1, NULL, WNOHANG) < 0); /* no child is left */
    scratch_leave();
}

/* A FIFO that scripts hold open, and our end of it. */
static int watch_life(void)
{
    CU_ASSERT_FATAL(mkfifo("alive", 0600) == 0);
    return open("alive", O_RDONLY | O_NONBLOCK);
}

static bool all_gone(int life)
{
    struct pollfd wait = {life, 0, 0};
    bool gone = poll(&wait, 1, 10000) == 1 && (wait.revents & POLLHUP);

    close(life);
    return gone;
}

static void test_timeout(void)
{
    scratch_enter();
    int life = watch_life();
    struct outcome outcome = run((struct spawn){.seconds = 1},
                                 "exec 3> alive; echo begun; sleep 60 & "
                                 "trap '' TERM HUP; sleep 60; sleep 60");
    CHECK_TEXT(outcome.err.text, "/bin/sh: not done after 1 seconds, stopped");
    CHECK_TEXT(buf_str(&outcome.messages).ptr, "begun\n");
    CU_ASSERT(outcome.seconds >= 0.99 && outcome.seconds < 30);
    CU_ASSERT(all_gone(life));
    buf_done(&outcome.messages);
    scratch_leave();
}

/* The program ends; what it left behind holds the pipe and is ended too. */
static void test_left_behind(void)
{
    scratch_enter();
    int life = watch_life();
    struct outcome outcome =
        run((struct spawn){0}, "exec 3> alive; echo done; sleep 60 & exit 0");
    CU_ASSERT(outcome.sound);
    CHECK_TEXT(buf_str(&outcome.messages).ptr, "done\n");
    CU_ASSERT(outcome.seconds < 15);
    CU_ASSERT(all_gone(life));
    buf_done(&outcome.messages);

    /* The pipe is closed early; the program goes on. */
    check_sound("exec >&- 2>&-; sleep 0.1; : > late", "");
    CU_ASSERT(access("late", F_OK) == 0);
    scratch_leave();
}

static void test_long_messages(void)
{
    struct outcome outcome =
        run((struct spawn){0}, "yes 0123456 | head -c 1000000 >&2; exit 3");
    CHECK_TEXT(outcome.err.text, "/bin/sh: ended with status 3");
    CU_ASSERT_EQUAL(outcome.messages.len, KEPT);
    CU_ASSERT(outcome.messages.full);
    CU_ASSERT(
        str_starts(buf_str(&outcome.messages), STR("0123456\n0123456\n")));
    buf_done(&outcome.messages);

    /* One that never stops talking does not keep us from the clock. */
    outcome = run((struct spawn){.seconds = 1}, "exec yes");
    CHECK_TEXT(outcome.err.text, "/bin/sh: not done after 1 seconds, stopped");
    CU_ASSERT(outcome.seconds < 15);
    buf_done(&outcome.messages);
}

static void test_surroundings(void)
{
    static const char *const two[] = {"PATH=/usr/bin:/bin", "LC_ALL=C", NULL};
    char script[100];

    scratch_enter();
    setenv("GNUTERM", "x11", 1);
    check((struct spawn){.environ = two}, "env | grep -v -e PWD= -e ^_= | sort",
          "LC_ALL=C\nPATH=/usr/bin:/bin\n", "");
    unsetenv("GNUTERM");
    CU_ASSERT(mkdir("in", 0700) == 0);
    check((struct spawn){.directory = "in"}, "basename \"$PWD\"; rmdir ../in",
          "in\n", "");
    check_sound("cat; readlink /proc/self/fd/0", "/dev/null\n");
    check_sound("read line < /proc/$$/stat; set -- $line; test $6 = $$", "");

    /* A descriptor that somebody forgot to close. */
    int open_file = dup(STDOUT_FILENO);
    snprintf(script, sizeof(script), "test ! -e /proc/$$/fd/%d", open_file);
    check_sound(script, "");
    close(open_file);
    scratch_leave();
}

/* Signals 32 and 33 are the C library's own and cannot be set. */
static void test_signals_reset(void)
{
    sigset_t all, before;

    signal(SIGINT, SIG_IGN);
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &before);
    check_sound("grep -c -e 'SigBlk:.0000000000000000' "
                "-e 'SigIgn:.0000000[01][08]0000000' /proc/self/status",
                "2\n");
    sigprocmask(SIG_SETMASK, &before, NULL);
    signal(SIGINT, SIG_DFL);
}

static void test_limits(void)
{
    struct spawn spawn = {.memory_bytes = 512 * KIBI * KIBI,
                          .file_bytes = KIBI * KIBI,
                          .seconds = 7};

    struct rlimit core, most;
    getrlimit(RLIMIT_CORE, &core);
    most = (struct rlimit){core.rlim_max, core.rlim_max};
    setrlimit(RLIMIT_CORE, &most);
    check(spawn, "ulimit -v; ulimit -f; ulimit -c; ulimit -t",
          "524288\n2048\n0\n7\n", "");
    setrlimit(RLIMIT_CORE, &core);
    scratch_enter();
    check(spawn, "exec head -c 2000000 /dev/zero > large", "",
          "/bin/sh: ended by signal 25 (File size limit exceeded)");
    scratch_leave();
}

/* With all three standard streams closed in us. */
static int run_without_streams(void)
{
    for (int i = 0; i <= STDERR_FILENO; i++)
        close(i);
    struct outcome outcome =
        run((struct spawn){0}, "cat; echo out; echo err >&2; exit 3");
    return !outcome.sound &&
                   str_eq(buf_str(&outcome.messages), STR("out\nerr\n"))
               ? 0
               : 1;
}

/* The program goes down with us. */
static int run_long(void)
{
    run((struct spawn){.seconds = 60},
        "exec 3> alive; echo begun >&3; exec sleep 60");
    return 1;
}

static void test_odd_parents(void)
{
    int status;

    CU_ASSERT_EQUAL(scratch_child(run_without_streams), 0);
    scratch_enter();
    int life = watch_life();
    int keeper = open("alive", O_WRONLY);
    fflush(NULL);
    pid_t parent = fork();
    if (parent == 0)
        _exit(run_long());
    struct pollfd begun = {life, POLLIN, 0};
    CU_ASSERT_EQUAL(poll(&begun, 1, 10000), 1);
    kill(parent, SIGKILL);
    waitpid(parent, &status, 0);
    close(keeper);
    CU_ASSERT(all_gone(life));
    scratch_leave();
}

static bool find_in(const char *places, const char *name, char *path,
                    size_t size)
{
    char *before = strdup(getenv("PATH"));

    setenv("PATH", places, 1);
    bool found = spawn_find(name, path, size);
    setenv("PATH", before, 1);
    free(before);
    return found;
}

static void test_find(void)
{
    char path[100];
    char folder[200];

    scratch_enter();
    scratch_text("tool", "#!/bin/sh\n");
    CU_ASSERT(getcwd(folder, sizeof(folder)) != NULL);
    CU_ASSERT_FALSE(find_in(folder, "tool", path, sizeof(path)));
    chmod("tool", 0755);
    CU_ASSERT(find_in(folder, "tool", path, sizeof(path)));
    CU_ASSERT(str_starts(str_from(path), str_from(folder)));
    CU_ASSERT_FALSE(find_in(folder, "tool", path, strlen(path)));
    /* Never from the current folder, whatever PATH says. */
    CU_ASSERT_FALSE(find_in("", "tool", path, sizeof(path)));
    CU_ASSERT_FALSE(find_in(":.:/none:", "tool", path, sizeof(path)));
    CU_ASSERT(find_in(".:/none:/bin:", "sh", path, sizeof(path)));
    CHECK_TEXT(path, "/bin/sh");
    CU_ASSERT_FALSE(find_in("/bin", "", path, sizeof(path)));
    CU_ASSERT_FALSE(find_in("/", "bin/sh", path, sizeof(path)));
    CU_ASSERT_FALSE(find_in("/", "tmp", path, sizeof(path)));
    scratch_leave();
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"how programs end", test_ends},
        {"programs that cannot be started", test_not_started},
        {"a time limit ends the whole group", test_timeout},
        {"the end is the program's, not the pipe's", test_left_behind},
        {"messages longer than is kept", test_long_messages},
        {"environment, folder, input, session, descriptors", test_surroundings},
        {"ignored and blocked signals are not handed on", test_signals_reset},
        {"limits", test_limits},
        {"closed streams, and a parent that is killed", test_odd_parents},
        {"programs are found in PATH", test_find},
    };

    return TAP_RUN("spawn", cases);
}
