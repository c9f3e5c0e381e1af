/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Partners on small invented trades. */
#include <config.h>

#include "desk.h"
#include "tap.h"

/* Tables stand as they print. */
/* clang-format off */

static void test_both_sides(void)
{
    struct desk desk;
    desk_invent_trade(&desk);
    desk_ask(&desk, NULL, "India");
    CHECK_ANSWER(&desk, PARTNERS, "table",
"From whom India received major arms, 2019–23\n"
"Volume of deliveries, TIV million (an index of military capability, not money)\n"
"\n"
"                                  Share of India's      Share of the   Years\n"
"                                     imports, %          supplier's     with\n"
"Rank  Supplier          TIV m    2019–23    2014–18      exports, %  any (5)\n"
RULE
"   1  Norway               60       60          –          100             1\n"
"   2  France               40       40        100           40             1\n"
"      All                 100      100        100\n"
RULE
"India: 63 % of world deliveries, rank 1.  –: no delivery recorded.\n"
"Source: invented.\n");
    CHECK_CELL(&desk, PARTNERS, 1, "share_recipient_pct", "40");
    CHECK_CELL(&desk, PARTNERS, 1, "share_supplier_pct", "40");
    CHECK_CELL(&desk, PARTNERS, 1, "share_world_pct", "25");
    CHECK_CELL(&desk, PARTNERS, 0, "share_printed", "60");
    CHECK_CELL(&desk, PARTNERS, 0, "previous_share_printed", "");
    CHECK_CELL(&desk, PARTNERS, 1, "previous_share_printed", "100");
    CHECK_CELL(&desk, PARTNERS, 1, "recipient_iso3", "IND");
    CHECK_ANSWER(&desk, PARTNERS, "sentence",
"Norway was the largest supplier of India's major arms in 2019–23, with 60 per\n"
"cent of its volume (2014–18: none recorded); that was 100 per cent of Norway's\n"
"exports. invented.\n");
    desk_done(&desk);
}

static void test_one_year(void)
{
    struct desk desk;
    desk_invent_trade(&desk);
    desk_years(&desk, "2023", NULL);
    desk_ask(&desk, "France", NULL);
    CHECK_ANSWER(&desk, PARTNERS, "table",
"To whom France delivered major arms, 2023\n"
"...\n"
"Rank  Recipient         TIV m     2023     2022      imports, %\n"
RULE
"   1  Egypt                10     65        –          100\n"
"   2  Chile                 6     35      100          100\n"
"      All                  16    100      100\n"
RULE
"France: 21 % of world deliveries, rank 2.  –: no delivery recorded.\n"
"Source: invented.\n");
    CHECK_CELL(&desk, PARTNERS, 0, "rank_loyo_best", "");
    CHECK_CELL(&desk, PARTNERS, 0, "years_with_records", "1");
    desk_done(&desk);
}

static void test_several_asked(void)
{
    struct desk desk;
    desk_invent_trade(&desk);
    desk_ask(&desk, "France,NOR", NULL);
    desk_years(&desk, NULL, "none");
    CHECK_ANSWER(&desk, PARTNERS, "table",
"To whom France and Norway delivered major arms, 2019–23\n"
"...\n"
RULE
"   1  India                     100       63          100             2\n"
"   2  unknown recipient(s)       30       19          100             1\n"
"...\n");
    CHECK_CELL(&desk, PARTNERS, 0, "supplier", "France and Norway");
    CHECK_CELL(&desk, PARTNERS, 0, "supplier_iso3", "");
    CHECK_CELL(&desk, PARTNERS, 0, "share_supplier_pct", "62.5");
    CHECK_ANSWER(&desk, PARTNERS, "sentence",
"India was the largest recipient of France and Norway's major arms in 2019–23,\n"
"with 63 per cent of their volume; that was 100 per cent of India's imports.\n"
"invented.\n");
    desk_done(&desk);
}

