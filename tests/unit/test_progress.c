/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base/progress and the line of base/diag that comes and goes: what stands on
 * a terminal, and nothing elsewhere. */
#include <config.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/progress.h"
#include "tap.h"

#define HEARD ((size_t)65536)

/* The other end of a terminal of so many columns. */
static int terminal_new(unsigned short columns, int *slave)
{
    struct termios plain;
    struct winsize size = {.ws_row = 24, .ws_col = columns};
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    CU_ASSERT_FATAL(master >= 0 && grantpt(master) == 0 &&
                    unlockpt(master) == 0);
    *slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    CU_ASSERT_FATAL(*slave >= 0);
    tcgetattr(*slave, &plain);
    cfmakeraw(&plain);
    tcsetattr(*slave, TCSANOW, &plain);
    ioctl(*slave, TIOCSWINSZ, &size);
    return master;
}

/* All bytes that a child which calls `run` sends to its standard error, a
 * terminal of so many columns or (0) a pipe. */
static const char *listen_to(void (*run)(void), unsigned short columns)
{
    static char heard[HEARD];
    int ends[2];
    if (columns)
        ends[0] = terminal_new(columns, &ends[1]);
    else
        CU_ASSERT_FATAL(pipe(ends) == 0);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        progress_pace(0, 0);
        run();
        _exit(0);
    }
    close(ends[1]);
    size_t len = 0;
    ssize_t got;
    /* A terminal whose other end is closed reports an error. */
    while (len < HEARD - 1 &&
           (got = read(ends[0], heard + len, HEARD - 1 - len)) > 0)
        len += (size_t)got;
    heard[len] = '\0';
    close(ends[0]);
    waitpid(child, NULL, 0);
    return heard;
}

/* What a reader of that terminal sees in its lines; a blank end is cut. */
static const char *screen(const char *heard)
{
    static char seen[HEARD];
    size_t line = 0, at = 0, end = 0;
    for (; *heard; heard++) {
        if (*heard == '\r') {
            at = line;
        } else if (*heard == '\n') {
            seen[end] = '\n';
            line = at = ++end;
        } else {
            seen[at++] = *heard;
            end = at > end ? at : end;
        }
    }
    while (end > 0 && seen[end - 1] == ' ')
        end--;
    seen[end] = '\0';
    return seen;
}

static void begin_and_step(void)
{
    struct progress progress;
    progress_begin(&progress, "baci.csv", 336000000);
    progress_step(&progress, 84000000, 0);
}

static void measure_all(void)
{
    struct progress progress;
    progress_begin(&progress, "baci.csv", 336000000);
    progress.begun -= 2000; /* two seconds ago */
    progress_step(&progress, 84000000, 2500000);
}

static void measure_stream(void)
{
    struct progress progress;
    progress_begin(&progress, "standard input", 0);
    progress.begun -= 10000;
    progress_step(&progress, 84000, 704);
    progress_step(&progress, 84000000000, 20000000000);
    progress_step(&progress, 12000000, 904000);
}

/* More was read than there should be. */
static void measure_growing(void)
{
    struct progress progress;
    progress_begin(&progress, "f", 100);
    progress_step(&progress, 101, 0);
}

static void test_contents(void)
{
    CHECK_TEXT(listen_to(begin_and_step, 80),
               "\rbaci.csv: 25 % of 336 MB, 0 s left");
    const char *seen = screen(listen_to(measure_all, 80));
    CHECK_TEXT(seen,
               "baci.csv: 25 % of 336 MB, 2.5 million rows, 1.2 million/s, "
               "6 s left");
    const char *heard = listen_to(measure_stream, 80);
    CU_ASSERT_PTR_NOT_NULL(
        strstr(heard, "standard input: 84 kB, 704 rows, 70/s"));
    CU_ASSERT_PTR_NOT_NULL(strstr(heard,
                                  "standard input: 84.0 GB, 20000.0 million "
                                  "rows, "));
    CHECK_TEXT(screen(heard),
               "standard input: 12 MB, 904 thousand rows, 90 thousand/s");
    CHECK_TEXT(screen(listen_to(measure_growing, 80)), "f: 0 kB");
}

static void say_between(void)
{
    struct progress progress;
    begin_and_step();
    diag_warning("a row");
    begin_and_step();
    diag_error("the end");
    progress_begin(&progress, "a longer name than before", 0);
    progress_step(&progress, 1000, 0);
    progress_step(&progress, 1000, 0);
    progress_end(&progress);
    progress_step(&progress, 2000, 0);
    progress_end(&progress);
}

/* Lines stand alone, and nothing stands below them. */
static void test_messages(void)
{
    const char *heard = listen_to(say_between, 80);
    CU_ASSERT(strlen(heard) > 200);
    const char *seen = screen(heard);
    CU_ASSERT_PTR_NOT_NULL(strstr(seen, "armstats: warning: a row "));
    CU_ASSERT_PTR_NULL(strstr(seen, "baci"));
    CU_ASSERT_PTR_NULL(strstr(seen, "longer"));
    CU_ASSERT_PTR_NULL(strstr(heard, "2 kB"));
    CU_ASSERT_EQUAL(heard[strlen(heard) - 1], '\r');
}

static void show_hostile(void)
{
    struct progress progress;
    progress_begin(&progress,
                   "\x1b[2J\r\n\xc2\x9b"
                   "\xe2\x80\xae\xff.csv",
                   0);
    progress_step(&progress, 1000, 0);
}

static void show_long(void)
{
    struct progress progress;
    progress_begin(&progress,
                   "日本日本日本日本日本日本日本日本日本日本日本日本日本日本"
                   "日本日本日本日本日本日本日本.csv",
                   10000000);
    progress_step(&progress, 5000000, 0);
}

static void test_names(void)
{
    CHECK_TEXT(listen_to(show_hostile, 80),
               "\r\\x1b[2J\\x0d\\x0a\\u{009b}\\u{202e}\\xff.csv: 1 kB");
    CHECK_TEXT(listen_to(show_long, 60),
               "\r日本日本日本日本日本日本日本日...: 50 % of 10 MB, 0 s left");
    /* As much as there is room for, and never a second line. */
    CHECK_TEXT(listen_to(show_long, 20), "\r日本日本...: 50 % o");
    CHECK_TEXT(listen_to(show_long, 2), "\r");
}

static void say_quietly(void)
{
    diag_quiet(true);
    begin_and_step();
}

static void step_too_soon(void)
{
    struct progress progress;
    progress_pace(60000, 0);
    progress_begin(&progress, "f", 0);
    progress_step(&progress, 1000, 0);
    progress_end(&progress);
}

static void step_twice(void)
{
    struct progress progress;
    progress_pace(0, 60000);
    progress_begin(&progress, "f", 0);
    progress_step(&progress, 1000, 0);
    progress_step(&progress, 9000, 0);
}

static void test_silence(void)
{
    CHECK_TEXT(listen_to(begin_and_step, 0), "");
    CHECK_TEXT(listen_to(say_quietly, 80), "");
    CHECK_TEXT(listen_to(step_too_soon, 80), "");
    CHECK_TEXT(listen_to(step_twice, 80), "\rf: 1 kB");
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"size, part, rows, rate and time left", test_contents},
        {"messages take the place of the line", test_messages},
        {"names are harmless and fit", test_names},
        {"nothing in a pipe, under --quiet, or too soon", test_silence},
    };

    return TAP_RUN("progress", cases);
}
