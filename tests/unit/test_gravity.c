/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Poisson pseudo-maximum likelihood of src/stat with many regressors, against
 * a gravity equation of the references. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "stat/poisson.h"
#include "tap.h"

static double number(json_t *object, const char *path)
{
    return json_number_value(fixture_at(object, path));
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

int main(void)
{
    static const struct tap_case cases[] = {
        {"coefficients and errors", test_gravity},
        {"RESET", test_reset},
        {"fixed effects", test_fixed_effects},
        {"separation", test_separation_reference},
    };
    return TAP_RUN("gravity", cases);
}
