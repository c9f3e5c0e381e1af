/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series, matrix and orders of the publisher's register. */
#include <config.h>

#include <stdlib.h>

#include "analysis/deals_list.h"
#include "analysis/matrix.h"
#include "analysis/rank.h"
#include "analysis/series.h"
#include "desk.h"
#include "tap.h"

#define REGISTER "corpus/sipri_register/AndreiPetre_trade-register.csv"

static struct result *series(struct desk *desk, enum each each)
{
    struct err err = {0};
    struct result *result =
        series_result(&desk->study, &desk->question, each, 5, NULL, &err);
    CHECK_TEXT(err.text, "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    return result;
}

static amount sum_of(const struct result *result)
{
    size_t column = result_find_column(result, "amount");
    amount sum = 0;
    for (size_t i = 0; i < result->row_count; i++)
        sum += result_row(result, i)[column].as.amount;
    return sum;
}

static void test_pair(void)
{
    static const char *const expected[] = {"5.9",  "8.26", "4.72",   "14.16",
                                           "11.8", "11.8", "156.38", "570.74"};
    struct desk desk;
    if (!desk_open_register(&desk))
        return;
    desk_ask(&desk, "KOR", "POL");
    struct result *result = series(&desk, EACH_YEAR);
    CU_ASSERT_EQUAL_FATAL(result->row_count, 8);
    for (size_t i = 0; i < 8; i++)
        CHECK_TEXT(desk_cell(result, i, "amount"), expected[i]);
    CHECK_TEXT(desk_cell(result, 0, "year_from"), "2016");
    CHECK_TEXT(desk_cell(result, 6, "share_printed"), "77");
    CHECK_TEXT(desk_cell(result, 7, "share_printed"), "92");
    CHECK_TEXT(desk_cell(result, 7, "trailing_mean"), "152.976");
    result_free(result);
    desk_years(&desk, "2019-23", NULL);
    CHECK_RESULT(
        series(&desk, EACH_YEAR), "table",
        "Deliveries of major arms by South Korea to Poland, by year, 2019–23\n"
        "Volume of deliveries, TIV million (an index of military capability, "
        "not money)\n"
        "\n"
        "                         Mean of     Share of        Share of     "
        "Share of\n"
        "                        the last   the world,   South Korea's     "
        "Poland's\n"
        "Year          TIV m   five years            %      exports, %   "
        "imports, %\n" RULE
        "2019             14            7          0.1             2.1         "
        " 5.3\n"
        "2020             12            9        <0.05             1.5         "
        " 8.2\n"
        "2021             12           10        <0.05             2.3         "
        "16\n"
        "2022            156           40          0.5            77           "
        "40\n"
        "2023            571          153          2.0            92           "
        "42\n"
        "All years       765                       0.5            27           "
        "34\n" RULE
        "World: all recorded deliveries, unknown suppliers (0.1 %) included.\n"
        "Source: SIPRI Arms Transfers Database, release of March 2024\n"
        "(trade-register.csv, generated 13 Apr 2024).\n");
    desk_done(&desk);
}

static void test_windows(void)
{
    struct desk desk;
    if (!desk_open_register(&desk))
        return;
    desk_ask(&desk, "KOR", NULL);
    struct result *result = series(&desk, EACH_WINDOW);
    size_t row = desk_row(result, "year_to", "2023");
    CHECK_TEXT(desk_cell(result, row, "year_from"), "2019");
    CHECK_TEXT(desk_cell(result, row, "rank"), "10");
    CHECK_TEXT(desk_cell(result, row, "change_printed"), "+12");
    CHECK_TEXT(desk_cell(result, row, "share_printed"), "2.0");
    CHECK_RESULT(result, "table",
                 "...\n"
                 "2014–18       2 501          1.7        +95       11\n"
                 "2019–23       2 789          2.0        +12       10\n"
                 "All years     7 753          1.0\n" RULE "...\n");
    CHECK_RESULT(series(&desk, EACH_YEAR), "sentence",
                 "South Korea's deliveries of major arms were 621 TIV million "
                 "in 2023 (mean of\n"
                 "2019–23: 558). SIPRI Arms Transfers Database, March 2024.\n");
    desk_done(&desk);
}

/* The same deliveries, divided in every way, and ranked. */
static void test_sums(void)
{
    static const enum each all[] = {EACH_YEAR, EACH_SUPPLIER, EACH_RECIPIENT};
    struct desk desk;
    struct err err = {0};
    if (!desk_open_register(&desk))
        return;
    desk.question.top = SIZE_MAX;
    desk_years(&desk, "2019-23", NULL);
    const struct study *study = &desk.study;
    struct result *ranked = rank_result(study, &desk.question, NULL, 0, &err);
    struct result *matrix = matrix_result(study, &desk.question, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(ranked);
    CU_ASSERT_PTR_NOT_NULL_FATAL(matrix);
    amount world = sum_of(ranked);
    CU_ASSERT(world > 139977 * AMOUNT_ONE && world < 139979 * AMOUNT_ONE);
    CU_ASSERT(sum_of(matrix) == world);
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        struct result *result = series(&desk, all[i]);
        CU_ASSERT(sum_of(result) == world);
        result_free(result);
    }
    desk_ask(&desk, "KOR", NULL);
    struct result *result = series(&desk, EACH_YEAR);
    size_t row = desk_row(ranked, "supplier", "South Korea");
    size_t column = result_find_column(ranked, "amount");
    CU_ASSERT(sum_of(result) == result_row(ranked, row)[column].as.amount);
    result_free(result);
    result_free(ranked);
    result_free(matrix);
    desk_done(&desk);
}

static void test_matrix(void)
{
    struct desk desk;
    struct err err = {0};
    if (!desk_open_register(&desk))
        return;
    CHECK_RESULT(
        matrix_result(&desk.study, &desk.question, &err), "table",
        "The 10 largest suppliers of major arms by the 6 largest recipients, "
        "2019–23\n"
        "Volume of deliveries, TIV million (an index of military capability, "
        "not money)\n"
        "\n"
        "Supplier           IND     SAU     QAT    UKR    PAK    JPN  Others   "
        " "
        "Total\n" RULE
        "United States    1 782   8 808   4 808  2 722     19  5 555  34 700   "
        "58 393\n"
        "...\n"
        "South Korea        408      14       –      3      –      –   2 364   "
        " "
        "2 789\n"
        "58 others          212     637     327  2 423    834     14  10 010   "
        "14 456\n"
        "World           13 754  11 715  10 668  6 896  6 053  5 708  85 185  "
        "139 978\n" RULE
        "Recipients: IND India, SAU Saudi Arabia, QAT Qatar, UKR Ukraine, PAK "
        "Pakistan,\n"
        "JPN Japan.\n"
        "–: no delivery recorded.\n"
        "World: all recorded deliveries, unknown suppliers (0.1 %) included.\n"
        "...\n");
    desk_done(&desk);
}

/* Rows that pass the filter. */
struct sieve {
    struct filter_judge *judge;
    struct flow_sink sink;
};

static bool take(void *context, const struct flow *flow, struct err *err)
{
    const struct sieve *sieve = context;
    return !filter_takes(sieve->judge, flow) ||
           sieve->sink.take(sieve->sink.context, flow, err);
}

static bool read_deals(struct desk *desk, struct deals *deals,
                       struct reading *reading)
{
    const struct read_options options = {
        .decimal = '.',
        .rounded_to = -1,
        .unit = -1,
        .weapons = true,
        .limits = reader_default_limits,
    };
    struct err err = {0};
    const char *file = arena_printf(&desk->arena, "%s/" REGISTER, tap_shared());
    struct sieve sieve = {filter_judge_new(&desk->asked, &desk->names),
                          deals_sink(deals)};
    bool is_read =
        reading_open(reading, file, 0, &options, &err) &&
        reading_run(reading, &desk->names,
                    (struct flow_sink){.take = take, .context = &sieve}, &err);
    CHECK_TEXT(err.text, "");
    filter_judge_free(sieve.judge);
    desk->study.deals = deals;
    desk->study.scope = reading->scope;
    desk->study.release_year = reading->release_year;
    return is_read;
}

static void test_deals(void)
{
    struct desk desk;
    struct deals deals;
    struct reading reading;
    struct err err = {0};
    if (!tap_shared()) {
        tap_skip("ARMSTATS_SHARED is not set");
        return;
    }
    desk_invent(&desk);
    deals_init(&deals);
    desk_ask(&desk, "KOR", "POL");
    desk.question.top = SIZE_MAX;
    CU_ASSERT_FATAL(read_deals(&desk, &deals, &reading));
    struct result *result = deals_result(&desk.study, &desk.question, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    CU_ASSERT_EQUAL(result->row_count, 8);
    size_t row = desk_row(result, "deal_id", "63491");
    CHECK_TEXT(desk_cell(result, row, "delivery_years"), "2022;2023");
    CHECK_TEXT(desk_cell(result, row, "delivered"), "28");
    CHECK_TEXT(desk_cell(result, row, "delivered_estimated"), "1");
    CHECK_TEXT(desk_cell(result, row, "tiv_unit"), "4.75");
    CHECK_TEXT(desk_cell(result, row, "tiv_delivered"), "133");
    CHECK_TEXT(desk_cell(result, row, "order_year_estimated"), "0");
    CHECK_RESULT(
        result, "table",
        "Deliveries of major arms by South Korea to Poland, by order, "
        "1990–2023\n"
        "Volume of deliveries, TIV million (an index of military capability, "
        "not money)\n"
        "\n"
        "Order  Weapon                                   Delivered  Years      "
        "TIV m\n" RULE
        "2022   K-239 Chunmoo, self-propelled MRL              18?  2023       "
        "   20\n"
        "2022   K-2, tank                                      28?  2022–23    "
        "  133\n"
        "2022   K-9 155mm, self-propelled gun                  72?  2022–23    "
        "  312\n"
        "2022   KTSSM, SSM                                      5?  2023?      "
        "    7\n"
        "2022?  CGR-080 239mm, guided rocket                  600?  2023       "
        "   48\n"
        "2022   FA-50, FGA aircraft                            12\u00a0  2023  "
        "       197\n"
        "2016   K-9 chassis, self-propelled gun chassis        88?  2018–23?   "
        "   52\n"
        "2014   K-9 chassis, self-propelled gun chassis        24?  2016–17    "
        "   14\n"
        "       8 orders                                                       "
        "  784\n" RULE
        "?: an estimate of the source; behind several years: at least one of "
        "them.\n"
        "...\n");
    reading_done(&reading);
    deals_done(&deals);
    desk_done(&desk);
}

static const struct tap_case cases[] = {
    {"Poland from South Korea", test_pair},
    {"South Korea by periods", test_windows},
    {"sums", test_sums},
    {"matrix", test_matrix},
    {"orders of Poland from South Korea", test_deals},
};

int main(void)
{
    return TAP_RUN("series of the register", cases);
}
