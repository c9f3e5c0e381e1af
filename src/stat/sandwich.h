/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standard errors that do not believe that errors are alike or independent:
 * White's heteroskedasticity-consistent ones, Newey and West's for series,
 * and those for clusters. Covariance = B M B, with B the bread (X'WX)^-1 and M
 * made of the scores x_i u_i. Used by least squares (W = 1) and by Poisson
 * pseudo-maximum likelihood (W = fitted values). */
#ifndef STAT_SANDWICH_H
#define STAT_SANDWICH_H

#include <stdbool.h>
#include <stddef.h>

#include "stat/design.h"

enum sandwich {
    SANDWICH_CLASSICAL,   /* least squares: s^2 B with s^2 = RSS / (n - k);
                             Poisson: its variance equal to its mean, B */
    SANDWICH_HC0,         /* White 1980 */
    SANDWICH_HC1,         /* HC0 times n / (n - k) on the variance */
    SANDWICH_HC3,         /* residuals divided by 1 - leverage */
    SANDWICH_NEWEY_WEST,  /* Newey and West 1987, Bartlett weights, no
                             prewhitening, times n / (n - k) */
    SANDWICH_NEWEY_WEST0, /* the same without the factor */
};

/* Number of lags by the rule floor(4 (n / 100)^(2/9)) (Newey and West 1994);
 * less than n. */
size_t sandwich_lags(size_t n);

struct sandwich_parts {
    struct design design;   /* n rows in the order of time, k columns */
    const double *residual; /* n: what multiplies x_i in the score */
    const double *weight;   /* n: of W, or null for 1 */
    const double *bread;    /* k * k */
};

/* Covariance of the coefficients into k * k numbers. Any kind but
 * SANDWICH_CLASSICAL; lags are looked at for Newey-West only. */
void sandwich_covariance(double *covariance, const struct sandwich_parts *parts,
                         enum sandwich kind, size_t lags);

/* By clusters: cluster[i] < clusters says whose row i is. small: times
 * G / (G - 1) (n - 1) / (n - k) on the variance, as Stata and R's sandwich do
 * (CR1); else CR0. Fewer than 30 clusters are too few to believe in. */
void sandwich_clustered(double *covariance, const struct sandwich_parts *parts,
                        const size_t *cluster, size_t clusters, bool small);

#endif
