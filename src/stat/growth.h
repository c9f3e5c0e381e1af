/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Growth in per cent a year, from ends and from logarithms. Neither adds 1
 * nor drops zeros: a series with zeros goes to poisson_trend(). */
#ifndef STAT_GROWTH_H
#define STAT_GROWTH_H

#include "stat/annual.h"
#include "stat/coefficient.h"
#include "stat/sandwich.h"

/* 100 (e^rate - 1). */
double growth_percent(double rate);
struct estimate growth_of(struct estimate rate);
struct interval growth_interval(struct interval rate); /* by its ends */

/* Years in which it doubles at that rate, ln 2 / rate; negative: in which it
 * halves. UNDEFINED_ZERO_BASE for a rate of 0. */
struct estimate growth_doubling(struct estimate rate);

/* Compound annual growth rate, per cent: 100 ((v1 / v0)^(1 / years) - 1).
 * From its ends only, so unfit for lumpy yearly values: take means of
 * five-year periods. UNDEFINED_ZERO_BASE for v0 = 0 and for years <= 0,
 * UNDEFINED_NONPOSITIVE for a negative end; -100 for v1 = 0. */
struct estimate growth_compound(double v0, double v1, double years);

/* Least squares of the logarithm of the value on the year. */
struct growth_loglinear {
    enum undefined undefined;
    struct coefficient rate;  /* of the logarithm, a year */
    struct estimate percent;  /* 100 (e^rate - 1) */
    struct interval interval; /* its ends transformed */
    struct estimate kennedy;  /* 100 (e^(rate - error^2 / 2) - 1), classical
                                 error (Kennedy 1981) */
    struct estimate doubling; /* growth_doubling() */
    struct estimate r2;       /* of the logarithms */
    struct estimate smearing; /* mean of e^residual (Duan 1983) */
};

/* UNDEFINED_NONPOSITIVE where a value is 0 or less, UNDEFINED_N_TOO_SMALL
 * below ANNUAL_LEAST. */
struct growth_loglinear growth_loglinear(struct annual series,
                                         enum sandwich kind, size_t lags,
                                         double level);

#endif
