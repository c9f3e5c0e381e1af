/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Iteratively reweighted least squares for E y = exp(x'b). */
#ifndef STAT_IRLS_H
#define STAT_IRLS_H

#include <stdbool.h>
#include <stddef.h>

#include "stat/design.h"

/* Borrowed arrays that are filled. */
struct irls {
    double *coefficient; /* k */
    double *fitted;      /* n */
    double *bread;       /* k * k: (X' diag(fitted) X)^-1 */
    double deviance;
    size_t iterations;
};

/* Columns independent, no separation, some y > 0. Starts at (y + mean) / 2,
 * halves steps that raise the deviance, and ends when the deviance has settled
 * within 1e-10 of itself and the scores are 0 but for rounding. False where
 * that does not come about. */
bool irls_fit(struct irls *fit, const struct design *design, const double *y);

/* 2 sum of y log(y / mu) - (y - mu). */
double irls_deviance(const double *y, const double *mu, size_t n);

#endif
