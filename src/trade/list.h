/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Growing lists whose items live in an arena. */
#ifndef TRADE_LIST_H
#define TRADE_LIST_H

#include <stddef.h>
#include <string.h>

#include "base/arena.h"

/* `items` (count of `size` bytes each) with room for one more: the same
 * place, or a larger one that *cap then counts. */
static inline void *list_room(struct arena *arena, void *items, size_t count,
                              size_t *cap, size_t size)
{
    if (count < *cap)
        return items;
    *cap = *cap > 0 ? *cap * 2 : 4;
    void *larger = arena_alloc(arena, *cap, size);
    if (count > 0)
        memcpy(larger, items, count * size);
    return larger;
}

#endif
