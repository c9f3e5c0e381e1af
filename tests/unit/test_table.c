/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of plain text: the drawn ones byte for byte, and what must hold for
 * any other. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "emitted.h"
#include "output/wrap.h"
#include "tap.h"
#include "views.h"

/* The first line where they differ shows, not two whole tables. */
static void check_drawn(const char *name, struct result *result)
{
    char path[1000];
    char line[1000];
    snprintf(path, sizeof(path), "%s/tests/unit/drawn/%s", SOURCEDIR, name);
    FILE *drawn = fopen(path, "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(drawn);
    char *text = emitted_once(FORMAT_TABLE, result);
    struct str rest = str_from(text);
    struct str found;
    while (next_line(&rest, &found)) {
        if (!fgets(line, sizeof(line), drawn))
            line[0] = '\0';
        line[strcspn(line, "\n")] = '\0';
        char actual[1000];
        snprintf(actual, sizeof(actual), "%.*s", STR_ARG(found));
        CHECK_TEXT(actual, line);
    }
    CU_ASSERT_PTR_NULL(fgets(line, sizeof(line), drawn));
    fclose(drawn);
    free(text);
}

static void test_drawn_rank(void)
{
    check_drawn("rank.txt", view_rank());
    check_drawn("rank-2023.txt", view_rank_2023());
}

static void test_drawn_factsheet(void)
{
    check_drawn("factsheet.txt", view_factsheet());
}

static void test_drawn_partners(void)
{
    check_drawn("partners.txt", view_partners());
}

static void test_drawn_trend(void)
{
    check_drawn("trend.txt", view_trend());
}

static void test_drawn_verify(void)
{
    check_drawn("verify.txt", view_verify());
}

/* No line is wider than the table or ends in a blank; `drawn` are texts that
 * stand in it whole. */
static void check_lines(const char *text, size_t width)
{
    struct str rest = str_from(text);
    struct str line;
    while (next_line(&rest, &line)) {
        if (utf8_width(line) > width)
            printf("# too wide: %.*s\n", STR_ARG(line));
        CU_ASSERT_TRUE(utf8_width(line) <= width);
        CU_ASSERT_TRUE(line.len == 0 || line.ptr[line.len - 1] != ' ');
    }
}

static void check_holds(const char *text, const char *part)
{
    if (!strstr(text, part))
        printf("# missing '%s' in\n%s", part, text);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, part));
}

/* Names that fit when the gaps give way stay whole. */
static void test_gaps_give_way(void)
{
    struct result *result = view_partners_of("Norway");
    view_add_partner(result, "Trinidad and Tobago", 12, 100);
    view_add_partner(result, "Bosnia-Herzegovina", 1234567, 1000);
    view_add_partner(result, "Houthi rebels (Yemen)*", 5, 4);
    char *text = emitted_once(FORMAT_TABLE, result);
    check_lines(text, 80);
    check_holds(text, "Trinidad and Tobago ");
    check_holds(text, "Bosnia-Herzegovina  ");
    check_holds(text, "Houthi rebels (Yemen)*  ");
    check_holds(text, "1 234 567");
    check_holds(text, "Share of Norway's");
    free(text);
}

/* Longer ones go on in their column, on a line of their own. */
static void test_names_wrap(void)
{
    struct result *result = view_partners_of("Norway");
    view_add_partner(
        result, "Northern Alliance of the Resistance (Afghanistan)*", 7, 50);
    view_add_partner(result, "Chad", 7, 50);
    char *text = emitted_once(FORMAT_TABLE, result);
    check_lines(text, 80);
    check_holds(text, "\n      Northern Alliance of the        7      5.0\n"
                      "      Resistance\n"
                      "      (Afghanistan)*\n"
                      "      Chad                            7      5.0\n");
    free(text);
}

static void test_long_heads(void)
{
    struct result *result =
        view_partners_of("the Democratic Republic of the Congo");
    view_add_partner(result, "Chad", 7, 50);
    char *text = emitted_once(FORMAT_TABLE, result);
    check_lines(text, 80);
    check_holds(text,
                "    Share of the Democratic Republic of the Congo's  Share of "
                "the   Years\n");
    check_holds(text, "\nRank  Recipient         TIV m    2019–23    2014–18 "
                      "     imports, %  any (5)\n");
    free(text);
}

/* Below precision, possibly different, none: where they stand. */
static void test_marks(void)
{
    struct result *result = view_partners_of("Norway");
    view_add_partner(result, "Chad", 0, 0);
    view_add_partner(result, "Mali", 1, 51);
    view_add_partner(result, "Togo", 1, 410);
    struct view_row *rows = result->view.rows;
    rows[0].cells[3].flags = VALUE_ABOVE_ZERO;
    rows[1].cells[3].flags = VALUE_MAY_DIFFER;
    rows[2].cells[3].flags = VALUE_MAY_DIFFER;
    rows[0].cells[4] = value_null(REASON_NO_RECORD);
    rows[1].cells[4] = value_flagged(value_null(REASON_ZERO_BASE), VALUE_NEW);
    rows[2].cells[4] = value_null(REASON_NOT_COVERED);
    char *text = emitted_once(FORMAT_TABLE, result);
    check_holds(text, "\n      Chad                  0      <0.05        –\n"
                      "      Mali                  1       ~5.1      new\n"
                      "      Togo                  1      ~41\n");
    free(text);
}

