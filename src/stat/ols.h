/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least-squares line through an annual series, on centred years: its
 * slope is in units of the series a year. Trends of arms deliveries have
 * autocorrelated errors: give Newey-West errors beside the classical ones
 * (methods 4.1). */
#ifndef STAT_OLS_H
#define STAT_OLS_H

#include <stddef.h>

#include "stat/annual.h"
#include "stat/coefficient.h"
#include "stat/sandwich.h"

struct ols {
    enum undefined undefined; /* of the line as a whole */
    size_t n;
    size_t degrees;     /* n - 2 */
    size_t lags;        /* of the Newey-West errors */
    enum sandwich kind; /* of the errors of slope and intercept */
    double level;
    struct coefficient slope;
    struct coefficient intercept; /* at year 0: far outside of the series */
    struct estimate sigma;        /* sqrt(rss / (n - 2)) */
    struct estimate rss;
    struct estimate r2; /* UNDEFINED_CONSTANT where all values are equal */
    struct estimate r2_adjusted;
    struct estimate f;              /* with 1 and n - 2 degrees */
    struct estimate log_likelihood; /* normal errors; none for an exact line */
    struct estimate aic;            /* three parameters, as R counts */
    struct estimate bic;
    struct estimate durbin_watson; /* 2: no autocorrelation of residuals */
    struct estimate residual_lag1; /* biased, about their mean */
    /* For ols_at(). */
    double year_mean;
    double value_mean;  /* the line at year_mean */
    double year_spread; /* sum of (year - mean)^2 */
};

/* UNDEFINED_N_TOO_SMALL below ANNUAL_LEAST years. A constant series has slope
 * 0. Residuals that are nothing but rounding count as 0: an exact line has
 * errors of 0, and neither t, p, Durbin-Watson nor lag-1. */
struct ols ols_fit(struct annual series, enum sandwich kind, size_t lags,
                   double level);

/* The line at a year with its confidence interval (of the line) and prediction
 * interval (of a new value), classical, at the level of the fit. */
struct ols_point {
    struct estimate value;
    struct interval confidence;
    struct interval prediction;
};

struct ols_point ols_at(const struct ols *fit, double year);

/* value[i] - line(years[i]) into residual. */
void ols_residuals(const struct ols *fit, struct annual series,
                   double *residual);

#endif
