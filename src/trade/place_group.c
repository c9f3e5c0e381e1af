/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/place_group.h"

#include <assert.h>

#include "trade/place_group_table.h"

/* Groups in a message. */
#define MOST_TOLD ((size_t)6)

size_t place_group_count(void)
{
    return place_group_table_count;
}

const struct place_group *place_group_at(size_t index)
{
    assert(index < place_group_table_count);
    return &place_group_table[index];
}

static size_t index_of(const struct place_group *group)
{
    size_t index = (size_t)(group - place_group_table);
    assert(index < place_group_table_count);
    return index;
}

static bool speaks_for_itself(const struct place_group *group)
{
    return str_eq(str_from(group->author), str_from(group->name));
}

const struct place_group *place_group_of_word(struct str word)
{
    if (str_starts(word, STR("@")))
        word = str_skip(word, 1);
    struct str name = word;
    struct str author = str_cut(&name, ':');
    if (!name.ptr)
        name = author;
    for (size_t i = 0; i < place_group_table_count; i++) {
        const struct place_group *group = &place_group_table[i];
        if (str_eq_fold(author, str_from(group->author)) &&
            str_eq_fold(name, str_from(group->name)))
            return group;
    }
    return NULL;
}

const char *place_group_word(const struct place_group *group,
                             struct arena *arena)
{
    return speaks_for_itself(group)
               ? arena_printf(arena, "@%s", group->name)
               : arena_printf(arena, "@%s:%s", group->author, group->name);
}

const char *place_group_title(const struct place_group *group,
                              struct arena *arena)
{
    return speaks_for_itself(group)
               ? group->title
               : arena_printf(arena, "%s (%s)", group->title, group->by);
}

static bool is_near(struct str word, struct str other)
{
    size_t longer = word.len > other.len ? word.len : other.len;
    return (word.len > 2 && str_find(other, word) >= 0) ||
           str_distance(word, other) * 3 <= longer;
}

const char *place_group_nearest(struct str word, struct arena *arena)
{
    const char *text = "";
    if (str_starts(word, STR("@")))
        word = str_skip(word, 1);
    struct str name = word;
    str_cut(&name, ':');
    if (!name.ptr)
        name = word;
    size_t told = 0;
    for (size_t i = 0; i < place_group_table_count && told < MOST_TOLD; i++) {
        const struct place_group *group = &place_group_table[i];
        if (!is_near(name, str_from(group->name)))
            continue;
        text =
            arena_printf(arena, "%s, %s", text, place_group_word(group, arena));
        told++;
    }
    return text;
}

size_t place_group_members(const struct place_group *group,
                           const struct membership **members)
{
    size_t index = index_of(group);
    size_t start = place_group_member_start[index];
    *members = place_group_member_table + start;
    return place_group_member_start[index + 1] - start;
}

size_t place_group_parts(const struct place_group *group,
                         const struct place_group *const **parts)
{
    size_t index = index_of(group);
    size_t start = place_group_part_start[index];
    *parts = place_group_part_table + start;
    return place_group_part_start[index + 1] - start;
}

struct year_set place_group_years(const struct place_group *group,
                                  const struct place *place)
{
    const struct membership *members;
    size_t count = place_group_members(group, &members);
    struct year_set years = {0};
    for (size_t i = 0; i < count; i++)
        if (members[i].place == place)
            year_set_add(&years, members[i].from, members[i].to);
    return years;
}

bool place_group_is_dated(const struct place_group *group)
{
    const struct membership *members;
    size_t count = place_group_members(group, &members);
    for (size_t i = 0; i < count; i++)
        if (members[i].from || members[i].to)
            return true;
    return false;
}

const struct place *place_group_itself(const struct place_group *group)
{
    const struct membership *members;
    size_t count = place_group_members(group, &members);
    const struct place *organisation = NULL;
    size_t organisations = 0;
    for (size_t i = 0; i < count; i++) {
        if (members[i].place->kind != PLACE_ORGANISATION)
            continue;
        organisation = members[i].place;
        organisations++;
    }
    return organisations == 1 && place_group_is_dated(group) ? organisation
                                                             : NULL;
}

size_t place_group_size(const struct place_group *group, int year)
{
    const struct membership *members;
    size_t count = place_group_members(group, &members);
    const struct place *itself = place_group_itself(group);
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
        struct year_set years = {0};
        year_set_add(&years, members[i].from, members[i].to);
        size += members[i].place != itself && year_set_has(&years, year);
    }
    return size;
}
