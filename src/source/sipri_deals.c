/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SIPRI's register with one row a deal, as its site hands it out since 2024
 * (doc/formats/sipri-deals.md). 16 columns, no quotes; three header cells are
 * one blank and mark with '?' what is uncertain in the column to their left:
 * copies give them other names, so they are found by their place. */
#include <config.h>

#include "source/deal_table.h"
#include "source/layouts.h"
#include "source/sipri_preamble.h"

/* Amounts are printed to two decimals. */
#define HALF_WIDTH (AMOUNT_ONE / 200)

static const struct source_column columns[] = {
    {ROLE_RECIPIENT, true, {"Recipient"}},
    {ROLE_SUPPLIER, true, {"Supplier"}},
    {ROLE_ORDER_YEAR, true, {"Year of order"}},
    {ROLE_ORDERED, true, {"Number ordered"}},
    {ROLE_DESIGNATION, true, {"Weapon designation"}},
    {ROLE_DESCRIPTION, true, {"Weapon description"}},
    {ROLE_ITEMS, true, {"Number delivered", "Deliveries in the Year Range"}},
    {ROLE_YEAR, true, {"Year(s) of delivery", "Year(s) of deliveries"}},
    {ROLE_CONDITION, false, {"status"}},
    {ROLE_COMMENT, false, {"Comments", "Comment"}},
    {ROLE_UNIT_VALUE, false, {"SIPRI TIV per unit"}},
    {ROLE_ORDER_VOLUME, false, {"SIPRI TIV for total order"}},
    {ROLE_VOLUME, true, {"SIPRI TIV of delivered weapons"}},
};

static const struct source_quantity quantities[] = {
    {QUANTITY_TIV, UNIT_TIV_MILLION, MEASURE_DELIVERY, ROLE_VOLUME, HALF_WIDTH},
    {QUANTITY_ITEMS, UNIT_ITEMS, MEASURE_DELIVERY, ROLE_ITEMS, 0},
    {QUANTITY_ORDERED, UNIT_ITEMS, MEASURE_ORDER, ROLE_ORDERED, 0},
    {QUANTITY_PENDING, UNIT_ITEMS, MEASURE_PENDING, ROLE_ORDERED, 0},
    {QUANTITY_DEALS, UNIT_DEALS, MEASURE_ORDER, ROLE_SUPPLIER, 0},
};

/* A header cell without a name of its own: blank, or as pandas and R fill
 * it. */
static bool is_nameless(struct str cell)
{
    cell = str_trim(cell);
    return !cell.len || cell.ptr[0] == '.' ||
           str_starts(cell, STR("Unnamed")) || str_starts(cell, STR("X."));
}

static void find_flag(struct reading *reading, enum role of, enum role flag)
{
    const struct head_record *header = &reading->head.records[reading->header];
    size_t at = reading->roles[of] + 1;
    if (at < header->count && is_nameless(header->cells[at]))
        reading->roles[flag] = at;
}

static bool open_deals(struct reading *reading, struct err *err)
{
    (void)err;
    sipri_preamble(reading);
    find_flag(reading, ROLE_ORDER_YEAR, ROLE_ORDER_YEAR_ESTIMATED);
    find_flag(reading, ROLE_ORDERED, ROLE_ORDERED_ESTIMATED);
    find_flag(reading, ROLE_ITEMS, ROLE_ITEMS_ESTIMATED);
    return true;
}

static bool read_deals(struct reading *reading, struct names *names,
                       struct flow_sink sink, struct err *err)
{
    static const struct deal_syntax syntax = {.comments_break = true};
    return deal_table_read(reading, names, sink, &syntax, err);
}

const struct source source_sipri_deals = {
    .id = "sipri_deals",
    .title = "SIPRI register, one row a deal",
    .database = "SIPRI Arms Transfers Database",
    .columns = columns,
    .column_count = sizeof columns / sizeof columns[0],
    .certain = 8,
    .quantities = quantities,
    .quantity_count = sizeof quantities / sizeof quantities[0],
    .open = open_deals,
    .read = read_deals,
};
