/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of what each supplier delivered to whom, taken from SIPRI's register
 * for some years that they do not name (doc/formats/sipri-sellers.md): lone
 * CR, SIPRI's own country codes beside the names, three decimals, and at the
 * end the sum of all pieces. */
#include <config.h>

#include "source/deal_table.h"
#include "source/layouts.h"
#include "source/sipri_preamble.h"

/* Amounts are printed to three decimals. */
#define HALF_WIDTH (AMOUNT_ONE / 2000)

static const struct source_column columns[] = {
    {ROLE_RECIPIENT, true, {"buyer"}},
    {ROLE_SUPPLIER, true, {"seller"}},
    {ROLE_DESIGNATION, true, {"desig2", "desig"}},
    {ROLE_DESCRIPTION, true, {"desc"}},
    {ROLE_ITEMS, true, {"nrdel"}},
    {ROLE_UNIT_VALUE, false, {"tivunit"}},
    {ROLE_ORDER_VOLUME, false, {"tivorder"}},
    {ROLE_VOLUME, true, {"tivdel"}},
};

static const struct source_quantity quantities[] = {
    {QUANTITY_TIV, UNIT_TIV_MILLION, MEASURE_DELIVERY, ROLE_VOLUME, HALF_WIDTH},
    {QUANTITY_ITEMS, UNIT_ITEMS, MEASURE_DELIVERY, ROLE_ITEMS, 0},
};

static bool open_list(struct reading *reading, struct err *err)
{
    (void)err;
    sipri_preamble(reading);
    reading->scope.without_years = true;
    return true;
}

static bool read_list(struct reading *reading, struct names *names,
                      struct flow_sink sink, struct err *err)
{
    static const struct deal_syntax syntax = {.total_row = true};
    return deal_table_read(reading, names, sink, &syntax, err);
}

const struct source source_sipri_sellers = {
    .id = "sipri_sellers",
    .title = "list of SIPRI's deals by supplier, without years",
    .database = "SIPRI Arms Transfers Database",
    .columns = columns,
    .column_count = sizeof columns / sizeof columns[0],
    .certain = 5,
    .quantities = quantities,
    .quantity_count = sizeof quantities / sizeof quantities[0],
    .open = open_list,
    .read = read_list,
};
