/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/number.h"

#define MOST_SIGNS 3

static const char *const blanks[] = {" ", "\xC2\xA0", "\xE2\x80\xAF",
                                     "\xE2\x80\x89", NULL};
static const char *const apostrophes[] = {"'", "\xE2\x80\x99", NULL};

size_t number_mark(struct str text, char thousands)
{
    const char own[] = {thousands, '\0'};
    const char *const one[] = {own, NULL};
    const char *const *marks = thousands == ' '    ? blanks
                               : thousands == '\'' ? apostrophes
                                                   : one;
    for (size_t i = 0; thousands && marks[i]; i++) {
        if (str_starts(text, str_from(marks[i])))
            return strlen(marks[i]);
    }
    return 0;
}

static bool is_digit(struct str text, size_t at)
{
    return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

/* A mark, three digits, and no fourth. */
static bool is_group(struct str text, size_t mark)
{
    return mark > 0 && is_digit(text, mark) && is_digit(text, mark + 1) &&
           is_digit(text, mark + 2) && !is_digit(text, mark + 3);
}

struct str number_ungrouped(char text[NUMBER_TEXT], struct str cell,
                            char decimal, char thousands)
{
    struct str rest = cell;
    size_t len = 0, digits = 0;
    if (!thousands || cell.len >= NUMBER_TEXT)
        return cell;
    if (rest.len > 0 && (rest.ptr[0] == '-' || rest.ptr[0] == '+')) {
        text[len++] = rest.ptr[0];
        rest = str_skip(rest, 1);
    }
    for (; is_digit(rest, 0); digits++, rest = str_skip(rest, 1))
        text[len++] = rest.ptr[0];
    size_t mark = number_mark(rest, thousands);
    if (!mark || digits < 1 || digits > 3)
        return cell;
    while (is_group(rest, mark)) {
        memcpy(text + len, rest.ptr + mark, 3);
        len += 3;
        rest = str_skip(rest, mark + 3);
        mark = number_mark(rest, thousands);
    }
    if (rest.len > 0 && rest.ptr[0] != decimal)
        return cell;
    if (rest.len > 0)
        memcpy(text + len, rest.ptr, rest.len);
    return (struct str){text, len + rest.len};
}

struct str number_without_currency(struct str cell, enum unit unit)
{
    static const char *const signs[UNIT_COUNT][MOST_SIGNS + 1] = {
        [UNIT_USD] = {"US$", "USD", "$"},
        [UNIT_EUR] = {"EUR", "€"},
        [UNIT_GBP] = {"GBP", "£"},
    };
    for (size_t i = 0; signs[unit][i]; i++) {
        struct str sign = str_from(signs[unit][i]);
        if (str_starts(cell, sign))
            return str_trim(str_skip(cell, sign.len));
        if (str_ends(cell, sign))
            return str_trim((struct str){cell.ptr, cell.len - sign.len});
    }
    return cell;
}

enum decimal_fault number_read(const struct reading *reading, struct str cell,
                               enum unit unit, struct decimal *decimal)
{
    char plain[NUMBER_TEXT];
    char mark = reading->options.decimal;
    if (reading->mapping) {
        cell = number_without_currency(cell, unit);
        cell = number_ungrouped(plain, cell, mark, reading->thousands);
    }
    return decimal_parse(cell, mark, decimal);
}

enum decimal_fault number_of_dollars(struct str cell, struct decimal *value)
{
    char plain[NUMBER_TEXT];
    cell = number_without_currency(cell, UNIT_USD);
    return decimal_parse(number_ungrouped(plain, cell, '.', ','), '.', value);
}
