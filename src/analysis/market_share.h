/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a supplier's deliveries would have become had it kept its share of
 * every market, and what its change is then made of: constant-market-share
 * analysis (methods 6.4; Leamer and Stern 1970; Fagerberg and Sollie 1987).
 *
 * A market is a recipient, or a recipient's purchases of one category. Every
 * effect is an exact fraction, summed term by term from its own definition,
 * and together they are asserted to be the change to the last digit; rounding
 * happens once, when an effect becomes a number. */
#ifndef ANALYSIS_MARKET_SHARE_H
#define ANALYSIS_MARKET_SHARE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/decimal.h"

struct market {
    size_t category; /* below the market_view's category_count */
    amount own[2];   /* what the supplier delivered there, before and now */
    amount all[2];   /* what all suppliers (or all others) did */
};

/* An effect as numbers. */
struct effect {
    double value;  /* in units, the nearest double */
    amount cut;    /* the amount next to it on the side of 0: rounds as the
                      effect does */
    double points; /* per cent of what the supplier delivered in the base
                      period; 0 where that is nothing */
};

enum effect_kind {
    EFFECT_WORLD,    /* all markets together grew */
    EFFECT_CATEGORY, /* categories did, each against the world */
    EFFECT_MARKET,   /* the single markets did, each against its category */
    EFFECT_SHARE,    /* the supplier's share of each market changed */
    EFFECT_NEW,      /* markets of which no share in the base period exists:
                        nobody (or nobody else) delivered there then */
    EFFECT_COUNT,
};

struct market_effects {
    bool defined; /* false: nobody delivered anything in the base period */
    struct effect of[EFFECT_COUNT];
};

/* With 0 as base growth is that from the period before, g_j = M1_j / M0_j - 1,
 * and the effects are g X0, sum (g_c - g) x0_c, sum (g_cj - g_c) x0_cj,
 * sum (x1_cj - x0_cj - g_cj x0_cj) over markets with M0_cj > 0, and the change
 * in the others. With 1 as base the same is computed from the period now
 * backwards, and signs are turned. All are divided by `scale`, which is above
 * 0. */
struct market_effects market_effects(const struct market *markets, size_t count,
                                     size_t category_count, int base,
                                     amount scale);

/* Means of the two bases: the Shapley value of structure and share. Defined
 * where both are. */
struct market_effects market_effects_mean(const struct market_effects *base0,
                                          const struct market_effects *base1);

enum part_kind {
    PART_STRUCTURAL, /* sum s0 dM */
    PART_SHARE,      /* sum ds M0 */
    PART_SECOND,     /* sum ds dM */
    PART_NEW,        /* of that, in markets with M0 = 0, where s0 is 0 */
    PART_COUNT,
};

struct market_parts {
    struct effect of[PART_COUNT];
};

/* The three terms of a change of sum s M; a share of nothing is 0. */
struct market_parts market_parts(const struct market *markets, size_t count,
                                 amount scale);

#endif
