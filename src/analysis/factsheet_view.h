/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fact sheet's table. */
#ifndef ANALYSIS_FACTSHEET_VIEW_H
#define ANALYSIS_FACTSHEET_VIEW_H

#include "analysis/ranking.h"

#define MAIN_PARTNERS 3

/* The largest partners of a listed row, by amount, then name. */
struct main_partners {
    const struct entity *pairs[MAIN_PARTNERS]; /* supplier and recipient */
    size_t count;
    const struct entity *next; /* the first that is left out with the same
                                  amount as the last one; or null */
    size_t tied;               /* how many are left out so */
};

struct factsheet {
    struct ranking ranking;
    struct main_partners *partners; /* by row of the ranking */
};

/* The other place of a pair, as the file spells it. */
struct str factsheet_partner(const struct factsheet *factsheet,
                             const struct entity *pair);

void factsheet_view(struct result *result, const struct factsheet *factsheet);

#endif
