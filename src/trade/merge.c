/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/merge.h"

#include <stdio.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "trade/list.h"

static const char *option_of(const struct merge *merge)
{
    return merge->option ? merge->option : "--merge";
}

static struct merge_row *add_row(struct merge *merge, struct str name,
                                 struct arena *arena, struct err *err)
{
    struct str key = utf8_key(arena, name);
    for (size_t i = 0; i < merge->count; i++)
        if (str_eq(merge->rows[i].key, key)) {
            err_set(err, ERR_REQUEST,
                    "%s: two rows are called %s; write NAME=GROUP to give "
                    "one another name",
                    option_of(merge), diag_quote(arena, name));
            return NULL;
        }
    merge->rows = list_room(arena, merge->rows, merge->count, &merge->cap,
                            sizeof(*merge->rows));
    struct merge_row *row = &merge->rows[merge->count++];
    *row = (struct merge_row){.name = arena_str(arena, name), .key = key};
    return row;
}

static bool add_group(struct merge *merge, const struct place_group *group,
                      struct arena *arena, struct err *err)
{
    struct merge_row *row = add_row(merge, str_from(group->title), arena, err);
    if (!row)
        return false;
    row->group = group;
    return place_set_add(&row->members,
                         str_from(place_group_word(group, arena)), arena, err);
}

static bool add_word(struct merge *merge, struct str word, struct arena *arena,
                     struct err *err)
{
    const struct place_group *group = place_group_of_word(word);
    const struct place_group *const *parts;
    struct place_set unknown = {0};
    if (!group) /* for its message */
        return place_set_add(&unknown, word, arena, err);
    if (!group->is_list)
        return add_group(merge, group, arena, err);
    size_t count = place_group_parts(group, &parts);
    for (size_t i = 0; i < count; i++)
        if (!add_group(merge, parts[i], arena, err))
            return false;
    return true;
}

static bool has_place(const struct place_set *members, struct str name)
{
    struct arena scratch;
    arena_init(&scratch);
    bool has = place_set_find(members, name, &scratch) != NULL;
    arena_done(&scratch);
    return has;
}

static bool add_named(struct merge *merge, struct str name, struct str members,
                      struct arena *arena, struct err *err)
{
    name = str_trim(name);
    members = str_trim(members);
    if (name.len == 0 || members.len == 0)
        return err_set(err, ERR_REQUEST,
                       "%s %s=%s: a name and places are needed; write "
                       "NAME=PLACE,PLACE,@GROUP",
                       option_of(merge), diag_quote(arena, name), diag_quote(arena, members));
    struct merge_row *row = add_row(merge, name, arena, err);
    if (!row || !place_set_add(&row->members, members, arena, err))
        return false;
    return !place_of_name(name) || has_place(&row->members, name) ||
           err_set(err, ERR_REQUEST,
                   "%s: %s is a place that is not in the row of this "
                   "name; give the row another one",
                   option_of(merge), diag_quote(arena, name));
}

bool merge_add(struct merge *merge, struct str value, struct arena *arena,
               struct err *err)
{
    struct str rest = str_trim(value);
    struct str name = str_cut(&rest, '=');
    if (rest.ptr)
        return add_named(merge, name, rest, arena, err);
    if (str_starts(name, STR("@")) && !str_ends(name, STR(".txt")))
        return add_word(merge, name, arena, err);
    return err_set(err, ERR_REQUEST,
                   "%s %s: a row needs a name; write a group as @eu, or "
                   "NAME=PLACE,PLACE,@GROUP",
                   option_of(merge), diag_quote(arena, value));
}

/* The first year in which both have the name. */
static bool meet(const struct merge_row *a, const struct merge_row *b,
                 struct str name, int *year)
{
    struct arena scratch;
    arena_init(&scratch);
    struct year_set left = place_set_years(&a->members, name, &scratch);
    struct year_set right = place_set_years(&b->members, name, &scratch);
    arena_done(&scratch);
    for (*year = YEAR_SET_FROM; *year < YEAR_SET_FROM + YEAR_SET_YEARS; ++*year)
        if (year_set_has(&left, *year) && year_set_has(&right, *year))
            return true;
    return false;
}

static bool refuse_overlap(const struct merge *merge, const struct merge_row *a,
                           const struct merge_row *b, struct str name, int year,
                           struct err *err)
{
    char since[32] = "";
    if (year > YEAR_SET_FROM)
        snprintf(since, sizeof since, " (from %d on)", year);
    return err_set(err, ERR_REQUEST,
                   "%s: %.*s is in both %.*s and %.*s%s; rows must not "
                   "share a place",
                   option_of(merge), STR_ARG(name), STR_ARG(a->name), STR_ARG(b->name), since);
}

