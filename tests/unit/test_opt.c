/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base/opt: every form of an option, every fault, and the help. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/opt.h"
#include "base/utf8.h"
#include "tap.h"

enum { SUPPLIER = 1, YEARS, FORMAT, OUTPUT, FORCE, HIDDEN };

static const struct opt table[] = {
    {SUPPLIER, "supplier", 0, "P", "a supplier, by any name", "What"},
    {FORMAT, "format", 'f', "F", "table, csv or json", "Output"},
    {YEARS, "years", 0, "Y", "a period: 2019-23, 1991-, last5", "What"},
    {OUTPUT, "output", 'o', "NAME", "a file instead of standard output",
     "Output"},
    {FORCE, "force", 'F', NULL, "replace files that exist", "Output"},
    {HIDDEN, "hidden", 0, NULL, "not for all", "Hidden"},
};

#define COUNT (sizeof(table) / sizeof(table[0]))
#define WORDS 12

/* What was taken, as "id=value" words; a flag's value is "-". */
static bool take(void *context, int id, const char *value, struct err *err)
{
    struct buf *taken = context;

    if (value && strcmp(value, "refuse") == 0)
        return err_set(err, ERR_REQUEST, "refused");
    buf_printf(taken, "%d=%s ", id, value ? value : "(none)");
    return true;
}

/* Parses words that are parted by one blank. */
static bool parse(const char *line, struct buf *taken, struct err *err)
{
    char copy[300];
    char *words[WORDS];
    int count = 0;
    struct opt_sink sink = {.take = take, .context = taken};

    snprintf(copy, sizeof(copy), "%s", line);
    for (char *at = copy; at && count < WORDS; count++) {
        words[count] = at;
        at = strchr(at, ' ');
        if (at)
            *at++ = '\0';
    }
    return opt_parse(table, COUNT, count, words, sink, err);
}

static void check(const char *line, const char *expected)
{
    struct buf taken;
    struct err err = {0};

    buf_init(&taken, 1000);
    CU_ASSERT(parse(line, &taken, &err));
    CHECK_TEXT(err.text, "");
    CHECK_TEXT(buf_str(&taken).ptr, expected);
    buf_done(&taken);
}

