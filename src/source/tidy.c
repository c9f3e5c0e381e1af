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

/* A header of "tiv" says the unit itself. */
static bool find_unit(struct reading *reading, struct err *err)
{
    const struct head_record *header = &reading->head.records[reading->header];
    struct str head = str_trim(header->cells[reading->roles[ROLE_AMOUNT]]);
    reading->unit = UNIT_TIV_MILLION;
    if (reading->options.unit >= 0)
        reading->unit = (enum unit)reading->options.unit;
    else if (reading->roles[ROLE_UNIT] == SIZE_MAX &&
             !str_eq_fold(head, STR("tiv")))
        return err_set(err, ERR_DATA,
                       "%s:%llu: nothing says what the column '%.*s' counts; "
                       "add a column 'unit', or give --unit tiv_million, usd, "
                       "gbp, eur, items, licences or tonnes",
                       reading->name, (unsigned long long)header->line,
                       STR_ARG(head));
    return true;
}

/* The release that all rows of our own tables name; the first row tells. */
static void find_release(struct reading *reading)
{
    size_t column = reading->roles[ROLE_RELEASE_YEAR];
    if (column == SIZE_MAX || reading->release_given ||
        reading->header + 1 >= reading->head.count)
        return;
    const struct head_record *first =
        &reading->head.records[reading->header + 1];
    int year;
    if (column < first->count &&
        cells_year(str_trim(first->cells[column]), &year)) {
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
    if (!find_unit(reading, err) || !descriptor_load(reading, err))
        return false;
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
