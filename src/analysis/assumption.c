/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/assumption.h"

#define SPLIT "several years of a deal divided evenly (--assume even-split)"

/* The error was measured on a register that has both: the sum of all errors of
 * a year, as part of the world's volume. */
#define SPLIT_NOTE                                                         \
    "Assumed: what a deal delivered in several years is divided evenly "   \
    "among them, because the source does not divide it. In SIPRI's "       \
    "register the errors of single years that this makes add up to 6.3 % " \
    "of the world's volume."

#define PIECES_NOTE                                                          \
    "Pieces of different weapons are added together; --weapon narrows them " \
    "down."

static void add_note(struct result *result, const char *note)
{
    result_add_note(result, "%s", note);
    view_insert_foot(&result->view, &result->arena, note);
}

static const char *with(struct arena *arena, const char *text, const char *more)
{
    return text ? arena_printf(arena, "%s; %s", text, more) : NULL;
}

static void mark_rows(struct result *result)
{
    size_t at = result_find_column(result, "note");
    for (size_t i = 0; at != SIZE_MAX && i < result->row_count; i++) {
        struct value *cell = &result->cells[i * result->column_count + at];
        bool said = cell->type == VALUE_TEXT && cell->as.text.len > 0;
        *cell = said ? value_word(arena_printf(&result->arena, "%.*s; %s",
                                               STR_ARG(cell->as.text), SPLIT))
                     : value_word(SPLIT);
    }
}

static void say_split(struct result *result)
{
    struct arena *arena = &result->arena;
    struct view *view = &result->view;
    view->unit_line = with(arena, view->unit_line, SPLIT);
    view->unit_of_figure = with(arena, view->unit_of_figure, SPLIT);
    if (result->sentence)
        result->sentence = arena_printf(
            arena,
            "%s The years are an assumption: what a deal delivered in several "
            "years was divided evenly among them.",
            result->sentence);
    mark_rows(result);
    add_note(result, SPLIT_NOTE);
}

/* Pieces of a register; reports of pieces say themselves what is added. */
static bool counts_pieces(const struct cube *cube)
{
    return cube && cube->unit == UNIT_ITEMS &&
           (cube->measure == MEASURE_DELIVERY ||
            cube->measure == MEASURE_ORDER || cube->measure == MEASURE_PENDING);
}

void assumption_say(struct result *result, const struct study *study,
                    const struct filter *asked)
{
    bool sums = result_find_column(result, "amount") != SIZE_MAX ||
                result_find_column(result, "statistic") != SIZE_MAX;
    if (sums && counts_pieces(study->cube) && !asked->weapon.count)
        add_note(result, PIECES_NOTE);
    if (study->scope.split_evenly)
        say_split(result);
}
