/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits, with the option that lifts them, and the size of batches. */
#include <config.h>

#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "csv/reader.h"
#include "csv_dump.h"
#include "tap.h"

/* Small enough that every chunk size can be tried around them. */
static const struct csv_view tight = {
    .dialect = {.delimiter = ',', .quote = '"'},
    .limits = {.field = 10, .record = 40, .columns = 4},
    .columns = 4,
};

static void reads_with(const struct csv_view *view, const char *text,
                       const char *expected)
{
    struct buf out;

    buf_init(&out, (size_t)1 << 20);
    csv_dump_bytes(&out, str_from(text), 0, view);
    CHECK_TEXT(buf_str(&out).ptr, expected);
    buf_done(&out);
    CU_ASSERT_EQUAL(csv_bad_chunk(str_from(text), view), 0);
}

static void reads(const char *text, const char *expected)
{
    reads_with(&tight, text, expected);
}

/* A field of nine quotes. */
#define QUOTES "\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\""
#define RAISED " raises the limit, --no-limits lifts it\n"
#define FIELD "--max-field" RAISED
#define RECORD "--max-record" RAISED

static void test_field(void)
{
    reads("0123456789,\"0123456789\"\n", "1 ok 2 [0123456789][0123456789]\n");
    reads(
        "a\n\nb,0123456789x\n",
        "1 ok 1 [a]\n2 ok 1 []\n"
        "error 3 f:3: more than 10 bytes in a field: 'b,0123456789x'; " FIELD);
    reads("\"0123456789x\",b\n", "error 3 f:1: more than 10 bytes in a field: "
                                 "'\"0123456789x\",b'; " FIELD);
    /* The doubled quote is one byte of the field. */
    reads("\"012345678\"\"\"", "1 ok 1 [012345678\"] no end\n");
}

static void test_field_left_open(void)
{
    reads("a\nb,\"c\n0123\n45678\nd\n",
          "1 ok 1 [a]\n"
          "error 3 f:2: unclosed quote: 'c'; close it, or raise "
          "--max-field\n");
    reads("\"01234\n5678\"\n", "1 ok 1 [01234\n5678]\n");
    reads("\"01234\n56789\"\n", "error 3 f:1: more than 10 bytes in a field: "
                                "'\"01234'; " FIELD);
}

static void test_record(void)
{
    reads("012345678,012345678,012345678,0123456789\r\nx\n",
          "1 ok 4 [012345678][012345678][012345678][0123456789]\n"
          "2 ok 1 [x]\n");
    reads("x\n012345678,012345678,012345678,01234567890\n",
          "1 ok 1 [x]\n"
          "error 3 f:2: more than 40 bytes in a record: "
          "'012345678,012345678,012345678,0123456789'; " RECORD);
    /* Quotes and line ends within the record count, the last end does not. */
    reads("\"1\n3\",\"5\n789\",\"\n\"\"\"," QUOTES "\r\n",
          "1 ok 4 [1\n3][5\n789][\n\"][\"\"\"\"\"\"\"\"\"]\n");
    reads(
        "\"1\n3\",\"5\n7890\",\"\n\"\"\"," QUOTES "\r\n",
        "error 3 f:4: unclosed quote: '\"\"\"\"\"\"\"\"\"'; close it, or raise "
        "--max-record\n");
}

static void test_record_left_open(void)
{
    struct csv_view view = tight;

    view.limits.field = 0;
    reads_with(&view, "a\n\"b\n0123456789012345678901234567890123456789x\ny\n",
               "1 ok 1 [a]\n"
               "error 3 f:2: unclosed quote: 'b'; close it, or raise "
               "--max-record\n");
    reads_with(&view, "a\nb,\"0123456789012345678901234567890123456789\"\n",
               "1 ok 1 [a]\n"
               "error 3 f:2: unclosed quote: "
               "'0123456789012345678901234567890123456'; close it, or raise "
               "--max-record\n");
    /* Lines without any text count too: their ends are in the record. */
    reads_with(
        &view,
        "\"\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"
        "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n",
        "error 3 f:1: unclosed quote: ''; close it, or raise "
        "--max-record\n");
}

static void test_columns(void)
{
    reads("a,b,c,d\n", "1 ok 4 [a][b][c][d]\n");
    reads("a\n\n,,,,\n",
          "1 ok 1 [a]\n2 ok 1 []\n"
          "error 3 f:3: more than 4 columns: ',,,,'; --max-columns" RAISED);
    /* What is wrong with a line that is too long as a whole. */
    reads(",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n",
          "error 3 f:1: more than 4 columns: "
          "',,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,'; --max-columns" RAISED);
    reads("012345678901234567890123456789012345678901234567890\n",
          "error 3 f:1: more than 10 bytes in a field: "
          "'0123456789012345678901234567890123456789'; " FIELD);
}

