/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which deal and year have been seen, over all files that are joined: the
 * same deal and year twice would be counted twice. A deal has few years, and
 * its rows stand together, so each deal keeps a short chain of them. */
#ifndef TRADE_DEAL_YEARS_H
#define TRADE_DEAL_YEARS_H

#include <stddef.h>
#include <stdint.h>

struct deal_year;

struct deal_years {
    size_t *newest; /* of each deal: its newest link + 1, 0: none */
    size_t deals;   /* room for so many */
    struct deal_year *links;
    size_t len;
    size_t cap;
};

void deal_years_init(struct deal_years *seen);
void deal_years_done(struct deal_years *seen);

/* 0 when new, else the line that had it first (in its own file). */
uint64_t deal_years_add(struct deal_years *seen, uint32_t deal, int year,
                        uint64_t line);

#endif
