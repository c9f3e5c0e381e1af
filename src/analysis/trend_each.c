/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row a supplier, recipient or category, with p adjusted for how many of
 * them are tested at once. Who is tested depends on the data alone and never on
 * how many rows are shown. */
#include <config.h>

#include <math.h>

#include "analysis/prose.h"
#include "analysis/trend_parts.h"
#include "analysis/view_parts.h"
#include "stat/adjust.h"

/* Years with a delivery that a tested line has: so many, or half of the years
 * of a shorter period. */
#define TESTED_YEARS ((size_t)10)

struct tested {
    struct yearly yearly;
    struct trend_core core;
    bool qualifies;
    bool listed;       /* in machine formats */
    struct estimate p; /* corrected, or plain where no line can be */
};

struct lineup {
    const struct trend *trend;
    struct tested *lines;
    size_t count;
    size_t tested;      /* lines with a p */
    size_t few;         /* lines with too few years with a delivery */
    size_t least;       /* such years */
    bool corrected;     /* p is the corrected one */
    unsigned decimals;  /* of slopes */
    struct estimate *p; /* of each line */
    struct estimate *holm;
    struct estimate *hochberg;
};

static size_t active_years(const struct yearly *yearly)
{
    return yearly->n - yearly->zeros;
}

static void compute(struct lineup *lineup)
{
    const struct trend *trend = lineup->trend;
    const struct series *series = &trend->series;
    size_t n = (size_t)period_length(trend->periods.now);
    lineup->least = (n + 1) / 2 < TESTED_YEARS ? (n + 1) / 2 : TESTED_YEARS;
    lineup->corrected = n >= ANNUAL_LEAST_CORRECTED;
    lineup->count = series->line_count;
    lineup->lines =
        arena_alloc(trend->arena, lineup->count + 1, sizeof *lineup->lines);
    for (size_t i = 0; i < lineup->count; i++) {
        struct tested *line = &lineup->lines[i];
        yearly_of_line(&line->yearly, series, &series->lines[i]);
        trend_core_compute(&line->core, &line->yearly);
        line->qualifies = active_years(&line->yearly) >= lineup->least;
        line->p = !line->qualifies    ? estimate_none(UNDEFINED_N_TOO_SMALL)
                  : lineup->corrected ? line->core.corrected.p
                                      : line->core.kendall.p;
        lineup->few += !line->qualifies;
    }
}

static void adjust(struct lineup *lineup)
{
    struct arena *arena = lineup->trend->arena;
    size_t n = lineup->count + 1;
    lineup->p = arena_alloc(arena, n, sizeof *lineup->p);
    lineup->holm = arena_alloc(arena, n, sizeof *lineup->holm);
    lineup->hochberg = arena_alloc(arena, n, sizeof *lineup->hochberg);
    for (size_t i = 0; i < lineup->count; i++) {
        lineup->p[i] = lineup->lines[i].p;
        lineup->tested += estimate_is(lineup->p[i]);
    }
    adjust_holm(lineup->p, lineup->holm, lineup->count);
    adjust_benjamini_hochberg(lineup->p, lineup->hochberg, lineup->count);
}

static void find_decimals(struct lineup *lineup)
{
    double size = 0;
    for (size_t i = 0; i < lineup->count; i++) {
        if (lineup->lines[i].listed)
            size = fmax(size, fabs(lineup->lines[i].core.sen.slope.value));
    }
    size /= lineup->trend->scale;
    lineup->decimals = size >= 1 || size == 0 ? 1 : trend_decimals(size);
}

/* The first lines that qualify, as many as --top says; where all are wanted,
 * the others too. */
static void choose(struct lineup *lineup)
{
    size_t top = lineup->trend->question->top;
    size_t shown = 0;
    for (size_t i = 0; i < lineup->count; i++) {
        struct tested *line = &lineup->lines[i];
        line->listed = top == SIZE_MAX || (line->qualifies && shown < top);
        shown += line->listed && line->qualifies;
    }
}

static void add_rows(const struct lineup *lineup, struct result *result,
                     size_t i)
{
    const struct trend *trend = lineup->trend;
    const struct tested *line = &lineup->lines[i];
    struct trend one = *trend;
    struct trend_list list = {.arena = trend->arena};
    const char *note =
        arena_printf(trend->arena, "%zu %s tested; %s p", lineup->tested,
                     by_plural(lines_by(&trend->series)),
                     lineup->corrected ? "corrected" : "uncorrected");
    one.yearly = line->yearly;
    trend_core_list(&one, &line->core, &list);
    struct trend_entry *entry =
        trend_list_add(&list, &line->yearly, "p_adjusted", "holm", NULL);
    entry->value = entry->p = lineup->holm[i];
    entry->note = note;
    entry = trend_list_add(&list, &line->yearly, "p_adjusted",
                           "benjamini_hochberg", NULL);
    entry->value = entry->p = lineup->hochberg[i];
    entry->note = note;
    trend_list_rows(&list, result, trend->study, &line->yearly);
}

static void add_column(struct result *result, enum kind kind, size_t width,
                       const char *top, const char *middle, const char *bottom)
{
    parts_column(result, kind, width, 2,
                 (struct heads){.lines = {top, middle, bottom}});
}

