/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "figure/panels.h"

#include <math.h>

#define MOST_YEARS 300
#define MOST_ROWS ((size_t)PANELS_MOST * MOST_YEARS)
#define YEAR_BOUND 9999

/* Columns that can tell two series apart. */
static const char *const names[PANELS_NAMES] = {"supplier", "recipient",
                                                "category", "release_year"};

static bool read_year(const struct panels *panels, size_t row, int64_t *year,
                      struct err *err)
{
    const struct value *from = sketch_cell(panels->sketch, row, "year_from");
    const struct value *to = sketch_cell(panels->sketch, row, "year_to");

    if (from->type != VALUE_INTEGER || to->type != VALUE_INTEGER ||
        from->as.integer != to->as.integer || from->as.integer < 0 ||
        from->as.integer > YEAR_BOUND)
        return err_set(err, ERR_REQUEST,
                       "a series is drawn of single years; row %zu is not one",
                       row + 1);
    *year = from->as.integer;
    return true;
}

static struct panel *find_panel(struct panels *panels, size_t row,
                                struct err *err)
{
    struct str name = sketch_name(panels->sketch, row, panels->naming);
    size_t i = 0;

    while (i < panels->count && !str_eq(panels->list[i].name, name))
        i++;
    if (i == PANELS_MOST) {
        err_set(err, ERR_REQUEST, "too many series for one figure; %d at most",
                PANELS_MOST);
        return NULL;
    }
    if (i == panels->count)
        panels->list[panels->count++] =
            (struct panel){.name = name, .newest = -1};
    panels->of_row[row] = (unsigned char)i;
    return &panels->list[i];
}

/* What a row has of an amount and a mean. */
struct numbers {
    bool has_amount;
    bool has_mean;
};

static bool read_numbers(struct panels *panels, size_t row,
                         struct numbers *numbers, struct err *err)
{
    const struct sketch *sketch = panels->sketch;
    double number = 0;
    double mean = 0;

    numbers->has_amount =
        sketch_number(sketch_cell(sketch, row, "amount"), &number);
    numbers->has_mean =
        sketch_number(sketch_cell(sketch, row, "trailing_mean"), &mean);
    panels->has_zero |= numbers->has_amount && number <= 0;
    panels->has_mean |= numbers->has_mean;
    panels->largest = fmax(panels->largest, fmax(number, mean));
    return sketch_drawable(number, row, err) && sketch_drawable(mean, row, err);
}

static bool read_row(struct panels *panels, size_t row, struct err *err)
{
    struct numbers numbers;
    int64_t year = 0;

    if (!read_year(panels, row, &year, err) ||
        !read_numbers(panels, row, &numbers, err))
        return false;
    struct panel *panel = find_panel(panels, row, err);
    if (!panel)
        return false;
    if (year <= panel->newest)
        return err_set(err, ERR_REQUEST,
                       "a series has each year once, in order; row %zu is "
                       "%lld again or too late",
                       row + 1, (long long)year);
    panels->has_gap |=
        !numbers.has_amount || (panel->newest >= 0 && year > panel->newest + 1);
    panel->newest = year;
    panel->has_mean |= numbers.has_mean;
    if (row == 0 || year < panels->first_year)
        panels->first_year = year;
    if (row == 0 || year > panels->last_year)
        panels->last_year = year;
    return true;
}

bool panels_read(struct panels *panels, const struct sketch *sketch,
                 struct err *err)
{
    size_t rows = sketch->result->row_count;
    size_t naming = 0;

    *panels = (struct panels){.sketch = sketch};
    if (rows == 0)
        return err_set(err, ERR_REQUEST, "nothing to draw: no rows");
    if (result_find_column(sketch->result, "amount") == SIZE_MAX)
        return err_set(err, ERR_REQUEST,
                       "nothing to draw: a series needs the column amount");
    if (rows > MOST_ROWS)
        return err_set(err, ERR_REQUEST, "too many rows for a figure: %zu",
                       rows);
    if (sketch_varies(sketch, rows, "unit"))
        return err_set(err, ERR_REQUEST,
                       "a series is drawn in one unit; here it differs "
                       "between rows");
    for (size_t i = 0; i < PANELS_NAMES; i++)
        if (sketch_varies(sketch, rows, names[i]))
            panels->naming[naming++] = names[i];
    panels->of_row = arena_alloc(sketch->arena, rows, 1);
    for (size_t i = 0; i < rows; i++)
        if (!read_row(panels, i, err))
            return false;
    return panels->last_year - panels->first_year < MOST_YEARS ||
           err_set(err, ERR_REQUEST, "too many years for a figure: %lld",
                   (long long)(panels->last_year - panels->first_year + 1));
}
