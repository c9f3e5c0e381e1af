/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that no layout knows, read as --map says. */
#ifndef SOURCE_MAPPED_H
#define SOURCE_MAPPED_H

#include "csv/head.h"
#include "source/mapping.h"
#include "source/source.h"

/* What the mapping says of how to read goes into the reading's options; first
 * thing, before the text is opened. ERR_REQUEST: no mapping, or an option that
 * says something else. */
bool mapped_begin(struct reading *reading, struct err *err);

/* Where the columns of the mapping stand. */
struct mapped_place {
    const struct source *source;
    struct dialect dialect;
    size_t header; /* record of the head, or the first one of data */
};

/* Finds it in the first bytes of the file. ERR_REQUEST: a column that is not
 * there (with the nearest), or stands twice. */
bool mapped_find(struct reading *reading, struct str bytes, bool whole,
                 struct mapped_place *place, struct err *err);

/* The columns of the header that have the name: its exact spelling, else with
 * case, accents and blanks aside. How many; the first two are set. */
size_t mapped_columns(const struct head_record *header, struct str name,
                      size_t found[2], struct arena *arena);

/* The year of a cell in which exactly one word of four digits is one:
 * "2008-01-02", "01/05/2004", "2019/20", "2019.0". */
bool mapped_year(struct str cell, int *year);

#endif
