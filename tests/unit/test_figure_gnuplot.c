/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure/ with programs that are not gnuplot: what it is given, and every way
 * in which it can fail. */
#include <config.h>

#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/output.h"
#include "figure/gnuplot.h"
#include "figure_cases.h"
#include "scratch.h"
#include "tap.h"

#define SVG "printf '<?xml version=\"1.0\"?>\\n<svg>x</svg>\\n' >figure.svg\n"

/* A shell script in the scratch folder stands for gnuplot, and the private
 * directory lies there too. */
static void enter(const char *commands)
{
    char folder[PATH_MAX - 10];
    char path[PATH_MAX];

    scratch_enter();
    CU_ASSERT_PTR_NOT_NULL_FATAL(getcwd(folder, sizeof(folder)));
    snprintf(path, sizeof(path), "#!/bin/sh\n%s", commands);
    scratch_text("fake", path);
    CU_ASSERT_EQUAL(chmod("fake", 0755), 0);
    snprintf(path, sizeof(path), "%s/fake", folder);
    setenv("ARMSTATS_GNUPLOT", path, 1);
    setenv("TMPDIR", folder, 1);
}

/* Asserts that only `names` names are left beside the fake. */
static void leave(size_t names)
{
    CU_ASSERT_EQUAL(scratch_count(), names + 1);
    unsetenv("ARMSTATS_GNUPLOT");
    unsetenv("TMPDIR");
    scratch_leave();
}

static bool run(const char *commands, unsigned seconds, struct buf *picture,
                struct buf *remarks, struct err *err)
{
    struct gnuplot_job job = {
        .script = STR("a script"),
        .data = STR("some data"),
        .suffix = "svg",
        .records = 3,
        .seconds = seconds,
    };

    enter(commands);
    buf_init(picture, 10000);
    buf_init(remarks, 1000);
    bool done = gnuplot_draw(&job, picture, remarks, err);
    leave(0);
    return done;
}

static void check_failure(const char *commands, const char *text)
{
    struct err err = {ERR_NONE, ""};
    struct buf picture, remarks;

    CU_ASSERT_FALSE(run(commands, 20, &picture, &remarks, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_SYSTEM);
    if (!strstr(err.text, text))
        CHECK_TEXT(err.text, text);
    buf_done(&picture);
    buf_done(&remarks);
}

static void check_success(const char *commands, const char *picture_text,
                          const char *remark_text)
{
    struct err err = {ERR_NONE, ""};
    struct buf picture, remarks;

    CU_ASSERT(run(commands, 20, &picture, &remarks, &err));
    CHECK_TEXT(err.text, "");
    CHECK_TEXT(buf_str(&picture).ptr, picture_text);
    CHECK_TEXT(buf_str(&remarks).ptr, remark_text);
    buf_done(&picture);
    buf_done(&remarks);
}

static void is_given_little(void)
{
    check_success("echo 3 rows\n"
                  "{ echo \"$*\"; cat figure.gp figure.dat; echo; } "
                  ">figure.svg\n",
                  "-d ./figure.gp\na scriptsome data\n", "");
    check_success("echo 3 rows; stat -c %a . >figure.svg\n", "700\n", "");
    check_success("echo 3 rows; cat >figure.svg; echo end >>figure.svg\n",
                  "end\n", "");
    check_success("echo 3 rows\n"
                  "test \"$HOME\" = \"$PWD\" && test \"$TMPDIR\" = \"$PWD\" "
                  "&& env | sed 's/=.*//' | grep -v -e '^_$' -e PWD -e SHLVL "
                  "| sort >figure.svg\n",
                  "HOME\nLC_ALL\nPATH\nTMPDIR\n", "");
}

static void remarks_are_harmless(void)
{
    check_success("echo x >figure.svg\n"
                  "printf 'warning \\033[2J\\n\\n3 rows\\n\\377\\n'\n",
                  "x\n", "warning \\x1b[2J; \\xff");
}

static void directory_goes(void)
{
    check_success("echo 3 rows; echo x >figure.svg\n"
                  "mkdir -p .cache/fonts/a && echo y >.cache/fonts/a/b\n"
                  "ln -s / root; mkfifo pipe\n",
                  "x\n", "");
    check_failure("mkdir -p .cache/fonts; ln -s .. up; exit 1\n",
                  "ended with status 1");
}

static void failures(void)
{
    check_failure("exit 0\n", "did not read the 3 rows");
    check_failure("echo 3 rows\n", "left no picture");
    check_failure("echo 3 rows; : >figure.svg\n", "left no picture");
    check_failure("echo 30 rows; echo x >figure.svg\n",
                  "did not read the 3 rows of the figure: 30 rows");
    check_failure("echo 3 rows; echo 'line 7: boo' >&2; exit 1\n",
                  "ended with status 1: line 7: boo");
    check_failure("echo 3 rows; kill -SEGV $$\n", "signal 11");
    check_failure("echo 3 rows; printf 'a\\033[31mb\\n'; exit 3\n",
                  "a\\x1b[31mb");
    check_failure("echo 3 rows; ln -s /etc/passwd figure.svg\n",
                  "left no picture");
    check_failure("echo 3 rows; mkdir figure.svg\n", "left no picture");
    check_failure("echo 3 rows; mkfifo figure.svg\n", "left no picture");
    check_failure("echo 3 rows; head -c 20000 /dev/zero >figure.svg\n",
                  "picture is too large");
    check_failure("yes 'a long complaint' | head -c 3000000; exit 1\n",
                  "ended with status 1: a long complaint; a long");
    check_failure("echo 3 rows; head -c 99000000 /dev/zero >figure.svg\n",
                  "ended");
}

static void a_hang_ends(void)
{
    struct err err = {ERR_NONE, ""};
    struct buf picture, remarks;

    CU_ASSERT_FALSE(run("echo 3 rows; echo x >figure.svg; sleep 60\n", 1,
                        &picture, &remarks, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_SYSTEM);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.text, "not done after 1 seconds"));
    buf_done(&picture);
    buf_done(&remarks);
}

