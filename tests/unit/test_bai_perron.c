/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several breaks: the dynamic programme against brute force, criteria, the
 * interval of a break, rivals. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "fixture.h"
#include "invented.h"
#include "stat/bai_interval.h"
#include "stat/bai_perron.h"
#include "tap.h"

static void check_fit(json_t *expected, const struct bai_perron_fit *fit,
                      size_t m)
{
    char path[64];
    snprintf(path, sizeof path, "RSS.%zu", m);
    CHECK_NEAR(expected, path, fit->rss, 1e-10);
    snprintf(path, sizeof path, "BIC.%zu", m);
    CHECK_ESTIMATE(expected, path, fit->bic, 1e-10);
    snprintf(path, sizeof path, "LWZ.%zu", m);
    CHECK_ESTIMATE(expected, path, fit->lwz, 1e-10);
    for (size_t i = 0; i < m; i++) {
        snprintf(path, sizeof path, "breaks_obs.%zu.%zu", m - 1, i);
        CHECK_NEAR(expected, path, (double)fit->at[i], 0);
    }
}

static void check_nile(const char *key, enum regime regime)
{
    struct fixture_table table;
    json_t *root = fixture_load("breaks.json");
    if (!root || !fixture_table(&table, "nile.csv"))
        return;
    double *values = fixture_column(&table, 1);
    json_t *expected = fixture_at(root, key);
    struct bai_perron found;
    bai_perron_search(&found, values, table.rows, regime, 0.95);
    CU_ASSERT_EQUAL(found.undefined, DEFINED);
    CHECK_NEAR(expected, "h_obs", (double)found.least, 0);
    for (size_t m = 0; m < json_array_size(fixture_at(expected, "m")); m++)
        check_fit(expected, &found.fits[m], m);
    CHECK_NEAR(expected, "optimal_m_BIC", (double)found.chosen, 0);
    CHECK_NEAR(expected, "confint95_obs.0.k", (double)found.breaks[0].at, 0);
    CHECK_ESTIMATE(expected, "confint95_obs.0.lo", found.breaks[0].low, 0);
    CHECK_ESTIMATE(expected, "confint95_obs.0.up", found.breaks[0].high, 0);
    free(values);
    fixture_table_done(&table);
    json_decref(root);
}

static void test_nile_means(void)
{
    check_nile("bai_perron_nile_mean", REGIME_MEAN);
}

static void test_nile_lines(void)
{
    check_nile("bai_perron_nile_trend", REGIME_LINE);
}

static double rss_of(const double *values, size_t from, size_t to,
                     enum regime regime)
{
    return segment_of(values + from, to - from, regime).rss;
}

/* All places of one and of two breaks, tried. */
static void brute_force(const double *values, size_t n,
                        const struct bai_perron *found)
{
    enum regime regime = found->regime;
    size_t least = found->least;
    double one = INFINITY;
    double two = INFINITY;
    size_t at[3] = {0};
    for (size_t i = least; i + least <= n; i++) {
        double left = rss_of(values, 0, i, regime);
        double rss = left + rss_of(values, i, n, regime);
        if (rss < one) {
            one = rss;
            at[0] = i;
        }
        for (size_t j = i + least; j + least <= n; j++) {
            rss = left + rss_of(values, i, j, regime) +
                  rss_of(values, j, n, regime);
            if (rss < two) {
                two = rss;
                at[1] = i;
                at[2] = j;
            }
        }
    }
    CHECK_CLOSE(found->fits[1].rss, one, 1e-12);
    CHECK_CLOSE(found->fits[2].rss, two, 1e-12);
    CU_ASSERT_EQUAL(found->fits[1].at[0], at[0]);
    CU_ASSERT_EQUAL(found->fits[2].at[0], at[1]);
    CU_ASSERT_EQUAL(found->fits[2].at[1], at[2]);
}

static void test_brute_force(void)
{
    double values[53];
    struct bai_perron found;
    for (unsigned seed = 1; seed <= 10; seed++) {
        size_t n = 20 + 3 * seed;
        invented_steps(values, n, 11, seed % 3, seed);
        bai_perron_search(&found, values, n, REGIME_MEAN, 0.95);
        brute_force(values, n, &found);
        bai_perron_search(&found, values, n, REGIME_LINE, 0.95);
        brute_force(values, n, &found);
    }
}

