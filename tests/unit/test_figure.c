/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure/ without gnuplot: quoting, text on paper, axes, pages, and what
 * stands in scripts and data files. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "figure/axis.h"
#include "figure/fonts.h"
#include "figure/page.h"
#include "figure/script.h"
#include "figure/text.h"
#include "figure_cases.h"
#include "figure_svg.h"
#include "scratch.h"
#include "tap.h"

static void check_quote(struct str text, const char *expected)
{
    struct buf script;

    buf_init(&script, 10000);
    gp_quote(&script, text);
    CHECK_TEXT(buf_str(&script).ptr, expected);
    buf_done(&script);
}

static void quote_examples(void)
{
    check_quote(STR(""), "\"\"");
    check_quote(STR("South Korea, 2019-23 (all)"),
                "\"South Korea, 2019-23 (all)\"");
    check_quote(STR("'"), "\"\\0047\"");
    check_quote(STR("\""), "\"\\0042\"");
    check_quote(STR("`x`"), "\"\\140x\\140\"");
    check_quote(STR("\\"), "\"\\134\"");
    check_quote(STR("@x"), "\"\\100x\"");
    check_quote(STR("%d"), "\"\\0045d\"");
    check_quote(STR("{}"), "\"\\173\\175\"");
    check_quote(STR("$(x)"), "\"\\0044(x)\"");
    check_quote(STR("a\nb"), "\"a\\0012b\"");
    check_quote(STR("\0337"), "\"\\00337\"");
    check_quote(STR("\303\2511"), "\"\\303\\2511\"");
}

/* The scanner's view: an escape is a backslash and up to four digits when the
 * first is 0, else three. */
static size_t unquote(const char *literal, char *text)
{
    size_t len = 0;

    for (literal++; *literal != '"'; len++) {
        if (*literal != '\\') {
            text[len] = *literal++;
            continue;
        }
        int digits = literal[1] == '0' ? 4 : 3;
        unsigned code = 0;
        for (int i = 1; i <= digits; i++)
            code = code * 8 + (unsigned)(literal[i] - '0');
        text[len] = (char)code;
        literal += digits + 1;
    }
    return len;
}

static void quote_every_byte(void)
{
    const char *after[] = {"", "0", "7", "77", "\\", "\"", "`"};

    for (int byte = 0; byte < 256; byte++) {
        for (size_t i = 0; i < sizeof(after) / sizeof(after[0]); i++) {
            char text[8] = {(char)byte};
            char back[8];
            struct buf script;
            size_t len = 1 + strlen(after[i]);
            memcpy(text + 1, after[i], len - 1);
            buf_init(&script, 100);
            gp_quote(&script, (struct str){text, len});
            CU_ASSERT_EQUAL(strcspn(script.ptr + 1, "\"'`@%\n{}$#!|<>"),
                            script.len - 2);
            CU_ASSERT_EQUAL(unquote(script.ptr, back), len);
            CU_ASSERT_EQUAL(memcmp(back, text, len), 0);
            buf_done(&script);
        }
    }
}

static void cells(void)
{
    struct text_lines lines = {
        {STR("a\\n\"`b"), STR("'%@#{")},
        2,
    };
    struct buf data;

    buf_init(&data, 1000);
    gp_cell(&data, &lines);
    CHECK_TEXT(buf_str(&data).ptr, "\"a\\\\n\\0042`b\\n'%@#{\"");
    buf_done(&data);
}

static void check_clean(struct str text, struct str expected)
{
    struct arena arena;

    arena_init(&arena);
    struct str clean = text_clean(&arena, text);
    CU_ASSERT(str_eq(clean, expected));
    arena_done(&arena);
}

#define BAD "\xef\xbf\xbd"

static void clean_examples(void)
{
    check_clean(STR(""), STR(""));
    check_clean(STR("S\u00e3o Tom\u00e9 \u5927"),
                STR("S\u00e3o Tom\u00e9 \u5927"));
    check_clean(STR("a\tb\nc\r\0d\033[2J\x7f"), STR("a b c  d [2J "));
    check_clean(STR("\302\205x\302\233x\u2028x\u2029x"), STR(" x x x x"));
    check_clean(STR("\xff\xc3"), STR(BAD BAD));
    check_clean(STR("\xed\xa0\x80"), STR(BAD BAD BAD));
    check_clean(STR("\xef\xbf\xbe\xef\xbf\xbf"), STR(BAD BAD));
    check_clean(STR("\u202eab\u2066"), STR(BAD "ab" BAD));
}

