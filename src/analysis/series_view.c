/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/series_view.h"

#include "analysis/magnitude.h"
#include "analysis/prose.h"
#include "analysis/values.h"
#include "analysis/view_parts.h"
#include "analysis/whole.h"
#include "base/utf8.h"

/* A longer name would widen its column. */
#define LONGEST_HEAD ((size_t)16)

static bool of_years(const struct series *series)
{
    return series->each == EACH_YEAR;
}

const char *series_years(const struct series *series)
{
    char years[PERIOD_TEXT];
    period_print(years, series->piece_count ? lines_span(series)
                                            : series->periods.now);
    return arena_printf(series->study->arena, ", %s%s", years,
                        series->periods.clipped ? " (covered years only)" : "");
}

static const char *pieces_words(const struct series *series)
{
    if (of_years(series))
        return "by year";
    return arena_printf(series->study->arena, "by %speriods of %d years",
                        series->each == EACH_ROLLING ? "rolling " : "",
                        series->span);
}

/* Columns of the view. */
struct places {
    size_t period, amount, mean, world, supplier, recipient, change, rank;
};

/* "South Korea's", or "the supplier's" for a long name. */
static const char *owner(struct arena *arena, const struct side *side,
                         const char *otherwise)
{
    const char *name = possessive(arena, side->name);
    return utf8_width(str_from(name)) <= LONGEST_HEAD ? name : otherwise;
}

static size_t share_column(struct result *result, const char *of,
                           const char *what)
{
    return parts_column(
        result, KIND_SHARE, 5, 3,
        (struct heads){.lines = {"Share of", of,
                                 arena_printf(&result->arena, "%s%%", what)},
                       .label = arena_printf(&result->arena, "Share of %s %s%%",
                                             of, what)});
}

static void add_share_columns(struct result *result,
                              const struct series *series, struct places *at)
{
    struct arena *arena = &result->arena;
    const struct measure_words *words =
        measure_words(series->study->cube->measure);
    if (series->world.count)
        at->world = share_column(result, "the world,", "");
    if (series->supplier_wholes.count)
        at->supplier = share_column(
            result, owner(arena, &series->sides.supplier, "the supplier's"),
            arena_printf(arena, "%s, ", words->exports));
    if (series->recipient_wholes.count)
        at->recipient = share_column(
            result, owner(arena, &series->sides.recipient, "the recipient's"),
            arena_printf(arena, "%s, ", words->imports));
}

static void add_columns(struct result *result, const struct series *series,
                        struct places *at)
{
    *at = (struct places){NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN,
                          NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN};
    const char *head = of_years(series) ? "Year" : "Period";
    const char *unit = magnitude_head(series->study, &result->arena);
    at->period =
        parts_column(result, KIND_TEXT, 9, 0,
                     (struct heads){.lines = {NULL, NULL, head}, head});
    result->view.columns[at->period].flexible = false;
    at->amount =
        parts_column(result, KIND_AMOUNT, 8, 2,
                     (struct heads){.lines = {NULL, NULL, unit}, unit});
    if (of_years(series))
        at->mean = parts_column(
            result, KIND_AMOUNT, 10, 3,
            (struct heads){.lines = {"Mean of", "the last", "five years"},
                           "Mean of the last five years"});
    add_share_columns(result, series, at);
    if (of_years(series))
        return;
    at->change = parts_column(
        result, KIND_CHANGE, 6, 3,
        (struct heads){.lines = {"Change on", "the period", "before, %"},
                       "Change on the period before, %"});
    if (series->rivals.count)
        at->rank = parts_column(result, KIND_RANK, 4, 3,
                                (struct heads){{NULL, NULL, "Rank"}, "Rank"});
}

static struct value share_of(const struct series *series,
                             const struct cube_cell *cell,
                             const struct tracks *tracks,
                             const struct track *track, struct period period)
{
    if (!track || !period_within(period, tracks->covered))
        return value_null(REASON_NOT_COVERED);
    struct cube_cell whole = tracks_sum(tracks, track, period);
    return share_value(series->study, cell, &whole);
}

static void put_shares(struct value *cells, const struct series *series,
                       const struct places *at, struct period period)
{
    const struct line *line = series->lines;
    struct cube_cell cell = lines_sum(series, line, period);
    parts_put(cells, at->amount, amount_value(&cell));
    parts_put(
        cells, at->world,
        share_of(series, &cell, &series->world, series->world.items, period));
    parts_put(cells, at->supplier,
              share_of(series, &cell, &series->supplier_wholes,
                       line->supplier_whole, period));
    parts_put(cells, at->recipient,
              share_of(series, &cell, &series->recipient_wholes,
                       line->recipient_whole, period));
}

static struct value change_of(const struct series *series, size_t piece)
{
    struct periods periods;
    struct err err = {0};
    if (!question_periods(&series->pieces[piece], series->study, 0, &periods,
                          &err))
        return value_null(REASON_NOT_COVERED);
    struct cube_cell now = lines_sum(series, series->lines, periods.now);
    struct cube_cell before = lines_sum(series, series->lines, periods.before);
    return change_value(series->study, &periods, &now, &before);
}

