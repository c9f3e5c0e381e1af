/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UN Comtrade: each amount of trade once, and every row in the account. */
#include <config.h>

#include "scratch.h"
#include "tap.h"
#include "told.h"

#define SHORT                                                                \
    "Classification,Year,Trade Flow Code,Trade Flow,Reporter Code,Reporter," \
    "Partner Code,Partner,Commodity Code,Commodity,Trade Value (US$),Flag\n"

/* The columns by which rows of one partner differ. */
#define PARTS                                                              \
    "Classification,Year,Period,Trade Flow Code,Trade Flow,Reporter Code," \
    "Reporter,Partner Code,Partner,2nd Partner Code,Customs Proc. Code,"   \
    "Mode of Transport Code,Commodity Code,Trade Value (US$)\n"

static struct told told;

static void start(void)
{
    scratch_enter();
    told_init(&told);
}

static void finish(void)
{
    told_done(&told);
    scratch_leave();
}

static void again(void)
{
    told_done(&told);
    told_init(&told);
}

static const char *read_text(const char *text)
{
    scratch_text("c.csv", text);
    told_read(&told, "c.csv");
    return told.sound ? told_flows(&told) : told.err.text;
}

static const char *flows_of(const char *text)
{
    again();
    return read_text(text);
}

static void test_short(void)
{
    start();
    CHECK_TEXT(
        flows_of(SHORT "H5,2017,1,Import,842,USA,156,China,1,Animals,5,4\n"
                       "H5,2017,2,Export,842,USA,156,China,1,Animals,7,4\n"
                       "H5,2017,3,Re-Export,842,USA,156,China,1,Animals,2,4\n"
                       "H5,2017,2,Export,842,USA,156,China,93,Arms,"
                       "1.12339E+11,4\n"),
        "USA > China 2017 01 7 line 3\nUSA > China 2017 93 112339000000 line "
        "5\n");
    CHECK_TEXT(told_account(&told),
               "4 read, 2 used, 0 totals; 1 imports, for the file has exports; "
               "1 re-exports and other parts of a flow");
    CU_ASSERT_EQUAL(told.reading.tally.remarks[REMARK_SHORTENED].rows, 1);
    CU_ASSERT_EQUAL(told.reading.measure, MEASURE_CUSTOMS_EXPORT);
    CU_ASSERT_EQUAL(told.reading.scope.supplier.extent, SCOPE_ONE);
    CU_ASSERT_EQUAL(told.reading.scope.recipient.extent, SCOPE_ONE);
    CU_ASSERT_EQUAL(told.reading.release_year, 0);
    finish();
}

static void test_imports_only(void)
{
    start();
    CHECK_TEXT(flows_of(SHORT
                        "H5,2017,1,Import,842,USA,156,China,93,Arms,5,4\n"
                        "H5,2017,1,Import,842,USA,0,World,93,Arms,5,4\n"
                        "H5,2017,4,Re-Import,842,USA,156,China,93,Arms,1,4\n"),
               "China > USA 2017 93 5 line 2\n");
    CU_ASSERT_EQUAL(told.reading.measure, MEASURE_CUSTOMS_IMPORT);
    CU_ASSERT_EQUAL(told.reading.totals_checked, 1);
    CU_ASSERT_EQUAL(told.reading.totals_differ, 0);
    CU_ASSERT_EQUAL(told.reading.scope.recipient.extent, SCOPE_ONE);
    CU_ASSERT_EQUAL(told.reading.scope.supplier.extent, SCOPE_ALL);
    CHECK_TEXT(told_account(&told), "2 read, 1 used, 1 totals; 1 re-exports "
                                    "and other parts of a flow");
    finish();
}

