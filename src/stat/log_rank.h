/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether groups have one survival curve: the log-rank test of Mantel (1966)
 * and Peto and Peto (1972), as R's survdiff with rho = 0. */
#ifndef STAT_LOG_RANK_H
#define STAT_LOG_RANK_H

#include <stddef.h>

#include "stat/estimate.h"
#include "stat/survival.h"

struct log_rank {
    struct estimate chi2;
    struct estimate p; /* upper tail */
    size_t df;         /* groups that could be told apart, less one */
};

/* groups[i] < count of the i-th of n lifetimes. `observed` and `expected` (each
 * of `count`, or null) get the events of each group and what one common curve
 * would give it. A group that expects none is left out, as survdiff does.
 * UNDEFINED_N_TOO_SMALL: fewer than two groups are left; UNDEFINED_SINGULAR:
 * groups that are never at risk together. */
struct log_rank log_rank_test(const struct lifetime *lifetimes,
                              const size_t *groups, size_t n, size_t count,
                              double *observed, double *expected);

#endif
