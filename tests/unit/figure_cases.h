/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results to draw, with invented numbers, and the drawing of them: for the
 * tests of figure/. */
#ifndef TESTS_UNIT_FIGURE_CASES_H
#define TESTS_UNIT_FIGURE_CASES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "figure/figure.h"
#include "result/result.h"

/* No number in this cell. */
#define CASE_NONE (-1)

/* A result of `rank` without rows: columns release_year, supplier, recipient,
 * category, year_from, year_to, unit, amount (TIV million), share_world_pct,
 * share_supplier_pct, share_recipient_pct, previous_from, previous_to,
 * previous_amount, previous_share_world_pct, previous_share_supplier_pct,
 * previous_share_recipient_pct; a view with title, unit and source. */
struct result *case_ranking(void);

/* Adds a row of 2019-23 with 2014-18 before; the amounts in units, the shares
 * of the world in tenths of a per cent. Listed too. */
struct value *case_add_bar(struct result *result, struct str supplier,
                           struct str recipient, int amount, int share,
                           int previous_share);

/* Columns release_year, supplier, recipient, year_from, year_to, amount,
 * trailing_mean. */
struct result *case_series(void);
struct value *case_add_year(struct result *result, const char *supplier,
                            int year, int amount, int mean);

/* The cell of the last row. */
struct value *case_cell(struct result *result, const char *column);

/* Draws with the templates of the source tree and commits; remarks of gnuplot
 * are a failed assertion. */
bool case_draw(const struct result *result, enum figure_kind kind,
               const char *size, const char *path, struct err *err);

/* Asserts that it is refused with this message, and leaves nothing. */
void case_check_refused(const struct result *result, enum figure_kind kind,
                        const char *size, enum err_kind expected,
                        const char *text);

/* For tests with the real gnuplot: a scratch folder that is also where private
 * directories are made, so that what they leave is counted. False, and the
 * case skipped, where gnuplot is absent. */
bool case_enter(void);

/* Asserts that `names` names are in it. */
void case_leave(size_t names);

/* The formats that gnuplot draws. */
#define CASE_FORMATS 4
extern const char *const case_formats[CASE_FORMATS];

/* A whole file in memory, to be freed; *len its size. Null when there is
 * none. */
char *case_file(const char *name, size_t *len);

#endif
