/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/deal_cells.h"

#include <stdlib.h>

/* Years of one range; a longer one is a slip. */
#define LONGEST_RANGE 150

struct str deal_text(struct str cell, bool *bracketed)
{
    cell = str_trim(cell);
    *bracketed =
        cell.len > 1 && cell.ptr[0] == '(' && cell.ptr[cell.len - 1] == ')';
    if (*bracketed)
        cell = str_trim((struct str){cell.ptr + 1, cell.len - 2});
    return cell;
}

bool deal_is_blank(struct str cell)
{
    bool bracketed;
    cell = deal_text(cell, &bracketed);
    return cells_missing(cell) || str_eq_fold(cell, STR("nan"));
}

bool deal_count(struct str cell, char decimal, int64_t *count, bool *bracketed)
{
    struct decimal number;
    *count = -1;
    cell = deal_text(cell, bracketed);
    if (deal_is_blank(cell))
        return true;
    if (decimal_parse(cell, decimal, &number) != DECIMAL_OK ||
        number.value < 0 || number.value % AMOUNT_ONE != 0 ||
        number.value / AMOUNT_ONE > INT32_MAX)
        return false;
    *count = (int64_t)(number.value / AMOUNT_ONE);
    return true;
}

bool deal_year(struct str cell, int *year, bool *bracketed)
{
    *year = 0;
    cell = deal_text(cell, bracketed);
    if (str_ends(cell, STR(".0")))
        cell.len -= 2;
    return deal_is_blank(cell) || cells_year(cell, year);
}

static int year_order(const void *left, const void *right)
{
    int a = *(const int *)left, b = *(const int *)right;
    return (a > b) - (a < b);
}

/* Sorted, each once. */
static void settle_years(struct deal_years_cell *years)
{
    size_t kept = 0;
    qsort(years->years, years->count, sizeof(*years->years), year_order);
    for (size_t i = 0; i < years->count; i++) {
        if (kept == 0 || years->years[kept - 1] != years->years[i])
            years->years[kept++] = years->years[i];
    }
    years->count = kept;
}

/* What stands between the years of a range; its length, 0: nothing does. */
static size_t find_dash(struct str text, size_t *at)
{
    static const char *const dashes[] = {"-", "\u2013"};
    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++) {
        ptrdiff_t found = str_find(text, str_from(dashes[i]));
        if (found < 0)
            continue;
        *at = (size_t)found;
        return strlen(dashes[i]);
    }
    return 0;
}

/* "2015" or "1981-1983". */
static bool add_years(struct deal_years_cell *years, struct str text)
{
    bool first = false, last = false;
    int from, to;
    size_t at, dash = find_dash(text, &at);
    struct str begin = dash ? (struct str){text.ptr, at} : text;
    if (!deal_year(begin, &from, &first) || !from)
        return false;
    to = from;
    if (dash && (!deal_year(str_skip(text, at + dash), &to, &last) || !to))
        return false;
    if (to < from || to - from >= LONGEST_RANGE ||
        years->count + (size_t)(to - from) >= DEAL_YEARS)
        return false;
    years->ranged |= to - from > 1;
    years->bracketed |= first || last;
    while (from <= to)
        years->years[years->count++] = from++;
    return true;
}

bool deal_years(struct str cell, struct deal_years_cell *years)
{
    years->count = 0;
    years->ranged = false;
    struct str rest = deal_text(cell, &years->bracketed);
    if (deal_is_blank(rest))
        return true;
    while (rest.ptr) {
        struct str piece = str_trim(str_cut(&rest, ';'));
        if (piece.len > 0 && !add_years(years, piece))
            return false;
    }
    settle_years(years);
    return years->count > 0;
}

bool deal_flag(struct str cell, enum tri *flag)
{
    cell = str_trim(cell);
    *flag = TRI_NO;
    if (str_eq(cell, STR("?")))
        *flag = TRI_YES;
    return deal_is_blank(cell) || *flag == TRI_YES || cells_flag(cell, flag);
}

bool deal_amount(struct str cell, char decimal, struct decimal *value)
{
    cell = str_trim(cell);
    *value = (struct decimal){.value = -1};
    return deal_is_blank(cell) ||
           (decimal_parse(cell, decimal, value) == DECIMAL_OK &&
            value->value >= 0);
}

bool deal_condition(struct str cell, enum condition *condition)
{
    if (str_eq_fold(cell, STR("secondhand")))
        *condition = CONDITION_SECOND_HAND;
    else if (str_eq_fold(cell, STR("refurbished")))
        *condition = CONDITION_MODERNIZED;
    else
        return cells_condition(cell, condition);
    return true;
}
