/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A derivative of the World Bank's series (doc/formats/world-bank.md): one row
 * a country and year, the country as a code of three small letters, and what it
 * tells in words. */
#include <config.h>

#include "source/aggregates.h"
#include "source/country_rows.h"
#include "source/layouts.h"
#include "source/world_bank.h"
#include "trade/place_table.h"

static const struct source_column columns[] = {
    {ROLE_SUPPLIER, true, {"geo"}},
    {ROLE_YEAR, true, {"time"}},
    {ROLE_AMOUNT, true, {"value"}},
    {ROLE_KIND, true, {"measure", "indicator"}},
};

enum { CODE = 3 };

/* Under the place's name, if the code is one; the Bank's sums are not
 * counted. */
static bool judge(struct country_row *row, enum aside *aside)
{
    char letters[CODE];
    struct str code = {letters, CODE};
    row->indicator = indicator_of_code(row->indicator_name);
    if (row->indicator == INDICATOR_OTHER)
        row->indicator = indicator_of_words(row->indicator_name);
    *aside =
        row->indicator == INDICATOR_OTHER ? ASIDE_INDICATOR : ASIDE_CURRENCY;
    if (row->indicator == INDICATOR_OTHER ||
        row->indicator == INDICATOR_CURRENCIES)
        return false;
    if (row->place.len != CODE)
        return true;
    for (size_t i = 0; i < CODE; i++) {
        char c = row->place.ptr[i];
        letters[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    *aside = ASIDE_AGGREGATE;
    if (aggregate_has_code(code))
        return false;
    const struct place *place = place_of_code(code);
    if (place)
        row->place = str_from(place->name);
    return true;
}

static bool open_bank(struct reading *reading, struct err *err)
{
    (void)err;
    reading->unit = UNIT_TIV_MILLION;
    reading->measure = MEASURE_DELIVERY;
    return true;
}

static bool read_bank(struct reading *reading, struct names *names,
                      struct flow_sink sink, struct err *err)
{
    const struct country_columns at = {
        .place = reading->roles[ROLE_SUPPLIER],
        .code = SIZE_MAX,
        .year = reading->roles[ROLE_YEAR],
        .value = reading->roles[ROLE_AMOUNT],
        .indicator = reading->roles[ROLE_KIND],
    };
    static const struct country_row like = {.indicator = INDICATOR_OTHER};
    struct country_series series;
    country_series_init(&series, reading, names);
    series.listed = WORLD_BANK_LISTED;
    series.finds_part = true;
    bool done = country_rows_read(&series, &at, &like, judge, err) &&
                country_series_push(&series, sink, err);
    if (reading->measure == MEASURE_SPENDING)
        reading->database = WORLD_BANK_SPENDING;
    country_series_done(&series);
    return done;
}

const struct source source_world_bank_long = {
    .id = "world_bank_long",
    .title = "World Bank series, one row a country and year",
    .database = WORLD_BANK_TRADE,
    .columns = columns,
    .column_count = sizeof(columns) / sizeof(*columns),
    .certain = 3,
    .open = open_bank,
    .one_sided = true,
    .read = read_bank,
};
