/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/table.h"

#include "base/utf8.h"
#include "output/grid.h"
#include "output/layout.h"
#include "output/wrap.h"

#define RULE "\u2500"

/* A line under way. */
struct line {
    FILE *out;
    size_t at;
};

/* One blank at least behind what stands there already. */
static void put(struct line *line, size_t start, struct str text)
{
    if (line->at > 0 && start <= line->at)
        start = line->at + 1;
    fprintf(line->out, "%*s", (int)(start - line->at), "");
    fwrite(text.ptr, 1, text.len, line->out);
    line->at = start + utf8_width(text);
}

static void end_line(struct line *line)
{
    putc('\n', line->out);
    line->at = 0;
}

static void write_heads(FILE *out, const struct layout *layout)
{
    const struct grid *grid = layout->grid;
    struct line line = {out, 0};
    for (size_t i = 0; i < grid->head_count; i++) {
        if (i > 0 && grid->heads[i].line != grid->heads[i - 1].line)
            end_line(&line);
        put(&line, (size_t)layout->head_starts[i], grid->heads[i].text);
    }
    if (grid->head_count > 0)
        end_line(&line);
}

static void write_rule(FILE *out, size_t width)
{
    for (size_t i = 0; i < width; i++)
        fputs(RULE, out);
    putc('\n', out);
}

/* Texts that do not fit go on in their column on further lines. */
static void write_row(FILE *out, const struct layout *layout, size_t row,
                      struct str *rests)
{
    const struct view *view = layout->grid->view;
    const struct cell *cells = grid_row(layout->grid, row);
    struct line line = {out, 0};
    bool more = false;
    for (size_t i = 0; i < view->column_count; i++)
        rests[i] = cells[i].text;
    do {
        more = false;
        for (size_t i = 0; i < view->column_count; i++) {
            if (rests[i].len == 0)
                continue;
            size_t start = layout_cell_start(layout, i, &cells[i]);
            size_t width = layout->places[i].width;
            put(&line, start, wrap_line(&rests[i], width, true));
            more = more || rests[i].len > 0;
        }
        end_line(&line);
    } while (more);
}

static void write_body(FILE *out, struct arena *arena, const struct view *view,
                       size_t width, bool harmless)
{
    struct grid grid;
    struct layout layout;
    grid_init(&grid, arena, view, harmless);
    layout_init(&layout, arena, &grid, width);
    struct str *rests = arena_alloc(arena, view->column_count, sizeof(*rests));
    write_heads(out, &layout);
    write_rule(out, width);
    for (size_t row = 0; row < view->row_count; row++) {
        if (view->rows[row].role == VIEW_RULE)
            write_rule(out, width);
        else
            write_row(out, &layout, row, rests);
    }
}

static void write_prose(FILE *out, struct arena *arena, const char *text,
                        size_t width, bool harmless)
{
    if (text)
        wrap_paragraph(out, grid_text(arena, str_from(text), harmless), width);
}

void table_write(FILE *out, const struct view *view, size_t width,
                 bool harmless)
{
    struct arena arena;
    arena_init(&arena);
    write_prose(out, &arena, view->title, width, harmless);
    write_prose(out, &arena, view->unit_line, width, harmless);
    if (view->title || view->unit_line)
        putc('\n', out);
    if (view->column_count > 0)
        write_body(out, &arena, view, width, harmless);
    for (size_t i = 0; i < view->foot_count; i++)
        write_prose(out, &arena, view->foot[i], width, harmless);
    arena_done(&arena);
}
