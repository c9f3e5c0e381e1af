/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sen's slope: the median of the slopes of all pairs of years (Theil 1950, Sen
 * 1968). Real years, so gaps are allowed. In units of the series a year. */
#ifndef STAT_SEN_H
#define STAT_SEN_H

#include <stdbool.h>
#include <stddef.h>

#include "stat/annual.h"
#include "stat/interval.h"

/* How the ends of the interval are taken from the sorted slopes, with N their
 * number, C = z sqrt(Var S) and ranks from 1. */
enum sen_rule {
    SEN_ROUNDED, /* ranks round((N - C) / 2) and round((N + C) / 2 + 1), as
                    R's trend and scipy */
    SEN_GILBERT, /* interpolated at (N - C) / 2 and (N + C) / 2 + 1 (Gilbert
                    1987) */
};

struct sen {
    enum undefined undefined;
    size_t n;
    size_t slopes; /* N */
    double level;
    struct estimate slope;
    struct interval interval;           /* SEN_ROUNDED */
    struct interval interval_gilbert;   /* SEN_GILBERT */
    struct estimate intercept;          /* median value - slope * median year
                                           (Conover) */
    struct estimate intercept_residual; /* median of value - slope * year */
    size_t rank_low;                    /* of SEN_ROUNDED, from 1 */
    size_t rank_high;
};

/* UNDEFINED_N_TOO_SMALL below ANNUAL_LEAST. The interval is of independent
 * years: autocorrelation makes it too narrow. */
struct sen sen_fit(struct annual series, double level);

/* value - slope * (year - first year) into residual; false where they differ
 * by no more than rounding does: the series is an exact line. */
bool sen_residuals(double slope, struct annual series, double *residual);

#endif
