/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/regroup.h"

#include <assert.h>

#include "base/diag.h"
#include "base/utf8.h"

enum { SETS = 4 };

static void list_sets(struct filter *filter, struct place_set *sets[SETS])
{
    sets[0] = &filter->supplier;
    sets[1] = &filter->not_supplier;
    sets[2] = &filter->recipient;
    sets[3] = &filter->not_recipient;
}

static bool read_successors(struct request *request, struct err *err)
{
    if (!request->successor)
        return true;
    if (strcmp(request->successor, "merge") != 0)
        return succession_read(&request->succession, request->successor,
                               &request->arena, err);
    succession_add_own(&request->succession, &request->arena);
    return true;
}

/* A place that is counted under another one has no row to be asked for. */
static bool check_former(const struct request *request,
                         const struct place_item *item, struct err *err)
{
    const struct successor *counted =
        succession_find(&request->succession, item->place, item->key);
    return !counted ||
           err_set(err, ERR_REQUEST,
                   "%.*s is counted under %.*s (--successor); ask for that, or "
                   "leave --successor out",
                   STR_ARG(item->spelling), STR_ARG(counted->successor.name));
}

/* What the filter names and --merge makes is one row. */
static bool bind_set(struct request *request, struct place_set *set,
                     struct err *err)
{
    set->members = request->members;
    set->succession = request->succession.count ? &request->succession : NULL;
    for (size_t i = 0; i < set->count; i++) {
        struct place_item *item = &set->items[i];
        if (!check_former(request, item, err))
            return false;
        const struct merge_row *row = merge_row_of(&request->merge, item);
        if (!row)
            continue;
        item->row = &row->members;
        item->key = row->key;
        item->spelling = row->name;
    }
    return true;
}

bool regroup_request(struct request *request, struct err *err)
{
    struct place_set *sets[SETS];
    if (!read_successors(request, err))
        return false;
    for (size_t i = 0; i < request->merge_count; i++)
        if (!merge_add(&request->merge, str_from(request->merges[i]),
                       &request->arena, err))
            return false;
    const struct succession *succession =
        request->succession.count ? &request->succession : NULL;
    if (!merge_finish(&request->merge, request->members, succession, err))
        return false;
    list_sets(&request->filter, sets);
    for (size_t i = 0; i < SETS; i++)
        if (!bind_set(request, sets[i], err))
            return false;
    return true;
}

static bool item_is_merged(const struct merge *merge,
                           const struct place_item *item)
{
    struct arena scratch;
    arena_init(&scratch);
    struct year_set years = merge_years(
        merge, item->place ? str_from(item->place->name) : item->spelling,
        &scratch);
    const struct membership *members = NULL;
    size_t count = item->group ? place_group_members(item->group, &members) : 0;
    for (size_t i = 0; i < count && year_set_is_empty(&years); i++)
        years = merge_years(merge, str_from(members[i].place->name), &scratch);
    arena_done(&scratch);
    return !year_set_is_empty(&years);
}

/* Whether the filter names a place that a row would swallow. */
static bool set_is_merged(const struct merge *merge,
                          const struct place_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        if (!set->items[i].row && item_is_merged(merge, &set->items[i]))
            return true;
    return false;
}

/* Whether the set has a former state in other years than its successor: a
 * group of one alliance, for two German states. */
static bool set_splits(const struct succession *succession,
                       const struct map *places, const struct place_set *set)
{
    struct arena scratch;
    bool splits = false;
    arena_init(&scratch);
    for (size_t i = 0; set->count && i < places->len && !splits; i++) {
        struct str name = places->keys[i];
        const struct successor *counted = succession_find(
            succession, place_of_name(name), utf8_key(&scratch, name));
        if (!counted)
            continue;
        struct year_set own = place_set_years(set, name, &scratch);
        struct year_set other =
            place_set_years(set, counted->successor.name, &scratch);
        splits = memcmp(&own, &other, sizeof own) != 0;
    }
    arena_done(&scratch);
    return splits;
}

