/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/money.h"

/* No amount is longer. */
#define MOST ((size_t)64)

/* Whether the whole part consists of groups of three digits behind a first one
 * of one to three. */
static bool is_grouped(struct str text)
{
    size_t first = 0, at;
    while (first < text.len && text.ptr[first] >= '0' && text.ptr[first] <= '9')
        first++;
    for (at = first; at < text.len && text.ptr[at] == ','; at += 4) {
        unsigned long digits;
        if (at + 4 > text.len ||
            !str_to_uint((struct str){text.ptr + at + 1, 3}, 999, &digits))
            return false;
    }
    bool ends = at == text.len || (text.ptr[at] == '.' &&
                                   str_find(str_skip(text, at), STR(",")) < 0);
    return first >= 1 && first <= 3 && ends;
}

enum decimal_fault money_parse(struct str cell, struct decimal *value)
{
    char digits[MOST];
    size_t len = 0;
    if (str_starts(cell, STR("$")))
        cell = str_trim(str_skip(cell, 1));
    if (str_find(cell, STR(",")) < 0 || cell.len > sizeof digits ||
        !is_grouped(cell))
        return decimal_parse(cell, '.', value);
    for (size_t i = 0; i < cell.len; i++) {
        digits[len] = cell.ptr[i];
        len += cell.ptr[i] != ',';
    }
    return decimal_parse((struct str){digits, len}, '.', value);
}