static void add_columns(const struct lineup *lineup, struct result *result)
{
    const struct trend *trend = lineup->trend;
    bool corrected = lineup->corrected;
    parts_names(result, 18, 0, by_head(lines_by(&trend->series)));
    add_column(result, KIND_COUNT, 3, NULL, NULL, "n");
    add_column(result, KIND_COUNT, 5, NULL, NULL, "Zeros");
    add_column(result, KIND_NUMBER, 8, "Median",
               arena_printf(trend->arena, "slope, %s", trend->unit), "a year");
    add_column(result, KIND_NUMBER, 6, "Growth,", "% a", "year");
    add_column(result, KIND_NUMBER, 5, NULL, NULL, "tau-b");
    add_column(result, KIND_P_VALUE, 6, NULL, corrected ? "p cor-" : "p not",
               corrected ? "rected" : "corr.");
    add_column(result, KIND_P_VALUE, 6, NULL, NULL, "Holm");
    add_column(result, KIND_P_VALUE, 6, "Benja-", "mini-", "Hochb.");
}

static struct value shown(struct estimate estimate, unsigned decimals,
                          unsigned flags)
{
    return estimate_is(estimate)
               ? value_flagged(value_number(estimate.value, decimals), flags)
               : value_word("–");
}

static struct estimate scaled(struct estimate estimate, double scale)
{
    estimate.value /= scale;
    return estimate;
}

static void add_line(const struct lineup *lineup, struct result *result,
                     size_t i)
{
    const struct tested *line = &lineup->lines[i];
    struct estimate slope = scaled(line->core.sen.slope, lineup->trend->scale);
    struct value *cells =
        view_add_row(&result->view, &result->arena, VIEW_ENTRY);
    cells[0] = value_text(lineup->trend->series.lines[i].name);
    cells[1] = value_integer((int64_t)line->yearly.n);
    cells[2] = value_integer((int64_t)line->yearly.zeros);
    cells[3] = shown(slope, lineup->decimals, VALUE_SIGNED);
    cells[4] = shown(line->core.poisson.percent, 1, VALUE_SIGNED);
    cells[5] = shown(line->core.kendall.tau_b, 2, 0);
    cells[6] = shown(line->p, 0, 0);
    cells[7] = shown(lineup->holm[i], 0, 0);
    cells[8] = shown(lineup->hochberg[i], 0, 0);
}

/* Whether a line that is shown has fewer years than others. */
static bool trims(const struct lineup *lineup)
{
    for (size_t i = 0; i < lineup->count; i++) {
        if (lineup->lines[i].listed && lineup->lines[i].yearly.trimmed)
            return true;
    }
    return false;
}

static void add_notes(const struct lineup *lineup, struct result *result)
{
    const struct trend *trend = lineup->trend;
    const char *plural = by_plural(lines_by(&trend->series));
    const char *records = measure_words(trend->study->cube->measure)->records;
    if (lineup->tested)
        result_add_note(
            result,
            "p is %s for autocorrelation%s; Holm's and Benjamini and "
            "Hochberg's are adjusted for the %zu %s tested, whatever "
            "is shown.",
            lineup->corrected ? "corrected" : "not corrected",
            lineup->corrected ? " (Hamed 2009)" : ", which takes 15 years",
            lineup->tested, plural);
    if (!lineup->count) {
        parts_note_nothing(result, trend->study);
        return;
    }
    if (lineup->few == lineup->count) {
        result_add_note(result,
                        "None of %zu %s has %s in at least %zu years: none is "
                        "tested (n_too_small).",
                        lineup->count, plural, records, lineup->least);
        return;
    }
    const char *others =
        lineup->few == 1
            ? "the other one is not"
            : arena_printf(trend->arena, "the %zu others are not", lineup->few);
    result_add_note(result,
                    "Tested are those with %s in at least %zu years%s%s.%s",
                    records, lineup->least, lineup->few ? "; " : "",
                    lineup->few ? others : "",
                    trims(lineup) ? " A state that did not exist all the time "
                                    "has fewer years."
                                  : "");
}

void trend_each(const struct trend *trend, struct result *result)
{
    struct lineup lineup = {.trend = trend};
    compute(&lineup);
    adjust(&lineup);
    choose(&lineup);
    find_decimals(&lineup);
    struct trend titled = *trend;
    if (lineup.count)
        titled.yearly = lineup.lines[0].yearly;
    trend_title(&titled, result,
                arena_printf(trend->arena, "Trends by %s: ",
                             by_word(lines_by(&trend->series))));
    add_columns(&lineup, result);
    for (size_t i = 0; i < lineup.count; i++) {
        if (!lineup.lines[i].listed)
            continue;
        add_rows(&lineup, result, i);
        if (lineup.lines[i].qualifies)
            add_line(&lineup, result, i);
    }
    view_add_row(&result->view, &result->arena, VIEW_RULE);
    struct periods whole = {.now = trend->periods.now,
                            .clipped = trend->periods.clipped};
    parts_note_periods(result, &whole);
    add_notes(&lineup, result);
    trend_note_census(trend, result,
                      ": read p as size of the trend against year-to-year "
                      "swings");
    trend_foot(trend, result);
}
