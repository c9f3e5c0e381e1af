/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of places, each as its author lists it: regions, alliances, unions.
 * The tables are made at build time from datasets/groups.csv and
 * group-members.csv and are constant. A place is a member in whole years, from
 * that of its accession on. */
#ifndef TRADE_PLACE_GROUP_H
#define TRADE_PLACE_GROUP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "trade/place.h"
#include "trade/year_set.h"

struct place_group {
    const char *author; /* "sipri", or the group's own name where it speaks
                           for itself */
    const char *name;   /* "western-europe" */
    const char *title;  /* "Western Europe" */
    const char *by;     /* the author in print: "SIPRI" */
    bool is_list; /* of groups that share no place; its members are theirs */
};

struct membership {
    const struct place *place;
    int from; /* 0: before 1950 */
    int to;   /* 0: to this day */
};

size_t place_group_count(void);
const struct place_group *place_group_at(size_t index);

/* "sipri:nato", "@sipri:nato", "@eu", in any case; null if there is none. */
const struct place_group *place_group_of_word(struct str word);

/* "@sipri:nato", "@eu": what a person writes. */
const char *place_group_word(const struct place_group *group,
                             struct arena *arena);

/* "NATO (SIPRI)"; "European Union" where it speaks for itself. */
const char *place_group_title(const struct place_group *group,
                              struct arena *arena);

/* The group's words that come near, ", @sipri:nato, @nato"; "" if none do. */
const char *place_group_nearest(struct str word, struct arena *arena);

/* In order of places, then of years: a place may have left and come back. */
size_t place_group_members(const struct place_group *group,
                           const struct membership **members);

/* The groups of a list; none of any other group. */
size_t place_group_parts(const struct place_group *group,
                         const struct place_group *const **parts);

/* The years in which the place is a member. */
struct year_set place_group_years(const struct place_group *group,
                                  const struct place *place);

/* Whether anybody joined or left it. */
bool place_group_is_dated(const struct place_group *group);

/* The organisation that the group lists beside the states that it is of
 * (NATO, which buys in its own name), or null. */
const struct place *place_group_itself(const struct place_group *group);

/* How many members it has in the year, itself not counted. */
size_t place_group_size(const struct place_group *group, int year);

#endif
