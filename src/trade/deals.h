/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows themselves, for questions that a sum cannot answer. */
#ifndef TRADE_DEALS_H
#define TRADE_DEALS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "trade/flow.h"

struct deals {
    struct arena arena; /* of the rows' orders */
    struct flow *rows;
    size_t len;
    size_t cap;
};

void deals_init(struct deals *deals);
void deals_done(struct deals *deals);

/* Whether any row is about an order: totals have rows, but none of them is.
 * True without rows. */
bool deals_name_orders(const struct deals *deals);

/* A sink that keeps every flow. Flows of one order, which come one behind the
 * other, point to one copy of it: it is what makes them one order. */
struct flow_sink deals_sink(struct deals *deals);

#endif