static void check_refused(const char *line, const char *message)
{
    struct buf taken;
    struct err err = {0};

    buf_init(&taken, 1000);
    CU_ASSERT_FALSE(parse(line, &taken, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    CHECK_TEXT(err.text, message);
    buf_done(&taken);
}

static void test_forms(void)
{
    check("--supplier KOR", "1=KOR ");
    check("--supplier=KOR", "1=KOR ");
    check("--supplier=", "1= ");
    check("--supplier=a=b", "1=a=b ");
    check("-f csv", "3=csv ");
    check("-fcsv", "3=csv ");
    check("-f=csv", "3==csv ");
    check("--force", "5=(none) ");
    check("-F", "5=(none) ");
    check("a --force b", "-1=a 5=(none) -1=b ");
    check("--years -1991", "2=-1991 ");
    check("--years=-1991 -", "2=-1991 -1=- ");
    check("-o -", "4=- ");
    check("-o -F", "4=-F ");
    check("--supplier=--force", "1=--force ");
    check("-- --force -x --", "-1=--force -1=-x -1=-- ");
    check("--supplier a -- b --supplier c", "1=a -1=b -1=--supplier -1=c ");
    check("", "-1= ");

    struct err err = {0};
    CU_ASSERT(opt_parse(table, COUNT, 0, NULL, (struct opt_sink){.take = take},
                        &err));
}

static void test_faults(void)
{
    check_refused("--suplier KOR",
                  "unknown option '--suplier'; did you mean --supplier?");
    check_refused("--SUPPLIER=KOR",
                  "unknown option '--SUPPLIER'; did you mean --supplier?");
    check_refused("--fromat=csv",
                  "unknown option '--fromat'; did you mean --format?");
    check_refused("-supplier KOR",
                  "unknown option '-supplier'; did you mean --supplier?");
    check_refused("--supp KOR",
                  "unknown option '--supp'; did you mean --supplier?");
    check_refused("--xyzzy", "unknown option '--xyzzy'; --help lists all");
    check_refused("--=a", "unknown option '--'; --help lists all");
    check_refused("---", "unknown option '---'; --help lists all");
    check_refused("-x", "unknown option '-x'; --help lists all");
    check_refused("-1991", "unknown option '-1991'; --help lists all");
    check_refused("--supplier",
                  "option --supplier needs a value: --supplier P");
    check_refused("--supplier --force",
                  "option --supplier needs a value: --supplier P");
    check_refused("--supplier -- KOR",
                  "option --supplier needs a value: --supplier P");
    check_refused("a -o", "option --output needs a value: --output NAME");
    check_refused("--force=yes", "option --force takes no value: 'yes'");
    check_refused("--force=", "option --force takes no value: ''");
    check_refused("-Fx", "option --force takes no value: 'x'");
    check_refused("--supplier refuse --xyzzy", "refused");
    check_refused("refuse --xyzzy", "refused");
}

/* A word without end does not push the message's end out. */
static void test_long_word(void)
{
    char line[200] = "--";
    struct err err = {0};
    struct buf taken;

    buf_init(&taken, 1000);
    memset(line + 2, 'x', sizeof(line) - 3);
    CU_ASSERT_FALSE(parse(line, &taken, &err));
    CU_ASSERT(str_ends(str_from(err.text), STR("xx'; --help lists all")));
    CU_ASSERT(strlen(err.text) < 110);
    buf_done(&taken);
}

static void test_nearest(void)
{
    static const char *const words[] = {"rank", "trend", "deals", "series",
                                        "shares"};
    char text[1000];

    CHECK_TEXT(opt_nearest(STR("rnak"), words, 5), "rank");
    CHECK_TEXT(opt_nearest(STR("TREND"), words, 5), "trend");
    CHECK_TEXT(opt_nearest(STR("serie"), words, 5), "series");
    CHECK_TEXT(opt_nearest(STR("deal"), words, 5), "deals");
    /* "share" is 1 from "shares" and 4 from "series". */
    CHECK_TEXT(opt_nearest(STR("share"), words, 5), "shares");
    CU_ASSERT_PTR_NULL(opt_nearest(STR("ra"), words, 5));
    CU_ASSERT_PTR_NULL(opt_nearest(STR(""), words, 5));
    CU_ASSERT_PTR_NULL(opt_nearest(STR("rank"), words, 0));
    /* Only the first 64 bytes are compared: the rest makes nothing near. */
    memset(text, 'q', sizeof(text));
    memcpy(text, "shares", 6);
    CU_ASSERT_PTR_NULL(opt_nearest((struct str){text, sizeof(text)}, words, 5));
}

static bool is_listed(const struct opt *option, const void *context)
{
    return option->id != *(const int *)context;
}

static char *help_of(const struct opt *options, size_t count, int hidden)
{
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);

    opt_help(out, options, count, is_listed, &hidden);
    fclose(out);
    return text;
}

static void test_help(void)
{
    char *text = help_of(table, COUNT, HIDDEN);

    CHECK_TEXT(text, "What:\n"
                     "  --supplier P       a supplier, by any name\n"
                     "  --years Y          a period: 2019-23, 1991-, last5\n"
                     "\n"
                     "Output:\n"
                     "  --format F, -f     table, csv or json\n"
                     "  --output NAME, -o  a file instead of standard output\n"
                     "  --force, -F        replace files that exist\n");
    free(text);
    text = help_of(table + 5, 1, HIDDEN);
    CHECK_TEXT(text, "");
    free(text);
}

static void test_help_wrapped(void)
{
    static const struct opt wide[] = {
        {1, "not-supplier", 0, "P",
         "leave out a supplier: a name in any spelling, codes of three "
         "letters, @group or @file.txt; may be given again and again",
         "What"},
        {2, "a-name-longer-than-any-other", 0, "VALUE", "its text goes below",
         "What"},
        {3, "dash", 0, NULL,
         "\xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 "
         "\xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 "
         "\xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 "
         "\xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 "
         "\xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 "
         "\xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 123456789",
         "What"},
    };
    char *text = help_of(wide, 3, 0);

    CHECK_TEXT(text, "What:\n"
                     "  --not-supplier P  leave out a supplier: a name in any "
                     "spelling, codes of three\n"
                     "                    letters, @group or @file.txt; may be "
                     "given again and again\n"
                     "  --a-name-longer-than-any-other VALUE\n"
                     "                    its text goes below\n"
                     "  --dash            "
                     "\xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 "
                     "\xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 "
                     "\xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 "
                     "\xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 "
                     "\xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 "
                     "\xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 "
                     "\xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93 "
                     "\xe2\x80\x93\n"
                     "                    123456789\n");

    struct str rest = str_from(text);
    while (rest.ptr)
        CU_ASSERT(utf8_width(str_cut(&rest, '\n')) <= 80);
    free(text);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"every form", test_forms},
        {"every fault", test_faults},
        {"a word without end", test_long_word},
        {"the nearest word", test_nearest},
        {"help by groups", test_help},
        {"help wrapped", test_help_wrapped},
    };

    return TAP_RUN("opt", cases);
}
