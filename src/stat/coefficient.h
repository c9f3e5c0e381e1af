/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A coefficient of a regression with what is said about it. */
#ifndef STAT_COEFFICIENT_H
#define STAT_COEFFICIENT_H

#include <stddef.h>

#include "stat/interval.h"

struct coefficient {
    struct estimate value;
    struct estimate error;     /* standard error */
    struct estimate statistic; /* value / error: t, or z where df is 0 */
    struct estimate p;         /* two-sided, that the coefficient is 0 */
    struct interval interval;
};

/* Two-sided p of t with df degrees of freedom; of z where df is 0. Upper
 * tails, so small p keep their digits. */
double coefficient_p(double statistic, size_t df);

/* The factor of the error in an interval of this level (0.95): the quantile
 * of t, or of the normal law where df is 0. */
double coefficient_quantile(double level, size_t df);

/* What follows from value, error and df. An error of exactly 0 leaves
 * statistic and p undefined (UNDEFINED_ZERO_BASE), the interval is a point. */
struct coefficient coefficient_of(double value, double error, size_t df,
                                  double level);

/* All parts undefined. */
struct coefficient coefficient_none(enum undefined undefined);

#endif
