/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records: line ends, quotes, damage, widths, tails, limits, batches. */
#include <config.h>

#include <stdint.h>
#include <stdio.h>

#include "csv/reader.h"
#include "csv_dump.h"
#include "tap.h"

/* Checks what a text reads as, and that it does so at every chunk size. */
static void reads_with(const struct csv_view *view, struct str bytes,
                       const char *expected)
{
    struct buf out;

    buf_init(&out, (size_t)1 << 30);
    csv_dump_bytes(&out, bytes, 0, view);
    CHECK_TEXT(buf_str(&out).ptr, expected);
    buf_done(&out);
    CU_ASSERT_EQUAL(csv_bad_chunk(bytes, view), 0);
}

static void reads(const char *text, const char *expected)
{
    reads_with(&csv_plain_view, str_from(text), expected);
}

static void test_line_ends(void)
{
    reads("", "");
    reads("a", "1 ok 1 [a] no end\n");
    reads("a\n", "1 ok 1 [a]\n");
    reads("a\nb\rc\r\nd", "1 ok 1 [a]\n2 ok 1 [b]\n3 ok 1 [c]\n"
                          "4 ok 1 [d] no end\n");
    reads("a\r", "1 ok 1 [a]\n");
    reads("a,\r\n,b\r\n", "1 ok 2 [a][]\n2 ok 2 [][b]\n");
    reads("a\n\rb\n", "1 ok 1 [a]\n2 ok 1 []\n3 ok 1 [b]\n");
    reads("a\r\r\nb", "1 ok 1 [a]\n2 ok 1 []\n3 ok 1 [b] no end\n");
    reads("a,", "1 ok 2 [a][] no end\n");
    reads(",\n", "1 ok 2 [][]\n");
}

static void test_blank_lines(void)
{
    reads("\n", "1 ok 1 []\n");
    reads("\r\n\n\r", "1 ok 1 []\n2 ok 1 []\n3 ok 1 []\n");
    reads("a\n\nb\n", "1 ok 1 [a]\n2 ok 1 []\n3 ok 1 [b]\n");
    reads(" \n\t\n", "1 ok 1 [ ]\n2 ok 1 [\t]\n");
}

static void test_blanks_are_kept(void)
{
    reads(" a , b\t,\" c \"\n", "1 ok 3 [ a ][ b\t][ c ]\n");
    reads(" a , b\t,  \n", "1 ok 3 [ a ][ b\t][  ]\n");
    reads("\" c \",d \n", "1 ok 2 [ c ][d ]\n");
}

static void test_quotes(void)
{
    reads("\"a,b\",\"\",\"c\"\"d\"\n", "1 ok 3 [a,b][][c\"d]\n");
    reads("\"\"\n\"\"\"\"", "1 ok 1 []\n2 ok 1 [\"] no end\n");
    reads("x,\"a\nb\r\nc\rd\",y\nz\n",
          "1 ok 3 [x][a\nb\r\nc\rd][y]\n5 ok 1 [z]\n");
    reads("\"\n\n\"\nz\n", "1 ok 1 [\n\n]\n4 ok 1 [z]\n");
    reads("\"a\"\r\"b\"", "1 ok 1 [a]\n2 ok 1 [b] no end\n");
}

static void test_damaged_quotes(void)
{
    reads("a\n1,\"b\"c,2\nd\n",
          "1 ok 1 [a]\n2 quotes 0  raw(1,\"b\"c,2)\n3 ok 1 [d]\n");
    reads("a \"b\" c,2\nd",
          "1 quotes 0  raw(a \"b\" c,2)\n2 ok 1 [d] no end\n");
    reads("\"a\" ,b\r\nd\r\n", "1 quotes 0  raw(\"a\" ,b)\n2 ok 1 [d]\n");
    reads("a\"", "1 quotes 0  raw(a\") no end\n");
    /* What was taken before the fault is not in the cells, nor in the next
     * record's. */
    reads("one,two,th\"ree\nx\n",
          "1 quotes 0  raw(one,two,th\"ree)\n2 ok 1 [x]\n");
}

