/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base/output: which targets are refused, and all outputs or none. */
#include <config.h>

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/output.h"
#include "scratch.h"
#include "tap.h"

/* Adds an output and writes the text to it. */
static bool add(struct outputs *outputs, const char *path, const char *text,
                struct err *err)
{
    FILE *stream = outputs_add(outputs, path, err);

    if (stream)
        fputs(text, stream);
    return stream != NULL;
}

/* A set of one, all the way. */
static bool write_one(const char *path, bool force, const char *text,
                      struct err *err)
{
    struct outputs *outputs = outputs_new(force);
    bool sound = add(outputs, path, text, err) && outputs_commit(outputs, err);

    outputs_free(outputs);
    return sound;
}

static void check_refused(const char *path, bool force, enum err_kind kind,
                          const char *message)
{
    struct err err = {0};

    CU_ASSERT_FALSE(write_one(path, force, "new", &err));
    CU_ASSERT_EQUAL(err.kind, kind);
    CHECK_TEXT(err.text, message);
}

static mode_t mode_of(const char *path)
{
    struct stat status = {0};

    CU_ASSERT(stat(path, &status) == 0);
    return status.st_mode & 07777;
}

/* Nothing under the name before the commit, everything after it. */
static void test_new(void)
{
    struct err err = {0};
    mode_t before = umask(027);

    scratch_enter();
    struct outputs *outputs = outputs_new(false);
    CU_ASSERT(add(outputs, "a", "one\n", &err));
    CU_ASSERT(add(outputs, "./b", "", &err));
    CU_ASSERT(access("a", F_OK) != 0 && access("b", F_OK) != 0);
    CU_ASSERT_EQUAL(scratch_count(), 2);
    CU_ASSERT(outputs_commit(outputs, &err));
    outputs_free(outputs);
    CHECK_TEXT(err.text, "");
    CU_ASSERT(scratch_holds("a", "one\n") && scratch_holds("b", ""));
    CU_ASSERT_EQUAL(scratch_count(), 2);
    CU_ASSERT_EQUAL(mode_of("a"), 0640);
    umask(before);
    scratch_leave();
}

static void test_abandoned(void)
{
    struct err err = {0};

    scratch_enter();
    struct outputs *outputs = outputs_new(false);
    CU_ASSERT(add(outputs, "a", "one\n", &err));
    outputs_free(outputs);
    outputs_free(NULL);
    CU_ASSERT_EQUAL(scratch_count(), 0);
    scratch_leave();
}

static void test_existing(void)
{
    struct err err = {0};

    scratch_enter();
    scratch_text("a", "old");
    chmod("a", 0600);
    check_refused("a", false, ERR_REQUEST,
                  "output exists: 'a'; --force replaces it");
    CU_ASSERT(scratch_holds("a", "old"));
    CU_ASSERT(write_one("a", true, "new", &err));
    CU_ASSERT(scratch_holds("a", "new"));
    CU_ASSERT_EQUAL(mode_of("a"), 0600);
    CU_ASSERT_EQUAL(scratch_count(), 1);
    scratch_leave();
}

/* The link stays, the file behind it changes. */
static void test_link(void)
{
    struct err err = {0};
    struct stat status;

    scratch_enter();
    scratch_text("file", "old");
    CU_ASSERT(symlink("file", "link") == 0 && symlink("none", "lost") == 0);
    check_refused("link", false, ERR_REQUEST,
                  "output exists: 'link'; --force replaces it");
    CU_ASSERT(write_one("link", true, "new", &err));
    CU_ASSERT(lstat("link", &status) == 0 && S_ISLNK(status.st_mode));
    CU_ASSERT(scratch_holds("file", "new"));
    check_refused("lost", true, ERR_REQUEST,
                  "output is a symbolic link to nothing: 'lost'; remove the "
                  "link or give another name");
    CU_ASSERT_EQUAL(scratch_count(), 3);
    scratch_leave();
}

static void test_bad_places(void)
{
    char name[256];

    scratch_enter();
    check_refused("none/a", false, ERR_REQUEST,
                  "none/a: cannot be written: No such file or directory");
    check_refused(".", true, ERR_REQUEST,
                  ".: cannot be written: Is a directory");
    check_refused("a/", false, ERR_REQUEST,
                  "a/: cannot be written: No such file or directory");
    check_refused("", false, ERR_REQUEST,
                  ": cannot be written: No such file or directory");
    CU_ASSERT_EQUAL(scratch_count(), 0);

    /* The longest legal name has a temporary too. */
    struct err err = {0};
    memset(name, 'n', sizeof(name) - 1);
    name[sizeof(name) - 1] = '\0';
    CU_ASSERT(write_one(name, false, "new", &err));
    CU_ASSERT(scratch_holds(name, "new"));
    scratch_leave();
}

