/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Optimal partitioning (Jackson et al. 2005): the shifts of the mean for which
 * squared residuals plus a penalty a shift are least. PELT (Killick et al.
 * 2012) finds the same. */
#ifndef STAT_PARTITION_H
#define STAT_PARTITION_H

#include <stddef.h>

#include "stat/estimate.h"

/* 2 ln(n) s^2, s the scaled median absolute deviation of yearly changes over
 * sqrt 2. UNDEFINED_N_TOO_SMALL below 20 years, UNDEFINED_CONSTANT where more
 * than half of the changes are equal. */
struct estimate partition_penalty(const double *values, size_t n);

/* Segments of at least `least` (1 or more) values. `at` has room for n numbers
 * and gets the shifts in order: values up to the last of the left segment. The
 * number of shifts; `cost` is what was made least. O(n^2) steps. None for
 * fewer than 2 `least` values. */
size_t partition_optimal(const double *values, size_t n, double penalty,
                         size_t least, size_t *at, double *cost);

#endif
