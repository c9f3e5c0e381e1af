/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/k_core.h"

#include "base/mem.h"

/* How much the arcs between the two count for the degree of `node`. */
static size_t links(const struct graph *graph, enum k_core kind, size_t node,
                    size_t other)
{
    size_t out = graph_has(graph, node, other);
    size_t in = graph_has(graph, other, node);
    switch (kind) {
    case K_CORE_IN:
        return in;
    case K_CORE_OUT:
        return out;
    case K_CORE_SIMPLE:
        return in || out;
    default:
        return in + out;
    }
}

/* The node of least degree that is left; n when none is. */
static size_t least(const size_t *degree, const bool *gone, size_t n)
{
    size_t best = n;
    for (size_t i = 0; i < n; i++) {
        if (!gone[i] && (best == n || degree[i] < degree[best]))
            best = i;
    }
    return best;
}

void k_core(const struct graph *graph, enum k_core kind, size_t *coreness)
{
    size_t n = graph->n;
    size_t *degree = mem_alloc(n, sizeof *degree);
    bool *gone = mem_alloc(n, sizeof *gone);
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < n; j++)
            degree[i] += links(graph, kind, i, j);
    }
    size_t core = 0;
    for (size_t at; (at = least(degree, gone, n)) < n;) {
        core = degree[at] > core ? degree[at] : core;
        coreness[at] = core;
        gone[at] = true;
        for (size_t j = 0; j < n; j++)
            degree[j] -= gone[j] ? 0 : links(graph, kind, j, at);
    }
    mem_free(degree);
    mem_free(gone);
}
