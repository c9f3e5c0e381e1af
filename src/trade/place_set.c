/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places that an option names. */
#include <config.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "trade/list.h"
#include "trade/list_file.h"
#include "trade/place_set.h"
#include "trade/place_table.h"

static const struct place_item *find_item(const struct place_set *set,
                                          const struct place *place,
                                          struct str key)
{
    for (size_t i = 0; i < set->count; i++) {
        const struct place_item *item = &set->items[i];
        if ((place && item->place == place) || str_eq(item->key, key))
            return item;
    }
    return NULL;
}

static struct year_set group_years(const struct place_set *set,
                                   const struct place_group *group,
                                   const struct place *place)
{
    struct year_set years = {0};
    if (place)
        years = place_group_years(group, place);
    if (!set->members)
        return years;
    return year_set_has(&years, set->members) ? year_set_all()
                                              : (struct year_set){0};
}

/* Whether it means what is called so. A group is not the place that it has its
 * name from, but may have become a row of that name. */
static bool is_called(const struct place_item *item, struct str key)
{
    return (!item->group || item->row) && str_eq(item->key, key);
}

/* In which years the item means the name. A former state is also what it is
 * counted under, but no member of its successor's groups. */
static struct year_set item_years(const struct place_set *set,
                                  const struct place_item *item,
                                  const struct place *place, struct str key)
{
    const struct successor *counted =
        succession_find(set->succession, place, key);
    if ((place && item->place == place) || is_called(item, key) ||
        (counted && ((item->place && item->place == counted->successor.place) ||
                     is_called(item, counted->successor.key))))
        return year_set_all();
    struct year_set years = {0};
    if (item->group)
        years = group_years(set, item->group, place);
    for (size_t i = 0; item->row && i < item->row->count; i++) {
        struct year_set more =
            item_years(set, &item->row->items[i], place, key);
        year_set_join(&years, &more);
    }
    return years;
}

struct year_set place_set_years(const struct place_set *set, struct str name,
                                struct arena *scratch)
{
    struct year_set years = {0};
    if (set->count == 0)
        return years;
    struct str key = utf8_key(scratch, name);
    const struct place *place = place_of_key(key);
    for (size_t i = 0; i < set->count; i++) {
        struct year_set more = item_years(set, &set->items[i], place, key);
        year_set_join(&years, &more);
    }
    return years;
}

const struct place_item *place_set_find(const struct place_set *set,
                                        struct str name, struct arena *scratch)
{
    if (set->count == 0)
        return NULL;
    struct str key = utf8_key(scratch, name);
    const struct place *place = place_of_key(key);
    for (size_t i = 0; i < set->count; i++) {
        struct year_set years = item_years(set, &set->items[i], place, key);
        if (!year_set_is_empty(&years))
            return &set->items[i];
    }
    return NULL;
}

static void add_item(struct place_set *set, struct place_item item,
                     struct arena *arena)
{
    if (find_item(set, item.place, item.key))
        return;
    set->items = list_room(arena, set->items, set->count, &set->cap,
                           sizeof(*set->items));
    item.spelling = arena_str(arena, item.spelling);
    set->items[set->count++] = item;
}

static const char *or_list(const struct place_lookup *lookup,
                           struct arena *arena)
{
    const char *text = lookup->found[0]->name;
    for (size_t i = 1; i < lookup->count; i++)
        text = arena_printf(arena, "%s%s%s", text,
                            i + 1 < lookup->count ? ", " : " or ",
                            lookup->found[i]->name);
    return text;
}

static bool add_place(struct place_set *set, struct str spelling,
                      struct arena *arena, struct err *err)
{
    struct place_item item = {.spelling = str_trim(spelling)};
    if (item.spelling.len == 0)
        return err_set(err, ERR_REQUEST, "a place is missing: ''");
    item.key = utf8_key(arena, item.spelling);
    if (find_item(set, NULL, item.key))
        return true;
    struct place_lookup lookup = place_look_up(item.spelling);
    switch (lookup.answer) {
    case PLACE_AMBIGUOUS:
        return err_set(
            err, ERR_REQUEST, "more than one place is called %s; write %s",
            diag_quote(arena, item.spelling), or_list(&lookup, arena));
    case PLACE_REFUSED:
        return err_set(err, ERR_REQUEST, "place %s: %s",
                       diag_quote(arena, item.spelling), lookup.reason);
    case PLACE_FOUND:
        item.place = lookup.found[0];
        break;
    case PLACE_NEAR:
        break;
    }
    add_item(set, item, arena);
    return true;
}

/* No spelling of the table has more commas. */
#define MOST_PIECES 4

/* Takes the next place of a comma list: the longest run of pieces that is a
 * known name ("Korea, Rep., Japan" is two places), else one piece. */
static struct str next_place(struct str *rest)
{
    struct str all = *rest;
    size_t ends[MOST_PIECES];
    size_t pieces = 0;
    for (size_t at = 0; at <= all.len && pieces < MOST_PIECES; at++)
        if (at == all.len || all.ptr[at] == ',')
            ends[pieces++] = at;
    while (pieces > 1) {
        struct str run = {all.ptr, ends[--pieces]};
        if (!place_of_name(run))
            continue;
        *rest = run.len == all.len ? (struct str){NULL, 0}
                                   : str_skip(all, run.len + 1);
        return run;
    }
    return str_cut(rest, ',');
}

static bool add_group(struct place_set *set, struct str word,
                      struct arena *arena, struct err *err)
{
    const struct place_group *group = place_group_of_word(word);
    if (!group) {
        const char *near = place_group_nearest(word, arena);
        return err_set(err, ERR_REQUEST,
                       "no group is called %s; %s%sarmstats places lists them",
                       diag_quote(arena, word),
                       near[0] ? "the nearest are " : "",
                       near[0] ? arena_printf(arena, "%s; ", near + 2) : "");
    }
    struct str title = str_from(place_group_title(group, arena));
    struct place_item item = {
        .spelling = title, .key = utf8_key(arena, title), .group = group};
    add_item(set, item, arena);
    return true;
}

struct filling {
    struct place_set *set;
    struct arena *arena;
};

static bool take_line(void *context, struct str line, struct err *err)
{
    struct filling *filling = context;
    return str_starts(line, STR("@"))
               ? add_group(filling->set, line, filling->arena, err)
               : add_place(filling->set, line, filling->arena, err);
}

static bool add_file(struct place_set *set, struct str name,
                     struct arena *arena, struct err *err)
{
    struct filling filling = {set, arena};
    return list_file_read(arena_str(arena, name).ptr, "place",
                          (struct list_sink){take_line, &filling}, err);
}

bool place_set_add(struct place_set *set, struct str value, struct arena *arena,
                   struct err *err)
{
    value = str_trim(value);
    if (str_starts(value, STR("@")) && str_ends(value, STR(".txt")))
        return add_file(set, str_skip(value, 1), arena, err);
    do {
        struct str next = str_trim(next_place(&value));
        if (!(str_starts(next, STR("@")) ? add_group(set, next, arena, err)
                                         : add_place(set, next, arena, err)))
            return false;
    } while (value.ptr);
    return true;
}
