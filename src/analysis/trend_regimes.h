/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside analysis/ only: what tests of a named year and the search for years
 * have in common. */
#ifndef ANALYSIS_TREND_REGIMES_H
#define ANALYSIS_TREND_REGIMES_H

#include "analysis/trend_parts.h"
#include "stat/segment.h"

/* A question about breaks, and where its answers are written. */
struct searching {
    const struct trend *trend;
    struct trend_list *list;
    const struct yearly *yearly;
};

/* An entry with its value; valid until the next one. */
struct trend_entry *searching_entry(const struct searching *searching,
                                    const char *statistic, const char *variant,
                                    const char *label, enum trend_look look,
                                    struct estimate value);

/* The mean, or the slope, of a run of values, with its years. */
void searching_regime(const struct searching *searching, const char *variant,
                      size_t first, size_t count, enum regime regime);

/* --break search: supF, Pettitt, Bai-Perron and the rival trend. */
void trend_search(const struct trend *trend, struct trend_list *list,
                  struct result *result);

#endif
