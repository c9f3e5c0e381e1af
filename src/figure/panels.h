/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a series, checked and sorted into panels: one for each
 * supplier, recipient, category or release that differs between rows. */
#ifndef FIGURE_PANELS_H
#define FIGURE_PANELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "figure/sketch.h"

#define PANELS_MOST 12
#define PANELS_NAMES 4

struct panel {
    struct str name; /* "" when it is the only one */
    int64_t newest;  /* year of its last row so far */
    bool has_mean;   /* in some row */
};

struct panels {
    const struct sketch *sketch;
    const char *naming[PANELS_NAMES + 1]; /* columns, null-terminated */
    struct panel list[PANELS_MOST];
    size_t count;
    unsigned char *of_row; /* index of the panel of each row */
    int64_t first_year;    /* of all panels */
    int64_t last_year;
    double largest; /* amount or mean */
    bool has_mean;
    bool has_zero; /* a year with the amount zero */
    bool has_gap;  /* a year without a row or an amount inside a panel */
};

/* ERR_REQUEST: no rows, a row that is not one year, years out of order or
 * twice in a panel, no amount, too many panels or years. */
bool panels_read(struct panels *panels, const struct sketch *sketch,
                 struct err *err);

#endif
