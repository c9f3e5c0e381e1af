/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented deliveries with their orders, and the deals that are asked of
 * them. */
#ifndef TESTS_UNIT_ORDERS_DESK_H
#define TESTS_UNIT_ORDERS_DESK_H

#include "desk.h"
#include "trade/deals.h"

struct orders_desk {
    struct desk desk;
    struct deals deals;
};

void invent_orders(struct orders_desk *orders);
void done_orders(struct orders_desk *orders);

/* New guns from South Korea to Poland, half a million TIV each; the test
 * changes what it is about. "": no number, no designation. */
struct flow delivery(struct orders_desk *orders, const char *deal,
                     const char *designation, int ordered, int year, int items);

void add_flow(struct orders_desk *orders, struct flow flow);
void deliver(struct orders_desk *orders, const char *deal,
             const char *designation, int ordered, int year, int items);

/* NAME_NONE for "". */
uint32_t named(struct map *map, const char *text);

/* Fails unless there is a result. */
struct result *ask_deals(struct orders_desk *orders);

#endif
