/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/grid.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "output/print.h"

static bool has_controls(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] < ' ')
            return true;
    return false;
}

struct str grid_text(struct arena *arena, struct str text, bool harmless)
{
    return harmless || has_controls(text) ? utf8_harmless(arena, text) : text;
}

static struct str without_end_blanks(struct str text)
{
    while (text.len > 0 && text.ptr[text.len - 1] == ' ')
        text.len--;
    return text;
}

/* Blanks at the end of a text keep their room where it is aligned right. */
static struct cell make_cell(struct arena *arena,
                             const struct view_column *column,
                             const struct value *value, bool harmless)
{
    struct str text =
        grid_text(arena, print_text(arena, column->kind, value), harmless);
    struct cell cell = {.text = without_end_blanks(text),
                        .number = value->type != VALUE_TEXT};
    cell.width = utf8_width(cell.text);
    cell.tail = print_tail(column->kind, value, text);
    if (!cell.number && column->align == ALIGN_RIGHT)
        cell.tail = text.len - cell.text.len;
    return cell;
}

static void make_row(struct grid *grid, struct arena *arena, size_t row,
                     bool harmless)
{
    const struct view *view = grid->view;
    if (view->rows[row].role == VIEW_RULE)
        return;
    struct cell *cells = grid->cells + row * view->column_count;
    for (size_t i = 0; i < view->column_count; i++)
        cells[i] = make_cell(arena, &view->columns[i],
                             &view->rows[row].cells[i], harmless);
}

static void add_head(struct grid *grid, struct head head)
{
    head.text = without_end_blanks(head.text);
    head.width = utf8_width(head.text);
    if (head.width > 0)
        grid->heads[grid->head_count++] = head;
}

static int compare_heads(const void *one, const void *other)
{
    const struct head *a = one;
    const struct head *b = other;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->first > b->first) - (a->first < b->first);
}

static void make_heads(struct grid *grid, struct arena *arena, bool harmless)
{
    const struct view *view = grid->view;
    for (size_t i = 0; i < view->column_count; i++) {
        const struct view_column *column = &view->columns[i];
        for (size_t line = 0; line < VIEW_HEAD_LINES; line++) {
            if (!column->head[line])
                continue;
            struct str text =
                grid_text(arena, str_from(column->head[line]), harmless);
            add_head(grid, (struct head){.text = text,
                                         .line = line,
                                         .first = i,
                                         .last = i,
                                         .shift = column->head_shift});
        }
    }
    for (size_t i = 0; i < view->span_count; i++) {
        const struct view_span *span = &view->spans[i];
        struct str text = grid_text(arena, str_from(span->text), harmless);
        assert(span->last < view->column_count);
        add_head(grid, (struct head){.text = text,
                                     .line = span->line,
                                     .first = span->first,
                                     .last = span->last,
                                     .shift = span->shift,
                                     .span = true});
    }
    qsort(grid->heads, grid->head_count, sizeof(*grid->heads), compare_heads);
}

void grid_init(struct grid *grid, struct arena *arena, const struct view *view,
               bool harmless)
{
    *grid = (struct grid){.view = view};
    grid->cells =
        arena_alloc(arena, mem_product(view->row_count, view->column_count),
                    sizeof(*grid->cells));
    grid->heads = arena_alloc(
        arena, view->column_count * VIEW_HEAD_LINES + view->span_count,
        sizeof(*grid->heads));
    make_heads(grid, arena, harmless);
    for (size_t row = 0; row < view->row_count; row++)
        make_row(grid, arena, row, harmless);
}

const struct cell *grid_row(const struct grid *grid, size_t row)
{
    return grid->cells + row * grid->view->column_count;
}
