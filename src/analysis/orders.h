/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders put together from the rows of their deliveries. Everything lives in
 * the study's arena. */
#ifndef ANALYSIS_ORDERS_H
#define ANALYSIS_ORDERS_H

#include <stddef.h>
#include <stdint.h>

#include "analysis/study.h"

/* One order; what its rows do not agree on is not known. */
struct order {
    const struct flow *row; /* its first delivery: who, what, which order */
    enum condition condition;
    enum tri local_production;
    enum tri order_year_estimated;
    int64_t items;            /* delivered in the period; -1: not given */
    enum tri items_estimated; /* yes: of any delivery */
    enum tri year_estimated;
    amount unit_value; /* -1: not given */
    amount value;      /* delivered; -1: not reported */
    const int *years;  /* of deliveries, ascending, each once */
    size_t year_count;
    int64_t ordered; /* pieces; -1: not given */
    enum tri ordered_estimated;
    int64_t pending;      /* -1: not known */
    amount ordered_value; /* -1: not given */
    struct str comment;
};

struct orders {
    const struct order *items; /* newest order first, then by deal, weapon */
    size_t count;
};

/* The orders with deliveries in the period; of a study of orders, those made in
 * it. Orders without a delivery or a year are among all covered years. */
void orders_build(struct orders *orders, const struct study *study,
                  struct period period);

#endif
