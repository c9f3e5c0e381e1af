/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights that make a local smooth robust (Cleveland 1979): 1 for what fits,
 * 0 beyond six median absolute residuals. */
#ifndef STAT_BISQUARE_H
#define STAT_BISQUARE_H

#include <stdbool.h>
#include <stddef.h>

/* Fills `weights`; `scratch` has n places too. False, and no weights, where the
 * median residual is 0 or six of it are below `floor` mean residuals: then
 * there is nothing to weigh by. */
bool bisquare_weights(const double *values, const double *fit, size_t n,
                      double floor, double *weights, double *scratch);

#endif
