/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Dutch government's list of licences for military goods, month by month
 * (doc/formats/dutch-licences.md): one row a licence, its value in EUR. Counted
 * are new licences for final export, as in the government's yearly totals: a
 * licence that is renewed (Verl.) or replaced (V/N) stands there again with its
 * value, and goods on loan or in transit are no exports. */
#include <config.h>

#include "source/cells.h"
#include "source/layouts.h"
#include "source/rows.h"

static const struct source_column columns[] = {
    {ROLE_YEAR, true, {"afgifte datum"}},
    {ROLE_CATEGORY, true, {"SGP"}},
    {ROLE_DESCRIPTION, false, {"goederen omschrijving"}},
    {ROLE_FINAL, true, {"D/T"}},
    {ROLE_RENEWED, true, {"Verl.", "Verl"}},
    {ROLE_REPLACES, true, {"V/N"}},
    {ROLE_TRANSIT, true, {"U/D"}},
    {ROLE_RECIPIENT, true, {"land van eindbestemming"}},
    {ROLE_AMOUNT, true, {"waarde (€)", "waarde €", "waarde in €", "waarde"}},
};

static const struct source_quantity quantities[] = {
    {QUANTITY_VALUE, UNIT_EUR, MEASURE_LICENCE, ROLE_AMOUNT, 0},
    {QUANTITY_LICENCES, UNIT_LICENCES, MEASURE_LICENCE, ROLE_COUNT, 0},
};

/* Spreadsheets and data frames make 2.0 of 2. */
static bool says(const struct rows *rows, enum role role, const char *word)
{
    struct str cell = rows_text(rows, role);
    if (str_ends(cell, STR(".0")))
        cell.len -= 2;
    return str_eq_fold(cell, str_from(word));
}

/* T: tijdelijk; J: verlenging, ja; V: vervanging; of U/D 2 and U are uitvoer,
 * 3 and D doorvoer, 4 goods that another country sends. */
static bool counts(const struct rows *rows)
{
    if (says(rows, ROLE_RENEWED, "J") || says(rows, ROLE_REPLACES, "V"))
        return source_set_aside(rows, ASIDE_AGAIN);
    if (says(rows, ROLE_FINAL, "T"))
        return source_set_aside(rows, ASIDE_TEMPORARY);
    if (says(rows, ROLE_TRANSIT, "3") || says(rows, ROLE_TRANSIT, "4") ||
        says(rows, ROLE_TRANSIT, "D"))
        return source_set_aside(rows, ASIDE_TRANSIT);
    return says(rows, ROLE_TRANSIT, "2") || says(rows, ROLE_TRANSIT, "U") ||
           says(rows, ROLE_TRANSIT, "") ||
           source_fault(rows, FAULT_KIND, ROLE_TRANSIT);
}

const struct source source_dutch_licences = {
    .id = "dutch_licences",
    .title = "Dutch licences for military goods",
    .database = "Netherlands, licences for the export of military goods",
    .columns = columns,
    .column_count = sizeof columns / sizeof columns[0],
    .certain = 6,
    .supplier = "Netherlands",
    .quantities = quantities,
    .quantity_count = sizeof quantities / sizeof quantities[0],
    .find_year = date_year,
    .counts = counts,
    .open = source_open_licences,
};
