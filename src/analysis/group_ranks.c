/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/group_ranks.h"

#include <stdlib.h>

#include "base/mem.h"

/* Who takes part in one list, with how much, and where that puts it. */
struct contender {
    amount sum;
    struct entity *entity;
    struct tie tie;
};

static int contender_order(const void *left, const void *right)
{
    const struct contender *a = left;
    const struct contender *b = right;
    if (a->sum != b->sum)
        return a->sum > b->sum ? -1 : 1;
    return entity_name_order(a->entity, b->entity);
}

static void place_all(struct contender *list, size_t count)
{
    size_t distinct = 0;
    qsort(list, count, sizeof *list, contender_order);
    for (size_t first = 0, end; first < count; first = end, distinct++) {
        end = first + 1;
        while (end < count && list[end].sum == list[first].sum)
            end++;
        for (size_t i = first; i < end; i++)
            list[i].tie = (struct tie){.above = first,
                                       .distinct = distinct,
                                       .equal = end - first,
                                       .before = i - first};
    }
}

void group_rank_now(struct group *group)
{
    for (size_t i = 0; i < group->ranked; i++) {
        struct entity *entity = &group->entities[i];
        bool same = i > 0 && group->entities[i - 1].now.sum == entity->now.sum;
        entity->rank = same ? group->entities[i - 1].rank : i + 1;
        if (same) {
            entity->tied = true;
            group->entities[i - 1].tied = true;
        }
    }
}

static void rank_by_rule(struct group *group, enum ties ties,
                         struct contender *list)
{
    for (size_t i = 0; i < group->ranked; i++)
        list[i] = (struct contender){.sum = group->entities[i].now.sum,
                                     .entity = &group->entities[i]};
    place_all(list, group->ranked);
    for (size_t i = 0; i < group->ranked; i++)
        list[i].entity->halves.now = ties_halves(ties, list[i].tie);
}

static void rank_before(struct group *group, enum ties ties,
                        struct contender *list)
{
    size_t count = 0;
    for (size_t i = 0; i < group->count; i++) {
        struct entity *entity = &group->entities[i];
        if (entity->before.rows)
            list[count++] =
                (struct contender){.sum = entity->before.sum, .entity = entity};
    }
    place_all(list, count);
    group->ranked_before = count;
    for (size_t i = 0; i < count; i++) {
        list[i].entity->previous_rank = list[i].tie.above + 1;
        list[i].entity->halves.before = ties_halves(ties, list[i].tie);
    }
}

static bool has_record_without(const struct entity *entity, int length,
                               int year)
{
    return entity_years_with_records(entity, length) > entity->recorded[year];
}

/* Ranks over the periods that drop one year (methods 2.2), among those that
 * have a record in the years that are left. */
static void rank_without_years(struct group *group, enum ties ties,
                               struct contender *list)
{
    int length = period_length(group->periods.now);
    if (group->periods.undivided)
        return;
    for (int year = 0; length > 1 && year < length; year++) {
        size_t count = 0;
        for (size_t i = 0; i < group->ranked; i++) {
            struct entity *entity = &group->entities[i];
            if (has_record_without(entity, length, year))
                list[count++] = (struct contender){.sum = entity->now.sum -
                                                          entity->years[year],
                                                   .entity = entity};
        }
        place_all(list, count);
        for (size_t i = 0; i < count; i++) {
            struct rank_halves *halves = &list[i].entity->halves;
            size_t rank = ties_halves(ties, list[i].tie);
            if (!halves->loyo_best || rank < halves->loyo_best)
                halves->loyo_best = rank;
            if (rank > halves->loyo_worst)
                halves->loyo_worst = rank;
        }
    }
}

static int amount_order(const void *left, const void *right)
{
    amount a = *(const amount *)left;
    amount b = *(const amount *)right;
    return a < b ? -1 : a > b;
}

/* How many of the ascending values are above (or at least) the value. */
static size_t count_above(const amount *values, size_t count, amount value,
                          bool or_equal)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool above =
            or_equal ? values[middle] >= value : values[middle] > value;
        if (above)
            high = middle;
        else
            low = middle + 1;
    }
    return count - low;
}

/* Best and worst rank that printed rounding allows (methods 2.3 a):
 * best 1 + #{lo_j >= hi_i}, worst 1 + #{hi_j > lo_i}, j other than i. */
static void rank_rounding(struct group *group)
{
    amount *lows = mem_alloc(group->ranked, sizeof *lows);
    amount *highs = mem_alloc(group->ranked, sizeof *highs);
    for (size_t i = 0; i < group->ranked; i++) {
        lows[i] = cell_low(&group->entities[i].now);
        highs[i] = cell_high(&group->entities[i].now);
    }
    qsort(lows, group->ranked, sizeof *lows, amount_order);
    qsort(highs, group->ranked, sizeof *highs, amount_order);
    for (size_t i = 0; i < group->ranked; i++) {
        struct entity *entity = &group->entities[i];
        amount low = cell_low(&entity->now);
        amount high = cell_high(&entity->now);
        size_t above = count_above(lows, group->ranked, high, true);
        size_t maybe = count_above(highs, group->ranked, low, false);
        entity->rounding_best = 1 + above - (low >= high ? 1 : 0);
        entity->rounding_worst = 1 + maybe - (high > low ? 1 : 0);
    }
    mem_free(lows);
    mem_free(highs);
}

void group_rank_all(struct group *group, enum ties ties, bool integers)
{
    struct contender *list = mem_alloc(group->count, sizeof *list);
    group_rank_now(group);
    rank_by_rule(group, ties, list);
    rank_before(group, ties, list);
    rank_without_years(group, ties, list);
    mem_free(list);
    if (integers)
        rank_rounding(group);
}
