/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which column of a file is what, as a person says it: on the command line
 * (supplier=Exporter,year=Yr,...) or in a file, a line each
 * (doc/formats/mapping.md). Texts live in the arena that it is parsed into. */
#ifndef SOURCE_MAPPING_H
#define SOURCE_MAPPING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "source/reading.h"

enum part_kind {
    PART_NONE,
    PART_COLUMN,   /* the column with that name */
    PART_NUMBER,   /* the column at that place, from 1 */
    PART_CONSTANT, /* this text, for every row */
};

/* What stands for one column of the tidy table. */
struct part {
    enum part_kind kind;
    struct str text;
    size_t number;
};

struct mapping {
    struct part parts[ROLE_COUNT];
    struct period years; /* one column a year, and of these the amounts; from 0:
                            a row has one amount */
    enum tri header;     /* whether a line names the columns; unknown: told by
                            the first line */
    size_t skip;         /* lines above it, SIZE_MAX: not said */
    char delimiter;      /* each 0: not said */
    char decimal;
    char thousands;      /* ' ' stands for every kind of blank, ' for every
                            apostrophe */
    struct str encoding; /* each empty: not said */
    struct str database;
    int unit;          /* enum unit, -1: not said */
    int measure;       /* enum measure, -1: not said */
    amount rounded_to; /* -1: not said; in the file's own numbers */
    amount scale;      /* what a 1 in the file stands for, 0: not said */
};

/* Nothing said. */
void mapping_init(struct mapping *mapping);

/* `where` is what messages begin with: "--map", or the name of the file, whose
 * lines are then counted (`lines`). ERR_REQUEST: a word that is none (with the
 * nearest), something said twice, or a mapping that cannot stand: without
 * amount, year, or either side. */
bool mapping_parse(struct mapping *mapping, struct str text, const char *where,
                   bool lines, struct arena *arena, struct err *err);

/* The value of --map: the mapping itself, or the name of a file that holds it,
 * which has no "=", or ends in ".map" and exists. */
bool mapping_load(struct mapping *mapping, const char *value,
                  struct arena *arena, struct err *err);

/* What parses to the same: "supplier=Exporter,year=Yr,...", or a line each. */
void mapping_print(const struct mapping *mapping, bool lines, struct buf *buf);

/* "supplier"; null for what is no part of a mapping. */
const char *mapping_part_name(enum role role);

#endif
