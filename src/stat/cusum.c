/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/cusum.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_statistics.h>
#include <math.h>

#include "base/mem.h"

double cusum_kolmogorov(double x)
{
    double sum = 0;
    if (x < 0.2) /* the tail is 1 to within 1e-12, and the series is slow */
        return 1;
    for (int j = 1; j <= 100; j++) {
        double term = exp(-2.0 * j * j * x * x);
        sum += j % 2 ? term : -term;
        if (term < 1e-17 * sum)
            break;
    }
    return fmin(1, fmax(0, 2 * sum));
}

/* Upper tail of the largest |Brownian motion| / (1 + 2t) (Brown, Durbin and
 * Evans, the probability of both boundaries less that of crossing each). */
static double boundary_tail(double x)
{
    double p = gsl_cdf_ugaussian_Q(3 * x) +
               exp(-4 * x * x) *
                   (gsl_cdf_ugaussian_P(x) - gsl_cdf_ugaussian_Q(5 * x)) -
               exp(-16 * x * x) * gsl_cdf_ugaussian_Q(x);
    return fmin(1, fmax(0, 2 * p));
}

static struct cusum none(enum undefined undefined)
{
    return (struct cusum){estimate_none(undefined), estimate_none(undefined),
                          0};
}

static enum undefined why_not(const double *values, size_t n,
                              const struct segment *whole)
{
    if (n < BREAK_LEAST_YEARS)
        return UNDEFINED_N_TOO_SMALL;
    if (whole->rss <= segment_noise(values, n))
        return UNDEFINED_CONSTANT;
    return DEFINED;
}

struct cusum cusum_ols(const double *values, size_t n, enum regime regime)
{
    struct segment whole = segment_of(values, n, regime);
    enum undefined undefined = why_not(values, n, &whole);
    if (undefined)
        return none(undefined);
    double farthest = 0;
    double sum = 0;
    struct cusum cusum = {.at = 0};
    for (size_t i = 0; i + 1 < n; i++) {
        sum += values[i] - segment_at(&whole, (double)i);
        if (fabs(sum) > farthest) {
            farthest = fabs(sum);
            cusum.at = i + 1;
        }
    }
    double variance = whole.rss / ((double)n - (double)regime);
    double statistic = farthest / sqrt(variance * (double)n);
    cusum.statistic = estimate_of(statistic);
    cusum.p = estimate_of(cusum_kolmogorov(statistic));
    return cusum;
}

struct cusum cusum_recursive(const double *values, size_t n, enum regime regime)
{
    struct segment grown = segment_of(values, n, regime);
    enum undefined undefined = why_not(values, n, &grown);
    if (undefined)
        return none(undefined);
    size_t k = (size_t)regime;
    size_t count = n - k;
    double *residuals = mem_alloc(n, sizeof *residuals);
    segment_begin(&grown, regime);
    for (size_t i = 0; i < n; i++)
        residuals[i] = segment_add(&grown, values[i]);
    double unit = gsl_stats_sd(residuals + k, 1, count) * sqrt((double)count);
    double farthest = 0;
    double sum = 0;
    struct cusum cusum = {.at = 0};
    for (size_t i = 0; i < count; i++) {
        sum += residuals[k + i];
        double boundary = 1 + 2 * (double)(i + 1) / (double)count;
        if (fabs(sum) / boundary > farthest) {
            farthest = fabs(sum) / boundary;
            cusum.at = k + i + 1;
        }
    }
    mem_free(residuals);
    cusum.statistic = estimate_of(farthest / unit);
    cusum.p = cusum.statistic;
    if (estimate_is(cusum.statistic))
        cusum.p = estimate_of(boundary_tail(cusum.statistic.value));
    return cusum;
}
