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

struct value markets_points(const struct periods *periods, amount effect,
                            const struct cube_cell *before)
{
    return value_ratio(effect * markets_scale(periods),
                       before->sum * markets_weight(periods, false));
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

static uint32_t market_of(struct numbering *numbering,
                          const struct cube_cell *cell, uint32_t *category)
{
    uint32_t key[2] = {cell->key.recipient,
                       numbering->by_category ? cell->key.category : 0};
    *category = number(&numbering->categories, &key[1], sizeof key[1]);
    return number(&numbering->markets, key, sizeof key);
}

/* The cells of both periods, as sales to markets. */
static struct sale *sales_of(struct numbering *numbering,
                             const struct cube *cube,
                             const struct periods *periods,
                             struct group_masks masks, size_t *count)
{
    struct sale *sales = mem_alloc(cube->len, sizeof *sales);
    masks.supplier = NULL;
    *count = 0;
    for (size_t i = 0; i < cube->len; i++) {
        const struct cube_cell *cell = &cube->cells[i];
        bool now = period_has(periods->now, cell->key.year);
        uint32_t category;
        if ((!now && !period_has(periods->before, cell->key.year)) ||
            !group_takes(&masks, cell))
            continue;
        sales[(*count)++] =
            (struct sale){.market = market_of(numbering, cell, &category),
                          .supplier = cell->key.supplier,
                          .year = cell->key.year,
                          .now = now,
                          .sum = cell->sum * markets_weight(periods, now)};
    }
    return sales;
}

static void add_everybody(struct markets *markets, const struct sale *sales,
                          size_t count, struct arena *arena)
{
    markets->everybody =
        arena_alloc(arena, 2 * markets->count + 1, sizeof *markets->everybody);
    for (size_t i = 0; i < count; i++)
        markets->everybody[2 * sales[i].market + sales[i].now] += sales[i].sum;
}

static void set_categories(struct markets *markets,
                           const struct numbering *numbering)
{
    for (size_t i = 0; i < markets->count; i++) {
        uint32_t key[2];
        memcpy(key, numbering->markets.keys[i].ptr, sizeof key);
        struct str category = {(const char *)&key[1], sizeof key[1]};
        markets->items[i].category = map_find(&numbering->categories, category);
    }
}

void markets_build(struct markets *markets, const struct study *study,
                   const struct periods *periods, struct group_masks masks,
                   bool by_category)
{
    struct study all = study_of_side(study, false);
    struct numbering numbering = {.by_category = by_category};
    struct arena *arena = study->arena;
    size_t count;
    map_init(&numbering.markets);
    map_init(&numbering.categories);
    *markets = (struct markets){.scale = markets_scale(periods)};
    struct sale *sales =
        sales_of(&numbering, study->cube, periods, masks, &markets->sale_count);
    markets->sales =
        arena_alloc(arena, markets->sale_count + 1, sizeof *markets->sales);
    if (markets->sale_count)
        memcpy(markets->sales, sales, markets->sale_count * sizeof *sales);
    mem_free(sales);
    sales = sales_of(&numbering, all.cube, periods, masks, &count);
    markets->count = numbering.markets.len;
    markets->categories = numbering.categories.len;
    markets->items =
        arena_alloc(arena, markets->count + 1, sizeof *markets->items);
    add_everybody(markets, sales, count, arena);
    mem_free(sales);
    set_categories(markets, &numbering);
    map_done(&numbering.markets);
    map_done(&numbering.categories);
}

void markets_assign(struct markets *markets, const struct year_set *suppliers,
                    uint32_t supplier, bool others_only)
{
    for (size_t i = 0; i < markets->count; i++) {
        struct market *market = &markets->items[i];
        market->own[0] = market->own[1] = 0;
        market->all[0] = markets->everybody[2 * i];
        market->all[1] = markets->everybody[2 * i + 1];
    }
    for (size_t i = 0; i < markets->sale_count; i++) {
        const struct sale *sale = &markets->sales[i];
        struct market *market = &markets->items[sale->market];
        if (suppliers ? !year_set_has(&suppliers[sale->supplier], sale->year)
                      : sale->supplier != supplier)
            continue;
        market->own[sale->now] += sale->sum;
        if (others_only)
            market->all[sale->now] -= sale->sum;
    }
}
