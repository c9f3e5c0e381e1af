/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/reader.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "csv/tokenizer.h"

/* A batch ends when one of them is reached, never inside a record. */
#define BATCH_ROWS ((size_t)1024)
#define BATCH_CELLS ((size_t)65536)
#define BATCH_BYTES ((size_t)256 * 1024)

const struct reader_limits reader_default_limits = {
    .field = (size_t)1 << 20,
    .record = (size_t)16 << 20,
    .columns = 16384,
};

struct reader {
    struct tokenizer *tokenizer;
    size_t *wanted; /* column numbers, then SIZE_MAX */
    size_t columns; /* how many are wanted */
    size_t expected;
    size_t due; /* which of the wanted ones comes next in the record */
    /* The batch. Texts stand one behind the other in the order of the cells,
     * so only their lengths are kept until it is complete. */
    size_t rows, max_rows;
    struct buf text, raw_text;
    struct str *cells;
    uint64_t lines[BATCH_ROWS];
    uint32_t fields[BATCH_ROWS];
    unsigned char status[BATCH_ROWS];
    struct str raw[BATCH_ROWS];
    bool ended[BATCH_ROWS];
};

static void take(void *owner, size_t index, struct str field)
{
    struct reader *reader = owner;

    if (index != reader->wanted[reader->due])
        return;
    reader->cells[reader->rows * reader->columns + reader->due].len = field.len;
    buf_add(&reader->text, field);
    reader->due++;
}

struct reader *reader_open(struct text *text, const char *file,
                           struct dialect dialect, struct reader_limits limits)
{
    struct reader *reader = mem_alloc(1, sizeof(*reader));
    struct token_taker taker = {take, reader};

    assert(file);
    reader->tokenizer = tokenizer_new(text, file, dialect, limits, taker);
    buf_init(&reader->text, PTRDIFF_MAX - 1);
    buf_init(&reader->raw_text, PTRDIFF_MAX - 1);
    reader_want(reader, NULL, 0, 0);
    return reader;
}

void reader_close(struct reader *reader)
{
    if (!reader)
        return;
    tokenizer_free(reader->tokenizer);
    buf_done(&reader->text);
    buf_done(&reader->raw_text);
    mem_free(reader->cells);
    mem_free(reader->wanted);
    mem_free(reader);
}

void reader_want(struct reader *reader, const size_t *columns, size_t count,
                 size_t expected_fields)
{
    reader->wanted = mem_resize(reader->wanted, count + 1, sizeof(*columns));
    for (size_t i = 0; i < count; i++) {
        assert(i == 0 || columns[i] > columns[i - 1]);
        reader->wanted[i] = columns[i];
    }
    reader->wanted[count] = SIZE_MAX;
    reader->columns = count;
    reader->expected = expected_fields;
    reader->max_rows = BATCH_ROWS;
    if (count > BATCH_CELLS / BATCH_ROWS)
        reader->max_rows = count < BATCH_CELLS ? BATCH_CELLS / count : 1;
    reader->cells = mem_resize(reader->cells, reader->max_rows * count,
                               sizeof(*reader->cells));
}

bool reader_skip(struct reader *reader, size_t records, struct err *err)
{
    struct record record = {.line = 1};

    for (size_t i = 0; i < records && record.line > 0; i++) {
        reader->due = reader->columns; /* nothing */
        if (!tokenizer_next(reader->tokenizer, &record, err))
            return false;
    }
    return true;
}

/* Number of fields without empty surplus ones. */
static size_t count_fields(const struct reader *reader,
                           const struct record *record)
{
    if (reader->expected == 0 || record->fields <= reader->expected)
        return record->fields;
    return record->filled > reader->expected ? record->filled
                                             : reader->expected;
}

static enum record_status judge(const struct reader *reader,
                                const struct record *record, size_t fields)
{
    if (record->fault)
        return RECORD_QUOTES;
    if (reader->expected == 0 || fields == reader->expected)
        return RECORD_OK;
    return fields < reader->expected ? RECORD_FEWER : RECORD_MORE;
}

/* The record whose fields were taken becomes a row. */
static void add_row(struct reader *reader, const struct record *record)
{
    size_t row = reader->rows++;
    size_t fields = count_fields(reader, record);
    enum record_status status = judge(reader, record, fields);
    struct str *cells = reader->cells + row * reader->columns;

    for (; reader->due < reader->columns; reader->due++)
        cells[reader->due].len = 0;
    reader->lines[row] = record->line;
    reader->fields[row] = fields < UINT32_MAX ? (uint32_t)fields : UINT32_MAX;
    reader->status[row] = (unsigned char)status;
    reader->ended[row] = record->ended;
    reader->raw[row].len = 0;
    if (status != RECORD_OK) {
        reader->raw[row].len = record->first_line.len;
        buf_add(&reader->raw_text, record->first_line);
    }
}

static void place(struct str *texts, size_t count, const struct buf *in)
{
    const char *at = buf_str(in).ptr;

    for (size_t i = 0; i < count; i++) {
        texts[i].ptr = at;
        at += texts[i].len;
    }
}

bool reader_next(struct reader *reader, struct batch *batch, struct err *err)
{
    reader->rows = 0;
    buf_clear(&reader->text);
    buf_clear(&reader->raw_text);
    while (reader->rows < reader->max_rows &&
           reader->text.len + reader->raw_text.len < BATCH_BYTES) {
        struct record record;
        size_t before = reader->text.len;

        reader->due = 0;
        if (!tokenizer_next(reader->tokenizer, &record, err))
            return false;
        if (record.line == 0)
            break;
        if (record.fault) {
            reader->text.len = before;
            reader->due = 0;
        }
        add_row(reader, &record);
    }
    place(reader->cells, reader->rows * reader->columns, &reader->text);
    place(reader->raw, reader->rows, &reader->raw_text);
    *batch = (struct batch){
        .rows = reader->rows,
        .columns = reader->columns,
        .cells = reader->cells,
        .lines = reader->lines,
        .fields = reader->fields,
        .status = reader->status,
        .raw = reader->raw,
        .ended = reader->ended,
    };
    return true;
}
