/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: rejects that wait in an unnamed file, as runs that are
 * sorted each, and come out of it merged. Owns the file and what was read. */
#ifndef SOURCE_REJECT_RUNS_H
#define SOURCE_REJECT_RUNS_H

#include <stdio.h>

#include "source/rejects.h"

struct reject_entry {
    struct reject reject; /* its text.ptr is not valid */
    uint64_t number;      /* in the order in which they came */
    char text[];
};

struct reject_run {
    off_t at, end;              /* in the file, of what was not read yet */
    struct reject_entry *entry; /* the next, or null */
    size_t cap;                 /* of its text */
};

/* {0} has none. */
struct reject_runs {
    FILE *file;
    struct reject_run *list; /* once they are merged, by their next entries */
    size_t count;
    bool merging;
};

void reject_runs_done(struct reject_runs *runs);

/* By file and line, those of no line last; then as they came. */
int reject_order(const struct reject_entry *a, const struct reject_entry *b);

/* A run of entries that are sorted. */
bool reject_runs_add(struct reject_runs *runs,
                     struct reject_entry *const *entries, size_t count,
                     struct err *err);

/* The next of all, valid until the next call; null at the end or, with an
 * error, when the file cannot be read. Nothing may be added any more. */
const struct reject_entry *reject_runs_next(struct reject_runs *runs,
                                            struct err *err);

#endif
