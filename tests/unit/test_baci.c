/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BACI, and the tables that name its places. */
#include <config.h>

#include "scratch.h"
#include "source/code_table_file.h"
#include "tap.h"
#include "told.h"

#define HEAD "t,i,j,k,v,q\n"
#define CODES "country_code,country_name\n"
#define ABBREVIATED                                             \
    "country_code,country_name_abbreviation,country_name_full," \
    "iso_2digit_alpha,iso_3digit_alpha\n"

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

/* Flows of these rows as a file of this name. */
static const char *flows_of(const char *name, const char *text)
{
    told_done(&told);
    told_init(&told);
    scratch_text(name, text);
    told_read(&told, name);
    return told.sound ? told_flows(&told) : told.err.text;
}

static void test_rows(void)
{
    start();
    CHECK_TEXT(flows_of("b.csv", HEAD "2019,842,616,90111,1.234,      NA\n"
                                      "2020,410,616,930690,   0.0005, 2\n"),
               "United States > Poland 2019 090111 1234 line 2\n"
               "South Korea > Poland 2020 930690 0.5 line 3\n");
    CU_ASSERT_EQUAL(told.reading.unit, UNIT_USD);
    CU_ASSERT_EQUAL(told.reading.measure, MEASURE_CUSTOMS_EXPORT);
    CU_ASSERT_EQUAL(told.reading.release_year, 0);
    CU_ASSERT_TRUE(scope_is_world(&told.reading.scope));
    CU_ASSERT_EQUAL(told.reading.scope.covered.from, 2019);
    CU_ASSERT_EQUAL(told.reading.scope.covered.to, 2020);
    CHECK_TEXT(told_account(&told), "2 read, 2 used, 0 totals");
    finish();
}

static void test_header(void)
{
    start();
    CHECK_TEXT(flows_of("b.csv", "\"\",t,\"i\",j,k,v\n1,2019,8,4,93,1\n"),
               "Albania > Afghanistan 2019 93 1000 line 2\n");
    CHECK_TEXT(flows_of("b.csv", "t;k;v;i;j;q\n2019;930690;1;8;4;\n"),
               "Albania > Afghanistan 2019 930690 1000 line 2\n");
    CHECK_TEXT(flows_of("b.csv", "t,i,j,k\n2019,8,4,93\n"),
               "b.csv:1: this is the layout 'CEPII BACI trade data', but its "
               "column 'v' is missing; download the file again");
    finish();
}

static void test_faults(void)
{
    start();
    CHECK_TEXT(flows_of("b.csv", HEAD "19,8,4,93,1,\n2019,8,4,93,x1,\n"
                                      "2019,8,4,93,-1,\n2019,,4,93,1,\n"
                                      "2019,8,4,93\n2019,8,4,93,2,"),
               "Albania > Afghanistan 2019 93 2000 line 7\n");
    CHECK_TEXT(told_account(&told),
               "6 read, 1 used, 0 totals; 1 wrong number of fields; 1 no "
               "supplier or no recipient; 1 not a year; 1 not an amount; 1 a "
               "negative amount");
    finish();
}

/* One place each, however the number is written. */
static void test_zeros(void)
{
    start();
    CHECK_TEXT(flows_of("b.csv", HEAD "2019,004,8,93,1,\n2019, 4,008,93,2,\n"
                                      "2019,005,0005,93,3,\n"),
               "Afghanistan > Albania 2019 93 1000 line 2\n"
               "Afghanistan > Albania 2019 93 2000 line 3\n"
               "5 > 5 2019 93 3000 line 4\n");
    scratch_text("country_codes.csv", CODES "04,Four\n005,Five\n");
    CHECK_TEXT(flows_of("b.csv", HEAD "2019,004,5,93,1,\n2019,4,05,93,2,\n"
                                      "2019,008,8,93,3,\n"),
               "Four > Five 2019 93 1000 line 2\n"
               "Four > Five 2019 93 2000 line 3\n"
               "8 > 8 2019 93 3000 line 4\n");
    finish();
}

static void test_own_names(void)
{
    start();
    CHECK_TEXT(flows_of("b.csv", HEAD "2019,842,840,93,1,\n2019,251,250,93,1,\n"
                                      "2019,490,699,93,1,\n2019,757,579,93,1,\n"
                                      "2019,276,280,93,1,\n2019,58,810,93,1,\n"
                                      "2019,1000,999,93,1,\n"),
               "United States > United States (840) 2019 93 1000 line 2\n"
               "France > France (250) 2019 93 1000 line 3\n"
               "Taiwan > India 2019 93 1000 line 4\n"
               "Switzerland > Norway 2019 93 1000 line 5\n"
               "Germany > Germany (280) 2019 93 1000 line 6\n"
               "Belgium-Luxembourg > Soviet Union 2019 93 1000 line 7\n"
               "1000 > 999 2019 93 1000 line 8\n");
    finish();
}

