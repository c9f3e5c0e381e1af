/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of a column have meant so far: text to number, for columns
 * that say the same few things again and again. Each thread has its own, so
 * nothing is locked. It forgets everything when it grows too large: a miss
 * costs time and nothing else. Cells are those of a batch, behind which
 * READER_SLACK bytes can be read. */
#ifndef SOURCE_MEMO_H
#define SOURCE_MEMO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/key.h"
#include "base/str.h"

#define MEMO_NONE UINT32_MAX

struct memo_slot {
    uint64_t key;
    uint32_t number; /* MEMO_NONE: the slot is free */
    uint32_t text;   /* of a long one: which of `texts` */
};

struct memo {
    struct memo_slot *slots;
    unsigned shift; /* 64 less the binary logarithm of their number */
    size_t count;
    struct arena arena; /* texts of more than seven bytes */
    struct str *texts;
    size_t text_count, text_cap;
    uint64_t secret; /* of the hash, per process */
};

void memo_init(struct memo *memo);
void memo_done(struct memo *memo);

/* The text, which memo_find() does not know, means that number. */
void memo_add(struct memo *memo, struct str text, uint32_t number);

/* A memo as loops see it: nothing they write can be taken for a part of it, so
 * it stays in registers. Void once something was added. */
struct memo_view {
    const struct memo_slot *slots;
    const struct str *texts;
    uint64_t secret;
    size_t last;
    unsigned shift;
};

static inline struct memo_view memo_view(const struct memo *memo)
{
    return (struct memo_view){
        .slots = memo->slots,
        .texts = memo->texts,
        .secret = memo->secret,
        .last = ((size_t)1 << (64 - memo->shift)) - 1,
        .shift = memo->shift,
    };
}

/* What a cell of a batch, with that key, means, or MEMO_NONE. */
static inline uint32_t memo_look(struct memo_view view, uint64_t key,
                                 struct str cell)
{
    for (size_t at = key * view.secret >> view.shift;;
         at = (at + 1) & view.last) {
        const struct memo_slot *slot = &view.slots[at];
        bool same = slot->key == key &&
                    (!key_is_long(key) || str_eq(view.texts[slot->text], cell));
        if (same || slot->number == MEMO_NONE)
            return slot->number;
    }
}

static inline uint32_t memo_find(const struct memo *memo, struct str cell)
{
    return memo_look(memo_view(memo), key_of(cell), cell);
}

#endif
