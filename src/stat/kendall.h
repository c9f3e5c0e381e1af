/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mann and Kendall's test of a steady direction: S counts later values above
 * earlier ones less those below. Equal values are ties; equality is exact. */
#ifndef STAT_KENDALL_H
#define STAT_KENDALL_H

#include <stddef.h>
#include <stdint.h>

#include "stat/annual.h"
#include "stat/estimate.h"

/* Exact p up to this n, without ties. */
#define KENDALL_EXACT_BELOW 50

struct kendall {
    enum undefined undefined; /* of everything but S, variance and tau */
    size_t n;
    size_t tie_groups; /* values that occur more than once */
    int64_t s;
    double variance;          /* of S without a trend, corrected for ties */
    struct estimate tau_a;    /* S / (n (n - 1) / 2) */
    struct estimate tau_b;    /* corrected for ties; none where constant */
    struct estimate z;        /* (S - sign S) / sqrt(variance) */
    struct estimate p_normal; /* two-sided, from z; 1 for a constant series */
    struct estimate p_exact;  /* two-sided; UNDEFINED_TIES with ties,
                                 UNDEFINED_NOT_REACHED from n = 50 */
    struct estimate p;        /* the exact one where there is one */
    bool exact;               /* which of the two p is */
};

/* Values in the order of time. UNDEFINED_N_TOO_SMALL below ANNUAL_LEAST. Years
 * are not asked for: gaps do not matter. */
struct kendall kendall_test(const double *values, size_t n);

/* Two-sided p from S and its variance, with continuity correction; *z too. */
struct estimate kendall_normal(int64_t s, double variance, struct estimate *z);

/* Probability that |S| is as large or larger when all orders of n distinct
 * values are alike: number of permutations by inversions (Kendall 1938). 1 for
 * n < 2. */
double kendall_exact(size_t n, int64_t s);

#endif