#define ONE_ROW HEAD "2019,842,4,93,1,\n"

static const char *taken_for(const char *name)
{
    flows_of(name, ONE_ROW);
    return told.reading.codes_from;
}

/* The table beside the file: of its version, else the newest. */
static void test_beside(void)
{
    start();
    CU_ASSERT_PTR_NOT_NULL(strstr(taken_for("b.csv"), "none stands beside"));
    scratch_text("country_codes_V202301.csv", ABBREVIATED
                 "842,USA,\"USA, Puerto Rico\",US,USA\n4,Four,Fourth,AF,AFG\n");
    scratch_text("country_codes_notes.txt", "nothing\n");
    CHECK_TEXT(flows_of("BACI_HS92_Y2019_V202401.csv", ONE_ROW),
               "USA > Four 2019 93 1000 line 2\n");
    CHECK_TEXT(told.reading.codes_from,
               "places are named by country_codes_V202301.csv beside it");
    scratch_text("country_codes_V202401.csv", CODES "842,New\n4,Newer\n");
    scratch_text("country_codes_V202501.csv", CODES "842,Newest\n4,N\n");
    CHECK_TEXT(flows_of("BACI_HS92_Y2019_V202401.csv", ONE_ROW),
               "New > Newer 2019 93 1000 line 2\n");
    CHECK_TEXT(flows_of("BACI_HS92_Y2019_V202401b.csv.txt", ONE_ROW),
               "New > Newer 2019 93 1000 line 2\n");
    CHECK_TEXT(taken_for("b.csv"),
               "places are named by country_codes_V202501.csv, the newest of 3 "
               "tables beside it; --codes names another");
    finish();
}

static const char *with_codes(const char *table)
{
    static const char *const files[] = {"c.csv"};
    told_done(&told);
    told_init(&told);
    scratch_text("b.csv", ONE_ROW "2019,410,280,93,1,\n");
    scratch_text("c.csv", table);
    told.options.codes = files;
    told.options.code_count = 1;
    told_read(&told, "b.csv");
    return told.sound ? told_flows(&told) : told.err.text;
}

static void test_tables(void)
{
    static const char *const cases[][2] = {
        {CODES "842,A\n4,B\n410,C\n280,D\n",
         "A > B 2019 93 1000 line 2\nC > D 2019 93 1000 line 3\n"},
        {"country_code;country_name\r842;A;\r4;B;\r",
         "A > B 2019 93 1000 line 2\n410 > 280 2019 93 1000 line 3\n"},
        {"\xEF\xBB\xBF\"code\",\"name\"\r\n\"842\",\"A, Rep.\"\r\n",
         "A, Rep. > 4 2019 93 1000 line 2\n410 > 280 2019 93 1000 line 3\n"},
        {"x\n\n" CODES "842,A\n842,A\n",
         "A > 4 2019 93 1000 line 2\n410 > 280 2019 93 1000 line 3\n"},
        /* no name for two codes */
        {CODES "842,A\n4,A\n410,A\n", "A (842) > A (4) 2019 93 1000 line 2\n"
                                      "A (410) > 280 2019 93 1000 line 3\n"},
        {CODES "276,Germany\n280,Germany\n",
         "842 > 4 2019 93 1000 line 2\n"
         "410 > Germany (280) 2019 93 1000 line 3\n"},
        {CODES "842,X\n4,X\n410,X (842)\n280,X (4)\n",
         "X (842) (842) > X (4) (4) 2019 93 1000 line 2\n"
         "X (842) (410) > X (4) (280) 2019 93 1000 line 3\n"},
        {CODES "842,4\n410,410\n",
         "4 (842) > 4 2019 93 1000 line 2\n410 > 280 2019 93 1000 line 3\n"},
        /* at fault */
        {CODES "842,A\n0842,B\n",
         "c.csv:3: the code '842' is 'B' here and 'A' in c.csv:2; keep one"},
        {CODES "842,\n", "c.csv:2: a code without a name, or a name without a "
                         "code; fill it in"},
        {CODES "842,A\"b\n", "c.csv:2: a quote where none may stand; double "
                             "it, or quote the whole field"},
        {CODES, "c.csv: no code stands below the header"},
        {"", "c.csv: no table of country codes; it needs the columns "
             "country_code and country_name"},
        {"country_code,iso\n842,US\n",
         "c.csv: no table of country codes; it needs the columns "
         "country_code and country_name"},
        {"code,description\n930690,Ammunition\n",
         "c.csv: no table of country codes; it needs the columns "
         "country_code and country_name"},
    };
    start();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CHECK_TEXT(with_codes(cases[i][0]), cases[i][1]);
    finish();
}

