/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreement of two orders of the same things, or of several. Values, not
 * ranks, are given; the larger has the better rank. Absent things must have
 * been given a value (0) before. */
#ifndef STAT_RANK_CORRELATION_H
#define STAT_RANK_CORRELATION_H

#include <stddef.h>
#include <stdint.h>

#include "stat/estimate.h"

/* Kendall's tau-b, -1 to 1: (C - D) / sqrt((n0 - n1) (n0 - n2)).
 * UNDEFINED_N_TOO_SMALL below two, UNDEFINED_CONSTANT where one side has no
 * order. */
struct estimate rank_tau_b(const double *a, const double *b, size_t n);

/* Spearman's rho: Pearson's correlation of fractional ranks. As above. */
struct estimate rank_spearman(const double *a, const double *b, size_t n);

/* Fractional ranks, 1 for the largest; ties share the mean of their ranks. */
void rank_fractional(const double *values, size_t n, double *rank);

/* Spearman's footrule: the sum of |rank - rank|, of fractional ranks; *largest
 * is floor(n^2 / 2), what it can be without ties. Null: not asked
 * for. UNDEFINED_NO_DATA for none. */
struct estimate rank_footrule(const double *a, const double *b, size_t n,
                              double *largest);

/* Kendall's W of m orders of n things, 0 to 1, corrected for ties: values is
 * m * n, order after order. *chi_square (if asked for) is m (n - 1) W with
 * n - 1 degrees of freedom. UNDEFINED_N_TOO_SMALL for n or m below 2,
 * UNDEFINED_CONSTANT where nobody has an order. */
struct estimate rank_concordance(const double *values, size_t m, size_t n,
                                 struct estimate *chi_square);

#endif
