/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of invented orders. */
#include <config.h>

#include <stdlib.h>

#include "base/utf8.h"
#include "orders_desk.h"
#include "tap.h"

static void test_table(void)
{
    struct orders_desk orders;
    invent_orders(&orders);
    desk_ask(&orders.desk, "KOR", "POL");
    struct flow flow = delivery(&orders, "7", "K-9 155mm -", 2014, 2016, 1200);
    flow.items_estimated = TRI_YES;
    flow.order_year_estimated = TRI_YES;
    add_flow(&orders, flow);
    for (int year = 2018; year < 2021; year++) {
        flow.year = year;
        add_flow(&orders, flow);
    }
    flow.year = 2023;
    flow.year_estimated = TRI_YES;
    add_flow(&orders, flow);
    deliver(&orders, "9", "gun", 2022, 2023, 12);
    deliver(&orders, "8", "", 2022, 2022, 3);
    CHECK_RESULT(
        ask_deals(&orders), "table",
        "Deliveries of major arms by South Korea to Poland, by order, 2014–23\n"
        "Volume of deliveries, TIV million (an index of military capability, "
        "not money)\n"
        "\n"
        "Order  Weapon          Delivered  Years                  TIV m\n" RULE
        "2022   gun                    3\u00a0  2022                       2\n"
        "2022   gun                   12\u00a0  2023                       6\n"
        "2014?  K-9 155mm, gun     6 000?  2016, 2018–20, 2023?   3 000\n"
        "       3 orders                                          3 008\n" RULE
        "?: an estimate of the source; behind several years: at least one of "
        "them.\n"
        "This layout lists deliveries only; numbers ordered and pending are in "
        "SIPRI's\n"
        "register with one row a deal.\n"
        "Source: invented.\n");
    orders.desk.question.top = 1;
    struct result *result = ask_deals(&orders);
    CU_ASSERT_EQUAL(result->row_count, 1);
    CHECK_RESULT(
        result, "table",
        "...\n"
        "2022   gun                    3\u00a0  2022           2\n"
        "       2 others                              3 006\n"
        "       3 orders                              3 008\n" RULE
        "This layout lists deliveries only; numbers ordered and pending are in "
        "SIPRI's\n"
        "...\n");
    done_orders(&orders);
}

/* Sides that the title does not name are columns, and all fits. */
static void test_sides(void)
{
    struct orders_desk orders;
    invent_orders(&orders);
    struct flow flow = delivery(&orders, "1", "Long designation of a type",
                                2014, 2023, 1234567);
    struct map *places = &orders.desk.names.places;
    flow.description = named(&orders.desk.names.descriptions,
                             "anti-ship missile/land-attack missile");
    flow.recipient = named(places, "Saint Vincent and the Grenadines");
    flow.supplier = named(places, "Bosnia and Herzegovina");
    for (flow.year = 2014; flow.year < 2024; flow.year += 2)
        add_flow(&orders, flow);
    char *text = desk_print(ask_deals(&orders), "table");
    struct str rest = str_from(text);
    CU_ASSERT(str_find(rest, STR("Order  Supplier")) >= 0);
    CU_ASSERT(str_find(rest, STR("Recipient")) >= 0);
    while (rest.ptr && rest.len > 0)
        CU_ASSERT(utf8_width(str_cut(&rest, '\n')) <= 80);
    free(text);
    done_orders(&orders);
}

static const struct tap_case cases[] = {
    {"table", test_table},
    {"both sides as columns", test_sides},
};

int main(void)
{
    return TAP_RUN("deals table", cases);
}
