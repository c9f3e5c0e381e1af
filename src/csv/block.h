/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole records of a text, so many as fit, in one buffer. Owns it. */
#ifndef CSV_BLOCK_H
#define CSV_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "csv/lines.h"
#include "csv/reader.h"

struct block {
    char *bytes; /* zeros stand behind the records, enough for any vector */
    size_t len;  /* of the records, their ends included */
    size_t room;
    uint64_t line; /* of the first record */
    uint64_t byte; /* of the text, with which it begins */
    char delimiter, quote;
    /* What may be in it; false where there is none. */
    bool crs;
    bool quoted;  /* quotes at all, */
    bool doubled; /* doubled ones, */
    bool broken;  /* line ends inside them */
    char *memory;
};

/* `room`: bytes of records at most. */
void block_init(struct block *block, struct dialect dialect, size_t room);
void block_done(struct block *block);

/* Takes the next whole records from a beginning of one. None (len 0) where the
 * next one has no line end, does not fit, or has quotes that RFC 4180 does not
 * know: these are libcsv's, as is what text_read() has to report. */
void block_fill(struct block *block, struct lines *lines);

#endif
