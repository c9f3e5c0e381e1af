/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The series that a question asks for, year by year, and of what their amounts
 * are shares. Everything lives in the study's arena. */
#ifndef ANALYSIS_LINES_H
#define ANALYSIS_LINES_H

#include "analysis/series.h"
#include "analysis/sides.h"
#include "analysis/tracks.h"

#define MEAN_YEARS 5

struct line {
    struct str supplier; /* as in the shared columns; empty: World, All */
    struct str recipient;
    struct str category;
    struct str name; /* of what tells this line from the others */
    const struct track *track;
    const struct track *supplier_whole; /* null: no such share */
    const struct track *recipient_whole;
    struct cube_cell all; /* over the whole period */
};

struct series {
    const struct study *study;
    const struct question *question;
    enum each each; /* never EACH_NONE */
    int span;
    struct sides sides;
    struct periods periods;        /* the whole; its pieces: */
    const struct question *pieces; /* years or longer, in order of time */
    size_t piece_count;
    struct line *lines; /* largest first, then by name */
    size_t line_count;
    size_t listed;        /* lines that --top lists */
    struct tracks tracks; /* of the lines */
    struct tracks supplier_wholes;
    struct tracks recipient_wholes;
    struct tracks world;        /* one track, or none: no such share */
    const struct study *totals; /* whose that is */
    struct tracks rivals;       /* ranked with a line; none: no ranks */
};

/* ERR_REQUEST: years that are not covered, a dimension that the data do not
 * divide. */
bool lines_build(struct series *series, const struct study *study,
                 const struct question *question, enum each each, int span,
                 const struct study *world, struct err *err);

/* What the lines are of: BY_WORLD for one line of everything selected. */
enum by lines_by(const struct series *series);

/* The years of a piece. */
struct period lines_period(const struct series *series, size_t piece);

/* All pieces together; empty when there is none. */
struct period lines_span(const struct series *series);

struct cube_cell lines_sum(const struct series *series, const struct line *line,
                           struct period period);

/* Mean of the five years that end in that year, rounded to multiples of `unit`
 * (halves up); false: not all five are covered. Years without a record count
 * as zero. */
bool lines_mean(const struct series *series, const struct line *line, int year,
                amount unit, amount *mean);

/* Rank among the rivals over a period, 0 when there are none or there is no
 * record. */
struct place_taken {
    size_t rank;
    bool tied;
    size_t of; /* rivals with a record */
};

struct place_taken lines_rank(const struct series *series,
                              const struct cube_cell *cell,
                              struct period period);

#endif
