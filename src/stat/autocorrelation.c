/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/autocorrelation.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/mem.h"
#include "stat/sen.h"

struct estimate autocorrelation_at(const double *values, size_t n, size_t lag)
{
    if (n <= lag)
        return estimate_none(UNDEFINED_N_TOO_SMALL);
    if (annual_constant((struct annual){n, NULL, values}))
        return estimate_none(UNDEFINED_CONSTANT);
    long double sum = 0, spread = 0, together = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    long double mean = sum / (long double)n;
    for (size_t i = 0; i < n; i++) {
        spread += (values[i] - mean) * (values[i] - mean);
        if (i >= lag)
            together += (values[i] - mean) * (values[i - lag] - mean);
    }
    return estimate_of((double)(together / spread));
}

double autocorrelation_bound(size_t n, double level)
{
    return gsl_cdf_ugaussian_Qinv((1 - level) / 2) / sqrt((double)n);
}

struct estimate autocorrelation_detrended(struct annual series)
{
    if (!annual_unbroken(series))
        return estimate_none(UNDEFINED_GAPS);
    struct sen sen = sen_fit(series, 0.95);
    if (sen.undefined)
        return estimate_none(sen.undefined);
    double *residual = mem_alloc(series.n, sizeof *residual);
    struct estimate lag1 = estimate_none(UNDEFINED_CONSTANT);
    if (sen_residuals(sen.slope.value, series, residual))
        lag1 = autocorrelation_at(residual, series.n, 1);
    mem_free(residual);
    return lag1;
}