static void clean_is_idempotent(void)
{
    struct arena arena;

    arena_init(&arena);
    for (size_t i = 0; i < 2000; i++) {
        struct str clean = text_clean(&arena, svg_attack(&arena, i, "/"));
        CU_ASSERT_EQUAL(utf8_valid_prefix(clean), clean.len);
        CU_ASSERT(str_eq(clean, text_clean(&arena, clean)));
        for (size_t j = 0; j < clean.len; j++)
            CU_ASSERT((unsigned char)clean.ptr[j] >= 0x20);
    }
    arena_done(&arena);
}

/* Every line fits, nothing is lost but blanks where it breaks. */
static void check_wrap(const char *text, double em)
{
    struct text_lines lines = {.count = 0};
    struct arena arena;
    char joined[400] = "";
    char squeezed[400] = "";
    size_t len = 0;

    arena_init(&arena);
    text_wrap(&lines, &arena, str_from(text), em, TEXT_LINES);
    for (size_t i = 0; i < lines.count; i++) {
        struct str line = lines.line[i];
        CU_ASSERT(line.len > 0);
        CU_ASSERT(text_width(line) <= em || line.len == 1);
        for (size_t j = 0; j < line.len; j++)
            if (line.ptr[j] != ' ')
                joined[len++] = line.ptr[j];
    }
    len = 0;
    for (size_t j = 0; text[j] != '\0'; j++)
        if (text[j] != ' ')
            squeezed[len++] = text[j];
    CHECK_TEXT(joined, squeezed);
    arena_done(&arena);
}

static void wrapping(void)
{
    const char *text = "Yemen Arab Republic (North Yemen) and "
                       "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww  the rest.";

    for (double em = 1; em < 60; em += 0.7) {
        if ((double)strlen(text) < em * TEXT_LINES)
            check_wrap(text, em);
        check_wrap("", em);
        check_wrap("   ", em);
        check_wrap("a", em);
    }
}

static void shortening(void)
{
    struct text_lines lines = {.count = 0};
    struct arena arena;

    arena_init(&arena);
    text_wrap(&lines, &arena, STR("United Arab Emirates and others"), 8, 2);
    CU_ASSERT_EQUAL(lines.count, 2);
    CU_ASSERT(str_eq(lines.line[0], STR("United Arab")));
    CU_ASSERT(str_ends(lines.line[1], STR("\u2026")));
    CU_ASSERT(text_width(lines.line[1]) <= 8);
    text_wrap(&lines, &arena, STR("no room"), 8, 2);
    CU_ASSERT_EQUAL(lines.count, 2);
    arena_done(&arena);
}

static void check_axis(double largest, unsigned most)
{
    struct axis axis = axis_of_shares("");

    axis_divide(&axis, largest, most);
    double steps = axis.end / axis.step;
    double mantissa = axis.step / pow(10, floor(log10(axis.step) + 1e-9));
    CU_ASSERT(axis.end >= largest * (1 - 1e-9));
    CU_ASSERT(fabs(steps - round(steps)) < 1e-9);
    CU_ASSERT(steps >= 1 - 1e-9 && steps <= most + 1e-9);
    CU_ASSERT(axis.end - axis.step < fmax(largest, 1));
    CU_ASSERT(fabs(mantissa - 1) < 1e-6 || fabs(mantissa - 2) < 1e-6 ||
              fabs(mantissa - 5) < 1e-6);
}

static void axis_steps(void)
{
    for (unsigned most = 1; most <= 6; most++) {
        check_axis(0, most);
        for (double largest = 1e-6; largest <= 1e18; largest *= 1.37)
            check_axis(largest, most);
        for (int power = -6; power <= 18; power++)
            check_axis(pow(10, power), most);
    }
}

static void check_unit(const char *unit, double largest, const char *text,
                       amount scale)
{
    struct arena arena;

    arena_init(&arena);
    struct axis axis = axis_of_amounts(&arena, unit, largest);
    CHECK_TEXT(axis.text.ptr, text);
    CU_ASSERT(axis.scale == scale);
    arena_done(&arena);
}

static void axis_units(void)
{
    check_unit("tiv_million", 0, "TIV, millions", 1);
    check_unit("tiv_million", 139978, "TIV, millions", 1);
    check_unit("tiv_million", 2065055, "TIV, billions", 1000);
    check_unit("usd", 999999, "USD", 1);
    check_unit("usd", 1e6, "USD, thousands", 1000);
    check_unit("eur", 3.2e10, "EUR, millions", 1000000);
    check_unit("gbp", 1e18, "GBP, trillions", (amount)1000000000000);
    check_unit("items", 107, "Items", 1);
    check_unit("", 1, "Amount", 1);
    check_unit("barrels", 1, "barrels", 1);
}

