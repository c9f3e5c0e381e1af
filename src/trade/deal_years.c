/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/deal_years.h"

#include "base/map.h"
#include "base/mem.h"

#define FIRST_SLOTS ((size_t)1024)

void deal_years_init(struct deal_years *seen)
{
    *seen = (struct deal_years){0};
}

void deal_years_done(struct deal_years *seen)
{
    mem_free(seen->keys);
    mem_free(seen->lines);
}

static size_t slot_of(const struct deal_years *seen, uint64_t key)
{
    size_t mask = seen->slot_count - 1;
    size_t slot = (size_t)map_hash(&key, sizeof key) & mask;
    while (seen->keys[slot] && seen->keys[slot] != key)
        slot = (slot + 1) & mask;
    return slot;
}

static void grow(struct deal_years *seen)
{
    struct deal_years old = *seen;
    seen->slot_count = old.slot_count ? old.slot_count * 2 : FIRST_SLOTS;
    seen->keys = mem_alloc(seen->slot_count, sizeof *seen->keys);
    seen->lines = mem_alloc(seen->slot_count, sizeof *seen->lines);
    for (size_t i = 0; i < old.slot_count; i++) {
        if (!old.keys[i])
            continue;
        size_t slot = slot_of(seen, old.keys[i]);
        seen->keys[slot] = old.keys[i];
        seen->lines[slot] = old.lines[i];
    }
    deal_years_done(&old);
}

uint64_t deal_years_add(struct deal_years *seen, uint32_t deal, int year,
                        uint64_t line)
{
    if (seen->len * 2 >= seen->slot_count)
        grow(seen);
    /* Years are at least 1800, so no key is 0. */
    uint64_t key = (uint64_t)deal << 16 | (uint64_t)year;
    size_t slot = slot_of(seen, key);
    if (seen->keys[slot])
        return seen->lines[slot];
    seen->keys[slot] = key;
    seen->lines[slot] = line;
    seen->len++;
    return 0;
}
