/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Autocorrelation, and Mann-Kendall corrected for it, of src/stat. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annual_fixture.h"
#include "fixture.h"
#include "stat/autocorrelation.h"
#include "stat/correction.h"
#include "stat/kendall.h"
#include "tap.h"

static void check_acf(json_t *expected, struct annual series)
{
    json_t *list = json_object_get(expected, "acf_biased_1_10");
    for (size_t i = 0; i < json_array_size(list); i++) {
        char path[64];
        snprintf(path, sizeof path, "acf_biased_1_10.%zu", i);
        CHECK_ESTIMATE(expected, path,
                       autocorrelation_at(series.values, series.n, i + 1),
                       1e-10);
    }
}

static void check_bcpw(json_t *expected, struct annual series)
{
    struct correction test = correction_compute(series, CORRECTION_BCPW);
    if (json_object_get(expected, "note")) {
        CU_ASSERT_EQUAL(test.undefined, UNDEFINED_SINGULAR);
        return;
    }
    CHECK_ESTIMATE(expected, "phi_ols", test.lag1_raw, 1e-10);
    CHECK_ESTIMATE(expected, "phi_bias_corrected", test.lag1, 1e-10);
    CHECK_NEAR(expected, "S", (double)test.s, 0);
    CHECK_NEAR(expected, "varS", test.variance, 1e-12);
    CHECK_ESTIMATE(expected, "z", test.z, 1e-10);
    CHECK_ESTIMATE(expected, "p", test.p, 1e-10);
}

static void check_hamed_rao(json_t *expected, struct annual series,
                            enum correction_method method)
{
    struct correction test = correction_compute(series, method);
    json_t *lags = json_object_get(expected, "significant_lags");
    size_t count = json_is_array(lags) ? json_array_size(lags) : 1;
    CU_ASSERT_EQUAL(test.lags, count);
    CHECK_NEAR(expected, "S", (double)test.s, 0);
    CHECK_ESTIMATE(expected, "n_over_nstar", test.factor, 1e-10);
    CHECK_NEAR(expected, "varS_corrected", test.variance, 1e-10);
    CHECK_ESTIMATE(expected, "z", test.z, 1e-10);
    CHECK_ESTIMATE(expected, "p", test.p, 1e-10);
    CHECK_ESTIMATE(expected, "z_abs_variant", test.z_absolute, 1e-10);
    CHECK_ESTIMATE(expected, "p_abs_variant", test.p_absolute, 1e-10);
}

/* Tied values that are detrended differ in their last bit or do not, after the
 * order of operations; S moves by a few. */
static void check_white(json_t *expected, struct annual series,
                        enum correction_method method, const char *lag1,
                        const char *slope)
{
    struct correction test = correction_compute(series, method);
    bool tied = kendall_test(series.values, series.n).tie_groups > 0 &&
                method == CORRECTION_TFPW;
    double tolerance = tied ? 1e-4 : 1e-10;
    CHECK_ESTIMATE(expected, lag1, test.lag1, 1e-10);
    CHECK_ESTIMATE(expected, "z", test.z, tolerance);
    CHECK_ESTIMATE(expected, "p", test.p, tolerance);
    CHECK_ESTIMATE(expected, slope, test.slope, tolerance);
}

static void check_series(json_t *expected, const char *name)
{
    struct annual_fixture fixture;
    if (!annual_fixture_load(&fixture, name))
        return;
    struct annual series = fixture.series;
    check_acf(expected, series);
    if (json_object_get(expected, "bcpw_hamed2009")) {
        check_bcpw(fixture_at(expected, "bcpw_hamed2009"), series);
        check_hamed_rao(fixture_at(expected, "hamed_rao"), series,
                        CORRECTION_HAMED_RAO_ALL);
        check_hamed_rao(fixture_at(expected, "hamed_rao_maxlag3"), series,
                        CORRECTION_HAMED_RAO);
        check_white(fixture_at(expected, "prewhitened"), series,
                    CORRECTION_PREWHITENED, "r1", "sen_slope");
        check_white(fixture_at(expected, "tfpw"), series, CORRECTION_TFPW,
                    "r1_detrended", "sen_slope_blended");
        CHECK_NEAR(expected, "tfpw.r1_bound_95",
                   autocorrelation_bound(series.n, 0.95), 1e-12);
    }
    annual_fixture_done(&fixture);
}

