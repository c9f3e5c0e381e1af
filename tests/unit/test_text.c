/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of src/base: str, buf. */
#include <config.h>

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "tap.h"

static struct arena arena;

static void test_str_compare(void)
{
    CU_ASSERT(str_cmp(STR("a"), STR("b")) < 0);
    CU_ASSERT(str_cmp(STR("ab"), STR("a")) > 0);
    CU_ASSERT(str_cmp(STR("a"), STR("ab")) < 0);
    CU_ASSERT(str_cmp(STR("z"), STR("\xC3\xA9")) < 0); /* unsigned bytes */
    CU_ASSERT(str_cmp(STR("a\0b"), STR("a\0c")) < 0);
    CU_ASSERT_EQUAL(str_cmp((struct str){NULL, 0}, STR("")), 0);
    CU_ASSERT(str_eq_fold(STR("TITLE"), STR("title")));
    CU_ASSERT(!str_eq_fold(STR("title"), STR("titles")));
    CU_ASSERT(!str_eq_fold(STR("@"), STR("`"))); /* 0x40, 0x60 */
    CU_ASSERT(!str_eq_fold(STR("["), STR("{")));
    CU_ASSERT(!str_eq_fold(STR("\xC3\x89"), STR("\xC3\xA9"))); /* ASCII only */
}

static void test_str_ends(void)
{
    CU_ASSERT(str_starts(STR("trade"), STR("tra")));
    CU_ASSERT(str_starts(STR("trade"), STR("")));
    CU_ASSERT(!str_starts(STR("tra"), STR("trade")));
    CU_ASSERT(str_ends(STR("a.csv"), STR(".csv")));
    CU_ASSERT(!str_ends(STR("csv"), STR(".csv")));
    CU_ASSERT(!str_ends(STR("a.csv"), STR(".CSV")));
}

static void test_str_trim(void)
{
    CU_ASSERT(str_eq(str_trim(STR(" \t\xC2\xA0 a b \xC2\xA0\t")), STR("a b")));
    CU_ASSERT_EQUAL(str_trim(STR(" \xC2\xA0 ")).len, 0);
    CU_ASSERT_EQUAL(str_trim((struct str){NULL, 0}).len, 0);
    /* A lone half of the no-break space and a line end stay. */
    CU_ASSERT(str_eq(str_trim(STR(" \xA0 ")), STR("\xA0")));
    CU_ASSERT(str_eq(str_trim(STR("a\n")), STR("a\n")));
}

/* "<a><b>" for the pieces that str_cut() visits. */
static const char *pieces(struct str rest)
{
    const char *all = "";
    while (rest.ptr) {
        struct str piece = str_cut(&rest, ',');
        all = arena_printf(&arena, "%s<%.*s>", all, STR_ARG(piece));
    }
    return all;
}

static void test_str_cut(void)
{
    CHECK_TEXT(pieces(STR("a,,bc")), "<a><><bc>");
    CHECK_TEXT(pieces(STR("a,")), "<a><>");
    CHECK_TEXT(pieces(STR("")), "<>");
    CHECK_TEXT(pieces((struct str){NULL, 0}), "");
}

static void test_str_find(void)
{
    CU_ASSERT_EQUAL(str_find(STR("abcabc"), STR("ca")), 2);
    CU_ASSERT_EQUAL(str_find(STR("abc"), STR("abcd")), -1);
    CU_ASSERT_EQUAL(str_find(STR("abc"), STR("x")), -1);
    CU_ASSERT_EQUAL(str_find(STR("a\0b"), STR("\0b")), 1);
    CU_ASSERT_EQUAL(str_find((struct str){NULL, 0}, STR("")), 0);
    CU_ASSERT_EQUAL(str_find((struct str){NULL, 0}, STR("a")), -1);
    /* Not past the end of the text. */
    CU_ASSERT_EQUAL(str_find((struct str){"abc", 2}, STR("bc")), -1);
}

static void test_str_to_uint(void)
{
    unsigned long value = 7;
    CU_ASSERT(str_to_uint(STR("2023"), 9999, &value) && value == 2023);
    CU_ASSERT(str_to_uint(STR("0009"), 9, &value) && value == 9);
    CU_ASSERT(str_to_uint(STR("18446744073709551615"), UINT64_MAX, &value));
    CU_ASSERT_EQUAL(value, UINT64_MAX);
    static const char *const wrong[] = {
        "",   "-1",   "+1",    " 1",   "1 ",
        "1.", "0x10", "10000", "\xB2", "99999999999999999999"};
    for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
        value = 7;
        bool taken = str_to_uint(str_from(wrong[i]), 9999, &value);
        tap_check_text(taken || value != 7 ? "taken" : "refused", "refused",
                       wrong[i], __FILE__, __LINE__);
    }
    CU_ASSERT(!str_to_uint(STR("18446744073709551616"), UINT64_MAX, &value));
}

