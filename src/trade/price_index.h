/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of year and price index, as statistical offices publish them, and
 * amounts of money at the prices of one year: nominal times the index of that
 * year, divided by the index of its own. Of money only; whoever calls sees to
 * that. */
#ifndef TRADE_PRICE_INDEX_H
#define TRADE_PRICE_INDEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/decimal.h"
#include "base/err.h"
#include "base/str.h"
#include "trade/cube.h"
#include "trade/period.h"

enum { INDEX_FROM = 1800, INDEX_YEARS = 400 };

struct price_index {
    amount values[INDEX_YEARS]; /* from INDEX_FROM on, in steps of 10^-12;
                                   0: none */
    struct period years; /* first and last; some between may be missing */
    size_t count;
};

/* Reads "year,index", one year a line: comma, semicolon or tabulator (then
 * the decimal mark may be a comma), any heads, blank lines and what follows #
 * passed over. ERR_DATA with FILE:LINE: not a year or an index, a year twice,
 * more or fewer than two cells, no year at all. */
bool price_index_parse(struct price_index *index, const char *name,
                       struct str text, struct err *err);

bool price_index_has(const struct price_index *index, int year);

/* The amount of a year at the prices of `base`, exact but for one rounding to
 * millionths, half to even; both have an index. False: past AMOUNT_MAX. */
bool price_index_apply(const struct price_index *index, int year, int base,
                       amount *value);

/* Every cell of the cube. Cells of years without an index are emptied: for the
 * caller to see that there are none, or that their years are not asked for.
 * ERR_DATA when an amount passes what can be counted. */
bool price_index_deflate(const struct price_index *index, int base,
                         struct cube *cube, struct err *err);

#endif
