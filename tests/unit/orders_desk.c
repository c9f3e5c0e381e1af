/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "orders_desk.h"

#include "analysis/deals_list.h"
#include "tap.h"

void invent_orders(struct orders_desk *orders)
{
    desk_invent(&orders->desk);
    deals_init(&orders->deals);
    orders->desk.question.top = SIZE_MAX;
    orders->desk.study.deals = &orders->deals;
    orders->desk.study.release_year = 2024;
}

void done_orders(struct orders_desk *orders)
{
    deals_done(&orders->deals);
    desk_done(&orders->desk);
}

uint32_t named(struct map *map, const char *text)
{
    return *text ? map_intern(map, str_from(text)) : NAME_NONE;
}

struct flow delivery(struct orders_desk *orders, const char *deal,
                     const char *designation, int ordered, int year, int items)
{
    struct names *names = &orders->desk.names;
    return (struct flow){
        .supplier = named(&names->places, "South Korea"),
        .recipient = named(&names->places, "Poland"),
        .category = named(&names->categories, "Artillery"),
        .designation = named(&names->designations, designation),
        .description = named(&names->descriptions, "gun"),
        .deal = named(&names->deals, deal),
        .year = year,
        .order_year = ordered,
        .condition = CONDITION_NEW,
        .value = items * AMOUNT_ONE / 2,
        .unit_value = AMOUNT_ONE / 2,
        .items = items,
    };
}

void add_flow(struct orders_desk *orders, struct flow flow)
{
    struct err err = {0};
    struct flow_sink sink = deals_sink(&orders->deals);
    CU_ASSERT_FATAL(sink.take(sink.context, &flow, &err));
}

void deliver(struct orders_desk *orders, const char *deal,
             const char *designation, int ordered, int year, int items)
{
    add_flow(orders, delivery(orders, deal, designation, ordered, year, items));
}

struct result *ask_deals(struct orders_desk *orders)
{
    struct err err = {0};
    struct result *result =
        deals_result(&orders->desk.study, &orders->desk.question, &err);
    CHECK_TEXT(err.text, "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    return result;
}
