/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are made of several places: the groups of --merge. A place is in
 * one of them at most in any year; what is in none stays a row of its own. */
#ifndef TRADE_MERGE_H
#define TRADE_MERGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "trade/names.h"
#include "trade/place_set.h"
#include "trade/recode.h"

struct merge_row {
    struct str name;                 /* "Europe" */
    struct str key;                  /* utf8_key of it */
    const struct place_group *group; /* that it is, or null */
    struct place_set members;
};

struct merge {
    const char *option; /* that names the groups in messages; null: --merge */
    struct merge_row *rows;
    size_t count;
    size_t cap;
};

/* Adds what one option value says: "@sipri:nato" one row, a list of groups
 * (@sipri:regions) a row for each, "NAME=PLACE,PLACE,@GROUP" one row under that
 * name. ERR_REQUEST: no such group, spellings that no place can have, a name
 * twice, or that of a place which is not in the row. */
bool merge_add(struct merge *merge, struct str value, struct arena *arena,
               struct err *err);

/* ERR_REQUEST when a place would be in two rows in one year. `members` and
 * `succession` are those of struct place_set, for all rows. */
bool merge_finish(struct merge *merge, int members,
                  const struct succession *succession, struct err *err);

/* The row that a person means by a group or a name, or null. */
const struct merge_row *merge_row_of(const struct merge *merge,
                                     const struct place_item *item);

/* In which years some row has the name's place. */
struct year_set merge_years(const struct merge *merge, struct str name,
                            struct arena *scratch);

/* The numbers that the first `names` of the dictionary, those of the data, have
 * once rows are merged and former states are counted under their successors;
 * the names of rows are added to it. Places are merged under their own names
 * first. ERR_REQUEST: a row is called as a place of the data that is not in
 * it. */
bool merge_recode(const struct merge *merge,
                  const struct succession *succession, struct map *places,
                  size_t names, struct recode *recode, struct err *err);

#endif
