/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Growth rates of src/stat. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "annual_fixture.h"
#include "fixture.h"
#include "stat/growth.h"
#include "tap.h"

static double number(json_t *object, const char *key)
{
    return json_number_value(json_object_get(object, key));
}

static void test_compound(void)
{
    json_t *root = fixture_load("ols_growth_forecast.json"), *row;
    size_t i;
    json_array_foreach(json_object_get(root, "cagr_cases"), i, row)
    {
        CHECK_ESTIMATE(row, "cagr_pct",
                       growth_compound(number(row, "v0"), number(row, "v1"),
                                       number(row, "years")),
                       1e-12);
    }
    json_decref(root);
}

static void test_loglinear(void)
{
    struct annual_fixture fixture;
    json_t *root = fixture_load("ols_growth_forecast.json");
    json_t *expected = json_object_get(root, "loglinear_airmiles");
    if (!root || !annual_fixture_load(&fixture, "airmiles"))
        return;
    struct annual series = fixture.series;
    size_t last = series.n - 1;
    struct growth_loglinear found =
        growth_loglinear(series, SANDWICH_CLASSICAL, 0, 0.95);
    CHECK_ESTIMATE(expected, "b", found.rate.value, 1e-9);
    CHECK_ESTIMATE(expected, "se", found.rate.error, 1e-9);
    CHECK_ESTIMATE(expected, "growth_pct", found.percent, 1e-9);
    CHECK_NEAR(expected, "growth_ci95_pct.0", found.interval.low, 1e-9);
    CHECK_NEAR(expected, "growth_ci95_pct.1", found.interval.high, 1e-9);
    CHECK_ESTIMATE(expected, "kennedy_growth_pct", found.kennedy, 1e-9);
    CHECK_ESTIMATE(expected, "r2_log", found.r2, 1e-9);
    CHECK_ESTIMATE(expected, "doubling_time", found.doubling, 1e-9);
    CHECK_ESTIMATE(expected, "smearing_factor_duan", found.smearing, 1e-9);
    CHECK_ESTIMATE(expected, "cagr_pct",
                   growth_compound(series.values[0], series.values[last],
                                   series.years[last] - series.years[0]),
                   1e-9);
    annual_fixture_done(&fixture);
    json_decref(root);
}

static void test_compound_by_hand(void)
{
    CHECK_CLOSE(growth_compound(100, 121, 2).value, 10, 1e-14);
    CHECK_CLOSE(growth_compound(8, 1, 3).value, -50, 1e-14);
    CHECK_CLOSE(growth_compound(5, 5, 7).value, 0, 0);
    CHECK_CLOSE(growth_compound(1, 1 + 1e-10, 1).value, 1e-8, 1e-14);
    CU_ASSERT_EQUAL(growth_compound(5, 0, 7).value, -100);
    CU_ASSERT_EQUAL(growth_compound(0, 5, 7).undefined, UNDEFINED_ZERO_BASE);
    CU_ASSERT_EQUAL(growth_compound(0, 0, 7).undefined, UNDEFINED_ZERO_BASE);
    CU_ASSERT_EQUAL(growth_compound(5, 6, 0).undefined, UNDEFINED_ZERO_BASE);
    CU_ASSERT_EQUAL(growth_compound(5, 6, -1).undefined, UNDEFINED_ZERO_BASE);
    CU_ASSERT_EQUAL(growth_compound(-5, 6, 1).undefined, UNDEFINED_NONPOSITIVE);
    CU_ASSERT_EQUAL(growth_compound(5, -6, 1).undefined, UNDEFINED_NONPOSITIVE);
}

/* Doubles every two years; the logarithms are a line but for rounding. */
static void test_exponential(void)
{
    double values[12];
    for (size_t i = 0; i < 12; i++)
        values[i] = 3 * pow(2, (double)i / 2);
    struct growth_loglinear found =
        growth_loglinear(annual_small(values, 12), SANDWICH_CLASSICAL, 0, 0.95);
    CHECK_CLOSE(found.percent.value, 100 * (sqrt(2) - 1), 1e-12);
    CHECK_CLOSE(found.doubling.value, 2, 1e-12);
    CHECK_CLOSE(found.interval.low, found.interval.high, 1e-10);
    CHECK_CLOSE(found.r2.value, 1, 1e-14);
    CHECK_CLOSE(found.smearing.value, 1, 1e-12);
}

/* Neither 1 is added nor zeros left out. */
static void test_refusals(void)
{
    static const double zero[] = {1, 2, 0, 4, 5}, minus[] = {1, 2, -3, 4, 5};
    static const double flat[] = {2, 2, 2, 2, 2};
    CU_ASSERT_EQUAL(
        growth_loglinear(annual_small(zero, 5), SANDWICH_HC1, 0, .95).undefined,
        UNDEFINED_NONPOSITIVE);
    struct growth_loglinear none =
        growth_loglinear(annual_small(minus, 5), SANDWICH_HC1, 0, .95);
    CU_ASSERT_EQUAL(none.percent.undefined, UNDEFINED_NONPOSITIVE);
    CU_ASSERT_EQUAL(none.interval.undefined, UNDEFINED_NONPOSITIVE);
    CU_ASSERT_EQUAL(none.doubling.undefined, UNDEFINED_NONPOSITIVE);
    for (size_t n = 0; n < 4; n++) {
        CU_ASSERT_EQUAL(
            growth_loglinear(annual_small(flat, n), SANDWICH_HC1, 0, .95)
                .undefined,
            UNDEFINED_N_TOO_SMALL);
    }
    none = growth_loglinear(annual_small(flat, 5), SANDWICH_HC1, 0, .95);
    CU_ASSERT_EQUAL(none.percent.value, 0);
    CU_ASSERT_EQUAL(none.doubling.undefined, UNDEFINED_ZERO_BASE);
    CU_ASSERT_EQUAL(none.r2.undefined, UNDEFINED_CONSTANT);
}

/* Units do not matter; half of the other way round in time. */
static void test_invariance(void)
{
    double values[15], other[15];
    unsigned seed = 12;
    for (size_t i = 0; i < 15; i++) {
        values[i] = 1 + annual_noise(&seed);
        other[14 - i] = 1e6 * values[i];
    }
    struct growth_loglinear a =
        growth_loglinear(annual_small(values, 15), SANDWICH_CLASSICAL, 0, .95);
    struct growth_loglinear b =
        growth_loglinear(annual_small(other, 15), SANDWICH_CLASSICAL, 0, .95);
    CHECK_CLOSE(a.rate.value.value, -b.rate.value.value, 1e-12);
    CHECK_CLOSE((1 + a.percent.value / 100) * (1 + b.percent.value / 100), 1,
                1e-12);
    CHECK_CLOSE(a.doubling.value, -b.doubling.value, 1e-9);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"compound growth of the references", test_compound},
        {"log-linear growth of the references", test_loglinear},
        {"compound growth by hand", test_compound_by_hand},
        {"an exponential", test_exponential},
        {"zeros, negative values, too few, all equal", test_refusals},
        {"scale and direction of time", test_invariance},
    };
    return TAP_RUN("growth", cases);
}
