/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/pettitt.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "stat/segment.h"

static int by_value(const void *a, const void *b)
{
    double one = *(const double *)a;
    double other = *(const double *)b;
    return (one > other) - (one < other);
}

/* How many of the sorted values are below, or not above, a value. */
static size_t count_until(const double *sorted, size_t n, double value,
                          bool with_equals)
{
    size_t low = 0;
    size_t high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool counts =
            with_equals ? sorted[middle] <= value : sorted[middle] < value;
        if (counts)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Twice the averaged rank, which is whole. */
static int64_t twice_rank(const double *sorted, size_t n, double value)
{
    return (int64_t)(count_until(sorted, n, value, false) +
                     count_until(sorted, n, value, true) + 1);
}

static void take(struct pettitt *found, int64_t u, size_t at, size_t *places)
{
    int64_t size = u < 0 ? -u : u;
    if (size < found->k)
        return;
    if (size > found->k)
        found->count = 0;
    if (!found->count)
        found->up = u < 0;
    found->k = size;
    places[found->count++] = at;
}

double pettitt_p(int64_t k, size_t n)
{
    double size = (double)n;
    double square = (double)k * (double)k;
    return fmin(1, 2 * exp(-6 * square / (size * size * (size + 1))));
}

struct pettitt pettitt_test(const double *values, size_t n, size_t *at)
{
    struct pettitt found = {.undefined = UNDEFINED_NO_DATA,
                            .p = estimate_none(UNDEFINED_NO_DATA)};
    if (n < 2)
        return found;
    double *sorted = mem_alloc(n, sizeof *sorted);
    for (size_t i = 0; i < n; i++)
        sorted[i] = values[i];
    qsort(sorted, n, sizeof *sorted, by_value);
    if (sorted[0] < sorted[n - 1]) {
        found.undefined = DEFINED;
        int64_t u = 0;
        for (size_t i = 0; i + 1 < n; i++) {
            u += twice_rank(sorted, n, values[i]) - (int64_t)(n + 1);
            take(&found, u, i + 1, at);
        }
        found.p = n < BREAK_LEAST_YEARS ? estimate_none(UNDEFINED_N_TOO_SMALL)
                                        : estimate_of(pettitt_p(found.k, n));
    } else {
        found.undefined = UNDEFINED_CONSTANT;
        found.p = estimate_none(UNDEFINED_CONSTANT);
    }
    mem_free(sorted);
    return found;
}
