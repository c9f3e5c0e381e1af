/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "result/grow.h"

#include <string.h>

#include "base/mem.h"

#define FIRST_CAP ((size_t)8)

void *grow(struct arena *arena, void *items, size_t count, size_t *cap,
           size_t size)
{
    if (count < *cap)
        return items;
    *cap = *cap > 0 ? mem_product(*cap, 2) : FIRST_CAP;
    void *larger = arena_alloc(arena, *cap, size);
    if (count > 0)
        memcpy(larger, items, count * size);
    return larger;
}
