/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/poisson.h"

#include <math.h>

#include "base/mem.h"
#include "stat/growth.h"

static struct poisson_trend undefined_trend(enum undefined undefined)
{
    struct estimate none = estimate_none(undefined);
    return (struct poisson_trend){
        .undefined = undefined,
        .rate = coefficient_none(undefined),
        .intercept = coefficient_none(undefined),
        .percent = none,
        .interval = interval_none(undefined),
        .doubling = none,
        .deviance = none,
        .dispersion = none,
    };
}

/* Why there can be no trend, or DEFINED. */
static enum undefined unfit(struct annual series)
{
    size_t delivering = 0;
    for (size_t i = 0; i < series.n; i++) {
        if (series.values[i] < 0)
            return UNDEFINED_NONPOSITIVE;
        delivering += series.values[i] > 0;
    }
    if (series.n < ANNUAL_LEAST)
        return UNDEFINED_N_TOO_SMALL;
    if (delivering == 0)
        return UNDEFINED_NO_DATA;
    return delivering == 1 ? UNDEFINED_N_TOO_SMALL : DEFINED;
}

/* a at year 0 from the fit at the middle year. */
static struct coefficient intercept_at_zero(const struct poisson *fit,
                                            const double v[4], double middle,
                                            double level)
{
    double value = fit->coefficient[0] - fit->coefficient[1] * middle;
    double variance = v[0] - 2 * middle * v[1] + middle * middle * v[3];
    return coefficient_of(value, sqrt(fmax(variance, 0)), 0, level);
}

static struct poisson_trend trend_of(const struct poisson *fit,
                                     const struct design *design,
                                     enum sandwich kind, size_t lags,
                                     double level, double middle)
{
    double covariance[4];
    if (fit->undefined)
        return undefined_trend(fit->undefined);
    if (fit->rank < 2)
        return undefined_trend(UNDEFINED_SEPARATED);
    poisson_errors(covariance, fit, design, kind, lags);
    struct coefficient rate =
        poisson_coefficient(fit, design, 1, kind, lags, level);
    return (struct poisson_trend){
        .lags = lags,
        .rate = rate,
        .intercept = intercept_at_zero(fit, covariance, middle, level),
        .percent = growth_of(rate.value),
        .interval = growth_interval(rate.interval),
        .doubling = growth_doubling(rate.value),
        .deviance = fit->deviance,
        .dispersion = fit->dispersion,
    };
}

struct poisson_trend poisson_trend(struct annual series, enum sandwich kind,
                                   size_t lags, double level)
{
    annual_check(series);
    enum undefined undefined = unfit(series);
    if (undefined)
        return undefined_trend(undefined);
    double middle = (series.years[0] + series.years[series.n - 1]) / 2;
    double *cells = mem_alloc(mem_product(series.n, 2), sizeof *cells);
    for (size_t i = 0; i < series.n; i++) {
        cells[2 * i] = 1;
        cells[2 * i + 1] = series.years[i] - middle;
    }
    struct design design = {series.n, 2, cells, true};
    struct poisson fit;
    poisson_fit(&fit, &design, series.values);
    if (!fit.undefined && fit.rank == 2 && annual_constant(series)) {
        fit.coefficient[0] = log(series.values[0]);
        fit.coefficient[1] = 0;
    }
    struct poisson_trend found =
        trend_of(&fit, &design, kind, lags, level, middle);
    poisson_done(&fit);
    mem_free(cells);
    return found;
}
