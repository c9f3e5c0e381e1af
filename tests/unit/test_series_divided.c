/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series by periods and by places, of invented deliveries. */
#include <config.h>

#include <stdlib.h>

#include "analysis/rank.h"
#include "base/utf8.h"
#include "series_desk.h"
#include "tap.h"

static void test_windows(void)
{
    struct desk desk;
    invent_series(&desk);
    desk_ask(&desk, "KOR", NULL);
    struct result *result = series(&desk, EACH_WINDOW, 3);
    CU_ASSERT_EQUAL(result->row_count, 3);
    check_year(result, "2017", "year_from", "2015");
    check_year(result, "2017", "amount", "14.16");
    check_year(result, "2020", "amount", "20.123456");
    check_year(result, "2023", "amount", "13");
    check_year(result, "2023", "years_with_records", "2");
    check_year(result, "2023", "share_world_pct", "26");
    check_year(result, "2023", "rank", "2");
    check_year(result, "2023", "previous_from", "2018");
    check_year(result, "2023", "previous_amount", "20.123456");
    check_year(result, "2017", "previous_from", "");
    check_year(result, "2017", "reason", "not_covered");
    /* 20.123456 / 14.16 = 1.42114 */
    check_year(result, "2020", "change_printed", "+42");
    CHECK_RESULT(
        result, "table",
        "Deliveries of major arms by South Korea, by periods of 3 years, "
        "2015–23\n"
        "Volume of deliveries, TIV million (an index of military capability, "
        "not money)\n"
        "\n"
        "                        Share of    Change on\n"
        "                      the world,   the period\n"
        "Period        TIV m            %    before, %   Rank\n" RULE
        "2015–17          14         22                     2\n"
        "2018–20          20         33          +42        2\n"
        "2021–23          13         26          −35        2\n"
        "All years        47         27\n" RULE
        "2014: left out, less than a period of 3 years.\n"
        "World: all recorded deliveries.\n"
        "Source: invented, release of March 2024.\n");
    result = series(&desk, EACH_WINDOW, 3);
    CHECK_RESULT(result, "sentence",
                 "South Korea's deliveries of major arms were 13 TIV "
                 "million in 2021–23 (2018–20:\n"
                 "20). invented, March 2024.\n");
    desk_done(&desk);
}

static void test_window_too_long(void)
{
    struct desk desk;
    invent_series(&desk);
    desk_years(&desk, "2020-22", NULL);
    struct result *result = series(&desk, EACH_WINDOW, 5);
    CU_ASSERT_EQUAL(result->row_count, 0);
    CU_ASSERT_PTR_NULL(result->sentence);
    CHECK_RESULT(result, "table",
                 "...\n"
                 "No period of 5 years lies within the data.\n"
                 "...\n");
    desk_done(&desk);
}

/* They end in each year of the period, and may begin before it. */
static void test_rolling(void)
{
    struct desk desk;
    invent_series(&desk);
    desk_ask(&desk, "KOR", NULL);
    desk_years(&desk, "2015-19", NULL);
    struct result *result = series(&desk, EACH_ROLLING, 4);
    CU_ASSERT_EQUAL(result->row_count, 3);
    check_year(result, "2017", "year_from", "2014");
    check_year(result, "2017", "amount", "14.16");
    check_year(result, "2018", "amount", "14.16");
    check_year(result, "2019", "amount", "34.283456");
    /* Overlapping periods have no total. */
    for (size_t i = 0; i < result->view.row_count; i++)
        CU_ASSERT_NOT_EQUAL(result->view.rows[i].role, VIEW_TOTAL);
    result_free(result);
    desk_done(&desk);
}

