/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a table of codes is filled. Everything lives in the arena given. */
#ifndef SOURCE_CODE_TABLE_FILE_H
#define SOURCE_CODE_TABLE_FILE_H

#include <stddef.h>
#include <stdint.h>

#include "source/code_table.h"
#include "source/reading.h"

struct code_entry {
    struct str code; /* without leading zeros */
    struct str name;
    const char *file;
    uint64_t line;
};

struct code_table {
    struct code_entry *entries; /* in order of codes once finished */
    size_t count;
    size_t cap;
};

/* The code as it is compared. */
struct str code_table_digits(struct str code);

void code_table_add(struct code_table *table, struct code_entry entry,
                    struct arena *arena);

/* Adds the codes of the system that the word names ("iso3", "sipri"); false if
 * it names none. */
bool code_table_add_system(struct code_table *table, struct str word,
                           struct arena *arena);

/* Adds what a file holds: a column of codes and one of names, of which an
 * abbreviation is the source's own spelling, within the limits of the
 * options. ERR_REQUEST: it has no such
 * columns. ERR_DATA: it cannot be read, or has no rows. */
bool code_table_read(struct code_table *table, const char *path,
                     const struct read_options *options, struct arena *arena,
                     struct err *err);

/* Sorts it and tells equal names apart. ERR_DATA: a code with two names. */
bool code_table_finish(struct code_table *table, struct arena *arena,
                       struct err *err);

#endif