static int die_drawing(void)
{
    struct gnuplot_job job = {STR(""), STR(""), "svg", 0, 30};
    struct err err = {ERR_NONE, ""};
    struct buf picture, remarks;

    output_catch_signals();
    buf_init(&picture, 1000);
    buf_init(&remarks, 1000);
    gnuplot_draw(&job, &picture, &remarks, &err);
    return 0;
}

/* The fake kills its parent in the middle, and is killed itself before it can
 * write once more. */
static void a_signal_leaves_nothing(void)
{
    struct timespec nap = {0, 600000000};

    enter("echo x >figure.svg; cd ..; kill -TERM $PPID\n"
          "sleep 0.3; echo late >late; sleep 60\n");
    int status = scratch_child(die_drawing);
    CU_ASSERT(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
    nanosleep(&nap, NULL);
    leave(0);
}

static void check_find(const char *own, enum err_kind kind, const char *text)
{
    struct err err = {ERR_NONE, ""};
    char path[PATH_MAX] = "";

    setenv("ARMSTATS_GNUPLOT", own, 1);
    CU_ASSERT_EQUAL(gnuplot_find(path, sizeof(path), &err), kind == ERR_NONE);
    CU_ASSERT_EQUAL(err.kind, kind);
    CHECK_TEXT(kind == ERR_NONE ? path : err.text, text);
    unsetenv("ARMSTATS_GNUPLOT");
}

static void finding(void)
{
    check_find("/opt/gnuplot", ERR_NONE, "/opt/gnuplot");
    check_find("gnuplot", ERR_REQUEST,
               "ARMSTATS_GNUPLOT is not an absolute path");
    check_find("./gnuplot", ERR_REQUEST,
               "ARMSTATS_GNUPLOT is not an absolute path");
}

/* Where configure found none and PATH has none. */
static void not_installed(void)
{
    struct err err = {ERR_NONE, ""};
    char path[PATH_MAX];
    const char *before = getenv("PATH");
    char *kept = before ? strdup(before) : NULL;

    if (access(GNUPLOT_PATH, X_OK) == 0) {
        free(kept);
        tap_skip("gnuplot is where configure found it");
        return;
    }
    setenv("PATH", "/nonexistent", 1);
    CU_ASSERT_FALSE(gnuplot_find(path, sizeof(path), &err));
    CU_ASSERT_EQUAL(err.kind, ERR_SYSTEM);
    CHECK_TEXT(err.text, "gnuplot is not installed: apt install gnuplot-nox");
    if (kept)
        setenv("PATH", kept, 1);
    free(kept);
}

/* Through the whole room: what is drawn is checked before it is delivered,
 * and nothing is delivered when it is not sound. */
static void check_draw(const char *commands, const char *suffix, bool sound,
                       const char *text)
{
    struct result *result = case_ranking();
    struct err err = {ERR_NONE, ""};
    char name[20];

    case_add_bar(result, STR("Freedonia"), STR("World"), 1, 1, 1);
    enter(commands);
    snprintf(name, sizeof(name), "x.%s", suffix);
    CU_ASSERT_EQUAL(case_draw(result, FIGURE_RANKING, NULL, name, &err), sound);
    CU_ASSERT_EQUAL(err.kind, sound ? ERR_NONE : ERR_SYSTEM);
    if (!sound)
        CHECK_TEXT(err.text, text);
    else
        CU_ASSERT(scratch_holds(name, text));
    leave(sound ? 1 : 0);
    result_free(result);
}

static void products(void)
{
    check_draw("echo 1 rows\n" SVG, "svg", true,
               "<?xml version=\"1.0\"?>\n<svg>x</svg>\n");
    check_draw("echo 1 rows; printf '<?xml ]]></svg>' >figure.svg\n", "svg",
               true, "<?xml ]]&gt;</svg>");
    check_draw("echo 1 rows; printf '<?xml <svg>' >figure.svg\n", "svg", false,
               "what gnuplot left is not a whole svg; is TMPDIR full?");
    check_draw("echo 1 rows; printf 'x</svg>' >figure.svg\n", "svg", false,
               "what gnuplot left is not a whole svg; is TMPDIR full?");
    check_draw("echo 1 rows; printf '%%PDF-1.5\\nx' >figure.pdf\n", "pdf",
               false, "what gnuplot left is not a whole pdf; is TMPDIR full?");
    check_draw("echo 1 rows; printf '%%PDF-1.5\\n%%%%EOF\\n' >figure.pdf\n",
               "pdf", true, "%PDF-1.5\n%%EOF\n");
    check_draw("echo 1 rows; printf '\\211PNG\\r\\n\\032\\n' >figure.png\n",
               "png", false,
               "what gnuplot left is not a whole png; is TMPDIR full?");
    check_draw("echo 1 rows; printf '%%!PS-Adobe-3.0 EPSF-3.0\\n"
               "%%%%CreationDate: today\\n%%%%EOF' >figure.eps\n",
               "eps", true,
               "%!PS-Adobe-3.0 EPSF-3.0\n"
               "%%CreationDate: Thu Jan 1 00:00:00 1970\n%%EOF");
}

/* A PNG of no chunks but the first and the last. */
static void png_says_its_resolution(void)
{
    static const char head[] = "\\211PNG\\r\\n\\032\\n\\000\\000\\000\\015IHDR"
                               "0123456789abcCRC1";
    static const char tail[] = "0000IDATcrc2\\000\\000\\000\\000IEND"
                               "\\256\\102\\140\\202";
    char commands[400];
    struct result *result = case_ranking();
    struct err err = {ERR_NONE, ""};
    size_t len;

    case_add_bar(result, STR("Freedonia"), STR("World"), 1, 1, 1);
    snprintf(commands, sizeof(commands),
             "echo 1 rows; printf '%s%s' >figure.png\n", head, tail);
    enter(commands);
    CU_ASSERT(case_draw(result, FIGURE_RANKING, NULL, "x.png", &err));
    char *png = case_file("x.png", &len);
    CU_ASSERT_EQUAL_FATAL(len, 33 + 21 + 24);
    CU_ASSERT_EQUAL(memcmp(png + 33,
                           "\0\0\0\x09pHYs\0\0\x2e\x23\0\0\x2e\x23\x01"
                           "\x78\xa5\x3f\x76",
                           21),
                    0);
    CU_ASSERT_EQUAL(memcmp(png + 54, "0000IDAT", 8), 0);
    free(png);
    leave(1);
    result_free(result);
}

static void no_program(void)
{
    struct result *result = case_ranking();
    struct err err = {ERR_NONE, ""};

    case_add_bar(result, STR("Freedonia"), STR("World"), 1, 1, 1);
    enter("");
    setenv("ARMSTATS_GNUPLOT", "/nonexistent/gnuplot", 1);
    CU_ASSERT_FALSE(case_draw(result, FIGURE_RANKING, NULL, "x.svg", &err));
    CU_ASSERT_EQUAL(err.kind, ERR_SYSTEM);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.text, "/nonexistent/gnuplot"));
    err = (struct err){ERR_NONE, ""};
    CU_ASSERT(case_draw(result, FIGURE_RANKING, NULL, "x.gp", &err));
    setenv("TMPDIR", "/nonexistent", 1);
    CU_ASSERT_FALSE(case_draw(result, FIGURE_RANKING, NULL, "x.svg", &err));
    CU_ASSERT_EQUAL(strncmp(err.text, "no temporary directory for gnuplot", 34),
                    0);
    leave(2);
    result_free(result);
}

static const struct tap_case cases[] = {
    {"a private directory, two files and four variables", is_given_little},
    {"remarks are harmless on a terminal", remarks_are_harmless},
    {"the directory goes with all that is in it", directory_goes},
    {"failures", failures},
    {"a hang ends", a_hang_ends},
    {"a deadly signal leaves nothing", a_signal_leaves_nothing},
    {"where gnuplot is looked for", finding},
    {"gnuplot is not installed", not_installed},
    {"pictures are looked at", products},
    {"a PNG says its resolution", png_says_its_resolution},
    {"without gnuplot only scripts are written", no_program},
};

int main(void)
{
    return TAP_RUN("figure_gnuplot", cases);
}
