/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the bars of a ranking show and what names them. */
#ifndef FIGURE_BAR_COLUMNS_H
#define FIGURE_BAR_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "figure/sketch.h"

#define BAR_NAMES 4

struct bar_columns {
    const char *value; /* columns */
    const char *previous;
    enum kind kind;   /* of both: share or amount */
    const char *text; /* for the axis; null for amounts: by their unit */
    const char *naming[BAR_NAMES + 1]; /* columns, null-terminated */
};

/* Partners of one country are drawn as shares of what that country has, all
 * else as shares of the world; where no row has such a share, as amounts. Bars
 * are named by the columns that differ between the rows, or that do not say
 * World or All. ERR_REQUEST: no name, no number. */
bool bar_columns_choose(struct bar_columns *columns,
                        const struct sketch *sketch, size_t rows,
                        struct err *err);

#endif
