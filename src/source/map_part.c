/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an entry says of a column of the tidy table. */
#include <config.h>

#include "source/cells.h"
#include "source/layouts.h"
#include "source/map_scan.h"

/* The release is a matter of the whole file: 2024=FILE says it. */
static bool is_part(enum role role)
{
    return role != ROLE_RELEASE_YEAR;
}

const char *mapping_part_name(enum role role)
{
    for (size_t i = 0; i < source_tidy.column_count; i++) {
        if (source_tidy.columns[i].role == role && is_part(role))
            return source_tidy.columns[i].names[0];
    }
    return NULL;
}

static bool find_part(struct str name, enum role *role)
{
    for (size_t i = 0; i < source_tidy.column_count; i++) {
        const struct source_column *column = &source_tidy.columns[i];
        for (size_t j = 0; j < SOURCE_NAMES && column->names[j]; j++) {
            if (str_eq(name, str_from(column->names[j])) &&
                is_part(column->role)) {
                *role = column->role;
                return true;
            }
        }
    }
    return false;
}

/* Which parts may be the same in every row. */
static bool may_be_constant(enum role role)
{
    switch (role) {
    case ROLE_SUPPLIER:
    case ROLE_RECIPIENT:
    case ROLE_YEAR:
    case ROLE_AMOUNT:
    case ROLE_CATEGORY:
    case ROLE_DESCRIPTION:
    case ROLE_DESIGNATION:
        return true;
    default:
        return false;
    }
}

static bool take_constant(const struct map_scan *scan, enum role role)
{
    struct str value = str_trim(scan->entry.value);
    struct decimal decimal;
    int year;
    if (!may_be_constant(role))
        return map_refuse(scan, "no word for what all rows say",
                          "a column's name stands bare or in [brackets]");
    if (role == ROLE_YEAR && !cells_year(value, &year))
        return map_refuse(scan, "not a year",
                          "a column's name stands bare or in [brackets]");
    if (role == ROLE_AMOUNT &&
        (decimal_parse(value, '.', &decimal) != DECIMAL_OK ||
         decimal.value < 0))
        return map_refuse(scan, "not an amount",
                          "a column's name stands bare or in [brackets]");
    scan->mapping->parts[role] = (struct part){PART_CONSTANT, value, 0};
    return true;
}

static bool take_number(const struct map_scan *scan, enum role role)
{
    unsigned long number;
    struct str digits = str_skip(scan->entry.value, 1);
    if (!str_to_uint(digits, UINT32_MAX, &number) || number == 0)
        return map_refuse(scan, "not the number of a column",
                          "#3 is the third; a name that begins with # stands "
                          "in [brackets]");
    scan->mapping->parts[role] =
        (struct part){.kind = PART_NUMBER, .number = number};
    return true;
}

static bool take_column(const struct map_scan *scan, enum role role)
{
    const struct map_entry *entry = &scan->entry;
    struct str value = str_trim(entry->value);
    bool bare = entry->form == MAP_BARE;
    int year;
    if (scan->mapping->parts[role].kind != PART_NONE)
        return map_refuse_twice(scan);
    if (value.len == 0 || (bare && str_eq(value, STR(","))))
        return map_refuse(scan, "nothing behind the =", "name a column there");
    if (entry->form == MAP_QUOTED ||
        (bare && role == ROLE_YEAR && cells_year(value, &year)))
        return take_constant(scan, role);
    if (bare && value.ptr[0] == '#')
        return take_number(scan, role);
    scan->mapping->parts[role] =
        (struct part){.kind = PART_COLUMN, .text = value};
    return true;
}

/* Unit, measure and width of rounding: a word says it for all rows, else a
 * column for each. *is_word: it was a word, and this has taken it. */
static bool take_word(const struct map_scan *scan, enum role role,
                      bool *is_word)
{
    struct mapping *mapping = scan->mapping;
    struct str value = map_entry_lower(scan->text.arena, scan->entry.value);
    bool plain = scan->entry.form != MAP_BRACKETS;
    struct decimal width;
    enum unit unit;
    enum measure measure;
    bool said = false;
    *is_word = true;
    if (role == ROLE_UNIT && plain && unit_from_word(value, &unit)) {
        said = mapping->unit >= 0;
        mapping->unit = (int)unit;
    } else if (role == ROLE_MEASURE && plain &&
               measure_from_word(value, &measure)) {
        said = mapping->measure >= 0;
        mapping->measure = (int)measure;
    } else if (role == ROLE_ROUNDED_TO && plain &&
               decimal_parse(value, '.', &width) == DECIMAL_OK &&
               width.value >= 0) {
        said = mapping->rounded_to >= 0;
        mapping->rounded_to = width.value;
    } else {
        *is_word = false;
    }
    return !said || map_refuse_twice(scan);
}

static bool is_said(const struct mapping *mapping, enum role role)
{
    return (role == ROLE_UNIT && mapping->unit >= 0) ||
           (role == ROLE_MEASURE && mapping->measure >= 0) ||
           (role == ROLE_ROUNDED_TO && mapping->rounded_to >= 0);
}

bool map_take_part(const struct map_scan *scan, bool *known)
{
    enum role role;
    bool is_word;
    *known = find_part(scan->entry.name, &role);
    if (!*known)
        return true;
    if (!take_word(scan, role, &is_word))
        return false;
    if (!is_word && is_said(scan->mapping, role))
        return map_refuse_twice(scan);
    if (is_word)
        return scan->mapping->parts[role].kind == PART_NONE ||
               map_refuse_twice(scan);
    return take_column(scan, role);
}
