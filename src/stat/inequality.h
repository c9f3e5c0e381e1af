/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How unequally units share. Units of 0 count here: over active units alone or
 * over a declared universe these are different numbers, so whoever prints one
 * says which. N is units->count. All are undefined as units_state() says. */
#ifndef STAT_INEQUALITY_H
#define STAT_INEQUALITY_H

#include "stat/units.h"

/* Sum of (2i - N - 1) x_i / (N sum of x), x ascending: 0 equal, (N - 1) / N
 * when one has all. */
struct estimate inequality_gini(const struct units *units);

/* The same times N / (N - 1). UNDEFINED_N_TOO_SMALL below two. */
struct estimate inequality_gini_corrected(const struct units *units);

/* Theil's T, (1/N) sum of r ln r, r = x / mean, 0 ln 0 = 0: 0 to ln N. */
struct estimate inequality_theil_t(const struct units *units);

/* T / ln N. UNDEFINED_N_TOO_SMALL below two. */
struct estimate inequality_theil_t_normalised(const struct units *units);

/* Theil's L, the mean logarithmic deviation, (1/N) sum of ln(mean / x).
 * UNDEFINED_NONPOSITIVE when a unit is 0. */
struct estimate inequality_theil_l(const struct units *units);

/* Atkinson (1970) with aversion epsilon > 0:
 * 1 - (mean of x^(1-e))^(1/(1-e)) / mean; of 1, by the geometric mean. */
struct estimate inequality_atkinson(const struct units *units, double epsilon);

/* Standard deviation (of a population: by N) by mean. */
struct estimate inequality_cv(const struct units *units);

/* Cumulative shares of the amount, units ascending: shares[0] = 0 to
 * shares[count] = 1. units_state() must be DEFINED. */
void inequality_lorenz(const struct units *units, double *shares);

#endif
