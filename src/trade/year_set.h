/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of years: in which years a place belongs to something. Years before
 * 1900 are taken for 1900 and years after 2155 for 2155; year 0, that of a
 * source without years, is today. */
#ifndef TRADE_YEAR_SET_H
#define TRADE_YEAR_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "trade/period.h"

enum { YEAR_SET_FROM = 1900, YEAR_SET_YEARS = 256, YEAR_SET_WORDS = 4 };

struct year_set {
    uint64_t bits[YEAR_SET_WORDS];
};

static inline size_t year_set_index(int year)
{
    if (year == 0 || year >= YEAR_SET_FROM + YEAR_SET_YEARS)
        return YEAR_SET_YEARS - 1;
    return year < YEAR_SET_FROM ? 0 : (size_t)(year - YEAR_SET_FROM);
}

static inline bool year_set_has(const struct year_set *set, int year)
{
    size_t index = year_set_index(year);
    return set->bits[index / 64] >> index % 64 & 1;
}

/* Both ends belong to it; 0: open. */
static inline void year_set_add(struct year_set *set, int from, int to)
{
    size_t first = from ? year_set_index(from) : 0;
    for (size_t i = first; i <= year_set_index(to); i++)
        set->bits[i / 64] |= (uint64_t)1 << i % 64;
}

static inline void year_set_join(struct year_set *set,
                                 const struct year_set *other)
{
    for (size_t i = 0; i < YEAR_SET_WORDS; i++)
        set->bits[i] |= other->bits[i];
}

static inline void year_set_remove(struct year_set *set,
                                   const struct year_set *other)
{
    for (size_t i = 0; i < YEAR_SET_WORDS; i++)
        set->bits[i] &= ~other->bits[i];
}

static inline struct year_set year_set_all(void)
{
    return (struct year_set){{UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX}};
}

static inline bool year_set_is_empty(const struct year_set *set)
{
    return !(set->bits[0] | set->bits[1] | set->bits[2] | set->bits[3]);
}

static inline bool year_set_is_all(const struct year_set *set)
{
    return !~(set->bits[0] & set->bits[1] & set->bits[2] & set->bits[3]);
}

static inline bool year_set_meets(const struct year_set *set,
                                  struct period period)
{
    for (int year = period.from; year <= period.to; year++)
        if (year_set_has(set, year))
            return true;
    return false;
}

#endif
