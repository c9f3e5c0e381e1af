/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/cube_cells.h"

#include <assert.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"

struct cube_slot {
    uint32_t tag;    /* of the key's hash: most other cells stay unread */
    uint32_t number; /* of the cell + 1, or 0 */
};

void cube_init(struct cube *cube, unsigned dims)
{
    *cube = (struct cube){.dims = dims};
    for (unsigned char i = 0; i < CUBE_SECRETS; i++)
        cube->secrets[i] = map_hash(&i, 1) | 1;
}

void cube_done(struct cube *cube)
{
    mem_free(cube->cells);
    mem_free(cube->slots);
    mem_free(cube->direct);
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

/* Both sides, and both kinds of goods, as one word each: half the work of
 * comparing and hashing. */
struct words {
    uint64_t sides, goods;
    uint32_t year;
};

static inline struct words words_of(const struct cube_key *key)
{
    struct words words = {.year = (uint32_t)key->year};
    memcpy(&words.sides, &key->supplier, sizeof(words.sides));
    memcpy(&words.goods, &key->category, sizeof(words.goods));
    return words;
}

static inline bool same_key(const struct cube_key *a, const struct cube_key *b)
{
    struct words x = words_of(a), y = words_of(b);
    return x.sides == y.sides && x.goods == y.goods && x.year == y.year;
}

/* Dictionary numbers are dense and small, so a fast hash does; multipliers
 * that a file cannot know keep it from choosing what collides. */
static uint64_t hash_of(const struct cube *cube, const struct cube_key *key)
{
    const uint64_t *secrets = cube->secrets;
    struct words words = words_of(key);
    uint64_t hash = words.sides * secrets[0] + words.goods * secrets[1] +
                    words.year * secrets[2];
    return (hash ^ hash >> 32) * secrets[3];
}

static uint32_t tag_of(uint64_t hash)
{
    return (uint32_t)hash;
}

/* The slot that holds the key, or the empty one where it belongs. */
static struct cube_slot *find_slot(const struct cube *cube,
                                   const struct cube_key *key, uint64_t hash)
{
    size_t mask = cube->slot_count - 1;
    for (size_t at = (size_t)(hash >> 32) & mask;; at = (at + 1) & mask) {
        struct cube_slot *slot = &cube->slots[at];
        if (slot->number == 0 ||
            (slot->tag == tag_of(hash) &&
             same_key(&cube->cells[slot->number - 1].key, key)))
            return slot;
    }
}

/* Whether the limit of memory has room for more cells; if not, the cube is full
 * for good. */
static bool may_grow(struct cube *cube, size_t count, size_t size)
{
    cube->full = cube->full || !mem_allows(mem_product(count, size));
    return !cube->full;
}

/* At most half of the slots are taken, so a search ends soon. */
static bool grow_slots(struct cube *cube)
{
    size_t count = cube->slot_count > 0 ? cube->slot_count * 2 : 64;
    if (!may_grow(cube, count, sizeof(*cube->slots)))
        return false;
    mem_free(cube->slots);
    cube->slot_count = count;
    cube->slots = mem_alloc(count, sizeof(*cube->slots));
    for (size_t i = 0; i < cube->len; i++) {
        const struct cube_key *key = &cube->cells[i].key;
        uint64_t hash = hash_of(cube, key);
        *find_slot(cube, key, hash) =
            (struct cube_slot){tag_of(hash), (uint32_t)i + 1};
    }
    return true;
}

static bool grow_cells(struct cube *cube)
{
    size_t cap = cube->cap > 0 ? cube->cap * 2 : 32;
    if (!may_grow(cube, cap, sizeof(*cube->cells)))
        return false;
    cube->cells = mem_resize(cube->cells, cap, sizeof(*cube->cells));
    cube->cap = cap;
    return true;
}

static bool add_cell(struct cube *cube, struct cube_key key)
{
    if (cube->len == UINT32_MAX)
        mem_exhausted();
    if (cube->len == cube->cap && !grow_cells(cube))
        return false;
    cube->cells[cube->len++] = (struct cube_cell){.key = key};
    return true;
}

uint32_t cube_find(struct cube *cube, struct cube_key key)
{
    if (cube->last < cube->len && same_key(&cube->cells[cube->last].key, &key))
        return cube->last;
    if (cube->len >= cube->slot_count / 2 && !grow_slots(cube))
        return UINT32_MAX;
    uint64_t hash = hash_of(cube, &key);
    struct cube_slot *slot = find_slot(cube, &key, hash);
    if (slot->number == 0) {
        if (!add_cell(cube, key))
            return UINT32_MAX;
        *slot = (struct cube_slot){tag_of(hash), (uint32_t)cube->len};
    }
    return cube->last = slot->number - 1;
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

bool cube_in_limits(amount sum)
{
    return sum <= CUBE_LARGEST_SUM && sum >= -CUBE_LARGEST_SUM;
}

/* Whether all sums stay in their limits; both sides are in them. */
static bool fits(const struct cube_cell *cell, const struct cube_cell *term)
{
    return cube_in_limits(cell->sum + term->sum) &&
           cube_in_limits(cell->items_estimated + term->items_estimated) &&
           cube_in_limits(cell->year_estimated + term->year_estimated) &&
           cube_in_limits(cell->half_width + term->half_width);
}

/* The first flow decides what the cube counts. */
bool cube_same_unit(struct cube *cube, enum unit unit, enum measure measure,
                    struct err *err)
{
    if (!cube->begun) {
        cube->begun = true;
        cube->unit = unit;
        cube->measure = measure;
    }
    if (unit == cube->unit && measure == cube->measure)
        return true;
    return err_set(err, ERR_REQUEST,
                   "two units are never added: %s (%s) and %s (%s); put the "
                   "rows of each into a file of its own",
                   unit_title(cube->unit), measure_word(cube->measure),
                   unit_title(unit), measure_word(measure));
}

bool cube_fault(const struct cube *cube, struct err *err)
{
    if (cube->full)
        return err_set(err, ERR_REQUEST,
                       "the answer has more than %zu different cells, and "
                       "--max-memory leaves no room for them; ask about one "
                       "side or fewer kinds of goods, or raise it",
                       cube->len);
    return err_set(err, ERR_DATA,
                   "a sum of amounts passes 10^24 units; the amounts or "
                   "their unit must be wrong");
}

bool cube_add(struct cube *cube, const struct flow *flow, struct err *err)
{
    if (!cube_same_unit(cube, flow->unit, flow->measure, err))
        return false;
    struct cube_cell term = cell_of(flow);
    if (!cube_in_limits(term.sum) || !cube_in_limits(term.half_width))
        return cube_fault(cube, err);
    uint32_t number = cube_find(cube, key_of(flow, cube->dims));
    if (cube->full || !fits(&cube->cells[number], &term))
        return cube_fault(cube, err);
    cube_cell_add(&cube->cells[number], &term);
    return true;
}

bool cube_merge(struct cube *cube, struct cube *other, struct err *err)
{
    assert(cube->dims == other->dims);
    if (other->begun && !cube_same_unit(cube, other->unit, other->measure, err))
        return false;
    for (size_t i = 0; i < other->len; i++) {
        const struct cube_cell *term = &other->cells[i];
        uint32_t number = cube_find(cube, term->key);
        if (cube->full || !fits(&cube->cells[number], term))
            return cube_fault(cube, err);
        cube_cell_add(&cube->cells[number], term);
    }
    other->len = 0;
    if (other->slots)
        memset(other->slots, 0, other->slot_count * sizeof(*other->slots));
    cube_forget_direct(other);
    return true;
}

void cube_count_like(struct cube *cube, const struct cube *other)
{
    if (cube->begun)
        return;
    cube->begun = other->begun;
    cube->unit = other->unit;
    cube->measure = other->measure;
}

static bool take(void *context, const struct flow *flow, struct err *err)
{
    return cube_add(context, flow, err);
}

static bool take_columns(void *context, struct flow_columns *columns,
                         struct err *err)
{
    return cube_add_columns(context, columns, err);
}

struct flow_sink cube_sink(struct cube *cube)
{
    return (struct flow_sink){
        .take = take, .take_columns = take_columns, .context = cube};
}
