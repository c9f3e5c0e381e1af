/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chow's test (1960): does a series change at a year that was named before
 * anybody looked? Chosen by looking, the year needs stat/sup_f.h. */
#ifndef STAT_CHOW_H
#define STAT_CHOW_H

#include "stat/estimate.h"
#include "stat/segment.h"

struct chow {
    struct estimate f; /* ((RSS0-RSS1)/k) / (RSS1/(n-2k)) */
    struct estimate p; /* upper tail of F(k, n-2k) */
    size_t numerator;  /* degrees of freedom */
    size_t denominator;
    struct segment whole;
    struct segment left;
    struct segment right;
};

/* `at` values stand left of the break. UNDEFINED_N_TOO_SMALL below 20 years or
 * with fewer than 5 on a side (0 and n too), UNDEFINED_CONSTANT where all
 * values are equal or one line fits all of them, UNDEFINED_SINGULAR where both
 * sides fit without any residual. */
struct chow chow_test(const double *values, size_t n, size_t at,
                      enum regime regime);

#endif
