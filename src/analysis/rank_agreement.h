/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far two periods agree on who is large: numbers first, then the table. */
#ifndef ANALYSIS_RANK_AGREEMENT_H
#define ANALYSIS_RANK_AGREEMENT_H

#include "analysis/ranking.h"
#include "stat/estimate.h"

/* How many of the first ones are held against each other. */
enum { TOPS = 3 };
extern const size_t agreement_tops[TOPS];

/* Rank-biased overlap looks at the first one with weight 1 - p, at the next
 * with p of that. */
#define AGREEMENT_P 0.9

/* Over everybody with a record in either period, or over those that are among
 * the first k of either; without a record the amount is 0. */
struct agreement_of {
    size_t n;
    struct estimate tau_b;
    struct estimate spearman;
    struct estimate footrule;
    double footrule_most; /* floor(n^2 / 2) */
};

struct agreement_top {
    size_t k;
    struct agreement_of either;
    struct estimate overlap; /* n_too_small: a period has fewer than k */
    struct estimate jaccard;
    struct estimate average_overlap;
    bool tied[2]; /* the last place is shared, now and before: names decide */
};

struct agreement {
    struct ranking ranking;
    const struct entity **now; /* with a record, by amount, then name */
    const struct entity **before;
    size_t count[2]; /* of those */
    struct agreement_of all;
    struct estimate rbo;
    size_t depth; /* of the lists that it looks at */
    struct agreement_top tops[TOPS];
};

/* ERR_REQUEST: no period before. In the study's arena. */
bool agreement_build(struct agreement *agreement, const struct study *study,
                     const struct question *question, struct err *err);

/* Among the first k of the one and not of the other: `entrants` now and not
 * before, else leavers. The next one from *at on, or null. */
const struct entity *agreement_mover(const struct agreement *agreement,
                                     size_t k, bool entrants, size_t *at);

void agreement_view(struct result *result, const struct agreement *agreement);

#endif
