/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/volatility.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>

#include "base/mem.h"
#include "stat/annual.h"
#include "stat/ols.h"

#define NORMAL_MAD 1.4826 /* of a normal law the MAD is sd / 1.4826 */

static void count_years(struct volatility *found, const double *values)
{
    for (size_t i = 0; i < found->n; i++) {
        found->zero += values[i] == 0;
        if (values[i] > values[found->largest])
            found->largest = i;
    }
    found->active = found->n - found->zero;
}

static struct estimate over(double value, double base)
{
    return base > 0 ? estimate_of(value / base)
                    : estimate_none(UNDEFINED_ZERO_BASE);
}

static struct estimate robust_cv(const double *values, size_t n)
{
    double *sorted = mem_alloc(n, sizeof *sorted);
    for (size_t i = 0; i < n; i++)
        sorted[i] = values[i];
    gsl_sort(sorted, 1, n);
    double median = gsl_stats_median_from_sorted_data(sorted, 1, n);
    for (size_t i = 0; i < n; i++)
        sorted[i] = fabs(values[i] - median);
    gsl_sort(sorted, 1, n);
    double mad = gsl_stats_median_from_sorted_data(sorted, 1, n);
    mem_free(sorted);
    return over(NORMAL_MAD * mad, median);
}

static double smallest_of(const double *values, size_t n)
{
    double smallest = values[0];
    for (size_t i = 1; i < n; i++)
        smallest = fmin(smallest, values[i]);
    return smallest;
}

static struct estimate mean_change(const double *values, size_t n)
{
    double sum = 0;
    for (size_t i = 1; i < n; i++) {
        if (values[i - 1] <= 0)
            return estimate_none(UNDEFINED_ZERO_BASE);
        sum += 100 * fabs(values[i] - values[i - 1]) / values[i - 1];
    }
    return estimate_of(sum / (double)(n - 1));
}

static void log_changes(struct volatility *found, const double *values)
{
    size_t count = found->n - 1;
    double *changes = mem_alloc(count, sizeof *changes);
    for (size_t i = 0; i < count; i++)
        changes[i] = log(values[i + 1] / values[i]);
    double sd = gsl_stats_sd(changes, 1, count);
    double narrow = sd * sqrt(((double)count - 1) / (double)count);
    mem_free(changes);
    found->sd_log = estimate_of(sd);
    found->coppock = estimate_of(100 * expm1(narrow));
}

static void year_on_year(struct volatility *found, struct annual series)
{
    const double *values = series.values;
    enum undefined undefined = DEFINED;
    if (found->n < 2)
        undefined = UNDEFINED_N_TOO_SMALL;
    else if (!annual_unbroken(series))
        undefined = UNDEFINED_GAPS;
    found->mean_change =
        undefined ? estimate_none(undefined) : mean_change(values, found->n);
    if (!undefined && found->n < 3)
        undefined = UNDEFINED_N_TOO_SMALL;
    if (!undefined && smallest_of(values, found->n) <= 0)
        undefined = UNDEFINED_NONPOSITIVE;
    found->sd_log = found->coppock = estimate_none(undefined);
    if (!undefined)
        log_changes(found, values);
}

static struct estimate detrended_cv(struct annual series, double mean)
{
    struct ols line = ols_fit(series, SANDWICH_CLASSICAL, 0, 0.95);
    if (line.undefined)
        return estimate_none(line.undefined);
    return over(line.sigma.value, mean);
}

static void moments(struct volatility *found, struct annual series)
{
    const double *values = series.values;
    double mean = gsl_stats_mean(values, 1, found->n);
    double sum = mean * (double)found->n;
    found->mean = estimate_of(mean);
    found->zero_share = estimate_of((double)found->zero / (double)found->n);
    found->robust_cv = robust_cv(values, found->n);
    found->detrended_cv = detrended_cv(series, mean);
    found->largest_share = over(values[found->largest], sum);
    if (smallest_of(values, found->n) < 0)
        found->largest_share = estimate_none(UNDEFINED_NONPOSITIVE);
    found->sd = found->cv = estimate_none(UNDEFINED_N_TOO_SMALL);
    if (found->n < 2)
        return;
    found->sd = estimate_of(gsl_stats_sd_m(values, 1, found->n, mean));
    found->cv = over(found->sd.value, mean);
}

struct volatility volatility_of(const double *years, const double *values,
                                size_t n)
{
    struct estimate none = estimate_none(UNDEFINED_NO_DATA);
    struct volatility found = {
        .n = n,
        .mean = none,
        .sd = none,
        .cv = none,
        .detrended_cv = none,
        .robust_cv = none,
        .sd_log = none,
        .coppock = none,
        .mean_change = none,
        .zero_share = none,
        .largest_share = none,
    };
    if (!n)
        return found;
    count_years(&found, values);
    struct annual series = {n, years, values};
    moments(&found, series);
    year_on_year(&found, series);
    return found;
}
