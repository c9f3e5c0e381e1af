/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: an amount of a table without words for its cells, where
 * nothing may stand too. */
#ifndef SOURCE_CELL_AMOUNT_H
#define SOURCE_CELL_AMOUNT_H

#include "source/source.h"

struct cell_amount {
    enum cell_state state; /* CELL_NONE: nothing stands there */
    amount value;          /* in the reading's unit */
};

/* The amount of a cell without blanks round it, in the reading's unit: small
 * enough that a million of them can be added. `percent`: it may end in a
 * percent sign. False: it is none. */
bool cell_amount_parse(const struct reading *reading, struct str text,
                       bool percent, struct decimal *decimal);

/* The same with the state of the cell: a 0 of printed integers is below half.
 * False: the row is at fault, which was tallied. */
bool cell_amount_read(const struct reading *reading, struct tally *tally,
                      uint64_t line, struct str text, bool percent,
                      struct cell_amount *cell);

#endif
