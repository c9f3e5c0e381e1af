/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/country_series.h"

#include "base/diag.h"
#include "base/mem.h"
#include "trade/filter.h"

#define TIV_HALF_WIDTH (AMOUNT_ONE / 2)

struct series_point {
    enum indicator indicator;
    uint32_t place; /* of the series' own maps */
    uint32_t name;  /* of the indicator */
    uint64_t line;
    int year;
    struct cell_amount cell;
};

static enum series_kind kind_of(enum indicator indicator)
{
    return indicator == INDICATOR_EXPORTS   ? SERIES_EXPORTS
           : indicator == INDICATOR_IMPORTS ? SERIES_IMPORTS
                                            : SERIES_SPENDING;
}

void country_series_init(struct country_series *series, struct reading *reading,
                         struct names *names)
{
    *series = (struct country_series){.reading = reading, .names = names};
    map_init(&series->places);
    map_init(&series->indicators);
    for (size_t i = 0; i < SERIES_KINDS; i++)
        tally_init(&series->tallies[i], &reading->arena);
}

void country_series_done(struct country_series *series)
{
    map_done(&series->places);
    map_done(&series->indicators);
    mem_free(series->points);
}

struct tally *country_series_begin(struct country_series *series,
                                   enum indicator indicator)
{
    bool trade = indicator_is_trade(indicator);
    amount asked = series->reading->options.rounded_to;
    series->reading->half_width = asked >= 0 ? asked / 2
                                  : trade    ? TIV_HALF_WIDTH
                                             : series->spending_half_width;
    return &series->tallies[kind_of(indicator)];
}

void country_series_add(struct country_series *series, enum indicator indicator,
                        struct str place, struct str indicator_name,
                        uint64_t line, int year, struct cell_amount cell)
{
    if (series->count == series->cap) {
        series->cap = series->cap ? series->cap * 2 : 1024;
        series->points =
            mem_resize(series->points, series->cap, sizeof(*series->points));
    }
    series->points[series->count++] = (struct series_point){
        .indicator = indicator,
        .place = map_intern(&series->places, place),
        .name = map_intern(&series->indicators, indicator_name),
        .line = line,
        .year = year,
        .cell = cell,
    };
}

/* Imports where recipients are asked about, else exports, else the other one;
 * spending where there is no trade. */
static enum series_kind choose(const struct country_series *series)
{
    const struct read_options *options = &series->reading->options;
    const struct filter *named = options->named;
    bool imports = options->one_side ? options->recipients
                                     : named && named->recipient.count &&
                                           !named->supplier.count;
    enum series_kind first = imports ? SERIES_IMPORTS : SERIES_EXPORTS;
    enum series_kind second = imports ? SERIES_EXPORTS : SERIES_IMPORTS;
    return series->tallies[first].rows_read             ? first
           : series->tallies[second].rows_read          ? second
           : series->tallies[SERIES_SPENDING].rows_read ? SERIES_SPENDING
                                                        : SERIES_EXPORTS;
}

/* The places are those that the publisher lists, or one of them. */
static void set_scope(struct country_series *series, enum series_kind chosen)
{
    struct scope *scope = &series->reading->scope;
    struct scope_side own = {.extent = SCOPE_SOME, .divided = true};
    struct scope_side all = {.extent = SCOPE_ALL};
    uint32_t only = NAME_NONE;
    bool several = false;
    for (size_t i = 0; i < series->count; i++) {
        const struct series_point *point = &series->points[i];
        if (kind_of(point->indicator) != chosen)
            continue;
        several |= only != NAME_NONE && only != point->place;
        only = point->place;
    }
    if (only != NAME_NONE && !several)
        own = (struct scope_side){
            .extent = SCOPE_ONE,
            .name = arena_str(&series->reading->arena,
                              names_text(&series->places, only)),
            .divided = true};
    scope->supplier = chosen == SERIES_EXPORTS ? own : all;
    scope->recipient = chosen == SERIES_EXPORTS ? all : own;
    scope->broad = several;
}

/* No country's exports or imports of a year reach 10^5 TIV million, and the
 * least that is printed in TIV is a million. */
static bool find_part(struct country_series *series, struct err *err)
{
    struct reading *reading = series->reading;
    const struct series_point *small = NULL;
    const struct series_point *large = NULL;
    for (size_t i = 0; i < series->count; i++) {
        const struct series_point *point = &series->points[i];
        if (!indicator_is_trade(point->indicator) || !point->cell.value)
            continue;
        if (point->cell.value < 100000 * AMOUNT_ONE)
            small = point;
        else
            large = point;
    }
    if (small && large)
        return err_set(err, ERR_DATA,
                       "%s:%llu: an amount in TIV million, and one in TIV on "
                       "line %llu; correct the one that is wrong",
                       reading->name, (unsigned long long)small->line,
                       (unsigned long long)large->line);
    for (size_t i = 0; large && i < series->count; i++) {
        if (indicator_is_trade(series->points[i].indicator))
            series->points[i].cell.value /= AMOUNT_ONE;
    }
    return true;
}

