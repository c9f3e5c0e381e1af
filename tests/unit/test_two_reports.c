/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same trade as its exporter and as its importer reports it: whose reports
 * are read, and what people write into those to the United Nations. */
#include <config.h>

#include "scratch.h"
#include "source/unroca.h"
#include "tap.h"
#include "told.h"

#define COMTRADE                                                             \
    "Classification,Year,Trade Flow Code,Trade Flow,Reporter Code,Reporter," \
    "Partner Code,Partner,Commodity Code,Commodity,Trade Value (US$),Flag\n" \
    "H5,2017,1,Import,1,A,2,B,93,Arms,5,0\n"                                 \
    "H5,2017,1,Import,1,A,0,World,93,Arms,5,0\n"                             \
    "H5,2017,2,Export,1,A,2,B,93,Arms,7,0\n"                                 \
    "H5,2017,2,Export,1,A,2,B,9306,Ammunition,3,0\n"                         \
    "H5,2018,1,Import,2,B,1,A,9306,Ammunition,4,0\n"                         \
    "H5,2018,3,Re-Export,2,B,1,A,93,Arms,2,0\n"

#define UNROCA                                                   \
    "num_items,category,year,table,importer,exporter,comments\n" \
    "4,I,2019,Exports,B,A,\n"                                    \
    "5,i. battle tanks,2019,import,B,A,\n"                       \
    ",VI,2019,EXPORT,B,A,\n"                                     \
    "some,VI,2019,major_import,B,A,\n"                           \
    "9,II,2018,military_holdings,,,\n"                           \
    "9,II,2019,sales,B,A,\n"

static struct told told;

static const char *flows_of(const char *text, enum reports reports)
{
    told_done(&told);
    told_init(&told);
    told.options.reports = reports;
    scratch_text("two.csv", text);
    told_read(&told, "two.csv");
    return told.sound ? told_flows(&told) : told.err.text;
}

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

static void test_comtrade(void)
{
    start();
    CHECK_TEXT(flows_of(COMTRADE, REPORTS_FOUND), "A > B 2017 93 7 line 4\n");
    CU_ASSERT_EQUAL(told.reading.measure, MEASURE_CUSTOMS_EXPORT);
    CHECK_TEXT(flows_of(COMTRADE, REPORTS_EXPORTERS),
               "A > B 2017 93 7 line 4\n");
    CHECK_TEXT(flows_of(COMTRADE, REPORTS_IMPORTERS),
               "B > A 2017 93 5 line 2\nA > B 2018 9306 4 line 6\n");
    CU_ASSERT_EQUAL(told.reading.measure, MEASURE_CUSTOMS_IMPORT);
    CHECK_TEXT(told_account(&told),
               "5 read, 2 used, 1 totals; 2 exports, for imports were asked "
               "for; 1 re-exports and other parts of a flow");
    finish();
}

static void test_comtrade_both(void)
{
    start();
    CHECK_TEXT(flows_of(COMTRADE, REPORTS_BOTH),
               "A > B 2017 93 7 line 4\nB > A 2017 93 5 line 2\n"
               "A > B 2018 9306 4 line 6\n");
    CHECK_TEXT(told_account(&told),
               "5 read, 3 used, 1 totals; 1 commodities within another one "
               "that is counted; 1 re-exports and other parts of a flow");
    CU_ASSERT_EQUAL(told.reading.scope.supplier.extent, SCOPE_SOME);
    CU_ASSERT_TRUE(told.reading.scope.recipient.divided);
    finish();
}

#define SET_ASIDE                                                        \
    "1 holdings and national production, which are no trade; 1 neither " \
    "exports nor imports"

static void test_unroca(void)
{
    start();
    CHECK_TEXT(flows_of(UNROCA, REPORTS_FOUND),
               "A > B 2019 I. Battle tanks 4 line 2\n"
               "A > B 2019 VI. Warships 0 line 4\n");
    CHECK_TEXT(told_account(&told), "6 read, 2 used, 0 totals; 2 imports, for "
                                    "the file has exports; " SET_ASIDE);
    CU_ASSERT_EQUAL(told.reading.tally.remarks[REMARK_NO_AMOUNT].rows, 1);
    CHECK_TEXT(flows_of(UNROCA, REPORTS_IMPORTERS),
               "A > B 2019 I. Battle tanks 5 line 3\n"
               "A > B 2019 VI. Warships 0 line 5\n");
    CU_ASSERT_EQUAL(told.reading.measure, MEASURE_REPORT_IMPORT);
    CU_ASSERT_EQUAL(told.reading.seen.from, 2019);
    CHECK_TEXT(told_account(&told), "6 read, 2 used, 0 totals; 2 exports, for "
                                    "imports were asked for; " SET_ASIDE);
    CHECK_TEXT(flows_of(UNROCA, REPORTS_BOTH),
               "A > B 2019 I. Battle tanks 4 line 2\n"
               "A > B 2019 I. Battle tanks 5 line 3\n"
               "A > B 2019 VI. Warships 0 line 4\n"
               "A > B 2019 VI. Warships 0 line 5\n");
    CHECK_TEXT(told_account(&told), "6 read, 4 used, 0 totals; " SET_ASIDE);
    CU_ASSERT_EQUAL(told.reading.tally.remarks[REMARK_WORDS].rows, 1);
    finish();
}