static void test_references(void)
{
    fixture_each("mk_sen_pettitt.json", "", check_series);
}

/* z and p as pyMannKendall has them. */
static void check_second(json_t *expected, struct annual series,
                         enum correction_method method, const char *key)
{
    struct correction test = correction_compute(series, method);
    json_t *found = json_object_get(expected, key);
    bool absolute =
        method == CORRECTION_HAMED_RAO || method == CORRECTION_HAMED_RAO_ALL;
    if (!json_is_number(fixture_at(found, "z")))
        return;
    double tolerance = method == CORRECTION_TFPW ? 1e-4 : 1e-10;
    CHECK_ESTIMATE(found, "z", absolute ? test.z_absolute : test.z, tolerance);
    CHECK_ESTIMATE(found, "p", absolute ? test.p_absolute : test.p, tolerance);
}

static void test_second_opinion(void)
{
    json_t *root = fixture_load("mk_second_opinion.json");
    const char *name;
    json_t *expected;
    json_object_foreach(root, name, expected)
    {
        struct annual_fixture fixture;
        if (strcmp(name, "perfect_line") == 0 || strcmp(name, "constant") == 0)
            continue;
        if (!fixture_at(expected, "pymk_pw") ||
            !annual_fixture_load(&fixture, name))
            continue;
        check_second(expected, fixture.series, CORRECTION_HAMED_RAO_ALL,
                     "pymk_hamed_rao");
        check_second(expected, fixture.series, CORRECTION_HAMED_RAO,
                     "pymk_hamed_rao_lag3");
        check_second(expected, fixture.series, CORRECTION_PREWHITENED,
                     "pymk_pw");
        check_second(expected, fixture.series, CORRECTION_TFPW, "pymk_tfpw");
        annual_fixture_done(&fixture);
    }
    json_decref(root);
}

static void test_autocorrelation(void)
{
    static const double values[] = {1, 2, 3, 4, 10};
    /* About 4: -3 -2 -1 0 6. */
    CHECK_CLOSE(autocorrelation_at(values, 5, 1).value, (6 + 2) / 50., 1e-15);
    CHECK_CLOSE(autocorrelation_at(values, 5, 2).value, (3 - 6) / 50., 1e-15);
    CHECK_CLOSE(autocorrelation_at(values, 5, 0).value, 1, 1e-15);
    CHECK_CLOSE(autocorrelation_bound(100, 0.95), 0.1959963984540054, 1e-14);
    CU_ASSERT_EQUAL(autocorrelation_at(values, 5, 5).undefined,
                    UNDEFINED_N_TOO_SMALL);
    CU_ASSERT_EQUAL(autocorrelation_at(values, 0, 0).undefined,
                    UNDEFINED_N_TOO_SMALL);
    CU_ASSERT_EQUAL(autocorrelation_at(values, 1, 0).undefined,
                    UNDEFINED_CONSTANT);
}

static const enum correction_method methods[] = {
    CORRECTION_BCPW, CORRECTION_HAMED_RAO, CORRECTION_HAMED_RAO_ALL,
    CORRECTION_PREWHITENED, CORRECTION_TFPW};
#define METHODS (sizeof(methods) / sizeof(methods)[0])

static void check_undefined(struct annual series, enum undefined expected)
{
    for (size_t i = 0; i < METHODS; i++) {
        struct correction test = correction_test(series, methods[i]);
        CU_ASSERT_EQUAL(test.undefined, expected);
        CU_ASSERT_EQUAL(test.p.undefined, expected);
        CU_ASSERT_EQUAL(test.z.undefined, expected);
    }
}

