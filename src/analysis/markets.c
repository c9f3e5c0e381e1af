/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/markets.h"

#include "base/map.h"
#include "base/mem.h"

amount markets_weight(const struct periods *periods, bool now)
{
    if (!periods->means)
        return 1;
    return period_length(now ? periods->before : periods->now);
}

amount markets_scale(const struct periods *periods)
{
    return markets_weight(periods, true) * markets_weight(periods, false);
}

/* Numbers of markets and of their categories. */
struct numbering {
    struct map markets;
    struct map categories;
    bool by_category;
};

static uint32_t number(struct map *map, const void *key, size_t size)
{
    return map_intern(map, (struct str){key, size});
}

static uint32_t number_cell(struct numbering *numbering,
                            const struct cube_cell *cell, uint32_t *category)
{
    uint32_t key[2] = {cell->key.recipient,
                       numbering->by_category ? cell->key.category : 0};
    *category = number(&numbering->categories, &key[1], sizeof key[1]);
    return number(&numbering->markets, key, sizeof key);
}

/* Walks the cells of both periods; with items null it only numbers them. */
static void walk(struct numbering *numbering, struct market *items,
                 const struct cube *cube, const struct periods *periods,
                 struct group_masks masks, bool own)
{
    for (size_t i = 0; i < cube->len; i++) {
        const struct cube_cell *cell = &cube->cells[i];
        bool now = period_has(periods->now, cell->key.year);
        uint32_t category;
        if ((!now && !period_has(periods->before, cell->key.year)) ||
            !group_takes(&masks, cell))
            continue;
        uint32_t at = number_cell(numbering, cell, &category);
        if (!items)
            continue;
        amount sum = cell->sum * markets_weight(periods, now);
        items[at].category = category;
        *(own ? &items[at].own[now] : &items[at].all[now]) += sum;
    }
}

void markets_build(struct markets *markets, const struct study *study,
                   const struct periods *periods,
                   const struct market_choice *choice)
{
    struct study all = study_of_side(study, false);
    struct numbering numbering = {.by_category = choice->by_category};
    struct group_masks everybody = {.recipient = choice->recipient,
                                    .category = choice->category};
    struct group_masks own = everybody;
    own.supplier = choice->supplier;
    map_init(&numbering.markets);
    map_init(&numbering.categories);
    walk(&numbering, NULL, all.cube, periods, everybody, false);
    *markets = (struct markets){.count = numbering.markets.len,
                                .categories = numbering.categories.len,
                                .scale = markets_scale(periods)};
    markets->items =
        arena_alloc(study->arena, markets->count + 1, sizeof *markets->items);
    walk(&numbering, markets->items, all.cube, periods, everybody, false);
    walk(&numbering, markets->items, study->cube, periods, own, true);
    map_done(&numbering.markets);
    map_done(&numbering.categories);
    for (size_t i = 0; choice->others_only && i < markets->count; i++) {
        struct market *market = &markets->items[i];
        market->all[0] -= market->own[0];
        market->all[1] -= market->own[1];
    }
}
