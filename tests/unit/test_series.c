/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series by year of invented deliveries, with numbers worked out by hand. */
#include <config.h>

#include "series_desk.h"
#include "tap.h"

static void test_mean(void)
{
    struct desk desk;
    invent_series(&desk);
    desk_ask(&desk, "KOR", NULL);
    struct result *result = series(&desk, EACH_YEAR, 5);
    CU_ASSERT_EQUAL(result->row_count, 5);
    check_year(result, "2016", "amount", "5.9");
    /* 2012 and 2013 are not covered. */
    check_year(result, "2016", "trailing_mean", "");
    check_year(result, "2017", "trailing_mean", "");
    /* (5.9 + 8.26 + 20.123456) / 5 = 6.8566912 */
    check_year(result, "2019", "trailing_mean", "6.856691");
    /* (20.123456 + 10 + 3) / 5 = 6.6246912 */
    check_year(result, "2023", "trailing_mean", "6.624691");
    result_free(result);
    /* Covered years before the period belong to the mean. */
    desk_years(&desk, "2019", NULL);
    result = series(&desk, EACH_NONE, 5);
    CU_ASSERT_EQUAL(result->row_count, 1);
    check_year(result, "2019", "trailing_mean", "6.856691");
    result_free(result);
    desk_done(&desk);
}

/* The half is decided on the sum, not on a mean that was rounded before. */
static void test_mean_prints_whole(void)
{
    struct desk desk;
    desk_invent(&desk);
    desk_add(&desk, "France", "India", 2017, "2.499999");
    desk_add(&desk, "France", "India", 2022, "2.5");
    desk_years(&desk, "2018-22", NULL);
    struct result *result = series(&desk, EACH_YEAR, 5);
    check_year(result, "2022", "trailing_mean", "0.5");
    result_free(result);
    desk.question.complete = true;
    result = series(&desk, EACH_YEAR, 5);
    /* 0.4999998 */
    check_year(result, "2018", "trailing_mean", "0.5");
    CHECK_RESULT(result, "table",
                 "...\n"
                 "2018              –            0\n"
                 "...\n"
                 "2022              3            1\n"
                 "...\n");
    desk_done(&desk);
}

static void test_pair_shares(void)
{
    struct desk desk;
    invent_series(&desk);
    desk_ask(&desk, "KOR", "POL");
    struct result *result = series(&desk, EACH_YEAR, 5);
    CU_ASSERT_EQUAL(result->row_count, 3);
    check_year(result, "2022", "supplier", "South Korea");
    check_year(result, "2022", "recipient_iso3", "POL");
    check_year(result, "2022", "share_world_pct", "25");
    check_year(result, "2022", "share_supplier_pct", "100");
    check_year(result, "2022", "share_recipient_pct", "25");
    check_year(result, "2022", "share_printed", "100");
    check_year(result, "2022", "rank", "");
    check_year(result, "2017", "previous_amount", "5.9");
    /* (8.26 - 5.9) / 5.9 = 0.4 */
    check_year(result, "2017", "change_pct", "40");
    check_year(result, "2017", "entry", "continuing");
    check_year(result, "2022", "reason", "zero_base");
    result_free(result);
    desk_done(&desk);
}

static void test_world(void)
{
    struct desk desk;
    invent_series(&desk);
    struct result *result = series(&desk, EACH_YEAR, 5);
    CU_ASSERT_EQUAL(result->row_count, 6);
    check_year(result, "2019", "supplier", "World");
    check_year(result, "2019", "recipient", "World");
    check_year(result, "2019", "amount", "60.123456");
    /* A share of the world by itself says nothing. */
    check_year(result, "2019", "share_world_pct", "");
    check_year(result, "2019", "reason", "zero_base");
    check_year(result, "2014", "reason", "not_covered");
    check_year(result, "2023", "change_pct", "-75");
    check_year(result, "2023", "reason", "");
    result_free(result);
    desk_done(&desk);
}

static void test_ranks(void)
{
    struct desk desk;
    invent_series(&desk);
    desk_ask(&desk, NULL, "IND");
    desk_add(&desk, "France", "Norway", 2023, "10");
    struct result *result = series(&desk, EACH_YEAR, 5);
    check_year(result, "2023", "rank", "1");
    check_year(result, "2023", "rank_of", "3");
    check_year(result, "2019", "rank_of", "1");
    const struct value *rank =
        result_row(result, desk_row(result, "year_to", "2023")) +
        result_find_column(result, "rank");
    CU_ASSERT(rank->flags & VALUE_TIED);
    result_free(result);
    desk_ask(&desk, "KOR", NULL);
    result = series(&desk, EACH_YEAR, 5);
    check_year(result, "2023", "rank", "3");
    check_year(result, "2017", "previous_rank", "2");
    result_free(result);
    desk_done(&desk);
}

