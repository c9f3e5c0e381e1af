/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <math.h>

#include "figure/axis.h"
#include "figure/bar_columns.h"
#include "figure/script.h"
#include "figure/sketch.h"
#include "output/print.h"

#define MOST_BARS 200
#define NAME_PART 0.42 /* of the page's width, at most */
#define TEXT_GAP 4.0   /* between a bar and the text at its ends, points */

/* From bar to bar, points: as wanted, and the least at which names of one
 * line do not touch. */
#define PITCH 12.5
#define PITCH_LEAST 9.5
#define PART_OF_PITCH 0.7 /* that the bar is thick, at most */
#define THICKEST 16.0

struct bar {
    struct text_lines name;
    struct text_lines label;
    const struct value *value;
    const struct value *previous;
    const struct value *farther; /* of the two: the label stands behind it */
};

struct ranking {
    struct sketch *sketch;
    size_t rows;
    struct bar_columns columns;
    struct axis axis;
    struct text_lines axis_text;
    struct bar *bars;
    double largest;
    bool has_previous;
};

static bool check_rows(const struct ranking *ranking, struct err *err)
{
    static const char *const same[] = {"year_from", "year_to", "release_year",
                                       "unit"};

    if (ranking->rows == 0)
        return err_set(err, ERR_REQUEST, "nothing to draw: no rows");
    if (ranking->rows > MOST_BARS)
        return err_set(err, ERR_REQUEST,
                       "too many bars for a figure: %zu; --top %d or fewer",
                       ranking->rows, MOST_BARS);
    for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
        if (sketch_varies(ranking->sketch, ranking->rows, same[i]))
            return err_set(
                err, ERR_REQUEST,
                "a ranking is drawn of one period, release and unit; "
                "in this result %s differs between rows",
                same[i]);
    return true;
}

/* As the table prints it, in the axis's thousands. */
static void label_bar(struct ranking *ranking, struct bar *bar)
{
    struct sketch *sketch = ranking->sketch;
    struct value value = *bar->value;

    if (value.type == VALUE_AMOUNT)
        value.as.amount /= ranking->axis.scale;
    page_add_text(&sketch->page, &bar->label,
                  print_text(sketch->arena, ranking->columns.kind, &value),
                  PAGE_ALL);
}

static bool read_bar(struct ranking *ranking, size_t row, struct err *err)
{
    const struct sketch *sketch = ranking->sketch;
    struct bar *bar = &ranking->bars[row];
    double value = 0;
    double previous = 0;

    bar->value = sketch_cell(sketch, row, ranking->columns.value);
    bar->previous = sketch_cell(sketch, row, ranking->columns.previous);
    bool has_value = sketch_number(bar->value, &value);
    bool has_previous = sketch_number(bar->previous, &previous);
    ranking->has_previous |= has_previous;
    bar->farther = previous > value || !has_value ? bar->previous : bar->value;
    ranking->largest = fmax(ranking->largest, fmax(value, previous));
    page_add_text(&ranking->sketch->page, &bar->name,
                  sketch_name(sketch, row, ranking->columns.naming), NAME_PART);
    return sketch_drawable(value, row, err) &&
           sketch_drawable(previous, row, err);
}

static bool read_bars(struct ranking *ranking, struct err *err)
{
    struct sketch *sketch = ranking->sketch;

    ranking->bars =
        arena_alloc(sketch->arena, ranking->rows, sizeof(*ranking->bars));
    for (size_t i = 0; i < ranking->rows; i++)
        if (!read_bar(ranking, i, err))
            return false;
    ranking->axis = ranking->columns.kind == KIND_SHARE
                        ? axis_of_shares(ranking->columns.text)
                        : axis_of_amounts(sketch->arena, sketch_unit(sketch),
                                          ranking->largest);
    for (size_t i = 0; i < ranking->rows; i++)
        label_bar(ranking, &ranking->bars[i]);
    return true;
}

static bool lay_out(struct ranking *ranking, struct err *err)
{
    struct page *page = &ranking->sketch->page;
    double name = 0;
    double label = 0;
    size_t lines = 1;

    for (size_t i = 0; i < ranking->rows; i++) {
        const struct bar *bar = &ranking->bars[i];
        name = fmax(name, text_lines_width(&bar->name) * PAGE_FONT);
        label = fmax(label, text_lines_width(&bar->label) * PAGE_FONT);
        lines = bar->name.count > lines ? bar->name.count : lines;
    }
    page->left = PAGE_MARGIN + name + TEXT_GAP;
    page->right = TEXT_GAP + label + PAGE_MARGIN;
    page_add_text(page, &ranking->axis_text, ranking->axis.text, PAGE_ALL);
    page->bottom = PAGE_TICS + (double)ranking->axis_text.count * PAGE_LINE;

    double more = (double)(lines - 1) * PAGE_LINE;
    double rows = (double)ranking->rows;
    if (!page_settle(page, rows * (PITCH + more), rows * (PITCH_LEAST + more),
                     err))
        return false;
    axis_fit(&ranking->axis, ranking->largest, page_plot_width(page));
    return true;
}

