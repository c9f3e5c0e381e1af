/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of registers with one row a deal, records that a line end has broken,
 * and the characters of RTF. */
#include <config.h>

#include "source/deal_cells.h"

#include "source/deal_pieces.h"
#include "source/rtf.h"
#include "source/rtf_text.h"
#include "tap.h"

static void test_counts(void)
{
    static const struct {
        const char *cell;
        bool sound, bracketed;
        int64_t count;
    } cases[] = {
        {"28", true, false, 28},         {"(28)", true, true, 28},
        {" ( 28 ) ", true, true, 28},    {"0", true, false, 0},
        {"28.0", true, false, 28},       {"", true, false, -1},
        {"()", true, true, -1},          {". .", true, false, -1},
        {"(. .)", true, true, -1},       {"nan", true, false, -1},
        {"28.5", false, false, 0},       {"-1", false, false, 0},
        {"28?", false, false, 0},        {"(28", false, false, 0},
        {"2147483648", false, false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int64_t count;
        bool bracketed;
        bool sound =
            deal_count(str_from(cases[i].cell), '.', &count, &bracketed);
        CU_ASSERT_EQUAL(sound, cases[i].sound);
        if (!sound)
            continue;
        CU_ASSERT_EQUAL(count, cases[i].count);
        CU_ASSERT_EQUAL(bracketed, cases[i].bracketed);
    }
}

static void check_years(const char *cell, const char *want, bool ranged)
{
    struct deal_years_cell years;
    struct arena arena;
    const char *text = "";
    arena_init(&arena);
    CU_ASSERT_TRUE(deal_years(str_from(cell), &years));
    for (size_t i = 0; i < years.count; i++)
        text = arena_printf(&arena, "%s %d", text, years.years[i]);
    CHECK_TEXT(text, want);
    CU_ASSERT_EQUAL(years.ranged, ranged);
    arena_done(&arena);
}

static void test_years(void)
{
    struct deal_years_cell years;
    static const char *const wrong[] = {
        "194 - 2008", "2009-2008",  "2015;16", "2015 2016",
        "1900-2150",  "2015; soon", "-",       "2015-",
    };
    check_years("2015; 2016; 2018", " 2015 2016 2018", false);
    check_years("2015;2016; 2017", " 2015 2016 2017", false);
    check_years("2018; 2015; 2015", " 2015 2018", false);
    check_years("1981-1983", " 1981 1982 1983", true);
    check_years("2007 - 2008", " 2007 2008", false);
    check_years("1981\u20131984", " 1981 1982 1983 1984", true);
    check_years("(1987)", " 1987", false);
    check_years("1981-1982; 1985", " 1981 1982 1985", false);
    check_years("", "", false);
    check_years("()", "", false);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        bool none = deal_is_blank(str_from(wrong[i]));
        CU_ASSERT_EQUAL(deal_years(str_from(wrong[i]), &years), none);
    }
}

static void test_flags(void)
{
    enum tri flag;
    CU_ASSERT_TRUE(deal_flag(STR("?"), &flag) && flag == TRI_YES);
    CU_ASSERT_TRUE(deal_flag(STR(" "), &flag) && flag == TRI_NO);
    CU_ASSERT_TRUE(deal_flag(STR("Yes"), &flag) && flag == TRI_YES);
    CU_ASSERT_FALSE(deal_flag(STR("3.25"), &flag));
}

/* Lines of a file with so many columns, of which the third may be broken:
 * what becomes of each, in one letter. */
static void check_pieces(const char *text, const char *want, const char *cell)
{
    static const char letters[] = "-mWn";
    const size_t columns[] = {0, 1, 2, 3, 4};
    struct deal_pieces pieces;
    struct batch batch;
    struct err err = {0};
    char got[16] = "";
    size_t len = 0;
    struct text *bytes = text_memory(str_from(text));
    struct reader *reader = reader_open(
        bytes, "test", (struct dialect){.delimiter = ',', .quote = '"'},
        reader_default_limits);
    reader_want(reader, columns, 5, 5);
    deal_pieces_init(&pieces, 5, 2);
    CU_ASSERT_TRUE(reader_next(reader, &batch, &err));
    for (size_t row = 0; row < batch.rows; row++) {
        enum deal_pieces_state state = deal_pieces_add(&pieces, &batch, row);
        got[len++] = letters[state];
        if (state == DEAL_PIECES_WHOLE && cell) {
            struct arena arena;
            arena_init(&arena);
            CHECK_TEXT(arena_str(&arena, pieces.cells[2]).ptr, cell);
            arena_done(&arena);
        }
        if (state == DEAL_PIECES_WHOLE || state == DEAL_PIECES_NOT)
            deal_pieces_clear(&pieces);
    }
    CHECK_TEXT(got, want);
    deal_pieces_done(&pieces);
    reader_close(reader);
    text_close(bytes);
}

