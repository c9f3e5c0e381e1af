/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks by chance, found and shown: between rank_chance.c and its view. */
#ifndef ANALYSIS_RANK_CHANCE_H
#define ANALYSIS_RANK_CHANCE_H

#include "analysis/rank_sample.h"
#include "analysis/rank_variants.h"
#include "stat/rank_law.h"

#define CHANCE_LEVEL 0.95

/* What one manner has of its own. */
struct manner {
    const char *option;  /* as --variant names it */
    const char *varies;  /* names of columns: "rank_draws_best" */
    const char *tail;    /* of the title, behind "ranks " */
    const char *reading; /* how its numbers are to be read */
    bool drawn;
    bool errs; /* needs --error */
    bool rows;
};

struct chances {
    const struct manner *manner;
    enum rank_chance chance;
    const struct rank_options *options;
    struct ranking ranking;
    struct rank_sample sample;
    struct rank_summary *rows; /* as the ranking's; best 0: no rank */
    double quantile;           /* of sets that hold for all at once */
};

/* Columns, rows and view. */
void chance_show(struct result *result, const struct chances *chances);

#endif
