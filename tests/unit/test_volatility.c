/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Volatility, and first digits. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "fixture.h"
#include "invented.h"
#include "stat/benford.h"
#include "stat/volatility.h"
#include "tap.h"

static void check_supplier(json_t *expected)
{
    double years[20];
    double values[20];
    for (size_t i = 0; i < 20; i++) {
        char path[32];
        snprintf(path, sizeof path, "series.%zu", i);
        values[i] = json_number_value(fixture_at(expected, path));
    }
    invented_line(years, 20, 2005, 1);
    struct volatility found = volatility_of(years, values, 20);
    CHECK_ESTIMATE(expected, "mean", found.mean, 1e-12);
    CHECK_ESTIMATE(expected, "sd", found.sd, 1e-12);
    CHECK_ESTIMATE(expected, "cv", found.cv, 1e-12);
    CHECK_ESTIMATE(expected, "detrended_cv", found.detrended_cv, 1e-12);
    CHECK_ESTIMATE(expected, "robust_cv_mad", found.robust_cv, 1e-12);
    CHECK_ESTIMATE(expected, "sd_log_diff", found.sd_log, 1e-12);
    CHECK_ESTIMATE(expected, "coppock", found.coppock, 1e-12);
    CHECK_ESTIMATE(expected, "mean_abs_pct_change", found.mean_change, 1e-12);
    CHECK_NEAR(expected, "n_zero_years", (double)found.zero, 0);
}

static void test_references(void)
{
    json_t *root = fixture_load("rank_share_synth.json");
    const char *name;
    json_t *supplier;
    json_object_foreach(fixture_at(root, "volatility"), name, supplier)
        check_supplier(supplier);
    json_decref(root);
}

static void test_by_hand(void)
{
    static const double years[] = {2000, 2001, 2002, 2003};
    static const double values[] = {2, 4, 1, 5};
    struct volatility found = volatility_of(years, values, 4);
    CHECK_CLOSE(found.mean.value, 3, 0);
    CHECK_CLOSE(found.sd.value, sqrt(10.0 / 3), 1e-15);
    CHECK_CLOSE(found.cv.value, sqrt(10.0 / 3) / 3, 1e-15);
    /* The line 2.1 + 0.6 t leaves 8.2. */
    CHECK_CLOSE(found.detrended_cv.value, sqrt(8.2 / 2) / 3, 1e-14);
    CHECK_CLOSE(found.robust_cv.value, 1.4826 * 1.5 / 3, 1e-15);
    CHECK_CLOSE(found.mean_change.value, (100 + 75 + 400) / 3.0, 1e-14);
    CHECK_CLOSE(found.largest_share.value, 5.0 / 12, 1e-15);
    CU_ASSERT_EQUAL(found.largest, 3);
    CHECK_CLOSE(found.zero_share.value, 0, 0);
}

static void test_zeros(void)
{
    static const double years[] = {2000, 2001, 2002, 2003, 2004};
    static const double rare[] = {0, 0, 7, 0, 7};
    struct volatility found = volatility_of(years, rare, 5);
    CU_ASSERT_EQUAL(found.zero, 3);
    CU_ASSERT_EQUAL(found.active, 2);
    CU_ASSERT_EQUAL(found.largest, 2);
    CHECK_CLOSE(found.zero_share.value, 0.6, 1e-15);
    CHECK_CLOSE(found.largest_share.value, 0.5, 1e-15);
    CU_ASSERT(estimate_is(found.cv));
    CU_ASSERT_EQUAL(found.robust_cv.undefined, UNDEFINED_ZERO_BASE);
    CU_ASSERT_EQUAL(found.mean_change.undefined, UNDEFINED_ZERO_BASE);
    CU_ASSERT_EQUAL(found.sd_log.undefined, UNDEFINED_NONPOSITIVE);
    CU_ASSERT_EQUAL(found.coppock.undefined, UNDEFINED_NONPOSITIVE);

    static const double last[] = {3, 2, 1, 1, 0};
    found = volatility_of(years, last, 5);
    CHECK_CLOSE(found.mean_change.value, (100.0 / 3 + 50 + 0 + 100) / 4, 1e-14);
    CU_ASSERT_EQUAL(found.sd_log.undefined, UNDEFINED_NONPOSITIVE);

    static const double none[] = {0, 0, 0, 0, 0};
    found = volatility_of(years, none, 5);
    CU_ASSERT_EQUAL(found.active, 0);
    CU_ASSERT_EQUAL(found.cv.undefined, UNDEFINED_ZERO_BASE);
    CU_ASSERT_EQUAL(found.detrended_cv.undefined, UNDEFINED_ZERO_BASE);
    CU_ASSERT_EQUAL(found.largest_share.undefined, UNDEFINED_ZERO_BASE);
    CHECK_CLOSE(found.sd.value, 0, 0);

    static const double negative[] = {4, -1, 2, 3, 1};
    found = volatility_of(years, negative, 5);
    CU_ASSERT_EQUAL(found.largest_share.undefined, UNDEFINED_NONPOSITIVE);
    CU_ASSERT_EQUAL(found.mean_change.undefined, UNDEFINED_ZERO_BASE);
}

static void test_gaps(void)
{
    static const double years[] = {1990, 1991, 1993, 1994, 1997};
    static const double line[] = {10, 12, 16, 18, 24};
    struct volatility found = volatility_of(years, line, 5);
    CU_ASSERT_EQUAL(found.mean_change.undefined, UNDEFINED_GAPS);
    CU_ASSERT_EQUAL(found.sd_log.undefined, UNDEFINED_GAPS);
    CU_ASSERT_EQUAL(found.coppock.undefined, UNDEFINED_GAPS);
    CHECK_CLOSE(found.detrended_cv.value, 0, 1e-14);
    CHECK_CLOSE(found.mean.value, 16, 0);
}

