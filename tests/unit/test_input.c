/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base/digest and base/input: every byte or a reason. */
#include <config.h>

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scratch.h"
#include "tap.h"
#include "whole.h"

/* FIPS 180-2, appendix B, and the empty message. */
static void test_digest(void)
{
    char text[DIGEST_TEXT];

    whole_sha256("", 0, text);
    CHECK_TEXT(text, "e3b0c44298fc1c149afbf4c8996fb924"
                     "27ae41e4649b934ca495991b7852b855");
    whole_sha256("abc", 3, text);
    CHECK_TEXT(text, "ba7816bf8f01cfea414140de5dae2223"
                     "b00361a396177a9cb410ff61f20015ad");
    const char *two =
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    whole_sha256(two, strlen(two), text);
    CHECK_TEXT(text, "248d6a61d20638b8e5c026930c3e6039"
                     "a33ce45964ff2167f6ecedd419db06c1");
}

static void test_plain_sizes(void)
{
    static const size_t sizes[] = {0, 1, 2, 3, 131071, 131072, 131073, 300000};
    static const size_t steps[] = {1, 7, 65536, 1000000};

    scratch_enter();
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        struct buf text = whole_text(sizes[i]);
        char expected[DIGEST_TEXT];
        whole_sha256(text.ptr, text.len, expected);
        scratch_write("f", buf_str(&text).ptr, text.len);
        for (size_t j = 0; j < sizeof(steps) / sizeof(steps[0]); j++) {
            whole_check("f", buf_str(&text), steps[j]);
            struct whole whole = whole_read("f", whole_unlimited, steps[j]);
            CHECK_TEXT(whole.sha256, expected);
            CU_ASSERT_EQUAL(whole.stored, sizes[i]);
            whole_done(&whole);
        }
        buf_done(&text);
    }
    scratch_leave();
}

static void test_messages(void)
{
    static char name[5000];
    struct err err = {0};

    scratch_enter();
    whole_check_refused("none.csv", whole_unlimited, ERR_REQUEST,
                        "none.csv: cannot be read: No such file or directory");
    whole_check_refused(".", whole_unlimited, ERR_REQUEST,
                        ".: cannot be read: Is a directory");
    whole_check_refused("", whole_unlimited, ERR_REQUEST,
                        ": cannot be read: No such file or directory");
    scratch_text("f", "");
    whole_check_refused("f/g", whole_unlimited, ERR_REQUEST,
                        "f/g: cannot be read: Not a directory");
    memset(name, 'n', sizeof(name) - 1);
    CU_ASSERT_PTR_NULL(input_open(name, whole_unlimited, &err));
    CU_ASSERT_PTR_NOT_NULL(strstr(err.text, "n: cannot be read: File name"));
    scratch_leave();
}

static void test_permission(void)
{
    if (geteuid() == 0) {
        tap_skip("root may read everything");
        return;
    }
    scratch_enter();
    scratch_text("f", "a");
    chmod("f", 0);
    whole_check_refused("f", whole_unlimited, ERR_REQUEST,
                        "f: cannot be read: Permission denied");
    scratch_leave();
}

/* Standard input becomes the reading end of a pipe that a child fills, `step`
 * bytes a time with a pause between. */
static pid_t feed(struct str text, size_t step, int *saved)
{
    int ends[2];

    CU_ASSERT_FATAL(pipe(ends) == 0);
    pid_t child = fork();
    CU_ASSERT_FATAL(child >= 0);
    if (child == 0) {
        close(ends[0]);
        for (size_t at = 0; at < text.len; at += step) {
            size_t len = text.len - at < step ? text.len - at : step;
            if (write(ends[1], text.ptr + at, len) != (ssize_t)len)
                _exit(1);
            usleep(300);
        }
        _exit(0);
    }
    close(ends[1]);
    *saved = dup(STDIN_FILENO);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    return child;
}

static void feed_done(pid_t child, int saved)
{
    int status = -1;

    while (waitpid(child, &status, 0) < 0)
        continue;
    CU_ASSERT_EQUAL(status, 0);
    dup2(saved, STDIN_FILENO);
    close(saved);
}

