/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/coefficient.h"

#include <gsl/gsl_cdf.h>

/* By the incomplete beta function, which keeps 13 digits where
 * gsl_cdf_tdist_Q() has 7 (df above 30 and t above 10). */
double coefficient_p(double statistic, size_t df)
{
    double size = fabs(statistic), degrees = (double)df;
    if (df == 0)
        return 2 * gsl_cdf_ugaussian_Q(size);
    return gsl_cdf_beta_P(degrees / (degrees + size * size), degrees / 2, 0.5);
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
