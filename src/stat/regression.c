/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/regression.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_multifit.h>
#include <math.h>
#include <string.h>

#include "base/mem.h"

/* The columns that are not aliased and what GSL found for them. */
struct kept {
    gsl_matrix *x;
    gsl_vector *y;
    gsl_vector *weight;
    gsl_vector *coefficient;
    gsl_matrix *bread;
    gsl_multifit_linear_workspace *work;
};

static void kept_done(struct kept *kept)
{
    gsl_matrix_free(kept->x);
    gsl_vector_free(kept->y);
    gsl_vector_free(kept->weight);
    gsl_vector_free(kept->coefficient);
    gsl_matrix_free(kept->bread);
    gsl_multifit_linear_free(kept->work);
}

static void kept_make(struct kept *kept, size_t n, size_t rank)
{
    *kept = (struct kept){
        .x = gsl_matrix_alloc(n, rank),
        .y = gsl_vector_alloc(n),
        .weight = gsl_vector_alloc(n),
        .coefficient = gsl_vector_alloc(rank),
        .bread = gsl_matrix_alloc(rank, rank),
        .work = gsl_multifit_linear_alloc(n, rank),
    };
    if (!kept->x || !kept->y || !kept->weight || !kept->coefficient ||
        !kept->bread || !kept->work)
        mem_exhausted();
}

static void kept_fill(struct kept *kept, const struct regression *fit,
                      const struct design *design, const double *y)
{
    gsl_vector_set_all(kept->weight, 1);
    for (size_t i = 0; i < fit->n; i++) {
        gsl_vector_set(kept->y, i, y[i]);
        for (size_t column = 0, at = 0; column < fit->k; column++) {
            if (!fit->aliased[column])
                gsl_matrix_set(kept->x, i, at++, design_row(design, i)[column]);
        }
    }
}

static void spread_out(struct regression *fit, const struct kept *kept)
{
    for (size_t a = 0, row = 0; a < fit->k; a++) {
        if (fit->aliased[a])
            continue;
        fit->coefficient[a] = gsl_vector_get(kept->coefficient, row);
        for (size_t b = 0, column = 0; b < fit->k; b++) {
            if (!fit->aliased[b])
                fit->bread[a * fit->k + b] =
                    gsl_matrix_get(kept->bread, row, column++);
        }
        row++;
    }
}

/* With weights of 1 GSL's covariance is (X'X)^-1 as it stands, also where no
 * degrees of freedom are left. */
static bool solve(struct regression *fit, const struct design *design,
                  const double *y)
{
    struct kept kept;
    double chi_square;
    size_t rank = 0;
    kept_make(&kept, fit->n, fit->rank);
    kept_fill(&kept, fit, design, y);
    int status = gsl_multifit_wlinear_tsvd(
        kept.x, kept.weight, kept.y, DBL_EPSILON, kept.coefficient, kept.bread,
        &chi_square, &rank, kept.work);
    if (!status && rank == fit->rank)
        spread_out(fit, &kept);
    kept_done(&kept);
    return !status && rank == fit->rank;
}

static long double mean_of(const double *y, size_t n)
{
    long double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += y[i];
    return sum / (long double)n;
}

static void take_sums(struct regression *fit, const struct design *design,
                      const double *y)
{
    long double mean = design->intercept ? mean_of(y, fit->n) : 0;
    long double rss = 0, tss = 0;
    for (size_t i = 0; i < fit->n; i++) {
        long double fitted = 0;
        for (size_t column = 0; column < fit->k; column++)
            fitted += (long double)fit->coefficient[column] *
                      design_row(design, i)[column];
        long double residual = y[i] - fitted;
        fit->fitted[i] = (double)fitted;
        fit->residual[i] = (double)residual;
        rss += residual * residual;
        tss += (y[i] - mean) * (y[i] - mean);
    }
    fit->rss = (double)rss;
    fit->tss = (double)tss;
}

static void take_r2(struct regression *fit, bool intercept)
{
    enum undefined none =
        fit->n < 2 ? UNDEFINED_N_TOO_SMALL : UNDEFINED_CONSTANT;
    fit->r2 = fit->r2_adjusted = estimate_none(none);
    if (!(fit->tss > 0))
        return;
    double unexplained = fit->rss / fit->tss;
    double free = (double)(fit->n - (intercept ? 1 : 0));
    fit->r2 = estimate_of(1 - unexplained);
    fit->r2_adjusted =
        fit->degrees
            ? estimate_of(1 - unexplained * free / (double)fit->degrees)
            : estimate_none(UNDEFINED_N_TOO_SMALL);
}

