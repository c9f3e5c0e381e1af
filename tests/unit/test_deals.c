/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders put together from invented deliveries. */
#include <config.h>

#include <stdlib.h>

#include "analysis/deals_list.h"
#include "orders_desk.h"
#include "tap.h"

static void check_deal(struct result *result, const char *deal,
                       const char *column, const char *expected)
{
    const char *cell =
        desk_cell(result, desk_row(result, "deal_id", deal), column);
    CHECK_TEXT(cell ? cell : "(no such cell)", expected);
}

/* The columns of the interface, in that order. */
static void test_columns(void)
{
    struct orders_desk orders;
    invent_orders(&orders);
    char *text = desk_print(ask_deals(&orders), "csv");
    CHECK_TEXT(text, "release_year,deal_id,supplier,supplier_iso3,recipient,"
                     "recipient_iso3,description,designation,category,"
                     "condition,order_year,order_year_estimated,ordered,"
                     "ordered_estimated,delivered,delivered_estimated,pending,"
                     "delivery_years,tiv_unit,tiv_ordered,tiv_delivered,"
                     "local_production,comment\n");
    free(text);
    done_orders(&orders);
}

static void test_joined(void)
{
    struct orders_desk orders;
    invent_orders(&orders);
    deliver(&orders, "7", "K-9 -", 2014, 2019, 4);
    deliver(&orders, "7", "K-9 -", 2014, 2016, 3);
    struct flow last = delivery(&orders, "7", "K-9 -", 2014, 2020, 5);
    last.items_estimated = TRI_YES;
    add_flow(&orders, last);
    deliver(&orders, "8", "K-9 -", 2014, 2020, 1);
    struct result *result = ask_deals(&orders);
    CU_ASSERT_EQUAL(result->row_count, 2);
    check_deal(result, "7", "delivered_estimated", "1");
    check_deal(result, "8", "delivered_estimated", "0");
    check_deal(result, "7", "release_year", "2024");
    check_deal(result, "7", "supplier_iso3", "KOR");
    check_deal(result, "7", "recipient", "Poland");
    check_deal(result, "7", "designation", "K-9 -");
    check_deal(result, "7", "condition", "new");
    check_deal(result, "7", "order_year", "2014");
    check_deal(result, "7", "delivered", "12");
    check_deal(result, "7", "delivery_years", "2016;2019;2020");
    check_deal(result, "7", "tiv_unit", "0.5");
    check_deal(result, "7", "tiv_delivered", "6");
    check_deal(result, "7", "local_production", "0");
    check_deal(result, "7", "ordered", "");
    check_deal(result, "7", "pending", "");
    check_deal(result, "7", "tiv_ordered", "");
    size_t ordered = result_find_column(result, "ordered");
    CU_ASSERT_EQUAL(result_row(result, 0)[ordered].reason,
                    REASON_NOT_IN_LAYOUT);
    CU_ASSERT_EQUAL(result->note_count, 1);
    result_free(result);
    done_orders(&orders);
}

