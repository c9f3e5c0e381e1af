/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of orders. */
#ifndef ANALYSIS_DEALS_VIEW_H
#define ANALYSIS_DEALS_VIEW_H

#include "analysis/orders.h"
#include "analysis/sides.h"
#include "result/result.h"

struct deals_list {
    const struct study *study;
    const struct question *question;
    struct sides sides;
    struct periods periods;
    struct orders orders;
    size_t listed; /* the first so many */
};

/* Whether the rows are orders, with what was ordered. */
bool deals_tell_orders(const struct deals_list *list);

/* Whether an amount is a number of pieces and nothing else. */
bool deals_count_items(const struct study *study);

/* An order a line; supplier and recipient where the title does not name
 * them. */
void deals_view(struct result *result, const struct deals_list *list);

#endif
