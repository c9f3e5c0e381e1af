/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places that an option names, one by one or as groups. Lives in the arena
 * that it is filled from. */
#ifndef TRADE_PLACE_SET_H
#define TRADE_PLACE_SET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "trade/place.h"
#include "trade/place_group.h"
#include "trade/succession.h"

struct place_set;

/* A place of the table, a group, a row that --merge makes, or (all three null)
 * a spelling that only a file can know. */
struct place_item {
    struct str spelling; /* as written; of a group its title */
    struct str key;      /* utf8_key of it, or of the row that it has become */
    const struct place *place;
    const struct place_group *group;
    const struct place_set *row;
};

struct place_set {
    struct place_item *items;
    size_t count;
    size_t cap;
    int members; /* the year whose members groups have; 0: each year its own */
    const struct succession *succession; /* names count as what they are
                                            counted under; or null */
};

/* Adds what one option value names: a place, a group (@sipri:nato), a comma
 * list of these (only if the whole text is no name: "Korea, Rep." is one), or
 * "@file.txt" with one a line. ERR_REQUEST: ambiguous or refused spellings, an
 * unreadable file, a group that is not known. A spelling that the table does
 * not know is kept: it may be a file's own ("Houthi rebels (Yemen)*"). */
bool place_set_add(struct place_set *set, struct str value, struct arena *arena,
                   struct err *err);

/* The years in which the file's spelling belongs to the set: all but where a
 * group is meant, whose members come and go. */
struct year_set place_set_years(const struct place_set *set, struct str name,
                                struct arena *scratch);

/* The item that the file's spelling belongs to in some year, or null. */
const struct place_item *place_set_find(const struct place_set *set,
                                        struct str name, struct arena *scratch);

#endif
