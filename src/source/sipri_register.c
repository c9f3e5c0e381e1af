/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SIPRI's register with one row a deal and delivery year, as its site hands it
 * out since 2024 (doc/formats/sipri-register.md). 17 columns, no quotes; the
 * names below are the header cells of the original. Re-saved copies have a
 * byte order mark, a ';' at the end of every line, or no preamble. */
#include <config.h>

#include "source/cells.h"
#include "source/layouts.h"
#include "source/title.h"

/* Amounts are printed to two decimals. */
#define HALF_WIDTH (AMOUNT_ONE / 200)

/* Behind "... from SUPPLIERS to RECIPIENTS": without it the title is cut off,
 * and the line is other prose. */
#define TITLE_END ". Deals"

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

/* "... for [the] year range '1990' to '2023' ": two quoted years. */
static struct period find_range(struct str text)
{
    struct period range = {0, -1};
    ptrdiff_t at = str_find(text, STR("year range"));
    if (at < 0)
        return range;
    text = str_skip(text, (size_t)at);
    struct str rest = str_cut(&text, '\n');
    int years[2];
    for (size_t i = 0; i < 2; i++) {
        str_cut(&rest, '\'');
        if (!rest.ptr || !cells_year(str_cut(&rest, '\''), &years[i]))
            return range;
    }
    return (struct period){years[0], years[1]};
}

static const struct source_quantity quantities[] = {
    {QUANTITY_TIV, UNIT_TIV_MILLION, MEASURE_DELIVERY, ROLE_AMOUNT, HALF_WIDTH},
    {QUANTITY_ITEMS, UNIT_ITEMS, MEASURE_DELIVERY, ROLE_ITEMS, 0},
};

static bool open_register(struct reading *reading, struct err *err)
{
    (void)err;
    reading->unit = UNIT_TIV_MILLION;
    reading->measure = MEASURE_DELIVERY;
    reading->half_width = HALF_WIDTH;
    reading->database = reading->source->database;

    struct str preamble = source_preamble(reading);
    date_find_generated(preamble, &reading->generated);
    struct scope *scope = &reading->scope;
    scope->declared = find_range(preamble);
    scope->by_category = true;
    scope->supplier.divided = true;
    scope->recipient.divided = true;
    struct str rest = preamble;
    struct str title = str_cut(&rest, '\n');
    if (str_find(title, STR(TITLE_END)) >= 0)
        title_sides(title, TITLE_END, &scope->supplier, &scope->recipient);
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
