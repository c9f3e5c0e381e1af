/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/decomposition.h"

#include <assert.h>

#include "base/mem.h"
#include "stat/inequality.h"
#include "stat/sum.h"

static struct theil nothing(enum undefined reason)
{
    struct estimate none = estimate_none(reason);
    return (struct theil){none, none, none};
}

static void set_indices(struct theil_group *group, const struct units *units)
{
    *group = (struct theil_group){
        .count = units->count,
        .total = units->total,
        .t = nothing(units_state(units)),
        .l = nothing(units_state(units)),
    };
    group->t.index = inequality_theil_t(units);
    group->l.index = inequality_theil_l(units);
}

static void measure_group(struct theil_group *part, const double *values,
                          const size_t *groups, size_t count, size_t group,
                          double *room)
{
    struct units units;
    size_t own = 0;
    for (size_t i = 0; i < count; i++)
        if (groups[i] == group)
            room[own++] = values[i];
    units_init(&units, room, own);
    set_indices(part, &units);
    units_done(&units);
}

/* What the group adds to the whole. One whose units are all 0 has no part of
 * T, and makes L undefined. */
static void place_group(struct theil_group *part,
                        const struct theil_group *whole)
{
    double units = (double)part->count / (double)whole->count;
    double amount = part->total / whole->total;
    double mean = amount / units; /* mu_g / mu */
    if (estimate_is(part->t.index)) {
        part->t.within = estimate_of(amount * part->t.index.value);
        part->t.between = estimate_of(amount * log(mean));
    } else {
        part->t.within = part->t.between = estimate_of(0);
    }
    if (estimate_is(part->l.index)) {
        part->l.within = estimate_of(units * part->l.index.value);
        part->l.between = estimate_of(units * -log(mean));
    } else {
        part->l.within = part->l.between = part->l.index;
    }
}

static void check_identity(const struct theil *theil)
{
    if (!estimate_is(theil->index))
        return;
    double parts = theil->within.value + theil->between.value;
    double size = fmax(1, theil->index.value);
    assert(fabs(theil->index.value - parts) <= 1e-12 * size);
    (void)parts;
    (void)size;
}

static void add_groups(const struct theil_group *parts, size_t group_count,
                       struct theil_group *whole)
{
    struct sum within[2] = {{0}};
    struct sum between[2] = {{0}};
    for (size_t i = 0; i < group_count; i++) {
        if (!parts[i].count)
            continue;
        sum_add(&within[0], parts[i].t.within.value);
        sum_add(&between[0], parts[i].t.between.value);
        sum_add(&within[1], parts[i].l.within.value);
        sum_add(&between[1], parts[i].l.between.value);
    }
    whole->t.within = estimate_of(sum_value(&within[0]));
    whole->t.between = estimate_of(sum_value(&between[0]));
    whole->l.within = whole->l.between = whole->l.index;
    if (estimate_is(whole->l.index)) {
        whole->l.within = estimate_of(sum_value(&within[1]));
        whole->l.between = estimate_of(sum_value(&between[1]));
    }
    check_identity(&whole->t);
    check_identity(&whole->l);
}

void decomposition_theil(const double *values, const size_t *groups,
                         size_t count, size_t group_count,
                         struct theil_group *parts, struct theil_group *whole)
{
    struct units units;
    double *room = mem_alloc(count, sizeof *room);
    units_init(&units, values, count);
    set_indices(whole, &units);
    enum undefined state = units_state(&units);
    for (size_t i = 0; i < group_count; i++) {
        measure_group(&parts[i], values, groups, count, i, room);
        if (state == DEFINED && parts[i].count)
            place_group(&parts[i], whole);
    }
    if (state == DEFINED)
        add_groups(parts, group_count, whole);
    units_done(&units);
    mem_free(room);
}
