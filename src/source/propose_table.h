/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: the table that the first bytes of a file look most
 * like. */
#ifndef SOURCE_PROPOSE_TABLE_H
#define SOURCE_PROPOSE_TABLE_H

#include "source/propose_column.h"
#include "source/reading.h"

/* More columns than a person would map. */
#define MOST_COLUMNS ((size_t)256)

/* A way to see the file as a table. */
struct table {
    struct head head;
    size_t header; /* record, or the first one of data: */
    bool headed;
    struct sample sample;
    size_t filled; /* cells of the sample */
};

/* The one that fills most cells of whole rows; false: there is none. Lives in
 * the arena. */
bool propose_table(struct table *best, const struct reading *reading,
                   struct str bytes, bool whole, struct arena *arena);

#endif