static void test_other_widths(void)
{
    struct result *result = view_factsheet();
    const struct result *results[] = {result};
    char *wide =
        emitted(FORMAT_TABLE, results, 1, (struct emit_options){.width = 120});
    check_lines(wide, 120);
    check_holds(wide, "Pakistan 61, Bangladesh 11, Thailand 6.0\n");
    check_holds(wide, "Thailand 6.0\n 5  Germany");
    check_holds(wide, "2024 (trade-register.csv, generated 13 Apr 2024).\n");
    free(wide);
    char *narrow =
        emitted(FORMAT_TABLE, results, 1, (struct emit_options){.width = 75});
    check_lines(narrow, 75);
    check_holds(narrow, "+1138");
    free(narrow);
    /* Labels hang, unless there is no room for that. */
    result->view.foot[0] = "1  True when published, revised since.";
    char *foot =
        emitted(FORMAT_TABLE, results, 1, (struct emit_options){.width = 20});
    check_holds(foot, "\n1  True when\n   published,\n   revised since.\n");
    free(foot);
    /* Impossible: it must still end and hold every figure. */
    char *tiny =
        emitted(FORMAT_TABLE, results, 1, (struct emit_options){.width = 1});
    check_holds(tiny, "+1138");
    check_holds(tiny, "\n1\nT\nr\nu\ne\nw\n");
    free(tiny);
    result_free(result);
}

static void test_wide_characters(void)
{
    struct result *result = view_partners_of("大韓民國");
    view_add_partner(result, "中国", 1, 51);
    view_add_partner(result, "Vie\u0323\u0302t Nam", 1, 51);
    view_add_partner(result, "Mali", 1, 51);
    char *text = emitted_once(FORMAT_TABLE, result);
    check_lines(text, 80);
    check_holds(text, "\n      中国                  1        5.1\n"
                      "      Vie\u0323\u0302t Nam              1        5.1\n"
                      "      Mali                  1        5.1\n");
    free(text);
}

/* What breaks lines is escaped everywhere, the rest on a terminal. */
static void test_controls(void)
{
    struct result *result = view_partners_of("A\tB");
    view_add_partner(result, "x\ny", 1, 51);
    view_add_partner(result, "\u202eevil", 1, 51);
    const struct result *results[] = {result};
    char *file = emitted(FORMAT_TABLE, results, 1, (struct emit_options){0});
    check_holds(file, "Share of A\\x09B's");
    check_holds(file, " x\\x0ay ");
    check_holds(file, " \u202eevil ");
    free(file);
    char *terminal = emitted(FORMAT_TABLE, results, 1,
                             (struct emit_options){.harmless = true});
    check_holds(terminal, " \\u{202e}evil ");
    CU_ASSERT_PTR_NULL(strstr(terminal, "\u202e"));
    free(terminal);
    result_free(result);
}

static void test_no_rows(void)
{
    char *text = emitted_once(FORMAT_TABLE, view_partners_of("Norway"));
    check_lines(text, 80);
    check_holds(text, "any (5)\n───");
    free(text);
    text = emitted_once(FORMAT_TABLE, view_titled("rank", "T", NULL));
    CHECK_TEXT(text, "T\n\n");
    free(text);
}

static unsigned seed;

static size_t pick(size_t count)
{
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16) % count;
}

/* Words of letters that no other text of the table has. */
static const char *random_text(struct arena *arena, char letter)
{
    const char *text = "";
    size_t words = pick(8);
    for (size_t i = 0; i < words; i++) {
        char word[20];
        size_t len = 1 + pick(sizeof(word) - 1);
        memset(word, letter, len);
        text = arena_printf(arena, "%s%s%.*s", text,
                            i == 0         ? ""
                            : pick(3) == 0 ? ", "
                                           : " ",
                            (int)len, word);
    }
    return text;
}

static void random_column(struct result *result, bool text)
{
    size_t width = pick(10);
    size_t gap = pick(5);
    bool head = pick(2);
    if (text)
        view_texts(result, width, gap, head ? "Text" : NULL)->flexible =
            pick(2);
    else
        view_figures(result, KIND_SHARE, width, gap, head ? "top" : NULL, NULL,
                     "share");
}

