/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving means, medians and sums; the Hodrick-Prescott trend. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "fixture.h"
#include "invented.h"
#include "stat/hp.h"
#include "stat/smooth.h"
#include "tap.h"

#define MOST 100

struct nile {
    struct fixture_table table;
    double *values;
    json_t *root;
};

static bool nile_begin(struct nile *nile, const char *expected)
{
    if (!fixture_table(&nile->table, "nile.csv"))
        return false;
    nile->values = fixture_column(&nile->table, 1);
    nile->root = fixture_load(expected);
    return nile->root && nile->table.rows == MOST;
}

static void nile_done(struct nile *nile)
{
    json_decref(nile->root);
    free(nile->values);
    fixture_table_done(&nile->table);
}

static void check_all(json_t *root, const char *key,
                      const struct estimate found[MOST])
{
    char path[96];
    for (size_t i = 0; i < MOST; i++) {
        snprintf(path, sizeof path, "%s.%zu", key, i);
        CHECK_ESTIMATE(root, path, found[i], 1e-12);
    }
}

typedef void smoother(const double *, size_t, size_t, enum smooth_ends,
                      struct estimate *);

static void test_nile(void)
{
    static const struct {
        const char *key;
        smoother *smooth;
        size_t k;
        enum smooth_ends ends;
    } cases[] = {
        {"ma_nile.trailing5_na", smooth_trailing, 5, SMOOTH_NULL},
        {"ma_nile.trailing5_truncate", smooth_trailing, 5, SMOOTH_TRUNCATE},
        {"ma_nile.centred5_na", smooth_centred, 5, SMOOTH_NULL},
        {"ma_nile.centred5_truncate", smooth_centred, 5, SMOOTH_TRUNCATE},
        {"ma_nile.centred5_padvalue", smooth_centred, 5, SMOOTH_PAD},
        {"ma_nile.centred3_na", smooth_centred, 3, SMOOTH_NULL},
        {"ma_nile.centred2x4", smooth_centred, 4, SMOOTH_NULL},
        {"ma_nile.median5_centred_truncate", smooth_median, 5, SMOOTH_TRUNCATE},
        {"trailing5_sum", smooth_trailing_sum, 5, SMOOTH_NULL},
    };
    struct nile nile;
    struct estimate found[MOST];
    if (!nile_begin(&nile, "smooth.json"))
        return;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cases[i].smooth(nile.values, MOST, cases[i].k, cases[i].ends, found);
        check_all(nile.root, cases[i].key, found);
    }
    nile_done(&nile);
}

/* A centred mean of a line is the line; a trailing one lags by half of its
 * years. */
static void test_line(void)
{
    double values[20];
    struct estimate found[20];
    invented_line(values, 20, 7, 3);
    for (size_t k = 1; k <= 9; k++) {
        size_t reach = k / 2;
        smooth_centred(values, 20, k, SMOOTH_NULL, found);
        for (size_t i = 0; i < 20; i++) {
            bool inside = i >= reach && i + reach < 20;
            CU_ASSERT_EQUAL(estimate_is(found[i]), inside);
            if (inside)
                CHECK_CLOSE(found[i].value, values[i], 1e-14);
        }
        smooth_trailing(values, 20, k, SMOOTH_NULL, found);
        for (size_t i = k - 1; i < 20; i++)
            CHECK_CLOSE(found[i].value, values[i] - 1.5 * (double)(k - 1),
                        1e-14);
    }
}

static void test_ends_by_hand(void)
{
    static const double values[] = {1, 2, 6, 4};
    struct estimate found[4];
    smooth_centred(values, 4, 2, SMOOTH_TRUNCATE, found);
    CHECK_CLOSE(found[0].value, (1 + 0.5 * 2) / 1.5, 1e-15);
    CHECK_CLOSE(found[1].value, (0.5 + 2 + 3) / 2, 1e-15);
    CHECK_CLOSE(found[3].value, (3 + 4) / 1.5, 1e-15);
    smooth_centred(values, 4, 2, SMOOTH_PAD, found);
    CHECK_CLOSE(found[0].value, (0.5 + 1 + 1) / 2, 1e-15);
    CHECK_CLOSE(found[3].value, (3 + 4 + 2) / 2.0, 1e-15);
    smooth_trailing(values, 4, 3, SMOOTH_PAD, found);
    CHECK_CLOSE(found[0].value, 1, 1e-15);
    CHECK_CLOSE(found[1].value, 4.0 / 3, 1e-15);
    smooth_trailing_sum(values, 4, 3, SMOOTH_TRUNCATE, found);
    CHECK_CLOSE(found[0].value, 1, 1e-15);
    CHECK_CLOSE(found[3].value, 12, 1e-15);
    smooth_median(values, 4, 3, SMOOTH_NULL, found);
    CHECK_CLOSE(found[1].value, 2, 0);
    CHECK_CLOSE(found[2].value, 4, 0);
    CU_ASSERT_EQUAL(found[3].undefined, UNDEFINED_N_TOO_SMALL);
}

