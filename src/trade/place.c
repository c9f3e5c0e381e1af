/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/place.h"

#include <assert.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "trade/place_table.h"

const char *place_kind_word(enum place_kind kind)
{
    static const char *const words[] = {
        [PLACE_STATE] = "state",
        [PLACE_FORMER_STATE] = "former_state",
        [PLACE_ARMED_GROUP] = "armed_group",
        [PLACE_ORGANISATION] = "organisation",
        [PLACE_UNKNOWN] = "unknown",
        [PLACE_WORLD] = "world",
    };
    assert((size_t)kind < sizeof(words) / sizeof(words[0]));
    return words[kind];
}

/* Bisects a list in order of bytes. */
static const struct place *find(const struct place_key *list, size_t count,
                                struct str text)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_cmp(text, str_from(list[middle].text));
        if (order == 0)
            return &place_table[list[middle].place];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* Longer texts are no names. */
#define MOST_LETTERS ((size_t)200)

static const struct place *place_of_letters(struct str key)
{
    char letters[MOST_LETTERS];
    size_t len = 0;
    for (size_t i = 0; i < key.len && len + 3 < MOST_LETTERS; i++) {
        char c = key.ptr[i];
        if ((unsigned char)c < ' ')
            return NULL;
        if (c == '&') {
            memcpy(letters + len, "and", 3);
            len += 3;
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                   c == '*' || (unsigned char)c >= 0x80) {
            letters[len++] = c;
        }
    }
    return len + 3 < MOST_LETTERS ? find(place_letters, place_letter_count,
                                         (struct str){letters, len})
                                  : NULL;
}

const struct place *place_of_key(struct str key)
{
    const struct place *place = find(place_keys, place_key_count, key);
    return place ? place : place_of_letters(key);
}

const struct place *place_of_code(struct str code)
{
    return find(place_codes, place_code_count, code);
}

const struct place *place_of_name(struct str name)
{
    struct arena scratch;
    arena_init(&scratch);
    const struct place *place = place_of_key(utf8_key(&scratch, name));
    arena_done(&scratch);
    return place;
}

const struct place *place_of_number(unsigned long number, bool *first)
{
    for (size_t i = 0; i < place_number_count; i++) {
        if (place_numbers[i].number == number) {
            *first = place_numbers[i].first;
            return &place_table[place_numbers[i].place];
        }
    }
    return NULL;
}

/* What the publishers' marks say of a name that the table does not know. */
static enum place_kind kind_by_marks(struct str key)
{
    if (str_ends(key, STR("**")))
        return PLACE_ORGANISATION;
    if (str_starts(key, STR("unknown ")) && !str_ends(key, STR("*")))
        return PLACE_UNKNOWN;
    if (str_ends(key, STR("*")) || str_ends(key, STR(" rebels")))
        return PLACE_ARMED_GROUP;
    return PLACE_UNKNOWN;
}

enum place_kind place_kind_of_name(struct str name)
{
    struct arena scratch;
    arena_init(&scratch);
    struct str key = utf8_key(&scratch, name);
    const struct place *place = place_of_key(key);
    enum place_kind kind = place ? place->kind : kind_by_marks(key);
    arena_done(&scratch);
    return kind;
}

size_t place_count(void)
{
    return place_table_count;
}

const struct place *place_at(size_t index)
{
    assert(index < place_table_count);
    return &place_table[index];
}

size_t place_aliases(const struct place *place, const char *const **aliases)
{
    size_t index = (size_t)(place - place_table);
    assert(index < place_table_count);
    size_t start = place_spelling_start[index];
    *aliases = place_spellings + start;
    return place_spelling_start[index + 1] - start;
}
