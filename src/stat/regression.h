/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Least squares with any regressors, by the singular values of the balanced
 * columns, never by normal equations. A column that depends on earlier ones is
 * left out and said to be aliased, as R does; nothing is shrunk in silence. */
#ifndef STAT_REGRESSION_H
#define STAT_REGRESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "stat/coefficient.h"
#include "stat/design.h"
#include "stat/sandwich.h"

/* Owns its arrays: regression_done(). */
struct regression {
    enum undefined
        undefined; /* DEFINED: coefficients and residuals are there */
    size_t n;
    size_t k;              /* columns of the design */
    size_t rank;           /* columns that are not aliased */
    size_t degrees;        /* n - rank */
    bool *aliased;         /* k */
    double *coefficient;   /* k, 0 for aliased ones */
    double *fitted;        /* n */
    double *residual;      /* n */
    double *bread;         /* k * k: (X'X)^-1, 0 in rows of aliased columns */
    double *covariance;    /* k * k: classical */
    double rss;            /* residual sum of squares */
    double tss;            /* about the mean, or about 0 without intercept */
    struct estimate sigma; /* sqrt(rss / degrees); none without degrees */
    struct estimate r2;    /* UNDEFINED_CONSTANT where tss is 0 */
    struct estimate r2_adjusted;
    struct estimate f; /* that all but the intercept are 0 */
    struct estimate f_p;
};

/* y: n finite values. UNDEFINED_NO_DATA without rows or without a column that
 * is not 0. With n = rank the fit is exact and errors are undefined. */
void regression_fit(struct regression *fit, const struct design *design,
                    const double *y);
void regression_done(struct regression *fit);

/* Coefficient  with the errors of that kind; UNDEFINED_SINGULAR where
 * it is aliased, and all but the value UNDEFINED_N_TOO_SMALL without degrees
 * of freedom. t with n - rank degrees. */
struct coefficient regression_coefficient(const struct regression *fit,
                                          const struct design *design,
                                          size_t column, enum sandwich kind,
                                          size_t lags, double level);

/* Covariance of all coefficients with the errors of that kind, k * k. */
void regression_errors(double *covariance, const struct regression *fit,
                       const struct design *design, enum sandwich kind,
                       size_t lags);

#endif
