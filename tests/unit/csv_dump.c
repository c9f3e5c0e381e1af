/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv_dump.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/input.h"
#include "base/mem.h"

const struct csv_view csv_plain_view = {
    .dialect = {.delimiter = ',', .quote = '"'},
    .limits = {1 << 20, 16 << 20, 16384},
    .columns = 8,
};

static void dump_row(struct buf *out, const struct batch *batch, size_t row,
                     const struct csv_view *view)
{
    static const char *const names[] = {"ok", "fewer", "more", "quotes"};
    size_t shown = batch->fields[row];
    bool sound = batch->status[row] == RECORD_OK;

    if (view->bytes)
        buf_printf(out, "@%llu ", (unsigned long long)batch_byte(batch, row));
    if (!view->bare || !sound)
        buf_printf(out, "%llu %s %u ", (unsigned long long)batch->lines[row],
                   names[batch->status[row]], batch->fields[row]);
    for (size_t i = 0; i < batch->columns; i++) {
        struct str cell = batch->cells[row * batch->columns + i];
        if (i < shown || cell.len > 0)
            buf_printf(out, "[%.*s]", STR_ARG(cell));
    }
    if (!sound)
        buf_printf(out, " raw(%.*s)", STR_ARG(batch->raw[row]));
    buf_add_text(out, view->bare || batch->ended[row] ? "\n" : " no end\n");
}

/* Readable bytes, as memory checkers see it. */
static bool has_slack(struct str cell)
{
    char slack[READER_SLACK];

    memcpy(slack, cell.ptr, sizeof(slack));
    return memcmp(slack, cell.ptr, sizeof(slack)) == 0;
}

static void dump_batch(struct buf *out, const struct batch *batch,
                       const struct csv_view *view)
{
    bool sound = true;

    for (size_t row = 0; row < batch->rows; row++) {
        dump_row(out, batch, row, view);
        sound = sound && batch->status[row] == RECORD_OK && batch->ended[row];
    }
    for (size_t i = 0; i < batch->rows * batch->columns; i++)
        if (!has_slack(batch->cells[i]))
            buf_add_text(out, "wrong: slack\n");
    if (sound != batch->sound)
        buf_add_text(out, "wrong: sound\n");
}

/* The next batch, by either way. */
static bool next(struct reader *reader, struct share *share,
                 struct batch *batch, struct err *err)
{
    bool more = true;

    if (!share)
        return reader_next(reader, batch, err);
    while (share_next(share, batch, err)) {
        if (batch->rows > 0 || !more)
            return true;
        if (!reader_piece(reader, share, &more, err))
            return false;
    }
    return false;
}

void csv_dump(struct buf *out, struct text *text, const char *file,
              const struct csv_view *view)
{
    struct reader *reader =
        reader_open(text, file, view->dialect, view->limits);
    size_t *columns = mem_alloc(view->columns, sizeof(*columns));
    struct share *share = NULL;
    struct batch batch = {0};
    struct err err = {0};

    for (size_t i = 0; i < view->columns; i++)
        columns[i] = i;
    reader_want(reader, columns, view->columns, view->expected);
    reader_allow(reader, view->surplus);
    if (view->block > 0) {
        reader_set_block(reader, view->block);
        share = share_open(reader);
    }
    while (next(reader, share, &batch, &err) && batch.rows > 0)
        dump_batch(out, &batch, view);
    if (err.kind)
        buf_printf(out, "error %d %s\n", (int)err.kind, err.text);
    mem_free(columns);
    share_close(share);
    reader_close(reader);
}

void csv_dump_bytes(struct buf *out, struct str bytes, size_t chunk,
                    const struct csv_view *view)
{
    struct text *text = text_memory(bytes);

    if (chunk > 0)
        text_set_chunk(text, chunk);
    csv_dump(out, text, "f", view);
    text_close(text);
}

void csv_dump_file(struct buf *out, const char *path, size_t chunk,
                   const struct csv_view *view)
{
    struct err err = {0};
    struct input *input = input_open(path, (struct input_limits){0}, &err);
    struct text *text = input ? text_open(input, view->encoding, &err) : NULL;

    if (text && chunk > 0)
        text_set_chunk(text, chunk);
    if (text)
        csv_dump(out, text, input_name(input), view);
    else
        buf_printf(out, "error %d %s\n", (int)err.kind, err.text);
    text_close(text);
    input_close(input);
}

static void dump(struct buf *out, const char *path, struct str bytes,
                 size_t chunk, const struct csv_view *view)
{
    buf_clear(out);
    if (path)
        csv_dump_file(out, path, chunk, view);
    else
        csv_dump_bytes(out, bytes, chunk, view);
}

static size_t find_bad(const char *path, struct str bytes,
                       const struct csv_view *view, const size_t *chunks,
                       size_t most)
{
    struct buf whole, part;
    size_t bad = 0;

    buf_init(&whole, PTRDIFF_MAX - 1);
    buf_init(&part, PTRDIFF_MAX - 1);
    dump(&whole, path, bytes, 0, view);
    for (size_t i = 1; !bad && (i <= most || *chunks > 0); i++) {
        size_t chunk = i <= most ? i : *chunks++;
        dump(&part, path, bytes, chunk, view);
        if (!str_eq(buf_str(&whole), buf_str(&part)))
            bad = chunk;
    }
    buf_done(&whole);
    buf_done(&part);
    return bad;
}

size_t csv_bad_chunk(struct str bytes, const struct csv_view *view)
{
    return find_bad(NULL, bytes, view, &(const size_t){0}, bytes.len + 1);
}

size_t csv_bad_file_chunk(const char *path, size_t most,
                          const struct csv_view *view)
{
    static const size_t more[] = {7, 4096, 65536, 0};

    return find_bad(path, STR(""), view, more, most);
}

bool csv_slurp(struct buf *out, const char *path)
{
    FILE *file = fopen(path, "rb");
    char bytes[65536];
    size_t len;

    if (!file)
        return false;
    while ((len = fread(bytes, 1, sizeof(bytes), file)) > 0)
        buf_add(out, (struct str){bytes, len});
    bool sound = !ferror(file);
    fclose(file);
    return sound;
}
