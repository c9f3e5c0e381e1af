/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/agreement.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "trade/place.h"

/* Places that only one has, as far as they are named. */
enum { MOST_NAMED = 6 };

struct grain {
    bool any;
    amount sum;
    amount low;
    amount high;
};

/* What one study says of every place and year of both. */
struct field {
    const struct study *study;
    const struct cube *cube;
    bool supplier;
    struct grain *grains; /* [place * years + year] */
    amount *sums;         /* of each place, over all years */
    bool *has;
    struct str *names; /* as the study spells them */
};

static const struct scope_side *side_of(const struct study *study,
                                        bool supplier)
{
    return supplier ? &study->scope.supplier : &study->scope.recipient;
}

/* The place, else the spelling without what spellings differ in. */
static struct str key_of(struct str name, struct arena *arena)
{
    const struct place *place = place_of_name(name);
    return place ? str_from(place->name) : utf8_key(arena, name);
}

static bool same_place(struct str a, struct str b)
{
    struct arena arena;
    arena_init(&arena);
    bool same = str_eq(key_of(a, &arena), key_of(b, &arena));
    arena_done(&arena);
    return same;
}

static bool is_everybody(const struct scope_side *side)
{
    return scope_side_is_open(side);
}

bool agreement_is_possible(const struct study *first,
                           const struct study *second, bool supplier)
{
    const struct scope_side *a = side_of(first, !supplier);
    const struct scope_side *b = side_of(second, !supplier);
    bool divided =
        side_of(first, supplier)->divided && side_of(second, supplier)->divided;
    bool alike = (is_everybody(a) && is_everybody(b)) ||
                 (a->extent == SCOPE_ONE && b->extent == SCOPE_ONE &&
                  same_place(a->name, b->name));
    return divided && alike && first->cube->unit == second->cube->unit &&
           first->cube->measure == second->cube->measure;
}

/* The only place of a study on that side, or an empty text. */
static struct str only_place(const struct study *study, bool supplier)
{
    const struct scope_side *side = side_of(study, supplier);
    return side->extent == SCOPE_ONE ? side->name : (struct str){"", 0};
}

static uint32_t place_of(const struct field *field,
                         const struct cube_cell *cell)
{
    return field->supplier ? cell->key.supplier : cell->key.recipient;
}

/* Gives every place of the field a number of the shared map. */
static void add_names(const struct field *field, struct map *keys)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < field->cube->len; i++) {
        uint32_t place = place_of(field, &field->cube->cells[i]);
        struct str name = names_text(&field->study->names->places, place);
        if (!str_eq(name, STR(SCOPE_NOT_DIVIDED)))
            map_intern(keys, key_of(name, &arena));
    }
    arena_done(&arena);
}

static void add_cell(struct field *field, const struct cube_cell *cell,
                     size_t place, int year, int years)
{
    struct grain *grain = &field->grains[place * (size_t)years + (size_t)year];
    field->has[place] = true;
    field->sums[place] += cell->sum;
    grain->any = true;
    grain->sum += cell->sum;
    grain->low += cell->sum - cell->half_width + cell->half_below;
    grain->high += cell->sum + cell->half_width;
}

static void fill(struct field *field, const struct map *keys,
                 struct period years)
{
    struct arena arena;
    size_t length = (size_t)period_length(years);
    arena_init(&arena);
    field->grains =
        mem_alloc(mem_product(keys->len, length), sizeof(*field->grains));
    field->sums = mem_alloc(keys->len, sizeof(*field->sums));
    field->has = mem_alloc(keys->len, sizeof(*field->has));
    field->names = mem_alloc(keys->len, sizeof(*field->names));
    for (size_t i = 0; i < field->cube->len; i++) {
        const struct cube_cell *cell = &field->cube->cells[i];
        struct str name =
            names_text(&field->study->names->places, place_of(field, cell));
        uint32_t place = map_find(keys, key_of(name, &arena));
        if (place == MAP_NONE || !cell->rows ||
            !period_has(years, cell->key.year))
            continue;
        if (!field->names[place].len || str_cmp(name, field->names[place]) < 0)
            field->names[place] = name;
        add_cell(field, cell, place, cell->key.year - years.from, (int)length);
    }
    arena_done(&arena);
}

static void field_done(struct field *field)
{
    mem_free(field->grains);
    mem_free(field->sums);
    mem_free(field->has);
    mem_free(field->names);
}

/* Closed intervals: a half may be printed either way, also in two tables of one
 * release. */
static bool meet(const struct grain *a, const struct grain *b)
{
    return a->low <= b->high && b->low <= a->high;
}

