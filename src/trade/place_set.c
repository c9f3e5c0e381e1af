/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places that an option names. */
#include <config.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/input.h"
#include "base/utf8.h"
#include "trade/filter.h"
#include "trade/list.h"
#include "trade/place_table.h"

static bool is_item(const struct place_item *item, const struct place *place,
                    struct str key)
{
    return (place && item->place == place) || str_eq(item->key, key);
}

static const struct place_item *find_item(const struct place_set *set,
                                          const struct place *place,
                                          struct str key)
{
    for (size_t i = 0; i < set->count; i++)
        if (is_item(&set->items[i], place, key))
            return &set->items[i];
    return NULL;
}

const struct place_item *place_set_find(const struct place_set *set,
                                        struct str name, struct arena *scratch)
{
    if (set->count == 0)
        return NULL;
    struct str key = utf8_key(scratch, name);
    return find_item(set, place_of_key(key), key);
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

/* Well above any list that a person writes. */
#define LONGEST_LIST ((size_t)1 << 20)

static bool read_list(const char *name, struct buf *text, struct err *err)
{
    struct input *input = input_open(name, (struct input_limits){0}, err);
    if (!input)
        return false;
    char bytes[4096];
    size_t len = 1;
    bool done = true;
    while (done && len > 0) {
        done = input_read(input, bytes, sizeof(bytes), &len, err);
        if (done && !buf_add(text, (struct str){bytes, len}))
            done = err_set(err, ERR_REQUEST,
                           "%s: longer than a list of places can be", name);
    }
    input_close(input);
    return done;
}

static struct str without_comment(struct str line)
{
    return str_trim(str_cut(&line, '#'));
}

static bool add_lines(struct place_set *set, const char *name, struct str text,
                      struct arena *arena, struct err *err)
{
    const struct str byte_order_mark = STR("\xef\xbb\xbf");
    if (str_starts(text, byte_order_mark))
        text = str_skip(text, byte_order_mark.len);
    bool is_empty = true;
    for (size_t number = 1; text.ptr; number++) {
        struct str line = str_cut(&text, '\n');
        if (str_ends(line, STR("\r")))
            line.len--;
        line = without_comment(line);
        if (line.len == 0)
            continue;
        is_empty = false;
        struct err reason = {0};
        if (!add_place(set, line, arena, &reason))
            return err_set(err, reason.kind, "%s:%zu: %s", name, number,
                           reason.text);
    }
    return !is_empty || err_set(err, ERR_REQUEST,
                                "%s: no place in it; write one a line", name);
}

static bool add_file(struct place_set *set, struct str name,
                     struct arena *arena, struct err *err)
{
    const char *path = arena_str(arena, name).ptr;
    struct buf text;
    buf_init(&text, LONGEST_LIST);
    bool done = read_list(path, &text, err) &&
                add_lines(set, path, buf_str(&text), arena, err);
    buf_done(&text);
    return done;
}

bool place_set_add(struct place_set *set, struct str value, struct arena *arena,
                   struct err *err)
{
    value = str_trim(value);
    if (str_starts(value, STR("@"))) {
        if (str_ends(value, STR(".txt")))
            return add_file(set, str_skip(value, 1), arena, err);
        return err_set(err, ERR_REQUEST,
                       "groups are not known yet: %s; name the places or "
                       "write them in a file, one a line: --supplier "
                       "@FILE.txt",
                       diag_quote(arena, value));
    }
    do {
        if (!add_place(set, next_place(&value), arena, err))
            return false;
    } while (value.ptr);
    return true;
}
