/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dictionaries of a reading: spellings to small numbers. A number never
 * decides an order or a tie; listings sort by the name. */
#ifndef TRADE_NAMES_H
#define TRADE_NAMES_H

#include <pthread.h>
#include <stdbool.h>

#include "base/map.h"

struct names {
    struct map places; /* suppliers and recipients share it */
    struct map categories;
    struct map designations;
    struct map descriptions;
    struct map deals; /* deal ids as the source has them */
    /* Set while several threads add to the maps; then whoever looks at one
     * holds the lock. A text once found stays where it is. */
    bool shared;
    pthread_mutex_t lock;
};

#define NAME_NONE MAP_NONE

void names_init(struct names *names);
void names_done(struct names *names);

/* Nothing unless `shared`. */
static inline void names_lock(struct names *names)
{
    if (names->shared)
        pthread_mutex_lock(&names->lock);
}

static inline void names_unlock(struct names *names)
{
    if (names->shared)
        pthread_mutex_unlock(&names->lock);
}

static inline struct str names_text(const struct map *map, uint32_t id)
{
    return id == NAME_NONE ? (struct str){"", 0} : map->keys[id];
}

#endif
