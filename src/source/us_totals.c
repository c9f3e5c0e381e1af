/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Totals of United States arms sales by country, programme and year, from the
 * Security Assistance Monitor (doc/formats/us-totals.md): JSON lines, or the
 * same as CSV; USD, as digits or as "$28,131,565,903". What was notified to
 * Congress beforehand is not read: it may never be ordered. */
#include <config.h>

#include "source/layouts.h"
#include "source/number.h"
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

static bool is_one_of(struct str name, const char *const *patterns)
{
    while (*patterns && !str_matches(name, str_from(*patterns)))
        patterns++;
    return *patterns;
}

/* Countries are added up, and what holds several of them is not; where regions
 * are listed instead, these are. */
static bool counts(const struct rows *rows)
{
    static const char *const world[] = {
        "World",   "Worldwide", "Global",   "All countries", "Total", "Totals",
        "Total *", "* Total",   "* Totals", "Subtotal*",     NULL};
    static const char *const regions[] = {"Regional", "Regional *",
                                          "* Regional", "* Region", NULL};
    struct str name = rows_text(rows, ROLE_RECIPIENT);
    bool by_region = rows->reading->source == &source_us_regions;
    return !(is_one_of(name, world) ||
             (!by_region && is_one_of(name, regions))) ||
           source_set_aside(rows, ASIDE_AGGREGATE);
}

static bool open_totals(struct reading *reading, struct err *err)
{
    (void)err;
    reading->scope.by_category = true;
    reading->scope.recipient.divided = true;
    return true;
}

#define US_TOTALS(Title, Columns)                                      \
    {                                                                  \
        .id = "us_totals", .title = Title,                             \
        .database = "Security Assistance Monitor", .columns = Columns, \
        .column_count = sizeof Columns / sizeof Columns[0],            \
        .supplier = "United States", .quantities = quantities,         \
        .quantity_count = sizeof quantities / sizeof quantities[0],    \
        .find_amount = number_of_dollars, .counts = counts,            \
        .open = open_totals,                                           \
    }

const struct source source_us_totals =
    US_TOTALS("United States arms-sales totals", columns);

const struct source source_us_regions =
    US_TOTALS("United States arms-sales totals by region", region_columns);
