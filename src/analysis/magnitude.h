/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money in tables for people: trade of all goods has thirteen digits, and a
 * line has eighty columns. Tables print thousands or millions where the whole
 * has more than nine digits; machine formats and figures are never touched. */
#ifndef ANALYSIS_MAGNITUDE_H
#define ANALYSIS_MAGNITUDE_H

#include "analysis/study.h"
#include "result/view.h"

/* So many units of money for one in a table: 1, 1000 or 1,000,000; 1 for
 * everything else. `total` is all that the study holds. */
amount magnitude_of(enum unit unit, amount total);

/* The head of a column of amounts: "TIV m", "USD", "USD 1000", "USD m". */
const char *magnitude_head(const struct study *study, struct arena *arena);

/* Divides the amounts of a view and says so in its line of the unit. */
void magnitude_apply(const struct study *study, struct view *view,
                     struct arena *arena);

#endif