/* A name of a mebibyte is a name; a longer one passes the limit. */
static void test_long_name(void)
{
    start();
    struct buf table;
    buf_init(&table, (size_t)2 << 20);
    buf_add_text(&table, CODES "842,");
    buf_fill(&table, 'x', (size_t)1 << 20);
    buf_add_char(&table, '\n');
    with_codes(buf_str(&table).ptr);
    CU_ASSERT_TRUE(told.sound);
    CU_ASSERT_TRUE(told.flows.len > (size_t)1 << 20);
    buf_clear(&table);
    buf_add_text(&table, CODES "842,");
    buf_fill(&table, 'x', ((size_t)1 << 20) + 1);
    buf_add_char(&table, '\n');
    CU_ASSERT_PTR_NOT_NULL(
        strstr(with_codes(buf_str(&table).ptr), "--max-field"));
    buf_done(&table);
    finish();
}

/* Many codes of one name, and many rows of one code. */
static void test_large_table(void)
{
    start();
    struct buf table;
    buf_init(&table, (size_t)4 << 20);
    buf_add_text(&table, CODES);
    for (int i = 1; i < 20000; i++)
        buf_printf(&table, "%d,Same\n", i);
    CHECK_TEXT(with_codes(buf_str(&table).ptr),
               "Same (842) > Same (4) 2019 93 1000 line 2\n"
               "Same (410) > Same (280) 2019 93 1000 line 3\n");
    buf_clear(&table);
    buf_add_text(&table, CODES);
    for (int i = 0; i <= 100000; i++)
        buf_add_text(&table, "842,A\n");
    CHECK_TEXT(with_codes(buf_str(&table).ptr),
               "c.csv: more than 100000 codes; this is no table of countries");
    buf_done(&table);
    finish();
}

/* Every code of the publisher's own table has a name of its own, and our own
 * numbers mean the same places. */
static void test_real_table(void)
{
    struct arena arena;
    struct err err = {0};
    struct read_options options = {.limits = reader_default_limits};
    if (!tap_shared()) {
        tap_skip("ARMSTATS_SHARED is not set");
        return;
    }
    arena_init(&arena);
    struct code_table table = {0};
    const struct code_table *own = code_table_own(&arena);
    CU_ASSERT_TRUE(code_table_read(
        &table,
        arena_printf(&arena,
                     "%s/corpus/baci/IaBrilliant_country_codes_V202301.csv",
                     tap_shared()),
        &options, &arena, &err));
    CU_ASSERT_TRUE(code_table_finish(&table, &arena, &err));
    CU_ASSERT_EQUAL(table.count, 238);
    size_t known = 0;
    for (size_t i = 0; i < table.count; i++) {
        const struct code_entry *entry = &table.entries[i];
        struct str ours;
        known += code_table_name(own, entry->code, &ours);
        CU_ASSERT_TRUE(!str_ends(entry->name, STR(")")) ||
                       str_find(entry->name, STR("(")) < 0 ||
                       place_of_name(entry->name));
    }
    CU_ASSERT_EQUAL(known, table.count);
    struct str name;
    CU_ASSERT_TRUE(code_table_name(&table, STR(" 0490"), &name));
    CU_ASSERT_TRUE(str_eq(name, STR("Other Asia, nes")));
    arena_done(&arena);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"thousand dollars become dollars, codes places", test_rows},
        {"columns anywhere, and one that is missing", test_header},
        {"rows at fault are counted", test_faults},
        {"leading zeros do not make two places", test_zeros},
        {"our own numbers, UN Comtrade's before M49's", test_own_names},
        {"the table beside the file", test_beside},
        {"tables of codes, sound and hostile", test_tables},
        {"a very long name", test_long_name},
        {"a very large table", test_large_table},
        {"the publisher's table", test_real_table},
    };
    return TAP_RUN("baci", cases);
}
