/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our World in Data (doc/formats/our-world-in-data.md): one row an entity and
 * year, one column a series; the column's name says what it tells. */
#include <config.h>

#include "base/diag.h"
#include "source/aggregates.h"
#include "source/country_rows.h"
#include "source/layouts.h"
#include "trade/filter.h"
#include "trade/place.h"
#include "trade/place_table.h"

static const struct source_column columns[] = {
    {ROLE_SUPPLIER, true, {"entity"}},
    {ROLE_KIND, false, {"code"}},
    {ROLE_YEAR, true, {"year"}},
};

static struct str cell(const struct head_record *record, size_t i)
{
    return i < record->count ? str_trim(record->cells[i]) : (struct str){"", 0};
}

/* "Entity", "Code" and "Year", or without the code; then the series. */
static int recognise(const struct head *head, size_t record)
{
    const struct head_record *header = &head->records[record];
    size_t year = str_eq_fold(cell(header, 1), STR("code")) ? 2 : 1;
    return str_eq_fold(cell(header, 0), STR("entity")) &&
                   str_eq_fold(cell(header, year), STR("year")) &&
                   cell(header, year + 1).len
               ? 97
               : 0;
}

/* Continents and groups have no code, or one of Our World in Data's own. */
static bool judge(struct country_row *row, enum aside *aside)
{
    const struct place *place = place_of_name(row->place);
    *aside = ASIDE_AGGREGATE;
    if (aggregate_has_name(row->place))
        return false;
    return place || place_of_code(row->code);
}

/* Older files have no code that could tell; a name that nobody knows is a
 * place. */
static bool judge_name(struct country_row *row, enum aside *aside)
{
    *aside = ASIDE_AGGREGATE;
    return !aggregate_has_name(row->place);
}

/* How well the series answers: 0 not at all. Trade before spending, what is
 * asked about before its other side, sums before rates. */
static int rate(const struct reading *reading, enum indicator indicator)
{
    const struct read_options *options = &reading->options;
    const struct filter *named = options->named;
    bool imports = options->one_side ? options->recipients
                                     : named && named->recipient.count &&
                                           !named->supplier.count;
    if (options->unit >= 0 &&
        indicator_unit(indicator) != (enum unit)options->unit)
        return 0;
    switch (indicator) {
    case INDICATOR_EXPORTS:
        return imports ? 4 : 5;
    case INDICATOR_IMPORTS:
        return imports ? 5 : 4;
    case INDICATOR_DOLLARS:
        return 3;
    case INDICATOR_PERCENT:
        return 2;
    case INDICATOR_PER_HEAD:
        return 1;
    case INDICATOR_CURRENCIES:
    case INDICATOR_OTHER:
    case INDICATOR_KINDS:
        break;
    }
    return 0;
}

static bool refuse(const struct reading *reading, struct str first,
                   struct err *err)
{
    struct arena arena;
    arena_init(&arena);
    if (reading->options.unit >= 0)
        err_set(err, ERR_REQUEST,
                "--unit %s: no column of %s tells arms trade or military "
                "expenditure in it; leave --unit out",
                unit_word((enum unit)reading->options.unit), reading->name);
    else
        err_set(err, ERR_REQUEST,
                "%s:%llu: the column %s does not say whether it holds exports "
                "or imports of arms or military expenditure; say it with "
                "--map 'supplier=Entity,year=Year,amount=...' and --unit",
                reading->name,
                (unsigned long long)reading->head.records[reading->header].line,
                diag_quote(&arena, first));
    arena_done(&arena);
    return false;
}

/* The series that is read; the others are named in the note. */
static bool choose_column(struct reading *reading, size_t *chosen,
                          enum indicator *indicator, struct err *err)
{
    const struct head_record *header = &reading->head.records[reading->header];
    const char *others = "";
    int best = 0;
    for (size_t i = reading->roles[ROLE_YEAR] + 1; i < header->count; i++) {
        enum indicator is = indicator_of_words(header->cells[i]);
        int points = rate(reading, is);
        if (points <= best)
            continue;
        best = points;
        *chosen = i;
        *indicator = is;
    }
    if (!best)
        return refuse(reading, cell(header, reading->roles[ROLE_YEAR] + 1),
                      err);
    for (size_t i = reading->roles[ROLE_YEAR] + 1; i < header->count; i++) {
        if (i != *chosen && cell(header, i).len)
            others = arena_printf(&reading->arena, "%s%s%s", others,
                                  *others ? ", " : "",
                                  diag_quote(&reading->arena, cell(header, i)));
    }
    if (*others)
        reading->note = arena_printf(
            &reading->arena, "Of %s the column %s is read, not %s.",
            reading->name, diag_quote(&reading->arena, cell(header, *chosen)),
            others);
    return true;
}

static bool open_owid(struct reading *reading, struct err *err)
{
    enum indicator indicator;
    size_t column;
    if (!choose_column(reading, &column, &indicator, err))
        return false;
    bool trade = indicator_is_trade(indicator);
    reading->unit = indicator_unit(indicator);
    reading->measure = trade ? MEASURE_DELIVERY : MEASURE_SPENDING;
    reading->database = trade ? reading->source->database : "Our World in Data";
    return true;
}

static bool read_owid(struct reading *reading, struct names *names,
                      struct flow_sink sink, struct err *err)
{
    struct country_columns at = {
        .place = reading->roles[ROLE_SUPPLIER],
        .code = reading->roles[ROLE_KIND],
        .year = reading->roles[ROLE_YEAR],
        .indicator = SIZE_MAX,
    };
    struct country_row like = {.place = {"", 0}};
    struct country_series series;
    if (!choose_column(reading, &at.value, &like.indicator, err))
        return false;
    like.indicator_name =
        cell(&reading->head.records[reading->header], at.value);
    country_series_init(&series, reading, names);
    series.listed = "All are the places that Our World in Data lists.";
    series.finds_part = true;
    bool done =
        country_rows_read(&series, &at, &like,
                          at.code == SIZE_MAX ? judge_name : judge, err) &&
        country_series_push(&series, sink, err);
    country_series_done(&series);
    return done;
}

const struct source source_owid = {
    .id = "our_world_in_data",
    .title = "Our World in Data, one row an entity and year",
    .database = "SIPRI Arms Transfers Database, as Our World in Data gives it",
    .recognise = recognise,
    .columns = columns,
    .column_count = sizeof(columns) / sizeof(*columns),
    .open = open_owid,
    .one_sided = true,
    .read = read_owid,
};
