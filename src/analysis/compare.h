/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What made the change between two periods: each entity's contribution to the
 * change of the whole, 100 (T1_e - T0_e) / T0, which together are that change
 * (methods 3). For one supplier or recipient the whole is what it delivered or
 * received; then who was new and who left, how alike both periods are, and
 * what a supplier's change is made of at constant market shares. */
#ifndef ANALYSIS_COMPARE_H
#define ANALYSIS_COMPARE_H

#include "analysis/market_share.h"
#include "analysis/ranking.h"
#include "analysis/sides.h"
#include "result/result.h"

struct comparison {
    struct ranking ranking; /* its rows by size of the contribution */
    struct sides sides;     /* what is compared; the listed side is not part */
    const struct entity **order; /* everything that could be a row, likewise */
    size_t order_count;
    struct rest rest; /* what is not listed, summed */
    size_t entered;   /* rows, listed or not, without a record before */
    size_t left;      /* and without one now */
    bool effects_known;
    struct market_effects effects[3]; /* base before, base now, their mean */
    struct ratio similarity;          /* of both periods' structures; den 0:
                                         undefined */
};

/* ERR_REQUEST: no period before in the data, periods that share years. */
bool compare_periods(const struct question *question, const struct study *study,
                     struct periods *periods, struct err *err);

/* The sides of what is compared, without places that only choose rows, and the
 * masks that they are on the study's cube: none on a side that it does not
 * have, whose filter was applied while reading. ERR_REQUEST as sides_of(). */
bool compare_sides(const struct question *question, const struct study *study,
                   struct sides *sides, struct group_masks *masks,
                   struct err *err);

/* Contributions of question->by to the change of everything that is selected
 * on the other sides. `explain`: also what a supplier's change is made of. */
struct result *compare_result(const struct study *study,
                              const struct question *question, bool explain,
                              struct err *err);

/* (T1 - T0) of an entity by T0 of the whole, of yearly means where the periods
 * differ in length; null zero_base where the whole was nothing. */
struct value compare_contribution(const struct comparison *comparison,
                                  const struct cube_cell *now,
                                  const struct cube_cell *before);

#endif
