/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SIPRI's register of 2013 (doc/formats/sipri-deals-2013.md): one row a deal,
 * delivery years as a range, flags of Yes or blank, no TIV. */
#include <config.h>

#include "source/deal_table.h"
#include "source/layouts.h"
#include "source/sipri_preamble.h"

static const struct source_column columns[] = {
    {ROLE_DEAL, true, {"Id"}},
    {ROLE_SUPPLIER, true, {"Supplier"}},
    {ROLE_RECIPIENT, true, {"Recipient"}},
    {ROLE_ORDERED, true, {"No. ordered"}},
    {ROLE_ORDERED_ESTIMATED, false, {"No. ordered data uncertain"}},
    {ROLE_DESIGNATION, true, {"Designation"}},
    {ROLE_DESCRIPTION, true, {"Description"}},
    {ROLE_CONDITION, false, {"Status"}},
    {ROLE_ORDER_YEAR, true, {"Year of order"}},
    {ROLE_ORDER_YEAR_ESTIMATED, false, {"Year of order data uncertain"}},
    {ROLE_YEAR, true, {"Year(s) of deliveries"}},
    {ROLE_ITEMS, true, {"No. delivered"}},
    {ROLE_ITEMS_ESTIMATED,
     false,
     {"Year(s) of delivery or no. delivered data uncertain"}},
    {ROLE_LOCAL_PRODUCTION, false, {"Recipient Involvement"}},
    {ROLE_COMMENT, false, {"Comment"}},
};

static const struct source_quantity quantities[] = {
    {QUANTITY_ITEMS, UNIT_ITEMS, MEASURE_DELIVERY, ROLE_ITEMS, 0},
    {QUANTITY_ORDERED, UNIT_ITEMS, MEASURE_ORDER, ROLE_ORDERED, 0},
    {QUANTITY_PENDING, UNIT_ITEMS, MEASURE_PENDING, ROLE_ORDERED, 0},
    {QUANTITY_DEALS, UNIT_DEALS, MEASURE_ORDER, ROLE_SUPPLIER, 0},
};

static bool open_deals(struct reading *reading, struct err *err)
{
    (void)err;
    sipri_preamble(reading);
    return true;
}

static bool read_deals(struct reading *reading, struct names *names,
                       struct flow_sink sink, struct err *err)
{
    static const struct deal_syntax syntax = {0};
    return deal_table_read(reading, names, sink, &syntax, err);
}

const struct source source_sipri_deals_2013 = {
    .id = "sipri_deals_2013",
    .title = "SIPRI register of 2013, one row a deal, without TIV",
    .database = "SIPRI Arms Transfers Database",
    .columns = columns,
    .column_count = sizeof columns / sizeof columns[0],
    .certain = 7,
    .quantities = quantities,
    .quantity_count = sizeof quantities / sizeof quantities[0],
    .must_choose = true,
    .open = open_deals,
    .read = read_deals,
};
