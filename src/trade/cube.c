/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/cube.h"

#include <assert.h>

#include "base/map.h"
#include "base/mem.h"

/* 10^30 millionths. Far below the end of an amount, so that sums over all
 * cells of a cube need no check of their own. */
#define LARGEST_SUM ((amount)1000000000000000 * 1000000000000000)

struct cube_slot {
    uint32_t tag;    /* of the key's hash: most other cells stay unread */
    uint32_t number; /* of the cell + 1, or 0 */
};

void cube_init(struct cube *cube, unsigned dims)
{
    *cube = (struct cube){.dims = dims, .seed = map_hash("", 0)};
}

void cube_done(struct cube *cube)
{
    mem_free(cube->cells);
    mem_free(cube->slots);
    cube_init(cube, cube->dims);
}

static struct cube_key key_of(const struct flow *flow, unsigned dims)
{
    return (struct cube_key){
        .supplier = dims & DIM_SUPPLIER ? flow->supplier : NAME_NONE,
        .recipient = dims & DIM_RECIPIENT ? flow->recipient : NAME_NONE,
        .category = dims & DIM_CATEGORY ? flow->category : NAME_NONE,
        .description = dims & DIM_DESCRIPTION ? flow->description : NAME_NONE,
        .year = dims & DIM_YEAR ? flow->year : 0,
    };
}

static bool same_key(const struct cube_key *a, const struct cube_key *b)
{
    return a->supplier == b->supplier && a->recipient == b->recipient &&
           a->category == b->category && a->description == b->description &&
           a->year == b->year;
}

static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0x9e3779b97f4a7c15;
    return hash ^ hash >> 32;
}

/* Dictionary numbers are dense and small, so a fast hash does; the seed keeps
 * a file from knowing it. */
static uint64_t hash_of(const struct cube *cube, const struct cube_key *key)
{
    uint64_t hash = cube->seed;
    hash = mix(hash, (uint64_t)key->supplier << 32 | key->recipient);
    hash = mix(hash, (uint64_t)key->category << 32 | key->description);
    return mix(hash, (uint32_t)key->year);
}

static uint32_t tag_of(uint64_t hash)
{
    return (uint32_t)(hash >> 32);
}

/* The slot that holds the key, or the empty one where it belongs. */
static struct cube_slot *find_slot(const struct cube *cube,
                                   const struct cube_key *key, uint64_t hash)
{
    size_t mask = cube->slot_count - 1;
    for (size_t at = (size_t)hash & mask;; at = (at + 1) & mask) {
        struct cube_slot *slot = &cube->slots[at];
        if (slot->number == 0 ||
            (slot->tag == tag_of(hash) &&
             same_key(&cube->cells[slot->number - 1].key, key)))
            return slot;
    }
}

/* At most half of the slots are taken, so a search ends soon. */
static void grow_slots(struct cube *cube)
{
    mem_free(cube->slots);
    cube->slot_count = cube->slot_count > 0 ? cube->slot_count * 2 : 64;
    cube->slots = mem_alloc(cube->slot_count, sizeof(*cube->slots));
    for (size_t i = 0; i < cube->len; i++) {
        const struct cube_key *key = &cube->cells[i].key;
        uint64_t hash = hash_of(cube, key);
        *find_slot(cube, key, hash) =
            (struct cube_slot){tag_of(hash), (uint32_t)i + 1};
    }
}

static void add_cell(struct cube *cube, struct cube_key key)
{
    if (cube->len == UINT32_MAX)
        mem_exhausted();
    if (cube->len == cube->cap) {
        cube->cap = cube->cap > 0 ? cube->cap * 2 : 32;
        cube->cells = mem_resize(cube->cells, cube->cap, sizeof(*cube->cells));
    }
    cube->cells[cube->len++] = (struct cube_cell){.key = key};
}