static void test_header(void)
{
    start();
    CHECK_TEXT(flows_of("Classification,Year,Reporter,Partner,Commodity "
                        "Code,Trade Value (US$)\n"),
               "c.csv:1: this is UN Comtrade trade data (to 2022), but the "
               "column 'Trade Flow Code' is missing; download the file again");
    CHECK_TEXT(flows_of("Year,Trade Flow,Reporter,Commodity Code,Trade Value "
                        "(US$)\n"),
               "c.csv:1: this is UN Comtrade trade data (to 2022), but the "
               "column 'Partner' is missing; download the file again");
    CHECK_TEXT(flows_of("refYear,flowCode,reporterDesc,partnerDesc,cmdCode\n"
                        "2020,X,A,B,93\n"),
               "c.csv:1: this is the layout 'UN Comtrade trade data "
               "(Comtrade+)', but its column 'primaryValue' is missing; "
               "download the file again");
    CHECK_TEXT(flows_of("refYear,flowCode,reporterDesc,partnerDesc,cmdCode,"
                        "primaryValue\n2020,X,A,B,93,1\n"),
               "A > B 2020 93 1 line 2\n");
    finish();
}

static void test_faults(void)
{
    start();
    CHECK_TEXT(flows_of(SHORT "H5,17,2,Export,842,USA,156,China,93,Arms,1,4\n"
                              "H5,2017,9,Barter,842,USA,156,China,93,Arms,1,4\n"
                              "H5,2017,2,Export,842,,156,China,93,Arms,1,4\n"
                              "H5,2017,2,Export,842,USA,156,China,,Arms,1,4\n"
                              "H5,2017,2,Export,842,USA,156,China,93,Arms,,4\n"
                              "H5,2017,2,Export,842,USA,156,China,93,Arms,-1,4"
                              "\nH5,2017,2,Export\n\n,,,,,,,,,,,\n"
                              "H5,2017,2,Export,842,USA,156,China,93,Arms,3,4"
                              "\nH5,2017,2,Export,842,USA,8"),
               "USA > China 2017 93 3 line 11\n");
    CHECK_TEXT(told_account(&told),
               "9 read, 1 used, 0 totals; 1 wrong number of fields; 1 the last "
               "line is cut short; 1 no supplier or no recipient; 1 not a "
               "year; 1 not an amount; 1 a negative amount; 2 a unit, measure "
               "or cell word that is not known");
    finish();
}

#define ROW(year, flow, reporter, partner, code, value)                \
    "H5," year "," flow "," flow "," reporter "," reporter "," partner \
    "," partner "," code ",x," value ",0\n"

/* Partners where there are any, else World. */
static void test_world(void)
{
    start();
    CHECK_TEXT(flows_of(SHORT ROW("2019", "X", "A", "World", "93", "9")
                            ROW("2019", "X", "A", "B", "93", "6")
                                ROW("2019", "X", "A", "C", "93", "3")
                                    ROW("2020", "X", "A", "World", "93", "5")
                                        ROW("2020", "X", "D", "B", "93", "4")),
               "A > B 2019 93 6 line 3\nA > C 2019 93 3 line 4\n"
               "A > (all) 2020 93 5 line 5\nD > B 2020 93 4 line 6\n");
    CHECK_TEXT(told_account(&told), "4 read, 4 used, 1 totals");
    CU_ASSERT_EQUAL(told.reading.totals_checked, 1);
    CU_ASSERT_EQUAL(told.reading.totals_differ, 0);
    CU_ASSERT_EQUAL(told.reading.scope.supplier.extent, SCOPE_SOME);
    CU_ASSERT_EQUAL(told.reading.scope.recipient.extent, SCOPE_UNKNOWN);
    CU_ASSERT_TRUE(told.reading.scope.recipient.divided);
    flows_of(SHORT ROW("2019", "X", "A", "World", "93", "12")
                 ROW("2019", "X", "A", "B", "93", "6")
                     ROW("2019", "X", "A", "C", "93", "3"));
    CU_ASSERT_EQUAL(told.reading.totals_differ, 1);
    CU_ASSERT_EQUAL(told.reading.tally.remarks[REMARK_TOTAL].rows, 1);
    CHECK_TEXT(told_sum(&told), "9");
    flows_of(SHORT ROW("2019", "X", "A", "World", "93", "5"));
    CU_ASSERT_FALSE(told.reading.scope.recipient.divided);
    CU_ASSERT_EQUAL(told.reading.scope.recipient.extent, SCOPE_ALL);
    finish();
}

