/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of `rank --variant` (methods 2.2, 2.3): what varies is named in
 * their heads and columns, and none of it is chance in drawing a sample. All
 * rank the entities of question->by, over five years by default. Null on a
 * request that the study cannot answer (err). The caller frees. */
#ifndef ANALYSIS_RANK_VARIANTS_H
#define ANALYSIS_RANK_VARIANTS_H

#include "analysis/study.h"
#include "result/result.h"

struct rank_options {
    int span;     /* years of a rolling period */
    amount error; /* assumed standard deviation, per cent; -1: not said */
    size_t draws;
    unsigned long seed;
};

/* Ranks over every period of `span` years within the years asked for (all
 * covered ones by default): best, median and worst; one row a period in machine
 * formats. */
struct result *rank_rolling(const struct study *study,
                            const struct question *question,
                            const struct rank_options *options,
                            struct err *err);

enum rank_chance {
    CHANCE_ERRORS,  /* every amount has an error; exact by quadrature */
    CHANCE_DRAWS,   /* the same, drawn */
    CHANCE_WEAPONS, /* the value of every weapon type has one, drawn */
    CHANCE_DEALS,   /* the rows of each are drawn again */
    CHANCE_JOINT,   /* sets of ranks that hold for all at once */
};

/* Interval of 95 per cent, likeliest rank, and probabilities of the first and
 * of the first five. ERR_REQUEST: no error said where one is assumed; rows
 * that do not name orders or weapons. */
struct result *rank_by_chance(const struct study *study,
                              const struct question *question,
                              enum rank_chance chance,
                              const struct rank_options *options,
                              struct err *err);

/* How much of each amount rests on estimated years and numbers, and bounds of
 * amount, share and rank when deliveries of an estimated year move by one year
 * across the edge of the period. ERR_REQUEST: the layout marks no estimates,
 * or does not divide years. */
struct result *rank_estimates(const struct study *study,
                              const struct question *question, struct err *err);

/* How far the order of the period before is that of the period: correlations
 * over everybody in either, overlap of the first ones, who came and who
 * went. ERR_REQUEST: no period before. */
struct result *rank_agreement(const struct study *study,
                              const struct question *question, struct err *err);

#endif
