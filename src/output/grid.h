/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of a view as a terminal shows them, with their widths. */
#ifndef OUTPUT_GRID_H
#define OUTPUT_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "result/view.h"

struct cell {
    struct str text;
    size_t width; /* on the terminal; 0: nothing to print */
    size_t tail;  /* blanks behind it that align the decimal point */
    bool number;
};

/* A head on its line; columns first to last carry it. */
struct head {
    struct str text;
    size_t width;
    size_t line;
    size_t first;
    size_t last;
    int shift;
    bool span;
};

struct grid {
    const struct view *view;
    struct cell *cells; /* rows by columns, rules too */
    struct head *heads; /* by line, then from left to right */
    size_t head_count;
};

/* Everything is in the arena. `harmless`: nothing that a terminal obeys; a
 * text that would break the lines of the table is made harmless either way. */
void grid_init(struct grid *grid, struct arena *arena, const struct view *view,
               bool harmless);

const struct cell *grid_row(const struct grid *grid, size_t row);

/* Such a text. */
struct str grid_text(struct arena *arena, struct str text, bool harmless);

#endif
