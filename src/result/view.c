/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "result/view.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "result/grow.h"

size_t view_add_column(struct view *view, struct arena *arena,
                       struct view_column column)
{
    assert(view->row_count == 0);
    view->columns = grow(arena, view->columns, view->column_count,
                         &view->column_cap, sizeof(*view->columns));
    view->columns[view->column_count] = column;
    return view->column_count++;
}

void view_add_span(struct view *view, struct arena *arena,
                   struct view_span span)
{
    assert(span.line < VIEW_HEAD_LINES && span.first <= span.last);
    view->spans = grow(arena, view->spans, view->span_count, &view->span_cap,
                       sizeof(*view->spans));
    view->spans[view->span_count++] = span;
}

struct value *view_add_row(struct view *view, struct arena *arena,
                           enum view_role role)
{
    view->rows = grow(arena, view->rows, view->row_count, &view->row_cap,
                      sizeof(*view->rows));
    struct value *cells =
        arena_alloc(arena, view->column_count, sizeof(*cells));
    view->rows[view->row_count++] = (struct view_row){role, cells};
    return cells;
}

bool view_row_is_blank(const struct view *view, size_t row)
{
    const struct value *cells = view->rows[row].cells;
    for (size_t i = 0; i < view->column_count; i++)
        if (cells[i].type != VALUE_NULL || cells[i].reason != REASON_NONE)
            return false;
    return view->rows[row].role == VIEW_ENTRY;
}

void view_add_foot(struct view *view, struct arena *arena, const char *format,
                   ...)
{
    view->foot = grow(arena, view->foot, view->foot_count, &view->foot_cap,
                      sizeof(*view->foot));
    va_list values;
    va_start(values, format);
    view->foot[view->foot_count++] = arena_vprintf(arena, format, values);
    va_end(values);
}

void view_insert_foot(struct view *view, struct arena *arena, const char *text)
{
    view_add_foot(view, arena, "%s", "");
    memmove(view->foot + 1, view->foot,
            (view->foot_count - 1) * sizeof *view->foot);
    view->foot[0] = text;
}
