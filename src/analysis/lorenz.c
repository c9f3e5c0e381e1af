/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cumulative shares, from the smallest on, of those that have an amount. */
#include <config.h>

#include "analysis/concentration_parts.h"
#include "analysis/magnitude.h"
#include "analysis/prose.h"
#include "analysis/view_parts.h"
#include "stat/inequality.h"

enum own {
    C_COUNTED = SUBJECT_COLUMNS,
    C_POSITION,
    C_AMOUNT,
    C_CUMULATIVE_N,
    C_CUMULATIVE_AMOUNT,
    C_REASON,
};

static const struct column columns[] = {
    {"counted", KIND_TEXT, "", "what is counted: supplier, recipient, ..."},
    {"position", KIND_COUNT, "", "from the smallest; 0: before it"},
    {"amount", KIND_AMOUNT, "unit", "sum over the period"},
    {"cumulative_n", KIND_NUMBER, "", "share of how many so far, 0 to 1"},
    {"cumulative_amount", KIND_NUMBER, "", "share of the amount so far"},
    {"reason", KIND_TEXT, "", "why a number of this row is undefined"},
};

struct curve {
    const struct subjects *subjects;
    const struct subject *subject;
    size_t count;  /* with an amount */
    size_t hidden; /* of them not listed: the smallest */
    amount *sums;  /* of the i smallest */
};

static void find(struct curve *curve, const struct subjects *subjects)
{
    const struct subject *subject = &subjects->items[0];
    size_t top = subjects->question->top;
    *curve = (struct curve){
        .subjects = subjects,
        .subject = subject,
        .count = subject->now.active,
    };
    if (top < curve->count)
        curve->hidden = curve->count - top;
    curve->sums = arena_alloc(subjects->study->arena, curve->count + 1,
                              sizeof *curve->sums);
    for (size_t i = 0; i < curve->count; i++)
        curve->sums[i + 1] =
            curve->sums[i] + subject->entities[curve->count - 1 - i]->now.sum;
}

static struct value part_of_count(const struct curve *curve, size_t position)
{
    return value_ratio((amount)position, (amount)curve->count);
}

static struct value part_of_amount(const struct curve *curve, size_t position)
{
    return value_ratio(curve->sums[position], curve->sums[curve->count]);
}

/* The one at that position, from 1. */
static const struct entity *entity_at(const struct curve *curve,
                                      size_t position)
{
    return curve->subject->entities[curve->count - position];
}

static void add_row(struct result *result, const struct curve *curve,
                    size_t position)
{
    struct value *row = result_add_row(result);
    if (position) {
        const struct entity *entity = entity_at(curve, position);
        subject_part_cells(row, curve->subjects, curve->subject, entity);
        row[C_AMOUNT] = value_amount(entity->now.sum);
    } else {
        subject_cells(row, curve->subjects, curve->subject);
    }
    row[C_COUNTED] = value_word(by_word(curve->subjects->by));
    row[C_POSITION] = value_integer((int64_t)position);
    row[C_CUMULATIVE_N] = part_of_count(curve, position);
    row[C_CUMULATIVE_AMOUNT] = part_of_amount(curve, position);
}

struct places {
    size_t name, second, amount, count, sum;
};

static void add_columns(struct result *result, const struct curve *curve,
                        struct places *at)
{
    struct arena *arena = &result->arena;
    enum by by = curve->subjects->by;
    const char *unit = magnitude_head(curve->subjects->study, arena);
    at->second = NOT_SHOWN;
    at->name = parts_names(result, 20, 0, by_head(by));
    if (by == BY_PAIR)
        at->second = parts_names(result, 16, 2, "Recipient");
    at->amount = parts_column(result, KIND_AMOUNT, 8, 3,
                              (struct heads){{NULL, NULL, unit}, unit});
    at->count =
        parts_column(result, KIND_SHARE, 7, 3,
                     (struct heads){{"Share of", "their", "number %"},
                                    "Cumulative share of their number, %"});
    at->sum = parts_column(result, KIND_SHARE, 8, 3,
                           (struct heads){{"Share of", "all they", "have %"},
                                          "Cumulative share of the amount, %"});
}

static void add_line(struct result *result, const struct curve *curve,
                     const struct places *at, size_t position)
{
    const struct entity *entity = entity_at(curve, position);
    struct value *cells =
        view_add_row(&result->view, &result->arena, VIEW_ENTRY);
    cells[at->name] = value_text(entity->name);
    parts_put(cells, at->second, value_text(entity->second));
    cells[at->amount] = value_amount(entity->now.sum);
    cells[at->count] = part_of_count(curve, position);
    cells[at->sum] = part_of_amount(curve, position);
}

static void add_rows(struct result *result, const struct curve *curve,
                     const struct places *at)
{
    struct view *view = &result->view;
    if (curve->hidden) {
        struct value *cells = view_add_row(view, &result->arena, VIEW_OTHERS);
        cells[at->name] = value_word(
            arena_printf(&result->arena, "%zu smallest", curve->hidden));
        cells[at->amount] = value_amount(curve->sums[curve->hidden]);
        cells[at->count] = part_of_count(curve, curve->hidden);
        cells[at->sum] = part_of_amount(curve, curve->hidden);
    }
    for (size_t i = curve->hidden + 1; i <= curve->count; i++)
        add_line(result, curve, at, i);
    view_add_row(view, &result->arena, VIEW_RULE);
}

static void add_gini(struct result *result, const struct curve *curve)
{
    struct units units;
    spread_units(&curve->subject->now, false, &units);
    struct estimate gini = inequality_gini(&units);
    if (estimate_is(gini))
        view_add_foot(&result->view, &result->arena,
                      "Cumulative, from the smallest on. Gini of the %zu: "
                      "%.3f; those without an amount are not counted.",
                      curve->count, gini.value);
    units_done(&units);
}

void lorenz_fill(struct result *result, const struct subjects *subjects)
{
    struct curve curve;
    struct places at;
    struct view *view = &result->view;
    const struct study *study = subjects->study;
    find(&curve, subjects);
    subject_columns(result, study);
    result_add_columns(result, columns, sizeof columns / sizeof columns[0],
                       unit_word(study->cube->unit));
    if (curve.count && !curve.hidden)
        add_row(result, &curve, 0);
    for (size_t i = curve.hidden + 1; i <= curve.count; i++)
        add_row(result, &curve, i);
    result->listed = result->row_count;
    view->title =
        arena_printf(&result->arena, "Lorenz curve of %s, %s",
                     subjects_noun(subjects), subjects_years(subjects));
    view->unit_line = unit_line(study->cube->unit, study->cube->measure);
    add_columns(result, &curve, &at);
    add_rows(result, &curve, &at);
    add_gini(result, &curve);
    subjects_foot(result, subjects);
}