/* More breaks never fit worse; none of the numbers of a fit is out of order. */
static void test_nested(void)
{
    double values[60];
    struct bai_perron found;
    for (size_t n = 20; n <= 60; n++) {
        invented_steps(values, n, 13, 0.8, n);
        bai_perron_search(&found, values, n, REGIME_MEAN, 0.95);
        CU_ASSERT(found.most >= 2 && found.most <= BAI_PERRON_MOST);
        CU_ASSERT(found.least * (found.most + 1) < n);
        for (size_t m = 1; m <= found.most; m++) {
            const size_t *at = found.fits[m].at;
            CU_ASSERT(at[0] >= found.least);
            CU_ASSERT(at[m - 1] + found.least <= n);
            for (size_t i = 1; i < m; i++)
                CU_ASSERT(at[i] >= at[i - 1] + found.least);
        }
        CU_ASSERT(found.fits[1].rss <= found.fits[0].rss);
    }
}

static void test_two_shifts_found(void)
{
    double values[60];
    struct bai_perron found;
    invented_steps(values, 60, 20, 6, 4);
    bai_perron_search(&found, values, 60, REGIME_MEAN, 0.95);
    CU_ASSERT_EQUAL(found.chosen, 2);
    CU_ASSERT_EQUAL(found.chosen_lwz, 2);
    CU_ASSERT_EQUAL(found.breaks[0].at, 20);
    CU_ASSERT_EQUAL(found.breaks[1].at, 40);
    CHECK_CLOSE(found.breaks[0].low.value, 19, 0);
    CHECK_CLOSE(found.breaks[0].high.value, 21, 0);
    CHECK_CLOSE(found.regimes[1].y_mean, 6, 0.1);
    CU_ASSERT_EQUAL(found.regimes[2].count, 20);
}

/* P(argmax V <= 0) is xi / (xi + phi): which of two exponential maxima is the
 * larger. */
static void test_interval_law(void)
{
    static const double cases[][2] = {{1, 1}, {1, 4}, {2, 0.5}, {0.3, 0.9}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double xi = cases[i][0];
        double phi = cases[i][1];
        CHECK_CLOSE(bai_interval_below(0, xi, phi), xi / (xi + phi), 1e-14);
        CHECK_CLOSE(bai_interval_below(-1e-12, xi, phi), xi / (xi + phi), 1e-5);
        CHECK_CLOSE(bai_interval_below(-500, xi, phi), 0, 1e-6);
        CHECK_CLOSE(bai_interval_below(1e5, xi, phi), 1, 1e-9);
        double last = 0;
        for (double x = -60; x <= 60; x += 0.5) {
            double below = bai_interval_below(x, xi, phi);
            CU_ASSERT(below >= last - 1e-12);
            last = below;
        }
        /* Time the other way round, in units of the other side. */
        for (double x = 0.5; x < 30; x *= 2)
            CHECK_CLOSE(
                bai_interval_below(-x, xi, phi),
                1 - bai_interval_below(x * xi * xi / phi, 1 / xi, 1 / phi),
                1e-12);
    }
}

/* P(argmax V <= -x) without Bai's formula. The joint law of a Brownian motion
 * with drift -1/2 and its maximum at time x is known; what comes later rises
 * above by an exponential amount of rate 1, and the other side's maximum is
 * exponential with the rate r = xi/phi. One integral is left, by Simpson. */
static double below_by_parts(double x, double r)
{
    size_t steps = 4000;
    double width = 14 * sqrt(x) / (double)steps;
    double sum = 0;
    for (size_t i = 1; i <= steps; i++) {
        double u = width * (double)i;
        double weight = i == steps ? 1 : i % 2 ? 4 : 2;
        double rest = u + expm1(-r * u) / (r * (1 + r));
        sum += weight * u * exp(-u * u / (2 * x) - x / 8 - u / 2) * rest;
    }
    return 2 * sum * width / 3 / sqrt(8 * atan(1) * x * x * x);
}

static void test_interval_by_parts(void)
{
    for (double x = 0.1; x < 40; x *= 1.7)
        for (double phi = 0.1; phi < 9; phi *= 2) {
            double below = bai_interval_below(-x, 0.8, phi);
            CHECK_CLOSE(below, below_by_parts(x, 0.8 / phi), 1e-9);
        }
}

/* Bai (1997), equation 14, and its quantiles. */
static void test_interval_symmetric(void)
{
    CHECK_CLOSE(bai_interval_quantile(0.975, true, 1, 1).value, 11.0333, 5e-6);
    CHECK_CLOSE(bai_interval_quantile(0.95, true, 1, 1).value, 7.6873, 5e-6);
    CHECK_CLOSE(bai_interval_quantile(0.025, false, 1, 1).value, -11.0333,
                5e-6);
    for (double x = 0.25; x < 30; x *= 1.5) {
        double tail = bai_interval_below(-x, 1, 1);
        CHECK_CLOSE(bai_interval_below(x, 1, 1), 1 - tail, 1e-12);
        double root = sqrt(x) / 2;
        double h = 1 + sqrt(x / (2 * 3.14159265358979323846)) * exp(-x / 8) -
                   (x + 5) / 2 * erfc(root / sqrt(2)) / 2 +
                   1.5 * exp(x) * erfc(3 * root / sqrt(2)) / 2;
        CHECK_CLOSE(bai_interval_below(x, 1, 1), h, 1e-12);
    }
    CU_ASSERT_EQUAL(bai_interval_quantile(0.5, true, 9, 0.5).undefined,
                    UNDEFINED_NOT_REACHED);
    CU_ASSERT_EQUAL(bai_interval_quantile(0.5, false, 0.5, 9).undefined,
                    UNDEFINED_NOT_REACHED);
}