static void test_standard_input(void)
{
    struct str text = STR("France,India,2019,1\nSpain,Australia,2020,2\n");
    struct buf file;
    int saved;

    buf_init(&file, MEBI);
    whole_add_gzip(&file, text);
    pid_t child = feed(buf_str(&file), 1, &saved);
    whole_check("-", text, 4096);
    feed_done(child, saved);

    child = feed(text, 7, &saved);
    whole_check("-", text, 4096);
    feed_done(child, saved);

    child = feed((struct str){file.ptr, file.len - 1}, 100, &saved);
    whole_check_refused(
        "-", whole_unlimited, ERR_DATA,
        "standard input: the gzip stream is cut short; fetch the "
        "file again");
    feed_done(child, saved);
    buf_done(&file);
}

static volatile sig_atomic_t interruptions;

static void count_interruption(int number)
{
    (void)number;
    interruptions++;
}

/* Timers go off in the middle of read(), without SA_RESTART. */
static void test_interrupted(void)
{
    struct sigaction action = {.sa_handler = count_interruption}, before;
    struct itimerval timer = {{0, 2000}, {0, 2000}}, off = {0};
    struct buf text = whole_text(200);
    int saved;

    pid_t child = feed(buf_str(&text), 1, &saved);
    sigaction(SIGALRM, &action, &before);
    setitimer(ITIMER_REAL, &timer, NULL);
    whole_check("-", buf_str(&text), 64);
    setitimer(ITIMER_REAL, &off, NULL);
    sigaction(SIGALRM, &before, NULL);
    feed_done(child, saved);
    CU_ASSERT(interruptions > 0);
    buf_done(&text);
}

/* Standard input that somebody else has made non-blocking. */
static void test_not_blocking(void)
{
    struct buf text = whole_text(50);
    int saved;

    pid_t child = feed(buf_str(&text), 1, &saved);
    fcntl(STDIN_FILENO, F_SETFL, O_NONBLOCK);
    whole_check("-", buf_str(&text), 64);
    feed_done(child, saved);
    buf_done(&text);
}

static int open_closed_stdin(void)
{
    struct err err = {0};

    close(STDIN_FILENO);
    if (input_open("-", whole_unlimited, &err) || err.kind != ERR_REQUEST)
        return 1;
    /* A file must not become standard input by getting its number. */
    struct input *input = input_open("f", whole_unlimited, &err);
    bool lifted = fcntl(STDIN_FILENO, F_GETFD) < 0;
    input_close(input);
    return input && lifted ? 0 : 2;
}

static void test_closed_stdin(void)
{
    scratch_enter();
    scratch_text("f", "a");
    CU_ASSERT_EQUAL(scratch_child(open_closed_stdin), 0);
    scratch_leave();
}

static void test_identity(void)
{
    uint64_t device[3], inode[3];
    static const char *const names[] = {"f", "hard", "soft"};
    struct err err = {0};
    struct str text = STR("a");
    int saved;

    scratch_enter();
    scratch_text("f", "a");
    CU_ASSERT(link("f", "hard") == 0 && symlink("f", "soft") == 0);
    for (size_t i = 0; i < 3; i++) {
        struct input *input = input_open(names[i], whole_unlimited, &err);
        CHECK_TEXT(input_name(input), names[i]);
        CU_ASSERT(input_identity(input, &device[i], &inode[i]));
        CU_ASSERT(device[i] == device[0] && inode[i] == inode[0]);
        input_close(input);
    }
    pid_t child = feed(text, 1, &saved);
    struct input *input = input_open("-", whole_unlimited, &err);
    CHECK_TEXT(input_name(input), "standard input");
    CU_ASSERT_FALSE(input_identity(input, &device[0], &inode[0]));
    input_close(input);
    feed_done(child, saved);
    scratch_leave();
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"sha256 of published messages", test_digest},
        {"plain files of all sizes about a block", test_plain_sizes},
        {"messages name the file and the reason", test_messages},
        {"a file that may not be read", test_permission},
        {"standard input, byte by byte", test_standard_input},
        {"reading goes on after signals", test_interrupted},
        {"reading waits where nothing is there yet", test_not_blocking},
        {"closed standard input", test_closed_stdin},
        {"one file under three names", test_identity},
    };

    return TAP_RUN("input", cases);
}
