/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which flows a question is about. Built from the words of the command line,
 * asked by the numbers of a reading's dictionaries; each spelling is judged
 * once and remembered. */
#ifndef TRADE_FILTER_H
#define TRADE_FILTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "trade/flow.h"
#include "trade/names.h"
#include "trade/place_set.h"

struct pattern_list { /* globs, ASCII case folded */
    struct str *items;
    size_t count;
    size_t cap;
};

void pattern_list_add(struct pattern_list *list, struct str pattern,
                      struct arena *arena);

struct filter {
    struct place_set supplier, not_supplier; /* empty: all, none */
    struct place_set recipient, not_recipient;
    struct pattern_list category, not_category;
    struct pattern_list weapon; /* designation or description */
    unsigned conditions;        /* bits 1u << enum condition; 0: all */
};

/* Whether a word of --category means this category: a glob, its number ("IV"
 * of "IV. Combat aircraft"), or for codes of the Harmonized System prefixes
 * and ranges ("9301-9307,8710"). */
bool filter_names_category(struct str pattern, struct str name);

/* Whether the filter takes flows of this category, of this weapon; in which
 * years it takes those from and to a place. */
bool filter_takes_category(const struct filter *filter, struct str name);
bool filter_takes_weapon(const struct filter *filter, struct str name);
struct year_set filter_supplier_years(const struct filter *filter,
                                      struct str name);
struct year_set filter_recipient_years(const struct filter *filter,
                                       struct str name);

/* Whether --not-category leaves out this category, or (9306 of 93) a part of
 * it. */
bool filter_hides_category(const struct filter *filter, struct str name);
bool filter_cuts_category(const struct filter *filter, struct str name);

bool filter_is_empty(const struct filter *filter);

/* Takes everybody on that side again. */
void filter_open_supplier(struct filter *filter);
void filter_open_recipient(struct filter *filter);

/* The filter applied to one reading's dictionaries. */
struct filter_judge;
struct filter_judge *filter_judge_new(const struct filter *filter,
                                      struct names *names);
void filter_judge_free(struct filter_judge *judge);
bool filter_takes(struct filter_judge *judge, const struct flow *flow);

/* Whether columns hold all that the filter asks about. */
bool filter_fits_columns(const struct filter *filter);

/* Moves the flows that it takes to the front and leaves the others out. */
void filter_keep(struct filter_judge *judge, struct flow_columns *columns);

/* After reading: a spelling without a place that no name of the reading has.
 * ERR_REQUEST with the nearest ones of table and reading. */
bool filter_check_spellings(const struct filter *filter,
                            const struct names *names, struct err *err);

#endif
