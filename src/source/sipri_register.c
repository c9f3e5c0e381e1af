/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SIPRI's register with one row a deal and delivery year, as its site hands it
 * out since 2024 (doc/formats/sipri-register.md). 17 columns, no quotes; the
 * names below are the header cells of the original. Re-saved copies have a
 * byte order mark, a ';' at the end of every line, or no preamble. */
#include <config.h>

#include "source/layouts.h"
#include "source/sipri_preamble.h"

/* Amounts are printed to two decimals. */
#define HALF_WIDTH (AMOUNT_ONE / 200)

static const struct source_column columns[] = {
    {ROLE_DEAL, true, {"SIPRI AT Database ID"}},
    {ROLE_SUPPLIER, true, {"Supplier"}},
    {ROLE_RECIPIENT, true, {"Recipient"}},
    {ROLE_DESIGNATION, true, {"Designation"}},
    {ROLE_DESCRIPTION, true, {"Description"}},
    {ROLE_CATEGORY, true, {"Armament category"}},
    {ROLE_ORDER_YEAR, true, {"Order date"}},
    {ROLE_ORDER_YEAR_ESTIMATED, true, {"Order date is estimate"}},
    {ROLE_ITEMS, true, {"Numbers delivered"}},
    {ROLE_ITEMS_ESTIMATED, true, {"Numbers delivered is estimate"}},
    {ROLE_YEAR, true, {"Delivery year"}},
    {ROLE_YEAR_ESTIMATED, true, {"Delivery year is estimate"}},
    {ROLE_CONDITION, true, {"Status"}},
    {ROLE_UNIT_VALUE, false, {"TIV deal unit"}},
    {ROLE_AMOUNT, true, {"TIV delivery values"}},
    {ROLE_LOCAL_PRODUCTION, true, {"Local production"}},
};

static const struct source_quantity quantities[] = {
    {QUANTITY_TIV, UNIT_TIV_MILLION, MEASURE_DELIVERY, ROLE_AMOUNT, HALF_WIDTH},
    {QUANTITY_ITEMS, UNIT_ITEMS, MEASURE_DELIVERY, ROLE_ITEMS, 0},
};

static bool open_register(struct reading *reading, struct err *err)
{
    (void)err;
    reading->scope.by_category = true;
    sipri_preamble(reading);
    return true;
}

const struct source source_sipri_register = {
    .id = "sipri_register",
    .title = "SIPRI register by delivery year",
    .database = "SIPRI Arms Transfers Database",
    .columns = columns,
    .column_count = sizeof columns / sizeof columns[0],
    .certain = 10,
    .quantities = quantities,
    .quantity_count = sizeof quantities / sizeof quantities[0],
    .open = open_register,
};
