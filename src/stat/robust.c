/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/robust.h"

#include <gsl/gsl_multifit.h>
#include <math.h>

#include "base/mem.h"
#include "stat/ols.h"

struct fit {
    gsl_matrix *x; /* 1 and the year less its mean */
    gsl_vector *y;
    gsl_vector *coefficient;
    gsl_matrix *covariance;
    gsl_multifit_robust_workspace *work;
};

static void fit_init(struct fit *fit, struct annual series,
                     enum robust_weight weight, double mean)
{
    *fit = (struct fit){
        .x = gsl_matrix_alloc(series.n, 2),
        .y = gsl_vector_alloc(series.n),
        .coefficient = gsl_vector_alloc(2),
        .covariance = gsl_matrix_alloc(2, 2),
        .work = gsl_multifit_robust_alloc(weight == ROBUST_HUBER
                                              ? gsl_multifit_robust_huber
                                              : gsl_multifit_robust_bisquare,
                                          series.n, 2),
    };
    if (!fit->x || !fit->y || !fit->coefficient || !fit->covariance ||
        !fit->work)
        mem_exhausted();
    for (size_t i = 0; i < series.n; i++) {
        gsl_matrix_set(fit->x, i, 0, 1);
        gsl_matrix_set(fit->x, i, 1, series.years[i] - mean);
        gsl_vector_set(fit->y, i, series.values[i]);
    }
}

static void fit_done(struct fit *fit)
{
    gsl_matrix_free(fit->x);
    gsl_vector_free(fit->y);
    gsl_vector_free(fit->coefficient);
    gsl_matrix_free(fit->covariance);
    gsl_multifit_robust_free(fit->work);
}

static struct robust undefined_line(size_t n, enum undefined undefined)
{
    return (struct robust){undefined, n, coefficient_none(undefined),
                           coefficient_none(undefined),
                           estimate_none(undefined)};
}

static struct robust line_of(const struct fit *fit, double mean, size_t n,
                             double level)
{
    double v00 = gsl_matrix_get(fit->covariance, 0, 0);
    double v01 = gsl_matrix_get(fit->covariance, 0, 1);
    double v11 = gsl_matrix_get(fit->covariance, 1, 1);
    double at_zero = v00 - 2 * mean * v01 + mean * mean * v11;
    double slope = gsl_vector_get(fit->coefficient, 1);
    double intercept = gsl_vector_get(fit->coefficient, 0) - slope * mean;
    if (!isfinite(slope) || !isfinite(intercept) || !(v11 > 0))
        return undefined_line(n, UNDEFINED_SINGULAR);
    return (struct robust){
        .n = n,
        .slope = coefficient_of(slope, sqrt(v11), n - 2, level),
        .intercept =
            coefficient_of(intercept, sqrt(fmax(at_zero, 0)), n - 2, level),
        .sigma = estimate_of(gsl_multifit_robust_statistics(fit->work).sigma),
    };
}

struct robust robust_fit(struct annual series, enum robust_weight weight,
                         double level)
{
    struct ols plain = ols_fit(series, SANDWICH_CLASSICAL, 0, level);
    if (plain.undefined)
        return undefined_line(series.n, plain.undefined);
    if (plain.rss.value == 0)
        return (struct robust){DEFINED, series.n, plain.slope, plain.intercept,
                               plain.sigma};
    struct fit fit;
    fit_init(&fit, series, weight, plain.year_mean);
    int status = gsl_multifit_robust(fit.x, fit.y, fit.coefficient,
                                     fit.covariance, fit.work);
    struct robust found = status
                              ? undefined_line(series.n, UNDEFINED_SINGULAR)
                              : line_of(&fit, plain.year_mean, series.n, level);
    fit_done(&fit);
    return found;
}
