/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A series of years and values, as a file of two columns has it. It stands
 * beside the flows and never becomes some: an amount has six decimals and no
 * sign, the values of such a file have as many decimals as their maker gave
 * them, and may be negative; what is computed from them has to begin with the
 * very decimals that are printed. Owned by the reading. */
#ifndef TRADE_YEAR_SERIES_H
#define TRADE_YEAR_SERIES_H

#include <stdbool.h>
#include <stddef.h>

#include "trade/unit.h"

struct year_value {
    int year;
    double value; /* nearest to the printed decimals; finite */
};

struct year_series {
    const struct year_value *items; /* ascending, each year once */
    size_t count;
    const char *file;    /* without its folder */
    const char *name;    /* of the column of values, as the file has it */
    const char *overlap; /* why neighbouring values share years: "'1990-94' is a
                            period of several years, ..."; null: nothing says
                            so */
    bool unit_known;     /* the file does not say what it counts */
    enum unit unit;
};

#endif
