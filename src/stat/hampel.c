/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/hampel.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>

/* Of a normal law, the standard deviation over the MAD. */
#define NORMAL 1.4826

static double median_of(double *values, size_t n)
{
    gsl_sort(values, 1, n);
    return gsl_stats_median_from_sorted_data(values, 1, n);
}

size_t hampel_far(const double *values, size_t n, bool *far, double *medians)
{
    double window[2 * HAMPEL_REACH + 1];
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        size_t from = i > HAMPEL_REACH ? i - HAMPEL_REACH : 0;
        size_t end = i + HAMPEL_REACH < n ? i + HAMPEL_REACH + 1 : n;
        size_t taken = end - from;
        for (size_t j = 0; j < taken; j++)
            window[j] = values[from + j];
        medians[i] = median_of(window, taken);
        for (size_t j = 0; j < taken; j++)
            window[j] = fabs(window[j] - medians[i]);
        double mad = median_of(window, taken);
        far[i] = taken >= HAMPEL_LEAST && mad > 0 &&
                 fabs(values[i] - medians[i]) > HAMPEL_FACTOR * NORMAL * mad;
        count += far[i];
    }
    return count;
}
