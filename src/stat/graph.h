/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A weighted directed graph as a dense matrix: places that trade are some
 * hundreds, and then exact linear algebra is cheaper than iterations with a
 * tolerance to explain. Nodes are numbers; who wants the same result whatever
 * the order of rows numbers them by name. */
#ifndef STAT_GRAPH_H
#define STAT_GRAPH_H

#include <stdbool.h>
#include <stddef.h>

/* Most nodes: singular values of more take longer than anybody waits. */
#define GRAPH_MOST ((size_t)400)

struct graph {
    size_t n;
    double *weights; /* n * n, row-major: of the arc from row to column, finite
                        and not negative, 0 where there is none; the diagonal
                        is 0 */
};

/* A graph without arcs. The caller frees it. */
void graph_init(struct graph *graph, size_t n);
void graph_done(struct graph *graph);

static inline double graph_weight(const struct graph *graph, size_t from,
                                  size_t to)
{
    return graph->weights[from * graph->n + to];
}

static inline bool graph_has(const struct graph *graph, size_t from, size_t to)
{
    return graph_weight(graph, from, to) > 0;
}

/* New graphs made of one: with every weight 1; with every arc turned; with
 * w_ij + w_ji both ways. */
void graph_plain(struct graph *plain, const struct graph *graph);
void graph_turned(struct graph *turned, const struct graph *graph);
void graph_undirected(struct graph *sum, const struct graph *graph);

/* The graph of those nodes alone for which set[i] == which; members[k] is the
 * k-th of them (room for n). */
void graph_part(struct graph *part, const struct graph *graph,
                const size_t *set, size_t which, size_t *members);

/* Weights and numbers of arcs out of each node; null: not wanted. */
void graph_out(const struct graph *graph, double *strength, size_t *degree);

#endif
