/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table with a row for each place of a network: what is filled in by those
 * who compute, and written here for machines and for people. */
#ifndef ANALYSIS_NETWORK_BY_PLACE_H
#define ANALYSIS_NETWORK_BY_PLACE_H

#include "analysis/network.h"
#include "stat/estimate.h"

struct by_place_column {
    const char *statistic; /* null: for people only */
    const char *variant;
    enum kind kind;
    size_t width;
    const char *head; /* upper line, or null */
    const char *foot; /* lower line; null: the unit of amounts */
    bool adds;        /* has a sum: of the others, and of all */
};

struct by_place {
    const struct networks *networks;
    const struct by_place_column *columns; /* the first one gives the order */
    size_t count;
    size_t shown;         /* of them, to people */
    struct value *values; /* n * count, by node */
    const char *title;    /* " by PageRank" */
    const char *highest;  /* "the highest PageRank"; null: no sentence */
};

/* A table without values yet; everything in the study's arena. */
void by_place_init(struct by_place *table, const struct networks *networks,
                   const struct by_place_column *columns, size_t count);

void by_place_set(struct by_place *table, size_t node, size_t column,
                  struct value value);

/* Doubles of all nodes, or nulls where the whole is undefined. */
void by_place_set_all(struct by_place *table, size_t column,
                      enum undefined undefined, const double *values,
                      unsigned decimals);

/* Columns and rows, largest first, then by strength, then by name; and the view
 * without notes. Rows of the whole network may be added behind them. */
void by_place_write(struct result *result, const struct by_place *table);

#endif