/* Whether anything was found that can be told. */
static bool check_kinds(const struct country_series *series, struct err *err)
{
    for (size_t i = 0; i < SERIES_KINDS; i++) {
        if (series->tallies[i].rows_read)
            return true;
    }
    const struct reading *reading = series->reading;
    return reading->options.every_quantity || !reading->tally.rows_read ||
           err_set(err, ERR_REQUEST,
                   "%s: no row is about a country's exports or imports of arms "
                   "or its military expenditure; see armstats describe",
                   reading->name);
}

static void set_reading(struct country_series *series, enum series_kind chosen)
{
    struct reading *reading = series->reading;
    bool trade = chosen != SERIES_SPENDING;
    enum indicator indicator = trade ? INDICATOR_EXPORTS : INDICATOR_DOLLARS;
    if (!trade && series->count)
        indicator = series->points[0].indicator;
    country_series_begin(series, indicator);
    reading->unit = indicator_unit(indicator);
    reading->measure = trade ? MEASURE_DELIVERY : MEASURE_SPENDING;
    set_scope(series, chosen);
    if (trade && reading->scope.broad && series->listed)
        reading->note = arena_printf(
            &reading->arena, "%s%s%s: %s", reading->note ? reading->note : "",
            reading->note ? " " : "", reading->name, series->listed);
}

static void settle_tallies(struct country_series *series,
                           enum series_kind chosen)
{
    static const enum aside asides[SERIES_KINDS] = {
        [SERIES_EXPORTS] = ASIDE_EXPORTS,
        [SERIES_IMPORTS] = ASIDE_IMPORTS,
        [SERIES_SPENDING] = ASIDE_SPENDING,
    };
    struct tally *tally = &series->reading->tally;
    for (size_t i = 0; i < SERIES_KINDS; i++) {
        if (i == (size_t)chosen)
            tally_add(tally, &series->tallies[i]);
        else
            tally_aside(tally, asides[i], series->tallies[i].rows_read);
    }
}

static bool push_point(struct country_series *series,
                       const struct series_point *point, struct flow_sink sink,
                       struct err *err)
{
    struct reading *reading = series->reading;
    struct names *names = series->names;
    struct flow flow =
        flow_unknown(indicator_unit(point->indicator), reading->measure);
    uint32_t place =
        map_intern(&names->places, names_text(&series->places, point->place));
    uint32_t other = map_intern(&names->places, STR(SCOPE_NOT_DIVIDED));
    bool exports = point->indicator == INDICATOR_EXPORTS;
    flow.supplier = exports ? place : other;
    flow.recipient = exports ? other : place;
    if (reading->measure == MEASURE_SPENDING)
        flow.category = map_intern(
            &names->categories, names_text(&series->indicators, point->name));
    flow.half_width = reading->half_width;
    flow.line = point->line;
    flow.year = point->year;
    flow.cell = point->cell.state;
    flow.value = point->cell.value;
    source_see_year(reading, flow.year);
    return sink.take(sink.context, &flow, err);
}

/* A place, what is told of it and a year that stand twice would be counted
 * twice, as in files that were put one behind the other. */
static bool check_once(const struct country_series *series,
                       enum series_kind chosen, struct err *err)
{
    struct reading *reading = series->reading;
    struct map seen;
    bool once = true;
    map_init(&seen);
    for (size_t i = 0; once && i < series->count; i++) {
        const struct series_point *point = &series->points[i];
        if (kind_of(point->indicator) != chosen)
            continue;
        const uint32_t key[] = {point->place, point->name,
                                (uint32_t)point->year};
        size_t known = seen.len;
        once = map_intern(&seen, (struct str){(const char *)key,
                                              sizeof(key)}) == known;
        if (!once)
            err_set(err, ERR_DATA,
                    "%s:%llu: %s and %d stand twice; remove one, or give each "
                    "table a file of its own",
                    reading->name, (unsigned long long)point->line,
                    diag_quote(&reading->arena,
                               names_text(&series->places, point->place)),
                    point->year);
    }
    map_done(&seen);
    return once;
}

bool country_series_push(struct country_series *series, struct flow_sink sink,
                         struct err *err)
{
    if (!check_kinds(series, err) ||
        (series->finds_part && !find_part(series, err)))
        return false;
    enum series_kind chosen = choose(series);
    if (!check_once(series, chosen, err))
        return false;
    settle_tallies(series, chosen);
    set_reading(series, chosen);
    for (size_t i = 0; i < series->count; i++) {
        const struct series_point *point = &series->points[i];
        if (kind_of(point->indicator) == chosen &&
            !push_point(series, point, sink, err))
            return false;
    }
    return true;
}
