/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/date.h"

#include <stdio.h>

static const char *const month_names[] = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december",
};

static const char *const month_short[] = {"Jan", "Feb", "Mar", "Apr",
                                          "May", "Jun", "Jul", "Aug",
                                          "Sep", "Oct", "Nov", "Dec"};

/* The month of an English name or its first three letters; 0: none. */
static int month_of(struct str word)
{
    for (int i = 0; i < 12; i++) {
        struct str name = str_from(month_names[i]);
        struct str three = {name.ptr, 3};
        if (str_eq_fold(word, name) || str_eq_fold(word, three))
            return i + 1;
    }
    return 0;
}

static bool date_is_sound(struct date date)
{
    return date.year >= 1950 && date.year <= 2199 && date.month >= 1 &&
           date.month <= 12 && date.day >= 1 && date.day <= 31;
}

/* "13 Apr 2024 ..." */
static bool date_parse_words(struct str text, struct date *date)
{
    struct str rest = str_trim(text);
    struct str day = str_cut(&rest, ' ');
    struct str month = str_cut(&rest, ' ');
    struct str year = {rest.ptr, 0};
    while (year.len < rest.len && rest.ptr[year.len] >= '0' &&
           rest.ptr[year.len] <= '9')
        year.len++;
    unsigned long d;
    unsigned long y;
    if (!str_to_uint(day, 31, &d) || !str_to_uint(year, 2199, &y))
        return false;
    struct date found = {(int)y, month_of(month), (int)d};
    if (!date_is_sound(found))
        return false;
    *date = found;
    return true;
}

bool date_find_generated(struct str text, struct date *date)
{
    static const struct str mark = {"enerated:", 9};
    ptrdiff_t at;
    while ((at = str_find(text, mark)) >= 0) {
        text = str_skip(text, (size_t)at + mark.len);
        if (date_parse_words(text, date))
            return true;
    }
    return false;
}

bool date_parse_iso(struct str text, struct date *date)
{
    struct str rest = text;
    unsigned long y;
    unsigned long m;
    unsigned long d;
    if (!str_to_uint(str_cut(&rest, '-'), 2199, &y) ||
        !str_to_uint(str_cut(&rest, '-'), 12, &m) || !str_to_uint(rest, 31, &d))
        return false;
    struct date found = {(int)y, (int)m, (int)d};
    if (!date_is_sound(found))
        return false;
    *date = found;
    return true;
}

void date_print_iso(char text[DATE_TEXT], struct date date)
{
    text[0] = '\0';
    if (date.year)
        snprintf(text, DATE_TEXT, "%04d-%02d-%02d", date.year, date.month,
                 date.day);
}

void date_print(char text[DATE_TEXT], struct date date)
{
    text[0] = '\0';
    if (date.year)
        snprintf(text, DATE_TEXT, "%d %s %d", date.day,
                 month_short[date.month - 1], date.year);
}

int release_at(struct date date)
{
    return date.month >= 3 ? date.year : date.year - 1;
}

bool release_allowed(int release_year, struct date date)
{
    if (!date.year || !release_year)
        return true;
    int months = (date.year - release_year) * 12 + date.month - 3;
    return months >= 0 && months <= 12;
}
