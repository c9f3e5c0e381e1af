/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders one by one: ordered, delivered, pending, in which years. A layout
 * that holds deliveries only leaves ordered and pending empty and says why. */
#ifndef ANALYSIS_DEALS_LIST_H
#define ANALYSIS_DEALS_LIST_H

#include <stdbool.h>

#include "analysis/study.h"
#include "result/result.h"

/* study->deals holds the rows that question->asked selects; rows with one deal
 * id (and without an id: one supplier, recipient, designation, order year) are
 * one line, newest order first. Years without a word: all. ERR_REQUEST when the
 * source names no deals. */
struct result *deals_result(const struct study *study,
                            const struct question *question, struct err *err);

/* Whether the rows are of single deals; if not, ERR_REQUEST. */
bool deals_check(const struct study *study, struct err *err);

/* The study with a cube: `none` where no cube was asked for, which then counts
 * what the rows do. */
struct study deals_study(const struct study *study, struct cube *none);

#endif