/* The filter of one side. */
struct side_filter {
    const struct place_set *only;
    const struct place_set * not ;
    bool done; /* while reading: nothing need be found again */
};

static struct side_filter filter_of(const struct request *request,
                                    const struct need *need, bool supplier)
{
    const struct filter *asked = &request->filter;
    const struct filter *applied = &need->applied;
    if (supplier)
        return (struct side_filter){&asked->supplier, &asked->not_supplier,
                                    applied->supplier.count ||
                                        applied->not_supplier.count};
    return (struct side_filter){&asked->recipient, &asked->not_recipient,
                                applied->recipient.count ||
                                    applied->not_recipient.count};
}

static bool merges_side(const struct merge *merge, struct side_filter filter)
{
    return filter.done || (!set_is_merged(merge, filter.only) &&
                           !set_is_merged(merge, filter.not ));
}

static bool succeeds_side(const struct succession *succession,
                          const struct map *places, struct side_filter filter)
{
    return filter.done || (!set_splits(succession, places, filter.only) &&
                           !set_splits(succession, places, filter.not ));
}

/* A file of one place's trade says so in its title, under its own name. */
static bool can_renumber(const struct scope_side *side)
{
    return side->divided && side->extent != SCOPE_ONE;
}

static bool recode_side(struct recode *recode, const struct request *request,
                        const struct need *need, struct release *release,
                        size_t names, bool supplier, struct err *err)
{
    const struct scope *scope = &release->study.scope;
    const struct merge nothing = {0};
    struct map *places = &release->names.places;
    struct side_filter filter = filter_of(request, need, supplier);
    bool can = can_renumber(supplier ? &scope->supplier : &scope->recipient);
    bool merges = can && merges_side(&request->merge, filter);
    bool succeeds = can && succeeds_side(&request->succession, places, filter);
    release->unmerged[supplier] = !merges;
    release->apart[supplier] = can && !succeeds;
    *recode = (struct recode){0};
    return !can || merge_recode(merges ? &request->merge : &nothing,
                                succeeds ? &request->succession : NULL, places,
                                names, recode, err);
}

static amount sum_of(const struct cube *cube)
{
    amount sum = 0;
    for (size_t i = 0; i < cube->len; i++)
        sum += cube->cells[i].sum;
    return sum;
}

static bool recode_cube(struct cube *cube, const struct recode *suppliers,
                        const struct recode *recipients, struct err *err)
{
    amount before = sum_of(cube);
    bool done = cube_recode(cube, suppliers, recipients, err);
    assert(!done || sum_of(cube) == before);
    (void)before;
    return done;
}

bool regroup_release(struct release *release, const struct request *request,
                     const struct need *need, struct err *err)
{
    struct recode suppliers = {0};
    struct recode recipients = {0};
    if (!request->merge.count && !request->succession.count)
        return true;
    size_t names = release->names.places.len;
    bool done =
        recode_side(&suppliers, request, need, release, names, true, err) &&
        recode_side(&recipients, request, need, release, names, false, err);
    struct cube *cubes[] = {&release->cube, &release->margins[0],
                            &release->margins[1]};
    for (size_t i = 0; done && i < sizeof cubes / sizeof cubes[0]; i++)
        done = recode_cube(cubes[i], &suppliers, &recipients, err);
    if (done)
        deals_recode(&release->deals, &suppliers, &recipients);
    release->study.merged = request->merge.count > 0;
    recode_done(&suppliers);
    recode_done(&recipients);
    return done;
}

bool regroup_merges_nothing(const struct request *request,
                            const struct release *release)
{
    unsigned dims = release->cube.dims;
    bool merged = (dims & DIM_SUPPLIER && !release->unmerged[1]) ||
                  (dims & DIM_RECIPIENT && !release->unmerged[0]);
    return request->merge.count && !merged;
}
