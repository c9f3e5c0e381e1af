/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Least squares with any regressors of src/stat. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annual_fixture.h"
#include "fixture.h"
#include "stat/regression.h"
#include "tap.h"

/* The sets of NIST's Statistical Reference Datasets, with the digits that
 * references/README.md asks of coefficients. */
static const struct {
    const char *name;
    double digits;
} nist[] = {
    {"norris", 11.5},  {"pontius", 11.5}, {"noint1", 14},    {"noint2", 14},
    {"filip", 7},      {"longley", 11},   {"wampler1", 8.5}, {"wampler2", 12},
    {"wampler3", 8.5}, {"wampler4", 7.5}, {"wampler5", 5.5},
};
#define NIST (sizeof(nist) / sizeof(nist)[0])

static double certified(json_t *set, const char *path)
{
    json_t *text = fixture_at(set, path);
    return json_is_string(text) ? strtod(json_string_value(text), NULL)
                                : json_number_value(text);
}

/* Digits that agree: -log10 of the relative (of 0: absolute) error. */
static double digits(double actual, double expected)
{
    double off = fabs(actual - expected);
    off = expected != 0 ? off / fabs(expected) : off;
    return off > 0 ? fmin(16, -log10(off)) : 16;
}

/* y, x: powers of x up to the degree, or all other columns. */
static double *nist_design(const struct fixture_table *table, size_t k,
                           bool intercept)
{
    double *cells = malloc(table->rows * k * sizeof *cells);
    for (size_t i = 0; i < table->rows; i++) {
        const double *row = table->cells + i * table->columns;
        for (size_t a = 0; a < k; a++) {
            size_t power = intercept ? a : a + 1;
            double *cell = cells + i * k + a;
            if (power == 0)
                *cell = 1;
            else
                *cell = table->columns > 2 ? row[power]
                                           : pow(row[1], (double)power);
        }
    }
    return cells;
}

static void check_rest(json_t *set, const struct regression *fit)
{
    double rss = certified(set, "rss");
    if (rss == 0) {
        CHECK_CLOSE(fit->r2.value, 1, 1e-14);
        CU_ASSERT(fit->sigma.value < 1e-7 * sqrt(fit->tss));
        return;
    }
    CU_ASSERT(digits(fit->sigma.value, certified(set, "resid_sd")) > 9);
    CU_ASSERT(digits(fit->r2.value, certified(set, "r2")) > 9);
    CU_ASSERT(digits(fit->rss, rss) > 9);
    CU_ASSERT(digits(fit->tss - fit->rss, certified(set, "reg_ss")) > 9);
    CU_ASSERT(digits(fit->f.value, certified(set, "f")) > 9);
}

static void check_set(json_t *set, const char *name, double least)
{
    char path[128];
    struct fixture_table table;
    snprintf(path, sizeof path, "nist/%s.csv", name);
    if (!set || !fixture_table(&table, path))
        return;
    bool intercept = json_is_true(json_object_get(set, "intercept"));
    struct design design = {table.rows, (size_t)certified(set, "p"), NULL,
                            intercept};
    double *x = nist_design(&table, design.k, intercept);
    double *y = fixture_column(&table, 0);
    struct regression fit;
    design.x = x;
    regression_fit(&fit, &design, y);
    CU_ASSERT_EQUAL(fit.rank, design.k);
    for (size_t a = 0; a < design.k; a++) {
        struct coefficient c = regression_coefficient(
            &fit, &design, a, SANDWICH_CLASSICAL, 0, 0.95);
        snprintf(path, sizeof path, "coef.%zu", a);
        double found = digits(c.value.value, certified(set, path));
        if (found < least)
            printf("# %s, coefficient %zu: %.1f digits\n", name, a, found);
        CU_ASSERT(found >= least);
        snprintf(path, sizeof path, "se.%zu", a);
        double error = certified(set, path);
        CU_ASSERT(digits(c.error.value, error) > (error > 0 ? 9 : 7));
    }
    check_rest(set, &fit);
    regression_done(&fit);
    free(x);
    free(y);
    fixture_table_done(&table);
}

static void test_nist(void)
{
    json_t *root = fixture_load("nist.json");
    for (size_t i = 0; root && i < NIST; i++)
        check_set(json_object_get(root, nist[i].name), nist[i].name,
                  nist[i].digits);
    json_decref(root);
}

/* Wampler's polynomials are made, not measured: they need no folder. */
static void test_wampler(void)
{
    double x[21 * 6], y[21];
    for (size_t i = 0; i < 21; i++) {
        y[i] = 0;
        for (size_t a = 0; a < 6; a++) {
            x[i * 6 + a] = pow((double)i, (double)a);
            y[i] += x[i * 6 + a];
        }
    }
    struct design design = {21, 6, x, true};
    struct regression fit;
    regression_fit(&fit, &design, y);
    for (size_t a = 0; a < 6; a++)
        CU_ASSERT(digits(fit.coefficient[a], 1) >= 8.5);
    regression_done(&fit);
}