/* How a cell that both have was revised. */
static void count_cell(struct agreement *agreement, const struct grain *a,
                       const struct grain *b)
{
    amount revision = b->sum - a->sum;
    bool equal = meet(a, b);
    agreement->both++;
    agreement->equal += equal;
    agreement->up += !equal && revision > 0;
    agreement->down += !equal && revision < 0;
    agreement->revised += revision;
    agreement->moved += amount_size(revision);
    agreement->second += b->sum;
}

static void count_place(struct agreement *agreement, const struct field *fields,
                        size_t place)
{
    size_t years = (size_t)period_length(agreement->years);
    agreement->places++;
    for (size_t i = place * years; i < (place + 1) * years; i++) {
        const struct grain *a = &fields[0].grains[i];
        const struct grain *b = &fields[1].grains[i];
        agreement->only[0] += a->any && !b->any;
        agreement->only[1] += b->any && !a->any;
        if (a->any && b->any)
            count_cell(agreement, a, b);
    }
}

struct absent {
    struct str name;
    amount sum;
};

static int absent_order(const void *left, const void *right)
{
    const struct absent *a = left;
    const struct absent *b = right;
    if (a->sum != b->sum)
        return a->sum < b->sum ? 1 : -1;
    return str_cmp(a->name, b->name);
}

/* The places of one field that the other has not, the largest first. */
static const char *name_missing(const struct field *fields, size_t which,
                                size_t count, size_t missing)
{
    const struct field *own = &fields[which];
    struct arena *arena = fields[1].study->arena;
    struct absent *list = mem_alloc(missing, sizeof(*list));
    const char *text = "";
    size_t filled = 0;
    for (size_t i = 0; i < count; i++) {
        if (own->has[i] && !fields[1 - which].has[i])
            list[filled++] = (struct absent){own->names[i], own->sums[i]};
    }
    qsort(list, filled, sizeof(*list), absent_order);
    size_t shown = filled <= MOST_NAMED + 1 ? filled : MOST_NAMED;
    for (size_t i = 0; i < shown; i++)
        text = arena_printf(arena, "%s%s%.*s", text, i ? "; " : "",
                            STR_ARG(list[i].name));
    if (shown < filled)
        text = arena_printf(arena, "%s and %zu more", text, filled - shown);
    mem_free(list);
    return text;
}

/* Where a study is of one place, only that place is looked at. */
static bool is_looked_at(struct str key, struct str only)
{
    struct arena arena;
    arena_init(&arena);
    bool looked = !only.len || str_eq(key, key_of(only, &arena));
    arena_done(&arena);
    return looked;
}

static void count_all(struct agreement *agreement, struct field *fields,
                      const struct map *keys)
{
    bool supplier = fields[0].supplier;
    struct str only[2] = {only_place(fields[0].study, supplier),
                          only_place(fields[1].study, supplier)};
    for (size_t i = 0; i < keys->len; i++) {
        if (!is_looked_at(keys->keys[i], only[0]) ||
            !is_looked_at(keys->keys[i], only[1]))
            fields[0].has[i] = fields[1].has[i] = false;
        if (fields[0].has[i] && fields[1].has[i])
            count_place(agreement, fields, i);
        agreement->missing[0] += fields[0].has[i] && !fields[1].has[i];
        agreement->missing[1] += fields[1].has[i] && !fields[0].has[i];
    }
    for (size_t i = 0; i < 2; i++)
        agreement->named[i] =
            name_missing(fields, i, keys->len, agreement->missing[i]);
}

static struct period common_years(const struct study *first,
                                  const struct study *second)
{
    struct period a = first->scope.covered;
    struct period b = second->scope.covered;
    return (struct period){a.from > b.from ? a.from : b.from,
                           a.to < b.to ? a.to : b.to};
}

struct agreement agreement_of(const struct study *first,
                              const struct study *second, bool supplier)
{
    struct agreement agreement = {.years = common_years(first, second),
                                  .named = {"", ""}};
    struct field fields[2];
    struct map keys;
    if (!period_length(agreement.years))
        return agreement;
    map_init(&keys);
    for (size_t i = 0; i < 2; i++) {
        const struct study *study = i ? second : first;
        fields[i] = (struct field){.study = study, .supplier = supplier};
        fields[i].cube = study_of_side(study, supplier).cube;
        add_names(&fields[i], &keys);
    }
    for (size_t i = 0; i < 2; i++)
        fill(&fields[i], &keys, agreement.years);
    count_all(&agreement, fields, &keys);
    for (size_t i = 0; i < 2; i++)
        field_done(&fields[i]);
    map_done(&keys);
    return agreement;
}
