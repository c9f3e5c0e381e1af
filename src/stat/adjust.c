/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/adjust.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

struct ordered {
    double p;
    size_t at;
};

static int by_p(const void *left, const void *right)
{
    const struct ordered *a = left, *b = right;
    if (a->p != b->p)
        return a->p < b->p ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

/* The defined ones, smallest first; the caller frees. */
static struct ordered *sorted(const struct estimate *p, size_t n, size_t *tests)
{
    struct ordered *order = mem_alloc(n, sizeof *order);
    *tests = 0;
    for (size_t i = 0; i < n; i++) {
        if (estimate_is(p[i]))
            order[(*tests)++] = (struct ordered){p[i].value, i};
    }
    if (*tests)
        qsort(order, *tests, sizeof *order, by_p);
    return order;
}

static void keep_undefined(const struct estimate *p, struct estimate *adjusted,
                           size_t n)
{
    for (size_t i = 0; i < n; i++)
        adjusted[i] = p[i];
}

void adjust_holm(const struct estimate *p, struct estimate *adjusted, size_t n)
{
    size_t tests;
    struct ordered *order = sorted(p, n, &tests);
    double reached = 0;
    keep_undefined(p, adjusted, n);
    for (size_t i = 0; i < tests; i++) {
        reached = fmax(reached, fmin(1, (double)(tests - i) * order[i].p));
        adjusted[order[i].at] = estimate_of(reached);
    }
    mem_free(order);
}

void adjust_benjamini_hochberg(const struct estimate *p,
                               struct estimate *adjusted, size_t n)
{
    size_t tests;
    struct ordered *order = sorted(p, n, &tests);
    double reached = 1;
    keep_undefined(p, adjusted, n);
    for (size_t i = tests; i-- > 0;) {
        reached = fmin(reached, (double)tests / (double)(i + 1) * order[i].p);
        adjusted[order[i].at] = estimate_of(reached);
    }
    mem_free(order);
}
