/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/share.h"

#include "base/mem.h"
#include "csv/text.h"
#include "csv/tokenizer.h"

struct share *share_new(const struct settings *settings)
{
    struct share *share = mem_alloc(1, sizeof(*share));

    share->settings = settings;
    block_init(&share->block, settings->dialect, settings->room);
    index_init(&share->index, settings->room);
    sheet_init(&share->sheet, &settings->want);
    return share;
}

void share_close(struct share *share)
{
    if (!share)
        return;
    block_done(&share->block);
    index_done(&share->index);
    sheet_done(&share->sheet);
    mem_free(share);
}

/* Bytes with which neither a field nor a record passes a limit. */
static size_t harmless(const struct share *share)
{
    struct reader_limits limits = share->settings->limits;
    size_t field = limits.field ? limits.field : SIZE_MAX;
    size_t record = limits.record ? limits.record : SIZE_MAX;

    return field < record ? field : record;
}

static bool within_columns(const struct share *share, size_t fields)
{
    size_t most = share->settings->limits.columns;

    return most == 0 || fields <= most;
}

void share_begin(struct share *share)
{
    index_restart(&share->index);
    share->line = share->block.line;
    share->careful = share->block.len > harmless(share) ||
                     !within_columns(share, want_width(share->sheet.want));
}

/* By libcsv, alone: it knows what to say of a record that passes a limit. */
static bool gather(struct share *share, const struct found *found,
                   struct err *err)
{
    const struct settings *settings = share->settings;
    struct str record = {found->text.ptr, found->text.len + 1};
    struct text *text = text_memory(record);
    struct tokenizer *tokenizer = tokenizer_new(
        text, settings->file, settings->dialect, settings->limits);

    tokenizer_lines(tokenizer)->number = share->line;
    tokenizer_lines(tokenizer)->passed =
        share->block.byte + (uint64_t)(record.ptr - share->block.bytes);
    bool sound = sheet_gather(&share->sheet, tokenizer, 1, err);
    tokenizer_free(tokenizer);
    text_close(text);
    if (sound) {
        share->index.ends_done++;
        share->index.stops_done += found->fields;
    }
    return sound;
}

/* Rows until the sheet is full or a record comes that only libcsv can judge. */
static void carve(struct share *share)
{
    struct sheet *sheet = &share->sheet;
    struct index *index = &share->index;

    sheet_presume(sheet);
    while (sheet->rows < sheet->max_rows &&
           index->ends_done < index->end_count) {
        if (!share->careful && carve_regular(sheet, index, &share->block) > 0)
            continue;
        struct found found = carve_look(index, &share->block);
        if (found.text.len > harmless(share) ||
            !within_columns(share, found.fields))
            break;
        carve_one(sheet, index, &share->block, &found);
    }
    carve_unquote(sheet, &share->block);
}

/* The rows are the first records in the index. */
static void number_lines(struct share *share)
{
    const uint32_t *inner = share->index.inner;
    uint64_t line = share->line;

    for (size_t row = 0; row < share->sheet.rows; row++) {
        share->sheet.lines[row] = line++;
        while (*inner < share->index.ends[row]) {
            inner++;
            line++;
        }
    }
    share->index.inner_done = (size_t)(inner - share->index.inner);
    share->line = line;
}

bool share_next(struct share *share, struct batch *batch, struct err *err)
{
    struct sheet *sheet = &share->sheet;

    if (!share->gathered) {
        sheet_clear(sheet);
        index_scan(&share->index, &share->block, sheet->max_rows);
        share->first = share->index.stops[-1] + 1;
        carve(share);
        share->carved = sheet->rows > 0;
        if (sheet->rows == 0 && share->index.end_count > 0) {
            struct found found = carve_look(&share->index, &share->block);
            if (!gather(share, &found, err))
                return false;
        }
        number_lines(share);
    }
    share->gathered = false;
    *batch = sheet_batch(sheet);
    if (share->carved) {
        batch->bytes = NULL;
        batch->ends = share->index.ends;
        batch->piece = share->block.byte;
        batch->first = share->first;
    }
    return true;
}