static void test_short_series(void)
{
    static smoother *const smoothers[] = {smooth_trailing, smooth_centred,
                                          smooth_median};
    static const double values[] = {2, 4};
    struct estimate found[2] = {{DEFINED, -1}, {DEFINED, -1}};
    for (size_t i = 0; i < 3; i++) {
        smoothers[i](values, 0, 5, SMOOTH_PAD, found);
        CHECK_CLOSE(found[0].value, -1, 0);
    }
    for (size_t i = 0; i < 3; i++) {
        smoothers[i](values, 2, 5, SMOOTH_NULL, found);
        CU_ASSERT_EQUAL(found[0].undefined, UNDEFINED_N_TOO_SMALL);
        CU_ASSERT_EQUAL(found[1].undefined, UNDEFINED_N_TOO_SMALL);
        smoothers[i](values, 1, 5, SMOOTH_TRUNCATE, found);
        CHECK_CLOSE(found[0].value, 2, 0);
        smoothers[i](values, 1, 7, SMOOTH_PAD, found);
        CHECK_CLOSE(found[0].value, 2, 0);
        smoothers[i](values, 2, 1, SMOOTH_NULL, found);
        CHECK_CLOSE(found[1].value, 4, 0);
    }
}

static void check_hp(json_t *root, const char *key, const double *values,
                     size_t n, double lambda)
{
    char path[96];
    double *trend = calloc(n, sizeof *trend);
    CU_ASSERT_EQUAL(hp_filter(values, n, lambda, trend), DEFINED);
    for (size_t i = 0; i < n; i++) {
        snprintf(path, sizeof path, "trend.%s.%zu", key, i);
        CHECK_NEAR(root, path, trend[i], 1e-11);
    }
    free(trend);
}

static void test_hp_exact(void)
{
    struct nile nile;
    struct fixture_table output;
    if (!nile_begin(&nile, "hp_exact.json") ||
        !fixture_table(&output, "macro_realgdp.csv"))
        return;
    double *values = fixture_column(&output, 1);
    /* "6.25" holds a dot, which fixture_at() takes for a level. */
    json_t *trends = fixture_at(nile.root, "trend");
    json_object_set(trends, "annual", json_object_get(trends, "6.25"));
    check_hp(nile.root, "annual", nile.values, MOST, HP_ANNUAL);
    check_hp(nile.root, "100", nile.values, MOST, 100);
    check_hp(nile.root, "1600", nile.values, MOST, 1600);
    check_hp(nile.root, "realgdp_1600", values, output.rows, 1600);
    free(values);
    fixture_table_done(&output);
    nile_done(&nile);
}

static double second(const double *x, size_t n, size_t i)
{
    return i + 2 < n ? x[i] - 2 * x[i + 1] + x[i + 2] : 0;
}

/* What is left over is lambda times the fourth differences of the trend, and
 * sums to nothing. */
static void test_hp_normal_equations(void)
{
    double values[25];
    double trend[25];
    double sum = 0;
    invented_steps(values, 25, 9, 2, 31);
    CU_ASSERT_EQUAL(hp_filter(values, 25, 40, trend), DEFINED);
    for (size_t i = 0; i < 25; i++) {
        double force = second(trend, 25, i);
        force -= i >= 1 ? 2 * second(trend, 25, i - 1) : 0;
        force += i >= 2 ? second(trend, 25, i - 2) : 0;
        CHECK_CLOSE(trend[i] + 40 * force, values[i], 1e-12);
        sum += values[i] - trend[i];
    }
    CHECK_CLOSE(sum, 0, 1e-12);
}

static void test_hp_limits(void)
{
    double values[30];
    double trend[30];
    invented_line(values, 30, 2, 0.5);
    for (size_t n = 0; n < 10; n++)
        CU_ASSERT_EQUAL(hp_filter(values, n, 100, trend),
                        UNDEFINED_N_TOO_SMALL);
    for (double lambda = 0; lambda < 1e6; lambda = 10 * lambda + 1) {
        CU_ASSERT_EQUAL(hp_filter(values, 30, lambda, trend), DEFINED);
        for (size_t i = 0; i < 30; i++)
            CHECK_CLOSE(trend[i], values[i], 1e-8);
    }
    invented_noise(values, 30, 1);
    CU_ASSERT_EQUAL(hp_filter(values, 30, 0, trend), DEFINED);
    CHECK_CLOSE(trend[7], values[7], 0);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"moving means, medians, sums of the Nile", test_nile},
        {"a line stays a line", test_line},
        {"ends by hand", test_ends_by_hand},
        {"series shorter than the window", test_short_series},
        {"Hodrick-Prescott against exact values", test_hp_exact},
        {"Hodrick-Prescott: its equations", test_hp_normal_equations},
        {"Hodrick-Prescott at its limits", test_hp_limits},
    };
    return TAP_RUN("smooth", cases);
}
