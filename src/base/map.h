/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts to dense numbers 0, 1, 2 … in order of first appearance. Owns copies
 * of its texts. The hash is seeded per process, so hostile keys cannot force
 * collisions; numbers depend on the order of insertion only. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#define MAP_NONE UINT32_MAX

struct map {
    struct arena arena;
    struct str *keys; /* by number; NUL-terminated copies */
    uint32_t *hashes;
    uint32_t *slots; /* number + 1, or 0 */
    size_t len;
    size_t cap;
    size_t slot_count; /* power of two */
    uint32_t last;     /* found or added last: columns repeat themselves */
};

void map_init(struct map *map);
void map_done(struct map *map);

/* The number of the text, added if it is new. */
uint32_t map_intern(struct map *map, struct str text);

/* The number of the text, or MAP_NONE. */
uint32_t map_find(const struct map *map, struct str text);

/* 64-bit seeded hash of bytes. */
uint64_t map_hash(const void *bytes, size_t len);

#endif
