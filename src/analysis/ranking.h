/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One release ranked, and the rows of it that the question lists: what rank,
 * factsheet and partners have in common. Lives in the study's arena. */
#ifndef ANALYSIS_RANKING_H
#define ANALYSIS_RANKING_H

#include "analysis/group.h"
#include "analysis/whole.h"
#include "result/result.h"

struct ranking {
    const struct study *study;
    const struct question *question;
    struct group group;
    enum whole whole;
    const struct year_set *list_supplier; /* null: all */
    const struct year_set *list_recipient;
    const struct entity **rows; /* what is listed, by rank */
    size_t count;
    bool chosen;      /* some were named or left out: not the first ones */
    bool named;       /* the rows are those that were named, all of them */
    bool tied_at_cut; /* --top was stretched by a tie */
};

/* Ranks the entities of question->by over the period, of five years by
 * default. The cells that `masks` leaves out do not take part; its category is
 * the question's. ERR_REQUEST: years that are not covered. */
bool ranking_build(struct ranking *ranking, const struct study *study,
                   const struct question *question, struct group_masks masks,
                   struct err *err);

/* What a listed entity is in the shared columns; its own side, the side that
 * the study is all about, and its share of the group. */
struct row_facts ranking_facts(const struct ranking *ranking,
                               const struct entity *entity);

/* What is ranked but not listed: how many and their sums. Nothing when the
 * rows were named: then the others are not the rest of a list. */
struct rest {
    size_t count;
    struct cube_cell now;
    struct cube_cell before;
};

struct rest ranking_rest(const struct ranking *ranking);

/* "The 10 largest suppliers of major arms, 2018–22", with `tail` before the
 * comma. */
const char *ranking_title(struct arena *arena, const struct ranking *ranking,
                          const char *singular, const char *plural,
                          const char *tail);

/* Notes on the rows and the periods, in the result and under the table; a tie
 * at the cut, which the table shows by its "10=", in the result only. */
void ranking_notes(struct result *result, const struct ranking *ranking);

#endif
