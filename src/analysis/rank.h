/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is largest: rank, share, the period before, change, and how much one
 * year decides (interface 5.1; methods 2). */
#ifndef ANALYSIS_RANK_H
#define ANALYSIS_RANK_H

#include "analysis/study.h"
#include "result/result.h"

/* Ranks the entities of question->by over the period (five years by default).
 * `others`: studies of other releases, newest first; where one of them ranks a
 * listed row differently, the last line under the table says so. Null on a
 * request that the study cannot answer (err). The caller frees. */
struct result *rank_result(const struct study *study,
                           const struct question *question,
                           const struct study *const *others,
                           size_t other_count, struct err *err);

/* Several releases side by side: one table, a pair of columns each. */
struct result *rank_releases(const struct study *const *studies, size_t count,
                             const struct question *question, struct err *err);

#endif