static void test_short(void)
{
    static const double years[] = {2000, 2001, 2002};
    static const double values[] = {6, 3, 9};
    struct volatility found = volatility_of(years, values, 0);
    CU_ASSERT_EQUAL(found.mean.undefined, UNDEFINED_NO_DATA);
    CU_ASSERT_EQUAL(found.largest_share.undefined, UNDEFINED_NO_DATA);
    CU_ASSERT_EQUAL(found.mean_change.undefined, UNDEFINED_NO_DATA);
    found = volatility_of(years, values, 1);
    CHECK_CLOSE(found.mean.value, 6, 0);
    CHECK_CLOSE(found.largest_share.value, 1, 0);
    CU_ASSERT_EQUAL(found.sd.undefined, UNDEFINED_N_TOO_SMALL);
    CU_ASSERT_EQUAL(found.mean_change.undefined, UNDEFINED_N_TOO_SMALL);
    found = volatility_of(years, values, 2);
    CHECK_CLOSE(found.mean_change.value, 50, 0);
    CU_ASSERT(estimate_is(found.cv));
    CU_ASSERT_EQUAL(found.sd_log.undefined, UNDEFINED_N_TOO_SMALL);
    found = volatility_of(years, values, 3);
    CU_ASSERT(estimate_is(found.sd_log));
    CU_ASSERT_EQUAL(found.detrended_cv.undefined, UNDEFINED_N_TOO_SMALL);
}

/* NumAcc4 of NIST: 0.1 and 0.3 in turn about 10 000 000.2, where sums of
 * squares end in a negative variance. */
static void test_large_numbers(void)
{
    double years[1001];
    double values[1001];
    invented_line(years, 1001, 1000, 1);
    values[0] = 10000000.2;
    for (size_t i = 1; i < 1001; i++)
        values[i] = i % 2 ? 10000000.1 : 10000000.3;
    struct volatility found = volatility_of(years, values, 1001);
    CHECK_CLOSE(found.sd.value, 0.1, 1e-8);
    CHECK_CLOSE(found.detrended_cv.value * 10000000.2, 0.1, 1e-4);
}

static void check_digits(json_t *root, const char *name)
{
    char path[64];
    size_t counts[BENFORD_DIGITS];
    json_t *expected = fixture_at(root, name);
    for (size_t i = 0; i < BENFORD_DIGITS; i++) {
        snprintf(path, sizeof path, "counts.%zu", i);
        counts[i] = (size_t)json_integer_value(fixture_at(expected, path));
    }
    struct benford found = benford_test(counts);
    CHECK_NEAR(expected, "n", (double)found.n, 0);
    CHECK_ESTIMATE(expected, "chi2", found.chi2, 1e-12);
    CHECK_ESTIMATE(expected, "p", found.p, 1e-12);
    CHECK_ESTIMATE(expected, "mad", found.mad, 1e-12);
    CHECK_ESTIMATE(expected, "ks_Dstar", found.ks, 1e-12);
    CHECK_ESTIMATE(expected, "kuiper_Vstar", found.kuiper, 1e-12);
    CHECK_TEXT(benford_word(found.band),
               json_string_value(fixture_at(expected, "nigrini_first_digit")));
}

static void test_digits_references(void)
{
    json_t *root = fixture_load("benford.json");
    if (!root)
        return;
    check_digits(root, "fibonacci_1000");
    check_digits(root, "powers_of_2_1000");
    check_digits(root, "integers_1_999");
    check_digits(root, "arms_synth_tiv");
    for (unsigned digit = 1; digit <= BENFORD_DIGITS; digit++) {
        char path[32];
        snprintf(path, sizeof path, "expected_p1.%u", digit - 1);
        CHECK_NEAR(root, path, benford_expected(digit), 1e-15);
    }
    CHECK_NEAR(root, "critical_5pct.ks_Dstar_morrow", BENFORD_KS_CRITICAL, 0);
    CHECK_NEAR(root, "critical_5pct.kuiper_Vstar_morrow",
               BENFORD_KUIPER_CRITICAL, 0);
    json_decref(root);
}

static void test_digits_limits(void)
{
    size_t counts[BENFORD_DIGITS] = {0};
    CU_ASSERT_EQUAL(benford_test(counts).chi2.undefined, UNDEFINED_NO_DATA);
    counts[0] = 299;
    CU_ASSERT_EQUAL(benford_test(counts).kuiper.undefined,
                    UNDEFINED_N_TOO_SMALL);
    counts[8] = 1;
    struct benford found = benford_test(counts);
    CHECK_CLOSE(found.ks.value,
                (299.0 / 300 - log10(2)) *
                    (sqrt(300) + 0.12 + 0.11 / sqrt(300)),
                1e-14);
    CU_ASSERT_EQUAL(found.band, BENFORD_NONCONFORMITY);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"reference values", test_references},
        {"by hand", test_by_hand},
        {"years of nothing", test_zeros},
        {"years that are missing", test_gaps},
        {"none to three years", test_short},
        {"large numbers", test_large_numbers},
        {"first digits: reference values", test_digits_references},
        {"first digits: few, and all alike", test_digits_limits},
    };
    return TAP_RUN("volatility", cases);
}
