/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/pieces.h"

#include <stdlib.h>

/* First and last piece of a walk through the years. */
struct walk {
    struct period years;
    int span;
    int step;
};

static size_t walk_years(const struct question *question, struct walk walk,
                         struct question *pieces)
{
    int length = period_length(walk.years);
    int count = length < walk.span ? 0 : (length - walk.span) / walk.step + 1;
    for (int i = 0; i < count; i++) {
        int to = walk.years.to - (count - 1 - i) * walk.step;
        pieces[i] = *question;
        pieces[i].years = (struct period_spec){
            .form = PERIOD_YEARS, .years = {to - walk.span + 1, to}};
    }
    return (size_t)count;
}

struct named {
    uint32_t id;
    struct str name;
};

static int name_order(const void *left, const void *right)
{
    const struct named *a = left;
    const struct named *b = right;
    return str_cmp(a->name, b->name);
}

static size_t walk_categories(const struct question *question,
                              const struct study *study,
                              struct question *pieces)
{
    const struct map *map = &study->names->categories;
    struct named *sorted =
        arena_alloc(study->arena, map->len + 1, sizeof *sorted);
    for (size_t i = 0; i < map->len; i++)
        sorted[i] = (struct named){(uint32_t)i, map->keys[i]};
    qsort(sorted, map->len, sizeof *sorted, name_order);
    for (size_t i = 0; i < map->len; i++) {
        pieces[i] = *question;
        pieces[i].category = sorted[i].id;
    }
    return map->len;
}

bool pieces_of(const struct question *question, const struct study *study,
               enum each each, int span, const struct question **pieces,
               size_t *count, struct err *err)
{
    struct periods periods;
    if (each == EACH_SUPPLIER || each == EACH_RECIPIENT)
        return err_set(err, ERR_REQUEST,
                       "--each supplier and recipient are for series, trend "
                       "and concentration; partners and matrix list one by "
                       "the other");
    int years = each == EACH_CATEGORY || each == EACH_NONE ? 5 : 0;
    if (!question_periods(question, study, years, &periods, err))
        return false;
    size_t most =
        study->names->categories.len + (size_t)period_length(periods.now) + 1;
    struct question *list = arena_alloc(study->arena, most, sizeof *list);
    struct walk walk = {periods.now, span, span};
    switch (each) {
    case EACH_YEAR:
        walk.span = 1;
        walk.step = 1;
        *count = walk_years(question, walk, list);
        break;
    case EACH_ROLLING:
        /* They end in a year of the period; the first may begin before it. */
        walk.years.from -= span - 1;
        if (walk.years.from < study->scope.covered.from)
            walk.years.from = study->scope.covered.from;
        walk.step = 1;
        *count = walk_years(question, walk, list);
        break;
    case EACH_WINDOW:
        *count = walk_years(question, walk, list);
        break;
    case EACH_CATEGORY:
        *count = walk_categories(question, study, list);
        break;
    default:
        list[0] = *question;
        *count = 1;
        break;
    }
    *pieces = list;
    for (size_t i = 0; i < *count; i++) {
        if (!question_periods(&list[i], study, years, &periods, err))
            return false;
    }
    return true;
}
