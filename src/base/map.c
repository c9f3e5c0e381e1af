/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/map.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"

static uint64_t secret[2];
static atomic_bool has_secret;

static void choose_secret(void)
{
    if (getrandom(secret, sizeof(secret), 0) != (ssize_t)sizeof(secret)) {
        struct timespec now = {0};
        clock_gettime(CLOCK_REALTIME, &now);
        secret[0] = (uint64_t)now.tv_nsec ^ (uint64_t)now.tv_sec << 30;
        secret[1] = (uint64_t)getpid() ^ (uint64_t)(uintptr_t)&now;
    }
    atomic_store_explicit(&has_secret, true, memory_order_release);
}

static void need_secret(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    if (!atomic_load_explicit(&has_secret, memory_order_acquire))
        pthread_once(&once, choose_secret);
}

static uint64_t rotate(uint64_t word, int bits)
{
    return word << bits | word >> (64 - bits);
}

/* Inline, or the four words leave their registers. */
__attribute__((always_inline)) static inline void sip_round(uint64_t v[4])
{
    v[0] += v[1];
    v[2] += v[3];
    v[1] = rotate(v[1], 13) ^ v[0];
    v[3] = rotate(v[3], 16) ^ v[2];
    v[0] = rotate(v[0], 32);
    v[2] += v[1];
    v[0] += v[3];
    v[1] = rotate(v[1], 17) ^ v[2];
    v[3] = rotate(v[3], 21) ^ v[0];
    v[2] = rotate(v[2], 32);
}

static inline void sip_word(uint64_t v[4], uint64_t word)
{
    v[3] ^= word;
    sip_round(v);
    v[0] ^= word;
}

/* SipHash-1-3 (Aumasson and Bernstein 2012): made so that whoever chooses the
 * keys but not the secret cannot make them collide. */
uint64_t map_hash(const void *bytes, size_t len)
{
    need_secret();
    uint64_t v[4] = {
        secret[0] ^ 0x736f6d6570736575,
        secret[1] ^ 0x646f72616e646f6d,
        secret[0] ^ 0x6c7967656e657261,
        secret[1] ^ 0x7465646279746573,
    };
    const char *at = bytes;
    size_t left = len;
    for (; left >= 8; left -= 8, at += 8) {
        uint64_t word;
        memcpy(&word, at, 8);
        sip_word(v, word);
    }
    uint64_t last = (uint64_t)len << 56;
    for (size_t i = 0; i < left; i++)
        last |= (uint64_t)(unsigned char)at[i] << 8 * i;
    sip_word(v, last);
    v[2] ^= 0xff;
    for (int i = 0; i < 3; i++)
        sip_round(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

void map_init(struct map *map)
{
    *map = (struct map){0};
    arena_init(&map->arena);
}

void map_done(struct map *map)
{
    arena_done(&map->arena);
    mem_free(map->keys);
    mem_free(map->hashes);
    mem_free(map->slots);
    map_init(map);
}

/* The slot that holds the text, or the empty one where it belongs. */
static uint32_t *find_slot(const struct map *map, struct str text,
                           uint32_t hash)
{
    size_t mask = map->slot_count - 1;
    for (size_t at = hash & mask;; at = (at + 1) & mask) {
        uint32_t *slot = &map->slots[at];
        if (*slot == 0 || (map->hashes[*slot - 1] == hash &&
                           str_eq(map->keys[*slot - 1], text)))
            return slot;
    }
}

uint32_t map_find(const struct map *map, struct str text)
{
    if (map->len == 0)
        return MAP_NONE;
    uint32_t hash = (uint32_t)map_hash(text.ptr, text.len);
    /* An empty slot holds 0, which wraps to MAP_NONE. */
    return *find_slot(map, text, hash) - 1;
}

static void grow_keys(struct map *map)
{
    map->cap = map->cap > 0 ? map->cap * 2 : 16;
    map->keys = mem_resize(map->keys, map->cap, sizeof(*map->keys));
    map->hashes = mem_resize(map->hashes, map->cap, sizeof(*map->hashes));
}

/* At most half of the slots are taken, so a search ends soon. */
static void grow_slots(struct map *map)
{
    mem_free(map->slots);
    map->slot_count = map->slot_count > 0 ? map->slot_count * 2 : 32;
    map->slots = mem_alloc(map->slot_count, sizeof(*map->slots));
    size_t mask = map->slot_count - 1;
    for (size_t number = 0; number < map->len; number++) {
        size_t at = map->hashes[number] & mask;
        while (map->slots[at] != 0)
            at = (at + 1) & mask;
        map->slots[at] = (uint32_t)number + 1;
    }
}

uint32_t map_intern(struct map *map, struct str text)
{
    if (map->last < map->len && str_eq(map->keys[map->last], text))
        return map->last;
    if (map->len >= map->slot_count / 2)
        grow_slots(map);
    uint32_t hash = (uint32_t)map_hash(text.ptr, text.len);
    uint32_t *slot = find_slot(map, text, hash);
    if (*slot != 0)
        return map->last = *slot - 1;

    if (map->len == MAP_NONE - 1)
        mem_exhausted();
    if (map->len == map->cap)
        grow_keys(map);
    map->keys[map->len] = arena_str(&map->arena, text);
    map->hashes[map->len] = hash;
    *slot = (uint32_t)++map->len;
    return map->last = *slot - 1;
}
