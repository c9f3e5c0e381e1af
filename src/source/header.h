/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: the names of a file's columns, as a person would repeat
 * them. Lives in the arena that it is made in. */
#ifndef SOURCE_HEADER_H
#define SOURCE_HEADER_H

#include "base/arena.h"
#include "csv/head.h"

struct header {
    size_t count;
    struct str *names; /* trimmed; a line end inside one is a blank; without
                          the tail that spreadsheets leave behind the last */
    struct str *keys;  /* as they are compared */
};

struct header header_of(const struct head_record *record, struct arena *arena);

/* How many columns have the name, in its exact spelling, else with case,
 * accents and runs of blanks aside; the first two are set. */
size_t header_find(const struct header *header, struct str name,
                   size_t found[2], struct arena *arena);

#endif
