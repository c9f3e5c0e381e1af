/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Totals of United States arms sales by country, programme and year, from the
 * Security Assistance Monitor (doc/formats/us-totals.md): JSON lines, or the
 * same as CSV; USD, as digits or as "$28,131,565,903". What was notified to
 * Congress beforehand is not read: it may never be ordered. */
#include <config.h>

#include "source/layouts.h"
#include "source/money.h"
#include "source/rows.h"

static const struct source_column columns[] = {
    {ROLE_YEAR, true, {"year"}},
    {ROLE_RECIPIENT, true, {"country"}},
    {ROLE_CATEGORY, true, {"program"}},
    {ROLE_AMOUNT, true, {"deliveries"}},
    {ROLE_ORDERED, true, {"authorizations"}},
};

/* The same by region instead. */
static const struct source_column region_columns[] = {
    {ROLE_YEAR, true, {"year"}},
    {ROLE_RECIPIENT, true, {"region"}},
    {ROLE_CATEGORY, true, {"program"}},
    {ROLE_AMOUNT, true, {"deliveries"}},
    {ROLE_ORDERED, true, {"authorizations"}},
};

static const struct source_quantity quantities[] = {
    {QUANTITY_VALUE, UNIT_USD, MEASURE_DELIVERY, ROLE_AMOUNT, 0},
    {QUANTITY_ORDERED, UNIT_USD, MEASURE_ORDER, ROLE_ORDERED, 0},
};

/* Countries are added up; what holds several of them is not. */
static bool counts(const struct rows *rows)
{
    static const char *const sums[] = {
        "World",    "Worldwide", "Global",     "All countries", "Total",
        "Totals",   "Total *",   "* Total",    "* Totals",      "Subtotal*",
        "Regional", "* Region",  "* Regional", "Regional *",
    };
    struct str country = rows_text(rows, ROLE_RECIPIENT);
    for (size_t i = 0; i < sizeof sums / sizeof sums[0]; i++) {
        if (str_matches(country, str_from(sums[i])))
            return source_set_aside(rows, ASIDE_REGION);
    }
    return true;
}

static bool open_totals(struct reading *reading, struct err *err)
{
    (void)err;
    reading->unit = UNIT_USD;
    reading->measure = MEASURE_DELIVERY;
    reading->database = reading->source->database;
    reading->scope.by_category = true;
    reading->scope.recipient.divided = true;
    return true;
}

#define US_TOTALS(Title, Columns)                                    \
    {                                                                \
        .id = "us_totals",                                           \
        .title = Title,                                              \
        .database = "Security Assistance Monitor",                   \
        .columns = Columns,                                          \
        .column_count = sizeof Columns / sizeof Columns[0],          \
        .supplier = "United States",                                 \
        .quantities = quantities,                                    \
        .quantity_count = sizeof quantities / sizeof quantities[0],  \
        .find_amount = money_parse,                                  \
        .counts = counts,                                            \
        .open = open_totals,                                         \
    }

const struct source source_us_totals =
    US_TOTALS("United States arms-sales totals", columns);

const struct source source_us_regions =
    US_TOTALS("United States arms-sales totals by region", region_columns);
