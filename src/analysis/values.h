/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares, changes and points as values: exact ratios with what printed
 * rounding allows judged ("~", "<0.05", "new"). Bounds as in methods 2.3 (a)
 * and section 3. */
#ifndef ANALYSIS_VALUES_H
#define ANALYSIS_VALUES_H

#include "analysis/group.h"
#include "base/arena.h"
#include "result/value.h"

/* Share of a whole; "<0.05" and "~" are decided here. */
struct value share_value(const struct study *study,
                         const struct cube_cell *part,
                         const struct cube_cell *whole);

/* Change of the amount against the period before (of yearly means when the
 * lengths differ); null zero_base / no_record / not_covered as it comes. */
struct value change_value(const struct study *study,
                          const struct periods *periods,
                          const struct cube_cell *now,
                          const struct cube_cell *before);

/* Share now minus share before, in percentage points. */
struct value points_value(const struct study *study,
                          const struct cube_cell *now,
                          const struct cube_cell *whole_now,
                          const struct cube_cell *before,
                          const struct cube_cell *whole_before);

/* The share as tables print it: text, or null as it comes. */
struct value share_printed(struct arena *arena, struct value share);

/* The same with the mark that tables put: "~2.4"; "" of null. */
const char *share_shown(struct arena *arena, struct value share);

/* "2.4", "<0.05" for a sentence; "–" of nothing. */
const char *share_words(struct arena *arena, const struct cube_cell *part,
                        const struct cube_cell *whole);

/* An amount, or null no_record when there is no row. */
struct value amount_value(const struct cube_cell *cell);

/* A rank, or null; tied ones are marked. */
struct value rank_value(size_t rank, bool tied);

/* lo_i / (lo_i + sum of hi_j), hi_i / (hi_i + sum of lo_j), j other than i:
 * least and most that printed rounding allows. */
struct ratio share_low(const struct cube_cell *part,
                       const struct cube_cell *whole);
struct ratio share_high(const struct cube_cell *part,
                        const struct cube_cell *whole);

/* (now - before) / before by the ends of printed rounding: least and most. */
struct ratio change_low(const struct periods *periods,
                        const struct cube_cell *now,
                        const struct cube_cell *before);
struct ratio change_high(const struct periods *periods,
                         const struct cube_cell *now,
                         const struct cube_cell *before);

#endif
