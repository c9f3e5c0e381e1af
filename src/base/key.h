/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts as keys of 64 bits, for tables of short texts that are looked up
 * often. Eight bytes from the beginning of the text on must be readable,
 * whatever they are. */
#ifndef BASE_KEY_H
#define BASE_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/digits.h"
#include "base/str.h"

/* A text of up to seven bytes is its key: the bytes and, highest, their
 * number. The key of a longer one is made of its ends: the text decides. */
static inline uint64_t key_of(struct str text)
{
    if (text.len > 7) {
        uint64_t ends = digits_load(text.ptr) * 3 +
                        digits_load(text.ptr + text.len - 8) * 5 + text.len;
        return ends | (uint64_t)1 << 63;
    }
    if (text.len == 0)
        return 0;
    unsigned unused = 64 - 8 * (unsigned)text.len;
    return digits_load(text.ptr) << unused >> unused | (uint64_t)text.len << 56;
}

static inline bool key_is_long(uint64_t key)
{
    return key >> 63;
}

#endif
