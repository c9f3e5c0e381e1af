/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does one mean or line hold all along? Sums of residuals that wander too far
 * say no; they do not say when it changed. */
#ifndef STAT_CUSUM_H
#define STAT_CUSUM_H

#include "stat/estimate.h"
#include "stat/segment.h"

struct cusum {
    struct estimate statistic;
    struct estimate p;
    size_t at; /* values up to the farthest point, the first of equal ones */
};

/* OLS-CUSUM (Ploberger and Krämer 1992): max |sum of residuals| / (s sqrt n),
 * s^2 = RSS/(n-k); p by the Kolmogorov series, which is the limit for a mean
 * (and keeps too often to "no break" for a line). UNDEFINED_N_TOO_SMALL below
 * 20 years, UNDEFINED_CONSTANT without residuals. */
struct cusum cusum_ols(const double *values, size_t n, enum regime regime);

/* Recursive CUSUM (Brown, Durbin and Evans 1975): recursive residuals, sums
 * measured against the boundary 1 + 2t. */
struct cusum cusum_recursive(const double *values, size_t n,
                             enum regime regime);

/* Upper tail of the largest |Brownian bridge|:
 * 2 sum (-1)^(j+1) exp(-2 j^2 x^2). */
double cusum_kolmogorov(double x);

#endif
