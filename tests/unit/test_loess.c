/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LOWESS and LOESS. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "fixture.h"
#include "invented.h"
#include "stat/loess.h"
#include "stat/lowess.h"
#include "tap.h"

#define NILE 100

struct nile {
    struct fixture_table table;
    double *x;
    double *y;
    json_t *root;
};

static bool nile_begin(struct nile *nile)
{
    if (!fixture_table(&nile->table, "nile.csv"))
        return false;
    nile->x = fixture_column(&nile->table, 0);
    nile->y = fixture_column(&nile->table, 1);
    nile->root = fixture_load("smooth.json");
    return nile->root && nile->table.rows == NILE;
}

static void nile_done(struct nile *nile)
{
    json_decref(nile->root);
    free(nile->y);
    free(nile->x);
    fixture_table_done(&nile->table);
}

/* Keys hold dots, so they are not paths. */
static void check_curve(json_t *root, const char *key, const char *part,
                        const double *found, double tolerance)
{
    char path[64];
    json_t *curve = json_object_get(root, key);
    for (size_t i = 0; i < NILE; i++) {
        snprintf(path, sizeof path, "%s.%zu", part, i);
        CHECK_NEAR(curve, path, found[i], tolerance);
    }
}

static void test_lowess_nile(void)
{
    static const struct {
        const char *key;
        double span;
        unsigned rounds;
    } cases[] = {
        {"lowess_nile_f2_3_iter3_delta0", LOWESS_SPAN, LOWESS_ROUNDS},
        {"lowess_nile_f2_3_iter0_delta0", LOWESS_SPAN, 0},
        {"lowess_nile_f0.25_iter3_delta0", 0.25, 3},
    };
    struct nile nile;
    double fit[NILE];
    if (!nile_begin(&nile))
        return;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        CU_ASSERT_EQUAL(lowess_fit(nile.x, nile.y, NILE, cases[i].span,
                                   cases[i].rounds, fit),
                        DEFINED);
        check_curve(nile.root, cases[i].key, "y", fit, 1e-8);
    }
    nile_done(&nile);
}

static void check_loess(const struct nile *nile, const char *key,
                        unsigned degree, double span)
{
    char path[64];
    struct loess loess;
    json_t *expected = json_object_get(nile->root, key);
    loess_fit(&loess, nile->x, nile->y, NILE, span, degree, 0);
    CU_ASSERT_EQUAL(loess.undefined, DEFINED);
    check_curve(nile->root, key, "fit", loess.fit, 1e-9);
    for (size_t i = 0; i < NILE; i++) {
        snprintf(path, sizeof path, "se.%zu", i);
        CHECK_ESTIMATE(expected, path, loess.se[i], 1e-9);
    }
    CHECK_ESTIMATE(expected, "residual_scale", loess.scale, 1e-9);
    CHECK_ESTIMATE(expected, "df", loess.freedom, 1e-9);
    CHECK_NEAR(expected, "enp", loess.enp, 1e-9);
    CHECK_NEAR(expected, "one_delta", loess.delta1, 1e-9);
    CHECK_NEAR(expected, "two_delta", loess.delta2, 1e-9);
    loess_done(&loess);
}

static void test_loess_nile(void)
{
    struct nile nile;
    struct loess robust;
    if (!nile_begin(&nile))
        return;
    check_loess(&nile, "loess_nile_d1_span0.75", 1, LOESS_SPAN);
    check_loess(&nile, "loess_nile_d2_span0.75", 2, LOESS_SPAN);
    check_loess(&nile, "loess_nile_d2_span0.4", 2, 0.4);
    loess_fit(&robust, nile.x, nile.y, NILE, LOESS_SPAN, 2, LOESS_ROUNDS);
    check_curve(nile.root, "loess_nile_d2_span0.75_symmetric", "fit",
                robust.fit, 1e-9);
    CU_ASSERT_FALSE(estimate_is(robust.se[0]));
    loess_done(&robust);
    nile_done(&nile);
}

/* A polynomial of the degree is its own smooth, with gaps in its years and with
 * any span. */
static void test_polynomials(void)
{
    double x[30];
    double y[30];
    double fit[30];
    struct loess loess;
    for (size_t i = 0; i < 30; i++) {
        x[i] = 1990 + (double)(i > 11 ? i + 3 : i);
        y[i] = 40 - 1.5 * (x[i] - 1990);
    }
    for (double span = 0.2; span < 2; span += 0.3) {
        CU_ASSERT_EQUAL(lowess_fit(x, y, 30, span, 3, fit), DEFINED);
        for (size_t i = 0; i < 30; i++)
            CHECK_CLOSE(fit[i], y[i], 1e-11);
    }
    for (size_t i = 0; i < 30; i++)
        y[i] += (x[i] - 2000) * (x[i] - 2000) / 8;
    for (double span = 0.2; span < 2; span += 0.3) {
        loess_fit(&loess, x, y, 30, span, 2, 0);
        CU_ASSERT_EQUAL(loess.undefined, DEFINED);
        for (size_t i = 0; i < 30; i++)
            CHECK_CLOSE(loess.fit[i], y[i], 1e-11);
        loess_done(&loess);
    }
}

/* With weights that are almost equal LOESS is least squares: enp is the number
 * of coefficients, n less it the degrees of freedom. */
