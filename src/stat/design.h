/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The regressors of a regression. */
#ifndef STAT_DESIGN_H
#define STAT_DESIGN_H

#include <stdbool.h>
#include <stddef.h>

struct design {
    size_t n;        /* rows: observations */
    size_t k;        /* columns: regressors, a column of ones among them */
    const double *x; /* n * k, row after row, finite */
    bool intercept;  /* whether there is a column of ones: R^2 is about the
                        mean; without it R^2 is about 0 ("uncentred") */
};

static inline const double *design_row(const struct design *design, size_t i)
{
    return design->x + i * design->k;
}

/* Marks each column that depends on those before it (its part that is
 * orthogonal to them is below 1e-12 of its length), as R names them aliased.
 * Returns the number of the others, the rank. */
size_t design_alias(const struct design *design, bool *aliased);

#endif
