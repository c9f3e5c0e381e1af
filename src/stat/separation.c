/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/separation.h"

#include <gsl/gsl_blas.h>
#include <gsl/gsl_linalg.h>
#include <math.h>

#include "base/mem.h"

#define NOTHING 1e-12 /* share of a length that is rounding */
#define ABOVE_ZERO 1e-7
#define BELOW_ZERO -1e-10
#define MOST_TURNS 10000

static gsl_matrix *matrix_zero(size_t rows, size_t columns)
{
    gsl_matrix *made = gsl_matrix_calloc(rows, columns);
    if (!made)
        mem_exhausted();
    return made;
}

/* Rows with (or without) an outcome, columns of largest size 1; at least k
 * rows, as SVD wants them: zeros fill it up. */
static gsl_matrix *rows_with(const struct design *design, const double *y,
                             bool outcome, const double *scale)
{
    size_t k = design->k, at = 0;
    gsl_matrix *made = matrix_zero(design->n > k ? design->n : k, k);
    for (size_t i = 0; i < design->n; i++) {
        if ((y[i] > 0) != outcome)
            continue;
        for (size_t a = 0; a < k; a++)
            gsl_matrix_set(made, at, a, design_row(design, i)[a] / scale[a]);
        at++;
    }
    return made;
}

static double *scales(const struct design *design)
{
    double *scale = mem_alloc(design->k, sizeof *scale);
    for (size_t a = 0; a < design->k; a++) {
        for (size_t i = 0; i < design->n; i++)
            scale[a] = fmax(scale[a], fabs(design_row(design, i)[a]));
        if (scale[a] == 0)
            scale[a] = 1;
    }
    return scale;
}

/* SVD in place: x becomes U. False where GSL fails. */
static bool decompose(gsl_matrix *x, gsl_matrix *v, gsl_vector *s)
{
    gsl_vector *work = gsl_vector_alloc(x->size2);
    if (!work)
        mem_exhausted();
    int status = gsl_linalg_SV_decomp(x, v, s, work);
    gsl_vector_free(work);
    return status == 0;
}

/* How many of the singular values, which descend, are more than rounding. */
static size_t rank_of(const gsl_vector *s)
{
    size_t rank = 0;
    double least = NOTHING * gsl_vector_get(s, 0);
    while (rank < s->size && gsl_vector_get(s, rank) > least)
        rank++;
    return rank;
}

/* u becomes its projection on the first columns of the basis. */
static void project(gsl_vector *u, const gsl_matrix *basis, size_t columns)
{
    gsl_vector *sum = gsl_vector_calloc(u->size);
    if (!sum)
        mem_exhausted();
    for (size_t a = 0; a < columns; a++) {
        gsl_vector_const_view unit = gsl_matrix_const_column(basis, a);
        double along;
        gsl_blas_ddot(&unit.vector, u, &along);
        gsl_blas_daxpy(along, &unit.vector, sum);
    }
    gsl_vector_memcpy(u, sum);
    gsl_vector_free(sum);
}

/* The iterated rectifier of Correia, Guimaraes and Zylkin: projects on what
 * the regressors can do and cuts off what is negative, in turns. Both sets are
 * polyhedral, so it converges linearly to a point of both. */
static void rectify(gsl_vector *u, const gsl_matrix *basis, size_t columns)
{
    for (size_t turn = 0; turn < MOST_TURNS; turn++) {
        project(u, basis, columns);
        if (gsl_vector_min(u) >= BELOW_ZERO || gsl_vector_max(u) <= ABOVE_ZERO)
            return;
        for (size_t i = 0; i < u->size; i++)
            gsl_vector_set(u, i, fmax(gsl_vector_get(u, i), 0));
    }
    gsl_vector_set_zero(u);
}

static size_t mark(const gsl_vector *u, const double *y, size_t n,
                   bool *separated)
{
    size_t found = 0;
    for (size_t i = 0, at = 0; i < n; i++) {
        if (y[i] > 0)
            continue;
        separated[i] = gsl_vector_get(u, at++) > ABOVE_ZERO;
        found += separated[i];
    }
    return found;
}

/* null: columns of v from `from` on, which are 0 wherever there is an
 * outcome. */
static size_t search(const struct design *design, const double *y,
                     const gsl_matrix *zeros, const gsl_matrix *v, size_t from,
                     bool *separated)
{
    size_t k = design->k, found = 0, count = 0;
    gsl_matrix_const_view null =
        gsl_matrix_const_submatrix(v, 0, from, k, k - from);
    gsl_matrix *can = matrix_zero(zeros->size1, k - from);
    gsl_matrix *turn = matrix_zero(k - from, k - from);
    gsl_vector *s = gsl_vector_alloc(k - from);
    gsl_vector *u = gsl_vector_calloc(zeros->size1);
    if (!s || !u)
        mem_exhausted();
    gsl_blas_dgemm(CblasNoTrans, CblasNoTrans, 1, zeros, &null.matrix, 0, can);
    for (size_t i = 0; i < design->n; i++) {
        if (!(y[i] > 0))
            gsl_vector_set(u, count++, 1);
    }
    double largest = fmax(gsl_matrix_max(can), -gsl_matrix_min(can));
    if (largest > NOTHING && decompose(can, turn, s)) {
        rectify(u, can, rank_of(s));
        found = mark(u, y, design->n, separated);
    }
    gsl_matrix_free(can);
    gsl_matrix_free(turn);
    gsl_vector_free(s);
    gsl_vector_free(u);
    return found;
}

size_t separation_find(const struct design *design, const double *y,
                       bool *separated)
{
    size_t k = design->k, found = 0;
    for (size_t i = 0; i < design->n; i++)
        separated[i] = false;
    if (design->n == 0 || k == 0)
        return 0;
    double *scale = scales(design);
    gsl_matrix *outcomes = rows_with(design, y, true, scale);
    gsl_matrix *zeros = rows_with(design, y, false, scale);
    gsl_matrix *v = matrix_zero(k, k);
    gsl_vector *s = gsl_vector_alloc(k);
    if (!s)
        mem_exhausted();
    if (decompose(outcomes, v, s) && rank_of(s) < k)
        found = search(design, y, zeros, v, rank_of(s), separated);
    gsl_matrix_free(outcomes);
    gsl_matrix_free(zeros);
    gsl_matrix_free(v);
    gsl_vector_free(s);
    mem_free(scale);
    return found;
}
