/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How ranks are given to equal amounts (methods 2.1). Ranks are counted in
 * halves, so that a fractional one is exact: 5 is rank 2.5, and 0 is none. */
#ifndef ANALYSIS_TIES_H
#define ANALYSIS_TIES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "result/result.h"

enum ties {
    TIES_COMPETITION, /* 1 2 2 4 */
    TIES_MODIFIED,    /* 1 3 3 4 */
    TIES_DENSE,       /* 1 2 2 3 */
    TIES_ORDINAL,     /* 1 2 3 4, by name */
    TIES_FRACTIONAL,  /* 1 2.5 2.5 4 */
};

/* Where one of a list stands that is ordered by amount, then by name. */
struct tie {
    size_t above;    /* how many have more */
    size_t distinct; /* and how many different amounts these have */
    size_t equal;    /* how many have as much, itself included */
    size_t before;   /* how many of these come before it by name */
};

/* The rank, in halves. */
size_t ties_halves(enum ties rule, struct tie tie);

/* "competition", "modified", ... */
const char *ties_word(enum ties rule);

/* What is said under a table; null of the default rule. */
const char *ties_note(enum ties rule);

/* The rank as a cell, null no_record of 0; a whole one that is shared by that
 * rule is marked. */
struct value ties_value(enum ties rule, size_t halves, bool tied);

/* From best to worst as tables have it, "2.5–4"; null of 0. The text is for
 * ranks only. */
struct value ties_range(struct arena *arena, size_t best, size_t worst);

const char *ties_range_text(struct arena *arena, size_t best, size_t worst);

/* Rank a less rank b, both in halves. */
struct value ties_difference(size_t a, size_t b);

/* Columns of ranks become columns of numbers where a rank may be a half. */
void ties_columns(struct result *result, enum ties rule);

/* "3", "2.5". */
const char *ties_text(struct arena *arena, size_t halves);

#endif
