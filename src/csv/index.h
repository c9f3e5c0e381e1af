/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the fields and the records of a block end, as offsets into it: found 64
 * bytes at a time, for some records at a time. Owns its arrays. */
#ifndef CSV_INDEX_H
#define CSV_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "csv/block.h"

/* The first `..._done` of each are used up. */
struct index {
    uint32_t *stops; /* what ends a field: delimiters and line ends outside
                        quotes; stops[-1] stands before the first field */
    uint32_t *ends;  /* those of them that are line ends */
    uint32_t *inner; /* line ends inside quotes, UINT32_MAX behind them */
    size_t stop_count, stops_done;
    size_t end_count, ends_done;
    size_t inner_count, inner_done;
    size_t scanned;   /* so far in the block */
    uint64_t inside;  /* all bits: what follows is inside quotes */
    uint32_t *memory; /* of the arrays */
};

/* Blocks have at most so many bytes. */
void index_init(struct index *index, size_t most);
void index_done(struct index *index);

/* For the next block. */
void index_restart(struct index *index);

/* Forgets what is used up and looks on in the block until `records` record
 * ends wait, or its end. */
void index_scan(struct index *index, const struct block *block, size_t records);

#endif
