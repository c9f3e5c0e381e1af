/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks of what a group holds: in its period, in the one before, with one
 * year left out, and within what printed rounding allows. */
#ifndef ANALYSIS_GROUP_RANKS_H
#define ANALYSIS_GROUP_RANKS_H

#include "analysis/group.h"

/* Competition ranks of the period, of entities in their order. */
void group_rank_now(struct group *group);

/* All ranks; those of the period and the ones before it by the rule of ties
 * too. `integers`: within printed rounding. */
void group_rank_all(struct group *group, enum ties ties, bool integers);

#endif
