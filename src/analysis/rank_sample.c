/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/rank_sample.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"

/* One row of the data, or what a weapon adds up to. */
struct share {
    size_t place;
    struct str weapon;
    amount value;
};

static double units(amount value)
{
    return ratio_double((struct ratio){value, AMOUNT_ONE});
}

/* Sums of these are exact in a double up to 9e15, and equal ones stay equal. */
static double millionths(amount value)
{
    return ratio_double((struct ratio){value, 1});
}

static int name_order(const void *left, const void *right)
{
    return entity_name_order(*(const struct entity *const *)left,
                             *(const struct entity *const *)right);
}

void rank_sample_init(struct rank_sample *sample, const struct ranking *ranking,
                      double error)
{
    const struct group *group = &ranking->group;
    size_t count = group->ranked;
    const struct entity **sorted = mem_alloc(count, sizeof(*sorted));
    *sample = (struct rank_sample){
        .count = count,
        .number = mem_alloc(count, sizeof *sample->number),
        .values = mem_alloc(count, sizeof *sample->values),
        .errors = mem_alloc(count, sizeof *sample->errors),
        .error_count = count,
    };
    for (size_t i = 0; i < count; i++)
        sorted[i] = &group->entities[i];
    qsort(sorted, count, sizeof *sorted, name_order);
    for (size_t i = 0; i < count; i++) {
        sample->number[sorted[i] - group->entities] = i;
        sample->values[i] = units(sorted[i]->now.sum);
        sample->errors[i] = error;
    }
    mem_free(sorted);
}

void rank_sample_done(struct rank_sample *sample)
{
    mem_free(sample->number);
    mem_free(sample->values);
    mem_free(sample->errors);
    mem_free(sample->parts);
    mem_free(sample->rows);
    mem_free(sample->first);
}

void rank_sample_whole(struct rank_sample *sample)
{
    sample->parts = mem_alloc(sample->count, sizeof *sample->parts);
    sample->part_count = sample->count;
    for (size_t i = 0; i < sample->count; i++)
        sample->parts[i] = (struct rank_part){i, i, sample->values[i]};
}

/* What the row is of: its designation, else its description. */
static struct str weapon_of(const struct names *names, const struct flow *flow)
{
    struct str name = names_text(&names->designations, flow->designation);
    return name.len ? name
                    : names_text(&names->descriptions, flow->description);
}

/* The rows that the ranking adds up. */
static struct share *take_rows(const struct rank_sample *sample,
                               const struct ranking *ranking, size_t *count)
{
    const struct study *study = ranking->study;
    const struct group *group = &ranking->group;
    const struct deals *deals = study->deals;
    struct share *shares = mem_alloc(deals->len, sizeof *shares);
    struct map numbers;
    map_init(&numbers);
    group_number(group, &numbers);
    *count = 0;
    for (size_t i = 0; i < deals->len; i++) {
        const struct flow *flow = &deals->rows[i];
        struct cube_key own = {flow->supplier, flow->recipient, flow->category,
                               flow->description, flow->year};
        struct cube_key key = group_key(ranking->question->by, &own);
        uint32_t number = group_find(&numbers, &key);
        uint32_t category = ranking->question->category;
        if (number >= group->ranked ||
            !period_has(group->periods.now, flow->year) ||
            flow->cell == CELL_NOT_REPORTED ||
            (category != NAME_NONE && flow->category != category))
            continue;
        shares[(*count)++] = (struct share){
            sample->number[number], weapon_of(study->names, flow), flow->value};
    }
    map_done(&numbers);
    amount sum = 0;
    for (size_t i = 0; i < *count; i++)
        sum += shares[i].value;
    assert(sum == group->now.sum);
    (void)sum;
    return shares;
}

static int value_order(const void *left, const void *right)
{
    const struct share *a = left;
    const struct share *b = right;
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    return a->value < b->value ? -1 : a->value > b->value;
}

void rank_sample_rows(struct rank_sample *sample, const struct ranking *ranking)
{
    size_t count;
    struct share *shares = take_rows(sample, ranking, &count);
    qsort(shares, count, sizeof *shares, value_order);
    sample->rows = mem_alloc(count, sizeof *sample->rows);
    sample->first = mem_alloc(sample->count + 1, sizeof *sample->first);
    sample->row_count = count;
    size_t at = 0;
    for (size_t place = 0; place < sample->count; place++) {
        sample->first[place] = at;
        for (; at < count && shares[at].place == place; at++)
            sample->rows[at] = millionths(shares[at].value);
    }
    sample->first[sample->count] = at;
    assert(at == count);
    mem_free(shares);
}

static int weapon_order(const void *left, const void *right)
{
    const struct share *a = left;
    const struct share *b = right;
    int names = str_cmp(a->weapon, b->weapon);
    if (names)
        return names;
    return a->place < b->place ? -1 : a->place > b->place;
}

void rank_sample_weapons(struct rank_sample *sample,
                         const struct ranking *ranking)
{
    size_t count;
    struct share *shares = take_rows(sample, ranking, &count);
    qsort(shares, count, sizeof *shares, weapon_order);
    size_t weapons = 0;
    sample->parts = mem_alloc(count, sizeof *sample->parts);
    for (size_t i = 0, end; i < count; i = end) {
        amount sum = 0;
        for (end = i; end < count && !weapon_order(&shares[i], &shares[end]);
             end++)
            sum += shares[end].value;
        weapons += i == 0 || !str_eq(shares[i - 1].weapon, shares[i].weapon);
        sample->parts[sample->part_count++] =
            (struct rank_part){shares[i].place, weapons - 1, units(sum)};
    }
    double error = sample->count ? sample->errors[0] : 0;
    sample->error_count = weapons;
    sample->errors = mem_resize(sample->errors, weapons, sizeof error);
    for (size_t i = 0; i < weapons; i++)
        sample->errors[i] = error;
    mem_free(shares);
}
