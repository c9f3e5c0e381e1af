/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SIPRI's register with one row a deal and delivery year as its site handed it
 * out until 2023, DealsAndTIVs.txt (doc/formats/sipri-legacy-deals.md): the
 * columns of today's register with other names and semicolons. Where a year or
 * a number is an estimate it stands in the column of that flag, and its own is
 * blank. Below the rows stands text. */
#include <config.h>

#include "source/cells.h"
#include "source/layouts.h"
#include "source/title.h"

/* Amounts are printed to two decimals. */
#define HALF_WIDTH (AMOUNT_ONE / 200)

static const struct source_column columns[] = {
    {ROLE_DEAL, true, {"Deal ID"}},
    {ROLE_SUPPLIER, true, {"Seller"}},
    {ROLE_RECIPIENT, true, {"Buyer"}},
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

/* What follows the words, without the blanks before it; empty if they do not
 * stand there. */
static struct str behind(struct str text, struct str words)
{
    ptrdiff_t at = str_find(text, words);
    if (at < 0)
        return (struct str){"", 0};
    return str_trim(str_skip(text, (size_t)at + words.len));
}

/* "... for buyer 'All Countries' and seller  'Sweden' and ...". */
static void find_side(struct str title, struct str words,
                      struct scope_side *side)
{
    struct str rest = behind(title, words);
    if (!str_starts(rest, STR("'")))
        return;
    rest = str_skip(rest, 1);
    ptrdiff_t end = str_find(rest, STR("' and "));
    if (end >= 0)
        title_side((struct str){rest.ptr, (size_t)end}, side);
}

/* "... the years from 1950 to 2022 - (created: ...)". */
static struct period find_range(struct str title)
{
    struct str rest = behind(title, STR("the years from"));
    struct period years;
    if (!cells_year(str_cut(&rest, ' '), &years.from) || !rest.ptr ||
        !str_eq(str_cut(&rest, ' '), STR("to")) || !rest.ptr ||
        !cells_year(str_cut(&rest, ' '), &years.to))
        return (struct period){0, -1};
    return years;
}

static bool open_deals(struct reading *reading, struct err *err)
{
    (void)err;
    struct scope *scope = &reading->scope;
    struct str rest = source_preamble(reading);
    scope->by_category = true;
    while (rest.ptr && !scope->declared.from) {
        struct str line = str_cut(&rest, '\n');
        scope->declared = find_range(line);
        find_side(line, STR("seller"), &scope->supplier);
        find_side(line, STR("buyer"), &scope->recipient);
        date_find_behind(line, STR("created:"), &reading->generated);
    }
    scope->supplier.divided = true;
    scope->recipient.divided = true;
    return true;
}

const struct source source_sipri_legacy_deals = {
    .id = "sipri_legacy_deals",
    .title = "SIPRI legacy register by delivery year",
    .database = "SIPRI Arms Transfers Database",
    .columns = columns,
    .column_count = sizeof columns / sizeof columns[0],
    .certain = 10,
    .quantities = quantities,
    .quantity_count = sizeof quantities / sizeof quantities[0],
    .footer = true,
    .estimates_beside = true,
    .open = open_deals,
};
