/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/correction.h"

#include <math.h>

#include "base/mem.h"
#include "stat/autocorrelation.h"
#include "stat/kendall.h"
#include "stat/rank_correlation.h"
#include "stat/regression.h"
#include "stat/sen.h"

/* From this on a prewhitened trend would change its sign. */
#define LARGEST_LAG1 0.99
#define LEAST 5 /* n - 4 stands in a denominator */
#define LAGS 3
#define LEVEL 0.95

static void set_undefined(struct correction *test, enum undefined undefined)
{
    test->undefined = undefined;
    test->z = test->p = estimate_none(undefined);
}

/* Not even a part of it can be computed. */
static void refuse(struct correction *test, enum undefined undefined)
{
    set_undefined(test, undefined);
    test->z_absolute = test->p_absolute = test->factor = test->slope =
        test->lag1 = test->lag1_raw = estimate_none(undefined);
}

/* Mann-Kendall and Sen of series.values, which are derived ones. */
static void take_test(struct correction *test, struct annual derived)
{
    struct kendall plain = kendall_test(derived.values, derived.n);
    test->n = derived.n;
    test->s = plain.s;
    test->variance = plain.variance;
    test->slope = sen_fit(derived, LEVEL).slope;
    if (plain.undefined || plain.variance <= 0) {
        set_undefined(test,
                      plain.undefined ? plain.undefined : UNDEFINED_CONSTANT);
        return;
    }
    test->p = kendall_normal(plain.s, plain.variance, &test->z);
}

/* values[i + 1] - lag1 * values[i], one fewer. */
static void prewhiten(const double *values, size_t n, double lag1, double *to)
{
    for (size_t i = 1; i < n; i++)
        to[i - 1] = values[i] - lag1 * values[i - 1];
}

static void test_prewhitened(struct correction *test, struct annual series,
                             double lag1)
{
    double *white = mem_alloc(series.n, sizeof *white);
    test->lag1 = estimate_of(lag1);
    prewhiten(series.values, series.n, lag1, white);
    take_test(test, (struct annual){series.n - 1, series.years + 1, white});
    mem_free(white);
}

/* The coefficient of last year's value beside a trend. */
static struct estimate lag1_with_trend(struct annual series)
{
    size_t n = series.n - 1, k = 3;
    double *cells = mem_alloc(mem_product(n, k), sizeof *cells);
    double middle = (series.years[0] + series.years[n]) / 2;
    for (size_t i = 0; i < n; i++) {
        cells[i * k] = 1;
        cells[i * k + 1] = series.years[i + 1] - middle;
        cells[i * k + 2] = series.values[i];
    }
    struct design design = {n, k, cells, true};
    struct regression fit;
    regression_fit(&fit, &design, series.values + 1);
    struct estimate lag1 = estimate_none(UNDEFINED_SINGULAR);
    if (fit.undefined)
        lag1 = estimate_none(fit.undefined);
    else if (!fit.aliased[2])
        lag1 = estimate_of(fit.coefficient[2]);
    regression_done(&fit);
    mem_free(cells);
    return lag1;
}

static void bcpw(struct correction *test, struct annual series)
{
    double n = (double)series.n;
    test->lag1_raw = lag1_with_trend(series);
    if (!estimate_is(test->lag1_raw)) {
        set_undefined(test, test->lag1_raw.undefined);
        test->lag1 = test->lag1_raw;
        return;
    }
    double lag1 = (n * test->lag1_raw.value + 2) / (n - 4);
    test_prewhitened(test, series, fmin(lag1, LARGEST_LAG1));
}

/* The trend is put back after prewhitening what is left without it. Of an
 * exact line nothing is left: lag 1 is 0 and the line is tested. */
static void tfpw(struct correction *test, struct annual series, double slope,
                 const double *residual, bool line)
{
    double *white = mem_alloc(series.n, sizeof *white);
    test->lag1 =
        line ? estimate_of(0) : autocorrelation_at(residual, series.n, 1);
    prewhiten(residual, series.n, test->lag1.value, white);
    for (size_t i = 1; i < series.n; i++) {
        if (line)
            white[i - 1] = series.values[i];
        else
            white[i - 1] += slope * (series.years[i] - series.years[0]);
    }
    take_test(test, (struct annual){series.n - 1, series.years + 1, white});
    mem_free(white);
}

/* n / n* of the ranks of what the trend leaves, from lags 1 to most that are
 * significant. */
static double inflation(struct correction *test, const double *residual,
                        size_t n, size_t most)
{
    double *rank = mem_alloc(n, sizeof *rank), sum = 0, size = (double)n;
    rank_fractional(residual, n, rank);
    double bound = autocorrelation_bound(n, LEVEL);
    for (size_t lag = 1; lag <= most && lag < n; lag++) {
        struct estimate rho = autocorrelation_at(rank, n, lag);
        double left = (double)(n - lag);
        if (!estimate_is(rho) || fabs(rho.value) <= bound)
            continue;
        sum += left * (left - 1) * (left - 2) * rho.value;
        test->lags++;
    }
    mem_free(rank);
    return 1 + 2 / (size * (size - 1) * (size - 2)) * sum;
}

static void hamed_rao(struct correction *test, struct annual series,
                      const double *residual, bool line, size_t most)
{
    take_test(test, series);
    double factor = line ? 1 : inflation(test, residual, series.n, most);
    double plain = test->variance;
    test->factor = estimate_of(factor);
    test->variance = plain * factor;
    test->p_absolute = kendall_normal(test->s, plain * (1 + fabs(factor - 1)),
                                      &test->z_absolute);
    if (factor <= 0)
        set_undefined(test, UNDEFINED_NEGATIVE_VARIANCE);
    else
        test->p = kendall_normal(test->s, test->variance, &test->z);
}

static void by_residuals(struct correction *test, struct annual series)
{
    double *residual = mem_alloc(series.n, sizeof *residual);
    double slope = sen_fit(series, LEVEL).slope.value;
    bool line = !sen_residuals(slope, series, residual);
    if (test->method == CORRECTION_HAMED_RAO)
        hamed_rao(test, series, residual, line, LAGS);
    else if (test->method == CORRECTION_HAMED_RAO_ALL)
        hamed_rao(test, series, residual, line, series.n - 1);
    else
        tfpw(test, series, slope, residual, line);
    mem_free(residual);
}

struct correction correction_compute(struct annual series,
                                     enum correction_method method)
{
    struct estimate none = estimate_none(UNDEFINED_NO_DATA);
    struct correction test = {.method = method,
                              .n = series.n,
                              .z = none,
                              .p = none,
                              .lag1 = none,
                              .lag1_raw = none,
                              .factor = none,
                              .z_absolute = none,
                              .p_absolute = none,
                              .slope = none};
    annual_check(series);
    if (!annual_unbroken(series))
        refuse(&test, UNDEFINED_GAPS);
    else if (series.n < LEAST)
        refuse(&test, UNDEFINED_N_TOO_SMALL);
    else if (annual_constant(series))
        refuse(&test, UNDEFINED_CONSTANT);
    else if (method == CORRECTION_BCPW)
        bcpw(&test, series);
    else if (method == CORRECTION_PREWHITENED)
        test_prewhitened(&test, series,
                         autocorrelation_at(series.values, series.n, 1).value);
    else
        by_residuals(&test, series);
    return test;
}

struct correction correction_test(struct annual series,
                                  enum correction_method method)
{
    if (annual_unbroken(series) && series.n < ANNUAL_LEAST_CORRECTED) {
        struct correction test = correction_compute((struct annual){0}, method);
        test.n = series.n;
        return test;
    }
    return correction_compute(series, method);
}
