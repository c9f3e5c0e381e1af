/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least-squares line through a series of src/stat. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annual_fixture.h"
#include "fixture.h"
#include "stat/ols.h"
#include "tap.h"

#define TOLERANCE 1e-9

static const char *const names[] = {"nile", "nhtemp", "ar1_trend", "airmiles",
                                    "perfect_line"};
#define NAMES (sizeof(names) / sizeof(names)[0])

/* A small p counts in its own digits. */
static void check_p(json_t *expected, const char *path, struct estimate p)
{
    double exact = json_number_value(fixture_at(expected, path));
    CU_ASSERT_TRUE(estimate_is(p));
    CHECK_CLOSE(p.value / exact, 1, 1e-6);
}

static void check_pair(json_t *expected, const char *key,
                       const struct ols *line)
{
    char path[128];
    snprintf(path, sizeof path, "%s.0", key);
    CHECK_ESTIMATE(expected, path, line->intercept.error, TOLERANCE);
    snprintf(path, sizeof path, "%s.1", key);
    CHECK_ESTIMATE(expected, path, line->slope.error, TOLERANCE);
}

static void check_errors(json_t *expected, struct annual series)
{
    size_t lags = sandwich_lags(series.n);
    struct ols line = ols_fit(series, SANDWICH_HC0, 0, 0.95);
    check_pair(expected, "se_hc0", &line);
    line = ols_fit(series, SANDWICH_HC1, 0, 0.95);
    check_pair(expected, "se_hc1", &line);
    line = ols_fit(series, SANDWICH_HC3, 0, 0.95);
    check_pair(expected, "se_hc3", &line);
    CHECK_NEAR(expected, "newey_west.L", (double)lags, 0);
    line = ols_fit(series, SANDWICH_NEWEY_WEST0, lags, 0.95);
    check_pair(expected, "newey_west.se", &line);
    line = ols_fit(series, SANDWICH_NEWEY_WEST, lags, 0.95);
    check_pair(expected, "newey_west.se_small_sample_n_over_n_minus_k", &line);
    line = ols_fit(series, SANDWICH_NEWEY_WEST0, 4, 0.95);
    check_pair(expected, "newey_west.L4_se", &line);
}

static void check_points(json_t *expected, const struct ols *line)
{
    for (size_t i = 0; i < 5; i++) {
        char path[64];
        snprintf(path, sizeof path, "predict.t.%zu", i);
        double year = json_number_value(fixture_at(expected, path));
        struct ols_point at = ols_at(line, year);
        snprintf(path, sizeof path, "predict.fit.%zu", i);
        CHECK_ESTIMATE(expected, path, at.value, TOLERANCE);
        snprintf(path, sizeof path, "predict.pi95_lo.%zu", i);
        CHECK_NEAR(expected, path, at.prediction.low, TOLERANCE);
        snprintf(path, sizeof path, "predict.pi95_up.%zu", i);
        CHECK_NEAR(expected, path, at.prediction.high, TOLERANCE);
        snprintf(path, sizeof path, "predict.ci95_lo.%zu", i);
        CHECK_NEAR(expected, path, at.confidence.low, TOLERANCE);
        snprintf(path, sizeof path, "predict.ci95_up.%zu", i);
        CHECK_NEAR(expected, path, at.confidence.high, TOLERANCE);
    }
}

/* What an exact line has none of: R prints quotients of rounding. */
static void check_spread(json_t *expected, const struct ols *line)
{
    CHECK_ESTIMATE(expected, "t.0", line->intercept.statistic, TOLERANCE);
    CHECK_ESTIMATE(expected, "t.1", line->slope.statistic, TOLERANCE);
    check_p(expected, "p.0", line->intercept.p);
    check_p(expected, "p.1", line->slope.p);
    CHECK_ESTIMATE(expected, "F", line->f, TOLERANCE);
    CHECK_ESTIMATE(expected, "loglik", line->log_likelihood, TOLERANCE);
    CHECK_ESTIMATE(expected, "aic", line->aic, TOLERANCE);
    CHECK_ESTIMATE(expected, "bic", line->bic, TOLERANCE);
    CHECK_ESTIMATE(expected, "durbin_watson", line->durbin_watson, TOLERANCE);
    CHECK_ESTIMATE(expected, "resid_r1", line->residual_lag1, TOLERANCE);
}

