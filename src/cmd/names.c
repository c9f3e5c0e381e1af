/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/names.h"

#include "trade/place.h"

static struct str styled(struct str name, enum name_style style)
{
    const struct place *place = place_of_name(name);
    if (!place)
        return name;
    if (style == NAMES_COMMON)
        return str_from(place->name);
    return *place->iso3 ? str_from(place->iso3) : name;
}

/* A name, or several with "; " between them. */
static void apply_cell(struct value *cell, enum name_style style,
                       struct arena *arena)
{
    const char *joined = NULL;
    if (cell->type != VALUE_TEXT)
        return;
    struct str rest = cell->as.text;
    for (ptrdiff_t at; (at = str_find(rest, STR("; "))) >= 0;
         rest = str_skip(rest, (size_t)at + 2)) {
        struct str name = styled((struct str){rest.ptr, (size_t)at}, style);
        joined = arena_printf(arena, "%s%.*s; ", joined ? joined : "",
                              STR_ARG(name));
    }
    cell->as.text = styled(rest, style);
    if (joined)
        cell->as.text = str_from(
            arena_printf(arena, "%s%.*s", joined, STR_ARG(cell->as.text)));
}

static bool holds_place(const char *column)
{
    static const char *const names[] = {
        "supplier",  "recipient", "partner_1",     "partner_2",
        "partner_3", "largest",   "three_largest", "previous_largest",
        "place",     "partner"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(column, names[i]) == 0)
            return true;
    }
    return false;
}

static void apply_nodes(struct result *result, enum name_style style)
{
    const struct edges *edges = result->edges;
    for (size_t i = 0; edges && i < edges->node_count; i++)
        edges->nodes[i].name = styled(edges->nodes[i].name, style);
}

void names_apply(struct result *result, enum name_style style)
{
    if (style == NAMES_SOURCE)
        return;
    for (size_t i = 0; i < result->column_count; i++) {
        if (!holds_place(result->columns[i].name))
            continue;
        for (size_t row = 0; row < result->row_count; row++)
            apply_cell(&result->cells[row * result->column_count + i], style,
                       &result->arena);
    }
    apply_nodes(result, style);
    struct view *view = &result->view;
    for (size_t row = 0; row < view->row_count; row++) {
        if (view->rows[row].role != VIEW_ENTRY)
            continue;
        for (size_t i = 0; i < view->column_count; i++)
            apply_cell(&view->rows[row].cells[i], style, &result->arena);
    }
}