static void fonts(void)
{
    struct err err = {ERR_NONE, ""};
    struct arena arena;

    arena_init(&arena);
    CU_ASSERT(fonts_cover(
        &arena, STR("S\u00e3o Tom\u00e9 \u2013 \u2026 \u200b"), &err));
    CU_ASSERT_EQUAL(err.kind, ERR_NONE);
    CU_ASSERT_FALSE(fonts_cover(&arena, STR("a \U0010fffd b"), &err));
    CU_ASSERT_EQUAL(err.kind, ERR_SYSTEM);
    CHECK_TEXT(err.text, "no font of this machine can draw '\U0010fffd' "
                         "(U+10FFFD); install one, such as Debian's "
                         "fonts-noto, or draw an .svg");
    arena_done(&arena);
}

static void check_size(const char *size, double width, double height)
{
    struct err err = {ERR_NONE, ""};
    struct arena arena;
    struct page page;

    arena_init(&arena);
    CU_ASSERT(page_init(&page, &arena, size, &err));
    CU_ASSERT_DOUBLE_EQUAL(page.width, width / 2.54 * 72, 1e-6);
    CU_ASSERT_DOUBLE_EQUAL(page.height, height / 2.54 * 72, 1e-6);
    page_done(&page);
    arena_done(&arena);
}

static void check_no_size(const char *size)
{
    struct err err = {ERR_NONE, ""};
    struct arena arena;
    struct page page;

    arena_init(&arena);
    CU_ASSERT_FALSE(page_init(&page, &arena, size, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.text, "size of a figure"));
    arena_done(&arena);
}

static void sizes(void)
{
    static const char *const wrong[] = {
        "",      "x",     "8",      "8x",     "x8",   "8.8cm", "2.99x5",
        "5x2.9", "51x5",  "5x51",   "8,8x5",  "-5x5", "5x5x5", "nanx5",
        "infx5", "1e9x5", "0x0",    "5x 5",   " 5x5", "five",  "One-column",
        "5x0",   "5x5 ",  "0x10x5", "10x1e-9"};

    check_size(NULL, 8.8, 0);
    check_size("one-column", 8.8, 0);
    check_size("one-and-half", 12, 0);
    check_size("two-column", 18, 0);
    check_size("12x8", 12, 8);
    check_size("8.85x3", 8.85, 3);
    check_size("50x50", 50, 50);
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
        check_no_size(wrong[i]);
}

static void words(void)
{
    static const char *const suffixes[] = {"pdf", "svg", "png", "eps", "gp"};
    enum figure_format format;
    enum figure_kind kind;
    char name[20];

    CU_ASSERT(figure_kind_from_word(STR("ranking"), &kind) &&
              kind == FIGURE_RANKING);
    CU_ASSERT(figure_kind_from_word(STR("series"), &kind) &&
              kind == FIGURE_SERIES);
    CU_ASSERT_FALSE(figure_kind_from_word(STR("map"), &kind));
    CU_ASSERT(figure_natural("rank", &kind) && kind == FIGURE_RANKING);
    CU_ASSERT(figure_natural("partners", &kind) && kind == FIGURE_RANKING);
    CU_ASSERT(figure_natural("series", &kind) && kind == FIGURE_SERIES);
    CU_ASSERT_FALSE(figure_natural("verify", &kind));
    for (size_t i = 0; i < 5; i++) {
        snprintf(name, sizeof(name), "a.%s", suffixes[i]);
        CU_ASSERT(figure_format_from_suffix(str_from(name), &format) &&
                  format == (enum figure_format)i);
    }
    CU_ASSERT(figure_format_from_suffix(STR("A.PDF"), &format));
    CU_ASSERT_FALSE(figure_format_from_suffix(STR(".pdf"), &format));
    CU_ASSERT_FALSE(figure_format_from_suffix(STR("pdf"), &format));
    CU_ASSERT_FALSE(figure_format_from_suffix(STR("a.txt"), &format));
}

static const struct tap_case cases[] = {
    {"examples of quoting", quote_examples},
    {"every byte is quoted and found again", quote_every_byte},
    {"text in data files", cells},
    {"examples of cleaning", clean_examples},
    {"clean text is valid, in one line and stays so", clean_is_idempotent},
    {"wrapped lines fit and lose nothing", wrapping},
    {"what does not fit ends in an ellipsis", shortening},
    {"axes end at or above the largest in round steps", axis_steps},
    {"axis texts name unit and scale", axis_units},
    {"a character that no font has is named", fonts},
    {"sizes", sizes},
    {"words of kinds, commands and suffixes", words},
};

int main(void)
{
    return TAP_RUN("figure", cases);
}
