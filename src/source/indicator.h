/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: what a series of country data tells, by the World Bank's
 * code for it or by the words of its name. */
#ifndef SOURCE_INDICATOR_H
#define SOURCE_INDICATOR_H

#include <stdbool.h>

#include "base/str.h"
#include "trade/unit.h"

enum indicator {
    INDICATOR_EXPORTS,    /* of arms, SIPRI's TIV */
    INDICATOR_IMPORTS,    /* likewise */
    INDICATOR_DOLLARS,    /* military expenditure in USD */
    INDICATOR_PER_HEAD,   /* the same for each inhabitant */
    INDICATOR_PERCENT,    /* as a share of something */
    INDICATOR_CURRENCIES, /* in the currency of each country */
    INDICATOR_OTHER,
    INDICATOR_KINDS,
};

/* "MS.MIL.XPRT.KD". */
enum indicator indicator_of_code(struct str code);

/* "Arms exports (SIPRI trend indicator values)", "military_expenditure". */
enum indicator indicator_of_words(struct str words);

/* Exports or imports; everything else but OTHER is military expenditure. */
bool indicator_is_trade(enum indicator indicator);

enum unit indicator_unit(enum indicator indicator);

#endif
