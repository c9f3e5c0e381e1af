/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A linear axis that begins at zero, as every axis does that bars stand on. */
#ifndef FIGURE_AXIS_H
#define FIGURE_AXIS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/decimal.h"
#include "figure/text.h"

struct axis {
    struct str text; /* "TIV, millions" */
    amount scale;    /* the data are divided by it: 1, 1000, … */
    double end;      /* a multiple of the step, at or above the largest */
    double step;     /* 1, 2 or 5 times a power of ten */
};

struct axis axis_of_shares(const char *text);

/* Scaled so that no label has more than six digits. `unit` is the machine
 * word of the column ("tiv_million"). */
struct axis axis_of_amounts(struct arena *arena, const char *unit,
                            double largest);

/* Ends the axis at or above `largest` (not scaled yet) with the smallest step
 * that needs at most `most` of them. Zero ends it at 1. */
void axis_divide(struct axis *axis, double largest, unsigned most);

/* The same for an axis that lies: as many steps as the labels have room for
 * in `points`. */
void axis_fit(struct axis *axis, double largest, double points);

/* The widest label, in em. */
double axis_label_width(const struct axis *axis);

/* axis_end, axis_step, axis_scale */
void axis_write(const struct axis *axis, struct buf *script);

#endif
