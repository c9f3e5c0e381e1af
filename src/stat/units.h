/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units (suppliers, recipients, ...) that share an amount, the largest first:
 * what concentration.h and inequality.h are about. The order in which the
 * amounts were given does not show in any bit of what follows. */
#ifndef STAT_UNITS_H
#define STAT_UNITS_H

#include <stddef.h>

#include "stat/estimate.h"

struct units {
    double *values; /* descending */
    size_t count;   /* all that were given: the declared universe */
    size_t active;  /* of them above 0 */
    double total;
};

/* Copies the values, which are finite and not negative. */
void units_init(struct units *units, const double *values, size_t count);
void units_done(struct units *units);

/* Whether there is anything to be shared: DEFINED, UNDEFINED_NO_DATA without
 * units, UNDEFINED_ZERO_BASE when all of them are 0. */
enum undefined units_state(const struct units *units);

#endif
