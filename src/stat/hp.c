/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/hp.h"

#include <assert.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>

#include "base/mem.h"

#define HP_LEAST_YEARS 10

/* I + lambda D'D, lower half in GSL's band storage: column j holds the diagonal
 * and the two below it. Each second difference adds its square. */
static gsl_matrix *band_of(size_t n, double lambda)
{
    static const double difference[] = {1, -2, 1};
    gsl_matrix *band = gsl_matrix_calloc(n, 3);
    if (!band)
        mem_exhausted();
    for (size_t i = 0; i < n; i++)
        gsl_matrix_set(band, i, 0, 1);
    for (size_t i = 0; i + 2 < n; i++)
        for (size_t column = 0; column < 3; column++)
            for (size_t row = column; row < 3; row++)
                *gsl_matrix_ptr(band, i + column, row - column) +=
                    lambda * difference[column] * difference[row];
    return band;
}

enum undefined hp_filter(const double *values, size_t n, double lambda,
                         double *trend)
{
    assert(lambda >= 0);
    if (n < HP_LEAST_YEARS)
        return UNDEFINED_N_TOO_SMALL;
    gsl_matrix *band = band_of(n, lambda);
    gsl_vector_view solved = gsl_vector_view_array(trend, n);
    for (size_t i = 0; i < n; i++)
        trend[i] = values[i];
    int status = gsl_linalg_cholesky_band_decomp(band);
    if (status == GSL_SUCCESS)
        status = gsl_linalg_cholesky_band_svx(band, &solved.vector);
    gsl_matrix_free(band);
    return status == GSL_SUCCESS ? DEFINED : UNDEFINED_SINGULAR;
}
