/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One subject: a line for each statistic, the period and the one before. */
#include <config.h>

#include "analysis/concentration_parts.h"
#include "analysis/indices.h"
#include "analysis/prose.h"
#include "analysis/values.h"
#include "analysis/view_parts.h"
#include "base/utf8.h"

/* Wider names stand under the table. */
#define PERIOD_WIDTH ((size_t)14)

struct lines {
    struct result *result;
    const struct subjects *subjects;
    const struct subject *subject;
    bool compared; /* there is a period before */
};

static void add_period(struct lines *lines, struct period period)
{
    char years[PERIOD_TEXT];
    period_print(years, period);
    const char *text = arena_printf(&lines->result->arena, "%s", years);
    parts_column(lines->result, KIND_NUMBER, PERIOD_WIDTH, 2,
                 (struct heads){{NULL, NULL, text}, text});
}

static void add_columns(struct lines *lines)
{
    const struct periods *periods = &lines->subject->periods;
    size_t label = parts_names(lines->result, 38, 0, NULL);
    lines->result->view.columns[label].label = "Statistic";
    add_period(lines, periods->now);
    if (!lines->compared)
        return;
    add_period(lines, periods->before);
    parts_column(lines->result, KIND_POINTS, 7, 1,
                 (struct heads){{NULL, NULL, "Change"}, "Change"});
}

static void add_line(const struct lines *lines, const char *label,
                     struct value now, struct value before, struct value change)
{
    struct value *cells =
        view_add_row(&lines->result->view, &lines->result->arena, VIEW_ENTRY);
    cells[0] = value_word(label);
    cells[1] = now;
    if (!lines->compared)
        return;
    cells[2] = before;
    cells[3] = change;
}

/* Ratios that are no shares stand as numbers in a column of points. */
static struct value plain(struct value value)
{
    if (value.type != VALUE_RATIO)
        return value;
    return value_flagged(
        value_number(ratio_double(value.as.ratio), value.decimals),
        value.flags);
}

static void add_statistic(const struct lines *lines, const char *label,
                          struct value now, struct value before)
{
    add_line(lines, label, now, before, plain(spread_change(now, before)));
}

static struct value shown(const struct lines *lines,
                          const struct spread *spread, size_t k)
{
    struct arena *arena = &lines->result->arena;
    struct cube_cell top = spread_top(spread, k);
    struct value share =
        share_value(lines->subjects->study, &top, &spread->all);
    return share.type == VALUE_NULL ? share
                                    : value_word(share_shown(arena, share));
}

/* A share of the k largest, in per cent as shares are printed. */
static void add_share(const struct lines *lines, const char *label, size_t k)
{
    const struct spread *now = &lines->subject->now;
    const struct spread *before = &lines->subject->before;
    struct cube_cell top = spread_top(now, k);
    struct cube_cell top_before = spread_top(before, k);
    add_line(lines, label, shown(lines, now, k), shown(lines, before, k),
             points_value(lines->subjects->study, &top, &now->all, &top_before,
                          &before->all));
}

static void add_count(const struct lines *lines, const char *label, size_t now,
                      size_t before)
{
    int64_t change = (int64_t)now - (int64_t)before;
    add_line(lines, label, value_integer((int64_t)now),
             value_integer((int64_t)before),
             value_flagged(value_number((double)change, 0), VALUE_SIGNED));
}

static struct value bounds(const struct spread *spread)
{
    struct value low = spread_hhi(spread, UNKNOWN_APART);
    struct value high = spread_hhi(spread, UNKNOWN_ONE);
    if (low.type == VALUE_NULL)
        return low;
    return value_interval(spread_double(low), spread_double(high), 3);
}

static void add_bounds(const struct lines *lines)
{
    const struct spread *now = &lines->subject->now;
    const struct spread *before = &lines->subject->before;
    if (!now->unknown.rows && !before->unknown.rows)
        return;
    add_line(lines, "HHI, unknown ones all different or one", bounds(now),
             bounds(before), value_null(REASON_NONE));
}

static void add_amount(const struct lines *lines)
{
    const struct study *study = lines->subjects->study;
    const struct subject *subject = lines->subject;
    const char *records = measure_words(study->cube->measure)->records;
    add_line(lines,
             arena_printf(&lines->result->arena, "All %s, %s%s", records,
                          unit_short(study->cube->unit),
                          lines->compared ? " (change: %)" : ""),
             amount_value(&subject->now.all),
             amount_value(&subject->before.all),
             change_value(study, &subject->periods, &subject->now.all,
                          &subject->before.all));
}

static struct value marked(const struct lines *lines,
                           const struct spread *spread, struct value value,
                           bool effective)
{
    return lines->subjects->study->marks
               ? spread_marked(spread, value, effective)
               : value;
}

static bool is_wide(struct value names)
{
    return names.type == VALUE_TEXT && utf8_width(names.as.text) > PERIOD_WIDTH;
}

