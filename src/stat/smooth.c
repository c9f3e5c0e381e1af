/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/smooth.h"

#include <assert.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <stdbool.h>

#include "base/mem.h"

/* Years before and after one, and the weight of the outer two. */
struct window {
    size_t before;
    size_t after;
    double outer;
};

struct smoothed {
    const double *values;
    size_t n;
    struct window window;
    enum smooth_ends ends;
    double *seen; /* what the window holds, window_size() places */
    double *weights;
    size_t count;
};

static size_t window_size(const struct window *window)
{
    return window->before + window->after + 1;
}

/* Fills `seen`; false where the window reaches past the series and may not. */
static bool look(struct smoothed *smoothed, size_t middle)
{
    const struct window *window = &smoothed->window;
    size_t size = window_size(window);
    smoothed->count = 0;
    for (size_t i = 0; i < size; i++) {
        bool early = middle + i < window->before;
        size_t at = early ? 0 : middle + i - window->before;
        bool late = at >= smoothed->n;
        if (late)
            at = smoothed->n - 1;
        if ((early || late) && smoothed->ends == SMOOTH_NULL)
            return false;
        if ((early || late) && smoothed->ends == SMOOTH_TRUNCATE)
            continue;
        bool outer = i == 0 || i + 1 == size;
        smoothed->weights[smoothed->count] = outer ? window->outer : 1;
        smoothed->seen[smoothed->count++] = smoothed->values[at];
    }
    return true;
}

static double sum_of(struct smoothed *smoothed)
{
    double sum = 0;
    for (size_t i = 0; i < smoothed->count; i++)
        sum += smoothed->weights[i] * smoothed->seen[i];
    return sum;
}

static double mean_of(struct smoothed *smoothed)
{
    double weight = 0;
    for (size_t i = 0; i < smoothed->count; i++)
        weight += smoothed->weights[i];
    return sum_of(smoothed) / weight;
}

static double median_of(struct smoothed *smoothed)
{
    gsl_sort(smoothed->seen, 1, smoothed->count);
    return gsl_stats_median_from_sorted_data(smoothed->seen, 1,
                                             smoothed->count);
}

static void smooth(const double *values, size_t n, struct window window,
                   enum smooth_ends ends, double (*of)(struct smoothed *),
                   struct estimate *out)
{
    size_t size = window_size(&window);
    struct smoothed smoothed = {
        .values = values, .n = n, .window = window, .ends = ends};
    smoothed.seen = mem_alloc(size, sizeof *smoothed.seen);
    smoothed.weights = mem_alloc(size, sizeof *smoothed.weights);
    for (size_t i = 0; i < n; i++)
        out[i] = look(&smoothed, i) ? estimate_of(of(&smoothed))
                                    : estimate_none(UNDEFINED_N_TOO_SMALL);
    mem_free(smoothed.weights);
    mem_free(smoothed.seen);
}

void smooth_trailing(const double *values, size_t n, size_t k,
                     enum smooth_ends ends, struct estimate *out)
{
    assert(k > 0);
    smooth(values, n, (struct window){k - 1, 0, 1}, ends, mean_of, out);
}

void smooth_trailing_sum(const double *values, size_t n, size_t k,
                         enum smooth_ends ends, struct estimate *out)
{
    assert(k > 0);
    smooth(values, n, (struct window){k - 1, 0, 1}, ends, sum_of, out);
}

void smooth_centred(const double *values, size_t n, size_t k,
                    enum smooth_ends ends, struct estimate *out)
{
    assert(k > 0);
    double outer = k % 2 ? 1 : 0.5;
    smooth(values, n, (struct window){k / 2, k / 2, outer}, ends, mean_of, out);
}

void smooth_median(const double *values, size_t n, size_t k,
                   enum smooth_ends ends, struct estimate *out)
{
    assert(k % 2);
    smooth(values, n, (struct window){k / 2, k / 2, 1}, ends, median_of, out);
}
