/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matrices of invented deliveries, with numbers worked out by hand. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "analysis/matrix.h"
#include "base/utf8.h"
#include "desk.h"
#include "tap.h"

/* Suppliers 2019 to 2023: United States 1500, France 60, Israel 40. */
static void invent(struct desk *desk)
{
    desk_invent(desk);
    desk_add(desk, "United States", "Japan", 2019, "1000.5");
    desk_add(desk, "United States", "Japan", 2023, "199.5");
    desk_add(desk, "United States", "NATO**", 2021, "300");
    desk_add(desk, "France", "Japan", 2020, "20");
    desk_add(desk, "France", "India", 2020, "40");
    desk_add(desk, "Israel", "India", 2022, "40");
    desk_add(desk, "Israel", "Poland", 2022, "0");
    desk_add(desk, "Israel", "Poland", 2015, "7");
    desk_add(desk, "France", "Japan", 2016, "10");
}

static struct result *matrix(struct desk *desk)
{
    struct err err = {0};
    struct result *result = matrix_result(&desk->study, &desk->question, &err);
    CHECK_TEXT(err.text, "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    return result;
}

static void check_row(struct result *result, size_t row, const char *supplier,
                      const char *recipient, const char *value)
{
    CHECK_TEXT(desk_cell(result, row, "supplier"), supplier);
    CHECK_TEXT(desk_cell(result, row, "recipient"), recipient);
    CHECK_TEXT(desk_cell(result, row, "amount"), value);
}

/* By supplier as ranked, then by amount. */
static void test_rows(void)
{
    struct desk desk;
    invent(&desk);
    desk.question.top = SIZE_MAX;
    struct result *result = matrix(&desk);
    CU_ASSERT_EQUAL_FATAL(result->row_count, 6);
    check_row(result, 0, "United States", "Japan", "1200");
    check_row(result, 1, "United States", "NATO**", "300");
    check_row(result, 2, "France", "India", "40");
    check_row(result, 3, "France", "Japan", "20");
    check_row(result, 4, "Israel", "India", "40");
    check_row(result, 5, "Israel", "Poland", "0");
    CHECK_TEXT(desk_cell(result, 0, "share_world_pct"), "75");
    CHECK_TEXT(desk_cell(result, 0, "share_supplier_pct"), "80");
    CHECK_TEXT(desk_cell(result, 2, "share_recipient_pct"), "50");
    CHECK_TEXT(desk_cell(result, 2, "share_printed"), "67");
    CHECK_TEXT(desk_cell(result, 2, "rank"), "3");
    CHECK_TEXT(desk_cell(result, 4, "rank"), "3");
    CHECK_TEXT(desk_cell(result, 0, "rank_of"), "6");
    CHECK_TEXT(desk_cell(result, 3, "previous_amount"), "10");
    CHECK_TEXT(desk_cell(result, 3, "change_pct"), "100");
    CHECK_TEXT(desk_cell(result, 5, "share_printed"), "<0.05");
    CHECK_TEXT(desk_cell(result, 5, "years_with_records"), "1");
    CHECK_TEXT(desk_cell(result, 0, "recipient_iso3"), "JPN");
    result_free(result);
    desk_done(&desk);
}

static void test_table(void)
{
    struct desk desk;
    invent(&desk);
    desk.question.top = 2;
    struct result *result = matrix(&desk);
    CU_ASSERT_EQUAL(result->row_count, 3);
    CU_ASSERT_EQUAL(result->listed, 3);
    CHECK_RESULT(
        result, "table",
        "The 2 largest suppliers of major arms by the 2 largest recipients, "
        "2019–23\n"
        "Volume of deliveries, TIV million (an index of military capability, "
        "not money)\n"
        "\n"
        "Supplier          JPN    2  Others  Total\n" RULE
        "United States   1 200  300       –  1 500\n"
        "France             20    –      40     60\n"
        "1 other             –    –      40     40\n"
        "World           1 220  300      80  1 600\n" RULE
        "Recipients: JPN Japan, 2 NATO**.\n"
        "–: no delivery recorded.\n"
        "World: all recorded deliveries.\n"
        "Source: invented.\n");
    desk.question.top = SIZE_MAX;
    CHECK_RESULT(
        matrix(&desk), "table",
        "All 3 suppliers of major arms by all 4 recipients, 2019–23\n"
        "Volume of deliveries, TIV million (an index of military capability, "
        "not money)\n"
        "\n"
        "Supplier          JPN    2  IND  POL  Total\n" RULE
        "United States   1 200  300    –    –  1 500\n"
        "France             20    –   40    –     60\n"
        "Israel              –    –   40    0     40\n"
        "World           1 220  300   80    0  1 600\n" RULE
        "Recipients: JPN Japan, 2 NATO**, IND India, POL Poland.\n"
        "...\n");
    desk_done(&desk);
}

/* A tie at the cut is listed whole and noted. */
static void test_tie(void)
{
    struct desk desk;
    invent(&desk);
    desk_add(&desk, "Israel", "Poland", 2023, "20");
    desk.question.top = 2;
    struct result *result = matrix(&desk);
    CHECK_TEXT(result->view.title, "All 3 suppliers of major arms by the 2 "
                                   "largest recipients, 2019–23");
    CU_ASSERT_EQUAL_FATAL(result->note_count, 1);
    CHECK_TEXT(result->notes[0], "The last supplier listed is tied; all that "
                                 "share its rank are listed.");
    result_free(result);
    desk_done(&desk);
}

/* Places that are asked for choose rows or columns; nothing else changes. */
static void test_chosen(void)
{
    struct desk desk;
    invent(&desk);
    desk_ask(&desk, "Israel", NULL);
    desk.question.list_supplier = desk.asked.supplier;
    desk.question.top = 1;
    struct result *result = matrix(&desk);
    CU_ASSERT_EQUAL(result->row_count, 0);
    CHECK_RESULT(result, "table",
                 "1 of the 3 suppliers of major arms by the largest "
                 "recipient, 2019–23\n"
                 "...\n"
                 "Israel              –      40     40\n"
                 "2 others        1 220     340  1 560\n"
                 "World           1 220     380  1 600\n" RULE "...\n");
    desk.question.top = SIZE_MAX;
    result = matrix(&desk);
    CU_ASSERT_EQUAL_FATAL(result->row_count, 2);
    check_row(result, 0, "Israel", "India", "40");
    CHECK_TEXT(desk_cell(result, 0, "share_world_pct"), "2.5");
    result_free(result);
    desk_done(&desk);
}

/* Chosen columns do not stretch the rows. */
static void test_chosen_recipient(void)
{
    struct desk desk;
    invent(&desk);
    desk_ask(&desk, NULL, "India");
    desk.question.list_recipient = desk.asked.recipient;
    desk.question.top = 1;
    CHECK_RESULT(matrix(&desk), "table",
                 "The largest supplier of major arms by 1 of the 4 recipients, "
                 "2019–23\n"
                 "...\n"
                 "United States     –   1 500  1 500\n"
                 "2 others         80      20    100\n"
                 "World            80   1 520  1 600\n" RULE "...\n");
    desk_done(&desk);
}

/* Two spellings of a place stay two columns, and have one code. */
static void test_spellings(void)
{
    struct desk desk;
    desk_invent(&desk);
    desk_add(&desk, "France", "Turkiye", 2022, "3");
    desk_add(&desk, "France", "Turkey", 2022, "2");
    CHECK_RESULT(matrix(&desk), "table",
                 "...\n"
                 "Supplier        TUR    2  Total\n" RULE "...\n"
                 "Recipients: TUR Turkiye, 2 Turkey.\n"
                 "...\n");
    desk_done(&desk);
}

/* Where one side was narrowed down while reading, the totals of the other
 * side's places are not whole. */
static void test_narrowed(void)
{
    struct desk desk;
    invent(&desk);
    desk_ask(&desk, NULL, "Japan");
    desk.question.top = SIZE_MAX;
    struct result *result = matrix(&desk);
    size_t row = desk_row(result, "supplier", "United States");
    CHECK_TEXT(desk_cell(result, row, "share_world_pct"), "");
    CHECK_TEXT(desk_cell(result, row, "share_supplier_pct"), "");
    CU_ASSERT(strcmp(desk_cell(result, row, "share_recipient_pct"), "") != 0);
    CHECK_TEXT(desk_cell(result, row, "reason"), "zero_base");
    row = desk_row(result, "change_pct", "100");
    CHECK_TEXT(desk_cell(result, row, "reason"), "partial_selection");
    result_free(result);
    desk_done(&desk);
}

static void test_undivided(void)
{
    struct desk desk;
    struct err err = {0};
    desk_invent(&desk);
    desk_add(&desk, "France", "(all)", 2022, "1");
    CU_ASSERT_PTR_NULL(matrix_result(&desk.study, &desk.question, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    desk_done(&desk);
}

static void test_empty(void)
{
    struct desk desk;
    invent(&desk);
    desk_years(&desk, "2017-18", NULL);
    struct result *result = matrix(&desk);
    CU_ASSERT_EQUAL(result->row_count, 0);
    CHECK_RESULT(result, "table",
                 "...\n"
                 "No delivery is recorded for this selection "
                 "(no_record).\n"
                 "...\n");
    desk_done(&desk);
}

/* Many places, large sums: as many columns as fit, nothing lost. */
static void test_width(void)
{
    struct desk desk;
    desk_invent(&desk);
    amount sum = 0;
    for (int supplier = 0; supplier < 30; supplier++) {
        for (int recipient = 0; recipient < 40; recipient++) {
            char names[2][60], value[30];
            int units = (supplier * 41 + recipient * 17) % 1000 * 100;
            snprintf(names[0], 60, "Supplier with a long name %d", supplier);
            snprintf(names[1], 60, "Recipient with a long name %d", recipient);
            snprintf(value, sizeof value, "%d.5", units);
            desk_add(&desk, names[0], names[1], 2023, value);
            sum += units * AMOUNT_ONE + AMOUNT_ONE / 2;
        }
    }
    char *text = desk_print(matrix(&desk), "table");
    struct str rest = str_from(text);
    while (rest.ptr && rest.len > 0)
        CU_ASSERT(utf8_width(str_cut(&rest, '\n')) <= 80);
    free(text);
    desk.question.top = SIZE_MAX;
    struct result *result = matrix(&desk);
    /* Supplier, three recipients, others, total. */
    CU_ASSERT_EQUAL(result->view.column_count, 6);
    CU_ASSERT_EQUAL_FATAL(result->row_count, 1200);
    size_t column = result_find_column(result, "amount");
    for (size_t i = 0; i < result->row_count; i++)
        sum -= result_row(result, i)[column].as.amount;
    CU_ASSERT(sum == 0);
    result_free(result);
    desk_done(&desk);
}

static const struct tap_case cases[] = {
    {"rows for machines", test_rows},
    {"table", test_table},
    {"tie at the cut", test_tie},
    {"chosen suppliers", test_chosen},
    {"chosen recipient", test_chosen_recipient},
    {"two spellings", test_spellings},
    {"narrowed while reading", test_narrowed},
    {"totals only", test_undivided},
    {"nothing recorded", test_empty},
    {"width and sum", test_width},
};

int main(void)
{
    return TAP_RUN("matrix", cases);
}
