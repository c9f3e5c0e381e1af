/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "views.h"

struct result *view_titled(const char *command, const char *title,
                           const char *unit_line)
{
    struct result *result = result_new(command);
    result->view.title = title;
    result->view.unit_line = unit_line;
    return result;
}

static struct view_column *add_column(struct result *result,
                                      struct view_column column)
{
    size_t at = view_add_column(&result->view, &result->arena, column);
    return &result->view.columns[at];
}

struct view_column *view_texts(struct result *result, size_t width, size_t gap,
                               const char *head)
{
    return add_column(result, (struct view_column){.kind = KIND_TEXT,
                                                   .width = width,
                                                   .gap = gap,
                                                   .head = {[2] = head}});
}

struct view_column *view_figures(struct result *result, enum kind kind,
                                 size_t width, size_t gap, const char *top,
                                 const char *middle, const char *bottom)
{
    return add_column(result,
                      (struct view_column){.kind = kind,
                                           .align = ALIGN_RIGHT,
                                           .width = width,
                                           .gap = gap,
                                           .head = {top, middle, bottom}});
}

void view_span(struct result *result, size_t line, size_t first, size_t last,
               int shift, const char *text)
{
    view_add_span(&result->view, &result->arena,
                  (struct view_span){line, first, last, shift, text});
}

struct value *view_row(struct result *result, enum view_role role)
{
    return view_add_row(&result->view, &result->arena, role);
}

void view_foot(struct result *result, const char *text)
{
    view_add_foot(&result->view, &result->arena, "%s", text);
}

struct value view_tenths(int tenths)
{
    return tenths == VIEWS_NONE ? value_null(REASON_NONE)
                                : value_ratio(tenths, 1000);
}

struct value view_units(int units)
{
    return value_amount(units * AMOUNT_ONE);
}

struct value view_rank_or_nothing(int rank)
{
    return rank == 0 ? value_null(REASON_NONE) : value_integer(rank);
}
