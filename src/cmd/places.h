/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside `places`: its columns, and what its parts make of them. */
#ifndef CMD_PLACES_H
#define CMD_PLACES_H

#include "cmd/request.h"
#include "result/result.h"
#include "trade/place.h"
#include "trade/place_group.h"

enum {
    C_NAME,
    C_MATCHED,
    C_ISO3,
    C_KIND,
    C_FROM_YEAR,
    C_TO_YEAR,
    C_GROUP,
    C_GROUP_AUTHOR,
    C_COUNT,
    /* Of --unmatched only. */
    C_ROWS = C_COUNT,
    C_NEAREST,
};

/* An empty result with the command's columns. */
struct result *places_result(void);

/* A place, as `name` was asked for, with its region. */
void places_add(struct result *result, struct str name,
                const struct place *place);

/* The members of a group, those of `members` only (0: all, with their years).
 */
void places_add_members(struct result *result, const struct place_group *group,
                        int members);

/* What a person sees: the groups; places by name; the members of groups. */
void places_view_groups(struct result *result, int year);
void places_view_names(struct result *result);
void places_view_members(struct result *result,
                         const struct place_group *const *groups, size_t count,
                         int members);

/* "1992–2006", "–1991", "" */
const char *places_years(struct arena *arena, const struct value *row);

/* Reads the file that --unmatched names and lists the names that no table has.
 * Null on failure. */
struct result *places_unmatched(struct request *request, struct err *err);

#endif
