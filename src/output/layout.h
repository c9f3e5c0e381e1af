/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the columns and heads of a terminal table stand. */
#ifndef OUTPUT_LAYOUT_H
#define OUTPUT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "output/grid.h"

struct place {
    size_t start;
    size_t width;
    size_t gap;     /* in front */
    size_t least;   /* the width that it keeps while others can give way */
    size_t floor;   /* the width that it always keeps */
    size_t numbers; /* of a left column: its widest number */
    bool loose;     /* the gap can still be tightened */
};

struct layout {
    const struct grid *grid;
    size_t limit;           /* width of the table */
    struct place *places;   /* by column */
    ptrdiff_t *head_starts; /* by head of the grid */
};

/* Everything is in the arena. */
void layout_init(struct layout *layout, struct arena *arena,
                 const struct grid *grid, size_t limit);

/* Where the text of a cell of that column begins on its line. */
size_t layout_cell_start(const struct layout *layout, size_t column,
                         const struct cell *cell);

#endif
