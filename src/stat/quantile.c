/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/quantile.h"

#include <assert.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <string.h>

#include "base/mem.h"

struct estimate quantile_sorted(const double *sorted, size_t n, double q)
{
    assert(q >= 0 && q <= 1);
    if (n == 0)
        return estimate_none(UNDEFINED_NO_DATA);
    return estimate_of(gsl_stats_quantile_from_sorted_data(sorted, 1, n, q));
}

struct estimate quantile_of(const double *values, size_t n, double q)
{
    double *sorted = mem_alloc(n, sizeof *sorted);
    if (n)
        memcpy(sorted, values, n * sizeof *sorted);
    gsl_sort(sorted, 1, n);
    struct estimate found = quantile_sorted(sorted, n, q);
    mem_free(sorted);
    return found;
}

struct estimate quantile_median(const double *values, size_t n)
{
    return quantile_of(values, n, 0.5);
}
