/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/tiv_direction.h"

#include "source/title.h"
#include "trade/category.h"

static const char *const category_names[] = {
    "Aircraft",
    "Air defence systems",
    "Armoured vehicles",
    "Artillery",
    "Engines",
    "Missiles",
    "Naval weapons",
    "Other",
    "Satellites",
    "Sensors",
    "Ships",
};

/* "TIV of arms exports from South Korea, 1950-2021" of the old site. */
static enum rows_are rows_by_title(struct str title, struct scope *scope)
{
    struct scope_side from = {0};
    struct scope_side to = {0};
    title_sides(title, ", ", &from, &to);
    if (from.extent == SCOPE_UNKNOWN && to.extent == SCOPE_UNKNOWN)
        return ROWS_UNKNOWN;
    /* One side is named; the other, whose rows follow, is everybody. */
    bool sold = from.extent != SCOPE_UNKNOWN;
    struct scope_side named = sold ? from : to;
    scope->supplier = sold ? named : (struct scope_side){.extent = SCOPE_ALL};
    scope->recipient = sold ? (struct scope_side){.extent = SCOPE_ALL} : named;
    if (named.extent == SCOPE_ALL)
        return sold ? ROWS_SUPPLIERS : ROWS_RECIPIENTS;
    return sold ? ROWS_RECIPIENTS : ROWS_SUPPLIERS;
}

static enum rows_are rows_by_header(struct str first)
{
    first = str_trim(first);
    if (str_eq_fold(first, STR("exports by")) ||
        str_eq_fold(first, STR("supplier")))
        return ROWS_SUPPLIERS;
    if (str_eq_fold(first, STR("recipient")) ||
        str_eq_fold(first, STR("imports by")))
        return ROWS_RECIPIENTS;
    return ROWS_UNKNOWN;
}

/* "Total world export", "Total imports from China" of the new site. */
static enum rows_are rows_by_total(struct str label, struct scope *scope)
{
    struct scope_side all = {.extent = SCOPE_ALL};
    if (str_starts(label, STR("Total world "))) {
        scope->supplier = all;
        scope->recipient = all;
        return str_find(label, STR("export")) >= 0 ? ROWS_SUPPLIERS
                                                   : ROWS_RECIPIENTS;
    }
    struct scope_side from = {0};
    struct scope_side to = {0};
    title_sides(label, "\n", &from, &to);
    if (from.extent == SCOPE_UNKNOWN && to.extent == SCOPE_UNKNOWN)
        return ROWS_UNKNOWN;
    bool sold = from.extent != SCOPE_UNKNOWN;
    scope->supplier = sold ? from : all;
    scope->recipient = sold ? all : to;
    return sold ? ROWS_RECIPIENTS : ROWS_SUPPLIERS;
}

bool tiv_is_category(struct str name)
{
    for (size_t i = 0; i < sizeof category_names / sizeof *category_names;
         i++) {
        if (category_same(name, str_from(category_names[i])))
            return true;
    }
    return false;
}

static bool are_categories(const struct str *labels, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!tiv_is_category(labels[i]))
            return false;
    }
    return count > 0;
}

enum rows_are tiv_direction(const struct tiv_signs *signs, struct scope *scope)
{
    enum rows_are by_title = rows_by_title(signs->title, scope);
    enum rows_are by_total = rows_by_total(signs->total_label, scope);
    enum rows_are rows = rows_by_header(signs->first_cell);
    if (rows == ROWS_UNKNOWN)
        rows = by_total != ROWS_UNKNOWN ? by_total : by_title;
    return are_categories(signs->labels, signs->label_count) ? ROWS_CATEGORIES
                                                             : rows;
}
