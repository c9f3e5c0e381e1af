/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Poisson pseudo-maximum likelihood of src/stat. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annual_fixture.h"
#include "fixture.h"
#include "stat/poisson.h"
#include "tap.h"

/* The trend of the reference counts its years from 0. */
static void test_trend_reference(void)
{
    struct annual_fixture fixture;
    json_t *root = fixture_load("ols_growth_forecast.json");
    json_t *expected = json_object_get(root, "ppml_trend_lumpy");
    if (!root || !annual_fixture_load(&fixture, "lumpy_ties"))
        return;
    static const struct {
        const char *key;
        enum sandwich kind;
    } errors[] = {{"se_hc0", SANDWICH_HC0},
                  {"se_hc1", SANDWICH_HC1},
                  {"se_nw_L2", SANDWICH_NEWEY_WEST0}};
    for (size_t i = 0; i < fixture.series.n; i++)
        fixture.years[i] = (double)i;
    for (size_t i = 0; i < 3; i++) {
        char path[64];
        struct poisson_trend found =
            poisson_trend(fixture.series, errors[i].kind, 2, 0.95);
        CHECK_ESTIMATE(expected, "coef.0", found.intercept.value, 1e-9);
        CHECK_ESTIMATE(expected, "coef.1", found.rate.value, 1e-9);
        snprintf(path, sizeof path, "%s.0", errors[i].key);
        CHECK_ESTIMATE(expected, path, found.intercept.error, 1e-8);
        snprintf(path, sizeof path, "%s.1", errors[i].key);
        CHECK_ESTIMATE(expected, path, found.rate.error, 1e-8);
        CHECK_ESTIMATE(expected, "growth_pct", found.percent, 1e-9);
        CHECK_ESTIMATE(expected, "deviance", found.deviance, 1e-9);
        CHECK_ESTIMATE(expected, "pearson_dispersion", found.dispersion, 1e-8);
    }
    annual_fixture_done(&fixture);
    json_decref(root);
}

/* Two groups: the rates are the logarithms of the means, and so are the
 * errors. */
static void test_by_hand(void)
{
    static const double x[] = {1, 0, 1, 0, 1, 0, 1, 1, 1, 1};
    static const double y[] = {0, 3, 6, 4, 8};
    struct design design = {5, 2, x, true};
    struct poisson fit;
    poisson_fit(&fit, &design, y);
    CHECK_CLOSE(fit.coefficient[0], log(3), 1e-13);
    CHECK_CLOSE(fit.coefficient[1], log(2), 1e-13);
    CHECK_CLOSE(fit.bread[0], 1 / 9., 1e-13);
    CHECK_CLOSE(fit.bread[3], 1 / 9. + 1 / 12., 1e-13);
    CHECK_CLOSE(fit.pearson.value, 9 / 3. + 0 + 9 / 3. + 4 / 6. + 4 / 6.,
                1e-12);
    CHECK_CLOSE(fit.deviance.value,
                2 * (6 * log(2) + 4 * log(4 / 6.) + 8 * log(8 / 6.)), 1e-12);
    struct coefficient c =
        poisson_coefficient(&fit, &design, 0, SANDWICH_HC0, 0, 0.95);
    CHECK_CLOSE(c.error.value, sqrt(18) / 9, 1e-12);
    poisson_done(&fit);
}

/* Nothing is delivered under the embargo, and little else is known: separated.
 * With one delivery under it, or zeros on both sides of it, it is not. */
static void check_separated(const double *y, const double *d, size_t rows)
{
    double x[12];
    for (size_t i = 0; i < 6; i++) {
        x[2 * i] = 1;
        x[2 * i + 1] = d[i];
    }
    struct design design = {6, 2, x, true};
    struct poisson fit;
    poisson_fit(&fit, &design, y);
    CU_ASSERT_EQUAL(fit.undefined, DEFINED);
    CU_ASSERT_EQUAL(fit.n, 6 - rows);
    CU_ASSERT_EQUAL(fit.separated[1], rows > 0);
    CU_ASSERT_FALSE(fit.separated[0]);
    poisson_done(&fit);
}

static void test_separation(void)
{
    static const double embargo[] = {0, 0, 0, 0, 1, 1};
    static const double slope[] = {-1, 0, 0, 0, 2, 1};
    check_separated((double[]){4, 0, 5, 1, 0, 0}, embargo, 2);
    check_separated((double[]){4, 0, 5, 1, 0, 3}, embargo, 0);
    check_separated((double[]){0, 2, 5, 1, 0, 0}, slope, 0);
    check_separated((double[]){0, 2, 5, 1, 3, 0}, slope, 0);
    /* Nowhere but in the first row: of one sign. */
    check_separated((double[]){0, 2, 5, 1, 3, 7}, (double[]){-1, 0, 0, 0, 0, 0},
                    1);
}

