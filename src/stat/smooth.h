/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving means, medians and sums of an unbroken annual series (the caller has
 * looked for gaps). They describe; a moving mean lags and makes waves of its
 * own (Slutsky, Yule), so no test is run on one. */
#ifndef STAT_SMOOTH_H
#define STAT_SMOOTH_H

#include <stddef.h>

#include "stat/estimate.h"

/* What becomes of a window that reaches past the series. */
enum smooth_ends {
    SMOOTH_NULL,     /* undefined: UNDEFINED_N_TOO_SMALL */
    SMOOTH_TRUNCATE, /* of the years there are */
    SMOOTH_PAD,      /* the first and the last value go on */
};

/* Windows of k years, 1 or more; `out` has n places. */

/* Mean of a year and the k-1 before it. */
void smooth_trailing(const double *values, size_t n, size_t k,
                     enum smooth_ends ends, struct estimate *out);

/* Sum of a year and the k-1 before it. */
void smooth_trailing_sum(const double *values, size_t n, size_t k,
                         enum smooth_ends ends, struct estimate *out);

/* Mean of k years about a year; an even k takes k+1 years and half of the
 * outer two (2xk). */
void smooth_centred(const double *values, size_t n, size_t k,
                    enum smooth_ends ends, struct estimate *out);

/* Median of k years about a year, k odd. */
void smooth_median(const double *values, size_t n, size_t k,
                   enum smooth_ends ends, struct estimate *out);

#endif