/* A column that is a sum of earlier ones is named, and left out as if it had
 * not been there. */
static void test_aliased(void)
{
    double x[10 * 4], less[10 * 3], y[10];
    unsigned seed = 6;
    for (size_t i = 0; i < 10; i++) {
        less[i * 3] = x[i * 4] = 1;
        less[i * 3 + 1] = x[i * 4 + 1] = (double)i;
        x[i * 4 + 2] = 0.1 * (double)i - 0.7;
        less[i * 3 + 2] = x[i * 4 + 3] = annual_noise(&seed);
        y[i] = annual_noise(&seed);
    }
    struct design all = {10, 4, x, true}, some = {10, 3, less, true};
    struct regression fit, alone;
    regression_fit(&fit, &all, y);
    regression_fit(&alone, &some, y);
    CU_ASSERT_EQUAL(fit.rank, 3);
    CU_ASSERT_EQUAL(fit.degrees, 7);
    CU_ASSERT_TRUE(fit.aliased[2]);
    CU_ASSERT_EQUAL(regression_coefficient(&fit, &all, 2, SANDWICH_HC1, 0, .95)
                        .value.undefined,
                    UNDEFINED_SINGULAR);
    for (size_t a = 0; a < 3; a++) {
        size_t at = a == 2 ? 3 : a;
        struct coefficient one =
            regression_coefficient(&fit, &all, at, SANDWICH_HC1, 0, .95);
        struct coefficient two =
            regression_coefficient(&alone, &some, a, SANDWICH_HC1, 0, .95);
        CHECK_CLOSE(one.value.value, two.value.value, 1e-12);
        CHECK_CLOSE(one.error.value, two.error.value, 1e-12);
    }
    regression_done(&fit);
    regression_done(&alone);
}

/* Residuals are orthogonal to every regressor, whatever the scale of it. */
static void test_orthogonal(void)
{
    double x[30 * 3], y[30];
    unsigned seed = 8;
    for (size_t i = 0; i < 30; i++) {
        x[i * 3] = 1;
        x[i * 3 + 1] = 1e-6 * annual_noise(&seed);
        x[i * 3 + 2] = 1e9 * annual_noise(&seed);
        y[i] = annual_noise(&seed);
    }
    struct design design = {30, 3, x, true};
    struct regression fit;
    regression_fit(&fit, &design, y);
    for (size_t a = 0; a < 3; a++) {
        double sum = 0, size = 0;
        for (size_t i = 0; i < 30; i++) {
            sum += x[i * 3 + a] * fit.residual[i];
            size += fabs(x[i * 3 + a] * fit.residual[i]);
        }
        CU_ASSERT(fabs(sum) < 1e-12 * size);
    }
    CHECK_CLOSE(fit.f.value, fit.r2.value / 2 / ((1 - fit.r2.value) / 27),
                1e-10);
    regression_done(&fit);
}

static void test_edges(void)
{
    static const double x[] = {1, 1, 1, 2, 1, 3}, y[] = {5, 7, 9};
    static const double zeros[] = {0, 0, 0};
    struct regression fit;
    struct design two = {2, 2, x, true}, none = {0, 2, x, true};
    struct design empty = {3, 1, zeros, false};
    regression_fit(&fit, &two, y);
    struct coefficient c =
        regression_coefficient(&fit, &two, 1, SANDWICH_CLASSICAL, 0, .95);
    CHECK_CLOSE(c.value.value, 2, 1e-14);
    CU_ASSERT_EQUAL(c.error.undefined, UNDEFINED_N_TOO_SMALL);
    CU_ASSERT_EQUAL(fit.sigma.undefined, UNDEFINED_N_TOO_SMALL);
    CU_ASSERT_EQUAL(fit.f.undefined, UNDEFINED_N_TOO_SMALL);
    regression_done(&fit);
    regression_fit(&fit, &none, y);
    CU_ASSERT_EQUAL(fit.undefined, UNDEFINED_NO_DATA);
    regression_done(&fit);
    regression_fit(&fit, &empty, y);
    CU_ASSERT_EQUAL(fit.undefined, UNDEFINED_NO_DATA);
    CU_ASSERT_EQUAL(fit.rank, 0);
    regression_done(&fit);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"NIST's reference sets", test_nist},
        {"Wampler's polynomial", test_wampler},
        {"aliased columns", test_aliased},
        {"orthogonal residuals", test_orthogonal},
        {"as many columns as rows, none", test_edges},
    };
    return TAP_RUN("regression", cases);
}
