/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers to the benchmark's questions, added up while a file is made:
 * no reader of CSV has a part in them. */
#ifndef BENCH_ANSWERS_H
#define BENCH_ANSWERS_H

#include <stdint.h>

#include "flows.h"

struct answers {
    int64_t years[PLACES][YEARS]; /* by supplier and year */
    int64_t partners[PLACES];     /* of place 0, by recipient */
    int64_t arms[PLACES];         /* 9301-9307 and 8710, by supplier */
};

/* Adds a flow whose amount the file's layout counts as `amount`. */
void answers_add(struct answers *answers, const struct flows *flows,
                 const struct flow *flow, int64_t amount);

/* Writes STEM.exporters, .years, .partners and .arms: key, for years the
 * year, and the sum, which is exact, divided by `scale` (1 or 100), with
 * tabs. Suppliers without flows are left out. False: a file cannot be
 * written. */
bool answers_write(const struct answers *answers, const char *stem,
                   const char *const *keys, int64_t scale);

#endif
