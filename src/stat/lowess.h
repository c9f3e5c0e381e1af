/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LOWESS (Cleveland 1979): local lines with tricube weights, made robust by
 * bisquare weights of the residuals; what R's lowess() gives. */
#ifndef STAT_LOWESS_H
#define STAT_LOWESS_H

#include <stddef.h>

#include "stat/estimate.h"

/* Cleveland's choices. */
#define LOWESS_SPAN (2.0 / 3)
#define LOWESS_ROUNDS 3U

/* `x` ascending, 0 < span; `rounds` of robustness (0: none), at every point
 * (R's delta = 0). `fit` has n places. Gaps in x do no harm.
 * UNDEFINED_NO_DATA for n = 0; UNDEFINED_N_TOO_SMALL where a window,
 * floor(span n + 1e-7) values, has fewer than 3. */
enum undefined lowess_fit(const double *x, const double *y, size_t n,
                          double span, unsigned rounds, double *fit);

#endif
