/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/group.h"

#include <assert.h>
#include <stdlib.h>

#include "analysis/group_ranks.h"
#include "base/mem.h"
#include "trade/place.h"

amount cell_low(const struct cube_cell *cell)
{
    amount low = cell->sum - cell->half_width + cell->half_below;
    return low > 0 ? low : 0; /* no delivery is negative */
}

amount cell_high(const struct cube_cell *cell)
{
    return cell->sum + cell->half_width;
}

struct cube_key group_key(enum by by, const struct cube_key *cell)
{
    struct cube_key key = {NAME_NONE, NAME_NONE, NAME_NONE, NAME_NONE, 0};
    if (by == BY_SUPPLIER || by == BY_PAIR)
        key.supplier = cell->supplier;
    if (by == BY_RECIPIENT || by == BY_PAIR)
        key.recipient = cell->recipient;
    if (by == BY_CATEGORY)
        key.category = cell->category;
    if (by == BY_WEAPON)
        key.description = cell->description;
    return key;
}

static void name_entity(struct entity *entity, const struct names *names,
                        enum by by)
{
    const struct cube_key *key = &entity->key;
    entity->second = (struct str){"", 0};
    switch (by) {
    case BY_SUPPLIER:
        entity->name = names_text(&names->places, key->supplier);
        entity->place = place_of_name(entity->name);
        break;
    case BY_PAIR:
        entity->name = names_text(&names->places, key->supplier);
        entity->second = names_text(&names->places, key->recipient);
        break;
    case BY_RECIPIENT:
        entity->name = names_text(&names->places, key->recipient);
        entity->place = place_of_name(entity->name);
        break;
    case BY_CATEGORY:
        entity->name = names_text(&names->categories, key->category);
        break;
    case BY_WEAPON:
        entity->name = names_text(&names->descriptions, key->description);
        break;
    case BY_WORLD:
        entity->name = STR("World");
        break;
    }
}

bool group_takes(const struct group_masks *masks, const struct cube_cell *cell)
{
    const struct cube_key *key = &cell->key;
    if (masks->supplier &&
        !year_set_has(&masks->supplier[key->supplier], key->year))
        return false;
    if (masks->recipient &&
        !year_set_has(&masks->recipient[key->recipient], key->year))
        return false;
    return masks->category == NAME_NONE || key->category == masks->category;
}

static void add_cell(struct group *group, struct entity *entity,
                     const struct cube_cell *cell)
{
    struct period now = group->periods.now;
    int year = cell->key.year;
    if (period_has(now, year)) {
        entity->years[year - now.from] += cell->sum;
        entity->moving[year - now.from] += cell->year_estimated;
        entity->recorded[year - now.from] |= cell->rows > 0;
        cube_cell_add(&entity->now, cell);
        cube_cell_add(&group->now, cell);
    }
    if (period_has(group->periods.before, year)) {
        cube_cell_add(&entity->before, cell);
        cube_cell_add(&group->before, cell);
    }
}

int entity_name_order(const struct entity *a, const struct entity *b)
{
    int names = str_cmp(a->name, b->name);
    return names ? names : str_cmp(a->second, b->second);
}

/* By amount, then rows before none, then names. */
static int entity_order(const void *left, const void *right)
{
    const struct entity *a = left;
    const struct entity *b = right;
    if ((a->now.rows > 0) != (b->now.rows > 0))
        return a->now.rows > 0 ? -1 : 1;
    if (a->now.sum != b->now.sum)
        return a->now.sum > b->now.sum ? -1 : 1;
    return entity_name_order(a, b);
}

/* Its bytes: a key has no gaps between its members. */
static struct str key_text(const struct cube_key *key)
{
    static_assert(sizeof *key == 4 * sizeof key->supplier + sizeof key->year,
                  "bytes of keys are compared");
    return (struct str){(const char *)key, sizeof *key};
}

void group_number(const struct group *group, struct map *numbers)
{
    for (size_t i = 0; i < group->count; i++)
        map_intern(numbers, key_text(&group->entities[i].key));
}

uint32_t group_find(const struct map *numbers, const struct cube_key *key)
{
    return map_find(numbers, key_text(key));
}

/* Number of entities, and the entity of each cell of the cube. */
static size_t number_entities(const struct study *study, enum by by,
                              const struct group_masks *masks,
                              uint32_t *entity_of)
{
    const struct cube *cube = study->cube;
    struct map keys;
    map_init(&keys);
    for (size_t i = 0; i < cube->len; i++) {
        entity_of[i] = MAP_NONE;
        if (!group_takes(masks, &cube->cells[i]))
            continue;
        struct cube_key key = group_key(by, &cube->cells[i].key);
        entity_of[i] = map_intern(&keys, key_text(&key));
    }
    size_t count = keys.len;
    map_done(&keys);
    return count;
}

static void fill_entities(struct group *group, const struct study *study,
                          enum by by, const uint32_t *entity_of)
{
    const struct cube *cube = study->cube;
    size_t years = (size_t)period_length(group->periods.now);
    for (size_t i = 0; i < cube->len; i++) {
        if (entity_of[i] == MAP_NONE)
            continue;
        struct entity *entity = &group->entities[entity_of[i]];
        if (!entity->years) {
            entity->key = group_key(by, &cube->cells[i].key);
            entity->years =
                arena_alloc(study->arena, years + 1, sizeof *entity->years);
            entity->moving =
                arena_alloc(study->arena, years + 1, sizeof *entity->moving);
            entity->recorded =
                arena_alloc(study->arena, years + 1, sizeof *entity->recorded);
            name_entity(entity, study->names, by);
        }
        add_cell(group, entity, &cube->cells[i]);
    }
}

int entity_years_with_records(const struct entity *entity, int length)
{
    int years = 0;
    for (int i = 0; i < length; i++)
        years += entity->recorded[i];
    return years;
}

static bool is_unknown(const struct entity *entity)
{
    return entity->place ? entity->place->kind == PLACE_UNKNOWN
                         : study_is_unknown(entity->name);
}

void group_build(struct group *group, const struct study *study, enum by by,
                 const struct periods *periods, struct group_masks masks)
{
    *group = (struct group){.periods = *periods};
    uint32_t *entity_of = mem_alloc(study->cube->len, sizeof *entity_of);
    group->count = number_entities(study, by, &masks, entity_of);
    group->entities =
        arena_alloc(study->arena, group->count + 1, sizeof *group->entities);
    fill_entities(group, study, by, entity_of);
    mem_free(entity_of);
    qsort(group->entities, group->count, sizeof *group->entities, entity_order);
    while (group->ranked < group->count &&
           group->entities[group->ranked].now.rows)
        group->ranked++;
    if (masks.order_only) {
        group_rank_now(group);
        return;
    }
    group_rank_all(group, masks.ties, study->integers);
    for (size_t i = 0; i < group->ranked; i++) {
        if (is_unknown(&group->entities[i]))
            cube_cell_add(&group->unknown, &group->entities[i].now);
    }
}

const struct entity **group_by_place(const struct group *group,
                                     const struct study *study)
{
    const struct entity **entities = arena_alloc(
        study->arena, study->names->places.len + 1, sizeof(*entities));
    for (size_t i = 0; i < group->count; i++) {
        const struct cube_key *key = &group->entities[i].key;
        uint32_t place =
            key->supplier == NAME_NONE ? key->recipient : key->supplier;
        entities[place] = &group->entities[i];
    }
    return entities;
}
