/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: what propose.c and propose_amount.c know while parts are
 * found. */
#ifndef SOURCE_PROPOSE_SEARCH_H
#define SOURCE_PROPOSE_SEARCH_H

#include "source/header.h"
#include "source/propose.h"
#include "source/propose_table.h"

struct search {
    struct proposal *proposal;
    const struct read_options *options;
    const struct table *table;
    struct header header;
    struct column_look looks[MOST_COLUMNS];
    bool taken[MOST_COLUMNS];
    size_t columns;
};

/* The column plays the part, for that reason. */
void search_give(struct search *search, enum role role, size_t column,
                 const char *reason);

/* Something that a person has to decide. */
void search_remark(struct search *search, const char *text);

/* propose_says() of the column's name, 0 where it has none. */
unsigned search_says(const struct search *search, size_t column,
                     enum role role);

/* "57 of 58 cells are WHAT" */
const char *search_share(const struct search *search, size_t column,
                         size_t hits, const char *what);

/* The free column that has most points; SIZE_MAX if all have 0. */
size_t search_best(const struct search *search, enum role role,
                   unsigned (*points)(const struct search *search,
                                      size_t column, enum role role));

/* Points of a column by nothing but its name. */
unsigned search_word_points(const struct search *search, size_t column,
                            enum role role);

/* Points of a column of numbers as amount, or as items. */
unsigned search_amount_points(const struct search *search, size_t column,
                              enum role role);

/* The amounts: a column, or one a year (false: there are none such), and how
 * they are written; then their unit. */
void search_amount(struct search *search);
bool search_years(struct search *search);
void search_unit(struct search *search);

#endif
