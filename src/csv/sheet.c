/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/sheet.h"

#include <stdint.h>

#include "base/mem.h"

void sheet_init(struct sheet *sheet, const struct want *want)
{
    *sheet = (struct sheet){.want = want};
    buf_init(&sheet->text, PTRDIFF_MAX - 1);
    buf_init(&sheet->raw_text, PTRDIFF_MAX - 1);
}

void sheet_done(struct sheet *sheet)
{
    buf_done(&sheet->text);
    buf_done(&sheet->raw_text);
    mem_free(sheet->cells);
}

void sheet_clear(struct sheet *sheet)
{
    size_t count = sheet->want->count;

    sheet->rows = 0;
    sheet->sound = true;
    buf_clear(&sheet->text);
    buf_clear(&sheet->raw_text);
    sheet->max_rows = SHEET_ROWS;
    if (count > SHEET_CELLS / SHEET_ROWS)
        sheet->max_rows = count < SHEET_CELLS ? SHEET_CELLS / count : 1;
    if (!sheet->cells || sheet->max_rows * count > sheet->room) {
        sheet->room = sheet->max_rows * count;
        sheet->cells =
            mem_resize(sheet->cells, sheet->room, sizeof(*sheet->cells));
    }
}

static void take(void *owner, size_t index, struct str field)
{
    struct sheet *sheet = owner;
    const struct want *want = sheet->want;

    if (index != want->columns[sheet->due])
        return;
    sheet->cells[sheet->rows * want->count + sheet->due].len = field.len;
    buf_add(&sheet->text, field);
    sheet->due++;
}

/* A record of empty fields is a blank line, however many they are. */
static enum record_status judge(const struct want *want, size_t fields,
                                size_t filled)
{
    size_t width = want_width(want);

    if (fields < width)
        return RECORD_FEWER;
    if (width == 0 || filled == 0 ||
        (fields == width && filled <= want->expected))
        return RECORD_OK;
    return RECORD_MORE;
}

static void note(struct sheet *sheet, size_t fields, enum record_status status,
                 struct str first_line)
{
    size_t row = sheet->rows;

    if (status == RECORD_OK && sheet->want->expected > 0)
        fields = sheet->want->expected;
    sheet->fields[row] = fields < UINT32_MAX ? (uint32_t)fields : UINT32_MAX;
    sheet->status[row] = (unsigned char)status;
    sheet->raw[row].len = 0;
    sheet->presumed = false;
    if (status != RECORD_OK) {
        sheet->sound = false;
        sheet->raw[row].len = first_line.len;
        buf_add(&sheet->raw_text, first_line);
    }
}

/* The record whose fields were taken becomes a row. */
static void add_row(struct sheet *sheet, const struct record *record)
{
    enum record_status status =
        record->fault ? RECORD_QUOTES
                      : judge(sheet->want, record->fields, record->filled);
    struct str *cells = sheet->cells + sheet->rows * sheet->want->count;

    for (; sheet->due < sheet->want->count; sheet->due++)
        cells[sheet->due].len = 0;
    note(sheet, record->fields, status, record->first_line);
    sheet->lines[sheet->rows] = record->line;
    sheet->bytes[sheet->rows] = record->byte;
    sheet->ended[sheet->rows] = record->ended;
    sheet->sound = sheet->sound && record->ended;
    sheet->rows++;
}

static void place(struct str *texts, size_t count, const struct buf *in)
{
    const char *at = buf_str(in).ptr;

    for (size_t i = 0; i < count; i++) {
        texts[i].ptr = at;
        at += texts[i].len;
    }
}

/* What can be read behind the last cell. */
static const char slack[READER_SLACK];

bool sheet_gather(struct sheet *sheet, struct tokenizer *tokenizer, size_t most,
                  struct err *err)
{
    struct token_taker taker = {take, sheet};
    bool sound = true;

    most = most < sheet->max_rows ? most : sheet->max_rows;
    while (sheet->rows < most &&
           sheet->text.len + sheet->raw_text.len < SHEET_BYTES) {
        struct record record;
        size_t before = sheet->text.len;

        sheet->due = 0;
        sound = tokenizer_next(tokenizer, taker, &record, err);
        if (!sound || record.line == 0)
            break;
        if (record.fault) {
            sheet->text.len = before;
            sheet->due = 0;
        }
        add_row(sheet, &record);
    }
    buf_add(&sheet->text, (struct str){slack, READER_SLACK});
    sheet->text.len -= READER_SLACK;
    place(sheet->cells, sheet->rows * sheet->want->count, &sheet->text);
    return sound;
}

void sheet_presume(struct sheet *sheet)
{
    if (sheet->presumed)
        return;
    for (size_t row = 0; row < SHEET_ROWS; row++) {
        sheet->fields[row] = (uint32_t)sheet->want->expected;
        sheet->status[row] = RECORD_OK;
        sheet->raw[row] = STR("");
        sheet->ended[row] = true;
    }
    sheet->presumed = true;
}

void sheet_note(struct sheet *sheet, size_t fields, size_t filled,
                struct str first_line)
{
    note(sheet, fields, judge(sheet->want, fields, filled), first_line);
}

struct batch sheet_batch(struct sheet *sheet)
{
    if (!sheet->presumed)
        place(sheet->raw, sheet->rows, &sheet->raw_text);
    return (struct batch){
        .rows = sheet->rows,
        .columns = sheet->want->count,
        .wanted = sheet->want->columns,
        .cells = sheet->cells,
        .lines = sheet->lines,
        .bytes = sheet->bytes,
        .fields = sheet->fields,
        .status = sheet->status,
        .raw = sheet->raw,
        .ended = sheet->ended,
        .sound = sheet->sound,
    };
}
