/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialects are found by what a table looks like: one invented table, written
 * in every way, and lines that look like none. */
#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "csv/dialect.h"
#include "tap.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define COLUMNS 5
#define ROWS 12

static const char *const names[COLUMNS] = {"Exporter", "Importer", "When",
                                           "Value", "Remarks"};

static const char *cell(size_t row, size_t column)
{
    static const char *const places[] = {"Korea, Rep.", "Poland",
                                         "Cote d'Ivoire", "United States"};
    static const char *const dates[] = {"2001-02-03", "17/05/2010", "2019"};
    static const char *const values[] = {"12", "1.5", "$7.20", "300"};
    static const char *const remarks[] = {
        "", "the \"old\" one", "for parts; spare | used", "won't fly: sold"};

    if (row == 0)
        return names[column];
    switch (column) {
    case 0:
        return places[row % COUNT(places)];
    case 1:
        return places[(row / 2 + 1) % COUNT(places)];
    case 2:
        return dates[row % COUNT(dates)];
    case 3:
        return values[row % COUNT(values)];
    default:
        return remarks[row % COUNT(remarks)];
    }
}

/* Quoted where it has to be. */
static void write_cell(struct buf *out, const struct dialect *dialect,
                       struct str delimiter, const char *text)
{
    bool quoted = dialect->quote && (strchr(text, dialect->quote) ||
                                     str_find(str_from(text), delimiter) >= 0 ||
                                     strchr(text, delimiter.ptr[0]));

    if (quoted)
        buf_add_char(out, dialect->quote);
    for (; *text; text++) {
        if (quoted && *text == dialect->quote)
            buf_add_char(out,
                         dialect->escape ? dialect->escape : dialect->quote);
        buf_add_char(out, *text);
    }
    if (quoted)
        buf_add_char(out, dialect->quote);
}

static void write_table(struct buf *out, const struct dialect *dialect,
                        const char *end)
{
    const char bytes[] = {dialect->delimiter, dialect->second};
    struct str delimiter = {bytes, dialect->second ? 2 : 1};

    for (size_t row = 0; row <= ROWS; row++) {
        for (size_t column = 0; column < COLUMNS; column++) {
            if (column > 0)
                buf_add(out, delimiter);
            write_cell(out, dialect, delimiter, cell(row, column));
        }
        buf_add_text(out, end);
    }
}

static bool same_dialect(struct dialect a, struct dialect b)
{
    return a.delimiter == b.delimiter && a.second == b.second &&
           a.quote == b.quote && a.escape == b.escape;
}

static void find(struct str bytes, struct dialect_guess *best, bool *sure)
{
    struct dialect_guess guesses[DIALECT_GUESSES];
    size_t count = dialect_find(bytes, true, guesses);

    CU_ASSERT_FATAL(count > 0);
    *best = guesses[0];
    *sure = dialect_is_sure(guesses, count);
}

static void finds(const struct dialect *dialect, const char *above,
                  size_t header)
{
    static const char *const ends[] = {"\n", "\r\n", "\r"};

    for (size_t i = 0; i < COUNT(ends); i++) {
        struct buf text;
        struct dialect_guess best;
        bool sure;
        buf_init(&text, 1 << 16);
        buf_add_text(&text, above);
        write_table(&text, dialect, ends[i]);
        find(buf_str(&text), &best, &sure);
        bool right = sure && same_dialect(best.dialect, *dialect) &&
                     best.header == header && best.columns == COLUMNS &&
                     best.named;
        if (!right)
            printf("# delimiter '%c%c', quote '%c', escape '%c': found "
                   "'%c%c', '%c', '%c', header %zu, columns %zu, score %u\n",
                   dialect->delimiter, dialect->second, dialect->quote,
                   dialect->escape, best.dialect.delimiter, best.dialect.second,
                   best.dialect.quote, best.dialect.escape, best.header,
                   best.columns, best.score);
        CU_ASSERT(right);
        buf_done(&text);
    }
}

static void test_every_dialect(void)
{
    static const char *const delimiters[] = {
        ",", ";", "\t", "|",  ":",  "^",  "~",
        "#", " ", ", ", "; ", "||", "::", "\xC2\xA7",
    };
    static const char manners[][2] = {
        {'"', 0}, {'"', '\\'}, {'\'', 0}, {'\'', '\\'}};

    for (size_t i = 0; i < COUNT(delimiters); i++)
        for (size_t k = 0; k < COUNT(manners); k++) {
            struct dialect dialect = {.delimiter = delimiters[i][0],
                                      .second = delimiters[i][1],
                                      .quote = manners[k][0],
                                      .escape = manners[k][1]};
            finds(&dialect, "", 0);
        }
}

