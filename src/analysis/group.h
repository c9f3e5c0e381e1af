/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of one period and the one before, by entity (supplier, recipient,
 * pair, category, weapon), ranked. Exact integers throughout; ties are equal
 * sums and are listed by name. */
#ifndef ANALYSIS_GROUP_H
#define ANALYSIS_GROUP_H

#include <stdbool.h>
#include <stddef.h>

#include "analysis/study.h"
#include "analysis/ties.h"
#include "base/map.h"

/* Ranks by the rule of ties that was asked for, in halves (ties.h). */
struct rank_halves {
    size_t now; /* 0: no record */
    size_t before;
    size_t loyo_best; /* when one year is left out, over those that leave a
                         record; 0: one year, or undivided ones */
    size_t loyo_worst;
};

struct entity {
    struct cube_key key;       /* NAME_NONE on the summed sides */
    struct str name;           /* what it is listed under */
    struct str second;         /* of a pair: the recipient; else empty */
    const struct place *place; /* that the name of a supplier or recipient
                                  means, or null */
    struct cube_cell now;      /* rows 0: no record in the period */
    struct cube_cell before;
    amount *years;  /* amount in each year of the period */
    amount *moving; /* of it, what rests on an estimated delivery year */
    bool *recorded; /* a record in each year of the period */
    size_t rank;    /* competition rank in the period, which orders and cuts
                       lists; 0: no record */
    size_t previous_rank;
    bool tied; /* shares its amount */
    struct rank_halves halves;
    size_t rounding_best; /* 0: not an integer table */
    size_t rounding_worst;
};

struct group {
    struct entity *entities; /* by rank, then name; without record last */
    size_t count;
    size_t ranked; /* with a record in the period */
    size_t ranked_before;
    struct cube_cell now; /* everything that was grouped */
    struct cube_cell before;
    struct cube_cell unknown; /* of it, from unknown suppliers (listing
                                 suppliers) or to unknown recipients */
    struct periods periods;
};

/* Which cells take part, by place and year; null masks: all. What is wanted of
 * them. */
struct group_masks {
    const struct year_set *supplier;
    const struct year_set *recipient;
    uint32_t category; /* NAME_NONE: all */
    bool order_only;   /* of ranks, those of the period; nothing unknown */
    enum ties ties;    /* rule of the ranks in halves */
};

bool group_takes(const struct group_masks *masks, const struct cube_cell *cell);

/* Groups the study's cube; everything lives in the study's arena. */
void group_build(struct group *group, const struct study *study, enum by by,
                 const struct periods *periods, struct group_masks masks);

/* What a cell or a row with that key belongs to. */
struct cube_key group_key(enum by by, const struct cube_key *key);

/* Numbers the entities by their keys: number i is that of entities[i], when the
 * map was empty. */
void group_number(const struct group *group, struct map *numbers);

/* The number of that key, or MAP_NONE. */
uint32_t group_find(const struct map *numbers, const struct cube_key *key);

/* The entity of each of the reading's places, or null; by supplier or recipient
 * only. In the study's arena. */
const struct entity **group_by_place(const struct group *group,
                                     const struct study *study);

/* By name, a pair by both. */
int entity_name_order(const struct entity *a, const struct entity *b);

/* Years of the period (of that length) with a record. */
int entity_years_with_records(const struct entity *entity, int length);

/* The interval in which a sum lies, from printed rounding (methods 2.3 a). */
amount cell_low(const struct cube_cell *cell);
amount cell_high(const struct cube_cell *cell);

#endif
