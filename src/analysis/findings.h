/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statistics about places as rows for machines, one number a row: the columns
 * that all variants of compare share. */
#ifndef ANALYSIS_FINDINGS_H
#define ANALYSIS_FINDINGS_H

#include "analysis/study.h"
#include "result/result.h"

/* What a row is about; texts may be left empty. */
struct finding {
    struct str supplier;      /* empty: World */
    struct str recipient;     /* empty: World */
    struct str compared_with; /* the other one of two that are alike */
    struct str category;      /* empty: All */
    const char *statistic;    /* "market_effect" */
    const char *variant;      /* "base_before" */
    const char *unit;         /* "tiv_million", "ratio", "points" */
    size_t n;                 /* of the markets, places or categories that it
                                 rests on; 0: not told */
    struct value value;
};

/* Adds the columns to a new result. */
void findings_columns(struct result *result);

/* Adds a row. An empty period before is none. */
void findings_add(struct result *result, const struct study *study,
                  const struct periods *periods, const struct finding *finding);

#endif