static struct cube_cell *find_cell(struct cube *cube, struct cube_key key)
{
    if (cube->last < cube->len && same_key(&cube->cells[cube->last].key, &key))
        return &cube->cells[cube->last];
    if (cube->len >= cube->slot_count / 2)
        grow_slots(cube);
    uint64_t hash = hash_of(cube, &key);
    struct cube_slot *slot = find_slot(cube, &key, hash);
    if (slot->number == 0) {
        add_cell(cube, key);
        *slot = (struct cube_slot){tag_of(hash), (uint32_t)cube->len};
    }
    cube->last = slot->number - 1;
    return &cube->cells[cube->last];
}

/* What is not reported is no amount: it is counted and adds nothing. */
static struct cube_cell cell_of(const struct flow *flow)
{
    if (flow->cell == CELL_NOT_REPORTED)
        return (struct cube_cell){.unreported = 1};
    bool items_estimated = flow->items_estimated == TRI_YES;
    bool year_estimated = flow->year_estimated == TRI_YES;
    bool below_half = flow->cell == CELL_BELOW_HALF;
    return (struct cube_cell){
        .sum = flow->value,
        .items_estimated = items_estimated ? flow->value : 0,
        .year_estimated = year_estimated ? flow->value : 0,
        .half_width = flow->half_width,
        .half_below = below_half ? flow->half_width : 0,
        .rows = 1,
        .below_half = below_half ? 1 : 0,
    };
}

static void add_amount(amount *sum, amount term)
{
    bool fits = amount_add(sum, term);
    assert(fits);
    (void)fits;
}

void cube_cell_add(struct cube_cell *total, const struct cube_cell *cell)
{
    add_amount(&total->sum, cell->sum);
    add_amount(&total->items_estimated, cell->items_estimated);
    add_amount(&total->year_estimated, cell->year_estimated);
    add_amount(&total->half_width, cell->half_width);
    add_amount(&total->half_below, cell->half_below);
    total->rows += cell->rows;
    total->below_half += cell->below_half;
    total->unreported += cell->unreported;
}

static bool in_limits(amount sum)
{
    return sum <= LARGEST_SUM && sum >= -LARGEST_SUM;
}

/* Whether all sums stay in their limits; both sides are in them. */
static bool fits(const struct cube_cell *cell, const struct cube_cell *term)
{
    return in_limits(cell->sum + term->sum) &&
           in_limits(cell->items_estimated + term->items_estimated) &&
           in_limits(cell->year_estimated + term->year_estimated) &&
           in_limits(cell->half_width + term->half_width);
}

/* The first flow decides what the cube counts. */
static bool same_unit(struct cube *cube, const struct flow *flow,
                      struct err *err)
{
    if (cube->len == 0) {
        cube->unit = flow->unit;
        cube->measure = flow->measure;
    }
    if (flow->unit == cube->unit && flow->measure == cube->measure)
        return true;
    return err_set(err, ERR_REQUEST,
                   "two units are never added: %s (%s) and %s (%s); put the "
                   "rows of each into a file of its own",
                   unit_title(cube->unit), measure_word(cube->measure),
                   unit_title(flow->unit), measure_word(flow->measure));
}

bool cube_add(struct cube *cube, const struct flow *flow, struct err *err)
{
    if (!same_unit(cube, flow, err))
        return false;
    struct cube_cell term = cell_of(flow);
    bool sound = in_limits(term.sum) && in_limits(term.half_width);
    struct cube_cell *cell =
        sound ? find_cell(cube, key_of(flow, cube->dims)) : NULL;
    if (!cell || !fits(cell, &term))
        return err_set(err, ERR_DATA,
                       "a sum of amounts passes 10^24 units; the amounts or "
                       "their unit must be wrong");
    cube_cell_add(cell, &term);
    return true;
}

static bool take(void *context, const struct flow *flow, struct err *err)
{
    return cube_add(context, flow, err);
}

struct flow_sink cube_sink(struct cube *cube)
{
    return (struct flow_sink){take, cube};
}
