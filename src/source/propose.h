/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mapping for a file that no layout knows, from the names of its columns and
 * from what stands in its first rows. It is for a person to look at: nothing
 * is read by it unless it is given back with --map. */
#ifndef SOURCE_PROPOSE_H
#define SOURCE_PROPOSE_H

#include "source/mapping.h"

#define PROPOSAL_REMARKS 8

/* The caller makes the arena. */
struct proposal {
    struct arena *arena;
    bool made;  /* the file is a table, and something of it was recognised */
    bool whole; /* the mapping can be given as it is */
    struct mapping mapping;
    const char *reasons[ROLE_COUNT];       /* of each part, one clause */
    const char *remarks[PROPOSAL_REMARKS]; /* what a person has to decide */
    size_t remark_count;
    const char *file;    /* without its folder */
    const char *table;   /* "Separated by commas, header on line 1; ..." */
    const char *columns; /* "1 'Exporter', 2 'Importer', ..." */
};

/* Fills it from the first bytes of the reading's text. */
void propose(struct proposal *proposal, const struct reading *reading,
             struct str bytes, bool whole);

#endif