static void test_closed_folder(void)
{
    if (geteuid() == 0) {
        tap_skip("root may write everywhere");
        return;
    }
    scratch_enter();
    chmod(".", 0500);
    check_refused("a", false, ERR_REQUEST,
                  "a: cannot be written: Permission denied");
    chmod(".", 0300); /* may be written, but not opened for fsync() */
    struct err err = {0};
    CU_ASSERT(write_one("a", false, "new", &err));
    CHECK_TEXT(err.text, "");
    chmod(".", 0700);
    CU_ASSERT(scratch_holds("a", "new"));
    scratch_leave();
}

static void check_input_kept(struct outputs *outputs, const char *path,
                             const char *message)
{
    struct err err = {0};

    CU_ASSERT_FALSE(add(outputs, path, "new", &err));
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    CHECK_TEXT(err.text, message);
}

static void test_input(void)
{
    struct err err = {0};
    struct input_limits unlimited = {0, 0};

    scratch_enter();
    scratch_text("in", "data");
    CU_ASSERT(link("in", "hard") == 0 && symlink("in", "soft") == 0);
    struct input *input = input_open("in", unlimited, &err);
    struct outputs *outputs = outputs_new(true);
    outputs_protect(outputs, input);
    check_input_kept(outputs, "./in",
                     "output is an input: './in'; give it another name");
    check_input_kept(outputs, "hard",
                     "output is an input: 'hard'; give it another name");
    check_input_kept(outputs, "soft",
                     "output is an input: 'soft'; give it another name");
    outputs_free(outputs);

    /* The output first, the input afterwards. */
    outputs = outputs_new(true);
    CU_ASSERT(add(outputs, "in", "new", &err));
    outputs_protect(outputs, input);
    CU_ASSERT_FALSE(outputs_commit(outputs, &err));
    CHECK_TEXT(err.text, "output is an input: 'in'; give it another name");
    outputs_free(outputs);
    input_close(input);
    CU_ASSERT(scratch_holds("in", "data"));
    CU_ASSERT_EQUAL(scratch_count(), 3);
    scratch_leave();
}

static void check_twice(const char *first, const char *second)
{
    struct err err = {0};
    struct outputs *outputs = outputs_new(true);

    CU_ASSERT(add(outputs, first, "one", &err));
    CU_ASSERT_FALSE(add(outputs, second, "two", &err));
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.text, "output is named twice: '"));
    outputs_free(outputs);
}

static void test_twice(void)
{
    struct err err = {0};

    scratch_enter();
    check_twice("new", "./new");
    scratch_text("file", "old");
    CU_ASSERT(symlink("file", "link") == 0 && symlink(".", "here") == 0);
    check_twice("file", "link");
    check_twice("new", "here/new");
    check_twice("/dev/null", "/dev/null");
    /* Two names of one file are two files once they are replaced. */
    CU_ASSERT(link("file", "hard") == 0);
    struct outputs *outputs = outputs_new(true);
    CU_ASSERT(add(outputs, "file", "one", &err));
    CU_ASSERT(add(outputs, "hard", "two", &err));
    CU_ASSERT(outputs_commit(outputs, &err));
    outputs_free(outputs);
    CU_ASSERT(scratch_holds("file", "one") && scratch_holds("hard", "two"));
    CU_ASSERT_EQUAL(scratch_count(), 4);
    scratch_leave();
}

/* The second output cannot be written: the first is not there either, and
 * what it would have replaced still is. */
static void test_second_fails(void)
{
    for (int force = 0; force < 2; force++) {
        struct err err = {0};
        scratch_enter();
        if (force)
            scratch_text("a", "old");
        struct outputs *outputs = outputs_new(force);
        CU_ASSERT(add(outputs, "a", "one", &err));
        CU_ASSERT(add(outputs, "/dev/full", "two", &err));
        CU_ASSERT(add(outputs, "c", "three", &err));
        CU_ASSERT_FALSE(outputs_commit(outputs, &err));
        CU_ASSERT_EQUAL(err.kind, ERR_SYSTEM);
        CHECK_TEXT(err.text,
                   "/dev/full: cannot be written: No space left on device");
        outputs_free(outputs);
        CU_ASSERT_EQUAL(scratch_count(), (size_t)force);
        CU_ASSERT(!force || scratch_holds("a", "old"));
        scratch_leave();
    }
}

