/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chow's test, supF and its kin with their bootstraps, CUSUM. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "fixture.h"
#include "invented.h"
#include "stat/chow.h"
#include "stat/cusum.h"
#include "stat/sup_f.h"
#include "tap.h"

static double *nile(struct fixture_table *table)
{
    return fixture_table(table, "nile.csv") ? fixture_column(table, 1) : NULL;
}

static void test_chow_nile(void)
{
    struct fixture_table table;
    double *values = nile(&table);
    json_t *root = fixture_load("ols_growth_forecast.json");
    if (values && root) {
        json_t *chow = fixture_at(root, "chow_nile");
        struct chow mean = chow_test(values, table.rows, 28, REGIME_MEAN);
        struct chow line = chow_test(values, table.rows, 28, REGIME_LINE);
        CHECK_ESTIMATE(chow, "mean_shift_after_28.F", mean.f, 1e-9);
        CHECK_ESTIMATE(chow, "trend_after_28.F", line.f, 1e-9);
        CHECK_ESTIMATE(chow, "mean_shift_after_28.p", mean.p, 1e-9);
        CHECK_ESTIMATE(chow, "trend_after_28.p", line.p, 1e-9);
        /* To 30 digits; the reference is 1 - P, good to 16 places only. */
        CHECK_CLOSE(mean.p.value / 7.4390423098125208e-14, 1, 1e-9);
        CHECK_CLOSE(line.p.value / 7.9624133452524536e-8, 1, 1e-9);
        CHECK_NEAR(chow, "mean_shift_df.0", (double)mean.numerator, 0);
        CHECK_NEAR(chow, "mean_shift_df.1", (double)mean.denominator, 0);
        CHECK_NEAR(chow, "trend_df.0", (double)line.numerator, 0);
        CHECK_NEAR(chow, "trend_df.1", (double)line.denominator, 0);
        CHECK_CLOSE(mean.left.y_mean, 1097.75, 1e-12);
        CHECK_CLOSE(segment_slope(&line.left), 1.15955117679258, 1e-9);
        fixture_table_done(&table);
    }
    json_decref(root);
    free(values);
}

/* By hand: 10 years of 0 and 2 in turn, then of 4 and 6: RSS 100 falls to 20
 * with 18 degrees of freedom left. */
static void test_chow_by_hand(void)
{
    double values[20];
    for (size_t i = 0; i < 20; i++)
        values[i] = (i % 2 ? 2 : 0) + (i < 10 ? 0 : 4);
    struct chow chow = chow_test(values, 20, 10, REGIME_MEAN);
    CHECK_CLOSE(chow.f.value, (100.0 - 20) / (20.0 / 18), 1e-14);
    CHECK_CLOSE(chow.whole.rss, 100, 1e-14);
}

static void test_chow_limits(void)
{
    double values[40];
    invented_noise(values, 40, 1);
    static const struct {
        size_t n, at;
    } few[] = {{0, 0}, {1, 1}, {2, 1}, {19, 9}, {20, 4}, {20, 16}, {20, 21}};
    for (size_t i = 0; i < sizeof few / sizeof few[0]; i++) {
        struct chow chow = chow_test(values, few[i].n, few[i].at, REGIME_LINE);
        CU_ASSERT_EQUAL(chow.f.undefined, UNDEFINED_N_TOO_SMALL);
        CU_ASSERT_EQUAL(chow.p.undefined, UNDEFINED_N_TOO_SMALL);
    }
    CU_ASSERT(estimate_is(chow_test(values, 20, 5, REGIME_LINE).f));
    CU_ASSERT(estimate_is(chow_test(values, 20, 15, REGIME_LINE).f));

    invented_line(values, 40, 0.1, 0);
    CU_ASSERT_EQUAL(chow_test(values, 40, 20, REGIME_MEAN).f.undefined,
                    UNDEFINED_CONSTANT);
    invented_line(values, 40, 0.1, 0.1);
    CU_ASSERT_EQUAL(chow_test(values, 40, 20, REGIME_LINE).f.undefined,
                    UNDEFINED_CONSTANT);
    for (size_t i = 20; i < 40; i++)
        values[i] += 7;
    CU_ASSERT_EQUAL(chow_test(values, 40, 20, REGIME_LINE).p.undefined,
                    UNDEFINED_SINGULAR);
}

