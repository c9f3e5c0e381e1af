/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/date.h"

#include <stdio.h>

#include "source/cells.h"

#define ISO_LEN ((size_t)10) /* "2024-04-13" */

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

bool date_find_behind(struct str text, struct str mark, struct date *date)
{
    ptrdiff_t at;
    while ((at = str_find(text, mark)) >= 0) {
        text = str_skip(text, (size_t)at + mark.len);
        struct str day = str_trim(text);
        day.len = day.len < ISO_LEN ? day.len : ISO_LEN;
        if (date_parse_words(text, date) || date_parse_iso(day, date))
            return true;
    }
    return false;
}

bool date_find_generated(struct str text, struct date *date)
{
    return date_find_behind(text, STR("enerated:"), date);
}

/* Parts of a date between '-' or '/'; more than three: 4. */
static size_t cut_parts(struct str text, struct str parts[3])
{
    size_t count = 0, from = 0;
    for (size_t i = 0; i <= text.len; i++) {
        if (i < text.len && text.ptr[i] != '-' && text.ptr[i] != '/')
            continue;
        if (count == 3)
            return 4;
        parts[count++] = (struct str){text.ptr + from, i - from};
        from = i + 1;
    }
    return count;
}

/* Day and month in any order; one of them can be a month. */
static bool is_day(struct str one, struct str other)
{
    unsigned long a, b;
    return one.len <= 2 && other.len <= 2 && str_to_uint(one, 31, &a) &&
           str_to_uint(other, 31, &b) && a > 0 && b > 0 && (a <= 12 || b <= 12);
}

bool date_year(struct str text, int *year)
{
    struct str parts[3];
    size_t count = cut_parts(text, parts);
    if (count == 1 && (text.len == 7 || text.len == 8)) {
        size_t day = text.len - 6;
        parts[0] = (struct str){text.ptr, day};
        parts[1] = (struct str){text.ptr + day, 2};
        parts[2] = str_skip(text, day + 2);
        count = 3;
    }
    if (count == 2)
        return is_day(parts[1], STR("31")) && cells_year(parts[0], year);
    if (count != 3)
        return false;
    return parts[0].len == 4
               ? is_day(parts[1], parts[2]) && cells_year(parts[0], year)
               : is_day(parts[0], parts[1]) && cells_year(parts[2], year);
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
