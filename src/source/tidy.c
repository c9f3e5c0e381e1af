/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our own tidy table (doc/formats/tidy.md): what convert writes, what the
 * bundled extracts are, and what a person can make in a spreadsheet. Only
 * year, amount and one of the two sides are needed. */
#include <config.h>

#include "source/cells.h"
#include "source/code_table.h"
#include "source/descriptor.h"
#include "source/detect.h"
#include "source/layouts.h"

static const struct source_column columns[] = {
    {ROLE_SUPPLIER, false, {"supplier", "exporter"}},
    {ROLE_RECIPIENT, false, {"recipient", "importer"}},
    {ROLE_YEAR, true, {"year"}},
    {ROLE_AMOUNT, true, {"amount", "tiv", "value"}},
    {ROLE_CATEGORY, false, {"category"}},
    {ROLE_DESCRIPTION, false, {"description"}},
    {ROLE_DESIGNATION, false, {"designation"}},
    {ROLE_CONDITION, false, {"condition"}},
    {ROLE_MEASURE, false, {"measure"}},
    {ROLE_UNIT, false, {"unit"}},
    {ROLE_CELL, false, {"cell"}},
    {ROLE_ROUNDED_TO, false, {"rounded_to"}},
    {ROLE_ITEMS, false, {"items"}},
    {ROLE_ORDER_YEAR, false, {"order_year"}},
    {ROLE_YEAR_ESTIMATED, false, {"year_estimated"}},
    {ROLE_ITEMS_ESTIMATED, false, {"items_estimated"}},
    {ROLE_ORDER_YEAR_ESTIMATED, false, {"order_year_estimated"}},
    {ROLE_LOCAL_PRODUCTION, false, {"local_production"}},
    {ROLE_DEAL, false, {"deal_id"}},
    {ROLE_RELEASE_YEAR, false, {"release_year"}},
};

static bool has_role(const struct head_record *record, enum role role)
{
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        if (columns[i].role != role)
            continue;
        for (size_t j = 0; j < record->count; j++) {
            if (detect_is_name(record->cells[j], &columns[i]))
                return true;
        }
    }
    return false;
}

static int recognise(const struct head *head, size_t record)
{
    const struct head_record *header = &head->records[record];
    bool sided =
        has_role(header, ROLE_SUPPLIER) || has_role(header, ROLE_RECIPIENT);
    return sided && has_role(header, ROLE_YEAR) && has_role(header, ROLE_AMOUNT)
               ? 40
               : 0;
}

static struct str first_cell(const struct reading *reading, size_t column)
{
    const struct head_record *first =
        &reading->head.records[reading->header + 1];
    if (reading->header + 1 >= reading->head.count || column >= first->count)
        return (struct str){"", 0};
    return str_trim(first->cells[column]);
}

/* Whether convert divided several years evenly; the first row tells. */
static void find_split(struct reading *reading)
{
    static const struct source_column source = {ROLE_COUNT, false, {"source"}};
    const struct head_record *header = &reading->head.records[reading->header];
    for (size_t i = 0; i < header->count; i++) {
        if (detect_is_name(header->cells[i], &source))
            reading->scope.split_evenly |=
                str_ends(first_cell(reading, i), STR(SOURCE_SPLIT));
    }
}

/* The release that all rows of our own tables name; the first row tells. */
static void find_release(struct reading *reading)
{
    size_t column = reading->roles[ROLE_RELEASE_YEAR];
    int year;
    if (!reading->release_given &&
        cells_year(first_cell(reading, column), &year)) {
        reading->release_year = year;
        reading->release_given = true;
    }
}

/* Whether some row of the head names a place on that side. */
static bool is_divided(const struct reading *reading, enum role role)
{
    size_t column = reading->roles[role];
    for (size_t i = reading->header + 1;
         column != SIZE_MAX && i < reading->head.count; i++) {
        const struct head_record *record = &reading->head.records[i];
        if (column < record->count &&
            !str_eq(str_trim(record->cells[column]), STR(SCOPE_NOT_DIVIDED)))
            return true;
    }
    return false;
}

static bool open_tidy(struct reading *reading, struct err *err)
{
    reading->measure = MEASURE_DELIVERY;
    struct scope *scope = &reading->scope;
    scope->supplier.divided = is_divided(reading, ROLE_SUPPLIER);
    scope->recipient.divided = is_divided(reading, ROLE_RECIPIENT);
    scope->by_category = reading->roles[ROLE_CATEGORY] != SIZE_MAX;
    if (!source_find_unit(reading, err) || !descriptor_load(reading, err))
        return false;
    find_split(reading);
    find_release(reading);
    return !reading->options.code_count || code_table_load(reading, err);
}

const struct source source_tidy = {
    .id = "tidy",
    .title = "tidy table",
    .database = "",
    .recognise = recognise,
    .columns = columns,
    .column_count = sizeof columns / sizeof columns[0],
    .one_sided = true,
    .blank_flags = true,
    .open = open_tidy,
};
