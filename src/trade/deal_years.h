/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which deal and year have been seen, over all files that are joined: the
 * same deal and year twice would be counted twice. */
#ifndef TRADE_DEAL_YEARS_H
#define TRADE_DEAL_YEARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct deal_years {
    uint64_t *keys; /* deal and year, 0: empty slot */
    uint64_t *lines;
    size_t len;
    size_t slot_count; /* power of two */
};

void deal_years_init(struct deal_years *seen);
void deal_years_done(struct deal_years *seen);

/* 0 when new, else the line that had it first (in its own file). */
uint64_t deal_years_add(struct deal_years *seen, uint32_t deal, int year,
                        uint64_t line);

#endif
