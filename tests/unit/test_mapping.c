/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mappings: what parses, what prints and parses to the same, what is refused
 * and why; years and numbers as people write them. */
#include <config.h>

#include <stdio.h>

#include "source/mapped.h"
#include "source/number.h"
#include "tap.h"

#define TEXT_BYTES ((size_t)65536)

/* The mapping printed: on one line, or a line each. */
static const char *print(const struct mapping *mapping, bool lines,
                         struct arena *arena)
{
    struct buf buf;
    buf_init(&buf, TEXT_BYTES);
    mapping_print(mapping, lines, &buf);
    const char *text = arena_str(arena, buf_str(&buf)).ptr;
    buf_done(&buf);
    return text;
}

/* What the text is once it was parsed and printed, or why it does not parse. */
static const char *tell(const char *text, bool lines, struct arena *arena)
{
    struct mapping mapping;
    struct err err = {0};
    if (mapping_parse(&mapping, str_from(text), "--map", false, arena, &err))
        return print(&mapping, lines, arena);
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    return arena_str(arena, str_from(err.text)).ptr;
}

#define REST ",year=Yr,amount=Value"

static void test_forms(void)
{
    static const char *const cases[][2] = {
        {"supplier=Exporter" REST, "supplier=Exporter" REST},
        {" Exporter = A b ,\n Year=  Yr, tiv =Value\n", "supplier=A b" REST},
        {"# all of it\n\nsupplier=A\r\nyear=Yr\r# more\ramount=Value",
         "supplier=A" REST},
        {"supplier=#1,year=#2,amount=#3", "supplier=#1,year=#2,amount=#3"},
        {"supplier=\"South Korea\"" REST, "supplier=\"South Korea\"" REST},
        {"supplier='South Korea'" REST, "supplier=\"South Korea\"" REST},
        {"supplier=\"a \"\"b\"\", c\"" REST,
         "supplier=\"a \"\"b\"\", c\"" REST},
        {"supplier=[Value, in USD = all]" REST,
         "supplier=[Value, in USD = all]" REST},
        {"supplier=[a]]b]" REST, "supplier=a]b" REST},
        {"supplier=[#1]" REST, "supplier=[#1]" REST},
        {"supplier=A=B" REST, "supplier=A=B" REST},
        {"supplier=A,year=2019,amount=V", "supplier=A,year=2019,amount=V"},
        {"supplier=A,year=[2019],amount=V", "supplier=A,year=[2019],amount=V"},
        {"supplier=A,year=Y,amount=\"1\"", "supplier=A,year=Y,amount=\"1\""},
        {"supplier=A,years=all", "supplier=A,years=all"},
        {"supplier=A,years=1990-2023", "supplier=A,years=1990-2023"},
        {"supplier=A" REST ",unit=Currency",
         "supplier=A" REST ",unit=[Currency]"},
        {"supplier=A" REST ",unit=USD", "supplier=A" REST ",unit=usd"},
        {"supplier=A" REST ",unit=usd", "supplier=A" REST ",unit=usd"},
        {"supplier=A" REST ",unit=[usd]", "supplier=A,year=Yr,amount=Value,"
                                          "unit=[usd]"},
        {"supplier=A" REST ",measure=licence,rounded_to=0.5",
         "supplier=A" REST ",measure=licence,rounded_to=0.5"},
        {"supplier=A" REST ",order-year=O y,Order year estimated=E",
         "supplier=A,order_year=O y,order_year_estimated=E,year=Yr,"
         "amount=Value"},
        {"supplier=A" REST ",decimal=,,thousands=.",
         "supplier=A" REST ",decimal=comma,thousands=point"},
        {"supplier=A" REST ",thousands=,",
         "supplier=A" REST ",thousands=comma"},
        {"supplier=A" REST ",delimiter=\" \"",
         "supplier=A" REST ",delimiter=space"},
        {"supplier=A" REST ",delimiter=\\t",
         "supplier=A" REST ",delimiter=tab"},
        {"supplier=A" REST ",delimiter=:",
         "supplier=A" REST ",delimiter=\":\""},
        {"supplier=A" REST ",scale=thousand,skip=3,header=yes",
         "supplier=A" REST ",scale=1000,header=yes,skip=3"},
        {"supplier=A" REST ",source=SIPRI,encoding=latin1",
         "supplier=A" REST ",encoding=\"latin1\",source=\"SIPRI\""},
        {"supplier=A" REST ",", "supplier=A" REST},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *wanted = cases[i][1];
        const char *told = tell(cases[i][0], false, &arena);
        CHECK_TEXT(told, wanted);
        CHECK_TEXT(tell(told, false, &arena), wanted);
        CHECK_TEXT(tell(tell(cases[i][0], true, &arena), false, &arena),
                   wanted);
    }
    arena_done(&arena);
}

