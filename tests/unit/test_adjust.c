/* SPDX-License-Identifier: GPL-3.0-or-later */
/* p-values of many tests of src/stat. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "annual_fixture.h"
#include "fixture.h"
#include "stat/adjust.h"
#include "tap.h"

/* R 4.2: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm") and "BH"; the same
 * by hand. */
static void test_by_hand(void)
{
    static const double p[] = {0.04, 0.01, 0.03, 0.05, 0.02};
    static const double holm[] = {0.09, 0.05, 0.09, 0.09, 0.08};
    struct estimate raw[5], adjusted[5];
    for (size_t i = 0; i < 5; i++)
        raw[i] = estimate_of(p[i]);
    adjust_holm(raw, adjusted, 5);
    for (size_t i = 0; i < 5; i++)
        CHECK_CLOSE(adjusted[i].value, holm[i], 1e-15);
    adjust_benjamini_hochberg(raw, adjusted, 5);
    for (size_t i = 0; i < 5; i++)
        CHECK_CLOSE(adjusted[i].value, 0.05, 1e-15);
}

/* The fifteen p-values of Benjamini and Hochberg 1995, section 4.1: at 0.05
 * their procedure rejects four, Holm's rejects three. */
static void test_published(void)
{
    static const double p[] = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201,
                               0.0278, 0.0298, 0.0344, 0.0459, 0.3240,
                               0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
    struct estimate raw[15], holm[15], bh[15];
    size_t by_holm = 0, by_bh = 0;
    for (size_t i = 0; i < 15; i++)
        raw[i] = estimate_of(p[i]);
    adjust_holm(raw, holm, 15);
    adjust_benjamini_hochberg(raw, bh, 15);
    for (size_t i = 0; i < 15; i++) {
        by_holm += holm[i].value <= 0.05;
        by_bh += bh[i].value <= 0.05;
        CU_ASSERT(p[i] <= bh[i].value && bh[i].value <= holm[i].value);
        CU_ASSERT(holm[i].value <= 1);
    }
    CU_ASSERT_EQUAL(by_holm, 3);
    CU_ASSERT_EQUAL(by_bh, 4);
    CHECK_CLOSE(bh[3].value, 0.0095 * 15 / 4, 1e-15);
    CHECK_CLOSE(holm[3].value, 0.0095 * 12, 1e-15);
}

/* Undefined ones are no tests; the order does not matter; in place. */
static void test_undefined(void)
{
    struct estimate p[4] = {estimate_of(0.02), estimate_none(UNDEFINED_GAPS),
                            estimate_of(0.01),
                            estimate_none(UNDEFINED_N_TOO_SMALL)};
    adjust_holm(p, p, 4);
    CHECK_CLOSE(p[0].value, 0.02, 1e-15);
    CHECK_CLOSE(p[2].value, 0.02, 1e-15);
    CU_ASSERT_EQUAL(p[1].undefined, UNDEFINED_GAPS);
    CU_ASSERT_EQUAL(p[3].undefined, UNDEFINED_N_TOO_SMALL);
    adjust_benjamini_hochberg(p + 1, p + 1, 1);
    CU_ASSERT_EQUAL(p[1].undefined, UNDEFINED_GAPS);
    adjust_holm(p, p, 0);
    adjust_holm(p, p, 1);
    CHECK_CLOSE(p[0].value, 0.02, 1e-15);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"five by hand", test_by_hand},
        {"fifteen of Benjamini and Hochberg", test_published},
        {"undefined ones, none, one", test_undefined},
    };
    return TAP_RUN("adjust", cases);
}
