/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/header.h"

#include "base/utf8.h"

static struct str name_of(struct str cell, struct arena *arena)
{
    char *text = arena_alloc(arena, cell.len + 1, 1);
    for (size_t i = 0; i < cell.len; i++) {
        char c = cell.ptr[i];
        text[i] = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return str_trim((struct str){text, cell.len});
}

static struct str without_tail(struct str text)
{
    while (text.len > 0 && strchr(";,", text.ptr[text.len - 1]))
        text.len--;
    return str_trim(text);
}

struct header header_of(const struct head_record *record, struct arena *arena)
{
    struct header header = {.count = record->count};
    header.names = arena_alloc(arena, record->count, sizeof *header.names);
    header.keys = arena_alloc(arena, record->count, sizeof *header.keys);
    for (size_t i = 0; i < record->count; i++) {
        struct str name = name_of(record->cells[i], arena);
        if (i + 1 == record->count)
            name = without_tail(name);
        header.names[i] = arena_str(arena, name);
        header.keys[i] = utf8_key(arena, name);
    }
    return header;
}

/* Those of the texts that are the wanted one. */
static size_t find(const struct str *texts, size_t count, struct str wanted,
                   size_t found[2])
{
    size_t hits = 0;
    for (size_t i = 0; i < count; i++) {
        if (!str_eq(texts[i], wanted))
            continue;
        if (hits < 2)
            found[hits] = i;
        hits++;
    }
    return hits;
}

size_t header_find(const struct header *header, struct str name,
                   size_t found[2], struct arena *arena)
{
    size_t hits = find(header->names, header->count, name, found);
    return hits ? hits
                : find(header->keys, header->count, utf8_key(arena, name),
                       found);
}
