/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a file: the same records that the reader sees. */
#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "csv/head.h"
#include "tap.h"

static const struct dialect plain = {.delimiter = ',', .quote = '"'};

/* The head as a text: line and cells of each record, "whole" if it is. */
static void dump_head(struct buf *out, struct str bytes, bool whole,
                      struct dialect dialect)
{
    struct arena arena;
    struct head head;

    arena_init(&arena);
    head_split(&head, bytes, whole, dialect, &arena);
    for (size_t i = 0; i < head.count; i++) {
        const struct head_record *record = &head.records[i];
        buf_printf(out, "%llu ", (unsigned long long)record->line);
        for (size_t k = 0; k < record->count; k++)
            buf_printf(out, "[%.*s]", STR_ARG(record->cells[k]));
        buf_add_text(out, "\n");
    }
    buf_add_text(out, head.whole ? "whole\n" : "");
    arena_done(&arena);
}

static void splits_as(const char *bytes, bool whole, struct dialect dialect,
                      const char *expected)
{
    struct buf out;

    buf_init(&out, 1 << 20);
    dump_head(&out, str_from(bytes), whole, dialect);
    CHECK_TEXT(buf_str(&out).ptr, expected);
    buf_done(&out);
}

static void test_split(void)
{
    splits_as("", true, plain, "whole\n");
    splits_as("", false, plain, "");
    splits_as("t\n\n\"a\r\nb\",c\r1,2", true, plain,
              "1 [t]\n2 []\n3 [a\r\nb][c]\n5 [1][2]\nwhole\n");
    splits_as("a,\"b;c\";d\n", true,
              (struct dialect){.delimiter = ';', .quote = 0},
              "1 [a,\"b][c\"][d]\nwhole\n");
    splits_as("a,b;;\n;\n", true,
              (struct dialect){.delimiter = ',', .quote = '"', .tail = ';'},
              "1 [a][b]\n2 []\nwhole\n");
    splits_as("a\tb\n", true, (struct dialect){.delimiter = '\t', .quote = '"'},
              "1 [a][b]\nwhole\n");
}

static void test_cut(void)
{
    splits_as("a\n1,2", false, plain, "1 [a]\n");
    splits_as("a\n1,2\n", false, plain, "1 [a]\n2 [1][2]\n");
    splits_as("a\n1,2\r", false, plain, "1 [a]\n2 [1][2]\n");
    splits_as("a\n1,\"2\n3", false, plain, "1 [a]\n");
    splits_as("a\n1,\"2\n3\n", false, plain, "1 [a]\n");
    splits_as("a\n1,\"2\"", false, plain, "1 [a]\n");
    splits_as("a", false, plain, "");
}

static void test_damaged(void)
{
    splits_as("\"a\"b,c\nd\n", true, plain, "1 [\"a\"b][c]\n2 [d]\nwhole\n");
    splits_as("x,\"a\nb\nc", true, plain, "1 [x][\"a]\n2 [b]\n3 [c]\nwhole\n");
    splits_as("a \"q\" b,\n\"\"\"", true, plain,
              "1 [a \"q\" b][]\n2 [\"\"\"]\nwhole\n");
}

static void test_sixty_records(void)
{
    struct arena arena;
    struct head head;
    struct buf bytes;

    arena_init(&arena);
    buf_init(&bytes, 1 << 20);
    for (size_t n = 1; n <= HEAD_RECORDS + 2; n++) {
        buf_printf(&bytes, "%zu,", n);
        head_split(&head, buf_str(&bytes), true, plain, &arena);
        CU_ASSERT_EQUAL(head.count, n < HEAD_RECORDS ? n : HEAD_RECORDS);
        CU_ASSERT_EQUAL(head.whole, n <= HEAD_RECORDS);
        head_split(&head, buf_str(&bytes), false, plain, &arena);
        CU_ASSERT_EQUAL(head.count, n <= HEAD_RECORDS ? n - 1 : HEAD_RECORDS);
        CU_ASSERT(!head.whole);
        buf_add_text(&bytes, "\n");
    }
    buf_done(&bytes);
    arena_done(&arena);
}

/* Many cells, and cells of many bytes. */
static void test_large_records(void)
{
    struct arena arena;
    struct head head;
    struct buf bytes;

    arena_init(&arena);
    buf_init(&bytes, 1 << 20);
    buf_fill(&bytes, ',', 1000);
    buf_add_text(&bytes, "\n");
    buf_fill(&bytes, 'x', 50000);
    head_split(&head, buf_str(&bytes), true, plain, &arena);
    CU_ASSERT_EQUAL_FATAL(head.count, 2);
    CU_ASSERT_EQUAL(head.records[0].count, 1001);
    CU_ASSERT_EQUAL(head.records[0].cells[1000].len, 0);
    CU_ASSERT_EQUAL(head.records[1].count, 1);
    CU_ASSERT_EQUAL(head.records[1].cells[0].len, 50000);
    buf_done(&bytes);
    arena_done(&arena);
}

