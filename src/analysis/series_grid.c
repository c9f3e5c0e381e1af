/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/prose.h"
#include "analysis/series_view.h"
#include "analysis/values.h"
#include "analysis/view_parts.h"
#include "base/utf8.h"

#define NAME_LEAST ((size_t)14)
#define NAME_MOST ((size_t)24)
#define YEAR_WIDTH ((size_t)4)
#define YEAR_GAP ((size_t)2)
#define SUM_WIDTH ((size_t)9)
#define SHARE_WIDTH ((size_t)5)
#define LAST_GAP ((size_t)3)

struct grid {
    const struct series *series;
    size_t first; /* the piece of the first column */
    size_t sum;   /* place of the column for the whole period */
    size_t share;
    struct cube_cell whole; /* of all lines over the whole period */
};

/* All lines from one on. */
static struct cube_cell sum_from(const struct series *series, size_t first,
                                 struct period period)
{
    struct cube_cell sum = {0};
    for (size_t i = first; i < series->line_count; i++) {
        struct cube_cell cell = lines_sum(series, &series->lines[i], period);
        cube_cell_add(&sum, &cell);
    }
    return sum;
}

static size_t name_width(const struct series *series)
{
    size_t widest = NAME_LEAST;
    for (size_t i = 0; i < series->listed; i++) {
        size_t width = utf8_width(series->lines[i].name);
        widest = width > widest ? width : widest;
    }
    return widest < NAME_MOST ? widest : NAME_MOST;
}

/* The last years, as many as a table has room for. No amount of a year is
 * wider than the year's total. */
static size_t first_shown(const struct grid *grid)
{
    const struct series *series = grid->series;
    size_t sum = parts_amount_width(grid->whole.sum);
    size_t taken = name_width(series) + LAST_GAP + SHARE_WIDTH + LAST_GAP +
                   (sum > SUM_WIDTH ? sum : SUM_WIDTH);
    size_t first = series->piece_count;
    while (first > 0) {
        struct cube_cell total =
            sum_from(series, 0, lines_period(series, first - 1));
        size_t width = parts_amount_width(total.sum);
        taken += YEAR_GAP + (width > YEAR_WIDTH ? width : YEAR_WIDTH);
        if (taken > VIEW_WIDTH)
            break;
        first--;
    }
    return first;
}

static const char *head_of(const struct series *series)
{
    switch (lines_by(series)) {
    case BY_SUPPLIER:
        return "Supplier";
    case BY_RECIPIENT:
        return "Recipient";
    default:
        return "Category";
    }
}

static void add_columns(struct result *result, struct grid *grid)
{
    struct arena *arena = &result->arena;
    const struct series *series = grid->series;
    const char *head = head_of(series);
    char years[PERIOD_TEXT];
    parts_column(result, KIND_TEXT, NAME_LEAST, 0,
                 (struct heads){{NULL, NULL, head}, head});
    for (size_t i = grid->first; i < series->piece_count; i++) {
        period_print(years, lines_period(series, i));
        const char *year = arena_printf(arena, "%s", years);
        parts_column(result, KIND_AMOUNT, YEAR_WIDTH, YEAR_GAP,
                     (struct heads){{NULL, NULL, year}, year});
    }
    period_print(years, lines_span(series));
    const char *span = arena_printf(arena, "%s", years);
    grid->sum = NOT_SHOWN;
    if (series->piece_count > 1)
        grid->sum = parts_column(result, KIND_AMOUNT, SUM_WIDTH, LAST_GAP,
                                 (struct heads){{NULL, NULL, span}, span});
    grid->share =
        parts_column(result, KIND_SHARE, SHARE_WIDTH, LAST_GAP,
                     (struct heads){{NULL, "Share", "%"},
                                    arena_printf(arena, "Share %s, %%", span)});
}

/* A row of one line, or of the sum of all from one on. */
static void add_row(struct result *result, const struct grid *grid,
                    enum view_role role, struct value name, size_t from)
{
    const struct series *series = grid->series;
    struct value *cells = view_add_row(&result->view, &result->arena, role);
    struct period span = lines_span(series);
    const struct line *line = &series->lines[from];
    bool one = role == VIEW_ENTRY;
    cells[0] = name;
    for (size_t i = grid->first; i < series->piece_count; i++) {
        struct period year = lines_period(series, i);
        struct cube_cell cell =
            one ? lines_sum(series, line, year) : sum_from(series, from, year);
        cells[1 + i - grid->first] = amount_value(&cell);
    }
    struct cube_cell all =
        one ? lines_sum(series, line, span) : sum_from(series, from, span);
    parts_put(cells, grid->sum, amount_value(&all));
    parts_put(cells, grid->share,
              share_value(series->study, &all,
                          role == VIEW_TOTAL ? &all : &grid->whole));
}

static void add_rows(struct result *result, const struct grid *grid)
{
    const struct series *series = grid->series;
    for (size_t i = 0; i < series->listed; i++)
        add_row(result, grid, VIEW_ENTRY, value_text(series->lines[i].name), i);
    if (series->listed < series->line_count)
        add_row(result, grid, VIEW_OTHERS,
                value_word(parts_others(&result->arena,
                                        series->line_count - series->listed)),
                series->listed);
    if (series->line_count)
        add_row(result, grid, VIEW_TOTAL,
                value_word(series_is_world(series) ? "World" : "All"), 0);
    view_add_row(&result->view, &result->arena, VIEW_RULE);
}

void series_grid(struct result *result, const struct series *series)
{
    struct grid grid = {.series = series};
    const struct study *study = series->study;
    grid.whole = sum_from(series, 0, lines_span(series));
    grid.first = first_shown(&grid);
    result->view.title =
        arena_printf(&result->arena, "%s, by %s and year%s",
                     sides_title(&series->sides, study),
                     by_word(lines_by(series)), series_years(series));
    result->view.unit_line = unit_line(study->cube->unit, study->cube->measure);
    add_columns(result, &grid);
    add_rows(result, &grid);
    if (grid.first > 0)
        result_add_note(result,
                        "Of %zu years the last %zu are shown; machine formats "
                        "have all.",
                        series->piece_count, series->piece_count - grid.first);
    series_foot(result, series);
}
