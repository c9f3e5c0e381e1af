/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is it a whole picture? And what gnuplot leaves to be desired about it. */
#ifndef FIGURE_PRODUCT_H
#define FIGURE_PRODUCT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/err.h"
#include "base/str.h"
#include "figure/figure.h"

/* "pdf", …; of FIGURE_GP that of the picture its script draws. */
const char *product_suffix(enum figure_format format);

/* ERR_SYSTEM: it does not begin and end as a file of this format does. */
bool product_check(enum figure_format format, struct str picture,
                   struct err *err);

/* Writes the picture: an EPS with a fixed date instead of today's, so that
 * bytes agree from run to run; a PNG with its resolution, which gnuplot does
 * not say; an SVG that is well-formed whatever its texts are. */
void product_write(FILE *out, enum figure_format format, struct str picture);

#endif