/* Only deliveries of the years that are asked for. */
static void test_years(void)
{
    struct orders_desk orders;
    invent_orders(&orders);
    deliver(&orders, "7", "K-9", 2014, 2019, 4);
    deliver(&orders, "7", "K-9", 2014, 2016, 3);
    deliver(&orders, "8", "K-2", 2014, 2016, 3);
    desk_years(&orders.desk, "2017-20", NULL);
    struct result *result = ask_deals(&orders);
    CU_ASSERT_EQUAL(result->row_count, 1);
    check_deal(result, "7", "delivered", "4");
    check_deal(result, "7", "delivery_years", "2019");
    CHECK_TEXT(result->view.title,
               "World deliveries of major arms, by order, 2017–20");
    result_free(result);
    desk_years(&orders.desk, "2017-30", NULL);
    struct err err = {0};
    CU_ASSERT_PTR_NULL(
        deals_result(&orders.desk.study, &orders.desk.question, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    done_orders(&orders);
}

/* What rows disagree on, or one of them does not say, is not known. */
static void test_unknown(void)
{
    struct orders_desk orders;
    invent_orders(&orders);
    struct flow flow = delivery(&orders, "1", "A", 2014, 2015, 4);
    flow.items_estimated = TRI_YES;
    flow.local_production = TRI_YES;
    add_flow(&orders, flow);
    flow.year = 2016;
    flow.items_estimated = TRI_NO;
    flow.local_production = TRI_NO;
    flow.condition = CONDITION_SECOND_HAND;
    flow.unit_value *= 2;
    flow.order_year_estimated = TRI_UNKNOWN;
    add_flow(&orders, flow);
    flow = delivery(&orders, "2", "B", 0, 2015, 4);
    flow.items_estimated = TRI_UNKNOWN;
    flow.unit_value = -1;
    add_flow(&orders, flow);
    flow.year = 2016;
    flow.items = -1;
    flow.items_estimated = TRI_NO;
    add_flow(&orders, flow);
    flow = delivery(&orders, "3", "C", 2014, 2015, 4);
    add_flow(&orders, flow);
    flow.year = 2016;
    flow.cell = CELL_NOT_REPORTED;
    flow.value = 0;
    add_flow(&orders, flow);
    struct result *result = ask_deals(&orders);
    check_deal(result, "1", "delivered", "8");
    check_deal(result, "1", "delivered_estimated", "1");
    check_deal(result, "1", "local_production", "");
    check_deal(result, "1", "condition", "");
    check_deal(result, "1", "tiv_unit", "");
    check_deal(result, "1", "order_year_estimated", "");
    check_deal(result, "2", "order_year", "");
    check_deal(result, "2", "delivered", "");
    check_deal(result, "2", "delivered_estimated", "");
    check_deal(result, "2", "tiv_unit", "");
    check_deal(result, "2", "tiv_delivered", "4");
    check_deal(result, "3", "delivered", "8");
    check_deal(result, "3", "tiv_delivered", "");
    result_free(result);
    done_orders(&orders);
}

/* Without a number: one supplier, recipient, designation and order year. */
static void test_without_deal(void)
{
    struct orders_desk orders;
    invent_orders(&orders);
    deliver(&orders, "", "K-9", 2014, 2015, 1);
    deliver(&orders, "", "K-9", 2014, 2017, 2);
    deliver(&orders, "", "K-9", 2015, 2017, 4);
    deliver(&orders, "", "K-2", 2014, 2017, 8);
    struct flow flow = delivery(&orders, "", "K-9", 2014, 2017, 16);
    flow.recipient = named(&orders.desk.names.places, "Norway");
    add_flow(&orders, flow);
    flow.supplier = named(&orders.desk.names.places, "Israel");
    add_flow(&orders, flow);
    struct result *result = ask_deals(&orders);
    CU_ASSERT_EQUAL_FATAL(result->row_count, 5);
    static const char *const expected[] = {"4", "8", "16", "16", "3"};
    for (size_t i = 0; i < 5; i++)
        CHECK_TEXT(desk_cell(result, i, "delivered"), expected[i]);
    CHECK_TEXT(desk_cell(result, 2, "supplier"), "Israel");
    CHECK_TEXT(desk_cell(result, 3, "supplier"), "South Korea");
    CHECK_TEXT(desk_cell(result, 3, "recipient"), "Norway");
    result_free(result);
    done_orders(&orders);
}

static void check_order(struct orders_desk *orders, const char *const *expected,
                        size_t count)
{
    struct result *result = ask_deals(orders);
    CU_ASSERT_EQUAL_FATAL(result->row_count, count);
    for (size_t i = 0; i < count; i++)
        CHECK_TEXT(desk_cell(result, i, "deal_id"), expected[i]);
    result_free(result);
}

/* Newest first, without a year last; numbers by size, then texts. */
static void test_order(void)
{
    static const char *const expected[] = {"12", "9",   "007", "7",  "10",
                                           "A1", "A10", "B",   "100"};
    static const int ordered[] = {2021, 2015, 2014, 2014, 2014,
                                  2014, 2014, 2014, 0};
    const size_t count = sizeof ordered / sizeof ordered[0];
    for (size_t stride = 1; stride < count; stride++) {
        struct orders_desk orders;
        if (stride % 3 == 0)
            continue;
        invent_orders(&orders);
        for (size_t i = 0; i < count; i++) {
            size_t at = i * stride % count;
            deliver(&orders, expected[at], "K-9", ordered[at], 2022, 1);
        }
        check_order(&orders, expected, count);
        done_orders(&orders);
    }
}

static void test_nothing_recorded(void)
{
    struct orders_desk orders;
    invent_orders(&orders);
    struct result *result = ask_deals(&orders);
    CU_ASSERT_EQUAL(result->row_count, 0);
    CHECK_RESULT(result, "table",
                 "World deliveries of major arms, by order, 2014–23\n"
                 "...\n"
                 "No delivery is recorded for this selection (no_record).\n"
                 "Source: invented.\n");
    done_orders(&orders);
}

static void check_refused(struct orders_desk *orders)
{
    struct err err = {0};
    CU_ASSERT_PTR_NULL(
        deals_result(&orders->desk.study, &orders->desk.question, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    CHECK_TEXT(err.text, "the data hold totals, not single orders; a trade "
                         "register does (armstats datasets --download-help)");
}

static void test_totals(void)
{
    struct orders_desk orders;
    invent_orders(&orders);
    deliver(&orders, "", "", 0, 2022, 1);
    check_refused(&orders);
    /* One that has a number is an order. */
    deliver(&orders, "8", "", 0, 2022, 1);
    result_free(ask_deals(&orders));
    orders.desk.study.deals = NULL;
    check_refused(&orders);
    done_orders(&orders);
}

/* The rows alone are enough. */
static void test_without_cube(void)
{
    struct orders_desk orders;
    invent_orders(&orders);
    deliver(&orders, "1", "K-9", 2021, 2022, 4);
    orders.deals.rows[0].unit = UNIT_USD;
    orders.desk.study.cube = NULL;
    struct result *result = ask_deals(&orders);
    CHECK_TEXT(
        result->columns[result_find_column(result, "tiv_delivered")].unit,
        "usd");
    CHECK_TEXT(result->view.unit_line, "Value of deliveries, USD, current");
    result_free(result);
    done_orders(&orders);
}

static const struct tap_case cases[] = {
    {"columns", test_columns},
    {"deliveries of one deal", test_joined},
    {"years", test_years},
    {"what is not known", test_unknown},
    {"deals without a number", test_without_deal},
    {"order of the list", test_order},
    {"nothing recorded", test_nothing_recorded},
    {"totals only", test_totals},
    {"without a cube", test_without_cube},
};

int main(void)
{
    return TAP_RUN("deals", cases);
}
