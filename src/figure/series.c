/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <math.h>
#include <stdio.h>

#include "figure/axis.h"
#include "figure/panels.h"
#include "figure/script.h"
#include "figure/sketch.h"

/* Points. */
#define TEXT_GAP 6.0
#define YEAR_DISTANCE                                                       \
    28.0                 /* from the middle of one year's label to the next \
                          */
#define YEAR_HALF 10.0   /* of a label */
#define STEP_HEIGHT 20.0 /* between two labels of the vertical axis */
#define NAME_GAP 3.0     /* between the name of a panel and its plot */
#define PLOT_LEAST 45.0
#define PLOT_MOST 200.0
#define THICKEST 24.0

#define MOST_STEPS 5
#define PART_OF_YEAR 0.8 /* that a bar is wide, at most */
#define FREE_YEARS 0.7   /* before the middle of the first, after the last */

struct series {
    struct sketch *sketch;
    struct panels panels;
    struct text_lines shown[PANELS_MOST]; /* names; none for a single panel */
    struct axis axis;
    struct text_lines axis_text;
    double name_height;  /* above each panel */
    double panel_height; /* of the plot alone */
};

/* What the axis needs at the left, whatever its steps turn out to be. */
static double label_width(struct series *series)
{
    double widest = 0;

    for (unsigned most = 1; most <= MOST_STEPS; most++) {
        axis_divide(&series->axis, series->panels.largest, most);
        widest = fmax(widest, axis_label_width(&series->axis));
    }
    return widest * PAGE_FONT;
}

static void wrap_names(struct series *series)
{
    const struct panels *panels = &series->panels;
    size_t most = 0;

    for (size_t i = 0; i < panels->count; i++) {
        page_add_text(&series->sketch->page, &series->shown[i],
                      panels->list[i].name, PAGE_ALL);
        if (series->shown[i].count > most)
            most = series->shown[i].count;
    }
    series->name_height = most > 0 ? (double)most * PAGE_LINE + NAME_GAP : 0;
}

/* It stands above the axis, so that it need not be turned. */
static double axis_text_height(const struct series *series)
{
    return (double)series->axis_text.count * PAGE_LINE + TEXT_GAP;
}

static bool lay_out(struct series *series, struct err *err)
{
    struct page *page = &series->sketch->page;
    double count = (double)series->panels.count;

    wrap_names(series);
    page_add_text(page, &series->axis_text, series->axis.text, PAGE_ALL);
    page->left = PAGE_MARGIN + label_width(series) + TEXT_GAP;
    page->right = YEAR_HALF + PAGE_MARGIN;
    page->top = axis_text_height(series);
    page->bottom = PAGE_TICS;

    double around = count * series->name_height + (count - 1) * PAGE_TICS;
    double height = page_plot_width(page) * (count > 1 ? 0.3 : 0.5);
    height = fmin(fmax(height, PLOT_LEAST), PLOT_MOST);
    if (!page_settle(page, count * height + around, count * PLOT_LEAST + around,
                     err))
        return false;
    series->panel_height = (page_plot_height(page) - around) / count;
    double steps = floor(series->panel_height / STEP_HEIGHT);
    axis_divide(&series->axis, series->panels.largest,
                (unsigned)fmin(steps, MOST_STEPS));
    return true;
}

/* A blank line breaks the line of means where years are missing; two begin
 * the next panel. */
static void write_panel(struct series *series, size_t panel)
{
    const struct panels *panels = &series->panels;
    struct sketch *sketch = series->sketch;
    int64_t newest = -1;
    double number;

    for (size_t i = 0; i < sketch->result->row_count; i++) {
        if (panels->of_row[i] != panel)
            continue;
        const struct value *mean = sketch_cell(sketch, i, "trailing_mean");
        int64_t year = sketch_cell(sketch, i, "year_from")->as.integer;
        bool is_gap = year > newest + 1 || !sketch_number(mean, &number);
        if (newest >= 0 && is_gap)
            buf_add_char(&sketch->data, '\n');
        newest = year;
        buf_printf(&sketch->data, "%lld\t", (long long)year);
        sketch_add_number(sketch, KIND_AMOUNT,
                          sketch_cell(sketch, i, "amount"));
        sketch_add_number(sketch, KIND_AMOUNT, mean);
        buf_printf(&sketch->data, "%zu\n", ++sketch->records);
    }
}

