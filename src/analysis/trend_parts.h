/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside analysis/ only: what the tables of trend share. */
#ifndef ANALYSIS_TREND_PARTS_H
#define ANALYSIS_TREND_PARTS_H

#include "analysis/trend.h"
#include "analysis/trend_core.h"
#include "analysis/trend_list.h"

/* Fewer years than this are warned of. */
#define TREND_FEW_YEARS 10

/* A mean at either end of a series is of so many. */
#define TREND_END_YEARS 5

/* One question on one release. */
struct trend {
    const struct study *study;
    const struct question *question;
    const struct trend_ask *ask;
    struct arena *arena;  /* the study's */
    struct series series; /* of flows; nothing for a file of two columns */
    struct periods periods;
    bool of_file;         /* years and values of a file of two columns */
    struct yearly yearly; /* of the one series */
    const char *subject;  /* "deliveries of major arms by South Korea" */
    const char *unit;     /* "TIV m", "USD m", "": heads and labels */
    double scale;         /* so many units are one in a table */
};

/* Title: "Trend of ", the subject, the years and how many; the line of the
 * unit. */
void trend_title(const struct trend *trend, struct result *result,
                 const char *what);

/* ", TIV m a year", ", a year": the unit of a slope. */
const char *trend_per_year(const struct trend *trend, const char *label);

/* "million " where a table divides by it. */
const char *trend_scale_word(const struct trend *trend);

/* "1992, 1999–2003 and 4 more", in so many characters if one run of years fits;
 * "" for none. */
const char *trend_zero_years(const struct trend *trend, size_t width);

/* Notes on gaps, few years, periods: all that is not about one statistic; then
 * what is undefined in the list and has a label. */
void trend_note_series(const struct trend *trend, struct result *result);
void trend_note_undefined(const struct trend_list *list, struct result *result);

/* The fixed line and, behind a colon, how numbers are to be read. */
void trend_note_census(const struct trend *trend, struct result *result,
                       const char *reading);

/* Notes and source under the table. */
void trend_foot(const struct trend *trend, struct result *result);

/* "p < 0.001", "p 0.36". */
const char *trend_p_words(struct arena *arena, double p);

/* What is computed of one series by default: its entries, notes and
 * sentence. */
void trend_core_list(const struct trend *trend, const struct trend_core *core,
                     struct trend_list *list);
void trend_core_notes(const struct trend *trend, const struct trend_core *core,
                      struct result *result);
void trend_sentence(const struct trend *trend, const struct trend_core *core,
                    struct result *result);

/* What --variant asks for, behind the default. */
void trend_variants_list(const struct trend *trend, struct trend_list *list,
                         struct result *result);

/* Tests for shifts: one is added where it is wanted. */
void trend_add_pettitt(const struct trend *trend, struct trend_list *list);
void trend_add_cusum(const struct trend *trend, struct trend_list *list);
void trend_add_partition(const struct trend *trend, struct trend_list *list);

/* The tables of --break, --smooth and --each supplier, recipient, category. */
bool trend_break(const struct trend *trend, struct result *result,
                 struct err *err);
bool trend_smooth(const struct trend *trend, struct result *result,
                  struct err *err);
void trend_each(const struct trend *trend, struct result *result);

#endif
