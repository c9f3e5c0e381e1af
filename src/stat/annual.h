/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An annual series as every trend statistic takes it. */
#ifndef STAT_ANNUAL_H
#define STAT_ANNUAL_H

#include <stdbool.h>
#include <stddef.h>

/* Borrowed: years strictly ascending (gaps allowed), values finite. A year
 * without deliveries is a value of 0; a year that is not known is absent. */
struct annual {
    size_t n;
    const double *years;
    const double *values;
};

/* Smallest numbers of years that statistics are given for (methods 1.4). */
#define ANNUAL_LEAST 4            /* lines, slopes, Mann-Kendall */
#define ANNUAL_LEAST_CORRECTED 15 /* corrections for autocorrelation */

/* Asserts that the series is as said above. */
void annual_check(struct annual series);

/* Whether each year follows the one before it. */
bool annual_unbroken(struct annual series);

/* Whether all values are equal, also when there are none. */
bool annual_constant(struct annual series);

#endif
