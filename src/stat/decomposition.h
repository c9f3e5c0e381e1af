/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Theil's indices divided into what is within groups and what is between
 * them. p_g is a group's share of the units, s_g of the amount, mu means:
 *     T = sum of s_g T_g + sum of s_g ln(mu_g / mu)
 *     L = sum of p_g L_g + sum of p_g ln(mu / mu_g)
 * Both are identities; that they hold to 1e-12 is asserted. */
#ifndef STAT_DECOMPOSITION_H
#define STAT_DECOMPOSITION_H

#include <stddef.h>

#include "stat/estimate.h"

/* One index. */
struct theil {
    struct estimate index;   /* of a group: its own, T_g or L_g */
    struct estimate within;  /* of a group: what it adds to the whole's */
    struct estimate between; /* likewise */
};

struct theil_group {
    size_t count;
    double total;
    struct theil t;
    struct theil l;
};

/* values[i] >= 0 belongs to groups[i] < group_count; a group without units is
 * all 0 and undefined (UNDEFINED_NO_DATA), and adds nothing. L is
 * UNDEFINED_NONPOSITIVE where a unit is 0: of its group, and of the whole. The
 * order of the units does not show. */
void decomposition_theil(const double *values, const size_t *groups,
                         size_t count, size_t group_count,
                         struct theil_group *parts, struct theil_group *whole);

#endif
