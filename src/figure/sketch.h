/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes a script and a data file: one function a kind of figure fills
 * it from a result, with what its template in plots/ expects. */
#ifndef FIGURE_SKETCH_H
#define FIGURE_SKETCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "figure/page.h"
#include "result/result.h"

struct sketch {
    struct arena *arena;
    const struct result *result;
    struct page page;
    struct buf variables; /* gnuplot assignments */
    struct buf data;      /* a head line, then one line a record */
    size_t records;
};

/* The result's first result->listed rows as horizontal bars: the share of the
 * universe, or the amount where no row has a share; the period before as a
 * tick. ERR_REQUEST: no row, no number, several periods or releases. */
bool ranking_sketch(struct sketch *sketch, struct err *err);

/* Rows of one year each as vertical bars with the trailing mean as a line; a
 * panel for each supplier, recipient, category or release that differs.
 * ERR_REQUEST: no row, rows of longer periods, a year twice, too many
 * panels. */
bool series_sketch(struct sketch *sketch, struct err *err);

/* What both share. */

/* The caption: the result's title unless the figure has one, `reading` (how
 * to read the marks), the unit, and the lines under the table, which name the
 * universe, the source and its release; without those about the table. */
void sketch_caption(struct sketch *sketch, const char *reading);

/* The cell, or a null value when the result has no such column. */
const struct value *sketch_cell(const struct sketch *sketch, size_t row,
                                const char *column);

/* The cell as a name: text and integers, "" for others. */
struct str sketch_word(const struct sketch *sketch, size_t row,
                       const char *column);

/* Unit of the column `amount`, "" without one. */
const char *sketch_unit(const struct sketch *sketch);

/* Does the column say different things in the first `rows` rows? */
bool sketch_varies(const struct sketch *sketch, size_t rows,
                   const char *column);

/* The words of the columns (null-terminated), joined by dashes. */
struct str sketch_name(const struct sketch *sketch, size_t row,
                       const char *const *columns);

/* The number as it is drawn: units, per cent. False (and *number left alone)
 * for none. */
bool sketch_number(const struct value *value, double *number);

/* Can a bar that begins at zero show it? ERR_REQUEST: below zero, or past
 * 10^18. */
bool sketch_drawable(double number, size_t row, struct err *err);

/* The number as it stands in the data file and a tab; NaN for none. */
void sketch_add_number(struct sketch *sketch, enum kind kind,
                       const struct value *value);

#endif
