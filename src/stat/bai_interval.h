/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the true year of a break lies about the estimated one: Bai (1997), for
 * shifts that shrink as the series grows. */
#ifndef STAT_BAI_INTERVAL_H
#define STAT_BAI_INTERVAL_H

#include "stat/estimate.h"

/* P(argmax V <= x): V(s) = W1(-s) - |s|/2 on the left of 0 and
 * sqrt(phi) W2(s) - xi s/2 on the right, phi = xi * (variance right / variance
 * left). With xi = phi = 1 its 97.5 % are at 11.0333. */
double bai_interval_below(double x, double xi, double phi);

/* The quantile, 0 < p < 1. UNDEFINED_NOT_REACHED where it lies on the wrong
 * side of 0 for an end of an interval: `upper` asks for one above. */
struct estimate bai_interval_quantile(double p, bool upper, double xi,
                                      double phi);

#endif