static void test_refused(void)
{
    static const char *const cases[][2] = {
        {"supplier=A,amount=V", "no year is in it"},
        {"supplier=A,year=Y", "no amount is in it"},
        {"year=Y,amount=V", "neither supplier nor recipient"},
        {"", "neither supplier nor recipient"},
        {"supplier=A,years=all,year=Y", "with years= the columns"},
        {"supplier" REST, "no = in it: 'supplier'"},
        {"supplier=A" REST " in USD,million", "no = in it: 'million'"},
        {"supplier=" REST, "supplier='': nothing behind the ="},
        {"supplier=\"\"" REST, "supplier='': nothing behind the ="},
        {"supplier=[  ]" REST, "supplier='  ': nothing behind the ="},
        {"supplier=\"A" REST, "not closed on its line"},
        {"supplier=[A" REST, "not closed on its line"},
        {"supplier=[A\n]" REST, "not closed on its line"},
        {"supplier=[A] B" REST, "text behind the closing mark: 'B'"},
        {"supplier=A,supplier=B" REST, "said a second time"},
        {"supplier=A,exporter=B" REST, "said a second time"},
        {"supplier=A" REST ",unit=usd,unit=eur", "said a second time"},
        {"supplier=A" REST ",unit=usd,unit=C", "said a second time"},
        {"supplier=A" REST ",unit=C,unit=usd", "said a second time"},
        {"supplier=A" REST ",skip=1,skip=2", "said a second time"},
        {"supplier=A" REST ",source=a,source=b", "said a second time"},
        {"supplier=A" REST ",decimal=.,decimal=.", "said a second time"},
        {"suplier=A" REST, "did you mean supplier?"},
        {"supplier=A" REST ",decimals=,", "did you mean decimal?"},
        {"supplier=A" REST ",foo=1", "is no part of a mapping"},
        {"supplier=A" REST ",release_year=R", "is no part of a mapping"},
        {"supplier=A" REST ",decimal=x", "not one of its characters"},
        {"supplier=A" REST ",delimiter=ab", "not one of its characters"},
        {"supplier=A" REST ",delimiter='\"'", "not one of its characters"},
        {"supplier=A" REST ",skip=59", "not a number of lines"},
        {"supplier=A" REST ",scale=0", "not what a 1 in the file stands for"},
        {"supplier=A" REST ",scale=1.5", "not what a 1 in the file"},
        {"supplier=A" REST ",header=maybe", "neither yes nor no"},
        {"supplier=A" REST ",header=no", "the columns have no names"},
        {"supplier=A,years=last5", "not a range of years"},
        {"supplier=#0" REST, "not the number of a column"},
        {"supplier=#x" REST, "not the number of a column"},
        {"supplier=A,year=\"x\",amount=V", "not a year"},
        {"supplier=A,year=Y,amount=\"Value\"", "not an amount"},
        {"supplier=A" REST ",unit=\"dollars\"", "no word for what all rows"},
        {"supplier=A,# recipient=B" REST, "no part of a mapping"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *told = tell(cases[i][0], false, &arena);
        CU_ASSERT_TRUE(str_starts(str_from(told), STR("--map: ")));
        if (!strstr(told, cases[i][1]))
            CHECK_TEXT(told, cases[i][1]);
    }
    arena_done(&arena);
}

static void test_lines(void)
{
    struct arena arena;
    struct mapping mapping;
    struct err err = {0};
    arena_init(&arena);
    CU_ASSERT_FALSE(mapping_parse(&mapping,
                                  STR("# mine\n\nsupplier = A\nyaer = Y\n"),
                                  "my.map", true, &arena, &err));
    CHECK_TEXT(err.text,
               "my.map:4: 'yaer' is no part of a mapping; did you mean year?");
    arena_done(&arena);
}

static void test_years(void)
{
    static const struct {
        const char *cell;
        int year; /* 0: none */
    } cases[] = {
        {"2019", 2019},
        {"2008-01-02", 2008},
        {"01/05/2004", 2004},
        {"2019/20", 2019},
        {"2019.0", 2019},
        {"FY2019", 2019},
        {"Q1 2019", 2019},
        {"2008-01", 2008},
        {"2019-2020", 0},
        {"20190102", 0},
        {"01/05/04", 0},
        {"1799", 0},
        {"2200", 0},
        {"", 0},
        {"in 2019, 1430 of them", 2019},
        {"2019T10:20", 2019},
        {"12019", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int year = 0;
        bool found = mapped_year(str_from(cases[i].cell), &year);
        CU_ASSERT_EQUAL(found, cases[i].year != 0);
        if (found)
            CU_ASSERT_EQUAL(year, cases[i].year);
    }
}

static void test_numbers(void)
{
    static const struct {
        const char *cell;
        char decimal, thousands;
        const char *plain;
    } cases[] = {
        {"1,234,567", '.', ',', "1234567"},
        {"1,234.5", '.', ',', "1234.5"},
        {"-1,234", '.', ',', "-1234"},
        {"234", '.', ',', "234"},
        {"1234", '.', ',', "1234"},
        {"1.234,56", ',', '.', "1234,56"},
        {"1 234", '.', ' ', "1234"},
        {"1\u00a0234\u202f567", '.', ' ', "1234567"},
        {"1'234", '.', '\'', "1234"},
        {"1\u2019234", '.', '\'', "1234"},
        {"1,23", '.', ',', "1,23"},
        {"1,2345", '.', ',', "1,2345"},
        {"1234,567", '.', ',', "1234,567"},
        {",234", '.', ',', ",234"},
        {"1,234,56", '.', ',', "1,234,56"},
        {"1,234,", '.', ',', "1,234,"},
        {"1,,234", '.', ',', "1,,234"},
        {"1.5,234", '.', ',', "1.5,234"},
        {"1,234", '.', 0, "1,234"},
        {"", '.', ',', ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[NUMBER_TEXT];
        char got[NUMBER_TEXT + 1];
        struct str plain =
            number_ungrouped(text, str_from(cases[i].cell), cases[i].decimal,
                             cases[i].thousands);
        snprintf(got, sizeof got, "%.*s", STR_ARG(plain));
        CHECK_TEXT(got, cases[i].plain);
    }
}

static void test_currencies(void)
{
    static const struct {
        const char *cell;
        enum unit unit;
        const char *bare;
    } cases[] = {
        {"$28,131", UNIT_USD, "28,131"}, {"US$ 5", UNIT_USD, "5"},
        {"5 USD", UNIT_USD, "5"},        {"\u20ac 95", UNIT_EUR, "95"},
        {"95 \u20ac", UNIT_EUR, "95"},   {"\u00a35", UNIT_GBP, "5"},
        {"$5", UNIT_EUR, "$5"},          {"\u20ac5", UNIT_USD, "\u20ac5"},
        {"$5", UNIT_ITEMS, "$5"},        {"", UNIT_USD, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char got[NUMBER_TEXT];
        struct str bare =
            number_without_currency(str_from(cases[i].cell), cases[i].unit);
        snprintf(got, sizeof got, "%.*s", STR_ARG(bare));
        CHECK_TEXT(got, cases[i].bare);
    }
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"what parses prints, and parses to the same", test_forms},
        {"what does not parse says why", test_refused},
        {"lines of a mapping file are counted", test_lines},
        {"the one year in a cell", test_years},
        {"marks between thousands", test_numbers},
        {"signs of currencies", test_currencies},
    };
    return TAP_RUN("mapping", cases);
}
