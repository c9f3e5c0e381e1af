/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/market_share.h"

#include <assert.h>

#include "base/fraction.h"
#include "base/mem.h"

/* Sums over markets: of one category, or of all. */
struct total {
    amount own[2];
    amount all[2];
};

static void add_market(struct total *total, const struct market *market)
{
    for (size_t i = 0; i < 2; i++) {
        total->own[i] += market->own[i];
        total->all[i] += market->all[i];
    }
}

/* sum += x (b - a) / a, what x grows by in step with a market. */
static void add_growth(struct fraction *sum, amount x, amount a, amount b)
{
    if (a > 0)
        fraction_add(sum, x, b - a, a);
}

static void subtract_growth(struct fraction *sum, amount x, amount a, amount b)
{
    if (a > 0)
        fraction_add(sum, -x, b - a, a);
}

/* By category: all purchases, and the supplier's sales in markets of which it
 * can have had a share. */
static struct total *totals_of(const struct market *markets, size_t count,
                               size_t categories, int base)
{
    struct total *totals = mem_alloc(categories, sizeof *totals);
    for (size_t i = 0; i < count; i++) {
        struct total *total = &totals[markets[i].category];
        assert(markets[i].category < categories);
        total->all[0] += markets[i].all[0];
        total->all[1] += markets[i].all[1];
        if (markets[i].all[base] > 0)
            total->own[base] += markets[i].own[base];
    }
    return totals;
}

struct sums {
    struct fraction of[EFFECT_COUNT];
};

static void sum_effects(struct sums *sums, const struct market *markets,
                        size_t count, size_t categories, int base)
{
    int other = 1 - base;
    struct total *totals = totals_of(markets, count, categories, base);
    struct total world = {0};
    for (size_t i = 0; i < categories; i++) {
        world.own[base] += totals[i].own[base];
        world.all[0] += totals[i].all[0];
        world.all[1] += totals[i].all[1];
    }
    add_growth(&sums->of[EFFECT_WORLD], world.own[base], world.all[base],
               world.all[other]);
    for (size_t i = 0; i < categories; i++) {
        const struct total *total = &totals[i];
        amount own = total->own[base];
        struct fraction *category = &sums->of[EFFECT_CATEGORY];
        struct fraction *market = &sums->of[EFFECT_MARKET];
        /* One category is the world: no term between them. */
        add_growth(category, own, total->all[base], total->all[other]);
        subtract_growth(category, own, world.all[base], world.all[other]);
        subtract_growth(market, own, total->all[base], total->all[other]);
    }
    mem_free(totals);
    for (size_t i = 0; i < count; i++) {
        const struct market *market = &markets[i];
        amount own = market->own[base];
        amount change = market->own[other] - own;
        amount all = market->all[base];
        if (all <= 0) {
            fraction_add(&sums->of[EFFECT_NEW], change, 1, 1);
            continue;
        }
        add_growth(&sums->of[EFFECT_MARKET], own, all, market->all[other]);
        fraction_add(&sums->of[EFFECT_SHARE], change, 1, 1);
        subtract_growth(&sums->of[EFFECT_SHARE], own, all, market->all[other]);
    }
}

static struct total total_of(const struct market *markets, size_t count)
{
    struct total total = {0};
    for (size_t i = 0; i < count; i++)
        add_market(&total, &markets[i]);
    return total;
}

/* That the fractions are together exactly what they explain. */
static void assert_identity(const struct fraction *terms, size_t count,
                            amount change)
{
    struct fraction sum;
    fraction_init(&sum);
    for (size_t i = 0; i < count; i++)
        fraction_plus(&sum, &terms[i]);
    fraction_add(&sum, -change, 1, 1);
    bool exact = fraction_is_zero(&sum);
    fraction_done(&sum);
    assert(exact);
    (void)exact;
}

/* sign * sum / scale as numbers; `own` is what points are of. */
static struct effect effect_of(struct fraction *sum, int sign, amount own,
                               amount scale)
{
    struct effect effect = {0};
    fraction_scale(sum, sign, scale);
    effect.cut = fraction_cut(sum);
    fraction_scale(sum, 1, AMOUNT_ONE);
    effect.value = fraction_double(sum);
    if (own > 0) {
        fraction_scale(sum, 100 * AMOUNT_ONE, own);
        fraction_scale(sum, scale, 1);
        effect.points = fraction_double(sum);
    }
    return effect;
}

struct market_effects market_effects(const struct market *markets, size_t count,
                                     size_t category_count, int base,
                                     amount scale)
{
    struct market_effects effects = {0};
    struct total total = total_of(markets, count);
    struct sums sums;
    if (total.all[base] <= 0)
        return effects;
    for (size_t i = 0; i < EFFECT_COUNT; i++)
        fraction_init(&sums.of[i]);
    sum_effects(&sums, markets, count, category_count, base);
    assert_identity(sums.of, EFFECT_COUNT,
                    total.own[1 - base] - total.own[base]);
    effects.defined = true;
    for (size_t i = 0; i < EFFECT_COUNT; i++) {
        effects.of[i] =
            effect_of(&sums.of[i], base ? -1 : 1, total.own[0], scale);
        fraction_done(&sums.of[i]);
    }
    return effects;
}

static amount mean_cut(amount a, amount b)
{
    return (a + b) / 2;
}

struct market_effects market_effects_mean(const struct market_effects *base0,
                                          const struct market_effects *base1)
{
    struct market_effects mean = {.defined = base0->defined && base1->defined};
    for (size_t i = 0; mean.defined && i < EFFECT_COUNT; i++) {
        const struct effect *a = &base0->of[i];
        const struct effect *b = &base1->of[i];
        mean.of[i] =
            (struct effect){(a->value + b->value) / 2, mean_cut(a->cut, b->cut),
                            (a->points + b->points) / 2};
    }
    return mean;
}

struct market_parts market_parts(const struct market *markets, size_t count,
                                 amount scale)
{
    struct market_parts parts;
    struct fraction sums[PART_COUNT];
    struct total total = total_of(markets, count);
    for (size_t i = 0; i < PART_COUNT; i++)
        fraction_init(&sums[i]);
    for (size_t i = 0; i < count; i++) {
        const struct market *market = &markets[i];
        amount m0 = market->all[0];
        amount m1 = market->all[1];
        if (m0 > 0)
            fraction_add(&sums[PART_STRUCTURAL], market->own[0], m1 - m0, m0);
        if (m1 > 0) {
            fraction_add(&sums[PART_SHARE], market->own[1], m0, m1);
            fraction_add(&sums[PART_SECOND], market->own[1], m1 - m0, m1);
        }
        fraction_add(&sums[PART_SHARE], -market->own[0], 1, 1);
        if (m0 > 0)
            fraction_add(&sums[PART_SECOND], -market->own[0], m1 - m0, m0);
        else
            fraction_add(&sums[PART_NEW], market->own[1], 1, 1);
    }
    assert_identity(sums, PART_NEW, total.own[1] - total.own[0]);
    for (size_t i = 0; i < PART_COUNT; i++) {
        parts.of[i] = effect_of(&sums[i], 1, total.own[0], scale);
        fraction_done(&sums[i]);
    }
    return parts;
}
