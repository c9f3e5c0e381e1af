/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts grouped by exactly the dimensions that the question names, built
 * while reading. Sums are exact integers, so the order of rows and the number
 * of threads do not show. */
#ifndef TRADE_CUBE_H
#define TRADE_CUBE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/decimal.h"
#include "base/err.h"
#include "trade/flow.h"

enum dim { /* bits */
           DIM_SUPPLIER = 1,
           DIM_RECIPIENT = 2,
           DIM_CATEGORY = 4,
           DIM_DESCRIPTION = 8,
           DIM_YEAR = 16,
};

struct cube_key { /* NAME_NONE / 0 where the cube has no such dimension */
    uint32_t supplier;
    uint32_t recipient;
    uint32_t category;
    uint32_t description;
    int year;
};

/* What every flow changes comes first, and the key: one line of cache. */
struct cube_cell {
    amount sum;
    uint64_t rows;
    struct cube_key key;
    uint64_t below_half;    /* rows with a printed 0 */
    uint64_t unreported;    /* rows without an amount; not among `rows` */
    amount items_estimated; /* part of sum resting on an estimated number */
    amount year_estimated;  /* part resting on an estimated delivery year */
    amount half_width;      /* sum of the rows' half-widths of rounding */
    amount half_below;      /* part of it that comes from rows with a printed
                               0: the sum lies in [sum - half_width +
                               half_below, sum + half_width] */
};

struct cube_slot;

enum { CUBE_SECRETS = 4 };

struct cube {
    unsigned dims;
    enum unit unit; /* of the first flow; another one is an error */
    enum measure measure;
    bool full;               /* the limit of memory allows no more cells */
    bool begun;              /* unit and measure are known */
    struct cube_cell *cells; /* in no order that means anything */
    size_t len;
    size_t cap;
    uint32_t *direct; /* of one side or category and the year: number + 1 */
    size_t direct_count;
    uint32_t last; /* the cell of the last flow: rows of a kind come together */
    struct cube_slot *slots;
    size_t slot_count;              /* power of two */
    uint64_t secrets[CUBE_SECRETS]; /* of the hash, per process */
};

void cube_init(struct cube *cube, unsigned dims);
void cube_done(struct cube *cube);

/* ERR_REQUEST when units or measures differ from the first flow's, or when
 * more cells would need more memory than is allowed; ERR_DATA when a sum
 * passes 10^30. */
bool cube_add(struct cube *cube, const struct flow *flow, struct err *err);

/* The same for many flows. */
bool cube_add_columns(struct cube *cube, const struct flow_columns *columns,
                      struct err *err);

/* Adds all cells of a cube with the same dimensions and dictionaries, and
 * leaves it without cells. Errors as for cube_add(). */
bool cube_merge(struct cube *cube, struct cube *other, struct err *err);

/* An empty cube counts what the other one does. */
void cube_count_like(struct cube *cube, const struct cube *other);

/* A sink that adds to this cube. */
struct flow_sink cube_sink(struct cube *cube);

/* Adds the cell's sums to *total (its key is left alone). */
void cube_cell_add(struct cube_cell *total, const struct cube_cell *cell);

#endif
