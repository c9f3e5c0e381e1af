/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rank and fact sheet on small invented trades. */
#include <config.h>

#include <stdlib.h>

#include "desk.h"
#include "tap.h"

/* Tables stand as they print. */
/* clang-format off */

static void test_third_partner_tied(void)
{
    struct desk desk;
    desk_invent_trade(&desk);
    CHECK_ANSWER(&desk, FACTSHEET, "table",
"All 2 exporters of major arms and their main recipients, 2019–23\n"
"Shares and changes are of volume (TIV), not of money; all figures in per cent\n"
"\n"
"                 Share of world   Change\n"
"                    exports     14–18 to   Main recipients, and their share of\n"
"    Exporter      19–23   14–18    19–23   the exporter's deliveries, 2019–23\n"
RULE
" 1  France         63     100      +100    India 40, unknown recipient(s) 30,\n"
"                                           Chile 10\n"
" 2  Norway         38       –       new    India 100\n"
RULE
"    World         100     100      +220\n"
"Others have the same amount as the last main recipient listed: France. The first\n"
"by name are listed.\n"
"World: all recorded deliveries.\n"
"Source: invented.\n");
    CHECK_CELL(&desk, FACTSHEET, 0, "partner_3", "Chile");
    CHECK_CELL(&desk, FACTSHEET, 0, "partner_3_share_pct", "10");
    CHECK_CELL(&desk, FACTSHEET, 0, "note",
               "the last main partner is tied with 2 others");
    desk_add(&desk, "France", "Peru", 2019, "1");
    CHECK_CELL(&desk, FACTSHEET, 0, "partner_3", "Peru");
    CHECK_CELL(&desk, FACTSHEET, 0, "note", "");
    desk_add(&desk, "France", "Chile", 2019, "1");
    CHECK_CELL(&desk, FACTSHEET, 0, "note",
               "the last main partner is tied with Peru");
    desk_done(&desk);
}

static void test_fewer_partners(void)
{
    struct desk desk;
    desk_invent_trade(&desk);
    CHECK_CELL(&desk, FACTSHEET, 1, "partner_1", "India");
    CHECK_CELL(&desk, FACTSHEET, 1, "partner_1_share_printed", "100");
    CHECK_CELL(&desk, FACTSHEET, 1, "partner_2", "");
    CHECK_CELL(&desk, FACTSHEET, 1, "partner_2_share_pct", "");
    CHECK_CELL(&desk, FACTSHEET, 1, "partner_3_share_printed", "");
    desk.question.by = BY_RECIPIENT;
    CHECK_CELL(&desk, FACTSHEET, 0, "recipient", "India");
    CHECK_CELL(&desk, FACTSHEET, 0, "supplier", "World");
    CHECK_CELL(&desk, FACTSHEET, 0, "share_world_pct", "62.5");
    CHECK_CELL(&desk, FACTSHEET, 0, "partner_1", "Norway");
    CHECK_CELL(&desk, FACTSHEET, 0, "partner_2", "France");
    CHECK_CELL(&desk, FACTSHEET, 0, "partner_2_share_pct", "40");
    desk_done(&desk);
}

static void test_new(void)
{
    struct desk desk;
    desk_invent_trade(&desk);
    CHECK_CELL(&desk, RANK, 1, "supplier", "Norway");
    CHECK_CELL(&desk, RANK, 1, "entry", "new");
    CHECK_CELL(&desk, RANK, 1, "change_pct", "");
    CHECK_CELL(&desk, RANK, 1, "change_printed", "new");
    CHECK_CELL(&desk, RANK, 1, "reason", "zero_base");
    CHECK_CELL(&desk, RANK, 1, "previous_rank", "");
    CHECK_CELL(&desk, RANK, 1, "change_points", "37.5");
    desk_done(&desk);
}

static void test_ceased(void)
{
    struct desk desk;
    desk_invent_trade(&desk);
    desk_add(&desk, "Sweden", "India", 2014, "50");
    CHECK_ANSWER(&desk, RANK, "table",
"All 2 suppliers of major arms, 2019–23\n"
"...\n"
"   1  France             100    63        1   50     +100      +13            1\n"
"   2  Norway              60    38        –    –      new      +38       1–2, –\n"
"      World              160   100           100      +60\n"
"...\n");
    desk_done(&desk);
}

