/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annual series for the tests of stat/: those of the references, and small
 * ones. */
#ifndef TESTS_UNIT_ANNUAL_FIXTURE_H
#define TESTS_UNIT_ANNUAL_FIXTURE_H

#include <stdbool.h>
#include <stddef.h>

#include "stat/annual.h"

/* Owns its arrays. */
struct annual_fixture {
    struct annual series;
    double *years;
    double *values;
};

/* The columns year,value of references/NAME.csv; false, and the case is
 * skipped or failed, as fixture_table() does. */
bool annual_fixture_load(struct annual_fixture *fixture, const char *name);
void annual_fixture_done(struct annual_fixture *fixture);

#define ANNUAL_SMALL 64

/* Values of the years from 2001 on, at most ANNUAL_SMALL of them, which all
 * such series share. */
struct annual annual_small(const double *values, size_t n);

/* The same numbers for the same seed, 0 to 999, whatever the library. */
unsigned annual_noise(unsigned *seed);

#endif