static void test_loess_of_everything(void)
{
    double x[20];
    double y[20];
    struct loess loess;
    invented_line(x, 20, 1, 1);
    invented_noise(y, 20, 77);
    for (unsigned degree = 1; degree <= 2; degree++) {
        loess_fit(&loess, x, y, 20, 1e8, degree, 0);
        CHECK_CLOSE(loess.enp, degree + 1, 1e-9);
        CHECK_CLOSE(loess.delta1, 19 - degree, 1e-9);
        CHECK_CLOSE(loess.freedom.value, 19 - degree, 1e-9);
        loess_done(&loess);
    }
}

/* One wild year moves the robust curve little. */
static void test_robust(void)
{
    double x[40];
    double y[40];
    double plain[40];
    double robust[40];
    invented_line(x, 40, 0, 1);
    invented_noise(y, 40, 9);
    y[20] = 100;
    CU_ASSERT_EQUAL(lowess_fit(x, y, 40, 0.5, 0, plain), DEFINED);
    CU_ASSERT_EQUAL(lowess_fit(x, y, 40, 0.5, 3, robust), DEFINED);
    CU_ASSERT(plain[20] > 5);
    CU_ASSERT(fabs(robust[20]) < 1);
    struct loess loess;
    loess_fit(&loess, x, y, 40, 0.5, 2, LOESS_ROUNDS);
    CU_ASSERT(fabs(loess.fit[20]) < 1.5);
    loess_done(&loess);
}

/* Time the other way round, another unit, another zero. */
static void test_invariance(void)
{
    double x[33];
    double y[33];
    double turned[33];
    double fit[33];
    double other[33];
    invented_line(x, 33, 1990, 1);
    invented_noise(y, 33, 41);
    for (size_t i = 0; i < 33; i++)
        turned[i] = 500 - 20 * y[32 - i];
    CU_ASSERT_EQUAL(lowess_fit(x, y, 33, 0.4, 2, fit), DEFINED);
    CU_ASSERT_EQUAL(lowess_fit(x, turned, 33, 0.4, 2, other), DEFINED);
    struct loess one;
    struct loess two;
    loess_fit(&one, x, y, 33, 0.6, 2, 0);
    loess_fit(&two, x, turned, 33, 0.6, 2, 0);
    for (size_t i = 0; i < 33; i++) {
        CHECK_CLOSE(other[i], 500 - 20 * fit[32 - i], 1e-11);
        CHECK_CLOSE(two.fit[i], 500 - 20 * one.fit[32 - i], 1e-11);
        CHECK_CLOSE(two.se[i].value, 20 * one.se[32 - i].value, 1e-11);
    }
    loess_done(&two);
    loess_done(&one);
}

static void test_limits(void)
{
    static const double x[] = {1, 2, 3, 4, 5, 6};
    static const double same[] = {7, 7, 7, 7, 7, 7};
    static const double years[] = {1, 1, 1, 1, 1, 1};
    double fit[6];
    struct loess loess;
    CU_ASSERT_EQUAL(lowess_fit(x, same, 0, 0.5, 3, fit), UNDEFINED_NO_DATA);
    CU_ASSERT_EQUAL(lowess_fit(x, same, 1, 0.5, 3, fit), UNDEFINED_N_TOO_SMALL);
    CU_ASSERT_EQUAL(lowess_fit(x, same, 2, 9, 3, fit), UNDEFINED_N_TOO_SMALL);
    CU_ASSERT_EQUAL(lowess_fit(x, same, 6, 0.5, 3, fit), DEFINED);
    CHECK_CLOSE(fit[5], 7, 1e-14);
    static const struct {
        size_t n;
        double span;
        unsigned degree;
        enum undefined expected;
    } cases[] = {
        {0, 0.75, 2, UNDEFINED_NO_DATA},
        {1, 0.75, 2, UNDEFINED_N_TOO_SMALL},
        {2, 9, 1, UNDEFINED_N_TOO_SMALL},
        {6, 0.5, 2, UNDEFINED_N_TOO_SMALL},
        {6, 0.5, 1, UNDEFINED_SINGULAR},
        {6, 0.7, 1, DEFINED},
        {4, 1, 2, DEFINED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        loess_fit(&loess, x, same, cases[i].n, cases[i].span, cases[i].degree,
                  0);
        CU_ASSERT_EQUAL(loess.undefined, cases[i].expected);
        loess_done(&loess);
    }
    loess_fit(&loess, x, same, 6, 0.8, 1, 3);
    CHECK_CLOSE(loess.fit[3], 7, 1e-14);
    loess_done(&loess);
    loess_fit(&loess, years, x, 6, 1, 1, 0);
    CU_ASSERT_EQUAL(loess.undefined, UNDEFINED_SINGULAR);
    loess_done(&loess);
    CU_ASSERT_EQUAL(lowess_fit(years, x, 6, 1, 0, fit), DEFINED);
    CHECK_CLOSE(fit[2], 3.5, 1e-14);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"LOWESS of the Nile", test_lowess_nile},
        {"LOESS of the Nile", test_loess_nile},
        {"polynomials stay what they are", test_polynomials},
        {"LOESS of everything is least squares", test_loess_of_everything},
        {"one wild year", test_robust},
        {"other units and other zeros", test_invariance},
        {"limits", test_limits},
    };
    return TAP_RUN("loess", cases);
}