static void test_sup_f_nile(void)
{
    struct fixture_table table;
    double *values = nile(&table);
    json_t *root = fixture_load("breaks.json");
    if (values && root) {
        json_t *f = fixture_at(root, "fstats_nile_mean");
        struct sup_f test = sup_f_test(values, table.rows, REGIME_MEAN);
        CHECK_NEAR(f, "first_k", (double)test.first, 0);
        CHECK_NEAR(f, "last_k", (double)test.last, 0);
        CHECK_NEAR(f, "argmax_breakpoint", (double)test.at, 0);
        for (size_t at = test.first; at <= test.last; at++) {
            char path[32];
            struct chow chow = chow_test(values, table.rows, at, REGIME_MEAN);
            snprintf(path, sizeof path, "Fstats.%zu", at - test.first);
            CHECK_ESTIMATE(f, path, chow.f, 1e-10);
        }
        CHECK_ESTIMATE(f, "supF.stat", test.of[SUP_F].value, 1e-10);
        CHECK_ESTIMATE(f, "aveF.stat", test.of[AVE_F].value, 1e-10);
        CHECK_ESTIMATE(f, "expF.stat", test.of[EXP_F].value, 1e-10);
        fixture_table_done(&table);
    }
    json_decref(root);
    free(values);
}

static void test_sup_f_critical(void)
{
    json_t *root = fixture_load("breaks.json");
    if (!root)
        return;
    json_t *values = fixture_at(root, "andrews_critical_values");
    CHECK_NEAR(values, "q1.10%", sup_f_critical(REGIME_MEAN, 10), 1e-8);
    CHECK_NEAR(values, "q1.5%", sup_f_critical(REGIME_MEAN, 5), 1e-8);
    CHECK_NEAR(values, "q1.1%", sup_f_critical(REGIME_MEAN, 1), 1e-8);
    CHECK_NEAR(values, "q2.10%", sup_f_critical(REGIME_LINE, 10), 1e-8);
    CHECK_NEAR(values, "q2.5%", sup_f_critical(REGIME_LINE, 5), 1e-8);
    CHECK_NEAR(values, "q2.1%", sup_f_critical(REGIME_LINE, 1), 1e-8);
    json_decref(root);
}

/* supF is k times the largest F of Chow's test, which is computed without it.
 */
static void sup_f_is_largest_chow(enum regime regime)
{
    double values[57];
    invented_steps(values, 57, 23, 0.7, 11);
    struct sup_f test = sup_f_test(values, 57, regime);
    double largest = 0;
    double sum = 0;
    double lifted = 0;
    size_t where = 0;
    CU_ASSERT_EQUAL(test.first, 8);
    CU_ASSERT_EQUAL(test.last, 49);
    for (size_t at = test.first; at <= test.last; at++) {
        double f = chow_test(values, 57, at, regime).f.value * (double)regime;
        where = f > largest ? at : where;
        largest = fmax(f, largest);
        sum += f / 42;
        lifted += exp(f / 2) / 42;
    }
    CU_ASSERT_EQUAL(test.at, where);
    CHECK_CLOSE(test.of[SUP_F].value.value, largest, 1e-11);
    CHECK_CLOSE(test.of[AVE_F].value.value, sum, 1e-11);
    CHECK_CLOSE(test.of[EXP_F].value.value, log(lifted), 1e-11);
}

static void test_sup_f_is_largest_chow(void)
{
    sup_f_is_largest_chow(REGIME_MEAN);
    sup_f_is_largest_chow(REGIME_LINE);
}

static struct sup_f drawn(const double *values, size_t n, size_t draws,
                          unsigned long seed)
{
    struct sup_f test = sup_f_test(values, n, REGIME_MEAN);
    sup_f_bootstrap(&test, values, n, REGIME_MEAN, draws, seed);
    return test;
}

static void test_bootstrap_seeded(void)
{
    double values[40];
    invented_steps(values, 40, 20, 0.4, 3);
    struct sup_f one = drawn(values, 40, 500, 12345);
    struct sup_f same = drawn(values, 40, 500, 12345);
    struct sup_f other = drawn(values, 40, 500, 99);
    for (size_t i = 0; i < SUP_F_KINDS; i++) {
        CU_ASSERT_EQUAL(one.of[i].p_residual.value,
                        same.of[i].p_residual.value);
        CU_ASSERT_EQUAL(one.of[i].p_sieve.value, same.of[i].p_sieve.value);
        CU_ASSERT(one.of[i].p_residual.value >= 1.0 / 501);
        CU_ASSERT(one.of[i].p_residual.value <= 1);
    }
    CU_ASSERT_NOT_EQUAL(one.of[SUP_F].p_residual.value,
                        other.of[SUP_F].p_residual.value);
    CHECK_CLOSE(one.of[SUP_F].p_residual.value,
                other.of[SUP_F].p_residual.value, 0.1);
}

