/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What flows sum to. */
#ifndef ANALYSIS_MIRROR_SUMS_H
#define ANALYSIS_MIRROR_SUMS_H

#include "analysis/mirror.h"

/* Of some flows. Differences are exact: see mirror_margin. */
struct mirror_sums {
    size_t both;   /* flows with both reports, and how much */
    size_t denied; /* of these: the exporter's says 0, the importer's more */
    size_t untold; /* recorded by both, but a side does not say how much */
    amount exports;
    amount imports;
    amount gap; /* sum of the sizes of their differences times margin.base */
    size_t exporter_only; /* the importer reported, but not this flow */
    size_t importer_only;
    size_t exporter_alone; /* the importer reported nothing that year */
    size_t importer_alone;
    amount only_exports; /* of flows that exporters only report */
    amount only_imports;
};

/* (m - X) * margin.base */
amount mirror_gap(const struct mirror_margin *margin, amount exports,
                  amount imports);

void mirror_sums_add(struct mirror_sums *sums,
                     const struct mirror_margin *margin,
                     const struct mirror_flow *flow);

/* Of all flows of the years asked for. */
struct mirror_sums mirror_sums_of(const struct mirror *mirror);

/* m - X: exact, or with a margin a ratio of units. */
struct value mirror_difference(const struct mirror_margin *margin,
                               amount exports, amount imports);

/* The same to the millionth of the unit, half away from zero: for tables. */
struct value mirror_rounded_difference(const struct mirror_margin *margin,
                                       amount exports, amount imports);

/* (m - X) / (m + X); null with REASON_ZERO_BASE if both are 0. */
struct value mirror_asymmetry(const struct mirror_margin *margin,
                              amount exports, amount imports);

/* The sum of |m - X| over that of m + X: 0 if all reports agree, 1 if nothing
 * does. Null likewise. */
struct value mirror_discrepancy(const struct mirror_margin *margin,
                                const struct mirror_sums *sums);

/* M / X, before any margin; null if X is 0. */
struct value mirror_cif_fob(amount exports, amount imports);

/* Exports of a year against imports of the same and of the next year, over
 * flows whose importer says how much in both. */
struct mirror_lag {
    struct mirror_sums same;
    struct mirror_sums next;
};

struct mirror_lag mirror_lag_of(const struct mirror *mirror);

#endif