static void test_rivals(void)
{
    struct bai_perron means;
    struct bai_perron lines;
    double noise[60];
    double values[60];
    static const enum rival expected[] = {RIVAL_MEAN, RIVAL_SHIFTS, RIVAL_LINE,
                                          RIVAL_LINES};
    invented_noise(noise, 60, 2);
    for (size_t i = 0; i < 4; i++) {
        for (size_t t = 0; t < 60; t++) {
            double line = (double)t / 3;
            double models[] = {0, t < 25 ? 0 : 3, line,
                               t < 30 ? line : 20 - line};
            values[t] = models[i] + noise[t];
        }
        bai_perron_search(&means, values, 60, REGIME_MEAN, 0.95);
        bai_perron_search(&lines, values, 60, REGIME_LINE, 0.95);
        CU_ASSERT_EQUAL(bai_perron_best(&means, &lines), expected[i]);
    }
    /* The trend that looks like shifts of the mean. */
    invented_line(values, 60, 0, 0.3);
    for (size_t t = 0; t < 60; t++)
        values[t] += noise[t];
    bai_perron_search(&means, values, 60, REGIME_MEAN, 0.95);
    CU_ASSERT(means.chosen >= 3);
}

static void test_without_residuals(void)
{
    struct bai_perron found;
    double values[40] = {0};
    bai_perron_search(&found, values, 40, REGIME_MEAN, 0.95);
    CU_ASSERT_EQUAL(found.undefined, UNDEFINED_CONSTANT);
    for (size_t i = 12; i < 40; i++)
        values[i] = 0.1;
    bai_perron_search(&found, values, 40, REGIME_MEAN, 0.95);
    CU_ASSERT_EQUAL(found.undefined, DEFINED);
    CU_ASSERT_EQUAL(found.chosen, 1);
    CU_ASSERT_EQUAL(found.breaks[0].at, 12);
    CU_ASSERT_EQUAL(found.fits[1].bic.undefined, UNDEFINED_SINGULAR);
    CU_ASSERT_EQUAL(found.breaks[0].low.undefined, UNDEFINED_CONSTANT);

    /* A first regime of zeros, as of suppliers that come late. */
    invented_noise(values + 12, 28, 6);
    for (size_t i = 12; i < 40; i++)
        values[i] += 9;
    bai_perron_search(&found, values, 40, REGIME_MEAN, 0.95);
    CU_ASSERT_EQUAL(found.fits[1].at[0], 12);
    CU_ASSERT_EQUAL(found.breaks[0].high.undefined, UNDEFINED_CONSTANT);

    /* A line is no trend with breaks by its rounding. */
    invented_line(values, 40, 1e6, 0.1);
    bai_perron_search(&found, values, 40, REGIME_LINE, 0.95);
    CU_ASSERT_EQUAL(found.chosen, 0);
    CU_ASSERT_EQUAL(found.fits[3].rss, 0);
}

static void test_limits(void)
{
    struct bai_perron found;
    double values[20];
    invented_noise(values, 20, 12);
    for (size_t n = 0; n < 20; n++) {
        bai_perron_search(&found, values, n, REGIME_LINE, 0.95);
        CU_ASSERT_EQUAL(found.undefined, UNDEFINED_N_TOO_SMALL);
    }
    bai_perron_search(&found, values, 20, REGIME_LINE, 0.95);
    CU_ASSERT_EQUAL(found.undefined, DEFINED);
    CU_ASSERT_EQUAL(found.least, 5);
    CU_ASSERT_EQUAL(found.most, 2);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"shifts of the Nile", test_nile_means},
        {"trends of the Nile", test_nile_lines},
        {"one and two breaks by brute force", test_brute_force},
        {"regimes keep their length", test_nested},
        {"two shifts are found", test_two_shifts_found},
        {"law of the interval", test_interval_law},
        {"law of the interval by its parts", test_interval_by_parts},
        {"law of the interval, both sides alike", test_interval_symmetric},
        {"rivals", test_rivals},
        {"fits without residuals", test_without_residuals},
        {"limits", test_limits},
    };
    return TAP_RUN("bai_perron", cases);
}
