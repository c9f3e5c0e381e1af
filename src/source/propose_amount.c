/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which column holds the amounts, how they are written, and what they count. */
#include <config.h>

#include "source/cells.h"
#include "source/propose_search.h"
#include "source/propose_words.h"
#include "source/wide.h"

#define WIDE_YEARS 3 /* so many columns in a row that are called by a year */

static bool is_number(const struct column_look *look)
{
    return look->form.read * 5 >= look->filled * 4;
}

/* A number that is a year, or that only a whole column of its own calls a
 * number of items, is no amount unless its name says so. */
unsigned search_amount_points(const struct search *search, size_t column,
                              enum role role)
{
    const struct column_look *look = &search->looks[column];
    unsigned named = search_says(search, column, role);
    if (!is_number(look))
        return 0;
    if (named)
        return 100 * named + (unsigned)(look->form.read * 100 / look->filled);
    bool year = look->plain_years * 2 > look->filled;
    return year || role != ROLE_AMOUNT ||
                   search_says(search, column, ROLE_ITEMS) ||
                   search_says(search, column, ROLE_CATEGORY)
               ? 0
               : 1 + (look->currency >= 0 ? 50 : 0);
}

/* Decimal mark, thousands, unit and scale, as the cells and heads have them. */
static void find_numbers(struct search *search, const struct column_look *look,
                         struct str head)
{
    struct proposal *proposal = search->proposal;
    struct mapping *mapping = &proposal->mapping;
    if (look->form.decimal != '.')
        mapping->decimal = look->form.decimal;
    mapping->thousands = look->form.thousands;
    if (look->form.unsure)
        search_remark(search, "The numbers can be read in two ways: look at "
                              "decimal and thousands.");
    mapping->unit = look->currency;
    if (mapping->unit < 0)
        mapping->unit = propose_unit(head);
    mapping->scale = propose_scale(head);
    if (mapping->unit == UNIT_TIV_MILLION && mapping->scale == 1000000)
        mapping->scale = 0; /* the unit is millions of them */
}

void search_unit(struct search *search)
{
    struct proposal *proposal = search->proposal;
    size_t column = search_best(search, ROLE_UNIT, search_word_points);
    if (search->options->unit >= 0) {
        proposal->mapping.unit = search->options->unit;
        return;
    }
    if (column != SIZE_MAX &&
        search->looks[column].units == search->looks[column].filled) {
        proposal->mapping.unit = -1;
        search_give(
            search, ROLE_UNIT, column,
            search_share(search, column, search->looks[column].units, "units"));
    }
    if (proposal->mapping.unit < 0 && column == SIZE_MAX)
        search_remark(search,
                      "Nothing says what an amount counts: add unit = usd, "
                      "or tiv_million, gbp, eur, items, licences, tonnes.");
    else if (proposal->mapping.unit < 0 &&
             proposal->mapping.parts[ROLE_UNIT].kind == PART_NONE)
        search_remark(
            search,
            "A column seems to say what an amount counts, in words that "
            "are not ours: add unit = usd, or tiv_million, gbp, eur, items, "
            "licences, tonnes.");
}

void search_amount(struct search *search)
{
    size_t column = search_best(search, ROLE_AMOUNT, search_amount_points);
    bool items = column == SIZE_MAX;
    if (items)
        column = search_best(search, ROLE_ITEMS, search_amount_points);
    if (column == SIZE_MAX) {
        search_remark(search, "No column holds numbers that are no years: "
                              "say amount = COLUMN.");
        return;
    }
    const struct column_look *look = &search->looks[column];
    search_give(search, ROLE_AMOUNT, column,
                search_share(search, column, look->form.read, "numbers"));
    find_numbers(search, look, search->header.keys[column]);
    if (items)
        search->proposal->mapping.unit = UNIT_ITEMS;
    if (!search_says(search, column, items ? ROLE_ITEMS : ROLE_AMOUNT))
        search_remark(
            search,
            "The amount is the first column of numbers: see whether it is "
            "the right one.");
}

/* One column a year, behind the labels. */
bool search_years(struct search *search)
{
    const struct table *table = search->table;
    const struct head_record *header = &table->head.records[table->header];
    size_t first = 0;
    while (first < header->count &&
           wide_count_years(header, first) < WIDE_YEARS)
        first++;
    if (!table->headed || first == 0 || first == header->count)
        return false;
    size_t end = first + wide_count_years(header, first);
    struct column_look look = propose_look(&table->sample, first, end);
    for (size_t i = first; i < search->columns; i++)
        search->taken[i] = true;
    search->proposal->mapping.years =
        (struct period){CELLS_YEAR_FIRST, CELLS_YEAR_LAST};
    find_numbers(search, &look, STR(""));
    return true;
}
