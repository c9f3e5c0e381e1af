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

static double number(json_t *object, const char *path)
{
    return json_number_value(fixture_at(object, path));
}

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

/* exporter,importer,lgdp_x,lgdp_m,ldist,ally,tiv with names as text: x01. */
struct gravity {
    size_t n;
    double x[256 * 32];
    double y[256];
    size_t exporter[256];
    size_t importer[256];
    double regressors[256][4];
};

/* False, and the case is skipped, without the folder. */
static bool gravity_load(struct gravity *gravity)
{
    char path[4096], line[512];
    const char *shared = tap_shared();
    *gravity = (struct gravity){0};
    if (!shared) {
        tap_skip("ARMSTATS_SHARED is not set");
        return false;
    }
    snprintf(path, sizeof path, "%s/references/gravity.csv", shared);
    FILE *in = fopen(path, "r");
    CU_ASSERT_PTR_NOT_NULL(in);
    if (!in)
        return false;
    while (gravity->n < 256 && fgets(line, sizeof line, in)) {
        unsigned exporter, importer;
        double *to = gravity->regressors[gravity->n];
        if (sscanf(line, "x%u,m%u,%lf,%lf,%lf,%lf,%lf", &exporter, &importer,
                   to, to + 1, to + 2, to + 3, gravity->y + gravity->n) != 7)
            continue;
        gravity->exporter[gravity->n] = exporter - 1;
        gravity->importer[gravity->n++] = importer - 1;
    }
    fclose(in);
    return gravity->n > 0;
}

/* 1 and the four regressors, then an extra column if there is one. */
static struct design gravity_design(struct gravity *gravity,
                                    const double *extra)
{
    size_t k = extra ? 6 : 5;
    for (size_t i = 0; i < gravity->n; i++) {
        double *row = gravity->x + i * k;
        row[0] = 1;
        memcpy(row + 1, gravity->regressors[i], 4 * sizeof *row);
        if (extra)
            row[5] = extra[i];
    }
    return (struct design){gravity->n, k, gravity->x, true};
}

static void check_errors(json_t *expected, const struct poisson *fit,
                         const struct design *design,
                         const struct gravity *gravity, size_t a)
{
    char path[64];
    size_t clusters = (size_t)number(expected, "n_clusters");
    const size_t *cluster = gravity->exporter;
    struct coefficient c =
        poisson_coefficient(fit, design, a, SANDWICH_HC0, 0, 0.95);
    snprintf(path, sizeof path, "coef.%zu", a);
    CHECK_ESTIMATE(expected, path, c.value, 1e-9);
    snprintf(path, sizeof path, "se_hc0.%zu", a);
    CHECK_ESTIMATE(expected, path, c.error, 1e-8);
    c = poisson_coefficient(fit, design, a, SANDWICH_HC1, 0, 0.95);
    snprintf(path, sizeof path, "se_hc1.%zu", a);
    CHECK_ESTIMATE(expected, path, c.error, 1e-8);
    c = poisson_clustered(fit, design, a, cluster, clusters, false, 0.95);
    snprintf(path, sizeof path, "se_cluster_cr0.%zu", a);
    CHECK_ESTIMATE(expected, path, c.error, 1e-8);
    c = poisson_clustered(fit, design, a, cluster, clusters, true, 0.95);
    snprintf(path, sizeof path, "se_cluster_cr1.%zu", a);
    CHECK_ESTIMATE(expected, path, c.error, 1e-8);
}

static void test_gravity(void)
{
    static struct gravity gravity;
    json_t *root = fixture_load("ppml.json");
    json_t *expected = json_object_get(root, "basic");
    if (!root || !gravity_load(&gravity))
        return;
    struct design design = gravity_design(&gravity, NULL);
    struct poisson fit;
    poisson_fit(&fit, &design, gravity.y);
    CHECK_NEAR(expected, "n", (double)fit.n, 0);
    CHECK_NEAR(expected, "k", (double)fit.rank, 0);
    for (size_t a = 0; a < 5; a++)
        check_errors(expected, &fit, &design, &gravity, a);
    CHECK_ESTIMATE(expected, "deviance", fit.deviance, 1e-9);
    CHECK_ESTIMATE(expected, "null_deviance", fit.null_deviance, 1e-9);
    CHECK_ESTIMATE(expected, "pearson_chi2", fit.pearson, 1e-9);
    CHECK_ESTIMATE(expected, "dispersion", fit.dispersion, 1e-9);
    CHECK_ESTIMATE(expected, "pseudo_loglik", fit.pseudo_loglik, 1e-9);
    CHECK_ESTIMATE(expected, "r2_cor_y_mu", fit.r2, 1e-9);
    poisson_done(&fit);
    json_decref(root);
}

