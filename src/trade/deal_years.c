/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/deal_years.h"

#include <string.h>

#include "base/key.h"
#include "base/map.h"
#include "base/mem.h"

/* Rows are looked through in parts of about so many, so that a table of them
 * fits the processor's cache. */
#define PART_ROWS ((size_t)8192)

void deal_years_init(struct deal_years *seen)
{
    *seen = (struct deal_years){0};
    arena_init(&seen->arena);
}

void deal_years_done(struct deal_years *seen)
{
    mem_free(seen->rows);
    mem_free(seen->texts);
    arena_done(&seen->arena);
    deal_years_init(seen);
}

static uint32_t keep_text(struct deal_years *seen, struct str text)
{
    if (seen->text_count == seen->text_cap) {
        seen->text_cap = seen->text_cap ? seen->text_cap * 2 : 64;
        seen->texts =
            mem_resize(seen->texts, seen->text_cap, sizeof(*seen->texts));
    }
    seen->texts[seen->text_count] = arena_str(&seen->arena, text);
    return (uint32_t)seen->text_count++;
}

static void make_room(struct deal_years *seen, size_t more)
{
    if (seen->count + more <= seen->cap)
        return;
    seen->cap = seen->cap > more ? seen->cap : more;
    seen->cap = seen->cap < 512 ? 512 : seen->cap * 2;
    seen->rows = mem_resize(seen->rows, seen->cap, sizeof(*seen->rows));
}

void deal_years_add(struct deal_years *seen, struct str deal, int year,
                    uint64_t place)
{
    make_room(seen, 1);
    uint64_t key = key_of(deal);
    uint32_t text = key_is_long(key) ? keep_text(seen, deal) : 0;
    seen->rows[seen->count++] = (struct deal_year){key, place, text, year};
}

void deal_years_join(struct deal_years *seen, const struct deal_years *other)
{
    make_room(seen, other->count);
    for (size_t i = 0; i < other->count; i++) {
        struct deal_year row = other->rows[i];
        if (key_is_long(row.key))
            row.text = keep_text(seen, other->texts[row.text]);
        seen->rows[seen->count++] = row;
    }
}

/* The id of a row; a short one is spelled from its key. */
static struct str id_of(const struct deal_years *seen,
                        const struct deal_year *row, struct arena *arena)
{
    char text[8];
    if (key_is_long(row->key))
        return arena_str(arena, seen->texts[row->text]);
    for (size_t i = 0; i < sizeof(text); i++)
        text[i] = (char)(row->key >> 8 * i & 0xFF);
    return arena_str(arena, (struct str){text, (size_t)(row->key >> 56)});
}

static bool is_same(const struct deal_years *seen, const struct deal_year *a,
                    const struct deal_year *b)
{
    return a->key == b->key && a->year == b->year &&
           (!key_is_long(a->key) ||
            str_eq(seen->texts[a->text], seen->texts[b->text]));
}

/* The rows in parts: the same deal and year are in the same part. */
struct parts {
    const struct deal_years *seen;
    uint64_t secret;
    unsigned bits; /* binary logarithm of their number */
    size_t *ends;  /* where each ends in `order` */
    uint32_t *order;
    uint32_t *table; /* of one part: row + 1 */
    size_t slots;
    struct deal_twice twice;
    const struct deal_year *found;
};

static uint64_t hash_of(const struct parts *parts, const struct deal_year *row)
{
    uint64_t hash = (row->key ^ row->key >> 29) * parts->secret;
    return (hash + (uint32_t)row->year) * parts->secret;
}

static size_t part_of(const struct parts *parts, const struct deal_year *row)
{
    return parts->bits ? (size_t)(hash_of(parts, row) >> (64 - parts->bits))
                       : 0;
}

static void divide(struct parts *parts)
{
    const struct deal_years *seen = parts->seen;
    size_t count = (size_t)1 << parts->bits, before = 0;
    for (size_t i = 0; i < seen->count; i++)
        parts->ends[part_of(parts, &seen->rows[i])]++;
    for (size_t i = 0; i < count; i++) {
        size_t here = parts->ends[i];
        parts->ends[i] = before;
        before += here;
    }
    for (size_t i = 0; i < seen->count; i++) {
        size_t part = part_of(parts, &seen->rows[i]);
        parts->order[parts->ends[part]++] = (uint32_t)i;
    }
}

static void note_twice(struct parts *parts, const struct deal_year *one,
                       const struct deal_year *other)
{
    struct deal_twice *twice = &parts->twice;
    bool in_order = one->place < other->place;
    uint64_t second = in_order ? other->place : one->place;
    if (parts->found && second >= twice->second)
        return;
    parts->found = one;
    twice->first = in_order ? one->place : other->place;
    twice->second = second;
}

/* Each row into the table, which keeps the first place of each. */
static void look_through(struct parts *parts, size_t begin, size_t end)
{
    const struct deal_year *rows = parts->seen->rows;
    size_t slots = parts->slots;
    while (slots < (end - begin) * 2)
        slots *= 2;
    if (slots > parts->slots)
        parts->table = mem_resize(parts->table, slots, sizeof(*parts->table));
    parts->slots = slots;
    memset(parts->table, 0, slots * sizeof(*parts->table));
    for (size_t i = begin; i < end; i++) {
        const struct deal_year *row = &rows[parts->order[i]];
        size_t at = (size_t)(hash_of(parts, row) >> 8) & (slots - 1);
        while (parts->table[at] != 0 &&
               !is_same(parts->seen, &rows[parts->table[at] - 1], row))
            at = (at + 1) & (slots - 1);
        const struct deal_year *known = NULL;
        if (parts->table[at] != 0)
            known = &rows[parts->table[at] - 1];
        if (known)
            note_twice(parts, known, row);
        if (!known || row->place < known->place)
            parts->table[at] = parts->order[i] + 1;
    }
}

bool deal_years_twice(const struct deal_years *seen, struct arena *arena,
                      struct deal_twice *twice)
{
    struct parts parts = {.seen = seen, .slots = 64};
    parts.secret = map_hash("deal", 4) | 1;
    while (seen->count >> parts.bits > PART_ROWS)
        parts.bits++;
    parts.ends = mem_alloc((size_t)1 << parts.bits, sizeof(*parts.ends));
    parts.order = mem_alloc(seen->count, sizeof(*parts.order));
    parts.table = mem_alloc(parts.slots, sizeof(*parts.table));
    divide(&parts);
    for (size_t i = 0, begin = 0; i < (size_t)1 << parts.bits; i++) {
        look_through(&parts, begin, parts.ends[i]);
        begin = parts.ends[i];
    }
    if (parts.found) {
        parts.twice.deal = id_of(seen, parts.found, arena);
        parts.twice.year = parts.found->year;
        *twice = parts.twice;
    }
    mem_free(parts.ends);
    mem_free(parts.order);
    mem_free(parts.table);
    return parts.found;
}
