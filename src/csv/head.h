/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first records of a file with all their cells, for recognising it. */
#ifndef CSV_HEAD_H
#define CSV_HEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "csv/reader.h"

#define HEAD_BYTES ((size_t)65536)
#define HEAD_RECORDS ((size_t)60)

struct head_record {
    const struct str *cells;
    size_t count;
    uint64_t line;
    bool damaged; /* its quotes make no sense */
};

struct head {
    struct str bytes; /* what was split */
    struct dialect dialect;
    const struct head_record *records;
    size_t count;
    bool whole; /* the file has no more records than these */
};

/* Splits the bytes of text_peek() under `dialect`; never fails: damaged
 * records are taken as they are, a last record cut off by the end of the
 * bytes is left out unless `whole`. Everything lives in the arena. */
void head_split(struct head *head, struct str bytes, bool whole,
                struct dialect dialect, struct arena *arena);

/* The record that begins on that line; false: none of these does. */
bool head_find_line(const struct head *head, uint64_t line, size_t *record);

/* How many more fields than the header, all of them empty, most of the records
 * below it have; 0 where they have none. */
size_t head_surplus(const struct head *head, size_t header);

/* The tail character (';' or ',') that the header cell carries and lines of
 * the body end with, under this head's delimiter; 0 when there is none. */
char head_tail(const struct head *head, size_t header);

#endif