/* After skipping n records the reader stands at the record that is n-th in
 * the head, whatever is in those before it: what makes it right to find the
 * header in the head and then skip it. */
static void check_skip(struct str bytes, const struct head *head)
{
    for (size_t n = 0; n < head->count; n++) {
        struct err err = {0};
        struct batch batch = {0};
        struct text *text = text_memory(bytes);
        struct reader *reader =
            reader_open(text, "f", head->dialect, reader_default_limits);
        reader_want(reader, (const size_t[]){0}, 1, 0);
        bool sound =
            reader_skip(reader, n, &err) && reader_next(reader, &batch, &err);
        size_t rows = batch.rows;
        if (sound && rows > 0) {
            CU_ASSERT_EQUAL(batch.lines[0], head->records[n].line);
            CU_ASSERT(batch.status[0] != RECORD_OK ||
                      str_eq(batch.cells[0], head->records[n].cells[0]));
        }
        sound = sound && reader_next(reader, &batch, &err);
        CU_ASSERT(sound || strstr(err.text, "unclosed quote"));
        CU_ASSERT(!sound || rows == head->count - n);
        reader_close(reader);
        text_close(text);
    }
}

static void test_same_as_reader(void)
{
    static const char alphabet[] = "ab,,\"\"\n\n\r;";
    uint64_t state = 77;

    for (int i = 0; i < 400; i++) {
        char bytes[40];
        struct arena arena;
        struct head head;
        for (size_t k = 0; k < sizeof(bytes); k++) {
            state = state * 6364136223846793005 + 1442695040888963407;
            bytes[k] = alphabet[(state >> 33) % (sizeof(alphabet) - 1)];
        }
        struct str text = {bytes, sizeof(bytes)};
        arena_init(&arena);
        head_split(
            &head, text, true,
            (struct dialect){.delimiter = ',', .quote = '"', .tail = ';'},
            &arena);
        CU_ASSERT(head.count > 0 && head.whole);
        check_skip(text, &head);
        arena_done(&arena);
    }
}

static char tail_of(const char *bytes, size_t header, char delimiter)
{
    struct arena arena;
    struct head head;

    arena_init(&arena);
    head_split(&head, str_from(bytes), true,
               (struct dialect){.delimiter = delimiter, .quote = '"'}, &arena);
    char tail = head_tail(&head, header);
    arena_done(&arena);
    return tail;
}

static void test_tail(void)
{
    CU_ASSERT_EQUAL(tail_of("t;\na,b;\n1,2;\n3,4;\n", 1, ','), ';');
    CU_ASSERT_EQUAL(tail_of("a,b;;;\n1,2;;;\n", 0, ','), ';');
    CU_ASSERT_EQUAL(tail_of("a;b,\n1;2,\n", 0, ';'), ',');
    CU_ASSERT_EQUAL(tail_of("a,b;\n", 0, ','), ';'); /* no line denies it */
    CU_ASSERT_EQUAL(tail_of("a,b;\n1,\"x\";\n", 0, ','), ';');
    CU_ASSERT_EQUAL(tail_of("a,b;\n1,2;\n\"bro\nken\"\n3,4;\n", 0, ','), ';');
    /* The lines do not have it, or only the lines do. */
    CU_ASSERT_EQUAL(tail_of("a,b;\n1,2\n3,4\n", 0, ','), 0);
    CU_ASSERT_EQUAL(tail_of("a,b\n1,2;\n3,4;\n", 0, ','), 0);
    /* The delimiter makes empty fields, and other characters are text. */
    CU_ASSERT_EQUAL(tail_of("a,b,\n1,2,\n", 0, ','), 0);
    CU_ASSERT_EQUAL(tail_of("a;b;\n1;2;\n", 0, ';'), 0);
    CU_ASSERT_EQUAL(tail_of("a,b.\n1,2.\n", 0, ','), 0);
    CU_ASSERT_EQUAL(tail_of("a,b;\n1,2;\n", 5, ','), 0);
    CU_ASSERT_EQUAL(tail_of("", 0, ','), 0);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"split", test_split},
        {"cut by the end of the bytes", test_cut},
        {"damaged records", test_damaged},
        {"sixty records", test_sixty_records},
        {"large records", test_large_records},
        {"same records as the reader", test_same_as_reader},
        {"tail", test_tail},
    };
    return TAP_RUN("csv head", cases);
}
