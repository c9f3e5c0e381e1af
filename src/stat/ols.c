/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/ols.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "stat/autocorrelation.h"
#include "stat/regression.h"

/* 1 and the year less the mean year, two a row. */
static double *centred(struct annual series, double mean)
{
    double *cells = mem_alloc(mem_product(series.n, 2), sizeof *cells);
    for (size_t i = 0; i < series.n; i++) {
        cells[2 * i] = 1;
        cells[2 * i + 1] = series.years[i] - mean;
    }
    return cells;
}

static double mean_of(const double *values, size_t n)
{
    long double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    return (double)(sum / (long double)n);
}

/* Residuals that are nothing but rounding, which adds up with the years, become
 * what they are: 0. */
static void forget_rounding(struct regression *fit, struct annual series)
{
    double largest = 0, size = 0;
    for (size_t i = 0; i < fit->n; i++) {
        largest = fmax(largest, fabs(fit->residual[i]));
        size = fmax(size, fabs(series.values[i]));
    }
    double rounding = (8 + (double)fit->n) * DBL_EPSILON * size;
    if (largest > rounding && !annual_constant(series))
        return;
    fit->rss = 0;
    memset(fit->residual, 0, fit->n * sizeof *fit->residual);
    memset(fit->covariance, 0, 4 * sizeof *fit->covariance);
    fit->sigma = estimate_of(0);
    if (annual_constant(series)) {
        fit->coefficient[0] = series.values[0];
        fit->coefficient[1] = 0;
        fit->r2 = fit->r2_adjusted = estimate_none(UNDEFINED_CONSTANT);
    } else if (estimate_is(fit->r2)) {
        fit->r2 = fit->r2_adjusted = estimate_of(1);
    }
    fit->f = fit->f_p = estimate_none(UNDEFINED_ZERO_BASE);
}

static struct estimate durbin_watson(const double *residual, size_t n,
                                     double rss)
{
    double sum = 0;
    for (size_t i = 1; i < n; i++) {
        double step = residual[i] - residual[i - 1];
        sum += step * step;
    }
    return rss > 0 ? estimate_of(sum / rss) : estimate_none(UNDEFINED_CONSTANT);
}

static void take_residuals(struct ols *line, const struct regression *fit)
{
    double n = (double)line->n;
    line->durbin_watson = durbin_watson(fit->residual, fit->n, fit->rss);
    line->residual_lag1 = autocorrelation_at(fit->residual, fit->n, 1);
    line->log_likelihood = line->aic = line->bic =
        estimate_none(UNDEFINED_ZERO_BASE);
    if (!(fit->rss > 0))
        return;
    double likelihood = -n / 2 * (log(2 * M_PI * fit->rss / n) + 1);
    line->log_likelihood = estimate_of(likelihood);
    line->aic = estimate_of(-2 * likelihood + 2 * 3);
    line->bic = estimate_of(-2 * likelihood + log(n) * 3);
}

/* From the line at the mean year to the line at year 0. */
static void take_coefficients(struct ols *line, const double v[4],
                              const double coefficient[2])
{
    double mean = line->year_mean, slope = coefficient[1];
    double at_zero = v[0] - 2 * mean * v[1] + mean * mean * v[3];
    line->slope = coefficient_of(slope, sqrt(v[3]), line->degrees, line->level);
    line->intercept =
        coefficient_of(coefficient[0] - slope * mean, sqrt(fmax(at_zero, 0)),
                       line->degrees, line->level);
    line->value_mean = coefficient[0];
}

static void set_undefined(struct ols *line, enum undefined undefined)
{
    line->undefined = undefined;
    line->slope = line->intercept = coefficient_none(undefined);
    line->sigma = line->rss = line->r2 = line->r2_adjusted = line->f =
        line->log_likelihood = line->aic = line->bic = line->durbin_watson =
            line->residual_lag1 = estimate_none(undefined);
}

static void take_line(struct ols *line, const struct design *design,
                      struct regression *fit, struct annual series)
{
    double covariance[4];
    forget_rounding(fit, series);
    regression_errors(covariance, fit, design, line->kind, line->lags);
    take_coefficients(line, covariance, fit->coefficient);
    take_residuals(line, fit);
    line->sigma = fit->sigma;
    line->rss = estimate_of(fit->rss);
    line->r2 = fit->r2;
    line->r2_adjusted = fit->r2_adjusted;
    line->f = fit->f;
    for (size_t i = 0; i < series.n; i++)
        line->year_spread += design->x[2 * i + 1] * design->x[2 * i + 1];
}

struct ols ols_fit(struct annual series, enum sandwich kind, size_t lags,
                   double level)
{
    annual_check(series);
    struct ols line = {
        .n = series.n, .lags = lags, .kind = kind, .level = level};
    if (series.n < ANNUAL_LEAST) {
        set_undefined(&line, UNDEFINED_N_TOO_SMALL);
        return line;
    }
    line.degrees = series.n - 2;
    line.year_mean = mean_of(series.years, series.n);
    double *cells = centred(series, line.year_mean);
    struct design design = {series.n, 2, cells, true};
    struct regression fit;
    regression_fit(&fit, &design, series.values);
    if (fit.undefined || fit.rank < 2)
        set_undefined(&line, UNDEFINED_SINGULAR);
    else
        take_line(&line, &design, &fit, series);
    regression_done(&fit);
    mem_free(cells);
    return line;
}

struct ols_point ols_at(const struct ols *fit, double year)
{
    if (fit->undefined)
        return (struct ols_point){estimate_none(fit->undefined),
                                  interval_none(fit->undefined),
                                  interval_none(fit->undefined)};
    double off = year - fit->year_mean, sigma = fit->sigma.value;
    double value = fit->value_mean + fit->slope.value.value * off;
    double share = 1 / (double)fit->n + off * off / fit->year_spread;
    double t = coefficient_quantile(fit->level, fit->degrees) * sigma;
    double line = t * sqrt(share), new = t *sqrt(1 + share);
    return (struct ols_point){estimate_of(value),
                              interval_of(value - line, value + line),
                              interval_of(value - new, value + new)};
}

void ols_residuals(const struct ols *fit, struct annual series,
                   double *residual)
{
    for (size_t i = 0; i < series.n; i++)
        residual[i] =
            series.values[i] - ols_at(fit, series.years[i]).value.value;
}
