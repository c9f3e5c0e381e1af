/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts year by year over all covered years, also before and after the
 * period that is asked for: what a trailing mean and the period before need.
 * Everything lives in the study's arena. */
#ifndef ANALYSIS_TRACKS_H
#define ANALYSIS_TRACKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "analysis/group.h"

struct track {
    uint32_t id;             /* in the dictionary of its kind; NAME_NONE: no
                                name, or the one track of BY_WORLD */
    struct str name;         /* "(not named)"; "" for BY_WORLD */
    struct cube_cell *years; /* by year from covered.from; rows 0: no record */
    bool *recorded;          /* likewise */
};

struct tracks {
    struct period covered;
    struct track *items;
    size_t count;
};

/* By supplier, recipient or category, in no order that means anything;
 * BY_WORLD gives one track, also when no cell is taken. */
void tracks_build(struct tracks *tracks, const struct study *study, enum by by,
                  struct group_masks masks);

/* The track of that number, or null. */
const struct track *tracks_find(const struct tracks *tracks, uint32_t id);

/* The amount over a period within the covered years; false: no record. */
bool tracks_amount(const struct tracks *tracks, const struct track *track,
                   struct period period, amount *sum);

/* All sums over such a period. */
struct cube_cell tracks_sum(const struct tracks *tracks,
                            const struct track *track, struct period period);

#endif
