/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Robust lines of src/stat. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "annual_fixture.h"
#include "fixture.h"
#include "stat/ols.h"
#include "stat/robust.h"
#include "tap.h"

/* R's MASS has another scale: compared to 5e-3 of each value. */
static void check_pair(json_t *expected, const struct robust *line)
{
    CHECK_NEAR(expected, "0", line->intercept.value.value, 5e-3);
    double slope = json_number_value(fixture_at(expected, "1"));
    CHECK_CLOSE(line->slope.value.value / slope, 1, 5e-3);
}

static void test_references(void)
{
    struct annual_fixture fixture;
    json_t *root = fixture_load("ols_growth_forecast.json");
    json_t *expected = json_object_get(root, "robust_nile_MASS_rlm");
    if (!root || !annual_fixture_load(&fixture, "nile"))
        return;
    struct robust line = robust_fit(fixture.series, ROBUST_BISQUARE, 0.95);
    check_pair(json_object_get(expected, "bisquare"), &line);
    line = robust_fit(fixture.series, ROBUST_HUBER, 0.95);
    check_pair(json_object_get(expected, "huber"), &line);
    annual_fixture_done(&fixture);
    json_decref(root);
}

/* One year a hundred times as large moves least squares, and not this. */
static void test_outlier(void)
{
    double values[20];
    for (size_t i = 0; i < 20; i++)
        values[i] = 10 + 2 * (double)i + (i % 2 ? 0.5 : -0.5);
    values[18] *= 100;
    struct annual series = annual_small(values, 20);
    struct robust line = robust_fit(series, ROBUST_BISQUARE, 0.95);
    CHECK_CLOSE(line.slope.value.value, 2, 0.02);
    CU_ASSERT(ols_fit(series, SANDWICH_CLASSICAL, 0, .95).slope.value.value >
              20);
}

static void test_edges(void)
{
    static const double values[] = {1, 2, 3, 4, 9};
    for (size_t n = 0; n < 4; n++) {
        CU_ASSERT_EQUAL(
            robust_fit(annual_small(values, n), ROBUST_HUBER, .95).undefined,
            UNDEFINED_N_TOO_SMALL);
    }
    struct robust line =
        robust_fit(annual_small(values, 4), ROBUST_BISQUARE, .95);
    CHECK_CLOSE(line.slope.value.value, 1, 1e-14);
    CU_ASSERT_EQUAL(line.slope.error.value, 0);
    CU_ASSERT_EQUAL(line.slope.p.undefined, UNDEFINED_ZERO_BASE);
    /* Whatever is said of a series of zeros with two deliveries is a number or
     * a reason. */
    double lumpy[30] = {0};
    lumpy[7] = 400;
    lumpy[20] = 35;
    line = robust_fit(annual_small(lumpy, 30), ROBUST_BISQUARE, .95);
    CU_ASSERT_TRUE(isfinite(line.slope.value.value));
    CU_ASSERT_TRUE(line.undefined || estimate_is(line.slope.error));
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"lines of the references", test_references},
        {"one large year", test_outlier},
        {"too few, exact, mostly zeros", test_edges},
    };
    return TAP_RUN("robust", cases);
}
