/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sen's slope of src/stat. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "annual_fixture.h"
#include "fixture.h"
#include "stat/sen.h"
#include "tap.h"

static void check_level(json_t *expected, struct annual series, double level)
{
    struct sen sen = sen_fit(series, level);
    CHECK_NEAR(expected, "rank_lo", (double)sen.rank_low, 0);
    CHECK_NEAR(expected, "rank_up", (double)sen.rank_high, 0);
    CHECK_NEAR(expected, "lo", sen.interval.low, 1e-12);
    CHECK_NEAR(expected, "up", sen.interval.high, 1e-12);
    CHECK_NEAR(expected, "gilbert_interp_lo", sen.interval_gilbert.low, 1e-10);
    CHECK_NEAR(expected, "gilbert_interp_up", sen.interval_gilbert.high, 1e-10);
}

static void check_series(json_t *expected, const char *name)
{
    struct annual_fixture fixture;
    if (!annual_fixture_load(&fixture, name))
        return;
    struct sen sen = sen_fit(fixture.series, 0.95);
    CHECK_ESTIMATE(expected, "sen_slope", sen.slope, 1e-12);
    CHECK_ESTIMATE(expected, "sen_intercept_conover", sen.intercept, 1e-12);
    CHECK_ESTIMATE(expected, "sen_intercept_median_resid",
                   sen.intercept_residual, 1e-12);
    CHECK_NEAR(expected, "n_slopes", (double)sen.slopes, 0);
    check_level(fixture_at(expected, "sen_ci_95"), fixture.series, 0.95);
    check_level(fixture_at(expected, "sen_ci_90"), fixture.series, 0.90);
    annual_fixture_done(&fixture);
}

static void test_references(void)
{
    fixture_each("mk_sen_pettitt.json", "", check_series);
}

static void check_scipy(json_t *second, const char *name)
{
    json_t *expected = fixture_at(second, "scipy_theilslopes95");
    struct annual_fixture fixture;
    if (!annual_fixture_load(&fixture, name))
        return;
    struct sen sen = sen_fit(fixture.series, 0.95);
    CHECK_NEAR(expected, "0", sen.slope.value, 1e-10);
    CHECK_NEAR(expected, "1", sen.intercept.value, 1e-10);
    CHECK_NEAR(expected, "2", sen.interval.low, 1e-10);
    CHECK_NEAR(expected, "3", sen.interval.high, 1e-10);
    annual_fixture_done(&fixture);
}

static void test_second_opinion(void)
{
    fixture_each("mk_second_opinion.json", "scipy_theilslopes95", check_scipy);
}

/* A median splits the slopes: as many above as below. */
static void test_splits(void)
{
    double values[25];
    for (unsigned seed = 1; seed < 40; seed++) {
        unsigned state = seed;
        size_t n = 4 + seed % 22;
        for (size_t i = 0; i < n; i++)
            values[i] = annual_noise(&state) / 10.;
        struct annual series = annual_small(values, n);
        double slope = sen_fit(series, 0.95).slope.value;
        int above = 0, below = 0;
        for (size_t j = 1; j < n; j++) {
            for (size_t i = 0; i < j; i++) {
                double pair = (values[j] - values[i]) / (double)(j - i);
                above += pair > slope;
                below += pair < slope;
            }
        }
        int pairs = (int)(n * (n - 1) / 2);
        CU_ASSERT(above <= pairs / 2 && below <= pairs / 2);
    }
}

/* Real years: 0, 10 and 30 over 2001, 2002 and 2004 are on one line. */
static void test_gaps(void)
{
    static const double years[] = {2001, 2002, 2004, 2009, 2010};
    static const double values[] = {0, 10, 30, 80, 90};
    struct sen sen = sen_fit((struct annual){5, years, values}, 0.95);
    CU_ASSERT_EQUAL(sen.slope.value, 10);
    CU_ASSERT_EQUAL(sen.interval.low, 10);
    CU_ASSERT_EQUAL(sen.interval.high, 10);
    CU_ASSERT_EQUAL(sen.intercept.value, 30 - 10 * 2004);
}

static void test_edges(void)
{
    static const double values[] = {3, 3, 3, 3, 8};
    for (size_t n = 0; n < 4; n++) {
        struct sen sen = sen_fit(annual_small(values, n), 0.95);
        CU_ASSERT_EQUAL(sen.undefined, UNDEFINED_N_TOO_SMALL);
        CU_ASSERT_EQUAL(sen.slope.undefined, UNDEFINED_N_TOO_SMALL);
        CU_ASSERT_EQUAL(sen.interval.undefined, UNDEFINED_N_TOO_SMALL);
        CU_ASSERT_EQUAL(sen.intercept.undefined, UNDEFINED_N_TOO_SMALL);
    }
    struct sen flat = sen_fit(annual_small(values, 4), 0.95);
    CU_ASSERT_EQUAL(flat.slope.value, 0);
    CU_ASSERT_EQUAL(flat.interval.low, 0);
    CU_ASSERT_EQUAL(flat.interval.high, 0);
    CU_ASSERT_EQUAL(flat.intercept.value, 3);
    /* A single large year does not move it. */
    CU_ASSERT_EQUAL(sen_fit(annual_small(values, 5), 0.95).slope.value, 0);
}

/* The ends cannot lie beyond the slopes there are. */
static void test_clamped(void)
{
    static const double values[] = {1, 2, 4, 8};
    struct sen sen = sen_fit(annual_small(values, 4), 0.9999);
    CU_ASSERT_EQUAL(sen.rank_low, 1);
    CU_ASSERT_EQUAL(sen.rank_high, 6);
    CU_ASSERT_EQUAL(sen.interval.low, 1);
    CU_ASSERT_EQUAL(sen.interval.high, 4);
    CU_ASSERT_EQUAL(sen.interval_gilbert.high, 4);
}

static void test_invariance(void)
{
    double values[20], other[20];
    unsigned seed = 7;
    for (size_t i = 0; i < 20; i++) {
        values[i] = annual_noise(&seed);
        other[i] = 4096 - 16 * values[i];
    }
    struct sen sen = sen_fit(annual_small(values, 20), 0.95);
    struct sen turned = sen_fit(annual_small(other, 20), 0.95);
    CHECK_CLOSE(turned.slope.value, -16 * sen.slope.value, 1e-14);
    CHECK_CLOSE(turned.interval.low, -16 * sen.interval.high, 1e-14);
    CHECK_CLOSE(turned.interval.high, -16 * sen.interval.low, 1e-14);
}

static void test_residuals(void)
{
    static const double line[] = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7};
    static const double bent[] = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8};
    double left[7];
    CU_ASSERT_FALSE(sen_residuals(0.1, annual_small(line, 7), left));
    CU_ASSERT_TRUE(sen_residuals(0.1, annual_small(bent, 7), left));
    CHECK_CLOSE(left[6] - left[0], 0.1, 1e-15);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"slopes, intervals and intercepts of the references", test_references},
        {"second opinion", test_second_opinion},
        {"as many slopes above as below", test_splits},
        {"gaps", test_gaps},
        {"too few, all equal, one large", test_edges},
        {"ends among the slopes", test_clamped},
        {"shift, scale and turn", test_invariance},
        {"residuals of an exact line", test_residuals},
    };
    return TAP_RUN("sen", cases);
}
