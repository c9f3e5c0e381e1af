/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stat/ needs to know of a ranking to draw its ranks: doubles in an order
 * that is that of the names, whatever the order of the rows. On the heap. */
#ifndef ANALYSIS_RANK_SAMPLE_H
#define ANALYSIS_RANK_SAMPLE_H

#include "analysis/ranking.h"
#include "stat/rank_draws.h"

struct rank_sample {
    size_t count;   /* ranked entities */
    size_t *number; /* of entities[i] of the group: its place by name */
    double *values; /* by place: amounts */
    double *errors; /* by place, or by weapon */
    size_t error_count;

    struct rank_part *parts; /* of the amounts */
    size_t part_count;

    double *rows; /* single amounts in millionths, ascending, by place; those */
    size_t *first; /* of place i from first[i] to below first[i + 1] */
    size_t row_count;
};

/* Amounts, and an error of each (1 is 100 per cent). */
void rank_sample_init(struct rank_sample *sample, const struct ranking *ranking,
                      double error);
void rank_sample_done(struct rank_sample *sample);

/* Every amount is one part with an error of its own. */
void rank_sample_whole(struct rank_sample *sample);

/* The study's rows in the period: each for itself, or summed by designation.
 * They sum up to the ranking's amounts. */
void rank_sample_rows(struct rank_sample *sample,
                      const struct ranking *ranking);
void rank_sample_weapons(struct rank_sample *sample,
                         const struct ranking *ranking);

#endif
