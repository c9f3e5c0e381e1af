/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/reader.h"

#include <assert.h>
#include <stdint.h>

#include "base/mem.h"
#include "csv/share.h"
#include "csv/sheet.h"
#include "csv/tokenizer.h"

const struct reader_limits reader_default_limits = {
    .field = (size_t)1 << 20,
    .record = (size_t)16 << 20,
    .columns = 16384,
};

/* Bytes of a block; with its index it stays in a second level cache. */
#define ROOM ((size_t)256 * 1024)

struct reader {
    struct tokenizer *tokenizer;
    struct settings settings;
    struct sheet sheet; /* of reader_next() */
    struct err fault;   /* met behind rows that were to be handed out first */
};

struct reader *reader_open(struct text *text, const char *file,
                           struct dialect dialect, struct reader_limits limits)
{
    struct reader *reader = mem_alloc(1, sizeof(*reader));

    assert(file);
    reader->tokenizer = tokenizer_new(text, file, dialect, limits);
    reader->settings = (struct settings){
        .file = file,
        .dialect = dialect,
        .limits = limits,
        .room = ROOM,
    };
    sheet_init(&reader->sheet, &reader->settings.want);
    reader_want(reader, NULL, 0, 0);
    return reader;
}

void reader_set_block(struct reader *reader, size_t bytes)
{
    assert(bytes > 0 && bytes <= UINT32_MAX / 2);
    reader->settings.room = bytes;
}

void reader_close(struct reader *reader)
{
    if (!reader)
        return;
    tokenizer_free(reader->tokenizer);
    sheet_done(&reader->sheet);
    mem_free(reader->settings.want.columns);
    mem_free(reader);
}

void reader_want(struct reader *reader, const size_t *columns, size_t count,
                 size_t expected_fields)
{
    struct want *want = &reader->settings.want;

    want->columns = mem_resize(want->columns, count + 1, sizeof(*columns));
    for (size_t i = 0; i < count; i++) {
        assert(i == 0 || columns[i] > columns[i - 1]);
        want->columns[i] = columns[i];
    }
    want->columns[count] = SIZE_MAX;
    want->count = count;
    want->expected = expected_fields;
}

void reader_allow(struct reader *reader, size_t surplus)
{
    reader->settings.want.surplus = surplus;
}

uint64_t batch_byte(const struct batch *batch, size_t row)
{
    if (batch->bytes)
        return batch->bytes[row];
    return batch->piece + (row > 0 ? batch->ends[row - 1] + 1 : batch->first);
}

static void take_nothing(void *owner, size_t index, struct str field)
{
    (void)owner;
    (void)index;
    (void)field;
}

bool reader_skip(struct reader *reader, size_t records, struct err *err)
{
    struct token_taker taker = {take_nothing, NULL};
    struct record record = {.line = 1};

    /* The first line may have the number 0. */
    for (size_t i = 0; i < records && (record.line > 0 || record.ended); i++)
        if (!tokenizer_next(reader->tokenizer, taker, &record, err))
            return false;
    return true;
}

/* Through libcsv into a sheet; false when there is a fault and no row. */
static bool gather(struct reader *reader, struct sheet *sheet, struct err *err)
{
    sheet_clear(sheet);
    if (!reader->fault.kind)
        sheet_gather(sheet, reader->tokenizer, SIZE_MAX, &reader->fault);
    if (sheet->rows > 0 || !reader->fault.kind)
        return true;
    return err_set(err, reader->fault.kind, "%s", reader->fault.text);
}

bool reader_next(struct reader *reader, struct batch *batch, struct err *err)
{
    if (!gather(reader, &reader->sheet, err))
        return false;
    *batch = sheet_batch(&reader->sheet);
    return true;
}

struct share *share_open(struct reader *reader)
{
    return share_new(&reader->settings);
}

/* Texts of spreadsheets that end all lines with a tail are left to libcsv: they
 * are small. And so are dialects that are rare, and what stands behind a fault
 * that is still to be told. */
static bool is_fast(const struct reader *reader)
{
    const struct dialect *dialect = &reader->settings.dialect;

    return !dialect->tail && !dialect->second && !dialect->escape &&
           !reader->fault.kind;
}

bool reader_piece(struct reader *reader, struct share *share, bool *more,
                  struct err *err)
{
    *more = false;
    share->block.len = 0;
    if (is_fast(reader))
        block_fill(&share->block, tokenizer_lines(reader->tokenizer));
    share_begin(share);
    share->gathered = share->block.len == 0;
    share->carved = false;
    if (share->gathered && !gather(reader, &share->sheet, err))
        return false;
    *more = !share->gathered || share->sheet.rows > 0;
    return true;
}

bool share_fetch(struct reader *reader, struct share *share,
                 struct batch *batch, struct err *err)
{
    for (bool more = true; more;) {
        if (!share_next(share, batch, err))
            return false;
        if (batch->rows > 0)
            return true;
        if (!reader_piece(reader, share, &more, err))
            return false;
    }
    return true;
}