static void test_below_half(void)
{
    struct desk desk;
    desk_invent(&desk);
    desk_add(&desk, "France", "India", 2020, "4000");
    desk_add(&desk, "Austria", "Peru", 2020, "0");
    desk_add(&desk, "Norway", "Chile", 2021, "0");
    desk_add(&desk, "Norway", "Peru", 2021, "0");
    desk_add(&desk, "Norway", "Egypt", 2021, "0");
    desk_add(&desk, "Norway", "Kenya", 2021, "0");
    CHECK_ANSWER(&desk, RANK, "table",
"All 3 suppliers of major arms, 2019–23\n"
"...\n"
RULE
"   1  France           4 000   100        –    –      new                  1, –\n"
"  2=  Austria              0   <0.05      –    –      new                  2, –\n"
"  2=  Norway               0   <0.05      –    –      new                1–2, –\n"
"      World            4 000   100             –      new\n"
"...\n");
    CHECK_CELL(&desk, RANK, 2, "amount", "0");
    CHECK_CELL(&desk, RANK, 2, "share_printed", "<0.05");
    CHECK_CELL(&desk, RANK, 2, "rank", "2");
    /* Shares of nothing are none, and all four partners are tied. */
    CHECK_CELL(&desk, FACTSHEET, 2, "partner_1", "Chile");
    CHECK_CELL(&desk, FACTSHEET, 2, "partner_1_share_pct", "");
    CHECK_CELL(&desk, FACTSHEET, 2, "note",
               "the last main partner is tied with Peru");
    desk_done(&desk);
}

static void test_no_period_before(void)
{
    struct desk desk;
    desk_invent_trade(&desk);
    desk_years(&desk, "2019-23", "none");
    CHECK_ANSWER(&desk, FACTSHEET, "table",
"...\n"
RULE
" 1  France         63    India 40, unknown recipient(s) 30, Chile 10\n"
" 2  Norway         38    India 100\n"
RULE
"    World         100\n"
"...\n");
    CHECK_CELL(&desk, FACTSHEET, 0, "previous_from", "");
    CHECK_CELL(&desk, FACTSHEET, 0, "change_printed", "");
    CHECK_CELL(&desk, FACTSHEET, 0, "reason", "");
    /* Wanted, but the data begin in 2014. */
    desk_years(&desk, "2015-19", NULL);
    CHECK_CELL(&desk, FACTSHEET, 0, "previous_amount", "");
    CHECK_CELL(&desk, FACTSHEET, 0, "reason", "not_covered");
    desk_years(&desk, "2019-23", "2018");
    CHECK_ANSWER(&desk, FACTSHEET, "table",
"All 2 exporters of major arms and their main recipients, 2019–23 (changes of\n"
"yearly means)\n"
"...\n");
    desk_years(&desk, "2020-24", NULL);
    CHECK_REFUSED(&desk, FACTSHEET,
                  "--years 2020–24: the data cover 2014–23 only; --partial "
                  "computes over the covered years and says so");
    desk_done(&desk);
}

static void test_totals_refused(void)
{
    struct desk desk;
    desk_invent_trade(&desk);
    desk_add(&desk, "France", SCOPE_NOT_DIVIDED, 2020, "1");
    CHECK_REFUSED(&desk, FACTSHEET,
                  "the data do not tell who delivered to whom, which a fact "
                  "sheet needs; use a file that does, such as SIPRI's "
                  "register, or armstats rank");
    desk_done(&desk);
}

static void test_integers(void)
{
    struct desk desk;
    desk_invent(&desk);
    desk.study.integers = true;
    desk.study.marks = true;
    desk_add(&desk, "France", "India", 2020, "7");
    desk_add(&desk, "France", "Peru", 2020, "3");
    desk_add(&desk, "Norway", "Peru", 2020, "900");
    desk_years(&desk, NULL, "none");
    CHECK_ANSWER(&desk, FACTSHEET, "table",
"...\n"
RULE
" 1  Norway         99    Peru 100\n"
" 2  France         ~1.1  India ~70, Peru ~30\n"
RULE
"    World         100\n"
"...\n");
    desk.study.marks = false;
    CHECK_ANSWER(&desk, FACTSHEET, "table",
"...\n"
" 2  France          1.1  India 70, Peru 30\n"
"...\n");
    CHECK_CELL(&desk, FACTSHEET, 0, "rank_rounding_worst", "1");
    /* Before: a 3 in [2.5, 3.5] and a 0 in [0, 0.5]. Now: 10 in [9, 11]. */
    desk_add(&desk, "France", "India", 2017, "3");
    desk_add(&desk, "France", "India", 2018, "0");
    desk_years(&desk, NULL, NULL);
    CHECK_CELL(&desk, RANK, 1, "change_pct_low", "125");
    CHECK_CELL(&desk, RANK, 1, "change_pct_high", "340");
    desk_done(&desk);
}