/* Two regressors neither of which separates alone: their sum does. */
static void test_separation_together(void)
{
    static const double x[] = {1, 1, -1, 1, 2, -2, 1, -1, 1,
                               1, 3, -1, 1, 1, 2,  1, -2, 2};
    static const double y[] = {5, 2, 7, 0, 0, 9};
    struct design design = {6, 3, x, true};
    struct poisson fit;
    poisson_fit(&fit, &design, y);
    CU_ASSERT_EQUAL(fit.undefined, DEFINED);
    CU_ASSERT_TRUE(fit.row_left_out[3] && fit.row_left_out[4]);
    CU_ASSERT_EQUAL(fit.n, 4);
    CU_ASSERT_EQUAL(fit.rank, 2);
    poisson_done(&fit);
}

/* E v = e^(t / 5) to the last digit: what is made comes back. */
static void test_exact_trend(void)
{
    double values[20];
    for (size_t i = 0; i < 20; i++)
        values[i] = 1e5 * exp((double)i / 5);
    struct poisson_trend found =
        poisson_trend(annual_small(values, 20), SANDWICH_NEWEY_WEST, 2, .95);
    CHECK_CLOSE(found.rate.value.value, 0.2, 1e-12);
    CHECK_CLOSE(found.percent.value, 100 * expm1(0.2), 1e-11);
    CHECK_CLOSE(found.doubling.value, 5 * log(2), 1e-11);
    CHECK_CLOSE(found.interval.low, found.interval.high, 1e-9);
}

static void check_none(const double *values, size_t n, enum undefined expected)
{
    struct poisson_trend found =
        poisson_trend(annual_small(values, n), SANDWICH_NEWEY_WEST, 1, .95);
    CU_ASSERT_EQUAL(found.undefined, expected);
    CU_ASSERT_EQUAL(found.percent.undefined, expected);
    CU_ASSERT_EQUAL(found.interval.undefined, expected);
    CU_ASSERT_EQUAL(found.rate.p.undefined, expected);
}

static void test_refusals(void)
{
    static const double zeros[8], minus[] = {1, 2, -1, 3};
    static const double some[] = {1, 2, 3};
    for (size_t n = 0; n < 4; n++)
        check_none(some, n, UNDEFINED_N_TOO_SMALL);
    check_none(zeros, 8, UNDEFINED_NO_DATA);
    check_none(minus, 4, UNDEFINED_NONPOSITIVE);
    for (size_t i = 0; i < 8; i++) {
        double one[8] = {0};
        one[i] = 5;
        check_none(one, 8, UNDEFINED_N_TOO_SMALL);
    }
    struct design design = {8, 1, (const double[]){1, 1, 1, 1, 1, 1, 1, 1},
                            true};
    struct poisson fit;
    poisson_fit(&fit, &design, zeros);
    CU_ASSERT_EQUAL(fit.undefined, UNDEFINED_SEPARATED);
    poisson_done(&fit);
    design.n = 0;
    poisson_fit(&fit, &design, zeros);
    CU_ASSERT_EQUAL(fit.undefined, UNDEFINED_NO_DATA);
    poisson_done(&fit);
}

/* Deliveries in two years only, anywhere: found, or said to have no finite
 * answer. Whatever is found fits the years' sum and their weighted sum. */
static void test_sparse(void)
{
    for (size_t i = 0; i < 12; i++) {
        for (size_t j = 0; j < i; j++) {
            double values[12] = {0};
            values[i] = 1000;
            values[j] = 0.5;
            struct poisson_trend found = poisson_trend(
                annual_small(values, 12), SANDWICH_NEWEY_WEST, 2, .95);
            CU_ASSERT_EQUAL(found.undefined, DEFINED);
            double sum = 0, weighted = 0;
            for (size_t t = 0; t < 12; t++) {
                double mu = exp(found.intercept.value.value +
                                found.rate.value.value * (2001. + (double)t));
                sum += mu;
                weighted += mu * (double)t;
            }
            CHECK_CLOSE(sum, 1000.5, 1e-7);
            CHECK_CLOSE(weighted, 1000. * (double)i + 0.5 * (double)j, 1e-6);
        }
    }
}

/* Units move the intercept only. */
static void test_invariance(void)
{
    double values[25], other[25];
    unsigned seed = 3;
    for (size_t i = 0; i < 25; i++) {
        values[i] = annual_noise(&seed) % 4 ? annual_noise(&seed) : 0;
        other[i] = 1e6 * values[i];
    }
    struct poisson_trend a =
        poisson_trend(annual_small(values, 25), SANDWICH_NEWEY_WEST, 2, .95);
    struct poisson_trend b =
        poisson_trend(annual_small(other, 25), SANDWICH_NEWEY_WEST, 2, .95);
    CHECK_CLOSE(a.rate.value.value, b.rate.value.value, 1e-12);
    CHECK_CLOSE(a.rate.error.value, b.rate.error.value, 1e-12);
    CHECK_CLOSE(b.intercept.value.value - a.intercept.value.value, log(1e6),
                1e-9);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"trend of the references", test_trend_reference},
        {"two groups by hand", test_by_hand},
        {"separated and not", test_separation},
        {"separated by two regressors together", test_separation_together},
        {"an exact trend", test_exact_trend},
        {"too few, all zero, negative", test_refusals},
        {"deliveries in two years", test_sparse},
        {"units", test_invariance},
    };
    return TAP_RUN("poisson", cases);
}
