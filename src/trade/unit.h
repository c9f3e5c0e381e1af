/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a number counts. A unit travels with every number, and two units are
 * never added. */
#ifndef TRADE_UNIT_H
#define TRADE_UNIT_H

#include <stdbool.h>

#include "base/str.h"

enum unit {
    UNIT_TIV_MILLION,
    UNIT_USD,
    UNIT_GBP,
    UNIT_EUR,
    UNIT_ITEMS,
    UNIT_LICENCES,
    UNIT_TONNES,
    UNIT_DEALS,
    UNIT_PERCENT, /* of something else: never added */
    UNIT_COUNT,
};

enum measure {
    MEASURE_DELIVERY,
    MEASURE_ORDER,
    MEASURE_LICENCE,
    MEASURE_REFUSAL,
    MEASURE_CUSTOMS_EXPORT,
    MEASURE_CUSTOMS_IMPORT,
    MEASURE_REPORT_EXPORT,
    MEASURE_REPORT_IMPORT,
    MEASURE_PENDING,  /* ordered and not delivered yet */
    MEASURE_SPENDING, /* military expenditure: no trade */
    MEASURE_COUNT,
};

/* Machine words: "tiv_million", "delivery". */
const char *unit_word(enum unit unit);
const char *measure_word(enum measure measure);
bool unit_from_word(struct str word, enum unit *unit);
bool measure_from_word(struct str word, enum measure *measure);

/* Whether one is what exporters report and the other what importers report of
 * the same trade. */
bool measure_mirrors(enum measure a, enum measure b);

/* Customs values or numbers of items as importers report them. */
bool measure_is_import(enum measure measure);

/* "TIV million", "TIV m" (column heads), and the second line of every table:
 * "Volume of deliveries, TIV million (an index of military capability, not
 * money)"; "Customs value of exports, USD, current". */
const char *unit_title(enum unit unit);
const char *unit_short(enum unit unit);
const char *unit_line(enum unit unit, enum measure measure);

/* "Volume" for TIV, "Value" for money, "Number" for items, "Weight". */
const char *unit_noun(enum unit unit);

#endif
