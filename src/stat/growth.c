/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/growth.h"

#include <gsl/gsl_math.h>
#include <math.h>

#include "base/mem.h"
#include "stat/ols.h"

double growth_percent(double rate)
{
    return 100 * gsl_expm1(rate);
}

struct estimate growth_of(struct estimate rate)
{
    return estimate_is(rate) ? estimate_of(growth_percent(rate.value)) : rate;
}

struct interval growth_interval(struct interval rate)
{
    return interval_is(rate) ? interval_of(growth_percent(rate.low),
                                           growth_percent(rate.high))
                             : rate;
}

struct estimate growth_doubling(struct estimate rate)
{
    if (!estimate_is(rate))
        return rate;
    if (rate.value == 0)
        return estimate_none(UNDEFINED_ZERO_BASE);
    return estimate_of(M_LN2 / rate.value);
}

struct estimate growth_compound(double v0, double v1, double years)
{
    if (v0 == 0 || !(years > 0))
        return estimate_none(UNDEFINED_ZERO_BASE);
    if (v0 < 0 || v1 < 0)
        return estimate_none(UNDEFINED_NONPOSITIVE);
    if (v1 == 0)
        return estimate_of(-100);
    return estimate_of(growth_percent((log(v1) - log(v0)) / years));
}

static struct growth_loglinear undefined_growth(enum undefined undefined)
{
    struct estimate none = estimate_none(undefined);
    return (struct growth_loglinear){
        .undefined = undefined,
        .rate = coefficient_none(undefined),
        .percent = none,
        .interval = interval_none(undefined),
        .kennedy = none,
        .doubling = none,
        .r2 = none,
        .smearing = none,
    };
}

/* Mean of e^residual of the line through the logarithms. */
static struct estimate smearing_of(const struct ols *line, struct annual logs)
{
    double *residual = mem_alloc(logs.n, sizeof *residual), sum = 0;
    ols_residuals(line, logs, residual);
    for (size_t i = 0; i < logs.n; i++)
        sum += exp(residual[i]);
    mem_free(residual);
    return estimate_of(sum / (double)logs.n);
}

static struct growth_loglinear of_logs(struct annual logs, enum sandwich kind,
                                       size_t lags, double level)
{
    struct ols line = ols_fit(logs, kind, lags, level);
    if (line.undefined)
        return undefined_growth(line.undefined);
    struct ols plain = ols_fit(logs, SANDWICH_CLASSICAL, 0, level);
    double error = plain.slope.error.value, rate = line.slope.value.value;
    return (struct growth_loglinear){
        .rate = line.slope,
        .percent = growth_of(line.slope.value),
        .interval = growth_interval(line.slope.interval),
        .kennedy = estimate_of(growth_percent(rate - error * error / 2)),
        .doubling = growth_doubling(line.slope.value),
        .r2 = line.r2,
        .smearing = smearing_of(&line, logs),
    };
}

struct growth_loglinear growth_loglinear(struct annual series,
                                         enum sandwich kind, size_t lags,
                                         double level)
{
    for (size_t i = 0; i < series.n; i++) {
        if (series.values[i] <= 0)
            return undefined_growth(UNDEFINED_NONPOSITIVE);
    }
    double *logs = mem_alloc(series.n, sizeof *logs);
    for (size_t i = 0; i < series.n; i++)
        logs[i] = log(series.values[i]);
    struct growth_loglinear found = of_logs(
        (struct annual){series.n, series.years, logs}, kind, lags, level);
    mem_free(logs);
    return found;
}
