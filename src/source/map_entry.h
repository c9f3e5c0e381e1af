/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: the text of a mapping as entries, "name = value" each,
 * with commas or line ends between them. */
#ifndef SOURCE_MAP_ENTRY_H
#define SOURCE_MAP_ENTRY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum map_form {
    MAP_BARE,     /* up to a comma or the end of the line, without blanks
                     round it */
    MAP_QUOTED,   /* "..." or '...'; a quote inside is written twice */
    MAP_BRACKETS, /* [...]; a closing bracket inside is written twice */
};

struct map_entry {
    struct str name; /* lower case, with _ for - and for blanks */
    enum map_form form;
    struct str value;
    size_t line; /* from 1 */
};

/* The text that is left, borrowed, and where it stands. */
struct map_text {
    struct str rest;
    const char *where;   /* what messages begin with: "--map", a file's name */
    bool lines;          /* and whether a line number follows */
    size_t line;         /* the next entry's, from 1 */
    bool begun;          /* something stands before it on its line */
    struct arena *arena; /* of names and values */
};

/* The next entry; *more is false at the end. Lines that begin with # and empty
 * entries are passed over. ERR_REQUEST: no "=", or an open quote. */
bool map_entry_next(struct map_text *text, struct map_entry *entry, bool *more,
                    struct err *err);

/* A word as names and units are compared: lower case, with _ for - and for
 * blanks. */
struct str map_entry_lower(struct arena *arena, struct str word);

/* "--map", "my.map:3". */
const char *map_entry_place(const struct map_text *text, size_t line);

#endif