/* Half a unit for each amount and for the total. */
static void test_rounding(void)
{
    static const struct {
        const char *world;
        uint64_t differ;
    } cases[] = {{"10", 0}, {"11.5", 0}, {"11.6", 1}, {"8.5", 0}, {"8.4", 1}};
    start();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        again();
        read_text(arena_printf(&told.arena,
                               SHORT "H5,2019,X,X,A,A,0,World,93,x,%s,0\n" ROW(
                                   "2019", "X", "A", "B", "93", "6")
                                   ROW("2019", "X", "A", "C", "93", "4"),
                               cases[i].world));
        CU_ASSERT_EQUAL(told.reading.totals_differ, cases[i].differ);
    }
    finish();
}

/* Second partner, customs procedure, mode: the total, else the parts. */
static void test_parts(void)
{
    start();
    CHECK_TEXT(flows_of(PARTS
                        "H5,2019,2019,0,X,1,A,2,B,0,C00,0,93,100\n"
                        "H5,2019,2019,0,X,1,A,2,B,0,C00,2100,93,60\n"
                        "H5,2019,2019,0,X,1,A,2,B,5,C00,0,93,100\n"
                        "H5,2019,2019,0,X,1,A,2,B,0,C01,0,93,100\n"
                        /* parts before the total */
                        "H5,2019,2019,0,X,1,A,3,C,5,C01,2100,93,7\n"
                        "H5,2019,2019,0,X,1,A,3,C,0,C00,0,93,50\n"
                        /* no total: of one second partner all of customs, of
                           the other the sum, of which one has modes only */
                        "H5,2019,2019,0,X,1,A,4,D,5,C00,0,93,1\n"
                        "H5,2019,2019,0,X,1,A,4,D,5,C01,0,93,1\n"
                        "H5,2019,2019,0,X,1,A,4,D,6,C01,0,93,2\n"
                        "H5,2019,2019,0,X,1,A,4,D,6,C02,2100,93,4\n"
                        "H5,2019,2019,0,X,1,A,4,D,6,C02,3200,93,8\n"),
               "A > B 2019 93 100 line 2\nA > C 2019 93 50 line 6\n"
               "A > D 2019 93 15 line 8\n");
    CHECK_TEXT(told_account(&told), "11 read, 6 used, 0 totals; 5 parts of a "
                                    "total that is there");
    CU_ASSERT_EQUAL(told.reading.tally.remarks[REMARK_SUMMED].rows, 1);
    finish();
}

/* In every order of the rows the same. */
static void test_order(void)
{
    static const char *const rows[] = {
        "H5,2019,2019,0,X,1,A,2,B,0,C00,0,93,100\n",
        "H5,2019,2019,0,X,1,A,2,B,0,C00,2100,93,60\n",
        "H5,2019,2019,0,X,1,A,2,B,5,C01,0,93,40\n",
        "H5,2019,2019,0,X,1,A,0,World,0,C00,0,93,100\n",
        "H5,2019,2019,0,X,1,A,2,B,0,C00,0,9301,70\n",
        "H5,2019,201901,0,X,1,A,2,B,0,C00,0,93,9\n",
        "H5,2019,2019,0,M,1,A,2,B,0,C00,0,93,90\n",
    };
    size_t count = sizeof rows / sizeof rows[0];
    start();
    for (size_t stride = 1; stride < count; stride++) {
        for (size_t first = 0; first < count; first++) {
            struct buf text;
            buf_init(&text, 4096);
            buf_add_text(&text, PARTS);
            for (size_t i = 0; i < count; i++)
                buf_add_text(&text, rows[(first + i * stride) % count]);
            flows_of(buf_str(&text).ptr);
            CHECK_TEXT(told_sum(&told), "100");
            CHECK_TEXT(told_account(&told),
                       "6 read, 1 used, 1 totals; 2 parts of a total that is "
                       "there; 1 commodities within another one that is "
                       "counted; 1 imports, for the file has exports; 1 months "
                       "of a year that is there");
            CU_ASSERT_EQUAL(told.reading.totals_differ, 0);
            buf_done(&text);
        }
    }
    finish();
}

