/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a batch while they are made. Owns their arrays. */
#ifndef CSV_SHEET_H
#define CSV_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "csv/reader.h"
#include "csv/tokenizer.h"

/* A sheet is full when one of them is reached, never inside a record. */
#define SHEET_ROWS ((size_t)1024)
#define SHEET_CELLS ((size_t)65536)
#define SHEET_BYTES ((size_t)256 * 1024)

/* What reader_want() said. */
struct want {
    size_t *columns; /* ascending, then SIZE_MAX */
    size_t count;
    size_t expected; /* fields of a record; 0: any number */
    size_t surplus;  /* empty ones that every record has behind them */
};

/* Fields of a record that is in order. */
static inline size_t want_width(const struct want *want)
{
    return want->expected > 0 ? want->expected + want->surplus : 0;
}

struct sheet {
    const struct want *want;
    size_t rows, max_rows;
    struct str *cells; /* max_rows * want->count */
    size_t room;       /* of cells */
    uint64_t lines[SHEET_ROWS];
    uint64_t bytes[SHEET_ROWS]; /* of rows that libcsv has made */
    uint32_t fields[SHEET_ROWS];
    unsigned char status[SHEET_ROWS];
    struct str raw[SHEET_ROWS];
    bool ended[SHEET_ROWS];
    bool sound;
    bool presumed; /* the arrays behind `cells` and `lines` say of all rows
                      that they are as expected */
    /* of the record that libcsv is taking apart: which of the wanted fields
       comes next */
    size_t due;
    /* Texts stand one behind the other in the order of the cells, so only
       their lengths are kept until the sheet is complete. */
    struct buf text, raw_text;
};

void sheet_init(struct sheet *sheet, const struct want *want);
void sheet_done(struct sheet *sheet);

/* No rows, and room for what is wanted now. */
void sheet_clear(struct sheet *sheet);

/* Fills a cleared sheet with at most `most` records, fewer only when it is
 * full, at the end, or at a fault: false, the rows before it stand. */
bool sheet_gather(struct sheet *sheet, struct tokenizer *tokenizer, size_t most,
                  struct err *err);

/* Has all rows that will be added pass for sound and of the expected number of
 * fields; sheet_note() is for those that are not. */
void sheet_presume(struct sheet *sheet);

/* What is to be said of the next row: its number of fields, that up to the
 * last that is not empty, and its first line, which is copied. */
void sheet_note(struct sheet *sheet, size_t fields, size_t filled,
                struct str first_line);

struct batch sheet_batch(struct sheet *sheet);

#endif
