/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thread's piece of a text: a block that is still to be taken apart, or
 * rows that libcsv has made. */
#ifndef CSV_SHARE_H
#define CSV_SHARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "csv/block.h"
#include "csv/carve.h"
#include "csv/index.h"
#include "csv/reader.h"
#include "csv/sheet.h"

/* What all shares of a reader go by. */
struct settings {
    const char *file;
    struct dialect dialect;
    struct reader_limits limits;
    struct want want;
    size_t room; /* of a block */
};

struct share {
    const struct settings *settings;
    struct block block; /* empty where the piece is libcsv's */
    struct index index;
    uint64_t line; /* of the next record in it */
    struct sheet sheet;
    uint32_t first; /* where the first record of the sheet begins */
    bool gathered;  /* the sheet is full and was not handed out */
    bool carved;    /* it was taken apart here, not by libcsv */
    bool careful;   /* regular records of this block may pass a limit */
};

struct share *share_new(const struct settings *settings);

/* After the block was filled. */
void share_begin(struct share *share);

#endif
