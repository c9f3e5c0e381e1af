/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks of amounts that are drawn again and again, by the Mersenne twister of
 * GSL with a given seed: the same numbers everywhere. The draws depend on the
 * order of the input, which is the caller's to fix. Methods 2.3 (b), (c). */
#ifndef STAT_RANK_DRAWS_H
#define STAT_RANK_DRAWS_H

#include <stddef.h>

/* How often each had each rank: counts[which * count + rank - 1]. */
struct rank_counts {
    size_t count; /* ranked ones */
    double *counts;
};

struct rank_counts rank_counts_new(size_t count);
void rank_counts_free(struct rank_counts *counts);

/* A part of an amount, and the error that it has. */
struct rank_part {
    size_t which; /* whose */
    size_t error; /* index of the error: shared where it is the same */
    double value;
};

/* Each draw takes one standard normal z for each error, in order, also where
 * it goes with nothing; an amount is the sum of its parts v exp(e z). */
void rank_draw_errors(struct rank_counts *counts, const struct rank_part *parts,
                      size_t part_count, const double *errors,
                      size_t error_count, size_t draws, unsigned long seed);

/* Each draw takes from the rows of each one as many as it has, with
 * replacement; those of `which` are rows[first[which]] to below
 * rows[first[which + 1]]. */
void rank_draw_rows(struct rank_counts *counts, const double *rows,
                    const size_t *first, size_t draws, unsigned long seed);

#endif