static void check_series(json_t *expected, const char *name)
{
    struct annual_fixture fixture;
    if (!annual_fixture_load(&fixture, name))
        return;
    struct ols line = ols_fit(fixture.series, SANDWICH_CLASSICAL, 0, 0.95);
    CHECK_ESTIMATE(expected, "coef.0", line.intercept.value, TOLERANCE);
    CHECK_ESTIMATE(expected, "coef.1", line.slope.value, TOLERANCE);
    check_pair(expected, "se", &line);
    CHECK_NEAR(expected, "ci95_slope.0", line.slope.interval.low, TOLERANCE);
    CHECK_NEAR(expected, "ci95_slope.1", line.slope.interval.high, TOLERANCE);
    CHECK_ESTIMATE(expected, "r2", line.r2, TOLERANCE);
    CHECK_ESTIMATE(expected, "adj_r2", line.r2_adjusted, TOLERANCE);
    CHECK_ESTIMATE(expected, "sigma", line.sigma, TOLERANCE);
    CHECK_ESTIMATE(expected, "rss", line.rss, TOLERANCE);
    CHECK_NEAR(expected, "df", (double)line.degrees, 0);
    if (strcmp(name, "perfect_line") != 0)
        check_spread(expected, &line);
    check_errors(expected, fixture.series);
    check_points(expected, &line);
    annual_fixture_done(&fixture);
}

static void test_references(void)
{
    json_t *root = fixture_load("ols_growth_forecast.json");
    for (size_t i = 0; root && i < NAMES; i++)
        check_series(json_object_get(root, names[i]), names[i]);
    json_decref(root);
}

/* 2, 4, 5, 4, 5 over 2001 to 2005: the line of many textbooks. */
static void test_by_hand(void)
{
    static const double values[] = {2, 4, 5, 4, 5};
    struct annual series = annual_small(values, 5);
    struct ols line = ols_fit(series, SANDWICH_CLASSICAL, 0, 0.95);
    CHECK_CLOSE(line.slope.value.value, 0.6, 1e-14);
    CHECK_CLOSE(line.intercept.value.value, 2.2 - 0.6 * 2000, 1e-14);
    CHECK_CLOSE(line.rss.value, 2.4, 1e-14);
    CHECK_CLOSE(line.r2.value, 0.6, 1e-14);
    CHECK_CLOSE(line.slope.error.value, sqrt(0.8 / 10), 1e-14);
    CHECK_CLOSE(line.f.value, 4.5, 1e-13);
    /* Residuals -0.8 0.6 1.0 -0.6 -0.2. */
    CHECK_CLOSE(line.durbin_watson.value, (1.96 + 0.16 + 2.56 + 0.16) / 2.4,
                1e-13);
    CHECK_CLOSE(line.residual_lag1.value, (-0.48 + 0.6 - 0.6 + 0.12) / 2.4,
                1e-13);
    CHECK_CLOSE(ols_at(&line, 2003).value.value, 4, 1e-14);
    CHECK_CLOSE(ols_at(&line, 2006).value.value, 5.8, 1e-14);
}

static void test_lag_rule(void)
{
    CU_ASSERT_EQUAL(sandwich_lags(0), 0);
    CU_ASSERT_EQUAL(sandwich_lags(1), 0);
    CU_ASSERT_EQUAL(sandwich_lags(4), 1);
    CU_ASSERT_EQUAL(sandwich_lags(20), 2);
    CU_ASSERT_EQUAL(sandwich_lags(33), 3);
    CU_ASSERT_EQUAL(sandwich_lags(99), 3);
    CU_ASSERT_EQUAL(sandwich_lags(100), 4);
    CU_ASSERT_EQUAL(sandwich_lags(1000), 6);
}

