/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an amount is spread over units (suppliers, recipients, ...) in one
 * period, and what can be said of that in exact ratios. Everything lives in
 * the arena that it is built in. */
#ifndef ANALYSIS_SPREAD_H
#define ANALYSIS_SPREAD_H

#include "analysis/group.h"
#include "base/arena.h"
#include "result/value.h"
#include "stat/units.h"

struct part {
    struct str name;
    struct cube_cell cell;
    bool unknown; /* a bucket of unknown places, not one of them */
};

struct spread {
    struct part *parts; /* with a record, largest first, then by name */
    size_t count;       /* they; those below half among them */
    size_t active;      /* with an amount above 0 */
    size_t universe;    /* with a record in any covered year */
    struct cube_cell all;
    struct cube_cell unknown; /* in the buckets */
};

/* What the index takes unknown places for. */
enum unknown_as {
    UNKNOWN_AS_RECORDED, /* each bucket is one */
    UNKNOWN_ONE,         /* all are one */
    UNKNOWN_APART,       /* so many that each has next to nothing */
};

/* What a part is called: of pairs that one side has in common, by the other. */
enum part_name { PART_FIRST, PART_SECOND, PART_BOTH };

/* Of so many entities, in the period or the one before. */
void spread_build(struct spread *spread, const struct entity *const *entities,
                  size_t count, enum part_name name, bool before,
                  struct arena *arena);

/* What the sum of squared shares is, 0 to 1, over the amounts that are above
 * 0; an exact ratio while it fits one, else a double from exact shares. Null:
 * no_record, or zero_base when all are 0. Three decimals. */
struct value spread_hhi(const struct spread *spread, enum unknown_as unknown);

/* 1 / HHI: so many equal units would be as concentrated. One decimal. */
struct value spread_effective(const struct spread *spread);

/* The value of one of both marked where the rounding of the source may print it
 * in another way: by the least and largest share that it allows each part. */
struct value spread_marked(const struct spread *spread, struct value value,
                           bool effective);

/* The k largest together, and their share, 0 to 1. */
struct cube_cell spread_top(const struct spread *spread, size_t k);
struct value spread_top_share(const struct spread *spread, size_t k);

/* now - before, of two values of one of the functions above; null when one of
 * them is. Signed, as many decimals. */
struct value spread_change(struct value now, struct value before);

/* The double that the value is; it is a ratio or a number. */
double spread_double(struct value value);

/* "United States"; of several that are equally large, all, with "; " between
 * them. Null without an amount. */
struct value spread_largest(const struct spread *spread, struct arena *arena);

/* The names of the k largest and of those that are as large as the last of
 * them, likewise. */
struct value spread_names(const struct spread *spread, size_t k,
                          struct arena *arena);

/* The amounts as doubles: of the active units, or of the universe, in which
 * those without an amount are 0. units_done() frees. */
void spread_units(const struct spread *spread, bool universe,
                  struct units *units);

#endif
