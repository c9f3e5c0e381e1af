/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place as a person names it, and what to answer when none is meant. */
#include <config.h>

#include <assert.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "trade/place.h"
#include "trade/place_table.h"

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static const char *refusal_of(struct str code)
{
    bool two_letters =
        code.len == 2 && is_letter(code.ptr[0]) && is_letter(code.ptr[1]);
    for (size_t i = 0; i < place_refusal_count; i++) {
        struct str refused = str_from(place_refusals[i].code);
        if (two_letters ? str_eq_fold(code, refused) : str_eq(code, refused))
            return place_refusals[i].reason;
    }
    return two_letters ? "two-letter codes are not accepted; write the name"
                       : NULL;
}

static bool in_word(struct str text, size_t at)
{
    return at < text.len &&
           (is_letter(text.ptr[at]) || (unsigned char)text.ptr[at] >= 0x80);
}

/* Whether `words` stand in `text` with no letter before or after. */
static bool has_words(struct str text, struct str words)
{
    if (words.len == 0)
        return false;
    size_t at = 0;
    for (ptrdiff_t next; (next = str_find(str_skip(text, at), words)) >= 0;
         at++) {
        at += (size_t)next;
        bool starts = at == 0 || !in_word(text, at - 1);
        if (starts && !in_word(text, at + words.len))
            return true;
    }
    return false;
}

#define FAR SIZE_MAX

/* 0 where the words stand in the spelling, else the edit distance, FAR when
 * that is more than a third of the longer text. */
static size_t distance(struct str spelling, struct str key)
{
    if (has_words(spelling, key))
        return 0;
    size_t longer = spelling.len > key.len ? spelling.len : key.len;
    size_t shorter = spelling.len + key.len - longer;
    if ((longer - shorter) * 3 > longer)
        return FAR;
    size_t changes = str_distance(spelling, key);
    return changes * 3 <= longer ? changes : FAR;
}

/* Of each place: the distance of its nearest spelling. */
static size_t *measure_distances(struct str key, struct arena *arena)
{
    size_t *distances =
        arena_alloc(arena, place_table_count, sizeof(*distances));
    for (size_t i = 0; i < place_table_count; i++)
        distances[i] = FAR;
    for (size_t i = 0; i < place_key_count; i++) {
        size_t *nearest = &distances[place_keys[i].place];
        size_t here = distance(str_from(place_keys[i].text), key);
        if (here < *nearest)
            *nearest = here;
    }
    for (size_t i = 0; i < place_code_count; i++)
        if (str_eq_fold(key, str_from(place_codes[i].text)))
            distances[place_codes[i].place] = 0;
    return distances;
}

/* States and former states that have these words in their common name. More
 * than can be listed are none. */
static void add_namesakes(struct place_lookup *lookup, struct str key,
                          const size_t *distances, struct arena *arena)
{
    size_t count = 0;
    for (size_t i = 0; i < place_table_count; i++) {
        const struct place *place = &place_table[i];
        if (distances[i] > 0 ||
            (place->kind != PLACE_STATE && place->kind != PLACE_FORMER_STATE) ||
            !has_words(utf8_key(arena, str_from(place->name)), key))
            continue;
        if (count < PLACE_CANDIDATES)
            lookup->found[count] = place;
        count++;
    }
    lookup->count = count <= PLACE_CANDIDATES ? count : 0;
}

/* Keeps the nearest places in order of distance, then of name. */
static void add_nearest(struct place_lookup *lookup, const size_t *distances)
{
    size_t kept[PLACE_CANDIDATES];
    lookup->count = 0;
    for (size_t i = 0; i < place_table_count; i++) {
        size_t at = lookup->count;
        while (at > 0 && distances[kept[at - 1]] > distances[i])
            at--;
        if (distances[i] == FAR || at == PLACE_CANDIDATES)
            continue;
        if (lookup->count < PLACE_CANDIDATES)
            lookup->count++;
        for (size_t j = lookup->count - 1; j > at; j--)
            kept[j] = kept[j - 1];
        kept[at] = i;
    }
    for (size_t i = 0; i < lookup->count; i++)
        lookup->found[i] = &place_table[kept[i]];
}

static struct place_lookup look_up(struct str spelling, struct arena *arena)
{
    struct place_lookup lookup = {0};
    lookup.reason = refusal_of(spelling);
    if (lookup.reason) {
        lookup.answer = PLACE_REFUSED;
        return lookup;
    }
    struct str key = utf8_key(arena, spelling);
    lookup.found[0] = place_of_key(key);
    if (!lookup.found[0])
        lookup.found[0] = place_of_code(spelling);
    if (lookup.found[0]) {
        lookup.answer = PLACE_FOUND;
        lookup.count = 1;
        return lookup;
    }
    const size_t *distances = measure_distances(key, arena);
    lookup.answer = PLACE_AMBIGUOUS;
    add_namesakes(&lookup, key, distances, arena);
    if (lookup.count < 2) {
        lookup.answer = PLACE_NEAR;
        add_nearest(&lookup, distances);
    }
    return lookup;
}

struct place_lookup place_look_up(struct str spelling)
{
    struct arena arena;
    arena_init(&arena);
    struct place_lookup lookup = look_up(str_trim(spelling), &arena);
    arena_done(&arena);
    return lookup;
}
