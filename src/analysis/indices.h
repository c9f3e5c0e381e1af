/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indices of concentration and inequality that are doubles, as columns and
 * as lines of a table. */
#ifndef ANALYSIS_INDICES_H
#define ANALYSIS_INDICES_H

#include "analysis/spread.h"
#include "result/value.h"

struct index {
    const char *column;      /* of machine formats */
    const char *description; /* there */
    const char *label;       /* in a table */
    unsigned decimals;
    bool over;     /* depends on how many units it is over */
    bool universe; /* over all with a record in any covered year, else over
                      those with an amount */
    struct estimate (*of)(const struct units *units);
};

#define INDEX_COUNT ((size_t)13)
extern const struct index indices[INDEX_COUNT];

/* All of them for a spread, in that order. */
void indices_of(const struct spread *spread, struct value values[INDEX_COUNT]);

#endif