static void test_refusals(void)
{
    double values[20], years[20], flat[20] = {0};
    unsigned seed = 5;
    for (size_t i = 0; i < 20; i++) {
        values[i] = annual_noise(&seed);
        years[i] = 2001 + (double)i + (i > 9 ? 1 : 0);
    }
    check_undefined((struct annual){20, years, values}, UNDEFINED_GAPS);
    for (size_t n = 0; n < 15; n++)
        check_undefined(annual_small(values, n), UNDEFINED_N_TOO_SMALL);
    check_undefined(annual_small(flat, 20), UNDEFINED_CONSTANT);
    for (size_t i = 0; i < METHODS; i++) {
        struct correction test =
            correction_test(annual_small(values, 15), methods[i]);
        CU_ASSERT_TRUE(estimate_is(test.p) ||
                       test.undefined == UNDEFINED_NEGATIVE_VARIANCE);
    }
    struct estimate gap =
        autocorrelation_detrended((struct annual){20, years, values});
    CU_ASSERT_EQUAL(gap.undefined, UNDEFINED_GAPS);
    CU_ASSERT_EQUAL(
        autocorrelation_detrended(annual_small(values, 3)).undefined,
        UNDEFINED_N_TOO_SMALL);
    CU_ASSERT_EQUAL(autocorrelation_detrended(annual_small(flat, 9)).undefined,
                    UNDEFINED_CONSTANT);
}

/* A line is one whatever its slope is in binary; nothing can be told about
 * its autocorrelation, and Hamed and Rao's variance is the plain one. */
static void test_exact_lines(void)
{
    static const double slopes[] = {1, 0.1, -0.3, 1e-7, 12345.678};
    double values[20];
    for (size_t k = 0; k < sizeof(slopes) / sizeof(*slopes); k++) {
        for (size_t i = 0; i < 20; i++)
            values[i] = 7.7 + slopes[k] * (double)i;
        struct annual line = annual_small(values, 20);
        CU_ASSERT_EQUAL(correction_test(line, CORRECTION_BCPW).undefined,
                        UNDEFINED_SINGULAR);
        struct correction white = correction_test(line, CORRECTION_TFPW);
        CU_ASSERT_EQUAL(white.lag1.value, 0);
        CU_ASSERT_EQUAL(llabs(white.s), 19 * 18 / 2);
        CU_ASSERT_EQUAL(
            correction_test(line, CORRECTION_HAMED_RAO).factor.value, 1);
        CU_ASSERT_EQUAL(autocorrelation_detrended(line).undefined,
                        UNDEFINED_CONSTANT);
    }
}

/* An explosive series cannot turn the sign of its trend. */
static void test_cap(void)
{
    double values[20] = {1};
    for (size_t i = 1; i < 20; i++)
        values[i] = 1.5 * values[i - 1] + (i % 3 == 0 ? 0.3 : -0.2);
    struct correction test =
        correction_test(annual_small(values, 20), CORRECTION_BCPW);
    CU_ASSERT(test.lag1_raw.value > 1);
    CU_ASSERT(test.lag1.value < 1);
    CU_ASSERT(test.s > 0);
}

/* By powers of two, so that equal values stay equal. */
static void test_invariance(void)
{
    double values[30], other[30];
    unsigned seed = 2;
    for (size_t i = 0; i < 30; i++) {
        values[i] = (double)i * 20 + annual_noise(&seed) / 2.;
        other[i] = -64 * values[i];
    }
    for (size_t i = 0; i < METHODS; i++) {
        struct correction a =
            correction_test(annual_small(values, 30), methods[i]);
        struct correction b =
            correction_test(annual_small(other, 30), methods[i]);
        CU_ASSERT_TRUE(estimate_is(a.p));
        CU_ASSERT_EQUAL(a.s, -b.s);
        CHECK_CLOSE(a.p.value, b.p.value, 1e-12);
    }
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"all corrections of the references", test_references},
        {"second opinion", test_second_opinion},
        {"autocorrelation by hand", test_autocorrelation},
        {"gaps, too few, all equal", test_refusals},
        {"exact lines", test_exact_lines},
        {"lag 1 stays below 1", test_cap},
        {"scale and turn", test_invariance},
    };
    return TAP_RUN("correction", cases);
}
