/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The United Kingdom's export licences as the Campaign Against Arms Trade
 * gathers them, values.csv (doc/formats/uk-licences.md): one row a month,
 * group of licences, rating and country; GBP to the pound. Rows of refusals
 * have no value. */
#include <config.h>

#include "source/cells.h"
#include "source/layouts.h"
#include "source/rows.h"

static const struct source_column columns[] = {
    {ROLE_YEAR, true, {"date"}},         {ROLE_CATEGORY, true, {"rating"}},
    {ROLE_LICENCES, true, {"count"}},    {ROLE_AMOUNT, true, {"value"}},
    {ROLE_RECIPIENT, true, {"country"}}, {ROLE_KIND, true, {"refused"}},
};

static const struct source_quantity quantities[] = {
    {QUANTITY_VALUE, UNIT_GBP, MEASURE_LICENCE, ROLE_AMOUNT, 0},
    {QUANTITY_LICENCES, UNIT_LICENCES, MEASURE_LICENCE, ROLE_LICENCES, 0},
    {QUANTITY_REFUSALS, UNIT_LICENCES, MEASURE_REFUSAL, ROLE_LICENCES, 0},
};

static bool counts(const struct rows *rows)
{
    enum tri refused;
    bool asked = rows->reading->quantity == QUANTITY_REFUSALS;
    if (!cells_flag(rows_text(rows, ROLE_KIND), &refused))
        return source_fault(rows, FAULT_KIND, ROLE_KIND);
    if ((refused == TRI_YES) == asked)
        return true;
    return source_set_aside(rows, asked ? ASIDE_APPROVED : ASIDE_REFUSED);
}

const struct source source_uk_licences = {
    .id = "uk_licences",
    .title = "United Kingdom export licences (CAAT)",
    .database = "UK Strategic Export Controls, gathered by CAAT",
    .columns = columns,
    .column_count = sizeof columns / sizeof columns[0],
    .certain = 5,
    .supplier = "United Kingdom",
    .mixes = "Licences for military goods (ML1 to ML22, PL...) and for "
             "dual-use goods together; --category 'ML*' takes the military "
             "list.",
    .quantities = quantities,
    .quantity_count = sizeof quantities / sizeof quantities[0],
    .find_year = date_year,
    .counts = counts,
    .open = source_open_licences,
};
