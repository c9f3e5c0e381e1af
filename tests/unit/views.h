/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables that the interface draws, as results whose views are filled by
 * hand. Amounts and shares print as drawn; beyond that they are invented. */
#ifndef TESTS_UNIT_VIEWS_H
#define TESTS_UNIT_VIEWS_H

#include "result/result.h"

struct result *view_rank(void);
struct result *view_rank_2023(void); /* the lower half of the table */
struct result *view_factsheet(void);
struct result *view_partners(void);
struct result *view_trend(void);
struct result *view_verify(void);

/* The columns of view_partners() for a supplier, no rows. */
struct result *view_partners_of(const char *supplier);

/* Adds an entry to such a view: share in tenths of a per cent. */
void view_add_partner(struct result *result, const char *recipient, int units,
                      int share);

#define VIEWS_LENGTH(array) (sizeof(array) / sizeof((array)[0]))

#define VIEWS_TIV_LINE                                                     \
    "Volume of deliveries, TIV million (an index of military capability, " \
    "not money)"
#define VIEWS_UNIVERSE \
    "World: all recorded deliveries, unknown suppliers (0.1 %) included."
#define VIEWS_FILE_SOURCE                                           \
    "Source: SIPRI Arms Transfers Database, release of March 2024 " \
    "(trade-register.csv, generated 13 Apr 2024)."

/* No figure in this column. */
#define VIEWS_NONE (-100000)

/* A result whose view has a title and the second line. */
struct result *view_titled(const char *command, const char *title,
                           const char *unit_line);

/* Columns of text and of figures; what is rarer is set in what is returned,
 * which is valid until the next one. */
struct view_column *view_texts(struct result *result, size_t width, size_t gap,
                               const char *head);
struct view_column *view_figures(struct result *result, enum kind kind,
                                 size_t width, size_t gap, const char *top,
                                 const char *middle, const char *bottom);
void view_span(struct result *result, size_t line, size_t first, size_t last,
               int shift, const char *text);
struct value *view_row(struct result *result, enum view_role role);
void view_foot(struct result *result, const char *text);

/* So many tenths of a per cent, as a ratio; so many whole units. */
struct value view_tenths(int tenths);
struct value view_units(int units);

/* Null for 0. */
struct value view_rank_or_nothing(int rank);

#endif
