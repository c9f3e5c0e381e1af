/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantiles, tails and intervals of src/stat. */
#include <config.h>

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "annual_fixture.h"
#include "fixture.h"
#include "stat/coefficient.h"
#include "stat/quantile.h"
#include "tap.h"

static double number(json_t *object, const char *key)
{
    return json_number_value(json_object_get(object, key));
}

/* Against 40 digits, relative to the value itself. */
static void check_ratio(double actual, double exact, double tolerance)
{
    CHECK_CLOSE(actual / exact, 1, tolerance);
}

static void test_tails(void)
{
    json_t *root = fixture_load("gsl_cdf_accuracy.json"), *row;
    size_t i;
    json_array_foreach(json_object_get(root, "tq"), i, row)
    {
        double p =
            coefficient_p(-number(row, "arg"), (size_t)number(row, "df"));
        check_ratio(p / 2, number(row, "exact"), 1e-11);
    }
    json_decref(root);
}

static void test_quantiles(void)
{
    json_t *root = fixture_load("gsl_cdf_accuracy.json"), *row;
    size_t i;
    json_array_foreach(json_object_get(root, "t"), i, row)
    {
        double level = 2 * number(row, "arg") - 1;
        double t = coefficient_quantile(level, (size_t)number(row, "df"));
        check_ratio(t, number(row, "exact"), 1e-11);
    }
    json_decref(root);
    CHECK_CLOSE(coefficient_quantile(0.95, 0), 1.959963984540054, 1e-14);
    CHECK_CLOSE(coefficient_quantile(0.90, 0), 1.6448536269514722, 1e-14);
}

/* t with 1 degree is Cauchy, with 2 it is algebraic; z is erfc. */
static void test_closed_forms(void)
{
    for (double t = 0; t < 50; t = 1.5 * t + 0.01) {
        check_ratio(coefficient_p(t, 1), t > 0 ? 2 * atan(1 / t) / M_PI : 1,
                    1e-13);
        double root = sqrt(t * t + 2);
        check_ratio(coefficient_p(t, 2), 2 / (root * (root + t)), 1e-13);
        if (t < 30)
            check_ratio(coefficient_p(t, 0), erfc(t / sqrt(2)), 1e-12);
    }
}

static void test_coefficient(void)
{
    struct coefficient c = coefficient_of(3, 2, 2, 0.95);
    CHECK_CLOSE(c.statistic.value, 1.5, 0);
    CHECK_CLOSE(c.interval.low, 3 - 2 * 4.302652729749464, 1e-13);
    CHECK_CLOSE(c.interval.high, 3 + 2 * 4.302652729749464, 1e-13);
    c = coefficient_of(3, 0, 10, 0.95);
    CU_ASSERT_EQUAL(c.p.undefined, UNDEFINED_ZERO_BASE);
    CU_ASSERT_EQUAL(c.statistic.undefined, UNDEFINED_ZERO_BASE);
    CU_ASSERT_EQUAL(c.interval.low, 3);
    CU_ASSERT_EQUAL(c.interval.high, 3);
    c = coefficient_none(UNDEFINED_GAPS);
    CU_ASSERT_EQUAL(c.value.undefined, UNDEFINED_GAPS);
    CU_ASSERT_EQUAL(c.interval.undefined, UNDEFINED_GAPS);
    CU_ASSERT_EQUAL(interval_of(1, INFINITY).undefined, UNDEFINED_SINGULAR);
    CU_ASSERT_EQUAL(interval_of(2, 1).low, 1);
    CU_ASSERT_EQUAL(estimate_of(NAN).undefined, UNDEFINED_SINGULAR);
}

/* R: quantile(c(7, 1, 4, 10), c(0, 0.1, 0.25, 0.5, 0.75, 1)). */
static void test_type7(void)
{
    static const double values[] = {7, 1, 4, 10}, sorted[] = {1, 4, 7, 10};
    static const double q[] = {0, 0.1, 0.25, 0.5, 0.75, 1};
    static const double expected[] = {1, 1.9, 3.25, 5.5, 7.75, 10};
    for (size_t i = 0; i < 6; i++) {
        CHECK_CLOSE(quantile_of(values, 4, q[i]).value, expected[i], 1e-15);
        CHECK_CLOSE(quantile_sorted(sorted, 4, q[i]).value, expected[i], 1e-15);
    }
    CU_ASSERT_EQUAL(quantile_median(values, 3).value, 4);
    CU_ASSERT_EQUAL(quantile_median(values, 1).value, 7);
    CU_ASSERT_EQUAL(quantile_median(values, 0).undefined, UNDEFINED_NO_DATA);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"tails of t against 40 digits", test_tails},
        {"quantiles of t against 40 digits", test_quantiles},
        {"tails in closed form", test_closed_forms},
        {"intervals, errors of 0, none", test_coefficient},
        {"quantiles of type 7", test_type7},
    };
    return TAP_RUN("coefficient", cases);
}
