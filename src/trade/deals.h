/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows themselves, for questions that a sum cannot answer. */
#ifndef TRADE_DEALS_H
#define TRADE_DEALS_H

#include <stddef.h>

#include "trade/flow.h"

struct deals {
    struct flow *rows;
    size_t len;
    size_t cap;
};

void deals_init(struct deals *deals);
void deals_done(struct deals *deals);

/* A sink that keeps every flow. */
struct flow_sink deals_sink(struct deals *deals);

#endif
