/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/components.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"

struct component {
    size_t old;
    size_t size;
    size_t first;
};

static int size_order(const void *left, const void *right)
{
    const struct component *a = left;
    const struct component *b = right;
    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    return a->first < b->first ? -1 : a->first > b->first;
}

size_t components_number(size_t *set, size_t n)
{
    struct component *found = mem_alloc(n, sizeof *found);
    size_t *number = mem_alloc(n, sizeof *number);
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        if (!number[set[i]]) {
            found[count] = (struct component){set[i], 0, i};
            number[set[i]] = ++count;
        }
        found[number[set[i]] - 1].size++;
    }
    qsort(found, count, sizeof *found, size_order);
    for (size_t i = 0; i < count; i++)
        number[found[i].old] = i;
    for (size_t i = 0; i < n; i++)
        set[i] = number[set[i]];
    mem_free(found);
    mem_free(number);
    return count;
}

size_t components_weak(const struct graph *graph, size_t *set)
{
    size_t n = graph->n;
    size_t *waiting = mem_alloc(n, sizeof *waiting);
    bool *seen = mem_alloc(n, sizeof *seen);
    for (size_t i = 0; i < n; i++) {
        size_t count = 0;
        if (seen[i])
            continue;
        seen[i] = true;
        waiting[count++] = i;
        while (count) {
            size_t at = waiting[--count];
            set[at] = i;
            for (size_t j = 0; j < n; j++) {
                if (seen[j] ||
                    !(graph_has(graph, at, j) || graph_has(graph, j, at)))
                    continue;
                seen[j] = true;
                waiting[count++] = j;
            }
        }
    }
    mem_free(waiting);
    mem_free(seen);
    return components_number(set, n);
}

/* Tarjan's search; as deep as the graph has nodes, of which there are at most
 * GRAPH_MOST. */
struct tarjan {
    const struct graph *graph;
    size_t *set;
    size_t *index; /* 0: not visited */
    size_t *low;
    size_t *stack;
    bool *stacked;
    size_t height;
    size_t visited;
};

static void visit(struct tarjan *tarjan, size_t at)
{
    tarjan->index[at] = tarjan->low[at] = ++tarjan->visited;
    tarjan->stack[tarjan->height++] = at;
    tarjan->stacked[at] = true;
    for (size_t to = 0; to < tarjan->graph->n; to++) {
        if (!graph_has(tarjan->graph, at, to))
            continue;
        size_t reaches = SIZE_MAX;
        if (!tarjan->index[to]) {
            visit(tarjan, to);
            reaches = tarjan->low[to];
        } else if (tarjan->stacked[to]) {
            reaches = tarjan->index[to];
        }
        if (reaches < tarjan->low[at])
            tarjan->low[at] = reaches;
    }
    while (tarjan->low[at] == tarjan->index[at] && tarjan->stacked[at]) {
        size_t top = tarjan->stack[--tarjan->height];
        tarjan->stacked[top] = false;
        tarjan->set[top] = at;
    }
}

size_t components_strong(const struct graph *graph, size_t *set)
{
    size_t n = graph->n;
    struct tarjan tarjan = {
        .graph = graph,
        .set = set,
        .index = mem_alloc(n, sizeof(size_t)),
        .low = mem_alloc(n, sizeof(size_t)),
        .stack = mem_alloc(n, sizeof(size_t)),
        .stacked = mem_alloc(n, sizeof(bool)),
    };
    for (size_t i = 0; i < n; i++) {
        if (!tarjan.index[i])
            visit(&tarjan, i);
    }
    mem_free(tarjan.index);
    mem_free(tarjan.low);
    mem_free(tarjan.stack);
    mem_free(tarjan.stacked);
    return components_number(set, n);
}
