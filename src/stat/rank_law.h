/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks of amounts that are known with an error, exactly. Every amount v is
 * thought of as v exp(e z), z standard normal and independent of the others;
 * e is its error. Rank 1 is the largest; ranks are 1 + how many are larger.
 * Methods 2.3 (b), (d). Arrays belong to the caller. */
#ifndef STAT_RANK_LAW_H
#define STAT_RANK_LAW_H

#include <stddef.h>

/* What a law of one rank comes to. */
struct rank_summary {
    size_t best;  /* smallest r with P(rank <= r) >= (1 - level) / 2 */
    size_t worst; /* smallest r with P(rank <= r) >= (1 + level) / 2 */
    size_t modal; /* the likeliest, of equal ones the first */
    double mean;
    double first; /* P(rank 1) */
    double top5;  /* P(rank <= 5) */
};

/* Of weights[r - 1] for the ranks 1 to count, with that sum above 0: a law, or
 * how many of so many draws. */
struct rank_summary rank_summarise(const double *weights, size_t count,
                                   double sum, double level);

/* law[r - 1] = P(rank of `which` is r), r from 1 to count: the integral over
 * z of a Poisson-binomial law by the trapezoidal rule, which is exact to
 * rounding for so smooth an integrand (1e-9 or better). Values at least 0,
 * errors above 0. An amount of 0 stays 0: it is behind all that are above. */
void rank_law(const double *values, const double *errors, size_t count,
              size_t which, double *law);

/* Sets of ranks that hold for all at once with that probability (Klein, Wright
 * and Wieczorek 2020): intervals v +- q e v, jointly of that level for
 * independent normal errors, are compared: best 1 + #{low_j > high_i}, worst
 * 1 + #{high_j > low_i}. Returns q. */
double rank_joint_sets(const double *values, const double *errors, size_t count,
                       double level, size_t *best, size_t *worst);

#endif
