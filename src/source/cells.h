/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What publishers write into single cells. */
#ifndef SOURCE_CELLS_H
#define SOURCE_CELLS_H

#include <stdbool.h>

#include "base/str.h"
#include "trade/flow.h"

enum { CELLS_YEAR_FIRST = 1800, CELLS_YEAR_LAST = 2199 };

/* Four digits, a year between these. */
bool cells_year(struct str cell, int *year);

/* Yes/No, 1/0, true/false. */
bool cells_flag(struct str cell, enum tri *flag);

/* "New", "Second hand", "Second hand but modernized" and our own words. */
bool cells_condition(struct str cell, enum condition *condition);

/* The words of our own tables: "exact", "below_half", ... */
bool cells_state(struct str cell, enum cell_state *state);

/* Words for a value that is not there: blank, "#N/A", "..", "-", "xxx". */
bool cells_missing(struct str cell);

#endif
