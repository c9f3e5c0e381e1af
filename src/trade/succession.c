/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/succession.h"

#include "base/diag.h"
#include "base/utf8.h"
#include "trade/list.h"
#include "trade/list_file.h"
#include "trade/place_table.h"

static bool is_side(const struct succession_side *side,
                    const struct place *place, struct str key)
{
    return (place && side->place == place) || str_eq(side->key, key);
}

static struct succession_side side_of_place(const struct place *place,
                                            struct arena *arena)
{
    struct str name = str_from(place->name);
    return (struct succession_side){name, utf8_key(arena, name), place};
}

static void add(struct succession *succession, struct successor item,
                struct arena *arena)
{
    succession->items = list_room(arena, succession->items, succession->count,
                                  &succession->cap, sizeof(*succession->items));
    succession->items[succession->count++] = item;
}

void succession_add_own(struct succession *succession, struct arena *arena)
{
    for (size_t i = 0; i < place_successor_count; i++) {
        const struct place_successor *known = &place_successors[i];
        add(succession,
            (struct successor){
                side_of_place(&place_table[known->former], arena),
                side_of_place(&place_table[known->successor], arena)},
            arena);
    }
}

static bool read_side(struct succession_side *side, struct str text,
                      struct arena *arena, struct err *err)
{
    text = str_trim(text);
    if (text.len >= 2 && text.ptr[0] == '"' && text.ptr[text.len - 1] == '"')
        text = (struct str){text.ptr + 1, text.len - 2};
    if (text.len == 0)
        return err_set(err, ERR_REQUEST, "a place is missing; write OLD = NEW");
    struct place_lookup lookup = place_look_up(text);
    if (lookup.answer == PLACE_REFUSED)
        return err_set(err, ERR_REQUEST, "place %s: %s",
                       diag_quote(arena, text), lookup.reason);
    if (lookup.answer == PLACE_AMBIGUOUS)
        return err_set(err, ERR_REQUEST,
                       "more than one place is called %s; write it in full",
                       diag_quote(arena, text));
    if (lookup.answer == PLACE_FOUND) {
        *side = side_of_place(lookup.found[0], arena);
        return true;
    }
    side->name = arena_str(arena, text);
    side->key = utf8_key(arena, text);
    side->place = NULL;
    return true;
}

/* A name with a comma stands in quotes, or = stands between the two. */
static struct str cut_side(struct str *rest)
{
    struct str line = *rest;
    if (str_find(line, STR("=")) >= 0)
        return str_cut(rest, '=');
    if (!str_starts(line, STR("\"")))
        return str_cut(rest, ',');
    ptrdiff_t end = str_find(str_skip(line, 1), STR("\","));
    if (end < 0)
        return str_cut(rest, ',');
    *rest = str_skip(line, (size_t)end + 3);
    return (struct str){line.ptr, (size_t)end + 2};
}

static bool check(const struct succession *succession,
                  const struct successor *item, struct arena *arena,
                  struct err *err)
{
    const struct succession_side *former = &item->former;
    const struct succession_side *successor = &item->successor;
    bool chain = is_side(former, successor->place, successor->key);
    for (size_t i = 0; i < succession->count && !chain; i++) {
        const struct successor *other = &succession->items[i];
        if (is_side(&other->former, former->place, former->key))
            return err_set(err, ERR_REQUEST, "%s has a successor already",
                           diag_quote(arena, former->name));
        chain = is_side(&other->former, successor->place, successor->key) ||
                is_side(&other->successor, former->place, former->key);
    }
    return !chain ||
           err_set(err, ERR_REQUEST,
                   "%s = %s makes a chain; name the last successor of each",
                   diag_quote(arena, former->name),
                   diag_quote(arena, successor->name));
}

struct filling {
    struct succession *succession;
    struct arena *arena;
};

static bool take_line(void *context, struct str line, struct err *err)
{
    struct filling *filling = context;
    struct arena *arena = filling->arena;
    struct successor item;
    struct str rest = line;
    struct str former = cut_side(&rest);
    if (!rest.ptr)
        return err_set(err, ERR_REQUEST,
                       "%s names no successor; write OLD = "
                       "NEW",
                       diag_quote(arena, line));
    if (!read_side(&item.former, former, arena, err) ||
        !read_side(&item.successor, rest, arena, err) ||
        !check(filling->succession, &item, arena, err))
        return false;
    add(filling->succession, item, arena);
    return true;
}

bool succession_read(struct succession *succession, const char *path,
                     struct arena *arena, struct err *err)
{
    struct filling filling = {succession, arena};
    return list_file_read(path, "successor",
                          (struct list_sink){take_line, &filling}, err);
}

const struct successor *succession_find(const struct succession *succession,
                                        const struct place *place,
                                        struct str key)
{
    for (size_t i = 0; succession && i < succession->count; i++)
        if (is_side(&succession->items[i].former, place, key))
            return &succession->items[i];
    return NULL;
}
