/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Separation of a Poisson regression: rows without an outcome that regressors
 * explain so well that their coefficients have no finite value (Correia,
 * Guimaraes and Zylkin 2019). */
#ifndef STAT_SEPARATION_H
#define STAT_SEPARATION_H

#include <stdbool.h>
#include <stddef.h>

#include "stat/design.h"

/* Marks the rows with y = 0 where some combination of regressors is not 0 that
 * is 0 wherever y > 0 and nowhere of the other sign. Returns their number.
 * y: 0 or more. */
size_t separation_find(const struct design *design, const double *y,
                       bool *separated);

#endif