static void write_data(struct series *series)
{
    buf_add_text(&series->sketch->data, "year\tamount\tmean\trow\n");
    for (size_t i = 0; i < series->panels.count; i++) {
        if (i > 0)
            buf_add_text(&series->sketch->data, "\n\n");
        write_panel(series, i);
    }
}

/* Between labelled years: what the width leaves room for. */
static double year_step(double year_width)
{
    static const double steps[] = {1, 2, 5, 10, 20, 50};
    size_t i = 0;

    while (i + 1 < sizeof(steps) / sizeof(steps[0]) &&
           steps[i] * year_width < YEAR_DISTANCE)
        i++;
    return steps[i];
}

static void write_years(const struct series *series)
{
    const struct panels *panels = &series->panels;
    const struct page *page = &series->sketch->page;
    struct buf *script = &series->sketch->variables;
    double years = (double)(panels->last_year - panels->first_year);
    double year_width = page_plot_width(page) / (years + 2 * FREE_YEARS);

    gp_set_number(script, "first_year", (double)panels->first_year);
    gp_set_number(script, "last_year", (double)panels->last_year);
    gp_set_number(script, "free_years", FREE_YEARS);
    gp_set_number(script, "year_step", year_step(year_width));
    gp_set_number(script, "year_distance", ceil(YEAR_DISTANCE / year_width));
    page_write_place(script, "bar_width",
                     fmin(THICKEST, PART_OF_YEAR * year_width), year_width);
}

static void write_panels(const struct series *series)
{
    const struct panels *panels = &series->panels;
    struct buf *script = &series->sketch->variables;
    char name[40];

    gp_set_number(script, "panels", (double)panels->count);
    buf_printf(script, "array panel_name[%zu]\narray has_mean[%zu]\n",
               panels->count, panels->count);
    for (size_t i = 0; i < panels->count; i++) {
        snprintf(name, sizeof(name), "panel_name[%zu]", i + 1);
        gp_set_lines(script, name, &series->shown[i]);
        snprintf(name, sizeof(name), "has_mean[%zu]", i + 1);
        gp_set_number(script, name, panels->list[i].has_mean);
    }
}

static void write_variables(struct series *series)
{
    const struct page *page = &series->sketch->page;
    struct buf *script = &series->sketch->variables;
    double pitch = series->panel_height + series->name_height + PAGE_TICS;

    page_write(page, script);
    axis_write(&series->axis, script);
    write_years(series);
    gp_set_lines(script, "axis_text", &series->axis_text);
    page_write_place(script, "axis_text_y",
                     page->height - page->top + axis_text_height(series) -
                         PAGE_LINE / 2,
                     page->height);
    page_write_place(script, "panel_height", series->panel_height,
                     page->height);
    page_write_place(script, "panel_pitch", pitch, page->height);
    page_write_place(script, "name_height", series->name_height, page->height);
    write_panels(series);
}

static const char *reading(const struct series *series)
{
    const struct panels *panels = &series->panels;

    return arena_printf(
        series->sketch->arena, "%s%s%s",
        panels->has_mean
            ? "Line: mean of five years, drawn at the last of them. "
            : "",
        panels->has_zero ? "Circles: zero. " : "",
        panels->has_gap ? "No bar: nothing recorded for the year." : "");
}

bool series_sketch(struct sketch *sketch, struct err *err)
{
    struct series series = {.sketch = sketch};

    if (!panels_read(&series.panels, sketch, err))
        return false;
    series.axis = axis_of_amounts(sketch->arena, sketch_unit(sketch),
                                  series.panels.largest);
    sketch_caption(sketch, reading(&series));
    if (!lay_out(&series, err))
        return false;
    write_data(&series);
    write_variables(&series);
    return true;
}
