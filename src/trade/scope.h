/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reading covers, from its title, header and total label. World ranks
 * and shares are given only where the scope is everybody. */
#ifndef TRADE_SCOPE_H
#define TRADE_SCOPE_H

#include <stdbool.h>

#include "base/str.h"
#include "trade/period.h"

enum scope_extent {
    SCOPE_UNKNOWN, /* nothing says what was selected */
    SCOPE_ALL,
    SCOPE_ONE,  /* `name` */
    SCOPE_SOME, /* several: one-sided readings joined, or all but those that
                   the publisher leaves out */
};

struct scope_side {
    enum scope_extent extent;
    struct str name; /* SCOPE_ONE: as the source spells it; SCOPE_SOME: whose
                        both reports these are, if it is one */
    bool divided;    /* rows name this side; false: it is "(all)" */
    bool region;     /* the name is that of a group of places, as its author
                        counts them */
};

struct scope {
    struct scope_side supplier;
    struct scope_side recipient;
    bool broad;             /* SCOPE_SOME are all but a few: the last year
                               with a record is the last year of the data */
    bool by_category;       /* rows name a category */
    bool undivided_years;   /* amounts are of all years of a deal together */
    bool split_evenly;      /* they were, and --assume even-split made years */
    bool without_years;     /* nothing says the years */
    struct period declared; /* years the file says it covers; from 0: none */
    struct period covered;  /* declared, cut at the last year with a record */
};

#define SCOPE_NOT_DIVIDED "(all)"

/* Whether nobody is known to be missing on that side: the whole of a file that
 * does not say whom it selects is what it has. */
static inline bool scope_side_is_open(const struct scope_side *side)
{
    return side->extent == SCOPE_ALL || side->extent == SCOPE_UNKNOWN;
}

/* Whether title, header or description say whom the data select. */
static inline bool scope_is_told(const struct scope *scope)
{
    return scope->supplier.extent != SCOPE_UNKNOWN &&
           scope->recipient.extent != SCOPE_UNKNOWN;
}

/* Every supplier and every recipient. */
static inline bool scope_is_world(const struct scope *scope)
{
    return scope->supplier.extent == SCOPE_ALL &&
           scope->recipient.extent == SCOPE_ALL;
}

#endif
