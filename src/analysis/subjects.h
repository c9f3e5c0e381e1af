/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose amounts are spread over whom: what concentration counts, for the whole
 * selection, for each year, period or category, or for each recipient (over its
 * suppliers) or supplier (over its recipients). Lives in the study's arena. */
#ifndef ANALYSIS_SUBJECTS_H
#define ANALYSIS_SUBJECTS_H

#include "analysis/series.h"
#include "analysis/sides.h"
#include "analysis/spread.h"
#include "analysis/whole.h"

struct subject {
    struct str supplier; /* empty: World */
    struct str recipient;
    struct str category; /* empty: All */
    struct periods periods;
    const struct entity *const *entities; /* that share, in order of rank */
    size_t count;
    enum part_name called; /* what they are */
    struct spread now;
    struct spread before;
    int years_active; /* years of the period with an amount above 0 */
};

struct subjects {
    const struct study *study;
    const struct question *question;
    enum by by;     /* what is counted */
    enum each each; /* what the subjects are */
    struct sides sides;
    enum whole whole;
    struct period asked;   /* windows may leave out its first years */
    struct group group;    /* of all subjects together, over `span` */
    struct subject *items; /* in order of time; places and categories by
                              amount, the largest first */
    size_t count;
    size_t listed; /* that --top lists */
    bool named;    /* the subjects are those that were named, all of them */
    bool clipped;  /* --partial left years out */
};

/* question->by is what is counted. ERR_REQUEST: years that are not covered, a
 * side that the data do not divide. */
bool subjects_build(struct subjects *subjects, const struct study *study,
                    const struct question *question, enum each each, int span,
                    struct err *err);

/* ERR_REQUEST, and false, when no period of so many years is covered. */
bool subjects_check_periods(const struct study *study, size_t count, int span,
                            struct err *err);

/* Whether each is a place. */
bool subjects_are_places(const struct subjects *subjects);

/* The subject's name: a place, a category, its years. */
struct str subject_name(const struct subjects *subjects,
                        const struct subject *subject);

/* "suppliers of major arms to Poland": what is counted. */
const char *subjects_noun(const struct subjects *subjects);

/* "2019–23": the years of all of them. */
const char *subjects_years(const struct subjects *subjects);

/* Notes and lines that stand under every table of them: on the periods, on the
 * whole, that they are no sample, the source. */
void subjects_foot(struct result *result, const struct subjects *subjects);

#endif
