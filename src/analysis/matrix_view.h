/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a matrix. */
#ifndef ANALYSIS_MATRIX_VIEW_H
#define ANALYSIS_MATRIX_VIEW_H

#include "analysis/ranking.h"

struct matrix {
    const struct study *study;
    const struct question *question;
    struct ranking suppliers;  /* rows */
    struct ranking recipients; /* columns, as far as a table has room */
    struct group pairs;
    enum whole whole; /* of the pairs */
};

/* As many recipients as fit; the others, and what is not listed of the
 * suppliers, in sums. */
void matrix_view(struct result *result, const struct matrix *matrix);

#endif
