/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base/input on gzip streams: whole, cut, damaged, lengthened and bombs. */
#include <config.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

#include "scratch.h"
#include "tap.h"
#include "whole.h"

static void write_gzip(const char *name, struct str text)
{
    struct buf file;

    buf_init(&file, 64 * MEBI);
    whole_add_gzip(&file, text);
    scratch_write(name, file.ptr, file.len);
    buf_done(&file);
}

/* The size and the hash are those of the file, not of what it unpacks to. */
static void test_gzip(void)
{
    struct buf text = whole_text(300000);
    struct buf file;
    char expected[DIGEST_TEXT];

    scratch_enter();
    buf_init(&file, MEBI);
    whole_add_gzip(&file, buf_str(&text));
    whole_sha256(file.ptr, file.len, expected);
    scratch_write("named.csv", file.ptr, file.len);
    for (size_t step = 1; step < 1000000; step = step * 11 + 6) {
        whole_check("named.csv", buf_str(&text), step);
        struct whole whole = whole_read("named.csv", whole_unlimited, step);
        CHECK_TEXT(whole.sha256, expected);
        CU_ASSERT_EQUAL(whole.stored, file.len);
        whole_done(&whole);
    }
    buf_done(&file);
    buf_done(&text);
    scratch_leave();
}

static void test_gzip_members(void)
{
    struct buf file, text;

    scratch_enter();
    buf_init(&file, 4 * MEBI);
    buf_init(&text, 4 * MEBI);
    for (size_t i = 0; i < 40; i++) {
        struct buf part = whole_text(i * i * i);
        whole_add_gzip(&file, buf_str(&part));
        buf_add(&text, buf_str(&part));
        buf_done(&part);
    }
    scratch_write("f", file.ptr, file.len);
    whole_check("f", buf_str(&text), 1);
    whole_check("f", buf_str(&text), 65536);
    write_gzip("empty", STR(""));
    whole_check("empty", STR(""), 65536);
    buf_done(&text);
    buf_done(&file);
    scratch_leave();
}

/* Cut at every length: nothing, the first byte of the magic, and the end of a
 * member are files in their own right; everything else is noticed. */
static void test_gzip_truncated(void)
{
    struct buf file;

    scratch_enter();
    buf_init(&file, MEBI);
    whole_add_gzip(&file,
                   STR("supplier,recipient,year,tiv\nFrance,India,2019,1\n"));
    size_t first = file.len;
    whole_add_gzip(&file, STR("Spain,Australia,2020,2\n"));
    for (size_t len = 2; len < file.len; len++) {
        scratch_write("f", file.ptr, len);
        if (len == first)
            continue;
        whole_check_refused(
            "f", whole_unlimited, ERR_DATA,
            len == first + 1
                ? "f: damaged gzip stream: other bytes follow its "
                  "end; unpack it with gzip -d and look at the end"
                : "f: the gzip stream is cut short; fetch the file "
                  "again");
    }
    scratch_write("f", file.ptr, first);
    whole_check("f", STR("supplier,recipient,year,tiv\nFrance,India,2019,1\n"),
                5);
    scratch_write("f", file.ptr, 1);
    whole_check("f", STR("\x1f"), 5);
    buf_done(&file);
    scratch_leave();
}

/* Every bit of a file turned round: an error, or (in the header's time, flags
 * of no consequence and system) the same text; never another text. */
static void test_gzip_damaged(void)
{
    struct str text = STR("France,India,2019,1\nFrance,India,2020,11\n");
    struct buf file;
    size_t noticed = 0;

    scratch_enter();
    buf_init(&file, MEBI);
    whole_add_gzip(&file, text);
    for (size_t bit = 16; bit < file.len * 8; bit++) {
        file.ptr[bit / 8] = (char)(file.ptr[bit / 8] ^ (1 << bit % 8));
        scratch_write("f", file.ptr, file.len);
        struct whole whole = whole_read("f", whole_unlimited, 4096);
        CU_ASSERT(!whole.sound || str_eq(buf_str(&whole.text), text));
        CU_ASSERT(whole.sound || whole.err.kind == ERR_DATA);
        noticed += !whole.sound;
        whole_done(&whole);
        file.ptr[bit / 8] = (char)(file.ptr[bit / 8] ^ (1 << bit % 8));
    }
    /* All but the 6 bytes of time, level and system, the flag "is text" and
     * the 7 bits at most that fill the last byte before the checksum. */
    CU_ASSERT(noticed >= (file.len - 9) * 8);
    buf_done(&file);
    scratch_leave();
}

