/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text copies of SIPRI's legacy register (doc/formats/sipri-register-text.md):
 * one row a deal, round brackets for what is uncertain, delivery years as a
 * range, no TIV. */
#include <config.h>

#include "source/deal_table.h"
#include "source/layouts.h"
#include "source/sipri_preamble.h"

static const struct source_column columns[] = {
    {ROLE_SUPPLIER, true, {"Supplier"}},
    {ROLE_RECIPIENT, true, {"Recipient"}},
    {ROLE_ORDERED, true, {"No. ordered"}},
    {ROLE_DESIGNATION, true, {"Weapon designation"}},
    {ROLE_DESCRIPTION, true, {"Weapon description"}},
    {ROLE_ORDER_YEAR, true, {"Year of order", "Year(s) of order"}},
    {ROLE_YEAR,
     true,
     {"Year of delivery", "Year(s) of delivery", "Year(s) of deliveries"}},
    {ROLE_ITEMS, true, {"No. delivered"}},
    {ROLE_COMMENT, false, {"Comments", "Comment"}},
};

static const struct source_quantity quantities[] = {
    {QUANTITY_ITEMS, UNIT_ITEMS, MEASURE_DELIVERY, ROLE_ITEMS, 0},
    {QUANTITY_ORDERED, UNIT_ITEMS, MEASURE_ORDER, ROLE_ORDERED, 0},
    {QUANTITY_PENDING, UNIT_ITEMS, MEASURE_PENDING, ROLE_ORDERED, 0},
    {QUANTITY_DEALS, UNIT_DEALS, MEASURE_ORDER, ROLE_SUPPLIER, 0},
};

static bool open_text(struct reading *reading, struct err *err)
{
    (void)err;
    sipri_preamble(reading);
    return true;
}

static bool read_text(struct reading *reading, struct names *names,
                      struct flow_sink sink, struct err *err)
{
    static const struct deal_syntax syntax = {.brackets = true,
                                              .whole_contract = true};
    return deal_table_read(reading, names, sink, &syntax, err);
}

const struct source source_sipri_register_text = {
    .id = "sipri_register_text",
    .title = "SIPRI's legacy register as text, without TIV",
    .database = "SIPRI Arms Transfers Database",
    .columns = columns,
    .column_count = sizeof columns / sizeof columns[0],
    .certain = 6,
    .quantities = quantities,
    .quantity_count = sizeof quantities / sizeof quantities[0],
    .must_choose = true,
    .open = open_text,
    .read = read_text,
};
