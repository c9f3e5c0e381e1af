/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a reading: on standard error and in a result's provenance.
 * The counts are the same in both. */
#ifndef CMD_REPORT_H
#define CMD_REPORT_H

#include "base/arena.h"
#include "cmd/bundle.h"
#include "result/provenance.h"
#include "source/reading.h"

/* "bundled extract, release of March 2024: ..." */
void report_bundle(const struct bundle_file *file);

/* The two lines of every file: what it is, and how much of it was used.
 * `release_year` is that of all files joined with it; 0: not known. */
void report_reading(const struct reading *reading, int release_year);

/* Row faults: the first three of each reason, then the count by reason; then
 * the remarks as notes. */
void report_faults(const struct reading *reading);

/* False with ERR_DATA when rows were left out. */
bool report_strict(const struct reading *reading, struct err *err);

/* The reading as a result carries it; lives in the arena. */
void report_provenance(const struct reading *reading, struct arena *arena,
                       struct provenance_file *file);

/* "wrong number of fields" and its rows, for each reason that occurred. */
size_t report_left_out(const struct reading *reading, struct arena *arena,
                       const struct left_out **left_out);

/* "x.csv: 3 rows left out (2 not a year, ...)."; null when none was. */
const char *report_left_out_note(const struct reading *reading,
                                 struct arena *arena);

/* "x.csv: 4 broken records rejoined (lines 12, 40, 41 and 1 more)."; null when
 * none was. */
const char *report_repaired_note(const struct reading *reading,
                                 struct arena *arena);

/* "x.csv: ranges of delivery years, ...: 9."; null without such a remark. */
const char *report_remark_note(const struct reading *reading,
                               enum remark remark, struct arena *arena);

/* "x.csv: 3 rows not counted (2 services; ...)."; null when all were. */
const char *report_aside_note(const struct reading *reading,
                              struct arena *arena);

/* What the amounts add up that a reader may want apart; null where nothing is
 * mixed, or a category was chosen. */
const char *report_mixture_note(const struct reading *reading);

/* "x.csv: 1 row without an amount, in no sum."; null when there is none. */
const char *report_unreported_note(const struct reading *reading,
                                   struct arena *arena);

/* "x.csv: columns by mapping: supplier=Exporter,..."; null without one. */
const char *report_mapping_note(const struct reading *reading,
                                struct arena *arena);

/* "all suppliers, recipient Poland" */
const char *report_scope(const struct reading *reading, struct arena *arena);

/* "TIV million", "unit not given", "several units". */
const char *report_unit(const struct reading *reading);

/* 27838 as "27,838". */
const char *report_count(struct arena *arena, uint64_t count);

#endif
