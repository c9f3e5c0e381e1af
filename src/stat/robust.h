/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line through an annual series that single years do not move much: Tukey's
 * bisquare or Huber's weights, by GSL (its scale takes leverage into account,
 * so R's MASS::rlm differs in the third to fourth digit). */
#ifndef STAT_ROBUST_H
#define STAT_ROBUST_H

#include "stat/annual.h"
#include "stat/coefficient.h"

enum robust_weight { ROBUST_BISQUARE, ROBUST_HUBER };

struct robust {
    enum undefined undefined;
    size_t n;
    struct coefficient slope;     /* t with n - 2 degrees */
    struct coefficient intercept; /* at year 0 */
    struct estimate sigma;
};

/* UNDEFINED_N_TOO_SMALL below ANNUAL_LEAST, UNDEFINED_SINGULAR where the
 * weights do not settle: half of the years are on one line, as with many years
 * of 0, and no scale is left. An exact line is itself, with errors of 0. */
struct robust robust_fit(struct annual series, enum robust_weight weight,
                         double level);

#endif
