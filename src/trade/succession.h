/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Former states and the states that they are counted under, by the table of
 * datasets/successors.csv or by a file. Nothing is counted so unless asked. */
#ifndef TRADE_SUCCESSION_H
#define TRADE_SUCCESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "trade/place.h"

/* One side: a place of the table, or (place null) a spelling that only a file
 * can know. */
struct succession_side {
    struct str name; /* the place's own, or as it was written */
    struct str key;  /* utf8_key of it */
    const struct place *place;
};

struct successor {
    struct succession_side former;
    struct succession_side successor;
};

struct succession {
    struct successor *items;
    size_t count;
    size_t cap;
};

/* The table of this program: by SIPRI's usage where it has one. */
void succession_add_own(struct succession *succession, struct arena *arena);

/* Adds what the lines "OLD = NEW" or "OLD,NEW" of a file say. ERR_REQUEST: a
 * line that says nothing else than these, a name that means several places, a
 * chain, the same former state twice. */
bool succession_read(struct succession *succession, const char *path,
                     struct arena *arena, struct err *err);

/* Under what a name is counted, whose place (or null) and key are given; null:
 * under itself. */
const struct successor *succession_find(const struct succession *succession,
                                        const struct place *place,
                                        struct str key);

#endif
