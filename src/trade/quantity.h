/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What --measure asks for, of a file that tells several things of each row:
 * volume, pieces, money, numbers of licences. */
#ifndef TRADE_QUANTITY_H
#define TRADE_QUANTITY_H

#include <stdbool.h>

#include "base/str.h"

enum quantity {
    QUANTITY_OWN, /* not asked: the file's only one, or its first */
    QUANTITY_TIV,
    QUANTITY_ITEMS,   /* pieces delivered, or traded */
    QUANTITY_ORDERED, /* pieces, or money, ordered */
    QUANTITY_PENDING, /* pieces ordered and not delivered yet */
    QUANTITY_DEALS,
    QUANTITY_VALUE,
    QUANTITY_LICENCES, /* number of licences approved */
    QUANTITY_WEIGHT,
    QUANTITY_EXPORTS,  /* what left the country, where licences are told too */
    QUANTITY_REFUSALS, /* number of licences refused */
    QUANTITY_COUNT,
};

/* "tiv", "items", ...; "" for QUANTITY_OWN. */
const char *quantity_word(enum quantity quantity);

/* False: no such word. */
bool quantity_from_word(struct str word, enum quantity *quantity);

#endif
