/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/list_overlap.h"

#include <assert.h>

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t list_common(struct ranked_list a, struct ranked_list b, size_t depth)
{
    size_t common = 0;
    for (size_t i = 0; i < least(a.n, depth); i++) {
        for (size_t j = 0; j < least(b.n, depth); j++)
            common += a.items[i] == b.items[j];
    }
    return common;
}

struct estimate list_overlap(struct ranked_list a, struct ranked_list b,
                             size_t k)
{
    if (k == 0 || (a.n == 0 && b.n == 0))
        return estimate_none(UNDEFINED_NO_DATA);
    return estimate_of((double)list_common(a, b, k) / (double)k);
}

struct estimate list_jaccard(struct ranked_list a, struct ranked_list b,
                             size_t k)
{
    size_t common = list_common(a, b, k);
    size_t either = least(a.n, k) + least(b.n, k) - common;
    if (either == 0)
        return estimate_none(UNDEFINED_NO_DATA);
    return estimate_of((double)common / (double)either);
}

struct estimate list_average_overlap(struct ranked_list a, struct ranked_list b,
                                     size_t depth)
{
    double sum = 0;
    if (depth == 0 || (a.n == 0 && b.n == 0))
        return estimate_none(UNDEFINED_NO_DATA);
    for (size_t d = 1; d <= depth; d++)
        sum += (double)list_common(a, b, d) / (double)d;
    return estimate_of(sum / (double)depth);
}

struct estimate list_rbo(struct ranked_list a, struct ranked_list b, double p)
{
    assert(p > 0 && p < 1);
    if (a.n == 0 || b.n == 0)
        return estimate_none(UNDEFINED_NO_DATA);
    size_t shorter = least(a.n, b.n), longer = a.n + b.n - shorter;
    double x_short = (double)list_common(a, b, shorter), x = 0;
    double sum = 0, weight = 1, s = (double)shorter;
    for (size_t d = 1; d <= longer; d++) {
        weight *= p;
        x = (double)list_common(a, b, d);
        sum += weight * x / (double)d;
        if (d > shorter)
            sum += weight * x_short * ((double)d - s) / (s * (double)d);
    }
    return estimate_of((1 - p) / p * sum +
                       ((x - x_short) / (double)longer + x_short / s) * weight);
}
