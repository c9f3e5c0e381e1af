/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values as texts, and the containers of the room of results. */
#include <config.h>

#include <string.h>

#include "output/print.h"
#include "result/result.h"
#include "tap.h"

static const char *people(enum kind kind, struct value value)
{
    static char text[PRINT_LONGEST];
    struct buf buf;
    buf_init(&buf, sizeof(text) - 1);
    print_for_people(&buf, kind, &value);
    CU_ASSERT_FALSE(buf.full);
    memcpy(text, buf_str(&buf).ptr, buf.len);
    text[buf.len] = '\0';
    buf_done(&buf);
    return text;
}

static const char *exact(enum kind kind, struct value value)
{
    static char text[PRINT_LONGEST];
    struct buf buf;
    buf_init(&buf, sizeof(text) - 1);
    print_exact(&buf, kind, &value);
    CU_ASSERT_FALSE(buf.full);
    memcpy(text, buf_str(&buf).ptr, buf.len);
    text[buf.len] = '\0';
    buf_done(&buf);
    return text;
}

static void test_amounts(void)
{
    struct value value = value_amount(56681500000);
    CHECK_TEXT(people(KIND_AMOUNT, value), "56 682");
    CHECK_TEXT(exact(KIND_AMOUNT, value), "56681.5");
    value = value_amount(-500000);
    CHECK_TEXT(people(KIND_AMOUNT, value), "\u22121");
    CHECK_TEXT(exact(KIND_AMOUNT, value), "-0.5");
    value = value_flagged(value_amount(3217060000), VALUE_MAY_DIFFER);
    CHECK_TEXT(people(KIND_AMOUNT, value), "~3 217");
    CHECK_TEXT(exact(KIND_AMOUNT, value), "3217.06");
    CHECK_TEXT(people(KIND_NUMBER, value_amount(0)), "0");
}

static void test_shares(void)
{
    struct value share = value_ratio(321706, 13824500);
    CHECK_TEXT(people(KIND_SHARE, share), "2.3");
    CHECK_TEXT(exact(KIND_SHARE, share), "2.3270715034901803");
    /* 9.95 per cent is the first that prints whole. */
    CHECK_TEXT(people(KIND_SHARE, value_ratio(995, 10000)), "10");
    CHECK_TEXT(people(KIND_SHARE, value_ratio(994999, 10000000)), "9.9");
    CHECK_TEXT(people(KIND_SHARE, value_ratio(1, 1)), "100");
    CHECK_TEXT(exact(KIND_SHARE, value_ratio(1, 1)), "100");
    CHECK_TEXT(people(KIND_SHARE, value_ratio(1, 10000)), "<0.05");
    CHECK_TEXT(people(KIND_SHARE, value_ratio(0, 1)), "0.0");
    struct value zero = value_flagged(value_ratio(0, 1), VALUE_ABOVE_ZERO);
    CHECK_TEXT(people(KIND_SHARE, zero), "<0.05");
    CHECK_TEXT(exact(KIND_SHARE, zero), "0");
    zero = value_flagged(zero, VALUE_MAY_DIFFER);
    CHECK_TEXT(people(KIND_SHARE, zero), "~<0.05");
}

static void test_changes(void)
{
    CHECK_TEXT(people(KIND_CHANGE, value_ratio(7, 100)), "+7.0");
    CHECK_TEXT(people(KIND_CHANGE, value_ratio(-74, 1000)), "\u22127.4");
    CHECK_TEXT(exact(KIND_CHANGE, value_ratio(-74, 1000)), "-7.4");
    CHECK_TEXT(people(KIND_CHANGE, value_ratio(-1, 1)), "\u2212100");
    CHECK_TEXT(people(KIND_CHANGE, value_ratio(-4, 10000)), "0.0");
    CHECK_TEXT(people(KIND_POINTS, value_ratio(11, 1000)), "+1.1");
    CHECK_TEXT(people(KIND_POINTS, value_ratio(0, 7)), "0.0");
    struct value change = value_flagged(value_ratio(11, 100), VALUE_MAY_DIFFER);
    CHECK_TEXT(people(KIND_CHANGE, change), "~+11");
    CHECK_TEXT(exact(KIND_CHANGE, change), "11");
}

