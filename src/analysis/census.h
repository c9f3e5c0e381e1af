/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fixed line under every table of statistics: what varies is not chance in
 * drawing a sample (methods 17). */
#ifndef ANALYSIS_CENSUS_H
#define ANALYSIS_CENSUS_H

#include "analysis/study.h"
#include "result/result.h"

/* "These are all deliveries known to SIPRI, not a sample", without a stop, so
 * that a table may add how its numbers are to be read. In the study's
 * arena. */
const char *census_line(const struct study *study);

/* The line, as a sentence, and behind it the source: the last two paragraphs
 * under a table. */
void census_foot(struct result *result, const struct study *study);

#endif