/* A write that failed long before the commit and was not looked at. */
static void test_early_failure(void)
{
    struct err err = {0};
    char block[100000];

    memset(block, 'x', sizeof(block));
    scratch_enter();
    struct outputs *outputs = outputs_new(false);
    CU_ASSERT(add(outputs, "a", "one", &err));
    FILE *full = outputs_add(outputs, "/dev/full", &err);
    setvbuf(full, NULL, _IONBF, 0);
    CU_ASSERT(fwrite(block, 1, sizeof(block), full) < sizeof(block));
    CU_ASSERT_FALSE(outputs_commit(outputs, &err));
    CHECK_TEXT(err.text,
               "/dev/full: cannot be written: an earlier write failed");
    outputs_free(outputs);
    CU_ASSERT_EQUAL(scratch_count(), 0);
    scratch_leave();
}

/* A file or folder comes into the way between the first look and the rename:
 * it stays, and the output that was already renamed goes again. */
static void test_in_the_way(void)
{
    struct err err = {0};

    scratch_enter();
    struct outputs *outputs = outputs_new(false);
    CU_ASSERT(add(outputs, "a", "one", &err));
    CU_ASSERT(add(outputs, "b", "two", &err));
    scratch_text("b", "somebody else's");
    CU_ASSERT_FALSE(outputs_commit(outputs, &err));
    CHECK_TEXT(err.text, "output exists: 'b'; --force replaces it");
    outputs_free(outputs);
    CU_ASSERT(scratch_holds("b", "somebody else's"));
    CU_ASSERT_EQUAL(scratch_count(), 1);
    unlink("b");

    err = (struct err){0};
    outputs = outputs_new(true);
    CU_ASSERT(add(outputs, "a", "one", &err));
    CU_ASSERT(add(outputs, "b", "two", &err));
    CU_ASSERT(mkdir("b", 0700) == 0);
    CU_ASSERT_FALSE(outputs_commit(outputs, &err));
    CHECK_TEXT(err.text, "b: cannot be written: Is a directory");
    outputs_free(outputs);
    CU_ASSERT_EQUAL(scratch_count(), 1);
    CU_ASSERT(rmdir("b") == 0);
    scratch_leave();
}

static void test_fifo(void)
{
    struct err err = {0};
    char bytes[10] = "";

    scratch_enter();
    CU_ASSERT(mkfifo("f", 0600) == 0);
    int reader = open("f", O_RDONLY | O_NONBLOCK);
    CU_ASSERT(write_one("f", false, "direct", &err));
    CU_ASSERT_EQUAL(read(reader, bytes, sizeof(bytes) - 1), 6);
    CHECK_TEXT(bytes, "direct");
    close(reader);
    CU_ASSERT_EQUAL(scratch_count(), 1);
    scratch_leave();
}

/* /dev/stdout is the stream as it stands, be it a file in the middle. */
static int write_to_stdout(void)
{
    struct err err = {0};
    int file = open("out", O_RDWR | O_CREAT, 0600);

    dup2(file, STDOUT_FILENO);
    printf("before ");
    fflush(stdout);
    return write_one("/dev/stdout", false, "between ", &err) &&
                   printf("after") > 0 && output_close_stdout(&err)
               ? 0
               : 1;
}

static void test_stdout_path(void)
{
    scratch_enter();
    CU_ASSERT_EQUAL(scratch_child(write_to_stdout), 0);
    CU_ASSERT(scratch_holds("out", "before between after"));
    CU_ASSERT_EQUAL(scratch_count(), 1);
    scratch_leave();
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"new files, by the umask", test_new},
        {"a set that is not committed", test_abandoned},
        {"an existing target", test_existing},
        {"a target behind a symbolic link", test_link},
        {"targets that cannot be", test_bad_places},
        {"folders that may not be written, or not be read", test_closed_folder},
        {"a target that is an input, under three names", test_input},
        {"a target named twice", test_twice},
        {"two outputs, the second fails: none", test_second_fails},
        {"a write that failed unnoticed", test_early_failure},
        {"something comes into the way", test_in_the_way},
        {"a FIFO is written directly", test_fifo},
        {"/dev/stdout is not opened anew", test_stdout_path},
    };

    return TAP_RUN("output", cases);
}