static void test_integers(void)
{
    struct value ten = value_flagged(value_integer(10), VALUE_TIED);
    CHECK_TEXT(people(KIND_RANK, ten), "10=");
    CHECK_TEXT(exact(KIND_RANK, ten), "10");
    CHECK_TEXT(people(KIND_RANK, value_integer(1234)), "1234");
    CHECK_TEXT(people(KIND_YEAR, value_integer(2019)), "2019");
    CHECK_TEXT(people(KIND_COUNT, value_integer(27838)), "27 838");
    CHECK_TEXT(exact(KIND_COUNT, value_integer(27838)), "27838");
    CHECK_TEXT(people(KIND_FLAG, value_integer(1)), "yes");
    CHECK_TEXT(people(KIND_FLAG, value_integer(0)), "no");
    CHECK_TEXT(exact(KIND_FLAG, value_integer(0)), "0");
    CHECK_TEXT(exact(KIND_COUNT, value_integer(INT64_MIN)),
               "-9223372036854775808");
    CHECK_TEXT(people(KIND_RANK, value_range(5, 6)), "5–6");
    CHECK_TEXT(exact(KIND_RANK, value_range(5, 6)), "5-6");
    CHECK_TEXT(people(KIND_RANK, value_range(3, 3)), "3");
    CHECK_TEXT(exact(KIND_RANK, value_range(3, 3)), "3");
}

static void test_nulls(void)
{
    CHECK_TEXT(people(KIND_SHARE, value_null(REASON_NONE)), "");
    CHECK_TEXT(people(KIND_SHARE, value_null(REASON_NO_RECORD)), "–");
    CHECK_TEXT(people(KIND_CHANGE, value_null(REASON_ZERO_BASE)), "");
    CHECK_TEXT(people(KIND_SHARE, value_null(REASON_NOT_COVERED)), "");
    struct value fresh = value_flagged(value_ratio(1, 0), VALUE_NEW);
    CU_ASSERT_EQUAL(fresh.type, VALUE_NULL);
    CHECK_TEXT(people(KIND_CHANGE, fresh), "new");
    CHECK_TEXT(exact(KIND_CHANGE, fresh), "");
    struct value none =
        value_flagged(value_null(REASON_NONE), VALUE_MAY_DIFFER);
    CHECK_TEXT(people(KIND_SHARE, none), "");
    CHECK_TEXT(reason_word(REASON_NONE), "");
    CHECK_TEXT(reason_word(REASON_ZERO_BASE), "zero_base");
    CHECK_TEXT(reason_word(REASON_PARTIAL_SELECTION), "partial_selection");
    for (int reason = 1; reason < REASON_COUNT; reason++)
        CU_ASSERT_TRUE(strlen(reason_word((enum reason)reason)) > 3);
}

static void test_numbers(void)
{
    CHECK_TEXT(people(KIND_NUMBER, value_number(0.615, 2)), "0.62");
    CHECK_TEXT(people(KIND_NUMBER, value_number(0.15, 1)), "0.2");
    CHECK_TEXT(people(KIND_NUMBER, value_number(2.25, 1)), "2.3");
    CHECK_TEXT(people(KIND_NUMBER, value_number(-2.25, 1)), "\u22122.3");
    CHECK_TEXT(people(KIND_NUMBER, value_number(-0.04, 1)), "0.0");
    CHECK_TEXT(people(KIND_NUMBER, value_number(0.999, 2)), "1.00");
    CHECK_TEXT(people(KIND_NUMBER, value_number(12345.678, 1)), "12 345.7");
    CHECK_TEXT(people(KIND_NUMBER, value_number(7, 0)), "7");
    CHECK_TEXT(people(KIND_NUMBER, value_number(1e300, 9)), "1e300");
    CHECK_TEXT(people(KIND_NUMBER, value_number(-1e300, 9)), "\u22121e300");
    struct value slope = value_flagged(value_number(17, 1), VALUE_SIGNED);
    CHECK_TEXT(people(KIND_NUMBER, slope), "+17.0");
    CHECK_TEXT(exact(KIND_NUMBER, slope), "17");
    slope = value_flagged(value_number(0.01, 1), VALUE_SIGNED);
    CHECK_TEXT(people(KIND_NUMBER, slope), "0.0");
    CHECK_TEXT(exact(KIND_NUMBER, value_number(0.1 + 0.2, 1)),
               "0.30000000000000004");
    struct value bounds =
        value_flagged(value_interval(-7.44, 14.25, 1), VALUE_SIGNED);
    CHECK_TEXT(people(KIND_NUMBER, bounds), "\u22127.4 to +14.3");
    CHECK_TEXT(exact(KIND_NUMBER, bounds), "-7.44 to 14.25");
    CU_ASSERT_FALSE(print_is_number(&bounds));
    /* A ratio that is no percentage: HHI. */
    struct value hhi = value_ratio(1, 3);
    hhi.decimals = 3;
    CHECK_TEXT(people(KIND_NUMBER, hhi), "0.333");
    CHECK_TEXT(exact(KIND_NUMBER, hhi), "0.3333333333333333");
}

