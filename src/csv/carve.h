/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of a block become rows of a sheet, as libcsv would make them. */
#ifndef CSV_CARVE_H
#define CSV_CARVE_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "csv/block.h"
#include "csv/index.h"
#include "csv/sheet.h"

/* The next record that the index has. */
struct found {
    const uint32_t *before; /* the stop in front of it, then those in it */
    size_t fields;
    struct str text; /* without its end: one byte, or CR, which is in the text,
                        and LF */
};

struct found carve_look(const struct index *index, const struct block *block);

/* Adds that record, whatever its number of fields. */
void carve_one(struct sheet *sheet, struct index *index,
               const struct block *block, const struct found *found);

/* Adds the next records as long as they have as many fields as is expected;
 * how many these were. Fast: nearly all records of nearly all files. */
size_t carve_regular(struct sheet *sheet, struct index *index,
                     const struct block *block);

/* When all of a sheet is carved: takes off the quotes that cells still have;
 * doubled ones become one where they stand. */
void carve_unquote(struct sheet *sheet, struct block *block);

#endif
