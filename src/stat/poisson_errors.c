/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/poisson.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"

/* The rows that count; all columns, of which the bread knows what to do. */
struct rows {
    struct sandwich_parts parts;
    double *x;
    double *residual;
    double *weight;
    size_t *cluster;
};

static void rows_done(struct rows *rows)
{
    mem_free(rows->x);
    mem_free(rows->residual);
    mem_free(rows->weight);
    mem_free(rows->cluster);
}

static void rows_make(struct rows *rows, const struct poisson *fit,
                      const struct design *design, const size_t *cluster)
{
    size_t k = fit->k, at = 0;
    rows->x = mem_alloc(mem_product(fit->n, k), sizeof *rows->x);
    rows->residual = mem_alloc(fit->n, sizeof *rows->residual);
    rows->weight = mem_alloc(fit->n, sizeof *rows->weight);
    rows->cluster = mem_alloc(fit->n, sizeof *rows->cluster);
    for (size_t i = 0; i < fit->rows; i++) {
        if (fit->row_left_out[i])
            continue;
        memcpy(rows->x + at * k, design_row(design, i), k * sizeof *rows->x);
        rows->residual[at] = fit->residual[i];
        rows->weight[at] = fit->fitted[i];
        rows->cluster[at++] = cluster ? cluster[i] : 0;
    }
    rows->parts = (struct sandwich_parts){
        {fit->n, k, rows->x, design->intercept},
        rows->residual,
        rows->weight,
        fit->bread,
    };
}

void poisson_errors(double *covariance, const struct poisson *fit,
                    const struct design *design, enum sandwich kind,
                    size_t lags)
{
    struct rows rows;
    if (kind == SANDWICH_CLASSICAL) {
        memcpy(covariance, fit->bread, fit->k * fit->k * sizeof *covariance);
        return;
    }
    rows_make(&rows, fit, design, NULL);
    sandwich_covariance(covariance, &rows.parts, kind, lags);
    rows_done(&rows);
}

/* Why the column has no coefficient, or DEFINED. */
static enum undefined missing(const struct poisson *fit, size_t column)
{
    if (fit->undefined)
        return fit->undefined;
    if (fit->separated[column])
        return UNDEFINED_SEPARATED;
    return fit->aliased[column] ? UNDEFINED_SINGULAR : DEFINED;
}

static struct coefficient taken(const struct poisson *fit, size_t column,
                                const double *covariance, double level)
{
    double variance = covariance[column * fit->k + column];
    return coefficient_of(fit->coefficient[column], sqrt(variance), 0, level);
}

struct coefficient poisson_coefficient(const struct poisson *fit,
                                       const struct design *design,
                                       size_t column, enum sandwich kind,
                                       size_t lags, double level)
{
    enum undefined undefined = missing(fit, column);
    if (undefined)
        return coefficient_none(undefined);
    double *covariance =
        mem_alloc(mem_product(fit->k, fit->k), sizeof *covariance);
    poisson_errors(covariance, fit, design, kind, lags);
    struct coefficient found = taken(fit, column, covariance, level);
    mem_free(covariance);
    return found;
}

struct coefficient poisson_clustered(const struct poisson *fit,
                                     const struct design *design, size_t column,
                                     const size_t *cluster, size_t clusters,
                                     bool small, double level)
{
    struct rows rows;
    enum undefined undefined = missing(fit, column);
    if (undefined)
        return coefficient_none(undefined);
    double *covariance =
        mem_alloc(mem_product(fit->k, fit->k), sizeof *covariance);
    rows_make(&rows, fit, design, cluster);
    sandwich_clustered(covariance, &rows.parts, rows.cluster, clusters, small);
    struct coefficient found = taken(fit, column, covariance, level);
    rows_done(&rows);
    mem_free(covariance);
    return found;
}
