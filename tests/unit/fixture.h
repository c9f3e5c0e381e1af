/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reference values of independent software, from the shared folder: series of
 * two columns and the JSON that says what a method gives for them. Without the
 * folder the case is skipped. */
#ifndef TESTS_UNIT_FIXTURE_H
#define TESTS_UNIT_FIXTURE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "stat/estimate.h"

/* references/expected/NAME. Null, and the case is skipped, without the folder;
 * null with a failed assertion when it cannot be read. The caller frees with
 * json_decref(). */
json_t *fixture_load(const char *name);

/* Columns of references/NAME, numbers only (a text is NaN), as rows of a CSV
 * with a header line. */
struct fixture_table {
    size_t rows;
    size_t columns;
    double *cells; /* rows * columns */
};

/* False as fixture_load(). */
bool fixture_table(struct fixture_table *table, const char *name);
void fixture_table_done(struct fixture_table *table);

/* A copy of one column, which the caller frees. */
double *fixture_column(const struct fixture_table *table, size_t column);

/* Calls `check` with each member of expected/NAME and its name, but for those
 * that begin with "_" and those without a value at the path `with`. */
void fixture_each(const char *name, const char *with,
                  void (*check)(json_t *expected, const char *member));

/* The value at a path as "nile.sen.slope" or "nile.ci.0"; null if there is
 * none. Lengths of one may stand as scalars: index 0 of a scalar is itself. */
json_t *fixture_at(json_t *root, const char *path);

/* Asserts that the number at the path is `actual` within a relative tolerance
 * (absolute below 1). */
#define CHECK_NEAR(root, path, actual, tolerance) \
    fixture_check(root, path, actual, tolerance, __FILE__, __LINE__)
void fixture_check(json_t *root, const char *path, double actual,
                   double tolerance, const char *file, int line);

/* The same for an estimate: null there is undefined here. */
#define CHECK_ESTIMATE(root, path, actual, tolerance) \
    fixture_check_estimate(root, path, actual, tolerance, __FILE__, __LINE__)
void fixture_check_estimate(json_t *root, const char *path,
                            struct estimate actual, double tolerance,
                            const char *file, int line);

/* Asserts that two numbers agree within a relative tolerance (absolute below
 * 1). */
#define CHECK_CLOSE(actual, expected, tolerance) \
    fixture_close(actual, expected, tolerance, #actual, __FILE__, __LINE__)
void fixture_close(double actual, double expected, double tolerance,
                   const char *what, const char *file, int line);

#endif
