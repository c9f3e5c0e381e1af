/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreement of two ranked lists that need not hold the same things: tops of
 * two periods. Things are numbers, best first, each at most once a list. */
#ifndef STAT_LIST_OVERLAP_H
#define STAT_LIST_OVERLAP_H

#include <stddef.h>

#include "stat/estimate.h"

struct ranked_list {
    size_t n;
    const size_t *items;
};

/* Things that both have among their first depth. */
size_t list_common(struct ranked_list a, struct ranked_list b, size_t depth);

/* Common things of the first k as a share of k: 0 to 1. Of a list that is
 * shorter all counts; k = 0 or both empty: UNDEFINED_NO_DATA. */
struct estimate list_overlap(struct ranked_list a, struct ranked_list b,
                             size_t k);

/* Common things by things in either of the first k (Jaccard): 0 to 1. */
struct estimate list_jaccard(struct ranked_list a, struct ranked_list b,
                             size_t k);

/* Mean of the overlaps at depths 1 to depth. */
struct estimate list_average_overlap(struct ranked_list a, struct ranked_list b,
                                     size_t depth);

/* Rank-biased overlap, extrapolated (RBO_ext of Webber, Moffat and Zobel 2010,
 * their equation 32, lists of unequal length too), 0 to 1. 0 < p < 1: how far
 * down the reader looks; with 0.9 the first ten carry 86 % of the weight.
 * UNDEFINED_NO_DATA where a list is empty. */
struct estimate list_rbo(struct ranked_list a, struct ranked_list b, double p);

#endif
