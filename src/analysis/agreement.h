/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two readings of the same trade held against each other, cell by cell: equal
 * within what each of them is rounded to, or another release. Different
 * releases differ in many cells and are no error. */
#ifndef ANALYSIS_AGREEMENT_H
#define ANALYSIS_AGREEMENT_H

#include <stdint.h>

#include "analysis/study.h"

/* A cell is a place and year with a record, in the years that both cover. */
struct agreement {
    struct period years;
    uint64_t both;
    uint64_t equal; /* of them: the intervals that rounding leaves meet */
    uint64_t up;    /* of them: larger in the second by more than rounding */
    uint64_t down;
    amount revised;   /* second less first, over the cells in both */
    amount moved;     /* the same whatever the sign */
    amount second;    /* sum of those cells in the second */
    uint64_t only[2]; /* of places in both, with a record in one of them only */
    uint64_t places;  /* in both */
    uint64_t missing[2];  /* places that only that one has */
    const char *named[2]; /* the largest of them: "Soviet Union; Taiwan and 18
                             more", or ""; in the second study's arena */
};

/* Whether both name suppliers (or recipients) and hold them of the same trade:
 * everybody's on the other side, or the same place's. */
bool agreement_is_possible(const struct study *first,
                           const struct study *second, bool supplier);

/* Both studies have their margins. Where one of them is of one place only on
 * that side, the other one's places are not missing there. */
struct agreement agreement_of(const struct study *first,
                              const struct study *second, bool supplier);

/* "the same release", "another release (2020 against 2024)". */
const char *agreement_verdict(const struct agreement *agreement,
                              const struct study *first,
                              const struct study *second);

#define AGREEMENT_LINES 5

/* What is under the verdict, a line each: cells in both and how many are
 * equal, revision from the first to the second (methods 12), cells in one only,
 * places of each that the other has not. `second` is "here", `first` "there".
 * In the arena; returns how many lines. */
size_t agreement_lines(const struct agreement *agreement, struct arena *arena,
                       const char *lines[AGREEMENT_LINES]);

#endif