static void test_str_matches(void)
{
    CU_ASSERT(str_matches(STR("South Korea"), STR("*KOREA")));
    CU_ASSERT(str_matches(STR("South Korea"), STR("s*k*a")));
    CU_ASSERT(str_matches(STR("aXbXc"), STR("*x*c")));
    CU_ASSERT(str_matches(STR("abcabd"), STR("*abd")));
    CU_ASSERT(str_matches(STR(""), STR("**")));
    CU_ASSERT(str_matches(STR("K-2 -"), STR("k-2 -")));
    CU_ASSERT(!str_matches(STR(""), STR("a")));
    CU_ASSERT(!str_matches(STR("Korea"), STR("South*")));
    CU_ASSERT(!str_matches(STR("Koreas"), STR("*korea")));
    CU_ASSERT(!str_matches(STR("a?c"), STR("a.c")));
    /* A hostile pattern ends in time. */
    struct buf text, pattern;
    buf_init(&text, 20000);
    buf_init(&pattern, 200);
    buf_fill(&text, 'a', 20000);
    for (int i = 0; i < 50; i++)
        buf_add_text(&pattern, "*a");
    buf_add_text(&pattern, "*b");
    CU_ASSERT(!str_matches(buf_str(&text), buf_str(&pattern)));
    buf_done(&text);
    buf_done(&pattern);
}

static void test_str_distance(void)
{
    CU_ASSERT_EQUAL(str_distance(STR("suplier"), STR("supplier")), 1);
    CU_ASSERT_EQUAL(str_distance(STR("recieve"), STR("receive")), 1);
    CU_ASSERT_EQUAL(str_distance(STR("kitten"), STR("sitting")), 3);
    CU_ASSERT_EQUAL(str_distance(STR("CA"), STR("abc")), 3); /* not 2: OSA */
    CU_ASSERT_EQUAL(str_distance(STR("TOP"), STR("top")), 0);
    CU_ASSERT_EQUAL(str_distance(STR(""), STR("abc")), 3);
    CU_ASSERT_EQUAL(str_distance(STR("abc"), STR("")), 3);
    char longer[200];
    memset(longer, 'x', sizeof(longer));
    CU_ASSERT_EQUAL(str_distance((struct str){longer, 200}, STR("")), 64);
    CU_ASSERT_EQUAL(
        str_distance((struct str){longer, 200}, (struct str){longer, 70}), 0);
}

static void test_buf_grows(void)
{
    struct buf buf;
    buf_init(&buf, 100000);
    CU_ASSERT_EQUAL(buf_str(&buf).len, 0);
    CU_ASSERT(buf_add_text(&buf, ""));
    CHECK_TEXT(buf.ptr, "");
    int added = 0;
    for (int i = 0; i < 10000; i++)
        added += buf_printf(&buf, "%04d", i);
    CU_ASSERT_FATAL(added == 10000 && buf.len == 40000);
    CU_ASSERT(memcmp(buf.ptr + 4 * 1234, "1234", 4) == 0);
    CHECK_TEXT(buf.ptr + 39996, "9999");
    buf_clear(&buf);
    CHECK_TEXT(buf.ptr, "");
    CU_ASSERT(buf_fill(&buf, '-', 3) && buf_add_char(&buf, '>'));
    CHECK_TEXT(buf.ptr, "--->");
    buf_done(&buf);
    CU_ASSERT_PTR_NULL(buf.ptr);
}

static void test_buf_maximum(void)
{
    struct buf buf;
    buf_init(&buf, 10);
    CU_ASSERT(buf_add_text(&buf, "12345678"));
    CU_ASSERT(!buf_add_text(&buf, "90a"));
    CHECK_TEXT(buf.ptr, "12345678");
    CU_ASSERT(buf.full);
    CU_ASSERT(!buf_add_char(&buf, '9')); /* would fit, but a part is missing */
    CU_ASSERT(!buf_add_text(&buf, ""));
    CHECK_TEXT(buf.ptr, "12345678");
    buf_clear(&buf);
    CU_ASSERT(!buf.full && buf_printf(&buf, "%010d", 1));
    CHECK_TEXT(buf.ptr, "0000000001");
    CU_ASSERT(!buf_printf(&buf, "%d", 1));
    CU_ASSERT(!buf_fill(&buf, 'x', SIZE_MAX));
    CHECK_TEXT(buf.ptr, "0000000001");
    buf_done(&buf);
    buf_init(&buf, 0);
    CU_ASSERT(!buf_add_char(&buf, 'x'));
    buf_done(&buf);
}

static const struct tap_case cases[] = {
    {"str: order by unsigned bytes, folding in ASCII", test_str_compare},
    {"str: starts and ends", test_str_ends},
    {"str: blanks at both ends", test_str_trim},
    {"str: cut at a mark", test_str_cut},
    {"str: find", test_str_find},
    {"str: whole numbers, nothing else", test_str_to_uint},
    {"str: patterns", test_str_matches},
    {"str: edit distance", test_str_distance},
    {"buf: grows and stays terminated", test_buf_grows},
    {"buf: all or nothing at the maximum", test_buf_maximum},
};

int main(void)
{
    arena_init(&arena);
    int status = TAP_RUN("text", cases);
    arena_done(&arena);
    return status;
}