/* The square of the linear predictor as one more regressor (RESET). */
static void test_reset(void)
{
    static struct gravity gravity;
    double squared[256];
    json_t *root = fixture_load("ppml.json");
    json_t *expected = json_object_get(root, "reset");
    if (!root || !gravity_load(&gravity))
        return;
    struct design design = gravity_design(&gravity, NULL);
    struct poisson fit;
    poisson_fit(&fit, &design, gravity.y);
    for (size_t i = 0; i < gravity.n; i++)
        squared[i] = log(fit.fitted[i]) * log(fit.fitted[i]);
    poisson_done(&fit);
    design = gravity_design(&gravity, squared);
    poisson_fit(&fit, &design, gravity.y);
    struct coefficient c =
        poisson_coefficient(&fit, &design, 5, SANDWICH_HC0, 0, 0.95);
    CHECK_ESTIMATE(expected, "coef", c.value, 1e-8);
    CHECK_ESTIMATE(expected, "z_hc0", c.statistic, 1e-7);
    CHECK_ESTIMATE(expected, "p", c.p, 1e-7);
    poisson_done(&fit);
    json_decref(root);
}

/* A dummy a supplier and one a recipient but the first, then distance and
 * alliance; with a constant, which the dummies of suppliers add up to. */
static struct design dummies(struct gravity *gravity, size_t columns)
{
    memset(gravity->x, 0, sizeof gravity->x);
    for (size_t i = 0; i < gravity->n; i++) {
        double *row = gravity->x + i * columns;
        row[0] = gravity->regressors[i][2];
        row[1] = gravity->regressors[i][3];
        row[2 + gravity->exporter[i]] = 1;
        if (gravity->importer[i] > 0)
            row[11 + gravity->importer[i]] = 1;
        row[columns - 1] = 1;
    }
    return (struct design){gravity->n, columns, gravity->x, true};
}

static void test_fixed_effects(void)
{
    static struct gravity gravity;
    double sums[2][32] = {{0}};
    json_t *root = fixture_load("ppml.json");
    json_t *expected = json_object_get(root, "fixed_effects");
    if (!root || !gravity_load(&gravity))
        return;
    struct design design = dummies(&gravity, 27);
    struct poisson fit;
    poisson_fit(&fit, &design, gravity.y);
    CHECK_NEAR(expected, "n", (double)fit.n, 0);
    CHECK_NEAR(expected, "k", (double)fit.rank, 0);
    CU_ASSERT_TRUE(fit.aliased[26]);
    CHECK_ESTIMATE(expected, "deviance", fit.deviance, 1e-9);
    for (size_t a = 0; a < 2; a++) {
        char path[64];
        struct coefficient c =
            poisson_coefficient(&fit, &design, a, SANDWICH_HC0, 0, 0.95);
        snprintf(path, sizeof path, "coef.%zu", a);
        CHECK_ESTIMATE(expected, path, c.value, 1e-9);
        snprintf(path, sizeof path, "se_hc0.%zu", a);
        CHECK_ESTIMATE(expected, path, c.error, 1e-8);
        c = poisson_coefficient(&fit, &design, a, SANDWICH_HC1, 0, 0.95);
        snprintf(path, sizeof path, "se_hc1.%zu", a);
        CHECK_ESTIMATE(expected, path, c.error, 1e-8);
    }
    /* What is fitted adds up to what is there, for each of them. */
    for (size_t i = 0; i < gravity.n; i++) {
        sums[0][gravity.exporter[i]] += fit.residual[i];
        sums[1][gravity.importer[i]] += fit.residual[i];
    }
    for (size_t i = 0; i < 32; i++) {
        CHECK_CLOSE(sums[0][i], 0, 1e-7);
        CHECK_CLOSE(sums[1][i], 0, 1e-7);
    }
    poisson_done(&fit);
    json_decref(root);
}

static void test_separation_reference(void)
{
    static struct gravity gravity;
    double embargo[256] = {0};
    json_t *root = fixture_load("ppml.json"), *row;
    json_t *expected = json_object_get(root, "separation");
    size_t i;
    if (!root || !gravity_load(&gravity))
        return;
    json_array_foreach(json_object_get(expected, "embargo_rows"), i, row)
        embargo[json_integer_value(row) - 1] = 1;
    struct design design = gravity_design(&gravity, embargo);
    struct poisson fit;
    poisson_fit(&fit, &design, gravity.y);
    CU_ASSERT_EQUAL(fit.undefined, DEFINED);
    CU_ASSERT_TRUE(fit.separated[5]);
    CU_ASSERT_FALSE(fit.aliased[5]);
    CU_ASSERT_EQUAL(fit.n, gravity.n - i);
    for (size_t at = 0; at < gravity.n; at++)
        CU_ASSERT_EQUAL(fit.row_left_out[at], embargo[at] == 1);
    for (size_t a = 0; a < 5; a++) {
        char path[64];
        snprintf(path, sizeof path, "correct_drop_regressor_and_rows_coef.%zu",
                 a);
        CHECK_NEAR(expected, path, fit.coefficient[a], 1e-9);
    }
    struct coefficient gone =
        poisson_coefficient(&fit, &design, 5, SANDWICH_HC1, 0, 0.95);
    CU_ASSERT_EQUAL(gone.value.undefined, UNDEFINED_SEPARATED);
    poisson_done(&fit);
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
        {"gravity of the references", test_gravity},
        {"RESET of the references", test_reset},
        {"fixed effects of the references", test_fixed_effects},
        {"separation of the references", test_separation_reference},
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
