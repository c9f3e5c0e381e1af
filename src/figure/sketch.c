/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "figure/sketch.h"

#include <math.h>

#include "output/print.h"

#define CAPTION_BYTES (64 << 10)
#define LARGEST_NUMBER 1e18

/* With one blank between words and a full stop. */
static void add_sentence(struct buf *text, const char *sentence)
{
    struct str rest = str_from(sentence ? sentence : "");
    struct str word = STR("");

    while (rest.ptr) {
        struct str next = str_cut(&rest, ' ');
        if (next.len == 0)
            continue;
        word = next;
        if (text->len > 0)
            buf_add_char(text, ' ');
        buf_add(text, word);
    }
    if (word.len > 0 && !strchr(".!?", word.ptr[word.len - 1]))
        buf_add_char(text, '.');
}

/* What its signs mean, and that it shows fewer rows than there are. */
static bool is_about_table(struct str line)
{
    return str_starts(line, STR("\xe2\x80\x93:")) ||
           str_find(line, STR("machine formats")) >= 0;
}

/* For results without a view, such as saved ones. */
static void add_source(struct buf *text, const struct provenance *provenance)
{
    if (provenance->file_count == 0 || !provenance->files[0].database)
        return;
    buf_printf(text, "%sSource: %s", text->len > 0 ? " " : "",
               provenance->files[0].database);
    if (provenance->release && provenance->release[0] != '\0')
        buf_printf(text, ", release of %s", provenance->release);
    buf_add_char(text, '.');
}

static void end_paragraph(struct sketch *sketch, struct buf *text)
{
    page_add_caption(&sketch->page, buf_str(text));
    buf_clear(text);
}

void sketch_caption(struct sketch *sketch, const char *reading)
{
    const struct view *view = &sketch->result->view;
    bool has_source = false;
    struct buf text;

    buf_init(&text, CAPTION_BYTES);
    if (sketch->page.title.count == 0)
        add_sentence(&text, view->title);
    add_sentence(&text, reading);
    add_sentence(&text,
                 view->unit_of_figure ? view->unit_of_figure : view->unit_line);
    for (size_t i = 0; i < view->foot_count; i++) {
        struct str line = str_from(view->foot[i]);
        bool is_source = str_starts(line, STR("Source:"));
        if (is_about_table(line))
            continue;
        if (is_source)
            end_paragraph(sketch, &text);
        has_source |= is_source;
        add_sentence(&text, view->foot[i]);
    }
    if (!has_source) {
        end_paragraph(sketch, &text);
        add_source(&text, &sketch->result->provenance);
    }
    end_paragraph(sketch, &text);
    buf_done(&text);
}

const struct value *sketch_cell(const struct sketch *sketch, size_t row,
                                const char *column)
{
    static const struct value none = {.type = VALUE_NULL};
    size_t index = result_find_column(sketch->result, column);

    return index == SIZE_MAX ? &none : result_row(sketch->result, row) + index;
}

struct str sketch_word(const struct sketch *sketch, size_t row,
                       const char *column)
{
    const struct value *value = sketch_cell(sketch, row, column);

    if (value->type == VALUE_TEXT)
        return value->as.text;
    if (value->type == VALUE_INTEGER)
        return str_from(
            arena_printf(sketch->arena, "%lld", (long long)value->as.integer));
    return STR("");
}

const char *sketch_unit(const struct sketch *sketch)
{
    size_t index = result_find_column(sketch->result, "amount");

    return index == SIZE_MAX ? "" : sketch->result->columns[index].unit;
}

bool sketch_varies(const struct sketch *sketch, size_t rows, const char *column)
{
    for (size_t i = 1; i < rows; i++)
        if (!str_eq(sketch_word(sketch, 0, column),
                    sketch_word(sketch, i, column)))
            return true;
    return false;
}

struct str sketch_name(const struct sketch *sketch, size_t row,
                       const char *const *columns)
{
    struct str name = STR("");

    for (size_t i = 0; columns[i]; i++) {
        struct str word = sketch_word(sketch, row, columns[i]);
        if (strcmp(columns[i], "release_year") == 0)
            word = str_from(
                arena_printf(sketch->arena, "release of %.*s", STR_ARG(word)));
        name =
            i == 0
                ? word
                : str_from(arena_printf(sketch->arena, "%.*s \xe2\x80\x93 %.*s",
                                        STR_ARG(name), STR_ARG(word)));
    }
    return name;
}

bool sketch_number(const struct value *value, double *number)
{
    switch (value->type) {
    case VALUE_INTEGER:
        *number = (double)value->as.integer;
        return true;
    case VALUE_AMOUNT:
        *number = ratio_double((struct ratio){value->as.amount, AMOUNT_ONE});
        return true;
    case VALUE_RATIO:
        *number = 100 * ratio_double(value->as.ratio);
        return true;
    case VALUE_NUMBER:
        if (isfinite(value->as.number))
            *number = value->as.number;
        return isfinite(value->as.number);
    default:
        return false;
    }
}

bool sketch_drawable(double number, size_t row, struct err *err)
{
    return (number >= 0 && number <= LARGEST_NUMBER) ||
           err_set(err, ERR_REQUEST, "row %zu: a bar cannot show %g: it is %s",
                   row + 1, number, number < 0 ? "below zero" : "too large");
}

void sketch_add_number(struct sketch *sketch, enum kind kind,
                       const struct value *value)
{
    double number;

    if (sketch_number(value, &number))
        print_exact(&sketch->data, kind, value);
    else
        buf_add_text(&sketch->data, "NaN");
    buf_add_char(&sketch->data, '\t');
}