static void test_pieces(void)
{
    check_pieces("a,b,one\n two,3,4\n", "mW", "one two");
    check_pieces("a,b,one\n,3,4\n", "mW", "one");
    check_pieces("a,b,one\ntwo\nthree,3,4\n", "mmW", "one two three");
    check_pieces("a,b,one\n\n,3,4\n", "mmW", "one");
    check_pieces("a,b,one\r\n,3,4\r\n", "mW", "one");
    /* Never a row that is whole by itself, nor more or less than one. */
    check_pieces("a,b,one\na,b,c,d,e\n", "mn", NULL);
    check_pieces("a,b,one\n,3\n", "mn", NULL);
    check_pieces("a,b,one\n,3,4,5\n", "mn", NULL);
    check_pieces("a,b\n,c,3,4\n", "--", NULL);
    check_pieces("word\na,b,c,d,e\n", "--", NULL);
    check_pieces("a,b,1\n2\n3\n4\n5\n6\n7\n8\n9,3,4\n", "mmmmmmmmn", NULL);
}

static void test_bytes(void)
{
    static const struct {
        uint32_t code;
        const char *text;
    } characters[] = {
        {'A', "A"},         {0xE9, "\u00e9"},
        {0x2019, "\u2019"}, {0x1F600, "\U0001F600"},
        {0xD800, "\uFFFD"}, {0x110000, "\uFFFD"},
        {0, "\uFFFD"},
    };
    CU_ASSERT_EQUAL(rtf_byte_code('A', true), 'A');
    CU_ASSERT_EQUAL(rtf_byte_code(0xD4, true), 0x2018);
    CU_ASSERT_EQUAL(rtf_byte_code(0xD5, true), 0x2019);
    CU_ASSERT_EQUAL(rtf_byte_code(0x99, true), 0xF4);
    CU_ASSERT_EQUAL(rtf_byte_code(0x92, false), 0x2019);
    CU_ASSERT_EQUAL(rtf_byte_code(0xE9, false), 0xE9);
    CU_ASSERT_EQUAL(rtf_byte_code(0x81, false), 0xFFFD);
    for (size_t i = 0; i < sizeof characters / sizeof characters[0]; i++) {
        char text[RTF_CHARACTER + 1] = "";
        size_t len = rtf_character(text, characters[i].code);
        CU_ASSERT_EQUAL(len, strlen(characters[i].text));
        CHECK_TEXT(text, characters[i].text);
    }
}

/* All paragraphs, as "cell|cell/"; '*' before one that is bold. */
static void check_rtf(const char *rtf_text, const char *want)
{
    struct text *text = text_memory(str_from(rtf_text));
    struct rtf rtf;
    struct rtf_paragraph paragraph;
    struct arena arena;
    struct err err = {0};
    const char *got = "";
    bool more = true;
    arena_init(&arena);
    rtf_init(&rtf, text, "test", 1000);
    while (more && rtf_next(&rtf, &paragraph, &more, &err)) {
        got = arena_printf(&arena, "%s%s", got, paragraph.bold ? "*" : "");
        for (size_t i = 0; i < paragraph.count && i < RTF_CELLS; i++)
            got = arena_printf(&arena, "%s%s%.*s", got, i ? "|" : "",
                               STR_ARG(paragraph.cells[i]));
        got = arena_printf(&arena, "%s/", got);
    }
    CHECK_TEXT(err.kind ? err.text : got, want);
    rtf_done(&rtf);
    arena_done(&arena);
    text_close(text);
}

static void test_rtf(void)
{
    check_rtf("{\\rtf1 a\\tab b\\par c}", "a|b/c/");
    check_rtf("{\\rtf1{\\b A}\\par{\\b R:} x\\tab 1\\par}", "*A/R: x|1//");
    check_rtf("{\\rtf1{\\fonttbl{\\f0 Times;}}{\\*\\x gone\\par}a\\par}",
              "a//");
    check_rtf("{\\rtf1\\mac \\'d4a\\'d5\\par}", "\u2018a\u2019//");
    check_rtf("{\\rtf1\\ansi\\'92\\u233?e\\u-10179?\\u-8704?\\par}",
              "\u2019\u00e9e\U0001F600//");
    check_rtf("{\\rtf1\\uc2\\u233??e\\par}", "\u00e9e//");
    check_rtf("{\\rtf1 a\\{b\\}\\\\c\\~d\\_e\nf\\par}", "a{b}\\c d-ef//");
    check_rtf("{\\rtf1\\bin3 abcd\\par}", "d//");
    check_rtf("{\\rtf1\\bin99999999 abcd\\par}", "/");
    check_rtf("}}}{\\rtf1 a\\par}}}} outside", "a//");
    check_rtf("", "/");
    check_rtf("{\\rtf1\\'zq\\par\\", "zq//");
}

static void test_limits(void)
{
    char deep[3 * RTF_DEPTH];
    char wide[2000];
    memset(deep, '{', sizeof deep - 1);
    deep[sizeof deep - 1] = '\0';
    check_rtf(deep, "test:1: more than 200 groups of RTF within each other; "
                    "download the file again");
    memset(wide, 'a', sizeof wide - 1);
    wide[sizeof wide - 1] = '\0';
    wide[0] = '{';
    check_rtf(wide, "test:1: more than 1000 bytes in a paragraph; "
                    "--max-record raises the limit, --no-limits lifts it");
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"numbers of pieces", test_counts},
        {"delivery years", test_years},
        {"marks of estimates", test_flags},
        {"lines of one record", test_pieces},
        {"bytes and characters of RTF", test_bytes},
        {"paragraphs of RTF", test_rtf},
        {"what hostile RTF cannot do", test_limits},
    };
    return TAP_RUN("deal cells", cases);
}