static void take_f(struct regression *fit, bool intercept)
{
    size_t regressors = fit->rank - (intercept && fit->rank ? 1 : 0);
    enum undefined none =
        fit->degrees ? UNDEFINED_ZERO_BASE : UNDEFINED_N_TOO_SMALL;
    fit->f = fit->f_p = estimate_none(none);
    if (fit->degrees == 0 || regressors == 0 || !(fit->rss > 0))
        return;
    double above = (double)regressors, below = (double)fit->degrees;
    double f = (fit->tss - fit->rss) / above / (fit->rss / below);
    fit->f = estimate_of(fmax(f, 0));
    fit->f_p = estimate_of(gsl_cdf_fdist_Q(fmax(f, 0), above, below));
}

static void take_variances(struct regression *fit)
{
    double variance = fit->degrees ? fit->rss / (double)fit->degrees : 0;
    fit->sigma = fit->degrees ? estimate_of(sqrt(variance))
                              : estimate_none(UNDEFINED_N_TOO_SMALL);
    for (size_t i = 0; i < fit->k * fit->k; i++)
        fit->covariance[i] = variance * fit->bread[i];
}

static void set_undefined(struct regression *fit, enum undefined undefined)
{
    fit->undefined = undefined;
    fit->sigma = fit->r2 = fit->r2_adjusted = fit->f = fit->f_p =
        estimate_none(undefined);
}

void regression_fit(struct regression *fit, const struct design *design,
                    const double *y)
{
    size_t square = mem_product(design->k, design->k);
    *fit = (struct regression){
        .n = design->n,
        .k = design->k,
        .aliased = mem_alloc(design->k, sizeof *fit->aliased),
        .coefficient = mem_alloc(design->k, sizeof *fit->coefficient),
        .fitted = mem_alloc(design->n, sizeof *fit->fitted),
        .residual = mem_alloc(design->n, sizeof *fit->residual),
        .bread = mem_alloc(square, sizeof *fit->bread),
        .covariance = mem_alloc(square, sizeof *fit->covariance),
    };
    fit->rank = design_alias(design, fit->aliased);
    fit->degrees = fit->n - fit->rank;
    if (fit->n == 0 || fit->rank == 0) {
        set_undefined(fit, UNDEFINED_NO_DATA);
    } else if (!solve(fit, design, y)) {
        set_undefined(fit, UNDEFINED_SINGULAR);
    } else {
        take_sums(fit, design, y);
        take_variances(fit);
        take_r2(fit, design->intercept);
        take_f(fit, design->intercept);
    }
}

void regression_done(struct regression *fit)
{
    mem_free(fit->aliased);
    mem_free(fit->coefficient);
    mem_free(fit->fitted);
    mem_free(fit->residual);
    mem_free(fit->bread);
    mem_free(fit->covariance);
}

void regression_errors(double *covariance, const struct regression *fit,
                       const struct design *design, enum sandwich kind,
                       size_t lags)
{
    size_t size = fit->k * fit->k * sizeof *covariance;
    struct sandwich_parts parts = {*design, fit->residual, NULL, fit->bread};
    if (kind == SANDWICH_CLASSICAL)
        memcpy(covariance, fit->covariance, size);
    else
        sandwich_covariance(covariance, &parts, kind, lags);
}

struct coefficient regression_coefficient(const struct regression *fit,
                                          const struct design *design,
                                          size_t column, enum sandwich kind,
                                          size_t lags, double level)
{
    if (fit->undefined)
        return coefficient_none(fit->undefined);
    if (fit->aliased[column])
        return coefficient_none(UNDEFINED_SINGULAR);
    if (fit->degrees == 0) {
        struct coefficient alone = coefficient_none(UNDEFINED_N_TOO_SMALL);
        alone.value = estimate_of(fit->coefficient[column]);
        return alone;
    }
    double *covariance =
        mem_alloc(mem_product(fit->k, fit->k), sizeof *covariance);
    regression_errors(covariance, fit, design, kind, lags);
    double variance = covariance[column * fit->k + column];
    mem_free(covariance);
    return coefficient_of(fit->coefficient[column], sqrt(variance),
                          fit->degrees, level);
}
