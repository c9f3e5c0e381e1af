/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/kendall.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <string.h>

#include "base/mem.h"

static int64_t later_above_earlier(const double *values, size_t n)
{
    int64_t s = 0;
    for (size_t j = 1; j < n; j++) {
        for (size_t i = 0; i < j; i++)
            s += (values[j] > values[i]) - (values[j] < values[i]);
    }
    return s;
}

/* What groups of equal values take away: of the variance's numerator, and
 * pairs. All are whole numbers. */
struct ties {
    size_t groups;
    double variance;
    double pairs;
};

static struct ties ties_of(const double *values, size_t n)
{
    struct ties ties = {0};
    double *sorted = mem_alloc(n, sizeof *sorted);
    if (n)
        memcpy(sorted, values, n * sizeof *sorted);
    gsl_sort(sorted, 1, n);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && sorted[end] == sorted[i];)
            end++;
        double t = (double)(end - i);
        ties.groups += t > 1;
        ties.variance += t * (t - 1) * (2 * t + 5);
        ties.pairs += t * (t - 1) / 2;
    }
    mem_free(sorted);
    return ties;
}

struct estimate kendall_normal(int64_t s, double variance, struct estimate *z)
{
    if (variance < 0) {
        *z = estimate_none(UNDEFINED_NEGATIVE_VARIANCE);
        return *z;
    }
    double nearer = (double)(s - (s > 0) + (s < 0));
    *z = estimate_of(variance > 0 ? nearer / sqrt(variance) : 0);
    return estimate_of(2 * gsl_cdf_ugaussian_Q(fabs(z->value)));
}

/* Into next: the share of orders of k things with j inversions, from that of
 * orders of k - 1 things. The new thing adds 0 to k - 1 inversions. Only sums
 * of what is positive, so small shares keep their digits. */
static void one_more(long double *next, const long double *last, size_t k,
                     size_t most)
{
    for (size_t j = 0; j <= most; j++) {
        long double sum = 0;
        for (size_t i = j < k ? 0 : j - k + 1; i <= j; i++)
            sum += last[i];
        next[j] = sum / (long double)k;
    }
}

double kendall_exact(size_t n, int64_t s)
{
    size_t pairs = n < 2 ? 0 : n * (n - 1) / 2;
    size_t size = (size_t)(s < 0 ? -s : s);
    if (pairs < size)
        return 0;
    size_t most = (pairs - size) / 2, bytes = most + 1;
    long double *last = mem_alloc(2 * bytes, sizeof *last),
                *next = last + bytes;
    long double *start = last, tail = 0;
    last[0] = 1;
    for (size_t k = 2; k <= n; k++) {
        one_more(next, last, k, most);
        long double *swap = last;
        last = next;
        next = swap;
    }
    for (size_t j = 0; j <= most; j++)
        tail += last[j];
    mem_free(start);
    return size == 0 || tail >= 0.5L ? 1 : (double)(2 * tail);
}

static void take_tau(struct kendall *test, double tied_pairs)
{
    double n = (double)test->n, pairs = n * (n - 1) / 2, s = (double)test->s;
    enum undefined few = UNDEFINED_N_TOO_SMALL;
    test->tau_a = pairs > 0 ? estimate_of(s / pairs) : estimate_none(few);
    test->tau_b = estimate_none(pairs > 0 ? UNDEFINED_CONSTANT : few);
    if (pairs > tied_pairs)
        test->tau_b = estimate_of(s / sqrt(pairs * (pairs - tied_pairs)));
}

static void take_p(struct kendall *test)
{
    test->p_normal = kendall_normal(test->s, test->variance, &test->z);
    if (test->tie_groups)
        test->p_exact = estimate_none(UNDEFINED_TIES);
    else if (test->n >= KENDALL_EXACT_BELOW)
        test->p_exact = estimate_none(UNDEFINED_NOT_REACHED);
    else
        test->p_exact = estimate_of(kendall_exact(test->n, test->s));
    test->exact = estimate_is(test->p_exact);
    test->p = test->exact ? test->p_exact : test->p_normal;
}

struct kendall kendall_test(const double *values, size_t n)
{
    struct ties ties = ties_of(values, n);
    double size = (double)n;
    struct kendall test = {
        .n = n,
        .tie_groups = ties.groups,
        .s = later_above_earlier(values, n),
        .variance = (size * (size - 1) * (2 * size + 5) - ties.variance) / 18,
    };
    take_tau(&test, ties.pairs);
    if (n >= ANNUAL_LEAST) {
        take_p(&test);
        return test;
    }
    test.undefined = UNDEFINED_N_TOO_SMALL;
    test.z = test.p = test.p_normal = test.p_exact =
        estimate_none(test.undefined);
    return test;
}
