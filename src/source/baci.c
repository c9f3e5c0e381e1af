/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CEPII's BACI (doc/formats/baci.md): one row a year, exporter, importer and
 * HS subheading; values in thousand USD, reconciled from both sides' reports,
 * and tonnes, which are often not known. */
#include <config.h>

#include "source/code_table.h"
#include "source/layouts.h"

#define THOUSAND 1000

static const struct source_column columns[] = {
    {ROLE_YEAR, true, {"t"}},      {ROLE_SUPPLIER, true, {"i"}},
    {ROLE_RECIPIENT, true, {"j"}}, {ROLE_CATEGORY, true, {"k"}},
    {ROLE_AMOUNT, true, {"v"}},    {ROLE_WEIGHT, false, {"q"}},
};

static const struct source_quantity quantities[] = {
    {QUANTITY_VALUE, UNIT_USD, MEASURE_CUSTOMS_EXPORT, ROLE_AMOUNT, 0},
    {QUANTITY_WEIGHT, UNIT_TONNES, MEASURE_CUSTOMS_EXPORT, ROLE_WEIGHT, 0},
};

static bool open_baci(struct reading *reading, struct err *err)
{
    reading->scale = THOUSAND;
    reading->hs_codes = true;
    struct scope *scope = &reading->scope;
    scope->by_category = true;
    scope->supplier = (struct scope_side){.extent = SCOPE_ALL, .divided = true};
    scope->recipient =
        (struct scope_side){.extent = SCOPE_ALL, .divided = true};
    return code_table_load(reading, err);
}

const struct source source_baci = {
    .id = "baci",
    .title = "CEPII BACI trade data",
    .database = "CEPII BACI",
    .columns = columns,
    .column_count = sizeof columns / sizeof columns[0],
    .certain = 4,
    .quantities = quantities,
    .quantity_count = sizeof quantities / sizeof quantities[0],
    .open = open_baci,
};
