/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/sen.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <math.h>

#include "base/mem.h"
#include "stat/kendall.h"
#include "stat/quantile.h"

/* All slopes in ascending order; the caller frees. */
static double *slopes_of(struct annual series, size_t count)
{
    double *slopes = mem_alloc(count, sizeof *slopes);
    size_t at = 0;
    for (size_t j = 1; j < series.n; j++) {
        for (size_t i = 0; i < j; i++) {
            slopes[at++] = (series.values[j] - series.values[i]) /
                           (series.years[j] - series.years[i]);
        }
    }
    gsl_sort(slopes, 1, count);
    return slopes;
}

/* A rank from 1 to count. */
static double within(double rank, size_t count)
{
    return fmax(1, fmin((double)count, rank));
}

static double interpolated(const double *slopes, size_t count, double rank)
{
    double at = within(rank, count) - 1, whole = floor(at);
    size_t below = (size_t)whole;
    size_t above = below + 1 < count ? below + 1 : below;
    return slopes[below] + (at - whole) * (slopes[above] - slopes[below]);
}

static void take_intervals(struct sen *sen, const double *slopes,
                           struct annual series)
{
    double count = (double)sen->slopes;
    double spread = kendall_test(series.values, series.n).variance;
    double c = gsl_cdf_ugaussian_Qinv((1 - sen->level) / 2) * sqrt(spread);
    double low = (count - c) / 2, high = (count + c) / 2 + 1;
    sen->rank_low = (size_t)within(nearbyint(low), sen->slopes);
    sen->rank_high = (size_t)within(nearbyint(high), sen->slopes);
    sen->interval =
        interval_of(slopes[sen->rank_low - 1], slopes[sen->rank_high - 1]);
    sen->interval_gilbert =
        interval_of(interpolated(slopes, sen->slopes, low),
                    interpolated(slopes, sen->slopes, high));
}

static void take_intercepts(struct sen *sen, struct annual series)
{
    double *residual = mem_alloc(series.n, sizeof *residual);
    double slope = sen->slope.value;
    for (size_t i = 0; i < series.n; i++)
        residual[i] = series.values[i] - slope * series.years[i];
    sen->intercept_residual = quantile_median(residual, series.n);
    sen->intercept =
        estimate_of(quantile_median(series.values, series.n).value -
                    slope * quantile_median(series.years, series.n).value);
    mem_free(residual);
}

struct sen sen_fit(struct annual series, double level)
{
    annual_check(series);
    struct sen sen = {.n = series.n, .level = level};
    if (series.n < ANNUAL_LEAST) {
        sen.undefined = UNDEFINED_N_TOO_SMALL;
        sen.slope = estimate_none(sen.undefined);
        sen.interval = sen.interval_gilbert = interval_none(sen.undefined);
        sen.intercept = sen.intercept_residual = sen.slope;
        return sen;
    }
    sen.slopes = series.n * (series.n - 1) / 2;
    double *slopes = slopes_of(series, sen.slopes);
    sen.slope = quantile_sorted(slopes, sen.slopes, 0.5);
    take_intervals(&sen, slopes, series);
    take_intercepts(&sen, series);
    mem_free(slopes);
    return sen;
}

bool sen_residuals(double slope, struct annual series, double *residual)
{
    double low = INFINITY, high = -INFINITY, size = 0;
    for (size_t i = 0; i < series.n; i++) {
        double trend = slope * (series.years[i] - series.years[0]);
        residual[i] = series.values[i] - trend;
        low = fmin(low, residual[i]);
        high = fmax(high, residual[i]);
        size = fmax(size, fmax(fabs(series.values[i]), fabs(trend)));
    }
    return high - low > 8 * DBL_EPSILON * size;
}
