/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/partition.h"

#include <gsl/gsl_statistics.h>
#include <math.h>

#include "base/mem.h"
#include "stat/segment.h"

struct estimate partition_penalty(const double *values, size_t n)
{
    if (n < BREAK_LEAST_YEARS)
        return estimate_none(UNDEFINED_N_TOO_SMALL);
    double *changes = mem_alloc(2 * n, sizeof *changes);
    for (size_t i = 0; i + 1 < n; i++)
        changes[i] = values[i + 1] - values[i];
    double mad = 1.4826 * gsl_stats_mad0(changes, 1, n - 1, changes + n);
    mem_free(changes);
    if (mad <= 0)
        return estimate_none(UNDEFINED_CONSTANT);
    return estimate_of(2 * log((double)n) * mad * mad / 2);
}

/* costs[i] and before[i]: of the best partition of the first i values, and
 * where its last segment begins. A prefix is final before any segment starts
 * behind it, so each pair of ends is looked at once. */
static void extend(const double *values, size_t n, double penalty, size_t least,
                   double *costs, size_t *before, size_t start)
{
    struct segment segment;
    segment_begin(&segment, REGIME_MEAN);
    for (size_t end = start + 1; end <= n; end++) {
        segment_add(&segment, values[end - 1]);
        double cost = costs[start] + segment.rss + (start ? penalty : 0);
        if (segment.count >= least && cost < costs[end]) {
            costs[end] = cost;
            before[end] = start;
        }
    }
}

static size_t trace(const size_t *before, size_t n, size_t *at)
{
    size_t count = 0;
    for (size_t i = before[n]; i; i = before[i])
        at[count++] = i;
    for (size_t i = 0; i < count / 2; i++) {
        size_t other = at[count - 1 - i];
        at[count - 1 - i] = at[i];
        at[i] = other;
    }
    return count;
}

size_t partition_optimal(const double *values, size_t n, double penalty,
                         size_t least, size_t *at, double *cost)
{
    if (n < 2 * least) {
        *cost = segment_of(values, n, REGIME_MEAN).rss;
        return 0;
    }
    double *costs = mem_alloc(n + 1, sizeof *costs);
    size_t *before = mem_alloc(n + 1, sizeof *before);
    for (size_t i = 1; i <= n; i++)
        costs[i] = INFINITY;
    for (size_t start = 0; start + least <= n; start++)
        if (isfinite(costs[start]))
            extend(values, n, penalty, least, costs, before, start);
    *cost = costs[n];
    size_t count = trace(before, n, at);
    mem_free(before);
    mem_free(costs);
    return count;
}
