/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flows in the order in which they are listed, and the table of them. */
#ifndef ANALYSIS_MIRROR_VIEW_H
#define ANALYSIS_MIRROR_VIEW_H

#include "analysis/mirror_sums.h"

struct mirror_list {
    const struct mirror *mirror;
    const struct mirror_flow **flows; /* those with both reports first */
    size_t both;
    size_t count;
    size_t listed_both; /* so many of the first are listed, */
    size_t listed_one;  /* and of the others */
    struct mirror_sums sums;
};

/* "All", or the class. */
struct str mirror_category(const struct mirror *mirror, uint32_t category);

/* "Customs value, USD, current; imports as reported, no margin taken off" */
const char *mirror_unit_line(const struct mirror *mirror);

/* Notes on both kinds of tables: what the figures mean, how many flows there
 * are of each kind, what was not compared. */
void mirror_notes(struct result *result, const struct mirror *mirror,
                  const struct mirror_sums *sums);

/* ", 2019–20", and what of it is covered. */
const char *mirror_years(const struct mirror *mirror);

void mirror_view(struct result *result, const struct mirror_list *list);

#endif
