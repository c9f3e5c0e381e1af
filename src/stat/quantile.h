/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantiles and medians. */
#ifndef STAT_QUANTILE_H
#define STAT_QUANTILE_H

#include <stddef.h>

#include "stat/estimate.h"

/* Type 7 of Hyndman and Fan 1996, R's default: linear between the values at
 * (n - 1) q. Values in any order, finite; 0 <= q <= 1. UNDEFINED_NO_DATA for
 * none. */
struct estimate quantile_of(const double *values, size_t n, double q);
struct estimate quantile_median(const double *values, size_t n);

/* The same of values that are in ascending order already. */
struct estimate quantile_sorted(const double *sorted, size_t n, double q);

#endif
