/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts year by year with the trailing five-year mean, and the share of the
 * world. */
#ifndef ANALYSIS_SERIES_H
#define ANALYSIS_SERIES_H

#include "analysis/study.h"
#include "result/result.h"

enum each {
    EACH_NONE,
    EACH_YEAR,
    EACH_WINDOW,  /* periods of `span` years counted back from the last */
    EACH_ROLLING, /* every `span` years that end in a year of the period */
    EACH_CATEGORY,
    EACH_SUPPLIER,
    EACH_RECIPIENT,
};

/* The flow that question->asked selects (both sides' sets are applied here, as
 * masks, so that the cube holds the world), by year, window or rolling period
 * over question->years (all covered years by default). `world`: as in
 * partners.h. */
struct result *series_result(const struct study *study,
                             const struct question *question, enum each each,
                             int span, const struct study *world,
                             struct err *err);

#endif