static void add_piece(struct result *result, const struct series *series,
                      const struct places *at, size_t piece)
{
    struct arena *arena = &result->arena;
    struct value *cells = view_add_row(&result->view, arena, VIEW_ENTRY);
    struct period period = lines_period(series, piece);
    struct cube_cell cell = lines_sum(series, series->lines, period);
    struct place_taken place = lines_rank(series, &cell, period);
    char years[PERIOD_TEXT];
    amount mean;
    period_print(years, period);
    parts_put(cells, at->period, value_word(arena_printf(arena, "%s", years)));
    put_shares(cells, series, at, period);
    if (lines_mean(series, series->lines, period.to, AMOUNT_ONE, &mean))
        parts_put(cells, at->mean, value_amount(mean));
    parts_put(cells, at->change, change_of(series, piece));
    parts_put(cells, at->rank, rank_value(place.rank, place.tied));
}

/* Rolling periods overlap: they have no sum. */
static void add_total(struct result *result, const struct series *series,
                      const struct places *at)
{
    if (series->piece_count < 2 || series->each == EACH_ROLLING)
        return;
    struct value *cells =
        view_add_row(&result->view, &result->arena, VIEW_TOTAL);
    parts_put(cells, at->period, value_word("All years"));
    put_shares(cells, series, at, lines_span(series));
}

static void add_notes(struct result *result, const struct series *series)
{
    struct periods whole = {.now = series->periods.now,
                            .clipped = series->periods.clipped,
                            .undivided = series->periods.undivided};
    struct period span = lines_span(series);
    parts_note_periods(result, &whole);
    if (!series->piece_count && !of_years(series))
        result_add_note(result, "No period of %d years lies within the data.",
                        series->span);
    else if (series->each == EACH_WINDOW)
        parts_note_left_out(result, whole.now, span, series->span);
    if (!series->line_count || !series->lines[0].all.rows)
        parts_note_nothing(result, series->study);
}

/* "World: all recorded deliveries, unknown suppliers (0.1 %) included." */
static const char *whole_words(const struct study *study, enum whole whole,
                               struct group_masks masks,
                               const struct series *series)
{
    struct periods periods = {.now = lines_span(series)};
    struct group group;
    bool supplier = !masks.supplier && study_divides(study, true);
    enum by by = supplier                      ? BY_SUPPLIER
                 : study_divides(study, false) ? BY_RECIPIENT
                                               : BY_WORLD;
    masks.category = series->question->category;
    group_build(&group, study, by, &periods, masks);
    return whole_line(whole, study, &group, by);
}

static void add_whole(struct result *result, const struct series *series)
{
    const struct study *study = series->study;
    const struct sides *sides = &series->sides;
    struct group_masks selected = {.supplier = sides->supplier.mask,
                                   .recipient = sides->recipient.mask,
                                   .category = NAME_NONE};
    struct group_masks everybody = {0};
    const char *words = "";
    if (series_is_world(series))
        words = whole_words(study, WHOLE_WORLD, everybody, series);
    else if (lines_by(series) != BY_WORLD)
        words = whole_words(study, WHOLE_SELECTION, selected, series);
    else if (series->world.count)
        words = whole_words(series->totals, WHOLE_WORLD, everybody, series);
    if (*words)
        view_add_foot(&result->view, &result->arena, "%s", words);
}

bool series_is_world(const struct series *series)
{
    return scope_is_world(&series->study->scope) &&
           series->sides.supplier.all && series->sides.recipient.all;
}

/* Where the world's totals are from, if not from where all else is. */
static void add_totals_source(struct result *result,
                              const struct series *series)
{
    if (!series->totals)
        return;
    struct str source = str_from(series->totals->source_line);
    if (str_eq(source, str_from(series->study->source_line)))
        return;
    if (str_starts(source, STR("Source: ")))
        source = str_skip(source, STR("Source: ").len);
    view_add_foot(&result->view, &result->arena, "World's totals: %.*s",
                  STR_ARG(source));
}

void series_foot(struct result *result, const struct series *series)
{
    const struct study *study = series->study;
    struct view *view = &result->view;
    add_notes(result, series);
    if (parts_has_no_record(view))
        view_add_foot(view, &result->arena, "–: no %s recorded.",
                      measure_words(study->cube->measure)->record);
    parts_show_notes(result);
    add_whole(result, series);
    view_add_foot(view, &result->arena, "%s", study->source_line);
    add_totals_source(result, series);
}

void series_view(struct result *result, const struct series *series)
{
    const struct study *study = series->study;
    struct places at;
    if (lines_by(series) != BY_WORLD) {
        series_grid(result, series);
        return;
    }
    result->view.title = arena_printf(
        &result->arena, "%s, %s%s", sides_title(&series->sides, study),
        pieces_words(series), series_years(series));
    result->view.unit_line = unit_line(study->cube->unit, study->cube->measure);
    add_columns(result, series, &at);
    for (size_t i = 0; i < series->piece_count; i++)
        add_piece(result, series, &at, i);
    add_total(result, series, &at);
    view_add_row(&result->view, &result->arena, VIEW_RULE);
    series_foot(result, series);
    series_sentence(result, series);
}
