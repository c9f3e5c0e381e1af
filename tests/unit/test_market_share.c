/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Constant market shares of invented markets: by hand, and by properties that
 * hold for every table of numbers. That the effects sum to the change exactly
 * is asserted where they are computed. */
#include <config.h>

#include <math.h>
#include <stdint.h>

#include "analysis/market_share.h"
#include "tap.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static amount units(int value)
{
    return value * AMOUNT_ONE;
}

/* Three markets, 100 -> 120 in all of which the supplier has 20 -> 36; nobody
 * delivered to the third one before, nobody delivers to the second one now. */
static void invent(struct market markets[3])
{
    static const int numbers[3][4] = {
        {10, 20, 60, 90}, {10, 0, 40, 0}, {0, 16, 0, 30}};
    for (size_t i = 0; i < 3; i++)
        markets[i] = (struct market){
            .own = {units(numbers[i][0]), units(numbers[i][1])},
            .all = {units(numbers[i][2]), units(numbers[i][3])}};
}

static void check_effects(const struct market_effects *effects, double world,
                          double market, double share, double fresh)
{
    CU_ASSERT_TRUE_FATAL(effects->defined);
    CU_ASSERT_EQUAL(effects->of[EFFECT_WORLD].value, world);
    CU_ASSERT_EQUAL(effects->of[EFFECT_CATEGORY].value, 0);
    CU_ASSERT_EQUAL(effects->of[EFFECT_MARKET].value, market);
    CU_ASSERT_EQUAL(effects->of[EFFECT_SHARE].value, share);
    CU_ASSERT_EQUAL(effects->of[EFFECT_NEW].value, fresh);
}

static void test_by_hand(void)
{
    struct market markets[3];
    invent(markets);
    struct market_effects before = market_effects(markets, 3, 1, 0, 1);
    /* g = 0.2, g_1 = 0.5, g_2 = -1: 20 g = 4; 5 - 10 - 4; 20 - 15. */
    check_effects(&before, 4, -9, 5, 16);
    CU_ASSERT_EQUAL(before.of[EFFECT_WORLD].points, 20);
    CU_ASSERT_TRUE(before.of[EFFECT_MARKET].cut == units(-9));
    /* Backwards g = -1/6, g_1 = -1/3, g_3 = -1: 36/6; 20/3 + 16 - 6; 20 * 2/3
     * - 10; and 10 in the market that is gone. */
    struct market_effects now = market_effects(markets, 3, 1, 1, 1);
    check_effects(&now, 6, 50.0 / 3, 10.0 / 3, -10);
    struct market_effects mean = market_effects_mean(&before, &now);
    CU_ASSERT_EQUAL(mean.of[EFFECT_WORLD].value, 5);
    CU_ASSERT_EQUAL(mean.of[EFFECT_NEW].value, 3);
    /* Per two years the same, halved. */
    struct market_effects half = market_effects(markets, 3, 1, 0, 2);
    check_effects(&half, 2, -4.5, 2.5, 8);
    CU_ASSERT_EQUAL(half.of[EFFECT_WORLD].points, 20);
}

static void test_parts(void)
{
    struct market markets[3];
    invent(markets);
    struct market_parts parts = market_parts(markets, 3, 1);
    /* s: 1/6 -> 2/9, 1/4 -> 0, 0 -> 16/30; dM: 30, -40, 30. */
    CU_ASSERT_EQUAL(parts.of[PART_STRUCTURAL].value, 5 - 10);
    CU_ASSERT_EQUAL(parts.of[PART_SHARE].value, -20.0 / 3);
    CU_ASSERT_EQUAL(parts.of[PART_SECOND].value, 83.0 / 3);
    CU_ASSERT_EQUAL(parts.of[PART_NEW].value, 16);
}