static void test_no_limits(void)
{
    struct csv_view view = tight;
    struct buf source, out;

    view.limits = (struct reader_limits){0};
    view.columns = 1;
    buf_init(&source, (size_t)1 << 26);
    buf_init(&out, (size_t)1 << 26);
    buf_fill(&source, ',', 20000);
    for (int i = 0; i < 16; i++) {
        buf_add_text(&source, i > 0 ? "," : "\n");
        buf_fill(&source, 'x', (1 << 20) + 1);
    }
    csv_dump_bytes(&out, buf_str(&source), 0, &view);
    CU_ASSERT(str_starts(buf_str(&out), STR("1 ok 20001 []\n2 ok 16 [xxx")));
    CU_ASSERT_EQUAL(buf_str(&out).len,
                    strlen("1 ok 20001 []\n2 ok 16 [] no end\n") + (1 << 20) +
                        1);

    buf_clear(&out);
    view.limits = reader_default_limits;
    csv_dump_bytes(&out, buf_str(&source), 0, &view);
    CU_ASSERT(
        str_starts(buf_str(&out), STR("error 3 f:1: more than 16384 columns")));
    buf_done(&source);
    buf_done(&out);
}

/* Reads all, checks that the lines follow one another and that no batch is
 * larger than it may be; the number of batches. */
static size_t count_batches(struct str source, size_t columns, size_t rows)
{
    struct err err = {0};
    struct batch batch;
    struct text *text = text_memory(source);
    struct reader *reader =
        reader_open(text, "f", csv_plain_view.dialect, reader_default_limits);
    size_t *wanted = mem_alloc(columns, sizeof(*wanted));
    size_t batches = 0, seen = 0;

    for (size_t i = 0; i < columns; i++)
        wanted[i] = i;
    reader_want(reader, wanted, columns, columns);
    while (reader_next(reader, &batch, &err) && batch.rows > 0) {
        size_t bytes = 0;
        for (size_t i = 0; i + 1 < batch.rows * columns; i++)
            bytes += batch.cells[i].len;
        for (size_t row = 0; row < batch.rows; row++)
            CU_ASSERT_EQUAL_FATAL(batch.lines[row], ++seen);
        CU_ASSERT(batch.rows <= 1024);
        CU_ASSERT(bytes <= 256 * 1024);
        batches++;
    }
    CU_ASSERT_EQUAL(err.kind, ERR_NONE);
    CU_ASSERT_EQUAL(seen, rows);
    reader_close(reader);
    text_close(text);
    mem_free(wanted);
    return batches;
}

static void test_batch_rows(void)
{
    struct buf source;

    buf_init(&source, 1 << 26);
    for (int i = 0; i < 10 * 1024; i++)
        buf_add_text(&source, "a,b\n");
    CU_ASSERT_EQUAL(count_batches(buf_str(&source), 2, 10240), 10);
    buf_add_text(&source, "a,b");
    CU_ASSERT_EQUAL(count_batches(buf_str(&source), 2, 10241), 11);
    buf_done(&source);
}

static void test_batch_bytes(void)
{
    struct buf source;

    buf_init(&source, 1 << 26);
    for (int i = 0; i < 100; i++) {
        buf_fill(&source, 'x', 60000);
        buf_add_text(&source, "\n");
    }
    CU_ASSERT_EQUAL(count_batches(buf_str(&source), 1, 100), 20);
    buf_clear(&source);
    buf_fill(&source, 'y', 1 << 20); /* one huge record between small ones */
    buf_add_text(&source, "\na\n");
    CU_ASSERT_EQUAL(count_batches(buf_str(&source), 1, 2), 2);
    buf_clear(&source);
    for (int i = 0; i < 40; i++) { /* only kept because they are too wide */
        buf_fill(&source, ',', 16000);
        buf_add_text(&source, "x\n");
    }
    CU_ASSERT(count_batches(buf_str(&source), 3, 40) >= 2);
    buf_done(&source);
}

static void test_batch_cells(void)
{
    struct buf source;

    buf_init(&source, 1 << 26);
    for (int i = 0; i < 40; i++) {
        buf_fill(&source, ',', 16383);
        buf_add_text(&source, "\n");
    }
    CU_ASSERT_EQUAL(count_batches(buf_str(&source), 16384, 40), 10);
    CU_ASSERT_EQUAL(count_batches(buf_str(&source), 100000, 40), 40);
    buf_done(&source);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"limit of a field", test_field},
        {"limit of a field, left open", test_field_left_open},
        {"limit of a record", test_record},
        {"limit of a record, left open", test_record_left_open},
        {"limit of columns", test_columns},
        {"no limits", test_no_limits},
        {"rows of a batch", test_batch_rows},
        {"bytes of a batch", test_batch_bytes},
        {"cells of a batch", test_batch_cells},
    };
    return TAP_RUN("csv batches", cases);
}
