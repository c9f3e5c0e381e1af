/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of concentration, each with its view, notes and sentence. */
#ifndef ANALYSIS_CONCENTRATION_PARTS_H
#define ANALYSIS_CONCENTRATION_PARTS_H

#include "analysis/subjects.h"
#include "result/result.h"
#include "trade/merge.h"

/* Columns and a row for each subject, the first `listed` ones or all. */
void concentration_columns(struct result *result,
                           const struct subjects *subjects);

/* One subject, a line for each statistic; `all` indices. */
void concentration_view(struct result *result, const struct subjects *subjects,
                        bool all);

/* A line for each subject. */
void concentration_list(struct result *result, const struct subjects *subjects,
                        bool indices);

void concentration_sentence(struct result *result,
                            const struct subjects *subjects);

/* Of the only subject. */
void contributions_fill(struct result *result, const struct subjects *subjects);
void lorenz_fill(struct result *result, const struct subjects *subjects);
void theil_groups_fill(struct result *result, const struct subjects *subjects,
                       const struct merge *groups);

/* The line under tables for whoever does not know the index. */
#define HHI_LINE                                                        \
    "HHI: sum of the squared shares, from 1/n (n are equal) to 1 (one " \
    "has all). Effective number: so many equal ones would give that HHI."

/* The columns that say of what a row is: release, places, category, years. */
#define SUBJECT_COLUMNS 6
void subject_columns(struct result *result, const struct study *study);
void subject_cells(struct value *row, const struct subjects *subjects,
                   const struct subject *subject);

/* The same of one that is counted: its name stands on its side. */
void subject_part_cells(struct value *row, const struct subjects *subjects,
                        const struct subject *subject,
                        const struct entity *entity);

#endif
