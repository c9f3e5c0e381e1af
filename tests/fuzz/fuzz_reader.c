/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes through the reader, whole and in small pieces: the records must be
 * the same, and nothing may crash; nor may looking for their dialect, and what
 * is found must be one. The first two bytes choose the dialect and the size of
 * the pieces. */
#include <config.h>

#include <stdint.h>
#include <stdlib.h>

#include "base/map.h"
#include "csv/dialect.h"
#include "csv/reader.h"

/* A digest of everything that a reading gives, its failure included. */
static uint64_t read_all(struct str bytes, struct dialect dialect, size_t piece)
{
    static const size_t wanted[] = {0, 1, 3};
    struct err err = {0};
    struct text *text = text_memory(bytes);
    uint64_t sum = 0;
    struct batch batch;
    if (piece)
        text_set_chunk(text, piece);
    struct reader *reader =
        reader_open(text, "fuzz", dialect, reader_default_limits);
    reader_want(reader, wanted, 3, 4);
    do {
        if (!reader_next(reader, &batch, &err)) {
            sum = sum * 31 + map_hash(err.text, strlen(err.text));
            break;
        }
        for (size_t i = 0; i < batch.rows; i++) {
            sum = sum * 31 + batch_byte(&batch, i) * 11 + batch.lines[i] * 7 +
                  batch.fields[i] * 3 + batch.status[i] +
                  (batch.ended[i] ? 1 : 0);
            for (size_t k = 0; k < batch.columns; k++) {
                struct str cell = batch.cells[i * batch.columns + k];
                sum = sum * 31 + map_hash(cell.ptr, cell.len);
            }
        }
    } while (batch.rows);
    reader_close(reader);
    text_close(text);
    return sum;
}

/* The best first, each of them a dialect that a reader takes. */
static void look_for_dialect(struct str bytes)
{
    struct dialect_guess guesses[DIALECT_GUESSES];
    size_t count = dialect_find(bytes, true, guesses);
    if (count == 0 || count > DIALECT_GUESSES)
        abort();
    for (size_t i = 0; i < count; i++) {
        if (guesses[i].score > 1000 ||
            (i > 0 && guesses[i].score > guesses[i - 1].score))
            abort();
        if (i < 2)
            read_all(bytes, guesses[i].dialect, 0);
        dialect_refine(&guesses[i].dialect, bytes, true);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char delimiters[] = {',', ';', '\t', '|'};
    static const char tails[] = {0, ';', ',', 0};
    if (size < 2)
        return 0;
    struct dialect dialect = {.delimiter = delimiters[data[0] & 3],
                              .quote = data[0] & 4 ? 0 : '"',
                              .tail = tails[data[0] >> 3 & 3],
                              .second = data[0] & 32 ? ' ' : 0,
                              .escape = data[0] & 64 ? '\\' : 0};
    if (dialect.tail == dialect.delimiter)
        dialect.tail = 0;
    struct str bytes = {(const char *)data + 2, size - 2};
    if (data[0] & 128)
        look_for_dialect(bytes);
    if (read_all(bytes, dialect, 0) != read_all(bytes, dialect, data[1] + 1u))
        abort();
    return 0;
}
