/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/hits.h"

#include <float.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <string.h>

#include "base/mem.h"

static double largest(const double *values, size_t count)
{
    double most = 0;
    for (size_t i = 0; i < count; i++)
        most = fabs(values[i]) > most ? fabs(values[i]) : most;
    return most;
}

/* The sign of a singular vector is arbitrary, and the dominant pair of weights
 * that are not negative has no mixed signs but for rounding. What is below the
 * last digit of the largest is rounding too. */
static void scale(const gsl_matrix *vectors, size_t n, double *values)
{
    for (size_t i = 0; i < n; i++)
        values[i] = fabs(gsl_matrix_get(vectors, i, 0));
    double most = largest(values, n);
    double noise = (double)n * DBL_EPSILON;
    for (size_t i = 0; i < n; i++)
        values[i] = values[i] > most * noise ? values[i] / most : 0;
}

enum undefined hits(const struct graph *graph, struct hits *hits, double *hubs,
                    double *authorities)
{
    size_t n = graph->n;
    *hits = (struct hits){0, 0};
    if (!(largest(graph->weights, n * n) > 0))
        return UNDEFINED_NO_DATA;
    double *left = mem_alloc(n * n, sizeof *left);
    double *right = mem_alloc(n * n, sizeof *right);
    double *values = mem_alloc(n, sizeof *values);
    double *work = mem_alloc(n, sizeof *work);
    gsl_matrix_view u = gsl_matrix_view_array(left, n, n);
    gsl_matrix_view v = gsl_matrix_view_array(right, n, n);
    gsl_vector_view s = gsl_vector_view_array(values, n);
    gsl_vector_view w = gsl_vector_view_array(work, n);
    memcpy(left, graph->weights, n * n * sizeof *left);
    enum undefined undefined = UNDEFINED_SINGULAR;
    if (gsl_linalg_SV_decomp(&u.matrix, &v.matrix, &s.vector, &w.vector) == 0) {
        hits->first = values[0];
        hits->second = n > 1 ? values[1] : 0;
        scale(&u.matrix, n, hubs);
        scale(&v.matrix, n, authorities);
        if (hits->second < hits->first * (1 - HITS_TIE))
            undefined = DEFINED;
    }
    mem_free(left);
    mem_free(right);
    mem_free(values);
    mem_free(work);
    return undefined;
}
