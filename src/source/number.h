/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people write them into tables: marks between thousands, and the
 * sign of a currency. */
#ifndef SOURCE_NUMBER_H
#define SOURCE_NUMBER_H

#include <stdbool.h>

#include "base/decimal.h"
#include "source/reading.h"

/* The number in a cell, as the reading's decimal mark has it. Only a mapping
 * knows of marks between thousands, and that the sign of the unit's currency
 * may stand beside the digits. */
enum decimal_fault number_read(const struct reading *reading, struct str cell,
                               enum unit unit, struct decimal *decimal);

/* A longer cell is no number with marks in it. */
#define NUMBER_TEXT 64

/* The cell without marks between thousands, as decimal_parse() wants it; the
 * cell itself where they do not stand every three digits before the decimal
 * mark. `thousands`: ' ' is every kind of blank, '\'' every apostrophe. */
struct str number_ungrouped(char text[NUMBER_TEXT], struct str cell,
                            char decimal, char thousands);

/* The cell without the sign of the unit's currency ("$", "US$", "USD", "€",
 * "EUR", "£", "GBP") before or behind the digits; with another's sign it is
 * left as it is, and is no number. */
struct str number_without_currency(struct str cell, enum unit unit);

/* A decimal that may have a dollar sign before it, and commas between its
 * thousands if all of them are there: "$28,131,565,903". */
enum decimal_fault number_of_dollars(struct str cell, struct decimal *value);

/* The mark that the text begins with, as `thousands` names it: how many bytes
 * of it; 0: none. */
size_t number_mark(struct str text, char thousands);

#endif
