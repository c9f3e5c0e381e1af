/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/magnitude.h"

#define THOUSAND ((amount)1000)
#define MILLION (THOUSAND * THOUSAND)

/* The first amount that prints with ten digits. */
#define TEN_DIGITS (THOUSAND * MILLION * AMOUNT_ONE - AMOUNT_ONE / 2)

amount magnitude_of(enum unit unit, amount total)
{
    bool money = unit == UNIT_USD || unit == UNIT_EUR || unit == UNIT_GBP;
    if (!money || total < TEN_DIGITS)
        return 1;
    return total / THOUSAND < TEN_DIGITS ? THOUSAND : MILLION;
}

const char *magnitude_head(const struct study *study, struct arena *arena)
{
    const char *unit = unit_short(study->cube->unit);
    if (study->magnitude == THOUSAND)
        return arena_printf(arena, "%s 1000", unit);
    return study->magnitude == MILLION ? arena_printf(arena, "%s m", unit)
                                       : unit;
}

static bool has_amounts(const struct view *view)
{
    for (size_t i = 0; i < view->column_count; i++) {
        if (view->columns[i].kind == KIND_AMOUNT)
            return true;
    }
    return false;
}

/* "..., USD, current": "..., million USD, current". */
static void tell(const struct study *study, struct view *view,
                 struct arena *arena)
{
    struct str line = str_from(view->unit_line);
    const char *unit = unit_title(study->cube->unit);
    ptrdiff_t at = str_find(line, str_from(arena_printf(arena, ", %s", unit)));
    if (at < 0)
        return;
    view->unit_of_figure = view->unit_line;
    view->unit_line =
        arena_printf(arena, "%.*s, %s%s", (int)at, line.ptr,
                     study->magnitude == THOUSAND ? "thousand" : "million",
                     line.ptr + at + 1);
}

/* What is cut off cannot change how it rounds to whole ones. */
void magnitude_apply(const struct study *study, struct view *view,
                     struct arena *arena)
{
    if (study->magnitude <= 1 || !view->unit_line || !has_amounts(view))
        return;
    tell(study, view, arena);
    for (size_t i = 0; i < view->row_count; i++) {
        struct value *cells = view->rows[i].cells;
        for (size_t j = 0; cells && j < view->column_count; j++) {
            if (cells[j].type == VALUE_AMOUNT &&
                view->columns[j].kind == KIND_AMOUNT)
                cells[j].as.amount /= study->magnitude;
        }
    }
}
