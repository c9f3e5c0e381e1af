/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/bisquare.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>

/* As R has it: 1 within a thousandth of the limit, 0 beyond all but one. */
static double weight_of(double share)
{
    double weight = 1 - share * share;
    if (share <= 0.001)
        return 1;
    return share > 0.999 ? 0 : weight * weight;
}

bool bisquare_weights(const double *values, const double *fit, size_t n,
                      double floor, double *weights, double *scratch)
{
    double mean = 0;
    for (size_t i = 0; i < n; i++) {
        scratch[i] = fabs(values[i] - fit[i]);
        mean += scratch[i] / (double)n;
    }
    gsl_sort(scratch, 1, n);
    double limit = 6 * gsl_stats_median_from_sorted_data(scratch, 1, n);
    if (limit <= 0 || limit < floor * mean)
        return false;
    for (size_t i = 0; i < n; i++)
        weights[i] = weight_of(fabs(values[i] - fit[i]) / limit);
    return true;
}
