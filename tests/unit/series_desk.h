/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented deliveries and the series that are asked of them. */
#ifndef TESTS_UNIT_SERIES_DESK_H
#define TESTS_UNIT_SERIES_DESK_H

#include "analysis/series.h"
#include "desk.h"

/* The world: 2014 1, 2016 55.9, 2017 8.26, 2019 60.123456, 2022 40, 2023 10
 * and one below half. The same rows in every order. */
void invent_series(struct desk *desk);
void invent_shuffled_series(struct desk *desk);

/* All lines; fails unless there is a result. */
struct result *series(struct desk *desk, enum each each, int span);

/* The cell of the first row that ends in that year. */
void check_year(struct result *result, const char *year, const char *column,
                const char *expected);

#endif