/* Texts and shares in turn. */
static struct result *random_table(void)
{
    struct result *result = view_titled("rank", "Title", "unit");
    size_t columns = 1 + pick(5);
    for (size_t i = 0; i < columns; i++)
        random_column(result, i % 2 == 0);
    for (size_t i = 0; i + 1 < columns; i += 2) {
        int shift = (int)pick(3) - 1;
        view_span(result, 1, i, i + 1, shift, pick(2) ? "Spanning head" : "");
    }
    for (size_t row = 0; row < 5; row++) {
        struct value *cells = view_row(result, VIEW_ENTRY);
        for (size_t i = 0; i < columns; i++) {
            char letter = (char)('a' + row * 3 + i / 2);
            cells[i] = i % 2 == 1
                           ? view_tenths((int)pick(1000))
                           : value_word(random_text(&result->arena, letter));
        }
    }
    return result;
}

static size_t count_letter(const char *text, char letter)
{
    size_t count = 0;
    for (; *text; text++)
        count += *text == letter;
    return count;
}

/* Every letter of every text is in the table, none twice. */
static void check_letters(const struct result *result, const char *text)
{
    const struct view *view = &result->view;
    for (size_t row = 0; row < view->row_count; row++) {
        for (size_t i = 0; i < view->column_count; i += 2) {
            char letter = (char)('a' + row * 3 + i / 2);
            struct str cell = view->rows[row].cells[i].as.text;
            const char *body = strstr(text, "─\n");
            CU_ASSERT_PTR_NOT_NULL_FATAL(body);
            CU_ASSERT_EQUAL(count_letter(body, letter),
                            count_letter(cell.ptr, letter));
        }
    }
}

/* A cell has one letter only, so where one blank parts two others, two cells
 * stand too close. */
static void check_apart(const char *text)
{
    const char *body = strstr(text, "─\n");
    CU_ASSERT_PTR_NOT_NULL_FATAL(body);
    for (const char *at = body + strlen("─\n"); at[0] && at[1]; at++)
        if (at[0] == ' ' && at[-1] != ' ' && at[-1] != '\n' && at[1] != ' ')
            CU_ASSERT_TRUE(at[-1] == ',' || at[-1] == at[1]);
}

static void test_random_tables(void)
{
    for (seed = 1; seed <= 400000; seed += 1000) {
        unsigned first = seed;
        struct result *result = random_table();
        const struct result *results[] = {result};
        char *text =
            emitted(FORMAT_TABLE, results, 1, (struct emit_options){0});
        check_letters(result, text);
        check_apart(text);
        check_lines(text, 80);
        free(text);
        result_free(result);
        seed = first;
    }
}

static void check_wrap(const char *text, size_t width, bool commas,
                       const char *expected)
{
    char lines[1000] = "";
    struct str rest = str_from(text);
    while (rest.len > 0) {
        struct str line = wrap_line(&rest, width, commas);
        size_t len = strlen(lines);
        snprintf(lines + len, sizeof(lines) - len, "%.*s|", STR_ARG(line));
    }
    CHECK_TEXT(lines, expected);
}

static void test_wrap(void)
{
    check_wrap("", 5, false, "");
    check_wrap("   ", 5, false, "|");
    check_wrap("abcde", 5, false, "abcde|");
    check_wrap("abcde   ", 5, false, "abcde|");
    check_wrap("abcde f", 5, false, "abcde|f|");
    check_wrap("ab  cd ef", 6, false, "ab  cd|ef|");
    check_wrap("ab cd, ef gh", 10, true, "ab cd,|ef gh|");
    check_wrap("ab cd, ef gh", 10, false, "ab cd, ef|gh|");
    check_wrap("ab cd, ef gh", 5, true, "ab|cd,|ef gh|");
    check_wrap("Bosnia-Herzegovina", 14, true, "Bosnia-|Herzegovina|");
    check_wrap("     abc", 4, true, "abc|");
    check_wrap("  abc", 5, true, "  abc|");
    check_wrap("abcdefgh", 3, true, "abc|def|gh|");
    check_wrap("up to 92 % of", 9, false, "up to|92 % of|");
    check_wrap("中国人", 3, false, "中|国|人|");
    check_wrap("中", 1, false, "中|");
    check_wrap("\xff\xfe", 1, false, "\xff|\xfe|");
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"drawn: rank, both releases", test_drawn_rank},
        {"drawn: fact sheet", test_drawn_factsheet},
        {"drawn: partners", test_drawn_partners},
        {"drawn: trend", test_drawn_trend},
        {"drawn: verify", test_drawn_verify},
        {"gaps give way to names", test_gaps_give_way},
        {"longer names wrap", test_names_wrap},
        {"long heads push their neighbours", test_long_heads},
        {"marks stand where figures do", test_marks},
        {"other widths", test_other_widths},
        {"East Asian and combining characters", test_wide_characters},
        {"control characters", test_controls},
        {"no rows, no columns", test_no_rows},
        {"random tables keep every letter and the width", test_random_tables},
        {"wrapping", test_wrap},
    };
    return TAP_RUN("table", cases);
}
