/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text in pieces and through libcsv: the same records, the same fault. The
 * first four bytes choose the dialect, what is asked for, the limits, and how
 * the text is cut. */
#include <config.h>

#include <stdint.h>
#include <stdlib.h>

#include "base/map.h"
#include "csv/reader.h"

struct choice {
    struct dialect dialect;
    struct reader_limits limits;
    size_t columns, expected, surplus;
    size_t block, chunk; /* block 0: through libcsv */
};

static void add(uint64_t *sum, uint64_t value)
{
    *sum = (*sum ^ value) * 0x100000001B3;
}

static void add_text(uint64_t *sum, struct str text)
{
    add(sum, text.len);
    add(sum, map_hash(text.ptr, text.len));
}

static void add_batch(uint64_t *sum, const struct batch *batch)
{
    bool sound = true;

    for (size_t i = 0; i < batch->rows; i++) {
        add(sum, batch->lines[i]);
        add(sum, batch_byte(batch, i));
        add(sum, batch->fields[i]);
        add(sum, batch->status[i]);
        add(sum, batch->ended[i]);
        if (batch->status[i] != RECORD_OK)
            add_text(sum, batch->raw[i]);
        for (size_t k = 0; k < batch->columns; k++)
            add_text(sum, batch->cells[i * batch->columns + k]);
        sound = sound && batch->status[i] == RECORD_OK && batch->ended[i];
    }
    if (sound != batch->sound)
        abort();
}

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

/* A digest of everything that a reading gives, its failure included. */
static uint64_t read_all(struct str bytes, const struct choice *choice)
{
    static const size_t wanted[] = {0, 1, 3, 4};
    struct err err = {0};
    struct text *text = text_memory(bytes);
    struct share *share = NULL;
    struct batch batch;
    uint64_t sum = 0;

    if (choice->chunk > 0)
        text_set_chunk(text, choice->chunk);
    struct reader *reader =
        reader_open(text, "fuzz", choice->dialect, choice->limits);
    reader_want(reader, wanted, choice->columns, choice->expected);
    reader_allow(reader, choice->surplus);
    if (choice->block > 0) {
        reader_set_block(reader, choice->block);
        share = share_open(reader);
    }
    while (next(reader, share, &batch, &err) && batch.rows > 0)
        add_batch(&sum, &batch);
    if (err.kind)
        add_text(&sum, (struct str){err.text, strlen(err.text)});
    share_close(share);
    reader_close(reader);
    text_close(text);
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char delimiters[] = {',', ';', '\t', '|'};
    if (size < 4)
        return 0;
    struct choice choice = {
        .dialect = {.delimiter = delimiters[data[0] & 3],
                    .quote = data[0] & 4 ? 0 : '"'},
        .limits = reader_default_limits,
        .columns = data[0] >> 3 & 3,
        .expected = data[0] >> 5,
        .surplus = data[1] >> 6 & 1,
    };
    if (data[1] & 128)
        choice.limits = (struct reader_limits){
            .field = 1 + (data[1] & 15),
            .record = 2 * (data[1] & 63),
            .columns = data[1] >> 3 & 7,
        };
    struct str bytes = {(const char *)data + 4, size - 4};
    /* Not UTF-8, and libcsv's quote where there is none. */
    if (!choice.dialect.quote && memchr(bytes.ptr, 0xFF, bytes.len))
        return 0;
    uint64_t expected = read_all(bytes, &choice);
    choice.block = 1 + data[2] * (size_t)(data[2] & 1 ? 1 : 64);
    choice.chunk = data[3];
    if (read_all(bytes, &choice) != expected)
        abort();
    return 0;
}
