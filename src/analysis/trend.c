/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/trend.h"

#include "analysis/estimates.h"
#include "analysis/magnitude.h"
#include "analysis/trend_parts.h"

static bool refuse_rolling(struct err *err)
{
    return err_set(err, ERR_REQUEST,
                   "--each rolling: overlap_forbidden: neighbouring periods "
                   "share years, and on such values a test finds a trend in 36 "
                   "of 100 series that have none, instead of 5; --each window "
                   "takes periods that do not overlap, and without --each the "
                   "years are tested");
}

/* Of periods without a whole one nothing can be said. */
static bool check_windows(const struct trend *trend, struct err *err)
{
    const struct trend_ask *ask = trend->ask;
    struct period years = trend->periods.now;
    if (ask->each != EACH_WINDOW || !period_length(years) ||
        period_length(years) >= ask->span)
        return true;
    char text[PERIOD_TEXT];
    period_print(text, years);
    return err_set(err, ERR_REQUEST,
                   "--each window: %s is shorter than a period of %d years; "
                   "widen --years or lower --span",
                   text, ask->span);
}

/* A smoothed series is shown and never tested. */
static bool check_smooth(const struct trend_ask *ask, struct err *err)
{
    const char *other = ask->breaks     ? "--break"
                        : ask->variants ? "--variant"
                                        : NULL;
    if (!ask->smooth || !other)
        return true;
    return err_set(err, ERR_REQUEST,
                   "--smooth with %s: overlap_forbidden: tests are of yearly "
                   "values and never of smoothed ones; ask for one of them at "
                   "a time",
                   other);
}

static bool lists_entities(enum each each)
{
    return each == EACH_SUPPLIER || each == EACH_RECIPIENT ||
           each == EACH_CATEGORY;
}

static bool check_ask(const struct trend_ask *ask, struct err *err)
{
    const char *other = ask->breaks     ? "--break"
                        : ask->smooth   ? "--smooth"
                        : ask->variants ? "--variant"
                                        : NULL;
    if (ask->each == EACH_ROLLING)
        return refuse_rolling(err);
    if (lists_entities(ask->each) && other)
        return err_set(err, ERR_REQUEST,
                       "%s with --each: it is about one series; name it with "
                       "--supplier, --recipient or --category",
                       other);
    return check_smooth(ask, err);
}

/* A file may say itself that its values are not those of single years. */
static bool check_file(const struct trend *trend, struct err *err)
{
    const struct year_series *series = trend->study->series;
    if (!series->overlap)
        return true;
    return err_set(err, ERR_REQUEST,
                   "%s: overlap_forbidden: %s; on values that share years a "
                   "test finds a trend in 36 of 100 series that have none, "
                   "instead of 5",
                   series->file, series->overlap);
}

static bool find_file(struct trend *trend, struct err *err)
{
    const struct year_series *series = trend->study->series;
    enum each each = trend->ask->each;
    if (lists_entities(each))
        return err_set(err, ERR_REQUEST,
                       "--each: %s is one series of years and values; leave "
                       "--each out, or take --each window",
                       series->file);
    if (!check_file(trend, err) ||
        !question_periods(trend->question, trend->study, 0, &trend->periods,
                          err))
        return false;
    yearly_of_file(&trend->yearly, trend->study, trend->periods.now,
                   each == EACH_WINDOW ? trend->ask->span : 1);
    trend->subject =
        arena_printf(trend->arena, "%s (%s)", series->name, series->file);
    trend->unit = series->unit_known ? unit_short(series->unit) : "";
    trend->scale = 1;
    return true;
}

static bool find_flows(struct trend *trend, struct err *err)
{
    const struct trend_ask *ask = trend->ask;
    const struct study *study = trend->study;
    struct series *series = &trend->series;
    if (!lines_build(series, study, trend->question, ask->each, ask->span, NULL,
                     err))
        return false;
    const char *title = sides_title(&series->sides, study);
    trend->periods = series->periods;
    trend->subject =
        arena_printf(trend->arena, "%c%s", title[0] - 'A' + 'a', title + 1);
    trend->unit = magnitude_head(study, trend->arena);
    trend->scale = study->magnitude > 1 ? (double)study->magnitude : 1;
    if (series->line_count)
        yearly_of_line(&trend->yearly, series, &series->lines[0]);
    else
        trend->yearly = (struct yearly){
            .name = "", .period = series->periods.now, .span = 1};
    return true;
}

/* What stands on standard error: n, gaps, zeros. */
static const char *universe_of(const struct trend *trend, struct arena *arena)
{
    const struct yearly *yearly = &trend->yearly;
    char years[PERIOD_TEXT];
    period_print(years, yearly->n ? yearly_run(yearly, 0, yearly->n)
                                  : trend->periods.now);
    return arena_printf(arena, "%s, %s: n %zu, gaps %zu, zeros %zu",
                        trend->subject, years, yearly->n, yearly->missing,
                        yearly->zeros);
}

/* The same, and what could not be computed. */
static const char *universe_with(const struct trend_list *list,
                                 const char *universe, struct arena *arena)
{
    bool first = true;
    for (size_t i = 0; i < list->count; i++) {
        const struct trend_entry *entry = &list->items[i];
        if (!entry->statistic || estimate_is(entry->value) ||
            entry->n < ANNUAL_LEAST)
            continue;
        universe = arena_printf(
            arena, "%s%s%s%s%s (%s)", universe, first ? "; none of: " : ", ",
            entry->statistic, *entry->variant ? " " : "", entry->variant,
            reason_word(estimate_reason(entry->value.undefined)));
        first = false;
    }
    return universe;
}

static void answer_one(const struct trend *trend, struct result *result)
{
    struct trend_list list = {.arena = trend->arena};
    struct trend_core core;
    trend_core_compute(&core, &trend->yearly);
    trend_title(trend, result, "Trend of ");
    trend_core_list(trend, &core, &list);
    trend_note_series(trend, result);
    trend_variants_list(trend, &list, result);
    trend_note_undefined(&list, result);
    trend_core_notes(trend, &core, result);
    trend_list_rows(&list, result, trend->study, &trend->yearly);
    trend_list_view(&list, result, &trend->yearly, trend->scale);
    trend_foot(trend, result);
    trend_sentence(trend, &core, result);
    result->provenance.universe = universe_with(
        &list, universe_of(trend, &result->arena), &result->arena);
}

struct result *trend_result(const struct study *study,
                            const struct question *question,
                            const struct trend_ask *ask, struct err *err)
{
    struct trend trend = {
        .study = study,
        .question = question,
        .ask = ask,
        .arena = study->arena,
        .of_file = study->series,
    };
    if (!check_ask(ask, err) ||
        !(trend.of_file ? find_file(&trend, err) : find_flows(&trend, err)) ||
        !check_windows(&trend, err))
        return NULL;
    struct result *result = result_new("trend");
    bool done = true;
    trend_list_columns(result);
    if (lists_entities(ask->each))
        trend_each(&trend, result);
    else if (ask->breaks)
        done = trend_break(&trend, result, err);
    else if (ask->smooth)
        done = trend_smooth(&trend, result, err);
    else
        answer_one(&trend, result);
    if (done && !result->provenance.universe && !lists_entities(ask->each))
        result->provenance.universe = universe_of(&trend, &result->arena);
    if (!done)
        result_free(result);
    return done ? result : NULL;
}
