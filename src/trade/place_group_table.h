/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The constant tables behind place_group.h. scripts/groups-table.awk makes
 * their definitions at build time and refuses data that would break an order or
 * a uniqueness below. */
#ifndef TRADE_PLACE_GROUP_TABLE_H
#define TRADE_PLACE_GROUP_TABLE_H

#include <stdint.h>

#include "trade/place_group.h"

extern const size_t place_group_table_count;
extern const struct place_group place_group_table[]; /* by author, name */

/* Of group i: [place_group_member_start[i], place_group_member_start[i + 1]),
 * those of its parts among them. */
extern const struct membership place_group_member_table[];
extern const uint16_t place_group_member_start[];

/* Of group i, likewise: the groups of a list. */
extern const struct place_group *const place_group_part_table[];
extern const uint16_t place_group_part_start[];

#endif
