/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Hodrick-Prescott trend: an aid for drawing. Its ends are revised by
 * every new year, and what is left over has cycles that it made. */
#ifndef STAT_HP_H
#define STAT_HP_H

#include <stddef.h>

#include "stat/estimate.h"

#define HP_ANNUAL 6.25 /* Ravn and Uhlig 2002; 100 is in use too */

/* Solves (I + lambda D'D) trend = values, D second differences, of an unbroken
 * series (the caller has looked for gaps), lambda >= 0. `trend` has n places.
 * UNDEFINED_N_TOO_SMALL below 10 years. */
enum undefined hp_filter(const double *values, size_t n, double lambda,
                         double *trend);

#endif
