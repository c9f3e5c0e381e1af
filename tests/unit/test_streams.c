/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base/output where the machine fails: full disks, lost readers, closed
 * streams, signals. Each case dies or exits in a child of its own. */
#include <config.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/output.h"
#include "base/temporary.h"
#include "scratch.h"
#include "tap.h"

/* Exit status of a child whose last output step went as it did. */
enum { SOUND = 0, FAILED = 1, UNEXPECTED = 2 };

static int judge(bool sound, const struct err *err, const char *message)
{
    if (sound)
        return SOUND;
    return err->kind == ERR_SYSTEM && strcmp(err->text, message) == 0
               ? FAILED
               : UNEXPECTED;
}

static void point_stdout_to(const char *path)
{
    int file = open(path, O_WRONLY);

    dup2(file, STDOUT_FILENO);
    close(file);
    setvbuf(stdout, NULL, _IOFBF, BUFSIZ);
}

static int close_stdout_on_full(void)
{
    struct err err = {0};

    point_stdout_to("/dev/full");
    printf("a table\n");
    return judge(output_close_stdout(&err), &err,
                 "standard output: cannot be written: No space left on device");
}

/* The failure is in the middle, the last flush has nothing left to do. */
static int close_stdout_after_failure(void)
{
    struct err err = {0};

    point_stdout_to("/dev/full");
    setvbuf(stdout, NULL, _IONBF, 0);
    printf("a table\n");
    return judge(output_close_stdout(&err), &err,
                 "standard output: cannot be written: an earlier write failed");
}

static int close_stdout_sound(void)
{
    struct err err = {0};

    point_stdout_to("/dev/null");
    printf("a table\n");
    return judge(output_close_stdout(&err), &err, "");
}

static int close_stdout_closed_unused(void)
{
    struct err err = {0};

    close(STDOUT_FILENO);
    return judge(output_close_stdout(&err), &err, "");
}

static int close_stdout_closed_used(void)
{
    struct err err = {0};

    close(STDOUT_FILENO);
    printf("a table\n");
    return judge(output_close_stdout(&err), &err,
                 "standard output: cannot be written: Bad file descriptor");
}

static void break_stdout_pipe(void)
{
    int ends[2];

    if (pipe(ends) != 0)
        _exit(UNEXPECTED);
    close(ends[0]);
    dup2(ends[1], STDOUT_FILENO);
    setvbuf(stdout, NULL, _IOFBF, BUFSIZ);
}

static int close_stdout_unread(void)
{
    struct err err = {0};

    signal(SIGPIPE, SIG_IGN);
    break_stdout_pipe();
    printf("a table\n");
    return judge(output_close_stdout(&err), &err,
                 "standard output: cannot be written: Broken pipe");
}

static int write_to_broken_pipe(void)
{
    struct err err = {0};

    output_catch_signals();
    outputs_add(outputs_new(false), "a", &err);
    break_stdout_pipe();
    printf("a table\n");
    fflush(stdout);
    return UNEXPECTED;
}

static void check_child(int (*run)(void), int status)
{
    int ended = scratch_child(run);

    CU_ASSERT(WIFEXITED(ended));
    CU_ASSERT_EQUAL(WEXITSTATUS(ended), status);
}

static void test_stdout(void)
{
    check_child(close_stdout_sound, SOUND);
    check_child(close_stdout_on_full, FAILED);
    check_child(close_stdout_after_failure, FAILED);
    check_child(close_stdout_closed_unused, SOUND);
    check_child(close_stdout_closed_used, FAILED);
    check_child(close_stdout_unread, FAILED);
}

/* With standard streams closed, a file must not get their numbers: the table
 * would be printed into it. */
static int add_with_closed_stdout(void)
{
    struct err err = {0};

    close(STDIN_FILENO);
    close(STDOUT_FILENO);
    struct outputs *outputs = outputs_new(false);
    FILE *stream = outputs_add(outputs, "a", &err);
    if (!stream || fileno(stream) <= STDERR_FILENO)
        return UNEXPECTED;
    fputs("file", stream);
    printf("table");
    fflush(stdout);
    bool sound = outputs_commit(outputs, &err);
    outputs_free(outputs);
    return sound && !output_close_stdout(&err) ? SOUND : UNEXPECTED;
}

static void test_closed_stdout(void)
{
    scratch_enter();
    check_child(add_with_closed_stdout, SOUND);
    CU_ASSERT(scratch_holds("a", "file"));
    scratch_leave();
}

static void limit_file_size(rlim_t bytes)
{
    struct rlimit limit = {bytes, bytes};

    setrlimit(RLIMIT_FSIZE, &limit);
}

static int fill_disk(void)
{
    struct err err = {0};
    struct outputs *outputs = outputs_new(false);

    signal(SIGXFSZ, SIG_IGN);
    limit_file_size(100000);
    fputs("small", outputs_add(outputs, "a", &err));
    FILE *large = outputs_add(outputs, "b", &err);
    for (int i = 0; i < 200000; i++)
        fputc('x', large);
    bool sound = outputs_commit(outputs, &err);
    outputs_free(outputs);
    return judge(sound, &err, "b: cannot be written: File too large");
}