/* A shift of twelve standard deviations is found; noise is called a break
 * about as often as it should be. */
static void test_bootstrap_size(void)
{
    double values[40];
    invented_steps(values, 40, 20, 7, 5);
    CHECK_CLOSE(drawn(values, 40, 199, 1).of[SUP_F].p_residual.value, 1.0 / 200,
                1e-12);
    size_t rejected[2] = {0};
    for (unsigned seed = 1; seed <= 200; seed++) {
        invented_noise(values, 40, 1000 + seed);
        struct sup_f test = drawn(values, 40, 99, seed);
        rejected[0] += test.of[SUP_F].p_residual.value <= 0.1;
        rejected[1] += test.of[SUP_F].p_sieve.value <= 0.1;
    }
    /* 20 of 200 expected, standard deviation 4.2. */
    CU_ASSERT(rejected[0] >= 6 && rejected[0] <= 36);
    CU_ASSERT(rejected[1] >= 4 && rejected[1] <= 36);
}

/* Years that follow each other set the residual bootstrap off, the sieve
 * hardly. */
static void test_bootstrap_of_ar1(void)
{
    double values[60];
    size_t rejected[2] = {0};
    for (unsigned seed = 1; seed <= 100; seed++) {
        invented_noise(values, 60, 5000 + seed);
        for (size_t i = 1; i < 60; i++)
            values[i] += 0.6 * values[i - 1];
        struct sup_f test = drawn(values, 60, 99, seed);
        rejected[0] += test.of[SUP_F].p_residual.value <= 0.05;
        rejected[1] += test.of[SUP_F].p_sieve.value <= 0.05;
    }
    CU_ASSERT(rejected[0] > 30);
    CU_ASSERT(rejected[1] < 15);
}

/* A trend without a break is one under a mean and none under a line. */
static void test_bootstrap_of_trend(void)
{
    double values[40];
    invented_noise(values, 40, 14);
    for (size_t i = 0; i < 40; i++)
        values[i] += 0.2 * (double)i;
    struct sup_f line = sup_f_test(values, 40, REGIME_LINE);
    sup_f_bootstrap(&line, values, 40, REGIME_LINE, 199, 7);
    CHECK_CLOSE(drawn(values, 40, 199, 7).of[SUP_F].p_residual.value, 1.0 / 200,
                1e-12);
    CU_ASSERT(line.of[SUP_F].p_residual.value > 0.05);
    CU_ASSERT(line.of[SUP_F].p_sieve.value > 0.05);
}

static void test_sup_f_limits(void)
{
    double values[40];
    invented_noise(values, 40, 1);
    for (size_t n = 0; n < 20; n++) {
        struct sup_f test = drawn(values, n, 9, 1);
        CU_ASSERT_EQUAL(test.of[SUP_F].value.undefined, UNDEFINED_N_TOO_SMALL);
        CU_ASSERT_EQUAL(test.of[EXP_F].p_sieve.undefined,
                        UNDEFINED_N_TOO_SMALL);
    }
    struct sup_f test = sup_f_test(values, 20, REGIME_LINE);
    CU_ASSERT_EQUAL(test.first, 5);
    CU_ASSERT_EQUAL(test.last, 15);
    CU_ASSERT_EQUAL(test.of[AVE_F].p_sieve.undefined, UNDEFINED_NO_DATA);
    invented_line(values, 40, 0.3, 0);
    CU_ASSERT_EQUAL(drawn(values, 40, 9, 1).of[AVE_F].value.undefined,
                    UNDEFINED_CONSTANT);
    for (size_t i = 17; i < 40; i++)
        values[i] = 2.7;
    CU_ASSERT_EQUAL(drawn(values, 40, 9, 1).of[SUP_F].p_residual.undefined,
                    UNDEFINED_SINGULAR);
}

static void test_cusum_nile(void)
{
    struct fixture_table table;
    double *values = nile(&table);
    json_t *root = fixture_load("breaks.json");
    if (values && root) {
        struct cusum ols = cusum_ols(values, table.rows, REGIME_MEAN);
        struct cusum recursive =
            cusum_recursive(values, table.rows, REGIME_MEAN);
        CHECK_ESTIMATE(root, "ols_cusum_nile.stat", ols.statistic, 1e-10);
        CHECK_NEAR(root, "ols_cusum_nile.process_max_at", (double)ols.at, 0);
        CHECK_CLOSE(ols.p.value / 5.40855346065072e-08, 1, 1e-9);
        CHECK_ESTIMATE(root, "rec_cusum_nile.stat", recursive.statistic, 1e-10);
        CHECK_CLOSE(recursive.p.value / 7.48688376850382e-08, 1, 1e-8);
        fixture_table_done(&table);
    }
    json_decref(root);
    free(values);
}

