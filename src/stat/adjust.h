/* SPDX-License-Identifier: GPL-3.0-or-later */
/* p-values of many tests at once. */
#ifndef STAT_ADJUST_H
#define STAT_ADJUST_H

#include <stddef.h>

#include "stat/estimate.h"

/* Holm 1979: the chance of any false finding stays below p. An undefined p
 * stays what it is and does not count as a test. May be done in place. */
void adjust_holm(const struct estimate *p, struct estimate *adjusted, size_t n);

/* Benjamini and Hochberg 1995: the expected share of false findings among
 * those found. */
void adjust_benjamini_hochberg(const struct estimate *p,
                               struct estimate *adjusted, size_t n);

#endif
