/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/memo.h"

#include "base/map.h"
#include "base/mem.h"

#define FIRST_BITS 6
#define MOST_BITS 15
#define LONGEST ((size_t)512) /* longer texts are not worth the memory */

static void clear(struct memo *memo, unsigned bits)
{
    size_t count = (size_t)1 << bits;
    memo->slots = mem_alloc(count, sizeof(*memo->slots));
    memo->shift = 64 - bits;
    memo->count = 0;
    for (size_t i = 0; i < count; i++)
        memo->slots[i].number = MEMO_NONE;
}

void memo_init(struct memo *memo)
{
    *memo = (struct memo){.secret = map_hash("memo", 4) | 1};
    arena_init(&memo->arena);
    clear(memo, FIRST_BITS);
}

void memo_done(struct memo *memo)
{
    arena_done(&memo->arena);
    mem_free(memo->slots);
    mem_free(memo->texts);
}

static void put(struct memo *memo, struct memo_slot slot)
{
    size_t last = ((size_t)1 << (64 - memo->shift)) - 1;
    size_t at = (size_t)(slot.key * memo->secret >> memo->shift);
    while (memo->slots[at].number != MEMO_NONE)
        at = (at + 1) & last;
    memo->slots[at] = slot;
    memo->count++;
}

static void forget(struct memo *memo)
{
    memo_done(memo);
    memo_init(memo);
}

static void grow(struct memo *memo)
{
    struct memo_slot *old = memo->slots;
    unsigned bits = 64 - memo->shift;
    if (bits == MOST_BITS) {
        forget(memo);
        return;
    }
    clear(memo, bits + 1);
    for (size_t i = 0; i < (size_t)1 << bits; i++)
        if (old[i].number != MEMO_NONE)
            put(memo, old[i]);
    mem_free(old);
}

static uint32_t keep_text(struct memo *memo, struct str text)
{
    if (memo->text_count == memo->text_cap) {
        memo->text_cap = memo->text_cap ? memo->text_cap * 2 : 64;
        memo->texts =
            mem_resize(memo->texts, memo->text_cap, sizeof(*memo->texts));
    }
    memo->texts[memo->text_count] = arena_str(&memo->arena, text);
    return (uint32_t)memo->text_count++;
}

/* At most a quarter of the slots are taken: nearly every search ends at
 * once. */
void memo_add(struct memo *memo, struct str text, uint32_t number)
{
    if (text.len > LONGEST)
        return;
    if (memo->count >= (size_t)1 << (64 - memo->shift - 2))
        grow(memo);
    struct memo_slot slot = {.key = key_of(text), .number = number};
    if (key_is_long(slot.key))
        slot.text = keep_text(memo, text);
    put(memo, slot);
}
