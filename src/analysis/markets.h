/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The markets in which suppliers stand, from the cube: recipients, or their
 * purchases by category (market_share.h). In the study's arena. */
#ifndef ANALYSIS_MARKETS_H
#define ANALYSIS_MARKETS_H

#include "analysis/group.h"
#include "analysis/market_share.h"
#include "result/value.h"

/* What a supplier delivered to a market in a year. */
struct sale {
    uint32_t market;
    uint32_t supplier;
    int year;
    bool now;
    amount sum;
};

struct markets {
    struct market *items;
    size_t count;
    size_t categories; /* 1 where they are not told apart */
    amount scale;      /* what effects are to be divided by: 1, or where
                          yearly means are compared the product of the
                          lengths */
    struct sale *sales;
    size_t sale_count;
    amount *everybody; /* all deliveries of each market, before and now */
};

/* Which markets: the masks' supplier is not looked at. */
void markets_build(struct markets *markets, const struct study *study,
                   const struct periods *periods, struct group_masks masks,
                   bool by_category);

/* Sets what those suppliers (null: that one) delivered in each market, and
 * what all did, or with `others_only` all but they. */
void markets_assign(struct markets *markets, const struct year_set *suppliers,
                    uint32_t supplier, bool others_only);

/* What a sum over a period counts so that both periods are alike: 1, or the
 * length of the other one. */
amount markets_weight(const struct periods *periods, bool now);

/* An effect in per cent of what was delivered in the period before. */
struct value markets_points(const struct periods *periods, amount effect,
                            const struct cube_cell *before);

/* What such weighted sums are to be divided by. */
amount markets_scale(const struct periods *periods);

#endif
