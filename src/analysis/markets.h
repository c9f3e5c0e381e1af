/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The markets in which suppliers stand, from the cube: recipients, or their
 * purchases by category (market_share.h). */
#ifndef ANALYSIS_MARKETS_H
#define ANALYSIS_MARKETS_H

#include "analysis/group.h"
#include "analysis/market_share.h"

struct markets {
    struct market *items;
    size_t count;
    size_t categories; /* 1 where they are not told apart */
    amount scale;      /* what effects are to be divided by: 1, or where
                          yearly means are compared the product of the
                          lengths */
};

struct market_choice {
    const struct year_set *supplier;  /* whose change it is */
    const struct year_set *recipient; /* which markets; null: all */
    uint32_t category;                /* NAME_NONE: all */
    bool by_category;
    bool others_only; /* markets without the supplier's own deliveries */
};

/* Everything lives in the study's arena. */
void markets_build(struct markets *markets, const struct study *study,
                   const struct periods *periods,
                   const struct market_choice *choice);

/* What a sum over a period counts so that both periods are alike: 1, or the
 * length of the other one. */
amount markets_weight(const struct periods *periods, bool now);

/* What such weighted sums are to be divided by. */
amount markets_scale(const struct periods *periods);

#endif