/* One stray quote costs its own line, not all lines up to the next quote. */
static void test_damage_over_lines(void)
{
    reads("a,\"b\nc,d\n\"e\",\"f\ng\"\n",
          "1 quotes 0  raw(a,\"b)\n2 ok 2 [c][d]\n3 ok 2 [e][f\ng]\n");
    reads("\"x\n\ny\"z\n1,2\n", "1 quotes 0  raw(\"x)\n2 ok 1 []\n"
                                "3 quotes 0  raw(y\"z)\n4 ok 2 [1][2]\n");
}

static void test_unclosed_quote(void)
{
    reads("a,b\n1,\"open\nc\n",
          "1 ok 2 [a][b]\n"
          "error 3 f:2: unclosed quote: 'open'; close it, or remove it\n");
    reads("\"", "error 3 f:1: unclosed quote: ''; close it, or remove it\n");
    /* The line of the field that is open, not of its record. */
    reads("\"a\nb\",\"c\nd\",\"e\nf\n",
          "error 3 f:3: unclosed quote: 'e'; close it, or remove it\n");
    reads("x,\"a\"\"b\"\"\nc",
          "error 3 f:1: unclosed quote: 'a\"b\"'; close it, or remove it\n");
}

static void test_without_quotes(void)
{
    struct csv_view view = csv_plain_view;

    view.dialect.quote = 0;
    reads_with(&view, STR("\"a,b\" c,\"\n\"\nd"),
               "1 ok 3 [\"a][b\" c][\"]\n2 ok 1 [\"]\n3 ok 1 [d] no end\n");
}

static void test_other_delimiters(void)
{
    struct csv_view view = csv_plain_view;

    view.dialect.delimiter = ';';
    reads_with(&view, STR("a,b;\"c;d\";\n"), "1 ok 3 [a,b][c;d][]\n");
    view.dialect = (struct dialect){.delimiter = '\t', .quote = '\''};
    reads_with(&view, STR("a\t\t'c\td'\"\"\n'c\td'\t\"\n"),
               "1 quotes 0  raw(a\t\t'c\td'\"\")\n2 ok 2 [c\td][\"]\n");
}

static void test_tail(void)
{
    struct csv_view view = csv_plain_view;

    view.dialect.tail = ';';
    view.expected = 2;
    reads_with(&view, STR("a,b;\n1,2;;;;\r\n3,4\n5,;x;"),
               "1 ok 2 [a][b]\n2 ok 2 [1][2]\n3 ok 2 [3][4]\n"
               "4 ok 2 [5][;x] no end\n");
    /* Behind a closing quote it is cut, inside quotes it is text. */
    reads_with(
        &view, STR("a,\"b;\";;\nc,\"d;;\n;\"\"e;\r\nf;\"\ng,\"\"\"\";\n"),
        "1 ok 2 [a][b;]\n2 ok 2 [c][d;;\n;\"e;\r\nf;]\n5 ok 2 [g][\"]\n");
    reads_with(&view, STR(";\n;;;\r\n\nx,;\n"),
               "1 fewer 1 [] raw(;)\n2 fewer 1 [] raw(;;;)\n"
               "3 fewer 1 [] raw()\n4 ok 2 [x][]\n");
    view.dialect.quote = 0;
    reads_with(&view, STR("a,\"b;;\n\";\n"),
               "1 ok 2 [a][\"b]\n2 fewer 1 [\"] raw(\";)\n");
}