/* Newey and West without lags is White; HC1 is HC0 times n / (n - 2). */
static void test_errors_two_ways(void)
{
    double values[24];
    unsigned seed = 9;
    for (size_t i = 0; i < 24; i++)
        values[i] = annual_noise(&seed) + 10. * (double)i;
    struct annual series = annual_small(values, 24);
    double hc0 = ols_fit(series, SANDWICH_HC0, 0, .95).slope.error.value;
    double hc1 = ols_fit(series, SANDWICH_HC1, 0, .95).slope.error.value;
    double nw = ols_fit(series, SANDWICH_NEWEY_WEST, 0, .95).slope.error.value;
    CHECK_CLOSE(hc1, hc0 * sqrt(24 / 22.), 1e-14);
    CHECK_CLOSE(nw, hc1, 1e-14);
    CU_ASSERT(ols_fit(series, SANDWICH_HC3, 0, .95).slope.error.value > hc1);
}

static void test_edges(void)
{
    static const double values[] = {7, 7, 7, 7, 9};
    for (size_t n = 0; n < 4; n++) {
        struct ols none =
            ols_fit(annual_small(values, n), SANDWICH_CLASSICAL, 0, 0.95);
        CU_ASSERT_EQUAL(none.undefined, UNDEFINED_N_TOO_SMALL);
        CU_ASSERT_EQUAL(none.slope.value.undefined, UNDEFINED_N_TOO_SMALL);
        CU_ASSERT_EQUAL(ols_at(&none, 2001).value.undefined,
                        UNDEFINED_N_TOO_SMALL);
    }
    struct ols flat =
        ols_fit(annual_small(values, 4), SANDWICH_NEWEY_WEST, 1, 0.95);
    CU_ASSERT_EQUAL(flat.slope.value.value, 0);
    CU_ASSERT_EQUAL(flat.slope.error.value, 0);
    CU_ASSERT_EQUAL(flat.slope.p.undefined, UNDEFINED_ZERO_BASE);
    CU_ASSERT_EQUAL(flat.r2.undefined, UNDEFINED_CONSTANT);
    CU_ASSERT_EQUAL(flat.durbin_watson.undefined, UNDEFINED_CONSTANT);
    CU_ASSERT_EQUAL(flat.residual_lag1.undefined, UNDEFINED_CONSTANT);
    CHECK_CLOSE(ols_at(&flat, 2050).value.value, 7, 0);
}

/* Lines that binary fractions cannot hold have no spread either. */
static void test_exact_lines(void)
{
    static const double slopes[] = {1, 0.1, -0.3, 1e-7, 12345.678};
    double values[40];
    for (size_t k = 0; k < sizeof(slopes) / sizeof(*slopes); k++) {
        for (size_t i = 0; i < 40; i++)
            values[i] = 7.7 + slopes[k] * (double)i;
        struct ols line =
            ols_fit(annual_small(values, 40), SANDWICH_CLASSICAL, 0, 0.95);
        CHECK_CLOSE(line.slope.value.value / slopes[k], 1, 1e-8);
        CU_ASSERT_EQUAL(line.rss.value, 0);
        CU_ASSERT_EQUAL(line.r2.value, 1);
        CU_ASSERT_EQUAL(line.slope.p.undefined, UNDEFINED_ZERO_BASE);
        CU_ASSERT_EQUAL(line.f.undefined, UNDEFINED_ZERO_BASE);
    }
}

static void test_invariance(void)
{
    double values[20], other[20];
    unsigned seed = 4;
    for (size_t i = 0; i < 20; i++) {
        values[i] = annual_noise(&seed);
        other[i] = 1e6 - 1000 * values[i];
    }
    struct ols a =
        ols_fit(annual_small(values, 20), SANDWICH_NEWEY_WEST, 2, .9);
    struct ols b = ols_fit(annual_small(other, 20), SANDWICH_NEWEY_WEST, 2, .9);
    CHECK_CLOSE(b.slope.value.value, -1000 * a.slope.value.value, 1e-10);
    CHECK_CLOSE(b.slope.interval.low, -1000 * a.slope.interval.high, 1e-10);
    CHECK_CLOSE(b.slope.p.value, a.slope.p.value, 1e-10);
    CHECK_CLOSE(b.durbin_watson.value, a.durbin_watson.value, 1e-10);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"lines of the references", test_references},
        {"five values by hand", test_by_hand},
        {"number of lags", test_lag_rule},
        {"errors in two ways", test_errors_two_ways},
        {"too few, all equal", test_edges},
        {"exact lines", test_exact_lines},
        {"shift, scale and turn", test_invariance},
    };
    return TAP_RUN("ols", cases);
}
