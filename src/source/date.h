/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of generation and the releases they allow. SIPRI releases each year's
 * data in March of the next. */
#ifndef SOURCE_DATE_H
#define SOURCE_DATE_H

#include <stdbool.h>

#include "base/str.h"
#include "trade/period.h"

struct date {
    int year; /* 0: none */
    int month;
    int day;
};

/* "Data generated: 13 Apr 2024 3:54:15 PM", "Generated: 19 December 2023",
 * anywhere in the text; English month names, long or of three letters. */
bool date_find_generated(struct str text, struct date *date);

/* A date behind that mark, anywhere in the text: as above, or "2024-04-13". */
bool date_find_behind(struct str text, struct str mark, struct date *date);

/* "2024-04-13". */
bool date_parse_iso(struct str text, struct date *date);

/* The year of a date as tables write it: "2008-01", "2008-01-02",
 * "31/12/2004" (day or month first), "31122004". False: no such date. */
bool date_year(struct str text, int *year);

#define DATE_TEXT 24
void date_print_iso(char text[DATE_TEXT], struct date date);
void date_print(char text[DATE_TEXT], struct date date); /* "13 Apr 2024" */

/* The newest release that a file generated on that day can hold. */
int release_at(struct date date);

/* Whether a file generated then can be of that release: not before March of
 * its year, at most 12 months later. No date: true. */
bool release_allowed(int release_year, struct date date);

#endif
