/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Poisson pseudo-maximum likelihood: E y = exp(x'b) (Santos Silva and Tenreyro
 * 2006). y need not be whole nor Poisson, and zeros stay in. By iteratively
 * reweighted least squares with pivoted QR (methods 6.6). */
#ifndef STAT_POISSON_H
#define STAT_POISSON_H

#include <stdbool.h>
#include <stddef.h>

#include "stat/annual.h"
#include "stat/coefficient.h"
#include "stat/design.h"
#include "stat/sandwich.h"

/* Owns its arrays: poisson_done(). */
struct poisson {
    enum undefined undefined; /* UNDEFINED_SEPARATED: nothing finite is left;
                                 UNDEFINED_SINGULAR: no convergence */
    size_t n;                 /* rows that count */
    size_t rows;              /* rows of the design */
    size_t k;                 /* columns of the design */
    size_t rank;              /* columns with a coefficient */
    bool *aliased;            /* k: depends on earlier columns */
    bool *separated;          /* k: no finite estimate, left out */
    bool *row_left_out;       /* rows: zeros that a separated column explains */
    double *coefficient;      /* k, 0 where left out */
    double *fitted;           /* rows: mu, 0 where left out */
    double *residual;         /* rows: y - mu, 0 where left out */
    double *bread;            /* k * k: (X' diag(mu) X)^-1 */
    struct estimate deviance;
    struct estimate null_deviance; /* against the mean of all rows that count */
    struct estimate pearson;       /* sum of (y - mu)^2 / mu */
    struct estimate dispersion;    /* pearson / (n - rank) */
    struct estimate pseudo_loglik; /* sum of y log mu - mu - log Gamma(y+1) */
    struct estimate r2;            /* squared correlation of y and mu */
    size_t iterations;
};

/* y: finite, 0 or more. All zeros: UNDEFINED_SEPARATED (there is no logarithm
 * of 0). A regressor of which
 * some combination is 0 wherever y > 0 and of one sign elsewhere has no finite
 * coefficient (Correia, Guimaraes and Zylkin 2019): it is left out with the
 * rows where the combination is not 0. */
void poisson_fit(struct poisson *fit, const struct design *design,
                 const double *y);
void poisson_done(struct poisson *fit);

/* Coefficient with errors of that kind; z, not t. UNDEFINED_SEPARATED or
 * UNDEFINED_SINGULAR where the column was left out. */
struct coefficient poisson_coefficient(const struct poisson *fit,
                                       const struct design *design,
                                       size_t column, enum sandwich kind,
                                       size_t lags, double level);

/* Covariance of all coefficients with errors of that kind, k * k. */
void poisson_errors(double *covariance, const struct poisson *fit,
                    const struct design *design, enum sandwich kind,
                    size_t lags);

/* Errors by clusters (sandwich_clustered()). */
struct coefficient poisson_clustered(const struct poisson *fit,
                                     const struct design *design, size_t column,
                                     const size_t *cluster, size_t clusters,
                                     bool small, double level);

/* The trend E v = exp(a + b t): growth of a series that may have zeros. */
struct poisson_trend {
    enum undefined undefined;
    size_t lags;
    struct coefficient rate;      /* b, of the logarithm, a year */
    struct coefficient intercept; /* a, at year 0 */
    struct estimate percent;      /* 100 (e^b - 1) */
    struct interval interval;     /* its ends transformed */
    struct estimate doubling;     /* growth_doubling() */
    struct estimate deviance;
    struct estimate dispersion;
};

/* UNDEFINED_N_TOO_SMALL below ANNUAL_LEAST, UNDEFINED_NONPOSITIVE with a
 * negative value, UNDEFINED_NO_DATA where all are 0. One year alone that is not
 * 0 is UNDEFINED_N_TOO_SMALL: it has no growth, and at an end no finite one. */
struct poisson_trend poisson_trend(struct annual series, enum sandwich kind,
                                   size_t lags, double level);

#endif
