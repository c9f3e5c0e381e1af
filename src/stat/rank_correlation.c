/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/rank_correlation.h"

#include <math.h>
#include <stdbool.h>

#include "base/mem.h"

static int order_of(double a, double b)
{
    return (a > b) - (a < b);
}

struct estimate rank_tau_b(const double *a, const double *b, size_t n)
{
    if (n < 2)
        return estimate_none(UNDEFINED_N_TOO_SMALL);
    int64_t agreeing = 0;
    double ordered_a = 0, ordered_b = 0;
    for (size_t i = 1; i < n; i++) {
        for (size_t j = 0; j < i; j++) {
            int in_a = order_of(a[i], a[j]), in_b = order_of(b[i], b[j]);
            agreeing += in_a * in_b;
            ordered_a += in_a != 0;
            ordered_b += in_b != 0;
        }
    }
    if (ordered_a == 0 || ordered_b == 0)
        return estimate_none(UNDEFINED_CONSTANT);
    return estimate_of((double)agreeing / sqrt(ordered_a * ordered_b));
}

void rank_fractional(const double *values, size_t n, double *rank)
{
    for (size_t i = 0; i < n; i++) {
        size_t above = 0, equal = 0;
        for (size_t j = 0; j < n; j++) {
            above += values[j] > values[i];
            equal += values[j] == values[i];
        }
        rank[i] = (double)above + ((double)equal + 1) / 2;
    }
}

static bool constant(const double *values, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        if (values[i] != values[0])
            return false;
    }
    return true;
}

/* Fractional ranks of both, one after the other; the caller frees. */
static double *ranks_of(const double *a, const double *b, size_t n)
{
    double *ranks = mem_alloc(2 * n, sizeof *ranks);
    rank_fractional(a, n, ranks);
    rank_fractional(b, n, ranks + n);
    return ranks;
}

/* Ranks are halves, so all sums are exact and equal orders give 1. */
struct estimate rank_spearman(const double *a, const double *b, size_t n)
{
    if (n < 2)
        return estimate_none(UNDEFINED_N_TOO_SMALL);
    if (constant(a, n) || constant(b, n))
        return estimate_none(UNDEFINED_CONSTANT);
    double *ranks = ranks_of(a, b, n), middle = ((double)n + 1) / 2;
    double together = 0, spread_a = 0, spread_b = 0;
    for (size_t i = 0; i < n; i++) {
        double off_a = ranks[i] - middle, off_b = ranks[n + i] - middle;
        together += off_a * off_b;
        spread_a += off_a * off_a;
        spread_b += off_b * off_b;
    }
    mem_free(ranks);
    return estimate_of(together / sqrt(spread_a * spread_b));
}

struct estimate rank_footrule(const double *a, const double *b, size_t n,
                              double *largest)
{
    if (largest)
        *largest = (double)(n * n / 2);
    if (n == 0)
        return estimate_none(UNDEFINED_NO_DATA);
    double *ranks = ranks_of(a, b, n), sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += fabs(ranks[i] - ranks[n + i]);
    mem_free(ranks);
    return estimate_of(sum);
}

/* Sum of t^3 - t over the groups of t equal values. */
static double tied(const double *values, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        double equal = 0;
        for (size_t j = 0; j < n; j++)
            equal += values[j] == values[i];
        sum += equal * equal - 1;
    }
    return sum;
}

struct estimate rank_concordance(const double *values, size_t m, size_t n,
                                 struct estimate *chi_square)
{
    struct estimate none = estimate_none(UNDEFINED_N_TOO_SMALL);
    if (chi_square)
        *chi_square = none;
    if (m < 2 || n < 2)
        return none;
    double *rank = mem_alloc(2 * n, sizeof *rank), *sum = rank + n;
    double ties = 0, spread = 0, judges = (double)m, things = (double)n;
    for (size_t judge = 0; judge < m; judge++) {
        rank_fractional(values + judge * n, n, rank);
        ties += tied(values + judge * n, n);
        for (size_t i = 0; i < n; i++)
            sum[i] += rank[i];
    }
    for (size_t i = 0; i < n; i++) {
        double off = sum[i] - judges * (things + 1) / 2;
        spread += off * off;
    }
    mem_free(rank);
    double most =
        judges * judges * (things * things * things - things) - judges * ties;
    struct estimate w = most > 0 ? estimate_of(12 * spread / most)
                                 : estimate_none(UNDEFINED_CONSTANT);
    if (chi_square)
        *chi_square =
            estimate_is(w) ? estimate_of(judges * (things - 1) * w.value) : w;
    return w;
}