static void test_months(void)
{
    start();
    CHECK_TEXT(flows_of(PARTS "H5,2019,201901,0,X,1,A,2,B,0,C00,0,93,1\n"
                              "H5,2019,201912,0,X,1,A,2,B,0,C00,0,93,2\n"
                              "H5,2020,202002,0,X,1,A,2,B,0,C00,0,93,4\n"
                              "H5,2020,2020,0,X,1,A,2,B,0,C00,0,93,9\n"
                              "H5,2020,202003,0,X,1,A,2,B,0,C00,0,93,4\n"
                              "H5,2020,202013,0,X,1,A,2,B,0,C00,0,93,4\n"),
               "A > B 2019 93 3 line 2\nA > B 2020 93 9 line 4\n");
    CHECK_TEXT(told_account(&told), "6 read, 3 used, 0 totals; 2 months of a "
                                    "year that is there; 1 not a year");
    CU_ASSERT_EQUAL(told.reading.tally.remarks[REMARK_MONTHS].rows, 1);
    struct buf text;
    buf_init(&text, 4096);
    buf_add_text(&text, PARTS);
    for (int i = 1; i <= 12; i++)
        buf_printf(&text, "H5,2019,2019%02d,0,X,1,A,2,B,0,C00,0,93,%d\n", i, i);
    CHECK_TEXT(flows_of(buf_str(&text).ptr), "A > B 2019 93 78 line 2\n");
    CU_ASSERT_EQUAL(told.reading.tally.remarks[REMARK_MONTHS].rows, 0);
    buf_done(&text);
    finish();
}

#define LEVELS                                               \
    SHORT ROW("2019", "X", "A", "B", "TOTAL", "1000")        \
        ROW("2019", "X", "A", "B", "1", "300")               \
            ROW("2019", "X", "A", "B", "93", "100")          \
                ROW("2019", "X", "A", "B", "9301", "40")     \
                    ROW("2019", "X", "A", "B", "9306", "50") \
                        ROW("2019", "X", "A", "B", "930690", "20")

/* Of what the question names the widest, never a whole and its parts. */
static void test_levels(void)
{
    static const struct {
        const char *category;
        const char *not_category;
        const char *sum;
    } cases[] = {
        {NULL, NULL, "1000"},        {"93", NULL, "100"},
        {"9301-9307", NULL, "90"},   {"930690", NULL, "20"},
        {"9306,930690", NULL, "50"}, {"01,9306", NULL, "350"},
        {"TOTAL", NULL, "1000"},     {"8710", NULL, "0"},
        {NULL, "01", "100"},         {"93", "9301", "50"},
        {"93", "9306", "40"},        {"93", "930690", "40"},
        {NULL, "9306*", "340"},      {"9*", NULL, "100"},
    };
    start();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        again();
        if (cases[i].category)
            pattern_list_add(&told.asked.category, str_from(cases[i].category),
                             &told.arena);
        if (cases[i].not_category)
            pattern_list_add(&told.asked.not_category,
                             str_from(cases[i].not_category), &told.arena);
        read_text(LEVELS);
        CHECK_TEXT(told_sum(&told), cases[i].sum);
        told_account(&told);
    }
    finish();
}