static int fill_disk_and_die(void)
{
    signal(SIGXFSZ, SIG_DFL);
    output_catch_signals();
    struct err err = {0};
    limit_file_size(100000);
    FILE *large = outputs_add(outputs_new(false), "a", &err);
    for (int i = 0; i < 200000; i++)
        fputc('x', large);
    return UNEXPECTED;
}

static void test_full_disk(void)
{
    scratch_enter();
    check_child(fill_disk, FAILED);
    CU_ASSERT_EQUAL(scratch_count(), 0);
    int status = scratch_child(fill_disk_and_die);
    CU_ASSERT(WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ);
    CU_ASSERT_EQUAL(scratch_count(), 0);
    scratch_leave();
}

static int deadly;

static int die_in_mid_write(void)
{
    struct err err = {0};

    signal(deadly, SIG_DFL);
    output_catch_signals();
    struct outputs *outputs = outputs_new(true);
    FILE *stream = outputs_add(outputs, "new", &err);
    FILE *other = outputs_add(outputs, "old", &err);
    /* A private folder with a file of its own goes too. */
    if (!stream || !other || mkdir("folder", 0700) != 0 ||
        !temporary_watch("folder") || !temporary_watch("folder/file"))
        return UNEXPECTED;
    scratch_text("folder/file", "x");
    fputs("half of", stream);
    fflush(stream);
    raise(deadly);
    return UNEXPECTED;
}

static void test_signals(void)
{
    static const int signals[] = {SIGINT,  SIGTERM, SIGHUP,
                                  SIGPIPE, SIGXCPU, SIGXFSZ};

    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
        scratch_enter();
        scratch_text("old", "as it was");
        deadly = signals[i];
        int status = scratch_child(die_in_mid_write);
        CU_ASSERT(WIFSIGNALED(status) && WTERMSIG(status) == signals[i]);
        CU_ASSERT_EQUAL(scratch_count(), 1);
        CU_ASSERT(scratch_holds("old", "as it was"));
        scratch_leave();
    }
}

/* The signal comes from outside while the child is writing. */
static int write_for_ever(void)
{
    struct err err = {0};

    output_catch_signals();
    FILE *stream = outputs_add(outputs_new(false), "a", &err);
    if (!stream)
        return UNEXPECTED;
    alarm(20);
    for (int i = 0;; i++) {
        fprintf(stream, "%d\n", i);
        if (i % 1000000 == 0)
            rewind(stream);
    }
}

static void test_killed_from_outside(void)
{
    int status = -1;

    scratch_enter();
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        _exit(write_for_ever());
    for (int i = 0; i < 5000 && scratch_count() == 0; i++)
        usleep(1000);
    CU_ASSERT_EQUAL(scratch_count(), 1);
    kill(child, SIGTERM);
    waitpid(child, &status, 0);
    CU_ASSERT(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
    CU_ASSERT_EQUAL(scratch_count(), 0);
    scratch_leave();
}

static void test_lost_reader(void)
{
    scratch_enter();
    int status = scratch_child(write_to_broken_pipe);
    CU_ASSERT(WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE);
    CU_ASSERT_EQUAL(scratch_count(), 0);
    scratch_leave();
}

/* As under nohup: what was ignored stays ignored. */
static int survive_hangup(void)
{
    struct err err = {0};

    signal(SIGHUP, SIG_IGN);
    output_catch_signals();
    struct outputs *outputs = outputs_new(false);
    FILE *stream = outputs_add(outputs, "a", &err);
    raise(SIGHUP);
    fputs("whole", stream);
    bool sound = outputs_commit(outputs, &err);
    outputs_free(outputs);
    return sound ? SOUND : UNEXPECTED;
}

static void test_ignored(void)
{
    scratch_enter();
    check_child(survive_hangup, SOUND);
    CU_ASSERT(scratch_holds("a", "whole"));
    scratch_leave();
}

/* One temporary more than the table holds is a message, not a file that a
 * signal would leave behind. */
static void test_table_full(void)
{
    static const char name[] = "watched";
    struct outputs *outputs = outputs_new(false);
    struct err err = {0};
    size_t count = 0;

    scratch_enter();
    while (temporary_watch(name))
        count++;
    CU_ASSERT_EQUAL(count, 1024);
    CU_ASSERT_PTR_NULL(outputs_add(outputs, "a", &err));
    CHECK_TEXT(err.text, "a: cannot be written: Too many open files");
    while (count-- > 0)
        temporary_forget(name);
    CU_ASSERT_EQUAL(scratch_count(), 0);
    outputs_free(outputs);
    scratch_leave();
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"standard output: full, failed, closed, unread", test_stdout},
        {"a file never becomes standard output", test_closed_stdout},
        {"the disk is full", test_full_disk},
        {"six signals in mid-write", test_signals},
        {"SIGTERM from outside in mid-write", test_killed_from_outside},
        {"the reader of standard output goes away", test_lost_reader},
        {"an ignored signal stays ignored", test_ignored},
        {"the table of temporaries is full", test_table_full},
    };

    return TAP_RUN("streams", cases);
}
