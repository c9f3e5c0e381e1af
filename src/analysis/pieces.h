/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question repeated: for each year, window, rolling period or category. */
#ifndef ANALYSIS_PIECES_H
#define ANALYSIS_PIECES_H

#include "analysis/series.h"
#include "analysis/study.h"

/* The questions that `each` makes of one, in order of time or name; in the
 * study's arena. Years are those of the question (all covered ones by
 * default). ERR_REQUEST: years not covered; each supplier or recipient. */
bool pieces_of(const struct question *question, const struct study *study,
               enum each each, int span, const struct question **pieces,
               size_t *count, struct err *err);

#endif