static void test_undefined(void)
{
    struct market nothing = {.own = {0, units(1)}, .all = {0, units(2)}};
    CU_ASSERT_FALSE(market_effects(&nothing, 1, 1, 0, 1).defined);
    CU_ASSERT_TRUE(market_effects(&nothing, 1, 1, 1, 1).defined);
    CU_ASSERT_FALSE(market_effects(NULL, 0, 0, 0, 1).defined);
    /* Who delivered nothing before gains by shares, of no base. */
    struct market late[] = {
        {.own = {0, units(3)}, .all = {units(4), units(6)}}};
    struct market_effects effects = market_effects(late, 1, 1, 0, 1);
    check_effects(&effects, 0, 0, 3, 0);
    CU_ASSERT_EQUAL(effects.of[EFFECT_SHARE].points, 0);
}

static uint64_t state = 2463534242u;

static amount any(unsigned bits)
{
    amount value = 0;
    for (unsigned i = 0; i < bits; i++) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        value = 2 * value + (amount)(state & 1);
    }
    return value;
}

/* Markets of odd numbers, some of them empty in one period. */
static void scatter(struct market *markets, size_t count, unsigned bits)
{
    for (size_t i = 0; i < count; i++) {
        struct market *market = &markets[i];
        *market = (struct market){.category = i % 3};
        for (int period = 0; period < 2; period++) {
            market->own[period] = i % 7 == 3 + (size_t)period ? 0 : any(bits);
            if (i % 5 != 1 + (size_t)period)
                market->all[period] = market->own[period] + any(bits);
            else
                market->own[period] = 0;
        }
    }
}

/* Numbers whose products pass 300 bits: the identity is asserted within; both
 * directions are one another's negative to the last bit. */
static void test_any_numbers(void)
{
    struct market markets[60];
    struct market back[60];
    for (int round = 0; round < 20; round++) {
        scatter(markets, COUNT(markets), round < 10 ? 40 : 110);
        for (size_t i = 0; i < COUNT(markets); i++)
            back[i] = (struct market){markets[i].category,
                                      {markets[i].own[1], markets[i].own[0]},
                                      {markets[i].all[1], markets[i].all[0]}};
        struct market_effects there =
            market_effects(markets, COUNT(markets), 3, 0, 1);
        struct market_effects again =
            market_effects(back, COUNT(back), 3, 1, 1);
        for (size_t i = 0; i < EFFECT_COUNT; i++)
            CU_ASSERT_EQUAL(there.of[i].value, -again.of[i].value);
        market_parts(markets, COUNT(markets), 1);
    }
}

/* Effects of doubles, term by term. */
static void test_against_doubles(void)
{
    struct market markets[60];
    double x[2] = {0, 0}, m[2] = {0, 0}, market = 0, share = 0, fresh = 0;
    scatter(markets, COUNT(markets), 30);
    for (size_t i = 0; i < COUNT(markets); i++) {
        double own[2], all[2];
        for (int j = 0; j < 2; j++) {
            own[j] = (double)markets[i].own[j] / 1e6;
            all[j] = (double)markets[i].all[j] / 1e6;
            x[j] += own[j];
            m[j] += all[j];
        }
        markets[i].category = 0;
        if (all[0] > 0) {
            double growth = all[1] / all[0] - 1;
            market += growth * own[0];
            share += own[1] - own[0] - growth * own[0];
        } else {
            fresh += own[1];
        }
    }
    double world = (m[1] / m[0] - 1) * x[0];
    struct market_effects effects =
        market_effects(markets, COUNT(markets), 1, 0, 1);
    double wanted[EFFECT_COUNT] = {[EFFECT_WORLD] = world,
                                   [EFFECT_MARKET] = market - world,
                                   [EFFECT_SHARE] = share,
                                   [EFFECT_NEW] = fresh};
    for (size_t i = 0; i < EFFECT_COUNT; i++)
        CU_ASSERT_TRUE(fabs(effects.of[i].value - wanted[i]) < 1e-8);
    CU_ASSERT_TRUE(fabs(effects.of[EFFECT_WORLD].value) > 1);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"effects worked out by hand", test_by_hand},
        {"three terms worked out by hand", test_parts},
        {"undefined without a base", test_undefined},
        {"identities of any numbers", test_any_numbers},
        {"the same in doubles", test_against_doubles},
    };
    return TAP_RUN("market shares", cases);
}