static bool check_pair(const struct merge *merge, const struct merge_row *a,
                       const struct merge_row *b, struct err *err)
{
    int year;
    for (size_t i = 0; i < place_count(); i++) {
        struct str name = str_from(place_at(i)->name);
        if (meet(a, b, name, &year))
            return refuse_overlap(merge, a, b, name, year, err);
    }
    for (size_t i = 0; i < a->members.count; i++) {
        const struct place_item *item = &a->members.items[i];
        if (!item->place && !item->group && meet(a, b, item->spelling, &year))
            return refuse_overlap(merge, a, b, item->spelling, year, err);
    }
    return true;
}

bool merge_finish(struct merge *merge, int members,
                  const struct succession *succession, struct err *err)
{
    for (size_t i = 0; i < merge->count; i++) {
        merge->rows[i].members.members = members;
        merge->rows[i].members.succession = succession;
    }
    for (size_t i = 0; i < merge->count; i++)
        for (size_t j = i + 1; j < merge->count; j++)
            if (!check_pair(merge, &merge->rows[i], &merge->rows[j], err))
                return false;
    return true;
}

const struct merge_row *merge_row_of(const struct merge *merge,
                                     const struct place_item *item)
{
    for (size_t i = 0; i < merge->count; i++) {
        const struct merge_row *row = &merge->rows[i];
        if (item->group ? item->group == row->group
                        : str_eq(item->key, row->key))
            return row;
    }
    return NULL;
}

struct year_set merge_years(const struct merge *merge, struct str name,
                            struct arena *scratch)
{
    struct year_set years = {0};
    for (size_t i = 0; i < merge->count; i++) {
        struct year_set more =
            place_set_years(&merge->rows[i].members, name, scratch);
        year_set_join(&years, &more);
    }
    return years;
}

/* The data's own spelling of the successor: the first by bytes, so that the
 * order of rows does not show; the table's where the data have none. */
static uint32_t successor_number(struct map *places, size_t names,
                                 const struct succession_side *successor,
                                 struct arena *scratch)
{
    struct str found = {NULL, 0};
    for (size_t i = 0; i < names; i++) {
        struct str name = places->keys[i];
        struct str key = utf8_key(scratch, name);
        const struct place *place = place_of_name(name);
        bool same =
            (place && place == successor->place) || str_eq(key, successor->key);
        if (same && (!found.ptr || str_cmp(name, found) < 0))
            found = name;
    }
    return map_intern(places, found.ptr ? found : successor->name);
}

static void count_under(const struct succession *succession, struct map *places,
                        struct recode *recode, struct arena *scratch)
{
    struct year_set all = year_set_all();
    for (size_t i = 0; i < recode->count; i++) {
        struct str name = places->keys[i];
        const struct successor *item = succession_find(
            succession, place_of_name(name), utf8_key(scratch, name));
        if (item)
            recode_set(recode, (uint32_t)i, &all,
                       successor_number(places, recode->count, &item->successor,
                                        scratch));
    }
}

static bool put_into(const struct merge_row *row, struct map *places,
                     struct recode *recode, struct arena *scratch,
                     struct err *err)
{
    uint32_t number = map_intern(places, row->name);
    for (size_t i = 0; i < recode->count; i++) {
        struct str name = places->keys[i];
        struct year_set years = place_set_years(&row->members, name, scratch);
        if (i == number && !year_set_is_all(&years))
            return err_set(err, ERR_REQUEST,
                           "--merge: the data have a place %s of their own "
                           "that is not in the row of this name; write "
                           "NAME=GROUP to give it another one",
                           diag_quote(scratch, name));
        recode_set(recode, (uint32_t)i, &years, number);
    }
    return true;
}

bool merge_recode(const struct merge *merge,
                  const struct succession *succession, struct map *places,
                  size_t names, struct recode *recode, struct err *err)
{
    struct arena scratch;
    arena_init(&scratch);
    recode_init(recode, names);
    count_under(succession, places, recode, &scratch);
    bool done = true;
    for (size_t i = 0; done && i < merge->count; i++)
        done = put_into(&merge->rows[i], places, recode, &scratch, err);
    arena_done(&scratch);
    return done;
}
