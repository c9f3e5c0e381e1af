/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: one row of a register whose rows are deals, by the
 * roles of its columns. */
#ifndef SOURCE_DEAL_ROW_H
#define SOURCE_DEAL_ROW_H

#include "source/deal_cells.h"
#include "source/deal_rows.h"

/* How a layout writes its rows. */
struct deal_syntax {
    bool brackets;       /* estimates stand in round brackets: what has none is
                            no estimate */
    bool comments_break; /* line ends within comments were not quoted */
    bool whole_contract; /* see struct deal_rows */
    bool total_row;      /* the last row is the sum of pieces delivered */
};

/* Takes one row: cells in the order of the file's columns, `count` of them.
 * It is counted as read. `torn`: its cells were put together from several
 * lines. False: an error that ends the reading. */
bool deal_take_row(struct deal_rows *rows, const struct deal_syntax *syntax,
                   const struct str *cells, uint64_t line, bool torn,
                   struct err *err);

#endif
