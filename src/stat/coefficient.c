/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/coefficient.h"

#include <gsl/gsl_cdf.h>

double coefficient_p(double statistic, size_t df)
{
    double size = fabs(statistic);
    return 2 *
           (df ? gsl_cdf_tdist_Q(size, (double)df) : gsl_cdf_ugaussian_Q(size));
}

double coefficient_quantile(double level, size_t df)
{
    double tail = (1 - level) / 2;
    return df ? gsl_cdf_tdist_Qinv(tail, (double)df)
              : gsl_cdf_ugaussian_Qinv(tail);
}

struct coefficient coefficient_of(double value, double error, size_t df,
                                  double level)
{
    double reach = coefficient_quantile(level, df) * error;
    struct coefficient made = {
        .value = estimate_of(value),
        .error = estimate_of(error),
        .statistic = estimate_none(UNDEFINED_ZERO_BASE),
        .p = estimate_none(UNDEFINED_ZERO_BASE),
        .interval = interval_of(value - reach, value + reach),
    };
    if (error > 0) {
        made.statistic = estimate_of(value / error);
        made.p = estimate_of(coefficient_p(value / error, df));
    }
    return made;
}

struct coefficient coefficient_none(enum undefined undefined)
{
    return (struct coefficient){
        estimate_none(undefined), estimate_none(undefined),
        estimate_none(undefined), estimate_none(undefined),
        interval_none(undefined)};
}