/* Smirnov's table: 1.2239, 1.3581 and 1.6276 are the 10, 5 and 1 per cent
 * points. */
static void test_kolmogorov(void)
{
    CHECK_CLOSE(cusum_kolmogorov(1.22384787), 0.10, 1e-7);
    CHECK_CLOSE(cusum_kolmogorov(1.35809864), 0.05, 1e-7);
    CHECK_CLOSE(cusum_kolmogorov(1.62762361), 0.01, 1e-7);
    CHECK_CLOSE(cusum_kolmogorov(0), 1, 0);
    CHECK_CLOSE(cusum_kolmogorov(0.21), 1, 1e-9);
    CHECK_CLOSE(cusum_kolmogorov(0.199), cusum_kolmogorov(0.201), 1e-9);
    CU_ASSERT(cusum_kolmogorov(9) > 0);
    CHECK_CLOSE(cusum_kolmogorov(40), 0, 0);
}

static void test_cusum_limits(void)
{
    double values[30];
    invented_noise(values, 30, 8);
    for (size_t n = 0; n < 20; n++) {
        CU_ASSERT_EQUAL(cusum_ols(values, n, REGIME_MEAN).p.undefined,
                        UNDEFINED_N_TOO_SMALL);
        CU_ASSERT_EQUAL(cusum_recursive(values, n, REGIME_LINE).p.undefined,
                        UNDEFINED_N_TOO_SMALL);
    }
    CU_ASSERT(estimate_is(cusum_ols(values, 20, REGIME_LINE).p));
    CU_ASSERT(estimate_is(cusum_recursive(values, 20, REGIME_LINE).p));
    invented_line(values, 30, 5, 0.1);
    CU_ASSERT_EQUAL(cusum_ols(values, 30, REGIME_LINE).statistic.undefined,
                    UNDEFINED_CONSTANT);
    CU_ASSERT_EQUAL(cusum_recursive(values, 30, REGIME_LINE).p.undefined,
                    UNDEFINED_CONSTANT);
}

/* Another unit and another zero change nothing, nor does it matter which way
 * time runs for a statistic of the whole series. */
static void test_invariance(void)
{
    double values[48];
    double moved[48];
    invented_steps(values, 48, 17, 1.2, 21);
    for (size_t i = 0; i < 48; i++)
        moved[47 - i] = 1e6 - 250 * values[i];
    struct sup_f one = sup_f_test(values, 48, REGIME_LINE);
    struct sup_f other = sup_f_test(moved, 48, REGIME_LINE);
    CU_ASSERT_EQUAL(one.at, 48 - other.at);
    for (size_t i = 0; i < SUP_F_KINDS; i++)
        CHECK_CLOSE(one.of[i].value.value, other.of[i].value.value, 1e-8);
    CHECK_CLOSE(cusum_ols(values, 48, REGIME_MEAN).statistic.value,
                cusum_ols(moved, 48, REGIME_MEAN).statistic.value, 1e-9);
    CHECK_CLOSE(chow_test(values, 48, 17, REGIME_LINE).f.value,
                chow_test(moved, 48, 31, REGIME_LINE).f.value, 1e-8);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"Chow's test of the Nile", test_chow_nile},
        {"Chow's test by hand", test_chow_by_hand},
        {"Chow's test at its limits", test_chow_limits},
        {"supF, aveF, expF of the Nile", test_sup_f_nile},
        {"supF: critical values", test_sup_f_critical},
        {"supF is the largest of Chow's F", test_sup_f_is_largest_chow},
        {"bootstrap: a seed gives the same p", test_bootstrap_seeded},
        {"bootstrap: noise and a large shift", test_bootstrap_size},
        {"bootstrap: years that follow each other", test_bootstrap_of_ar1},
        {"bootstrap: a trend is no break", test_bootstrap_of_trend},
        {"supF at its limits", test_sup_f_limits},
        {"CUSUM of the Nile", test_cusum_nile},
        {"Kolmogorov's tail", test_kolmogorov},
        {"CUSUM at its limits", test_cusum_limits},
        {"other units and other zeros", test_invariance},
    };
    return TAP_RUN("breaks", cases);
}