static void test_each_supplier(void)
{
    struct desk desk;
    invent_series(&desk);
    desk_ask(&desk, NULL, "POL");
    struct result *result = series(&desk, EACH_SUPPLIER, 5);
    /* The largest first, each by year. */
    CU_ASSERT_EQUAL(result->row_count, 6);
    CHECK_TEXT(desk_cell(result, 0, "supplier"), "France");
    CHECK_TEXT(desk_cell(result, 0, "year_from"), "2016");
    CHECK_TEXT(desk_cell(result, 2, "year_from"), "2023");
    CHECK_TEXT(desk_cell(result, 3, "supplier"), "South Korea");
    CHECK_TEXT(desk_cell(result, 5, "share_supplier_pct"), "100");
    CHECK_TEXT(desk_cell(result, 5, "share_recipient_pct"), "25");
    CHECK_TEXT(desk_cell(result, 5, "share_world_pct"), "25");
    CHECK_TEXT(desk_cell(result, 5, "share_printed"), "25");
    CHECK_TEXT(desk_cell(result, 5, "rank"), "2");
    CHECK_TEXT(desk_cell(result, 5, "rank_of"), "2");
    result_free(result);
    desk.question.top = 1;
    desk_years(&desk, "2016-23", NULL);
    result = series(&desk, EACH_SUPPLIER, 5);
    CU_ASSERT_EQUAL(result->row_count, 3);
    CU_ASSERT_EQUAL(result->listed, 3);
    CHECK_RESULT(
        result, "table",
        "Deliveries of major arms to Poland, by supplier and year, 2016–23\n"
        "Volume of deliveries, TIV million (an index of military capability, "
        "not money)\n"
        "\n"
        "                                                                      "
        " "
        "Share\n"
        "Supplier        2017  2018  2019  2020  2021  2022  2023     2016–23  "
        "     %\n" RULE
        "France             –     –     –     –     –    30     0          80  "
        "  77\n"
        "1 other            8     –     –     –     –    10     –          24  "
        "  23\n"
        "All                8     –     –     –     –    40     0         104  "
        " 100\n" RULE "–: no delivery recorded.\n"
        "Of 8 years the last 7 are shown; machine formats have all.\n"
        "All: all recorded deliveries.\n"
        "Source: invented, release of March 2024.\n");
    desk_done(&desk);
}

/* Whoever has no record in the period has no row. */
static void test_each_recorded(void)
{
    struct desk desk;
    invent_series(&desk);
    desk_years(&desk, "2016-17", NULL);
    CHECK_RESULT(series(&desk, EACH_SUPPLIER, 5), "table",
                 "...\n"
                 "Supplier        2016  2017     2016–17       %\n" RULE
                 "France            50     –          50    78\n"
                 "South Korea        6     8          14    22\n"
                 "World             56     8          64   100\n" RULE "...\n");
    desk_done(&desk);
}

static void test_each_recipient(void)
{
    struct desk desk;
    invent_series(&desk);
    desk_ask(&desk, "KOR", NULL);
    struct result *result = series(&desk, EACH_RECIPIENT, 5);
    CU_ASSERT_EQUAL(result->row_count, 5);
    CHECK_TEXT(desk_cell(result, 0, "recipient"), "Poland");
    CHECK_TEXT(desk_cell(result, 4, "recipient"), "India");
    CHECK_TEXT(desk_cell(result, 4, "share_supplier_pct"), "100");
    CHECK_TEXT(desk_cell(result, 4, "share_recipient_pct"), "30");
    CHECK_TEXT(desk_cell(result, 4, "share_printed"), "100");
    result_free(result);
    desk_done(&desk);
}

static void add_class(struct desk *desk, const char *category, int year,
                      amount value)
{
    struct err err = {0};
    struct flow flow = {
        .supplier = map_intern(&desk->names.places, STR("South Korea")),
        .recipient = map_intern(&desk->names.places, STR("Poland")),
        .category =
            *category ? map_intern(&desk->names.categories, str_from(category))
                      : NAME_NONE,
        .year = year,
        .value = value * AMOUNT_ONE,
    };
    CU_ASSERT(cube_add(&desk->cube, &flow, &err));
}

