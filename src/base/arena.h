/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that is released all at once. Owns what it hands out until
 * arena_done(); single allocations are never freed. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "base/str.h"

struct arena_block;

struct arena {
    struct arena_block *newest;
    size_t used; /* bytes taken from the newest block */
};

void arena_init(struct arena *arena);
void arena_done(struct arena *arena);

/* count * size zeroed bytes, aligned for any type. Never null. Under
 * AddressSanitizer each call is a block of its own, so overruns show. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* A copy that ends in NUL (not counted in len). */
struct str arena_str(struct arena *arena, struct str text);

/* printf into the arena; NUL-terminated. */
const char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
const char *arena_vprintf(struct arena *arena, const char *format,
                          va_list values) __attribute__((format(printf, 2, 0)));

#endif
