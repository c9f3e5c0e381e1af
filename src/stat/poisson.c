/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/poisson.h"

#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "stat/irls.h"
#include "stat/separation.h"

/* The rows and columns that count, close together. */
struct counted {
    struct design design;
    double *x;
    double *y;
};

static void counted_done(struct counted *counted)
{
    mem_free(counted->x);
    mem_free(counted->y);
}

/* Columns that are left out stay in where `whole` is said. */
static void counted_make(struct counted *counted, const struct poisson *fit,
                         const struct design *design, const double *y,
                         bool whole)
{
    size_t columns = whole ? fit->k : fit->rank, cell = 0, row = 0;
    counted->x = mem_alloc(mem_product(fit->n, columns), sizeof *counted->x);
    counted->y = mem_alloc(fit->n, sizeof *counted->y);
    for (size_t i = 0; i < fit->rows; i++) {
        if (fit->row_left_out[i])
            continue;
        counted->y[row++] = y[i];
        for (size_t a = 0; a < fit->k; a++) {
            if (whole || !(fit->aliased[a] || fit->separated[a]))
                counted->x[cell++] = design_row(design, i)[a];
        }
    }
    counted->design =
        (struct design){fit->n, columns, counted->x, design->intercept};
}

/* Leaves rows out until nothing is separated, then columns that depend on
 * others in the rows that are left. */
static void choose(struct poisson *fit, const struct design *design,
                   const double *y)
{
    struct counted counted;
    bool *gone = mem_alloc(fit->rows, sizeof *gone);
    bool *alias = mem_alloc(fit->k, sizeof *alias);
    fit->n = fit->rows;
    fit->rank = design_alias(design, fit->aliased);
    for (size_t found = 1; found;) {
        counted_make(&counted, fit, design, y, true);
        found = separation_find(&counted.design, counted.y, gone);
        counted_done(&counted);
        for (size_t i = 0, row = 0; i < fit->rows; i++) {
            if (!fit->row_left_out[i])
                fit->row_left_out[i] = gone[row++];
        }
        fit->n -= found;
    }
    counted_make(&counted, fit, design, y, true);
    fit->rank = design_alias(&counted.design, alias);
    counted_done(&counted);
    for (size_t a = 0; a < fit->k; a++)
        fit->separated[a] = alias[a] && !fit->aliased[a];
    mem_free(gone);
    mem_free(alias);
}

static double sum_of(const double *values, size_t n)
{
    long double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    return (double)sum;
}

static void take_fit(struct poisson *fit, const struct irls *irls,
                     const struct counted *counted)
{
    double pearson = 0, likelihood = 0, n = (double)fit->n;
    const double *mu = irls->fitted, *y = counted->y;
    double *flat = mem_alloc(fit->n, sizeof *flat);
    for (size_t i = 0; i < fit->n; i++) {
        flat[i] = sum_of(y, fit->n) / n;
        pearson += (y[i] - mu[i]) * (y[i] - mu[i]) / mu[i];
        likelihood += (y[i] > 0 ? y[i] * log(mu[i]) : 0) - mu[i] -
                      gsl_sf_lngamma(y[i] + 1);
    }
    fit->deviance = estimate_of(irls->deviance);
    fit->null_deviance = estimate_of(irls_deviance(y, flat, fit->n));
    fit->pearson = estimate_of(pearson);
    fit->dispersion = fit->n > fit->rank
                          ? estimate_of(pearson / (n - (double)fit->rank))
                          : estimate_none(UNDEFINED_N_TOO_SMALL);
    fit->pseudo_loglik = estimate_of(likelihood);
    double r = gsl_stats_correlation(y, 1, mu, 1, fit->n);
    fit->r2 =
        isfinite(r) ? estimate_of(r * r) : estimate_none(UNDEFINED_CONSTANT);
    fit->iterations = irls->iterations;
    mem_free(flat);
}

static void spread_out(struct poisson *fit, const struct irls *irls,
                       const double *y)
{
    for (size_t i = 0, row = 0; i < fit->rows; i++) {
        if (fit->row_left_out[i])
            continue;
        fit->fitted[i] = irls->fitted[row++];
        fit->residual[i] = y[i] - fit->fitted[i];
    }
    for (size_t a = 0, row = 0; a < fit->k; a++) {
        if (fit->aliased[a] || fit->separated[a])
            continue;
        fit->coefficient[a] = irls->coefficient[row];
        for (size_t b = 0, column = 0; b < fit->k; b++) {
            if (!(fit->aliased[b] || fit->separated[b]))
                fit->bread[a * fit->k + b] =
                    irls->bread[row * fit->rank + column++];
        }
        row++;
    }
}

static bool solve(struct poisson *fit, const struct design *design,
                  const double *y)
{
    struct counted counted;
    size_t square = mem_product(fit->rank, fit->rank);
    struct irls irls = {
        .coefficient = mem_alloc(fit->rank, sizeof *irls.coefficient),
        .fitted = mem_alloc(fit->n, sizeof *irls.fitted),
        .bread = mem_alloc(square, sizeof *irls.bread),
    };
    counted_make(&counted, fit, design, y, false);
    bool done = irls_fit(&irls, &counted.design, counted.y);
    if (done) {
        take_fit(fit, &irls, &counted);
        spread_out(fit, &irls, y);
    }
    counted_done(&counted);
    mem_free(irls.coefficient);
    mem_free(irls.fitted);
    mem_free(irls.bread);
    return done;
}

static void set_undefined(struct poisson *fit, enum undefined undefined)
{
    fit->undefined = undefined;
    fit->deviance = fit->null_deviance = fit->pearson = fit->dispersion =
        fit->pseudo_loglik = fit->r2 = estimate_none(undefined);
}

void poisson_fit(struct poisson *fit, const struct design *design,
                 const double *y)
{
    size_t k = design->k, square = mem_product(k, k);
    *fit = (struct poisson){
        .rows = design->n,
        .k = k,
        .aliased = mem_alloc(k, sizeof *fit->aliased),
        .separated = mem_alloc(k, sizeof *fit->separated),
        .row_left_out = mem_alloc(design->n, sizeof *fit->row_left_out),
        .coefficient = mem_alloc(k, sizeof *fit->coefficient),
        .fitted = mem_alloc(design->n, sizeof *fit->fitted),
        .residual = mem_alloc(design->n, sizeof *fit->residual),
        .bread = mem_alloc(square, sizeof *fit->bread),
    };
    if (design->n == 0 || k == 0) {
        set_undefined(fit, UNDEFINED_NO_DATA);
        return;
    }
    choose(fit, design, y);
    if (!(sum_of(y, design->n) > 0) || fit->n == 0 || fit->rank == 0)
        set_undefined(fit, UNDEFINED_SEPARATED);
    else if (!solve(fit, design, y))
        set_undefined(fit, UNDEFINED_SINGULAR);
}

void poisson_done(struct poisson *fit)
{
    mem_free(fit->aliased);
    mem_free(fit->separated);
    mem_free(fit->row_left_out);
    mem_free(fit->coefficient);
    mem_free(fit->fitted);
    mem_free(fit->residual);
    mem_free(fit->bread);
}
