/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/pagerank.h"

#include <assert.h>
#include <gsl/gsl_linalg.h>

#include "base/mem.h"

/* I - d P', P' having the row of `from` as its column. */
static void fill(gsl_matrix *system, const struct graph *graph, double damping)
{
    size_t n = graph->n;
    double *strength = mem_alloc(n, sizeof *strength);
    graph_out(graph, strength, NULL);
    for (size_t from = 0; from < n; from++) {
        for (size_t to = 0; to < n; to++) {
            double part = strength[from] > 0
                              ? graph_weight(graph, from, to) / strength[from]
                              : 1 / (double)n;
            gsl_matrix_set(system, to, from, (to == from) - damping * part);
        }
    }
    mem_free(strength);
}

enum undefined pagerank(const struct graph *graph, double damping,
                        double *ranks)
{
    size_t n = graph->n;
    int sign;
    assert(damping > 0 && damping < 1);
    if (n == 0)
        return UNDEFINED_NO_DATA;
    double *cells = mem_alloc(n * n, sizeof *cells);
    double *even = mem_alloc(n, sizeof *even);
    gsl_matrix_view system = gsl_matrix_view_array(cells, n, n);
    gsl_vector_view right = gsl_vector_view_array(even, n);
    gsl_vector_view solution = gsl_vector_view_array(ranks, n);
    gsl_permutation *order = gsl_permutation_alloc(n);
    if (!order)
        mem_exhausted();
    fill(&system.matrix, graph, damping);
    for (size_t i = 0; i < n; i++)
        even[i] = (1 - damping) / (double)n;
    /* Diagonally dominant by columns: never singular. */
    bool solved = gsl_linalg_LU_decomp(&system.matrix, order, &sign) == 0 &&
                  gsl_linalg_LU_solve(&system.matrix, order, &right.vector,
                                      &solution.vector) == 0;
    gsl_permutation_free(order);
    mem_free(cells);
    mem_free(even);
    return solved ? DEFINED : UNDEFINED_SINGULAR;
}