static void test_preamble(void)
{
    static const struct dialect plain = {.delimiter = ',', .quote = '"'};
    static const struct dialect other = {.delimiter = ';', .quote = '"'};

    finds(&plain, "What was sold, to whom, and when\nUnit: million\n\n", 3);
    finds(&other, "What was sold;;;;\n", 1);
}

/* What a file says of itself, and what it does not. */
static void test_headers(void)
{
    struct dialect_guess best;
    bool sure;

    find(STR("1,2,3\n4,5,6\n"), &best, &sure);
    CU_ASSERT(sure && !best.named && best.header == 0 && best.columns == 3);
    find(STR("a,b,c,d\n1,2,3\n4,5,6\n"), &best, &sure);
    CU_ASSERT(best.header == 0 && best.columns == 4);
    find(STR("a,b\n1,2,3\n4,5,6\n"), &best, &sure);
    CU_ASSERT(best.header == 0 && best.columns == 2);
    find(STR("a b c\n1,2,3\n4,5,6\n"), &best, &sure);
    CU_ASSERT(best.header == 1 && !best.named);
}

static void test_no_table(void)
{
    static const char *const texts[] = {
        "",
        "\n",
        "\n\n\n",
        "word\n",
        "one\ntwo\nthree\n",
        "a;b,c\nd;e,f\n",
        "\"",
        "\"\"\"",
    };
    struct dialect_guess best;
    bool sure;

    for (size_t i = 0; i < COUNT(texts); i++) {
        find(str_from(texts[i]), &best, &sure);
        CU_ASSERT_FALSE(sure);
    }
}

static void refines(const char *text, char quote, char escape)
{
    struct dialect dialect = {.delimiter = ',', .quote = '"'};

    dialect_refine(&dialect, str_from(text), true);
    CU_ASSERT_EQUAL(dialect.delimiter, ',');
    CU_ASSERT_EQUAL(dialect.quote, quote);
    CU_ASSERT_EQUAL(dialect.escape, escape);
}

/* A known table keeps its quotes unless others are plainly better. */
static void test_refine(void)
{
    refines("a,b\n1,2\n", '"', 0);
    refines("a,b\n1,\"x\\\"y\"\n2,\"z\"\n", '"', '\\');
    refines("a,b\n1,\"C:\\\"\n2,\"D:\\\"\n", '"', 0);
    refines("a,b\n'x, y','2'\n'z','w'\n", '\'', 0);
    refines("a,b\nit's,'t Hart\nx,y\n", '"', 0);
    refines("a,b\n5\" gun,1\n3\" gun,2\n2\" gun,3\n", '"', 0);
}

static void words_are(struct dialect dialect, const char *expected)
{
    struct arena arena;

    arena_init(&arena);
    const char *words = dialect_words(&dialect, &arena);
    CHECK_TEXT(words ? words : "(null)", expected);
    arena_done(&arena);
}

static void test_words(void)
{
    words_are((struct dialect){.delimiter = ',', .quote = '"'}, "(null)");
    words_are((struct dialect){.delimiter = ';', .quote = '"'},
              "separated by semicolons");
    words_are((struct dialect){.delimiter = '|', .second = '|', .quote = '\''},
              "separated by '||', quoted with '");
    words_are((struct dialect){.delimiter = '\t', .escape = '\\'},
              "separated by tabs, without quotes, escaped with \\");
    CHECK_TEXT(dialect_line_end(STR("a\r\nb\n")), "CRLF");
    CHECK_TEXT(dialect_line_end(STR("a\rb\n")), "CR");
    CHECK_TEXT(dialect_line_end(STR("\n")), "LF");
    CHECK_TEXT(dialect_line_end(STR("a")), "");
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"every dialect is found", test_every_dialect},
        {"lines above the header", test_preamble},
        {"headers", test_headers},
        {"no table", test_no_table},
        {"quotes of a known table", test_refine},
        {"words", test_words},
    };
    return TAP_RUN("csv dialect", cases);
}