static void write_data(struct ranking *ranking)
{
    struct sketch *sketch = ranking->sketch;
    struct buf *data = &sketch->data;

    buf_add_text(data, "name\tlabel\tvalue\tprevious\tlabel_at\trow\n");
    for (size_t i = 0; i < ranking->rows; i++) {
        const struct bar *bar = &ranking->bars[i];
        gp_cell(data, &bar->name);
        buf_add_char(data, '\t');
        gp_cell(data, &bar->label);
        buf_add_char(data, '\t');
        sketch_add_number(sketch, ranking->columns.kind, bar->value);
        sketch_add_number(sketch, ranking->columns.kind, bar->previous);
        sketch_add_number(sketch, ranking->columns.kind, bar->farther);
        buf_printf(data, "%zu\n", i + 1);
    }
    sketch->records = ranking->rows;
}

/* The middle of the plot, or as near to it as the page leaves room. */
static double axis_text_x(const struct ranking *ranking)
{
    const struct page *page = &ranking->sketch->page;
    double half = text_lines_width(&ranking->axis_text) * PAGE_FONT / 2;
    double middle = page->left + page_plot_width(page) / 2;

    middle = fmin(middle, page->width - PAGE_MARGIN - half);
    return fmax(middle, PAGE_MARGIN + half);
}

static void write_variables(const struct ranking *ranking)
{
    const struct page *page = &ranking->sketch->page;
    struct buf *script = &ranking->sketch->variables;
    double pitch = page_plot_height(page) / (double)ranking->rows;

    page_write(page, script);
    axis_write(&ranking->axis, script);
    gp_set_lines(script, "axis_text", &ranking->axis_text);
    page_write_place(script, "axis_text_x", axis_text_x(ranking), page->width);
    page_write_place(script, "axis_text_y",
                     page->bottom - PAGE_TICS - PAGE_LINE / 2, page->height);
    gp_set_number(script, "has_previous", ranking->has_previous);
    gp_set_number(script, "rows", (double)ranking->rows);
    page_write_place(script, "bar_thickness",
                     fmin(THICKEST, PART_OF_PITCH * pitch), pitch);
}

/* The period in two columns, "2018–22", of the first row that has one. */
static const char *period(const struct ranking *ranking, const char *from_name,
                          const char *to_name)
{
    const struct sketch *sketch = ranking->sketch;

    for (size_t i = 0; i < ranking->rows; i++) {
        const struct value *from = sketch_cell(sketch, i, from_name);
        const struct value *to = sketch_cell(sketch, i, to_name);
        if (from->type != VALUE_INTEGER || to->type != VALUE_INTEGER)
            continue;
        long long first = from->as.integer;
        long long last = to->as.integer;
        if (first == last)
            return arena_printf(sketch->arena, "%lld", last);
        return first / 100 == last / 100 && first >= 0
                   ? arena_printf(sketch->arena, "%lld\xe2\x80\x93%02lld",
                                  first, last % 100)
                   : arena_printf(sketch->arena, "%lld\xe2\x80\x93%lld", first,
                                  last);
    }
    return "";
}

static const char *reading(const struct ranking *ranking)
{
    const char *now = period(ranking, "year_from", "year_to");
    const char *before = period(ranking, "previous_from", "previous_to");

    if (!ranking->has_previous)
        return "";
    if (now[0] == '\0' || before[0] == '\0')
        return "Ticks: the period before";
    return arena_printf(ranking->sketch->arena, "Bars: %s; ticks: %s", now,
                        before);
}

bool ranking_sketch(struct sketch *sketch, struct err *err)
{
    struct ranking ranking = {
        .sketch = sketch,
        .rows = sketch->result->listed,
    };

    if (ranking.rows > sketch->result->row_count)
        ranking.rows = sketch->result->row_count;
    if (!check_rows(&ranking, err) ||
        !bar_columns_choose(&ranking.columns, sketch, ranking.rows, err) ||
        !read_bars(&ranking, err))
        return false;
    sketch_caption(sketch, reading(&ranking));
    if (!lay_out(&ranking, err))
        return false;
    write_data(&ranking);
    write_variables(&ranking);
    return true;
}
