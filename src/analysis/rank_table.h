/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables of `rank --variant` have in common: the listed rows with
 * their rank and amount, behind which each has columns of its own. */
#ifndef ANALYSIS_RANK_TABLE_H
#define ANALYSIS_RANK_TABLE_H

#include "analysis/ranking.h"

/* Columns of the view; the first of the statistic's own is what
 * rank_table_begin() returns. */
struct rank_table {
    struct result *result;
    const struct ranking *ranking;
    size_t rank, name, second, amount;
};

/* Title ("The 10 largest suppliers of major arms", tail, ", 2019–23"), unit and
 * the first columns of the view. */
void rank_table_begin(struct rank_table *table, struct result *result,
                      const struct ranking *ranking, const char *tail);

/* A row of the view with its first cells filled. */
struct value *rank_table_row(const struct rank_table *table,
                             const struct entity *entity);

/* The rule and what stands under it: the result's notes, the universe, that
 * these are no sample (and how to read the table for that), the source. */
void rank_table_end(const struct rank_table *table, const char *reading);

/* "10 %", "2.5 %". */
const char *rank_per_cent(struct arena *arena, amount per_cent);

#endif
