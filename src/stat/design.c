/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/design.h"

#include <gsl/gsl_blas.h>
#include <math.h>

#include "base/mem.h"

/* A column's part that is orthogonal to those before it is nothing but
 * rounding below this share of the column. R's lm() has 1e-7, which refuses
 * sets that can be fitted well (NIST's Filip). */
#define ALIAS_SHARE 1e-12

static void take_column(double *to, const struct design *design, size_t column)
{
    for (size_t i = 0; i < design->n; i++)
        to[i] = design_row(design, i)[column];
}

/* Makes a column of length 1; false where it is 0. */
static bool make_unit(gsl_vector *column)
{
    double length = gsl_blas_dnrm2(column);
    if (!(length > 0))
        return false;
    gsl_vector_scale(column, 1 / length);
    return true;
}

/* Twice is enough: what rounding left of the others is gone then. */
static void take_away(gsl_vector *column, gsl_matrix *basis, size_t rank)
{
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < rank; i++) {
            gsl_vector_view unit = gsl_matrix_row(basis, i);
            double along;
            gsl_blas_ddot(&unit.vector, column, &along);
            gsl_blas_daxpy(-along, &unit.vector, column);
        }
    }
}

size_t design_alias(const struct design *design, bool *aliased)
{
    size_t n = design->n, rank = 0;
    if (n == 0) {
        for (size_t column = 0; column < design->k; column++)
            aliased[column] = true;
        return 0;
    }
    double *cells = mem_alloc(mem_product(n, design->k + 1), sizeof *cells);
    gsl_matrix_view basis = gsl_matrix_view_array(cells, design->k + 1, n);
    for (size_t column = 0; column < design->k; column++) {
        gsl_vector_view next = gsl_matrix_row(&basis.matrix, rank);
        take_column(next.vector.data, design, column);
        aliased[column] = true;
        if (!make_unit(&next.vector))
            continue;
        take_away(&next.vector, &basis.matrix, rank);
        if (gsl_blas_dnrm2(&next.vector) <= ALIAS_SHARE ||
            !make_unit(&next.vector))
            continue;
        aliased[column] = false;
        rank++;
    }
    mem_free(cells);
    return rank;
}
