/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pettitt's test (1979) for one shift at an unknown year, by ranks. A trend
 * and autocorrelation set it off as well. */
#ifndef STAT_PETTITT_H
#define STAT_PETTITT_H

#include <stddef.h>
#include <stdint.h>

#include "stat/estimate.h"

struct pettitt {
    enum undefined undefined; /* of everything below */
    int64_t k;                /* max |U|, U = 2 sum of ranks - at (n+1) */
    bool up;                  /* the first maximiser is a rise */
    size_t count;             /* maximisers */
    struct estimate p;        /* pettitt_p() */
};

/* Ranks of equal values are averaged. `at` has room for n numbers and gets all
 * maximisers in order: values up to the last of the left segment.
 * UNDEFINED_NO_DATA below 2 years, UNDEFINED_CONSTANT where all are equal; p
 * is UNDEFINED_N_TOO_SMALL below 20 years. */
struct pettitt pettitt_test(const double *values, size_t n, size_t *at);

/* 2 exp(-6 K^2 / (n^3 + n^2)), at most 1. */
double pettitt_p(int64_t k, size_t n);

#endif
