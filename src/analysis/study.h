/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One release's data and the question put to it, as every analysis sees them.
 * Filled by cmd/; borrowed here. */
#ifndef ANALYSIS_STUDY_H
#define ANALYSIS_STUDY_H

#include <stdbool.h>
#include <stddef.h>

#include "analysis/ties.h"
#include "base/buf.h"
#include "base/err.h"
#include "trade/cube.h"
#include "trade/deals.h"
#include "trade/filter.h"
#include "trade/names.h"
#include "trade/period.h"
#include "trade/scope.h"
#include "trade/year_series.h"

struct study {
    const struct names *names;
    const struct cube *cube;       /* grouped by what the question named */
    const struct cube *margins[2]; /* where that holds chosen pairs only: all
                                      flows, by supplier and by recipient; else
                                      null */
    const struct deals *deals;     /* rows, or null */
    const struct year_series *series; /* of a file of years and values, and then
                                         the cube is empty; else null */
    struct scope scope;
    int release_year;         /* 0: not known */
    const char *source_line;  /* "Source: SIPRI ..., release of March 2024
                                 (bundled extract)." */
    const char *release_name; /* "March 2024"; "" */
    int prices;               /* year of constant prices; 0: current ones */
    amount magnitude;         /* of money in tables (magnitude.h) */
    bool merged;              /* rows are of several places: ranks are not those
                                 of places */
    bool integers;            /* printed to whole units: bounds are given */
    bool marks;               /* and what rounding may change is marked "~" */
    bool estimates;           /* the layout says what is an estimate */
    struct arena *arena;      /* for what the analysis keeps aside */
};

enum by {
    BY_SUPPLIER,
    BY_RECIPIENT,
    BY_PAIR,
    BY_CATEGORY,
    BY_WEAPON,
    BY_WORLD
};

struct question {
    enum by by;
    struct period_spec years;
    struct period_spec previous;
    size_t top;                 /* SIZE_MAX: all */
    bool partial;               /* years that are not covered are allowed */
    bool complete;              /* rows for zero years too */
    const struct filter *asked; /* everything that was asked for */
    /* The part of it that chooses rows of the listed side (the rest was
     * applied while reading); empty sets: all rows. */
    struct place_set list_supplier;
    struct place_set list_recipient;
    struct place_set hide_supplier; /* --not-... of the listed side */
    struct place_set hide_recipient;
    uint32_t category; /* only this one of the cube; NAME_NONE: all */
    enum ties ties;    /* of the ranks */
};

/* The dimensions that a cube needs for rows of that kind (years included). */
unsigned by_dims(enum by by);

/* "supplier", "recipient", … */
const char *by_word(enum by by);

/* The periods a question means on this study. */
struct periods {
    struct period now;
    struct period before; /* empty: none, or not covered */
    bool before_missing;  /* was wanted, but is not wholly covered */
    bool means;           /* lengths differ: yearly means are compared */
    bool clipped;         /* --partial left years out */
    bool undivided;       /* the years within it cannot be told apart */
};

/* ERR_REQUEST: years that the data do not tell apart, unless all of them are
 * asked for together; years that are not covered ("the years 2024–25 are not in
 * the data, which cover 1950–2023; --partial computes over the covered ones").
 * `count` years by default; 0: all covered ones. */
bool question_periods(const struct question *question,
                      const struct study *study, int count,
                      struct periods *periods, struct err *err);

/* In which years each of the reading's places belongs to the set. Null for an
 * empty set (all). In the study's arena. */
const struct year_set *study_mask(const struct study *study,
                                  const struct place_set *set);

/* In which years the question lists each of the reading's places on that side,
 * or null for all of them. */
const struct year_set *question_listed(const struct question *question,
                                       const struct study *study,
                                       bool supplier);

/* The study of all flows as one side sees them: of the margin, where the cube
 * holds chosen pairs only. */
struct study study_of_side(const struct study *study, bool supplier);

/* Whether every record of the cube names a place on that side. */
bool study_divides(const struct study *study, bool supplier);

/* "major arms" for TIV deliveries, "goods" for customs values, else "arms";
 * with the filters of the question: "major arms to Poland", "major arms
 * (Aircraft)". */
const char *study_goods(const struct study *study,
                        const struct question *question);

/* Whether the question takes only some goods: a category, a weapon, a
 * condition. */
bool question_narrows_goods(const struct question *question);

/* The word and the names: " to France, Poland and Norway"; of more than four
 * the first three and how many more. Of an organisation, that it is meant
 * itself, unless the file tells of regions. Nothing for an empty set. */
void study_add_places(struct buf *buf, const char *word,
                      const struct place_set *set, const struct study *study);

/* "unknown supplier(s)" and its spellings. */
bool study_is_unknown(struct str name);

/* Whether the place existed in the period; what no table knows did. */
bool study_existed(struct str name, struct period period);

/* ISO 3166 code of a file's spelling, "" if it has none. */
struct str study_iso3(struct str name);

#endif