static void test_widths(void)
{
    struct csv_view view = csv_plain_view;

    view.expected = 3;
    reads_with(&view,
               STR("a,b,c\na,b\na,b,c,d\na,b,c,,\na,b,c,,e,,\n\n\"a\nb\"\n"
                   "a,b,c,\"\"\n,,,\n"),
               "1 ok 3 [a][b][c]\n"
               "2 fewer 2 [a][b] raw(a,b)\n"
               "3 more 4 [a][b][c][d] raw(a,b,c,d)\n"
               "4 more 5 [a][b][c][][] raw(a,b,c,,)\n"
               "5 more 7 [a][b][c][][e][][] raw(a,b,c,,e,,)\n"
               "6 fewer 1 [] raw()\n"
               "7 fewer 1 [a\nb] raw(\"a)\n"
               "9 more 4 [a][b][c][] raw(a,b,c,\"\")\n"
               "10 ok 3 [][][]\n");
}

/* Fields that every record has behind the expected ones, and nothing in. */
static void test_surplus(void)
{
    struct csv_view view = csv_plain_view;

    view.expected = 2;
    view.surplus = 1;
    for (view.block = 0; view.block <= 64; view.block += 64)
        reads_with(&view,
                   STR("a,b,\r\nc,d,\"\"\n,e,\nf,g\nh,i,j\nk,,l,\n,,,,\n\n"),
                   "1 ok 2 [a][b]\n"
                   "2 ok 2 [c][d]\n"
                   "3 ok 2 [][e]\n"
                   "4 fewer 2 [f][g] raw(f,g)\n"
                   "5 more 3 [h][i][j] raw(h,i,j)\n"
                   "6 more 4 [k][][l][] raw(k,,l,)\n"
                   "7 ok 2 [][]\n"
                   "8 fewer 1 [] raw()\n");
}

static void test_escapes(void)
{
    struct csv_view view = csv_plain_view;

    view.dialect.escape = '\\';
    reads_with(&view,
               STR("\"a\\\"b\",c\\,d,\"e\\\\\"\n\"f\"\"g\",\\h,\"i\\j\"\n\\"),
               "1 ok 3 [a\"b][c,d][e\\]\n"
               "2 ok 3 [f\"g][\\h][i\\j]\n"
               "3 ok 1 [\\] no end\n");
    reads_with(&view, STR("\"a\\\"\n"),
               "error 3 f:1: unclosed quote: 'a\"'; close it, or remove it\n");
}

static void test_long_delimiters(void)
{
    struct csv_view view = csv_plain_view;

    view.dialect.second = ' ';
    reads_with(&view, STR("a, b,c, \"d, e\"\n, \n"),
               "1 ok 3 [a][b,c][d, e]\n2 ok 2 [][]\n");
    view.dialect.delimiter = view.dialect.second = '|';
    reads_with(&view, STR("a||b|c||||\"d||e\"\n"), "1 ok 4 [a][b|c][][d||e]\n");
}

static void test_wanted_columns(void)
{
    struct err err = {0};
    struct batch batch;
    struct text *text =
        text_memory(STR("a,b,c,d\n1,2,3,4\n5\n\"x\"y,2,3,4\n6,7,8,9\n"));
    struct reader *reader =
        reader_open(text, "f", csv_plain_view.dialect, reader_default_limits);

    CU_ASSERT(reader_skip(reader, 1, &err));
    reader_want(reader, (const size_t[]){1, 3}, 2, 4);
    CU_ASSERT_FATAL(reader_next(reader, &batch, &err));
    CU_ASSERT_EQUAL(batch.rows, 4);
    CU_ASSERT_EQUAL_FATAL(batch.columns, 2);
    CU_ASSERT(str_eq(batch.cells[0], STR("2")));
    CU_ASSERT(str_eq(batch.cells[1], STR("4")));
    for (int i = 2; i < 6; i++)
        CU_ASSERT_EQUAL(batch.cells[i].len, 0);
    CU_ASSERT(str_eq(batch.cells[6], STR("7")));
    CU_ASSERT(str_eq(batch.cells[7], STR("9")));
    CU_ASSERT_EQUAL(batch.lines[3], 5);
    CU_ASSERT_EQUAL(batch.fields[1], 1);
    CU_ASSERT_EQUAL(batch.status[2], RECORD_QUOTES);
    CU_ASSERT(reader_next(reader, &batch, &err) && batch.rows == 0);
    CU_ASSERT(reader_next(reader, &batch, &err) && batch.rows == 0);
    reader_close(reader);
    text_close(text);
}