static void test_gzip_garbage(void)
{
    static const struct str tails[] = {
        {"x", 1}, {"\0\0\0", 3}, {"\x1f", 1}, {"\x1fx", 2}};
    const char *told = "f: damaged gzip stream: other bytes follow its end; "
                       "unpack it with gzip -d and look at the end";

    scratch_enter();
    for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
        struct buf file;
        buf_init(&file, MEBI);
        whole_add_gzip(&file, STR("a,b\n"));
        buf_add(&file, tails[i]);
        scratch_write("f", file.ptr, file.len);
        whole_check_refused("f", whole_unlimited, ERR_DATA, told);
        buf_done(&file);
    }
    scratch_leave();
}

static void test_bomb(void)
{
    struct buf commas;
    const char *told = "f: unpacks to more than 1048576 bytes, the limit for "
                       "gzip; --no-limits lifts it";

    scratch_enter();
    buf_init(&commas, 66 * MEBI);
    buf_fill(&commas, ',', MEBI + 1);
    write_gzip("f", buf_str(&commas));
    whole_check_refused("f", (struct input_limits){MEBI, 0}, ERR_DATA, told);
    struct whole whole =
        whole_read("f", (struct input_limits){MEBI + 1, 1}, 4096);
    CU_ASSERT(whole.sound);
    whole_done(&whole);

    buf_fill(&commas, ',', 64 * MEBI);
    write_gzip("f", buf_str(&commas));
    whole_check_refused(
        "f", (struct input_limits){0, 100}, ERR_DATA,
        "f: unpacks to more than 100 times its size, the limit for "
        "gzip; --no-limits lifts it");
    whole_check("f", buf_str(&commas), MEBI);
    buf_done(&commas);
    scratch_leave();
}

/* A real file as it is, and packed in two pieces that part in the middle. */
static void check_real(const char *path)
{
    struct whole plain = whole_read(path, whole_unlimited, 65536);
    struct str text = buf_str(&plain.text);
    struct buf file;

    CHECK_TEXT(plain.err.text, "");
    buf_init(&file, 64 * MEBI);
    whole_add_gzip(&file, (struct str){text.ptr, text.len / 2});
    whole_add_gzip(&file, str_skip(text, text.len / 2));
    scratch_write("f", file.ptr, file.len);
    whole_check("f", text, 5000);
    CU_ASSERT_EQUAL(plain.stored, text.len);
    buf_done(&file);
    whole_done(&plain);
}

static void test_real(void)
{
    char pattern[4096];
    glob_t found;

    if (!tap_shared()) {
        tap_skip("ARMSTATS_SHARED is not set");
        return;
    }
    /* The folder may be given from here; the files are read from elsewhere. */
    char *shared = realpath(tap_shared(), NULL);
    snprintf(pattern, sizeof(pattern), "%s/corpus/sipri_register/*.csv",
             shared ? shared : "");
    free(shared);
    if (glob(pattern, 0, NULL, &found) != 0) {
        tap_skip("no register in ARMSTATS_SHARED");
        return;
    }
    scratch_enter();
    for (size_t i = 0; i < found.gl_pathc && i < 10; i++)
        check_real(found.gl_pathv[i]);
    scratch_leave();
    globfree(&found);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"gzip under a plain name, read in all steps", test_gzip},
        {"gzip of many members and of nothing", test_gzip_members},
        {"gzip cut at every length", test_gzip_truncated},
        {"gzip with every bit turned round", test_gzip_damaged},
        {"bytes after the end of gzip", test_gzip_garbage},
        {"bombs end at the limit, files at the limit do not", test_bomb},
        {"real registers, plain and packed", test_real},
    };

    return TAP_RUN("gzip", cases);
}
