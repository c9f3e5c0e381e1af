/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series of what a question or a file selects on both sides. */
#include <config.h>

#include "series_desk.h"
#include "tap.h"

/* A file of one supplier: its world is another file's, or nobody's. */
static void test_one_supplier(void)
{
    struct desk desk, totals;
    struct err err = {0};
    desk_invent(&desk);
    invent_series(&totals);
    desk.study.scope.supplier = (struct scope_side){
        .extent = SCOPE_ONE, .name = STR("South Korea"), .divided = false};
    desk_add(&desk, "(all)", "Poland", 2022, "10");
    desk_add(&desk, "(all)", "India", 2023, "3");
    struct result *result = series(&desk, EACH_YEAR, 5);
    check_year(result, "2022", "supplier", "South Korea");
    check_year(result, "2023", "share_world_pct", "");
    check_year(result, "2023", "reason", "partial_selection");
    CHECK_TEXT(result->view.title,
               "Deliveries of major arms by South Korea, by year, 2014–23");
    result_free(result);
    desk_ask(&desk, "KOR", "POL");
    totals.study.scope.covered = (struct period){2014, 2022};
    result = series_result(&desk.study, &desk.question, EACH_YEAR, 5,
                           &totals.study, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    check_year(result, "2022", "share_world_pct", "25");
    check_year(result, "2022", "share_supplier_pct", "100");
    /* The recipient's other suppliers are not in this file. */
    check_year(result, "2022", "share_recipient_pct", "");
    result_free(result);
    desk_ask(&desk, NULL, NULL);
    result = series_result(&desk.study, &desk.question, EACH_YEAR, 5,
                           &totals.study, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    check_year(result, "2022", "share_world_pct", "25");
    check_year(result, "2023", "share_world_pct", "");
    check_year(result, "2023", "reason", "not_covered");
    CHECK_RESULT(result, "table",
                 "...\n"
                 "World: all recorded deliveries.\n"
                 "Source: invented.\n"
                 "World's totals: invented, release of March 2024.\n");
    desk.study.source_line = totals.study.source_line;
    result = series_result(&desk.study, &desk.question, EACH_YEAR, 5,
                           &totals.study, &err);
    CHECK_RESULT(result, "table",
                 "...\n"
                 "Source: invented, release of March 2024.\n");
    /* Totals of all weapons are not the world of some. */
    desk.asked.conditions = 1u << CONDITION_NEW;
    result = series_result(&desk.study, &desk.question, EACH_YEAR, 5,
                           &totals.study, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    check_year(result, "2023", "share_world_pct", "");
    check_year(result, "2023", "reason", "partial_selection");
    result_free(result);
    /* Its only supplier, and not that one. */
    desk_ask(&desk, "KOR", NULL);
    desk.asked.not_supplier = desk.asked.supplier;
    CU_ASSERT_PTR_NULL(
        series_result(&desk.study, &desk.question, EACH_YEAR, 5, NULL, &err));
    err = (struct err){0};
    desk_ask(&desk, "France", NULL);
    CU_ASSERT_PTR_NULL(
        series_result(&desk.study, &desk.question, EACH_YEAR, 5, NULL, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    CHECK_TEXT(err.text, "--supplier: the data do not tell suppliers apart; "
                         "use a file that names them, such as SIPRI's "
                         "register");
    desk_done(&desk);
    desk_done(&totals);
}

static enum reason reason_of(struct result *result, const char *column)
{
    return result_row(result, 0)[result_find_column(result, column)].reason;
}

/* Both sides are named, but only one place of one side is held: the total of
 * the other side's place is not in the file. */
static void test_one_side_held(void)
{
    struct desk desk;
    desk_invent(&desk);
    struct scope *scope = &desk.study.scope;
    desk_add(&desk, "Korea, Rep.", "Poland", 2022, "10");
    desk_add(&desk, "Korea, Rep.", "India", 2022, "30");
    desk_ask(&desk, "KOR", "POL");
    scope->supplier.extent = SCOPE_ONE;
    scope->supplier.name = STR("Korea, Rep.");
    struct result *result = series(&desk, EACH_YEAR, 5);
    check_year(result, "2022", "supplier", "Korea, Rep.");
    check_year(result, "2022", "share_supplier_pct", "25");
    check_year(result, "2022", "share_recipient_pct", "");
    CU_ASSERT_EQUAL(reason_of(result, "share_recipient_pct"),
                    REASON_PARTIAL_SELECTION);
    result_free(result);
    scope->recipient = scope->supplier;
    scope->recipient.name = STR("Poland");
    scope->supplier.extent = SCOPE_ALL;
    result = series(&desk, EACH_YEAR, 5);
    check_year(result, "2022", "supplier", "Korea, Rep.");
    check_year(result, "2022", "share_supplier_pct", "");
    check_year(result, "2022", "share_recipient_pct", "100");
    CU_ASSERT_EQUAL(reason_of(result, "share_supplier_pct"),
                    REASON_PARTIAL_SELECTION);
    result_free(result);
    desk_done(&desk);
}

static void test_several_places(void)
{
    struct desk desk;
    invent_series(&desk);
    desk_ask(&desk, "Israel", NULL);
    struct err err = {0};
    place_set_add(&desk.asked.supplier, STR("South Korea"), &desk.arena, &err);
    struct result *result = series(&desk, EACH_YEAR, 5);
    check_year(result, "2019", "amount", "60.123456");
    check_year(result, "2019", "supplier", "Israel and South Korea");
    check_year(result, "2019", "supplier_iso3", "");
    check_year(result, "2019", "rank", "");
    check_year(result, "2023", "share_world_pct", "100");
    result_free(result);
    desk.asked.not_supplier = desk.asked.supplier;
    desk.asked.supplier = (struct place_set){0};
    result = series(&desk, EACH_YEAR, 5);
    CU_ASSERT_EQUAL(result->row_count, 3);
    check_year(result, "2022", "amount", "30");
    check_year(result, "2022", "supplier", "all but Israel and South Korea");
    result_free(result);
    desk_done(&desk);
}

static const struct tap_case cases[] = {
    {"a file of one supplier", test_one_supplier},
    {"a file of one side's place", test_one_side_held},
    {"several places", test_several_places},
};

int main(void)
{
    return TAP_RUN("series of sides", cases);
}
