/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/deflation.h"

/* `text` with the first `from` replaced, or itself without one. */
static const char *replaced(struct arena *arena, const char *text,
                            const char *from, const char *to)
{
    ptrdiff_t at = text ? str_find(str_from(text), str_from(from)) : -1;
    return at < 0 ? text
                  : arena_printf(arena, "%.*s%s%s", (int)at, text, to,
                                 text + at + strlen(from));
}

/* "usd" becomes "usd_constant_2018" in columns and in cells that name it. */
static void say_for_machines(struct result *result, const char *word,
                             const char *constant)
{
    for (size_t i = 0; i < result->column_count; i++) {
        if (strcmp(result->columns[i].unit, word) == 0)
            result->columns[i].unit = constant;
    }
    size_t unit = result_find_column(result, "unit");
    for (size_t i = 0; unit != SIZE_MAX && i < result->row_count; i++) {
        struct value *cell = &result->cells[i * result->column_count + unit];
        if (cell->type == VALUE_TEXT && str_eq(cell->as.text, str_from(word)))
            *cell = value_word(constant);
    }
}

static void say_for_people(struct result *result, const char *title, int prices)
{
    struct arena *arena = &result->arena;
    struct view *view = &result->view;
    const char *current = arena_printf(arena, "%s, current", title);
    const char *constant =
        arena_printf(arena, "%s, constant %d prices", title, prices);
    view->unit_line = replaced(arena, view->unit_line, current, constant);
    if (result->sentence)
        result->sentence =
            arena_printf(arena, "%s Values are at constant %d prices.",
                         result->sentence, prices);
}

static void note(struct result *result, const struct release *release)
{
    result_add_note(result,
                    "Constant %d prices: the amounts of each year times the "
                    "index of %d, divided by that of the year (%s).",
                    release->study.prices, release->study.prices,
                    release->deflator->file.name);
    view_insert_foot(&result->view, &result->arena,
                     result->notes[result->note_count - 1]);
}

void deflation_say(const struct loaded *loaded, struct result *result)
{
    const struct release *release = &loaded->releases[0];
    enum unit unit = release->cube.unit;
    if (!release->deflator)
        return;
    const char *word = unit_word(unit);
    const char *constant = arena_printf(&result->arena, "%s_constant_%d", word,
                                        release->study.prices);
    say_for_machines(result, word, constant);
    say_for_people(result, unit_title(unit), release->study.prices);
    note(result, release);
    load_credit(result, &release->deflator->file);
}