static void test_no_record(void)
{
    struct desk desk;
    struct err err = {0};
    desk_invent_trade(&desk);
    desk_ask(&desk, "Iceland", NULL);
    struct result *result = desk_answer(&desk, PARTNERS, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    CU_ASSERT_EQUAL(result->row_count, 0);
    CU_ASSERT_EQUAL_FATAL(result->note_count, 1);
    CHECK_TEXT(result->notes[0],
               "No delivery is recorded for this selection (no_record).");
    result_free(result);
    CHECK_ANSWER(&desk, PARTNERS, "table",
"To whom Iceland delivered major arms, 2019–23\n"
"...\n"
RULE
"      All                   –        –          –\n"
RULE
"No delivery is recorded for this selection (no_record).\n"
"Source: invented.\n");
    CHECK_ANSWER(&desk, PARTNERS, "sentence",
"No delivery of major arms by Iceland is recorded in 2019–23. invented.\n");
    desk_done(&desk);
}

/* A file of one supplier's deliveries tells neither the world nor what others
 * deliver to its recipients. */
static void test_one_supplier_only(void)
{
    struct desk desk, world;
    desk_invent(&desk);
    desk_add(&desk, "France", "India", 2019, "40");
    desk_add(&desk, "France", "Peru", 2020, "10");
    desk.study.scope.supplier =
        (struct scope_side){
            .extent = SCOPE_ONE, .name = STR("France"), .divided = true};
    desk_ask(&desk, "France", NULL);
    CHECK_ANSWER(&desk, PARTNERS, "table",
"To whom France delivered major arms, 2019–23\n"
"...\n"
"Rank  Recipient         TIV m    2019–23    2014–18     any (5)\n"
RULE
"   1  India                40       80          –             1\n"
"   2  Peru                 10       20          –             1\n"
"      All                  50      100          –\n"
RULE
"–: no delivery recorded.\n"
"Source: invented.\n");
    CHECK_CELL(&desk, PARTNERS, 0, "share_recipient_pct", "");
    CHECK_CELL(&desk, PARTNERS, 0, "share_world_pct", "");
    CHECK_CELL(&desk, PARTNERS, 0, "reason", "zero_base");
    desk_years(&desk, NULL, "none");
    CHECK_CELL(&desk, PARTNERS, 0, "reason", "partial_selection");

    desk_invent_trade(&world);
    desk.world = &world.study;
    CHECK_ANSWER(&desk, PARTNERS, "table",
"...\n"
"France: 63 % of world deliveries, rank 1.\n"
"Source: invented.\n");
    desk_done(&world);
    desk_done(&desk);
}

static void test_refusals(void)
{
    struct desk desk;
    const char *sides = "partners needs either --supplier (to whom it "
                        "delivers) or --recipient (from whom it receives)";
    desk_invent_trade(&desk);
    CHECK_REFUSED(&desk, PARTNERS, sides);
    desk_ask(&desk, "France", "India");
    CHECK_REFUSED(&desk, PARTNERS, sides);
    desk_add(&desk, "France", SCOPE_NOT_DIVIDED, 2020, "1");
    desk_ask(&desk, "France", NULL);
    CHECK_REFUSED(&desk, PARTNERS,
                  "the data do not tell recipients apart; use a file that "
                  "names them, such as SIPRI's register");
    desk_done(&desk);
}

/* What is left out is said, and shares are called shares of the rest. */
static void test_left_out(void)
{
    struct desk desk;
    struct err err = {0};
    desk_invent(&desk);
    desk_add(&desk, "France", "Peru", 2020, "30");
    desk_add(&desk, "France", "Chile", 2020, "10");
    desk_ask(&desk, "France", NULL);
    desk_years(&desk, NULL, "none");
    place_set_add(&desk.asked.not_recipient, STR("India"), &desk.arena, &err);
    CHECK_ANSWER(&desk, PARTNERS, "table",
"To whom France delivered major arms, 2019–23 (all but India)\n"
"Volume of deliveries, TIV million (an index of military capability, not money)\n"
"\n"
"                              Share of this  Share of the   Years\n"
"                               selection, %  recipient's     with\n"
"Rank  Recipient         TIV m    2019–23      imports, %  any (5)\n"
RULE
"   1  Peru                 30       75          100             1\n"
"   2  Chile                10       25          100             1\n"
"      All                  40      100\n"
RULE
"Source: invented.\n");
    CHECK_CELL(&desk, PARTNERS, 0, "share_supplier_pct", "");
    CHECK_CELL(&desk, PARTNERS, 0, "reason", "partial_selection");
    desk_done(&desk);
}

static void test_narrow_goods(void)
{
    struct desk desk;
    desk_invent_trade(&desk);
    desk_ask(&desk, "France", NULL);
    pattern_list_add(&desk.asked.category, STR("Aircraft"), &desk.arena);
    CHECK_ANSWER(&desk, PARTNERS, "table",
"To whom France delivered major arms (Aircraft), 2019–23\n"
"...\n"
"France: 63 % of world deliveries of major arms (Aircraft), rank 1.  –: no\n"
"delivery recorded.\n"
"Source: invented.\n");
    desk_done(&desk);
}

/* A tie at the cut is listed whole and noted; "3=" shows it in the table. */
static void test_tie_at_cut(void)
{
    struct desk desk;
    struct err err = {0};
    desk_invent_trade(&desk);
    desk_ask(&desk, "France", NULL);
    desk.question.top = 3;
    CHECK_ANSWER(&desk, PARTNERS, "table",
"...\n"
"   2  unknown recipient(s)       30       30          –        100             1\n"
"  3=  Chile                      10       10          –        100             2\n"
"  3=  Egypt                      10       10          –        100             1\n"
"  3=  Peru                       10       10          –        100             1\n"
"      All                       100      100        100\n"
RULE
"France: 63 % of world deliveries, rank 1.  –: no delivery recorded.\n"
"Source: invented.\n");
    struct result *result = desk_answer(&desk, PARTNERS, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    CU_ASSERT_EQUAL(result->listed, 5);
    CU_ASSERT_EQUAL_FATAL(result->note_count, 1);
    CHECK_TEXT(result->notes[0], "The last rank listed is tied; all that share "
                                 "it are listed.");
    result_free(result);
    desk_done(&desk);
}

/* Shares of what is listed and of the others make up the whole. */
static void test_sums(void)
{
    struct desk desk;
    struct err err = {0};
    desk_invent_shuffled(&desk, 0, 1);
    desk.question.top = SIZE_MAX;
    struct result *result = desk_answer(&desk, PARTNERS, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    size_t share = result_find_column(result, "share_supplier_pct");
    size_t world = result_find_column(result, "share_world_pct");
    struct ratio sum = {0, 1}, of_world = {0, 1};
    CU_ASSERT_EQUAL(result->row_count, 4);
    for (size_t i = 0; i < result->row_count; i++) {
        struct ratio part = result_row(result, i)[share].as.ratio;
        sum = ratio_minus(sum, (struct ratio){-part.num, part.den});
        part = result_row(result, i)[world].as.ratio;
        of_world = ratio_minus(of_world, (struct ratio){-part.num, part.den});
    }
    CU_ASSERT(sum.num == sum.den);
    CU_ASSERT(of_world.num * 605 == of_world.den * 245);
    result_free(result);
    desk_done(&desk);
}

/* clang-format on */

static const struct tap_case cases[] = {
    {"shares of both sides", test_both_sides},
    {"a period of one year", test_one_year},
    {"several places asked for at once", test_several_asked},
    {"a known place without record", test_no_record},
    {"a file of one supplier", test_one_supplier_only},
    {"requests that cannot be answered", test_refusals},
    {"recipients that are left out", test_left_out},
    {"some goods only", test_narrow_goods},
    {"a tie at the cut", test_tie_at_cut},
    {"shares add up to the whole", test_sums},
};

int main(void)
{
    return TAP_RUN("partners", cases);
}
