/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: what the cells of a two-column series are. */
#ifndef SOURCE_TWO_COLUMN_H
#define SOURCE_TWO_COLUMN_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "source/reading.h"

/* Four digits: series of nature are older than the arms trade. */
bool two_column_year(struct str cell, int *year);

/* "1990-94", "1990–1994", "1990/1994": several years; the last one. */
bool two_column_period(struct str cell, int *last);

/* The double nearest to the printed decimals; false: not a number. */
bool two_column_value(const struct reading *reading, struct str cell,
                      double *value);

/* Whether a column of that name holds moving averages or sums of overlapping
 * periods: "trailing_mean", "5-year average", "rolling". */
bool two_column_is_moving(struct str name, struct arena *arena);

/* The layout's own reader. */
bool two_column_read(struct reading *reading, struct names *names,
                     struct flow_sink sink, struct err *err);

#endif