/* Only the count is asked for: no column at all. */
static void test_no_columns(void)
{
    struct csv_view view = csv_plain_view;

    view.columns = 0;
    reads_with(&view, STR("a,b\n\nc"), "1 ok 2 \n2 ok 1 \n3 ok 1  no end\n");
}

static void test_skip(void)
{
    static const char source[] =
        "t \"x\"\n\"two\nlines\"\n\n\"open\"x\nhead,er\n1,2\n";
    struct err err = {0};
    struct batch batch;

    for (size_t n = 0; n <= 8; n++) {
        static const uint64_t lines[] = {1, 2, 4, 5, 6, 7, 0, 0, 0};
        struct text *text = text_memory(str_from(source));
        struct reader *reader = reader_open(text, "f", csv_plain_view.dialect,
                                            reader_default_limits);
        reader_want(reader, (const size_t[]){0}, 1, 0);
        CU_ASSERT(reader_skip(reader, n, &err));
        CU_ASSERT(reader_next(reader, &batch, &err));
        CU_ASSERT_EQUAL(batch.rows > 0 ? batch.lines[0] : 0, lines[n]);
        CU_ASSERT_EQUAL(batch.rows, n < 6 ? 6 - n : 0);
        reader_close(reader);
        text_close(text);
    }
}

/* The columns may change between batches; rows already skipped leave nothing
 * behind. */
static void test_want_between_batches(void)
{
    struct err err = {0};
    struct batch batch;
    struct buf source;

    buf_init(&source, 1 << 20);
    for (int i = 0; i < 3000; i++)
        buf_printf(&source, "%d,b%d\n", i, i);
    struct text *text = text_memory(buf_str(&source));
    struct reader *reader =
        reader_open(text, "f", csv_plain_view.dialect, reader_default_limits);
    reader_want(reader, (const size_t[]){0}, 1, 2);
    CU_ASSERT(reader_next(reader, &batch, &err));
    size_t rows = batch.rows;
    CU_ASSERT(rows > 100 && rows <= 1024);
    reader_want(reader, (const size_t[]){1, 7}, 2, 0);
    CU_ASSERT(reader_skip(reader, 10, &err));
    CU_ASSERT_FATAL(reader_next(reader, &batch, &err) && batch.rows > 0);
    CU_ASSERT_EQUAL(batch.lines[0], rows + 11);
    char expected[20];
    snprintf(expected, sizeof(expected), "b%zu", rows + 10);
    CU_ASSERT(str_eq(batch.cells[0], str_from(expected)));
    CU_ASSERT_EQUAL(batch.cells[1].len, 0);
    reader_close(reader);
    text_close(text);
    buf_done(&source);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"LF, CRLF and lone CR", test_line_ends},
        {"blank lines", test_blank_lines},
        {"blanks are kept", test_blanks_are_kept},
        {"quotes", test_quotes},
        {"damaged quotes", test_damaged_quotes},
        {"damage over several lines", test_damage_over_lines},
        {"unclosed quote", test_unclosed_quote},
        {"quotes as ordinary characters", test_without_quotes},
        {"other delimiters", test_other_delimiters},
        {"tail", test_tail},
        {"widths", test_widths},
        {"surplus fields", test_surplus},
        {"escapes", test_escapes},
        {"delimiters of two bytes", test_long_delimiters},
        {"wanted columns", test_wanted_columns},
        {"no columns", test_no_columns},
        {"skipping", test_skip},
        {"other columns between batches", test_want_between_batches},
    };
    return TAP_RUN("csv", cases);
}