static void note_largest(const struct lines *lines, struct period period,
                         struct value names)
{
    char years[PERIOD_TEXT];
    period_print(years, period);
    if (names.type == VALUE_TEXT)
        result_add_note(lines->result, "Largest in %s: %.*s.", years,
                        STR_ARG(names.as.text));
}

static void add_largest(const struct lines *lines)
{
    struct arena *arena = &lines->result->arena;
    const struct subject *subject = lines->subject;
    struct value now = spread_largest(&subject->now, arena);
    struct value before = spread_largest(&subject->before, arena);
    if (is_wide(now) || (lines->compared && is_wide(before))) {
        note_largest(lines, subject->periods.now, now);
        if (lines->compared)
            note_largest(lines, subject->periods.before, before);
        return;
    }
    add_line(lines,
             arena_printf(arena, "Largest %s", by_word(lines->subjects->by)),
             now, before, value_null(REASON_NONE));
}

static void add_default(const struct lines *lines)
{
    struct arena *arena = &lines->result->arena;
    const struct spread *now = &lines->subject->now;
    const struct spread *before = &lines->subject->before;
    add_statistic(lines, "Effective number (1/HHI)",
                  marked(lines, now, spread_effective(now), true),
                  marked(lines, before, spread_effective(before), true));
    add_statistic(
        lines, "Concentration (HHI, 0 to 1)",
        marked(lines, now, spread_hhi(now, UNKNOWN_AS_RECORDED), false),
        marked(lines, before, spread_hhi(before, UNKNOWN_AS_RECORDED), false));
    add_bounds(lines);
    view_add_row(&lines->result->view, arena, VIEW_ENTRY);
    add_largest(lines);
    add_share(lines,
              lines->compared ? "Largest share, % (change: points)"
                              : "Largest share, %",
              1);
    add_share(lines, "Three largest, %", 3);
    add_count(lines,
              arena_printf(arena, "Number of %s",
                           lines->subjects->by == BY_PAIR
                               ? "pairs"
                               : by_plural(lines->subjects->by)),
              now->active, before->active);
    if (now->count > now->active || before->count > before->active)
        add_count(lines, "Others, below printed precision",
                  now->count - now->active, before->count - before->active);
    add_amount(lines);
}

/* With the number of units that the index is over; where that differs between
 * the periods, both. */
static const char *label_of(const struct lines *lines,
                            const struct index *index)
{
    struct arena *arena = &lines->result->arena;
    const struct spread *now = &lines->subject->now;
    const struct spread *before = &lines->subject->before;
    if (!index->over)
        return index->label;
    if (index->universe)
        return arena_printf(arena, "%s, all %zu", index->label, now->universe);
    if (!lines->compared || now->active == before->active)
        return arena_printf(arena, "%s, n = %zu", index->label, now->active);
    return arena_printf(arena, "%s, n = %zu, %zu", index->label, now->active,
                        before->active);
}

static void add_indices(const struct lines *lines)
{
    struct value now[INDEX_COUNT];
    struct value before[INDEX_COUNT];
    indices_of(&lines->subject->now, now);
    indices_of(&lines->subject->before, before);
    view_add_row(&lines->result->view, &lines->result->arena, VIEW_ENTRY);
    add_share(lines, "Four largest, %", 4);
    add_share(lines, "Five largest, %", 5);
    add_share(lines, "Ten largest, %", 10);
    for (size_t i = 0; i < INDEX_COUNT; i++)
        add_statistic(lines, label_of(lines, &indices[i]), now[i], before[i]);
}

static void note_universe(struct result *result,
                          const struct subjects *subjects)
{
    char years[PERIOD_TEXT];
    period_print(years, subjects->study->scope.covered);
    result_add_note(result,
                    "n: %s with an amount in the period. All %zu: those with a "
                    "record in any of the covered years (%s), the others 0 in "
                    "the period.",
                    by_plural(subjects->by), subjects->items[0].now.universe,
                    years);
}

void concentration_view(struct result *result, const struct subjects *subjects,
                        bool all)
{
    struct view *view = &result->view;
    const struct study *study = subjects->study;
    struct lines lines = {
        .result = result,
        .subjects = subjects,
        .subject = &subjects->items[0],
        .compared = period_length(subjects->items[0].periods.before) > 0,
    };
    view->title =
        arena_printf(&result->arena, "How concentrated are %s? %s",
                     subjects_noun(subjects), subjects_years(subjects));
    view->unit_line = unit_line(study->cube->unit, study->cube->measure);
    add_columns(&lines);
    add_default(&lines);
    if (all) {
        add_indices(&lines);
        note_universe(result, subjects);
    }
    view_add_row(view, &result->arena, VIEW_RULE);
    view_add_foot(view, &result->arena, "%s", HHI_LINE);
    subjects_foot(result, subjects);
}