static void test_complete(void)
{
    struct desk desk;
    invent_series(&desk);
    desk_ask(&desk, "KOR", "POL");
    desk.question.complete = true;
    struct result *result = series(&desk, EACH_YEAR, 5);
    CU_ASSERT_EQUAL(result->row_count, 10);
    check_year(result, "2018", "amount", "0");
    check_year(result, "2018", "years_with_records", "0");
    check_year(result, "2018", "share_world_pct", "");
    check_year(result, "2018", "reason", "no_record");
    check_year(result, "2018", "change_pct", "-100");
    check_year(result, "2018", "trailing_mean", "2.832");
    check_year(result, "2016", "years_with_records", "1");
    result_free(result);
    desk_done(&desk);
}

/* A state that is no more has no years without deliveries. */
static void test_complete_former_state(void)
{
    struct desk desk;
    desk_invent(&desk);
    desk.study.scope.covered = (struct period){1988, 1995};
    desk.question.complete = true;
    desk_add(&desk, "Soviet Union", "India", 1989, "4");
    desk_add(&desk, "Russia", "India", 1993, "4");
    desk_ask(&desk, "Soviet Union", NULL);
    struct result *result = series(&desk, EACH_YEAR, 5);
    CU_ASSERT_EQUAL(result->row_count, 4);
    check_year(result, "1991", "amount", "0");
    CU_ASSERT_EQUAL(desk_row(result, "year_to", "1992"), SIZE_MAX);
    result_free(result);
    desk_done(&desk);
}

static void test_below_half(void)
{
    struct desk desk;
    invent_series(&desk);
    desk_ask(&desk, "FRA", NULL);
    struct result *result = series(&desk, EACH_YEAR, 5);
    CU_ASSERT_EQUAL(result->row_count, 3);
    check_year(result, "2023", "amount", "0");
    check_year(result, "2023", "share_printed", "<0.05");
    check_year(result, "2023", "years_with_records", "1");
    CHECK_RESULT(
        result, "sentence",
        "France's deliveries of major arms were less than 1 TIV million "
        "in 2023 (mean of\n"
        "2019–23: 6). invented, March 2024.\n");
    desk_done(&desk);
}

static void test_nothing_recorded(void)
{
    struct desk desk;
    invent_series(&desk);
    desk_ask(&desk, "Israel", "Poland");
    struct result *result = series(&desk, EACH_YEAR, 5);
    CU_ASSERT_EQUAL(result->row_count, 0);
    CHECK_TEXT(result->sentence,
               "Israel's deliveries of major arms to Poland: none recorded in "
               "2023 (mean of 2019–23: 0). invented, March 2024.");
    CHECK_RESULT(result, "table",
                 "...\n"
                 "No delivery is recorded for this selection "
                 "(no_record).\n"
                 "...\n");
    desk_done(&desk);
}

/* A sound file without a single row. */
static void test_no_years(void)
{
    static const enum each all[] = {EACH_YEAR, EACH_WINDOW, EACH_ROLLING,
                                    EACH_SUPPLIER};
    struct desk desk;
    desk_invent(&desk);
    desk.study.scope.covered = (struct period){0, -1};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        struct result *result = series(&desk, all[i], 5);
        CU_ASSERT_EQUAL(result->row_count, 0);
        CU_ASSERT_PTR_NULL(result->sentence);
        CHECK_RESULT(result, "table",
                     "...\n"
                     "No delivery is recorded for this selection "
                     "(no_record).\n"
                     "...\n");
    }
    desk_done(&desk);
}

static void test_years(void)
{
    struct desk desk;
    struct err err = {0};
    invent_series(&desk);
    desk_years(&desk, "2020-25", NULL);
    CU_ASSERT_PTR_NULL(
        series_result(&desk.study, &desk.question, EACH_YEAR, 5, NULL, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    desk.question.partial = true;
    struct result *result = series(&desk, EACH_YEAR, 5);
    CU_ASSERT_EQUAL(result->row_count, 2);
    CHECK_TEXT(result->view.title, "World deliveries of major arms, by year, "
                                   "2020–23 (covered years only)");
    CU_ASSERT_EQUAL_FATAL(result->note_count, 1);
    CHECK_TEXT(result->notes[0], "Not all years asked for are covered: "
                                 "computed over 2020–23 (--partial).");
    result_free(result);
    /* Records behind the covered years take no part. */
    desk.study.scope.covered.to = 2019;
    desk_years(&desk, NULL, NULL);
    result = series(&desk, EACH_YEAR, 5);
    CU_ASSERT_EQUAL(result->row_count, 4);
    result_free(result);
    desk_done(&desk);
}

static const struct tap_case cases[] = {
    {"mean of the last five years", test_mean},
    {"means print whole by integers", test_mean_prints_whole},
    {"shares of a pair", test_pair_shares},
    {"the world", test_world},
    {"ranks", test_ranks},
    {"complete", test_complete},
    {"complete: former state", test_complete_former_state},
    {"below half", test_below_half},
    {"nothing recorded", test_nothing_recorded},
    {"no years at all", test_no_years},
    {"years", test_years},
};

int main(void)
{
    return TAP_RUN("series", cases);
}
