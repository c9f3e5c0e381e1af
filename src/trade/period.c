/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/period.h"

#include <assert.h>
#include <stdio.h>

#define FIRST_YEAR 1800
#define LAST_YEAR 2199

/* Length of the dash that the text starts with: hyphen, U+2010 to U+2015
 * (en and em dash among them) or U+2212; 0: none. */
static size_t dash_length(struct str text)
{
    if (str_starts(text, STR("-")))
        return 1;
    if (str_starts(text, STR("\u2212")))
        return 3;
    bool is_dash = text.len >= 3 && str_starts(text, STR("\xe2\x80")) &&
                   (unsigned char)text.ptr[2] >= 0x90 &&
                   (unsigned char)text.ptr[2] <= 0x95;
    return is_dash ? 3 : 0;
}

static bool parse_year(struct str text, int *year)
{
    unsigned long value;
    if (text.len != 4 || !str_to_uint(text, LAST_YEAR, &value) ||
        value < FIRST_YEAR)
        return false;
    *year = (int)value;
    return true;
}

/* "2023", or "23" in the first century that does not end before it starts. */
static bool parse_end(struct str text, int from, int *to)
{
    if (text.len != 2)
        return parse_year(text, to) && *to >= from;
    unsigned long value;
    if (!str_to_uint(text, 99, &value))
        return false;
    *to = from - from % 100 + (int)value;
    if (*to < from)
        *to += 100;
    return *to <= LAST_YEAR;
}

static bool parse_range(struct str left, struct str right,
                        struct period_spec *spec)
{
    struct period *years = &spec->years;
    if (left.len == 0) {
        spec->form = PERIOD_UNTIL;
        return parse_year(right, &years->to);
    }
    if (!parse_year(left, &years->from))
        return false;
    spec->form = right.len == 0 ? PERIOD_SINCE : PERIOD_YEARS;
    return right.len == 0 || parse_end(right, years->from, &years->to);
}

static bool parse_years(struct str text, struct period_spec *spec)
{
    for (size_t at = 0; at < text.len; at++) {
        size_t dash = dash_length(str_skip(text, at));
        if (dash > 0)
            return parse_range(str_trim((struct str){text.ptr, at}),
                               str_trim(str_skip(text, at + dash)), spec);
    }
    spec->form = PERIOD_YEARS;
    bool is_year = parse_year(text, &spec->years.from);
    spec->years.to = spec->years.from;
    return is_year;
}

static bool parse_last(struct str digits, struct period_spec *spec)
{
    unsigned long count;
    if (!str_to_uint(digits, LAST_YEAR - FIRST_YEAR + 1, &count) || count == 0)
        return false;
    spec->form = PERIOD_LAST;
    spec->count = (int)count;
    return true;
}

bool period_parse(struct str text, struct period_spec *spec)
{
    const struct str last = STR("last");
    *spec = (struct period_spec){.form = PERIOD_DEFAULT};
    text = str_trim(text);
    if (str_starts(text, last))
        return parse_last(str_skip(text, last.len), spec);
    if (str_eq(text, STR("all"))) {
        spec->form = PERIOD_ALL;
        return true;
    }
    if (str_eq(text, STR("none"))) {
        spec->form = PERIOD_NONE;
        return true;
    }
    return parse_years(text, spec);
}

static struct period last_years(int count, struct period covered)
{
    return (struct period){covered.to - count + 1, covered.to};
}

struct period period_resolve(struct period_spec spec, struct period covered,
                             int default_count)
{
    switch (spec.form) {
    case PERIOD_YEARS:
        return spec.years;
    case PERIOD_SINCE:
        return (struct period){spec.years.from, covered.to};
    case PERIOD_UNTIL:
        return (struct period){covered.from, spec.years.to};
    case PERIOD_LAST:
        return last_years(spec.count, covered);
    case PERIOD_NONE:
        return (struct period){0, -1};
    case PERIOD_ALL:
        return covered;
    case PERIOD_DEFAULT:
        break;
    }
    if (default_count <= 0 || default_count > period_length(covered))
        return covered;
    return last_years(default_count, covered);
}

bool period_within(struct period inner, struct period outer)
{
    return period_length(inner) == 0 ||
           (inner.from >= outer.from && inner.to <= outer.to);
}

struct period period_before(struct period period)
{
    return (struct period){period.from - period_length(period),
                           period.from - 1};
}

/* The last `digits` digits of a year, with leading zeros. */
static unsigned last_digits(int year, int digits)
{
    assert(year >= 0 && year <= 9999);
    return (unsigned)year % (digits == 2 ? 100 : 10000);
}

static void print_ends(char text[PERIOD_TEXT], struct period period,
                       int from_digits, int to_digits)
{
    snprintf(text, PERIOD_TEXT, "%0*u\u2013%0*u", from_digits,
             last_digits(period.from, from_digits), to_digits,
             last_digits(period.to, to_digits));
}

void period_print(char text[PERIOD_TEXT], struct period period)
{
    int length = period_length(period);
    if (length == 0)
        snprintf(text, PERIOD_TEXT, "none");
    else if (length == 1)
        snprintf(text, PERIOD_TEXT, "%04u", last_digits(period.from, 4));
    else if (period.from / 100 == period.to / 100)
        print_ends(text, period, 4, 2);
    else
        print_ends(text, period, 4, 4);
}

void period_print_short(char text[PERIOD_TEXT], struct period period)
{
    int length = period_length(period);
    if (length > 1 && length < 100)
        print_ends(text, period, 2, 2);
    else
        period_print(text, period);
}

void period_see(struct period *period, int year)
{
    if (period_length(*period) == 0)
        *period = (struct period){year, year};
    if (year < period->from)
        period->from = year;
    if (year > period->to)
        period->to = year;
}
