/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How unsteady an annual series is. A rare supplier is described by the years
 * that it delivered in and by its largest year, not by a coefficient. */
#ifndef STAT_VOLATILITY_H
#define STAT_VOLATILITY_H

#include <stddef.h>

#include "stat/estimate.h"

struct volatility {
    size_t n;
    size_t zero;    /* years of 0 */
    size_t active;  /* years of anything else */
    size_t largest; /* position of the largest, the first of equal ones */
    struct estimate mean;
    struct estimate sd;            /* n - 1 */
    struct estimate cv;            /* sd / mean */
    struct estimate detrended_cv;  /* sqrt(RSS/(n-2)) of the line / mean */
    struct estimate robust_cv;     /* 1.4826 MAD / median */
    struct estimate sd_log;        /* sd of ln changes, year on year */
    struct estimate coppock;       /* Coppock's index, per cent */
    struct estimate mean_change;   /* mean |change|, year on year, per cent */
    struct estimate zero_share;    /* zero / n */
    struct estimate largest_share; /* largest / sum */
};

/* `years` ascending, no year twice. All UNDEFINED_NO_DATA for n = 0.
 * UNDEFINED_N_TOO_SMALL: sd, cv, mean_change below 2 years, sd_log and coppock
 * below 3, detrended_cv below 4. UNDEFINED_ZERO_BASE: mean, median or sum not
 * above 0; mean_change after a year of 0. UNDEFINED_NONPOSITIVE: sd_log,
 * coppock with any value not above 0; largest_share with any below 0.
 * UNDEFINED_GAPS: what goes year on year, where years are missing. */
struct volatility volatility_of(const double *years, const double *values,
                                size_t n);

#endif
