/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables and the sentence of a series. */
#ifndef ANALYSIS_SERIES_VIEW_H
#define ANALYSIS_SERIES_VIEW_H

#include "analysis/lines.h"
#include "result/result.h"

/* One line: a row for each year or period, and the sentence about the last
 * one. Several: see series_grid(). */
void series_view(struct result *result, const struct series *series);

/* Several lines: a row each, with as many of the last years as fit, the whole
 * period, and its share of all. */
void series_grid(struct result *result, const struct series *series);

/* "South Korea's deliveries of major arms were 844 TIV million in 2023 (mean
 * of 2019–23: 558)." Of one line only. */
void series_sentence(struct result *result, const struct series *series);

/* Notes, what "–" means, the world that shares are of, the source. */
void series_foot(struct result *result, const struct series *series);

/* Whether all lines together are all deliveries of the world. */
bool series_is_world(const struct series *series);

/* ", 1990–2023 (covered years only)": the end of a title. */
const char *series_years(const struct series *series);

#endif
