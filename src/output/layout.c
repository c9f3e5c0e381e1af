/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/layout.h"

/* Blanks between two texts of a line. */
#define APART ((size_t)2)

/* A column of text is not narrowed below, even when the table stays wider
 * than it should; nor below its heads and numbers. */
#define NARROWEST ((size_t)8)

static const struct view_column *column_of(const struct layout *layout,
                                           size_t column)
{
    return &layout->grid->view->columns[column];
}

static bool wraps(const struct layout *layout, size_t column)
{
    return column_of(layout, column)->align == ALIGN_LEFT;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t layout_cell_start(const struct layout *layout, size_t column,
                         const struct cell *cell)
{
    const struct place *place = &layout->places[column];
    size_t room = place->width;
    if (wraps(layout, column))
        room = cell->number ? place->numbers : 0;
    size_t taken = cell->width + cell->tail;
    return place->start + (room > taken ? room - taken : 0);
}

/* Widths that hold everything on one line. */
static void measure(struct layout *layout, size_t column)
{
    const struct grid *grid = layout->grid;
    struct place *place = &layout->places[column];
    size_t widest = 0;
    size_t head = 0;
    place->gap = column_of(layout, column)->gap;
    place->loose = true;
    for (size_t i = 0; i < grid->head_count; i++)
        if (!grid->heads[i].span && grid->heads[i].first == column)
            head = larger(head, grid->heads[i].width);
    for (size_t row = 0; row < grid->view->row_count; row++) {
        const struct cell *cell = &grid_row(grid, row)[column];
        size_t width = cell->width + cell->tail;
        widest = larger(widest, width);
        if (cell->number)
            place->numbers = larger(place->numbers, width);
    }
    if (wraps(layout, column))
        widest = smaller(widest, layout->limit);
    place->floor =
        larger(larger(head, place->numbers), smaller(widest, NARROWEST));
    place->least = larger(place->floor, column_of(layout, column)->width);
    place->width = larger(place->least, widest);
}

/* Blanks that are missing between the cells of a column and the texts before
 * them on their lines. */
static size_t crowding(const struct layout *layout, size_t column)
{
    const struct grid *grid = layout->grid;
    size_t missing = 0;
    for (size_t row = 0; row < grid->view->row_count; row++) {
        const struct cell *cells = grid_row(grid, row);
        size_t left = column;
        while (left > 0 && cells[left - 1].width == 0)
            left--;
        if (left == 0 || cells[column].width == 0)
            continue;
        left--;
        size_t end = layout_cell_start(layout, left, &cells[left]) +
                     smaller(cells[left].width, layout->places[left].width);
        size_t start = layout_cell_start(layout, column, &cells[column]);
        if (end + APART > start)
            missing = larger(missing, end + APART - start);
    }
    return missing;
}

static void place_columns(struct layout *layout)
{
    size_t end = 0;
    for (size_t i = 0; i < layout->grid->view->column_count; i++) {
        struct place *place = &layout->places[i];
        place->start = end + place->gap;
        if (place->gap < APART)
            place->start += crowding(layout, i);
        end = place->start + place->width;
    }
}

static ptrdiff_t wanted_start(const struct layout *layout,
                              const struct head *head)
{
    const struct place *first = &layout->places[head->first];
    const struct place *last = &layout->places[head->last];
    ptrdiff_t start = (ptrdiff_t)first->start;
    ptrdiff_t end = (ptrdiff_t)(last->start + last->width);
    ptrdiff_t room = end - start - (ptrdiff_t)head->width;
    if (head->span)
        start += room / 2;
    else if (!wraps(layout, head->first))
        start += room;
    return start + head->shift;
}

static bool same_line(const struct grid *grid, size_t one, size_t other)
{
    return other < grid->head_count &&
           grid->heads[one].line == grid->heads[other].line;
}

/* Spans go to the left before what stands to the right of them. */
static void place_heads(struct layout *layout)
{
    const struct grid *grid = layout->grid;
    for (size_t i = grid->head_count; i-- > 0;) {
        const struct head *head = &grid->heads[i];
        ptrdiff_t end = (ptrdiff_t)layout->limit;
        ptrdiff_t start = wanted_start(layout, head);
        if (same_line(grid, i, i + 1))
            end = layout->head_starts[i + 1] - (ptrdiff_t)APART;
        if (head->span && start + (ptrdiff_t)head->width > end)
            start = end - (ptrdiff_t)head->width;
        layout->head_starts[i] = start;
    }
}

/* Then to the right behind what stands to the left. What still does not fit
 * is a head of its own: true, with its column and the blanks it lacks. */
static bool heads_collide(struct layout *layout, size_t *column,
                          size_t *missing)
{
    const struct grid *grid = layout->grid;
    ptrdiff_t end = 0;
    place_heads(layout);
    for (size_t i = 0; i < grid->head_count; i++) {
        const struct head *head = &grid->heads[i];
        ptrdiff_t *start = &layout->head_starts[i];
        if (i == 0 || !same_line(grid, i - 1, i))
            end = 0;
        if (*start < end && head->span)
            *start = end;
        if (*start < end) {
            *column = head->first;
            *missing = (size_t)(end - *start);
            return true;
        }
        end = *start + (ptrdiff_t)(head->width + APART);
    }
    return false;
}

static void place_all(struct layout *layout)
{
    size_t column;
    size_t missing;
    place_columns(layout);
    while (heads_collide(layout, &column, &missing)) {
        layout->places[column].gap += missing;
        place_columns(layout);
    }
}

static size_t table_width(const struct layout *layout)
{
    const struct grid *grid = layout->grid;
    const struct place *last = &layout->places[grid->view->column_count - 1];
    size_t width = last->start + last->width;
    for (size_t i = 0; i < grid->head_count; i++)
        width = larger(width,
                       (size_t)layout->head_starts[i] + grid->heads[i].width);
    return width;
}

/* The widest column of text that is wider than it must be, or null. */
static struct place *widest(struct layout *layout, bool flexible, bool below)
{
    struct place *found = NULL;
    for (size_t i = 0; i < layout->grid->view->column_count; i++) {
        struct place *place = &layout->places[i];
        size_t least = below ? place->floor : place->least;
        if (!wraps(layout, i) || place->width <= least ||
            (flexible && !column_of(layout, i)->flexible))
            continue;
        if (!found || place->width > found->width)
            found = place;
    }
    return found;
}

/* How far the heads stand from where they belong, in all. */
static size_t strain(const struct layout *layout)
{
    ptrdiff_t sum = 0;
    for (size_t i = 0; i < layout->grid->head_count; i++) {
        ptrdiff_t off = layout->head_starts[i] -
                        wanted_start(layout, &layout->grid->heads[i]);
        sum += off < 0 ? -off : off;
    }
    return (size_t)sum;
}

static struct place *widest_loose_gap(struct layout *layout)
{
    struct place *found = NULL;
    for (size_t i = 0; i < layout->grid->view->column_count; i++) {
        struct place *place = &layout->places[i];
        if (place->loose && place->gap > APART &&
            (!found || place->gap > found->gap))
            found = place;
    }
    return found;
}

/* Takes one blank from the widest gap whose heads allow it. */
static bool tighten(struct layout *layout)
{
    size_t before = strain(layout);
    struct place *place;
    while ((place = widest_loose_gap(layout))) {
        size_t column;
        size_t missing;
        place->gap--;
        place_columns(layout);
        if (!heads_collide(layout, &column, &missing) &&
            strain(layout) <= before)
            return true;
        place->gap++;
        place->loose = false;
    }
    place_all(layout);
    return false;
}

static bool give_way(struct layout *layout)
{
    struct place *place = widest(layout, true, false);
    if (!place && tighten(layout))
        return true;
    if (!place)
        place = widest(layout, false, false);
    if (!place)
        place = widest(layout, false, true);
    if (!place)
        return false;
    place->width--;
    return true;
}

void layout_init(struct layout *layout, struct arena *arena,
                 const struct grid *grid, size_t limit)
{
    size_t columns = grid->view->column_count;
    *layout = (struct layout){.grid = grid, .limit = limit};
    layout->places = arena_alloc(arena, columns, sizeof(*layout->places));
    layout->head_starts =
        arena_alloc(arena, grid->head_count, sizeof(*layout->head_starts));
    for (size_t i = 0; i < columns; i++)
        measure(layout, i);
    place_all(layout);
    while (table_width(layout) > limit && give_way(layout))
        place_all(layout);
}
