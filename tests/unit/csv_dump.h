/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that reading a text gives, as a text that can be compared. */
#ifndef TESTS_UNIT_CSV_DUMP_H
#define TESTS_UNIT_CSV_DUMP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"
#include "csv/reader.h"

struct csv_view {
    struct dialect dialect;
    struct reader_limits limits;
    size_t columns; /* the first so many are wanted */
    size_t expected, surplus;
    const char *encoding;
    bool bare;    /* of sound records only the cells */
    bool bytes;   /* "@N " first, the byte with which the record begins */
    size_t block; /* in pieces of at most so many bytes; 0: all by libcsv */
};

/* Comma, double quote, no tail, default limits, 8 columns. */
extern const struct csv_view csv_plain_view;

/* A line a record: number, status and fields, wanted cells in brackets, then
 * "raw(...)" where there is one and "no end" where none follows; an error as
 * "error KIND TEXT". Cells behind the end of a record are left away. */
void csv_dump(struct buf *out, struct text *text, const char *file,
              const struct csv_view *view);

/* Of bytes in memory (the file is called "f"), and of a file through its
 * decoder; chunk 0: the text's own. */
void csv_dump_bytes(struct buf *out, struct str bytes, size_t chunk,
                    const struct csv_view *view);
void csv_dump_file(struct buf *out, const char *path, size_t chunk,
                   const struct csv_view *view);

/* The first chunk size at which the bytes do not read as they do whole, or 0:
 * every size from 1 to one more than their length is tried. */
size_t csv_bad_chunk(struct str bytes, const struct csv_view *view);

/* The same of a file: every size up to `most`, then 7, 4096 and 65,536. */
size_t csv_bad_file_chunk(const char *path, size_t most,
                          const struct csv_view *view);

/* The bytes of a file; false when it cannot be read. */
bool csv_slurp(struct buf *out, const char *path);

#endif
