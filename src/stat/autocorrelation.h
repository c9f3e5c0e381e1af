/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Autocorrelation of an annual series, as R's acf() has it: sums over n about
 * the mean of all ("biased"). */
#ifndef STAT_AUTOCORRELATION_H
#define STAT_AUTOCORRELATION_H

#include <stddef.h>

#include "stat/annual.h"
#include "stat/estimate.h"

/* At a lag below n. UNDEFINED_CONSTANT where all values are equal,
 * UNDEFINED_N_TOO_SMALL where n <= lag. */
struct estimate autocorrelation_at(const double *values, size_t n, size_t lag);

/* Beyond this an autocorrelation is more than chance: z / sqrt(n), two-sided
 * at this level (0.95). */
double autocorrelation_bound(size_t n, double level);

/* Lag 1 of the series less Sen's slope: what tables print beside its bound.
 * UNDEFINED_GAPS where years are missing, UNDEFINED_N_TOO_SMALL below
 * ANNUAL_LEAST, UNDEFINED_CONSTANT for an exact line. */
struct estimate autocorrelation_detrended(struct annual series);

#endif