static void test_p_values(void)
{
    CHECK_TEXT(people(KIND_P_VALUE, value_number(0.00158, 0)), "0.0016");
    CHECK_TEXT(people(KIND_P_VALUE, value_number(0.36, 0)), "0.36");
    CHECK_TEXT(people(KIND_P_VALUE, value_number(0.5, 0)), "0.50");
    CHECK_TEXT(people(KIND_P_VALUE, value_number(1, 0)), "1.0");
    CHECK_TEXT(people(KIND_P_VALUE, value_number(0.001, 0)), "0.0010");
    CHECK_TEXT(people(KIND_P_VALUE, value_number(0.00099, 0)), "<0.001");
    CHECK_TEXT(people(KIND_P_VALUE, value_number(0, 0)), "<0.001");
    CHECK_TEXT(exact(KIND_P_VALUE, value_number(4e-8, 0)), "4e-8");
}

static void test_points_align(void)
{
    struct value share = value_ratio(1, 2);
    struct value word = value_word("x");
    CU_ASSERT_EQUAL(print_tail(KIND_SHARE, &share, STR("50")), 2);
    CU_ASSERT_EQUAL(print_tail(KIND_SHARE, &share, STR("5.0")), 0);
    CU_ASSERT_EQUAL(print_tail(KIND_SHARE, &share, STR("<0.05")), 0);
    CU_ASSERT_EQUAL(print_tail(KIND_SHARE, &share, STR("")), 0);
    CU_ASSERT_EQUAL(print_tail(KIND_SHARE, &word, STR("x")), 0);
    CU_ASSERT_EQUAL(print_tail(KIND_AMOUNT, &share, STR("50")), 0);
}

static void test_result(void)
{
    struct result *result = result_new("rank");
    CHECK_TEXT(result->command, "rank");
    size_t name = result_add_column(result, "supplier", KIND_TEXT, "", "Who.");
    size_t rank = result_add_column(result, "rank", KIND_RANK, "", "Place.");
    CU_ASSERT_EQUAL(result_find_column(result, "supplier"), name);
    CU_ASSERT_EQUAL(result_find_column(result, "rank"), rank);
    CU_ASSERT_EQUAL(result_find_column(result, "rank_of"), SIZE_MAX);
    for (int i = 0; i < 1000; i++) {
        struct value *row = result_add_row(result);
        CU_ASSERT_EQUAL(row[name].type, VALUE_NULL);
        CU_ASSERT_EQUAL(row[rank].type, VALUE_NULL);
        row[rank] = value_integer(i);
    }
    CU_ASSERT_EQUAL(result->row_count, 1000);
    for (size_t i = 0; i < 1000; i++)
        CU_ASSERT_EQUAL(result_row(result, i)[rank].as.integer, (int64_t)i);
    for (int i = 0; i < 40; i++)
        result_add_note(result, "note %d", i / 2);
    CU_ASSERT_EQUAL(result->note_count, 20);
    CHECK_TEXT(result->notes[19], "note 19");
    result_free(result);
    result_free(NULL);
}

static void test_view(void)
{
    struct arena arena;
    struct view view = {0};
    arena_init(&arena);
    for (size_t i = 0; i < 20; i++)
        CU_ASSERT_EQUAL(
            view_add_column(&view, &arena, (struct view_column){.width = i}),
            i);
    for (size_t i = 0; i < 20; i++)
        CU_ASSERT_EQUAL(view.columns[i].width, i);
    struct value *cells = view_add_row(&view, &arena, VIEW_ENTRY);
    CU_ASSERT_TRUE(view_row_is_blank(&view, 0));
    cells[19] = value_null(REASON_NO_RECORD);
    CU_ASSERT_FALSE(view_row_is_blank(&view, 0));
    view_add_row(&view, &arena, VIEW_RULE);
    CU_ASSERT_FALSE(view_row_is_blank(&view, 1));
    for (int i = 0; i < 20; i++)
        view_add_foot(&view, &arena, "%d %%", i);
    CU_ASSERT_EQUAL(view.foot_count, 20);
    CHECK_TEXT(view.foot[19], "19 %");
    view_insert_foot(&view, &arena, "first");
    CU_ASSERT_EQUAL(view.foot_count, 21);
    CHECK_TEXT(view.foot[0], "first");
    CHECK_TEXT(view.foot[1], "0 %");
    CHECK_TEXT(view.foot[20], "19 %");
    arena_done(&arena);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"amounts", test_amounts},
        {"shares", test_shares},
        {"changes and points", test_changes},
        {"integers, ranks and ranges", test_integers},
        {"nulls and their reasons", test_nulls},
        {"numbers and intervals", test_numbers},
        {"p-values", test_p_values},
        {"alignment at the decimal point", test_points_align},
        {"result", test_result},
        {"view", test_view},
    };
    return TAP_RUN("print", cases);
}