/* A list that names its rows has no others; every row keeps its rank. */
static void test_named_rows(void)
{
    struct desk desk;
    desk_invent_trade(&desk);
    desk_add(&desk, "Sweden", "Peru", 2020, "7");
    desk_ask(&desk, "Sweden,Norway", NULL);
    desk.question.list_supplier = desk.asked.supplier;
    CHECK_ANSWER(&desk, FACTSHEET, "table",
"2 of the 3 exporters of major arms and their main recipients, 2019–23\n"
"...\n"
RULE
" 2  Norway         36       –       new    India 100\n"
" 3  Sweden          4.2     –       new    Peru 100\n"
RULE
"    World         100     100      +234\n"
"...\n");
    desk_ask(&desk, "Norway", NULL);
    desk.question.list_supplier = desk.asked.supplier;
    CHECK_ANSWER(&desk, FACTSHEET, "table",
"Norway among the 3 exporters of major arms and its main recipients, 2019–23\n"
"...\n");
    desk_done(&desk);
}

static void test_named_sentences(void)
{
    struct desk desk;
    desk_invent_trade(&desk);
    desk_add(&desk, "Sweden", "Peru", 2020, "100");
    desk_ask(&desk, "Sweden,Norway", NULL);
    desk.question.list_supplier = desk.asked.supplier;
    CHECK_ANSWER(&desk, RANK, "sentence",
"Sweden was the joint largest exporter of major arms in 2019–23, with 38 per cent\n"
"of the world's volume. invented. Norway was the 3rd largest exporter of major\n"
"arms in 2019–23, with 23 per cent of the world's volume. invented.\n");
    desk_done(&desk);
}

static void test_money(void)
{
    struct desk desk;
    desk_invent_trade(&desk);
    desk.cube.unit = UNIT_USD;
    desk.cube.measure = MEASURE_LICENCE;
    CHECK_ANSWER(&desk, FACTSHEET, "table",
"All 2 exporters of arms and their main recipients, 2019–23\n"
"Value of licences approved, USD, current; all figures in per cent\n"
"\n"
"                 Share of world   Change\n"
"                   licences     14–18 to   Main recipients, and their share of\n"
"    Exporter      19–23   14–18    19–23   the exporter's licences, 2019–23\n"
"...\n"
"World: all recorded licences.\n"
"Source: invented.\n");
    desk_done(&desk);
}

/* clang-format on */

static void test_order_of_rows(void)
{
    static const char *const formats[] = {"table", "csv"};
    for (enum desk_command i = RANK; i <= PARTNERS; i++) {
        for (size_t j = 0; j < 2; j++) {
            struct desk desk;
            desk_invent_shuffled(&desk, 0, 1);
            char *plain = desk_text(&desk, i, formats[j]);
            desk_done(&desk);
            for (size_t stride = 2; stride < 11; stride += 3) {
                desk_invent_shuffled(&desk, stride * 2, stride);
                CHECK_ANSWER(&desk, i, formats[j], plain);
                desk_done(&desk);
            }
            free(plain);
        }
    }
}

static const struct tap_case cases[] = {
    {"a tie for the third partner is noted", test_third_partner_tied},
    {"fewer than three partners", test_fewer_partners},
    {"nothing before is new, not a change", test_new},
    {"who has ceased is not listed", test_ceased},
    {"below-half deliveries rank last", test_below_half},
    {"no period before", test_no_period_before},
    {"a fact sheet of totals is refused", test_totals_refused},
    {"what printed rounding may change is marked", test_integers},
    {"named rows", test_named_rows},
    {"a sentence for each named row", test_named_sentences},
    {"money and licences are called so", test_money},
    {"the order of rows does not show", test_order_of_rows},
};

int main(void)
{
    return TAP_RUN("analysis", cases);
}
