/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of constant market shares. */
#ifndef ANALYSIS_CONSTANT_SHARES_VIEW_H
#define ANALYSIS_CONSTANT_SHARES_VIEW_H

#include "analysis/compare.h"
#include "analysis/constant_shares.h"
#include "analysis/markets.h"

struct shares_row {
    struct str name;
    uint32_t id;
    struct cube_cell now;
    struct cube_cell before;
    struct market_effects effects[3]; /* base before, base now, mean */
    struct market_parts parts;        /* of SHARES_PARTS */
};

struct shares {
    const struct study *study;
    const struct question *question;
    enum shares_form form;
    struct periods periods;
    struct sides sides;
    struct markets markets;
    bool named; /* one row: the suppliers that were named, together */
    struct shares_row *rows;
    size_t count;
    size_t total; /* suppliers, listed or not */
};

void constant_shares_view(struct result *result, const struct shares *shares);

#endif
