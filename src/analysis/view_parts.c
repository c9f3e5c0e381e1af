/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/view_parts.h"

#include "analysis/prose.h"
#include "base/utf8.h"

size_t parts_column(struct result *result, enum kind kind, size_t width,
                    size_t gap, struct heads heads)
{
    struct view_column column = {
        .kind = kind,
        .align = kind == KIND_TEXT ? ALIGN_LEFT : ALIGN_RIGHT,
        .width = width,
        .gap = gap,
        .flexible = kind == KIND_TEXT,
        .label = heads.label,
    };
    memcpy(column.head, heads.lines, sizeof column.head);
    return view_add_column(&result->view, &result->arena, column);
}

size_t parts_names(struct result *result, size_t width, size_t gap,
                   const char *head)
{
    size_t at = parts_column(result, KIND_TEXT, width, gap,
                             (struct heads){{NULL, NULL, head}, head});
    result->view.columns[at].flexible = false;
    return at;
}

void parts_span(struct result *result, size_t line, size_t first, size_t last,
                int shift, const char *text)
{
    view_add_span(&result->view, &result->arena,
                  (struct view_span){.line = line,
                                     .first = first,
                                     .last = last,
                                     .shift = shift,
                                     .text = text});
}

void parts_put(struct value *cells, size_t at, struct value value)
{
    if (at != NOT_SHOWN)
        cells[at] = value;
}

const char *parts_others(struct arena *arena, size_t count)
{
    return arena_printf(arena, "%zu other%s", count, count == 1 ? "" : "s");
}

void parts_note_periods(struct result *result, const struct periods *periods)
{
    char years[PERIOD_TEXT];
    if (periods->clipped) {
        period_print(years, periods->now);
        result_add_note(result,
                        "Not all years asked for are covered: computed over "
                        "%s (--partial).",
                        years);
    }
    if (periods->undivided)
        result_add_note(result,
                        "The data have one row a deal, whose deliveries are "
                        "not divided by year: the period is exact as a whole, "
                        "and there is none before it and no part of it.");
    else if (periods->before_missing)
        result_add_note(result, "The period before is not wholly covered by "
                                "the data: no changes are given.");
    if (periods->means)
        result_add_note(result, "The periods differ in length: changes compare "
                                "yearly means.");
}

void parts_note_left_out(struct result *result, struct period asked,
                         struct period span, int length)
{
    char years[PERIOD_TEXT];
    if (span.from <= asked.from)
        return;
    period_print(years, (struct period){asked.from, span.from - 1});
    result_add_note(result, "%s: left out, less than a period of %d years.",
                    years, length);
}

void parts_note_nothing(struct result *result, const struct study *study)
{
    result_add_note(result, "No %s is recorded for this selection (%s).",
                    measure_words(study->cube->measure)->record,
                    reason_word(REASON_NO_RECORD));
}

void parts_show_notes(struct result *result)
{
    for (size_t i = 0; i < result->note_count; i++)
        view_add_foot(&result->view, &result->arena, "%s", result->notes[i]);
}

size_t parts_amount_width(amount value)
{
    char text[DECIMAL_TEXT];
    amount_whole(text, value);
    return utf8_width(str_from(text));
}

bool parts_has_no_record(const struct view *view)
{
    for (size_t i = 0; i < view->row_count; i++) {
        for (size_t j = 0; j < view->column_count; j++) {
            const struct value *cell = &view->rows[i].cells[j];
            if (cell->type == VALUE_NULL && cell->reason == REASON_NO_RECORD)
                return true;
        }
    }
    return false;
}