static void test_missing(void)
{
    start();
    CHECK_TEXT(flows_of("table,year,exporter,importer,category,num_items\n"
                        "exports,2019,A,B,I,4\n",
                        REPORTS_IMPORTERS),
               "--reports importers: two.csv holds what exporters report "
               "only; leave --reports out, or give a file that holds both");
    CHECK_TEXT(flows_of("table,year,exporter,importer,category,num_items\n"
                        "imports,2019,A,B,I,4\n",
                        REPORTS_FOUND),
               "A > B 2019 I. Battle tanks 4 line 2\n");
    CU_ASSERT_EQUAL(told.reading.measure, MEASURE_REPORT_IMPORT);
    told_account(&told);
    finish();
}

static void test_tables(void)
{
    static const struct {
        const char *cell;
        enum unroca_table table;
    } cases[] = {
        {"export", UNROCA_EXPORTS},
        {"EXPORTS", UNROCA_EXPORTS},
        {"major_export", UNROCA_EXPORTS},
        {"Small arms (exports)", UNROCA_EXPORTS},
        {"imports", UNROCA_IMPORTS},
        {"light_weapons_import", UNROCA_IMPORTS},
        {"military_holdings", UNROCA_HOLDINGS},
        {"national_production", UNROCA_HOLDINGS},
        {"exporter", UNROCA_UNKNOWN},
        {"import/export", UNROCA_UNKNOWN},
        {"export holdings", UNROCA_UNKNOWN},
        {"", UNROCA_UNKNOWN},
        {"1", UNROCA_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CU_ASSERT_EQUAL(unroca_table_of(str_from(cases[i].cell)),
                        cases[i].table);
}

static void test_numbers(void)
{
    static const struct {
        const char *cell;
        enum decimal_fault fault;
        int items;
    } cases[] = {
        {"12", DECIMAL_OK, 12},
        {"12.0", DECIMAL_OK, 12},
        {"1,200", DECIMAL_OK, 1200},
        {"1 200 300", DECIMAL_OK, 1200300},
        {"Nil", DECIMAL_OK, 0},
        {"none", DECIMAL_OK, 0},
        {"0", DECIMAL_OK, 0},
        {"classified", DECIMAL_EMPTY, 0},
        {"-", DECIMAL_EMPTY, 0},
        {"1.5", DECIMAL_NOT_A_NUMBER, 0},
        {"1.200", DECIMAL_NOT_A_NUMBER, 0},
        {"1,2", DECIMAL_NOT_A_NUMBER, 0},
        {"12,0000", DECIMAL_NOT_A_NUMBER, 0},
        {"1234,567", DECIMAL_NOT_A_NUMBER, 0},
        {",200", DECIMAL_NOT_A_NUMBER, 0},
        {"1,200,", DECIMAL_NOT_A_NUMBER, 0},
        {"12 launchers", DECIMAL_NOT_A_NUMBER, 0},
        {"about 40", DECIMAL_NOT_A_NUMBER, 0},
        {"2+1", DECIMAL_NOT_A_NUMBER, 0},
        {"111111111111111111111111111", DECIMAL_NOT_A_NUMBER, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        amount items;
        enum decimal_fault fault =
            unroca_number(str_from(cases[i].cell), &items);
        CU_ASSERT_EQUAL(fault, cases[i].fault);
        if (fault == DECIMAL_OK)
            CU_ASSERT_EQUAL(items, cases[i].items * AMOUNT_ONE);
    }
}

static void test_categories(void)
{
    static const char *const cases[][2] = {
        {"I", "I. Battle tanks"},
        {"i", "I. Battle tanks"},
        {"I. Battle tanks", "I. Battle tanks"},
        {"Category I", "I. Battle tanks"},
        {"CATEGORY (I)", "I. Battle tanks"},
        {"(iii)", "III. Large-calibre artillery systems"},
        {"battle tanks", "I. Battle tanks"},
        {"II - Armoured vehicles", "II. Armoured combat vehicles"},
        {"IV. Combat aircraft and unmanned aerial vehicles",
         "IV. Combat aircraft"},
        {"VII.", "VII. Missiles and missile launchers"},
        {"VII. a) Missiles", "VII. a) Missiles"},
        {"VII (b) MANPADS", "VII (b) MANPADS"},
        {"VIIa", "VIIa"},
        {"VIII", "VIII"},
        {"Vessels", "Vessels"},
        {"1. Revolvers", "1. Revolvers"},
        {"", ""},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CHECK_TEXT(
            arena_str(&arena, unroca_category(str_from(cases[i][0]))).ptr,
            cases[i][1]);
    arena_done(&arena);
}

static void test_category_words(void)
{
    struct str name = STR("IV. Combat aircraft");
    CU_ASSERT_TRUE(filter_names_category(STR("IV"), name));
    CU_ASSERT_TRUE(filter_names_category(STR("iv"), name));
    CU_ASSERT_FALSE(filter_names_category(STR("I"), name));
    CU_ASSERT_FALSE(filter_names_category(STR("V"), name));
    CU_ASSERT_FALSE(
        filter_names_category(STR("IV. Combat aircraft, all"), name));
    CU_ASSERT_TRUE(filter_names_category(STR("IV"), STR("IV")));
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"UN Comtrade: whose reports", test_comtrade},
        {"UN Comtrade: both", test_comtrade_both},
        {"UNROCA: whose reports, and both", test_unroca},
        {"reports that are not there", test_missing},
        {"UNROCA: words for the table", test_tables},
        {"UNROCA: numbers as people write them", test_numbers},
        {"UNROCA: categories", test_categories},
        {"a category by its number", test_category_words},
    };
    return TAP_RUN("two reports", cases);
}
