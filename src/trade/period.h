/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Years and periods; both ends belong to a period. */
#ifndef TRADE_PERIOD_H
#define TRADE_PERIOD_H

#include <stdbool.h>

#include "base/str.h"

struct period {
    int from;
    int to; /* from > to: empty */
};

/* What --years says before the data are known. */
enum period_form {
    PERIOD_DEFAULT, /* nothing was said: the command's default */
    PERIOD_YEARS,   /* from..to */
    PERIOD_SINCE,   /* from.. */
    PERIOD_UNTIL,   /* ..to */
    PERIOD_LAST,    /* the last `count` covered years */
    PERIOD_ALL,
    PERIOD_NONE, /* --previous none */
};

struct period_spec {
    enum period_form form;
    struct period years;
    int count;
};

/* "2019-23", "2019–2023", "2022", "1991-", "-1991", "last5", "all", "none".
 * A two-digit end takes the first century that gives an end at or after the
 * start (1999-03 is 1999 to 2003). False: none of these, or years outside
 * 1800 to 2199, or the end before the start. */
bool period_parse(struct str text, struct period_spec *spec);

/* The period meant, given the covered years. Not clipped: asking for years
 * that are not covered is for the caller to refuse. Only the default, for
 * which nobody asked, is: the last `default_count` covered years or, if there
 * are fewer or default_count is 0, all of them. PERIOD_NONE: empty. */
struct period period_resolve(struct period_spec spec, struct period covered,
                             int default_count);

static inline int period_length(struct period period)
{
    return period.to >= period.from ? period.to - period.from + 1 : 0;
}

static inline bool period_has(struct period period, int year)
{
    return year >= period.from && year <= period.to;
}

bool period_within(struct period inner, struct period outer);

/* As long as `period`, directly before it. */
struct period period_before(struct period period);

#define PERIOD_TEXT 16

/* "2019–23" (en dash; four digits when the century changes), "2022"; "none"
 * for an empty period. */
void period_print(char text[PERIOD_TEXT], struct period period);

/* "19–23", "99–03": as table heads of the fact sheet have it. One year, or a
 * hundred and more, as period_print. */
void period_print_short(char text[PERIOD_TEXT], struct period period);

/* Widens the period so that it has the year; an empty one becomes it. */
void period_see(struct period *period, int year);

#endif