static void test_each_category(void)
{
    struct desk desk;
    struct err err = {0};
    desk_invent(&desk);
    desk.question.top = SIZE_MAX;
    CU_ASSERT_PTR_NULL(series_result(&desk.study, &desk.question, EACH_CATEGORY,
                                     5, NULL, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    desk.cube.dims |= DIM_CATEGORY;
    add_class(&desk, "Aircraft", 2022, 10);
    add_class(&desk, "Artillery", 2022, 25);
    add_class(&desk, "", 2022, 5);
    add_class(&desk, "Artillery", 2023, 1);
    desk_add(&desk, "France", "India", 2022, "60");
    desk_ask(&desk, "KOR", NULL);
    struct result *result = series(&desk, EACH_CATEGORY, 5);
    CU_ASSERT_EQUAL(result->row_count, 4);
    CHECK_TEXT(desk_cell(result, 0, "category"), "Artillery");
    CHECK_TEXT(desk_cell(result, 0, "share_world_pct"), "25");
    CHECK_TEXT(desk_cell(result, 0, "share_supplier_pct"), "62.5");
    CHECK_TEXT(desk_cell(result, 2, "category"), "Aircraft");
    CHECK_TEXT(desk_cell(result, 3, "category"), "(not named)");
    result_free(result);
    /* Only one of the cube's categories. */
    desk.question.category = map_find(&desk.names.categories, STR("Aircraft"));
    result = series(&desk, EACH_YEAR, 5);
    CU_ASSERT_EQUAL(result->row_count, 1);
    CHECK_TEXT(desk_cell(result, 0, "category"), "Aircraft");
    CHECK_TEXT(desk_cell(result, 0, "amount"), "10");
    CHECK_TEXT(desk_cell(result, 0, "share_world_pct"), "100");
    CHECK_TEXT(result->view.title, "Deliveries of major arms (Aircraft) by "
                                   "South Korea, by year, 2014–23");
    result_free(result);
    desk_done(&desk);
}

static char *csv_of(struct desk *desk, enum each each)
{
    return desk_print(series(desk, each, 5), "csv");
}

/* The order of rows never shows. */
static void test_shuffled(void)
{
    static const enum each all[] = {EACH_YEAR, EACH_WINDOW, EACH_ROLLING,
                                    EACH_SUPPLIER, EACH_RECIPIENT};
    struct desk desk, shuffled;
    invent_series(&desk);
    invent_shuffled_series(&shuffled);
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        char *one = csv_of(&desk, all[i]);
        char *other = csv_of(&shuffled, all[i]);
        CHECK_TEXT(other, one);
        free(one);
        free(other);
    }
    desk_done(&desk);
    desk_done(&shuffled);
}

static amount sum_of(const struct result *result)
{
    size_t column = result_find_column(result, "amount");
    amount sum = 0;
    for (size_t i = 0; i < result->row_count; i++)
        sum += result_row(result, i)[column].as.amount;
    return sum;
}

/* All ways to divide the same deliveries add up to the same. */
static void test_sums(void)
{
    static const enum each all[] = {EACH_YEAR, EACH_SUPPLIER, EACH_RECIPIENT};
    struct desk desk;
    struct err err = {0};
    invent_series(&desk);
    desk_years(&desk, "2016-23", NULL);
    struct result *ranked =
        rank_result(&desk.study, &desk.question, NULL, 0, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(ranked);
    CU_ASSERT(sum_of(ranked) > 0);
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        struct result *result = series(&desk, all[i], 5);
        CU_ASSERT(sum_of(result) == sum_of(ranked));
        result_free(result);
    }
    result_free(ranked);
    desk_done(&desk);
}

static void check_width(char *text)
{
    struct str rest = str_from(text);
    while (rest.ptr && rest.len > 0) {
        struct str line = str_cut(&rest, '\n');
        CU_ASSERT(utf8_width(line) <= 80);
        CU_ASSERT(!str_ends(line, STR(" ")));
    }
    free(text);
}

/* Names and numbers at their longest. */
static void test_width(void)
{
    static const enum each all[] = {EACH_YEAR, EACH_WINDOW, EACH_ROLLING,
                                    EACH_SUPPLIER, EACH_RECIPIENT};
    const char *place = "United Federation of Very Long Names and Islands";
    const char *other = "Another Federation of Very Long Names and Islands";
    struct desk desk;
    desk_invent(&desk);
    for (int year = 2014; year <= 2023; year++) {
        desk_add(&desk, place, other, year, "9999999.99");
        desk_add(&desk, other, place, year, "123456.5");
    }
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        desk_ask(&desk, NULL, NULL);
        check_width(desk_print(series(&desk, all[i], 5), "table"));
        desk_ask(&desk, place, other);
        check_width(desk_print(series(&desk, all[i], 5), "table"));
    }
    desk_done(&desk);
}

static const struct tap_case cases[] = {
    {"windows", test_windows},
    {"windows longer than the period", test_window_too_long},
    {"rolling periods", test_rolling},
    {"each supplier", test_each_supplier},
    {"each with a record", test_each_recorded},
    {"each recipient", test_each_recipient},
    {"each category", test_each_category},
    {"shuffled rows", test_shuffled},
    {"sums agree", test_sums},
    {"width", test_width},
};

int main(void)
{
    return TAP_RUN("series divided", cases);
}
