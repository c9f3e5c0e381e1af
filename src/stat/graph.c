/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/graph.h"

#include <assert.h>

#include "base/mem.h"

void graph_init(struct graph *graph, size_t n)
{
    assert(n <= GRAPH_MOST);
    graph->n = n;
    graph->weights = mem_alloc(n * n, sizeof *graph->weights);
}

void graph_done(struct graph *graph)
{
    mem_free(graph->weights);
    *graph = (struct graph){0};
}

void graph_plain(struct graph *plain, const struct graph *graph)
{
    graph_init(plain, graph->n);
    for (size_t i = 0; i < graph->n * graph->n; i++)
        plain->weights[i] = graph->weights[i] > 0 ? 1 : 0;
}

void graph_turned(struct graph *turned, const struct graph *graph)
{
    size_t n = graph->n;
    graph_init(turned, n);
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < n; j++)
            turned->weights[j * n + i] = graph_weight(graph, i, j);
    }
}

void graph_undirected(struct graph *sum, const struct graph *graph)
{
    size_t n = graph->n;
    graph_init(sum, n);
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < n; j++)
            sum->weights[i * n + j] =
                graph_weight(graph, i, j) + graph_weight(graph, j, i);
    }
}

void graph_part(struct graph *part, const struct graph *graph,
                const size_t *set, size_t which, size_t *members)
{
    size_t count = 0;
    for (size_t i = 0; i < graph->n; i++) {
        if (set[i] == which)
            members[count++] = i;
    }
    graph_init(part, count);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count; j++)
            part->weights[i * count + j] =
                graph_weight(graph, members[i], members[j]);
    }
}

void graph_out(const struct graph *graph, double *strength, size_t *degree)
{
    for (size_t i = 0; i < graph->n; i++) {
        double sum = 0;
        size_t count = 0;
        for (size_t j = 0; j < graph->n; j++) {
            sum += graph_weight(graph, i, j);
            count += graph_has(graph, i, j);
        }
        if (strength)
            strength[i] = sum;
        if (degree)
            degree[i] = count;
    }
}