/* World of a chapter and partners of a heading: never both. */
static void test_levels_and_world(void)
{
    start();
    CHECK_TEXT(flows_of(SHORT ROW("2019", "X", "A", "World", "93", "10")
                            ROW("2019", "X", "A", "B", "9306", "6")
                                ROW("2019", "X", "C", "B", "9306", "5")),
               "A > (all) 2019 93 10 line 2\nC > B 2019 9306 5 line 4\n");
    finish();
}

static void test_classifications(void)
{
    start();
    CHECK_TEXT(flows_of(SHORT "H4,2019,X,X,1,A,2,B,93,x,10,0\n"
                              "H5,2019,X,X,1,A,2,B,93,x,11,0\n"
                              "S4,2019,X,X,1,A,2,B,891,x,12,0\n"
                              "H4,2020,X,X,1,A,2,B,93,x,13,0\n"
                              "S4,2021,X,X,1,A,2,B,891,x,14,0\n"),
               "A > B 2019 93 11 line 3\nA > B 2020 93 13 line 5\n"
               "A > B 2021 891 14 line 6\n");
    CHECK_TEXT(told_account(&told), "5 read, 3 used, 0 totals; 2 the same "
                                    "trade in another classification");
    finish();
}

static void test_groups(void)
{
    static const char eu[] = "H5,2019,X,X,97,EU-28,2,B,93,x,10,0\n";
    start();
    CHECK_TEXT(flows_of(SHORT "H5,2019,X,X,97,EU-28,2,B,93,x,10,0\n"
                              "H5,2019,X,X,276,Germany,2,B,93,x,4,0\n"),
               "Germany > B 2019 93 4 line 3\n");
    again();
    CHECK_TEXT(read_text(arena_printf(&told.arena, SHORT "%s", eu)),
               "EU-28 > B 2019 93 10 line 2\n");
    finish();
}

static void test_twice(void)
{
    start();
    CHECK_TEXT(flows_of(SHORT ROW("2019", "X", "A", "B", "93", "6")
                            ROW("2019", "X", "A", "B", "93", "6")),
               "A > B 2019 93 6 line 2\n");
    CHECK_TEXT(told_account(&told),
               "2 read, 1 used, 0 totals; 1 the same record again");
    CHECK_TEXT(flows_of(SHORT ROW("2019", "X", "A", "B", "93", "6")
                            ROW("2019", "X", "A", "B", "93", "7")),
               "c.csv:3: exports of 'A', commodity '93', year 2019, stand here "
               "with another value than on line 2; remove one, or download the "
               "file again");
    /* parts that no total follows */
    flows_of(PARTS "H5,2019,2019,0,X,1,A,2,B,0,C00,2100,93,60\n"
                   "H5,2019,2019,0,X,1,A,2,B,0,C00,2100,93,60\n");
    CHECK_TEXT(told_sum(&told), "60");
    /* a place that changed its name is one place */
    CHECK_TEXT(flows_of(SHORT "H5,2019,X,X,1,Old,2,B,93,x,6,0\n"
                              "H5,2020,X,X,1,New,2,B,93,x,7,0\n"),
               "Old > B 2019 93 6 line 2\nOld > B 2020 93 7 line 3\n");
    finish();
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"twelve columns", test_short},
        {"imports where there is nothing else", test_imports_only},
        {"headers, and columns that are missing", test_header},
        {"rows at fault are counted", test_faults},
        {"partners, else World", test_world},
        {"World against its partners, within rounding", test_rounding},
        {"totals, else their parts", test_parts},
        {"rows in any order", test_order},
        {"months, else years", test_months},
        {"the widest of what is asked for", test_levels},
        {"a chapter's World beside a heading's partners",
         test_levels_and_world},
        {"one classification", test_classifications},
        {"reporters that are groups", test_groups},
        {"the same record twice", test_twice},
    };
    return TAP_RUN("comtrade", cases);
}
