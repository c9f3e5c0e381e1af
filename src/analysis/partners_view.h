/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table and the sentence of a place's partners. */
#ifndef ANALYSIS_PARTNERS_VIEW_H
#define ANALYSIS_PARTNERS_VIEW_H

#include "analysis/ranking.h"
#include "analysis/sides.h"

/* All deliveries that the asked place's are a part of. */
struct world_part {
    bool known;
    const struct study *study; /* whose amounts these are */
    struct cube_cell now;      /* the world's */
    struct cube_cell before;
    bool before_known;
    struct cube_cell asked; /* the asked place's, in the period */
    size_t rank;            /* 0: several places, or not told apart */
    bool tied;
};

struct partners {
    struct ranking ranking; /* of the side that is listed */
    struct sides sides;
    const struct side *asked; /* one of them */
    bool to_recipients;       /* recipients are listed */
    /* By place: the listed places' totals over everybody; null: not in the
     * data. */
    const struct entity **totals;
    struct world_part world;
};

/* The listed place's total over everybody, or null. */
const struct entity *partners_total(const struct partners *partners,
                                    const struct entity *entity);

void partners_view(struct result *result, const struct partners *partners);

/* One sentence about the largest partner, or that there is none. */
void partners_sentence(struct result *result, const struct partners *partners);

#endif
