/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/betweenness.h"

#include <math.h>

#include "base/mem.h"

/* Shortest paths from one source. */
struct search {
    const struct graph *graph;
    bool weighted;
    double *distance; /* INFINITY: not reached */
    double *paths;    /* how many shortest ones lead there */
    double *depends;  /* on the node: what it passes on */
    size_t *settled;  /* nodes by distance */
    size_t count;
    bool *done;
};

static double length_of(const struct search *search, size_t from, size_t to)
{
    return search->weighted ? 1 / graph_weight(search->graph, from, to) : 1;
}

/* -1 shorter, 0 as long, 1 longer; `b` may be infinite. */
static int compare(double a, double b)
{
    if (!isinf(b) && fabs(a - b) <= BETWEENNESS_TOLERANCE * fmax(a, b))
        return 0;
    return a < b ? -1 : 1;
}

/* The nearest node that is not settled; n when none is within reach. */
static size_t nearest(const struct search *search)
{
    size_t n = search->graph->n;
    size_t best = n;
    for (size_t i = 0; i < n; i++) {
        if (!search->done[i] && !isinf(search->distance[i]) &&
            (best == n || search->distance[i] < search->distance[best]))
            best = i;
    }
    return best;
}

/* Dijkstra's, looking for the nearest by hand: the matrix is dense. */
static void find_paths(struct search *search, size_t source)
{
    size_t n = search->graph->n;
    for (size_t i = 0; i < n; i++) {
        search->distance[i] = INFINITY;
        search->paths[i] = search->depends[i] = 0;
        search->done[i] = false;
    }
    search->distance[source] = 0;
    search->paths[source] = 1;
    search->count = 0;
    for (size_t at = source; at < n; at = nearest(search)) {
        search->done[at] = true;
        search->settled[search->count++] = at;
        for (size_t to = 0; to < n; to++) {
            if (search->done[to] || !graph_has(search->graph, at, to))
                continue;
            double distance = search->distance[at] + length_of(search, at, to);
            int order = compare(distance, search->distance[to]);
            if (order < 0) {
                search->distance[to] = distance;
                search->paths[to] = 0;
            }
            if (order <= 0)
                search->paths[to] += search->paths[at];
        }
    }
}

/* From the farthest back: what each node passes on to those before it. */
static void add_dependencies(struct search *search, size_t source,
                             double *between)
{
    for (size_t k = search->count; k-- > 1;) {
        size_t to = search->settled[k];
        for (size_t i = 0; i < k; i++) {
            size_t at = search->settled[i];
            if (!graph_has(search->graph, at, to))
                continue;
            double distance = search->distance[at] + length_of(search, at, to);
            if (compare(distance, search->distance[to]) == 0)
                search->depends[at] += search->paths[at] / search->paths[to] *
                                       (1 + search->depends[to]);
        }
        if (to != source)
            between[to] += search->depends[to];
    }
}

void betweenness(const struct graph *graph, bool weighted, double *between)
{
    size_t n = graph->n;
    struct search search = {
        .graph = graph,
        .weighted = weighted,
        .distance = mem_alloc(n, sizeof(double)),
        .paths = mem_alloc(n, sizeof(double)),
        .depends = mem_alloc(n, sizeof(double)),
        .settled = mem_alloc(n, sizeof(size_t)),
        .done = mem_alloc(n, sizeof(bool)),
    };
    for (size_t i = 0; i < n; i++)
        between[i] = 0;
    for (size_t source = 0; source < n; source++) {
        find_paths(&search, source);
        add_dependencies(&search, source, between);
    }
    mem_free(search.distance);
    mem_free(search.paths);
    mem_free(search.depends);
    mem_free(search.settled);
    mem_free(search.done);
}

double betweenness_most(size_t n)
{
    return n > 2 ? ((double)n - 1) * ((double)n - 2) : 0;
}
