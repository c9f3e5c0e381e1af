/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tables by country and year are recognised by: years of a header, words
 * of a series, sums among countries; and two studies held against each
 * other. */
#include <config.h>

#include "analysis/agreement.h"
#include "source/aggregates.h"
#include "source/cell_amount.h"
#include "source/indicator.h"
#include "source/wide.h"

#include "tap.h"

static void test_years(void)
{
    static const struct {
        const char *cell;
        int year; /* 0: none */
    } cases[] = {
        {"1990", 1990},  {" 1990 ", 1990},
        {"X1990", 1990}, {"1990 [YR1990]", 1990},
        {"x1990", 0},    {"1990-2023", 0},
        {"19900", 0},    {"", 0},
        {"Total", 0},    {"1990 YR", 0},
        {"XX199", 0},    {"1700", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int year = 0;
        CU_ASSERT_TRUE(wide_year(str_from(cases[i].cell), &year) ==
                       (cases[i].year > 0));
        CU_ASSERT_TRUE(year == cases[i].year);
    }
}

static void test_header(void)
{
    const struct str cells[] = {STR("Country"), STR("Notes"), STR("1990"),
                                STR("1991"),    STR(""),      STR("1993")};
    const struct head_record header = {.cells = cells, .count = 6, .line = 1};
    CU_ASSERT_TRUE(wide_count_years(&header, 2) == 2);
    CU_ASSERT_TRUE(wide_count_years(&header, 0) == 0);
    CU_ASSERT_TRUE(wide_count_years(&header, 5) == 1);
    CU_ASSERT_TRUE(wide_count_years(&header, 9) == 0);
    struct period range = wide_range(&header, 2);
    CU_ASSERT_TRUE(range.from == 1990 && range.to == 1991);
}

static void test_indicators(void)
{
    static const struct {
        const char *text;
        enum indicator is;
    } codes[] =
        {
            {"MS.MIL.XPRT.KD", INDICATOR_EXPORTS},
            {"MS.MIL.MPRT.KD", INDICATOR_IMPORTS},
            {"MS.MIL.XPND.CD", INDICATOR_DOLLARS},
            {"MS.MIL.XPND.CN", INDICATOR_CURRENCIES},
            {"MS.MIL.XPND.GD.ZS", INDICATOR_PERCENT},
            {"MS.MIL.XPND.ZS", INDICATOR_PERCENT},
            {"MS.MIL.TOTL.P1", INDICATOR_OTHER},
            {"SP.POP.TOTL", INDICATOR_OTHER},
            {"", INDICATOR_OTHER},
        },
      words[] = {
          {"Arms exports (SIPRI trend indicator values)", INDICATOR_EXPORTS},
          {"arms_imports_us_inflation_adjusted", INDICATOR_IMPORTS},
          {"Weapons exports", INDICATOR_EXPORTS},
          {"military_expenditure", INDICATOR_DOLLARS},
          {"military_expenditure_share_gdp", INDICATOR_PERCENT},
          {"Military expenditure (% of GDP)", INDICATOR_PERCENT},
          {"military_expenditure_per_capita", INDICATOR_PER_HEAD},
          {"Military expenditure (current LCU)", INDICATOR_CURRENCIES},
          {"Military spending", INDICATOR_DOLLARS},
          {"Exports of goods", INDICATOR_OTHER},
          {"Arms exports and imports", INDICATOR_OTHER},
          {"Armed forces personnel", INDICATOR_OTHER},
          {"", INDICATOR_OTHER},
      };
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        CU_ASSERT_TRUE(indicator_of_code(str_from(codes[i].text)) ==
                       codes[i].is);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (indicator_of_words(str_from(words[i].text)) != words[i].is)
            CHECK_TEXT(words[i].text, "something else");
    }
}

static void test_aggregates(void)
{
    CU_ASSERT_TRUE(aggregate_has_code(STR("WLD")));
    CU_ASSERT_TRUE(aggregate_has_code(STR("EUU")));
    CU_ASSERT_TRUE(!aggregate_has_code(STR("KOR")));
    CU_ASSERT_TRUE(!aggregate_has_code(STR("XKX")));
    CU_ASSERT_TRUE(aggregate_has_name(STR("World")));
    CU_ASSERT_TRUE(aggregate_has_name(STR("africa")));
    CU_ASSERT_TRUE(aggregate_has_name(STR("NATO members")));
    CU_ASSERT_TRUE(!aggregate_has_name(STR("South Africa")));
    CU_ASSERT_TRUE(!aggregate_has_name(STR("Kosovo")));
}

static void test_amounts(void)
{
    static const struct {
        const char *text;
        bool sound;
        enum cell_state state;
        int64_t value; /* millionths */
    } cases[] = {
        {"141000000", true, CELL_EXACT, 141000000},
        {"0", true, CELL_BELOW_HALF, 0},
        {"", true, CELL_NONE, 0},
        {". .", true, CELL_NONE, 0},
        {"...", true, CELL_NONE, 0},
        {"xxx", true, CELL_NONE, 0},
        {"2.5%", true, CELL_EXACT, 2},
        {"8.39E+06", true, CELL_EXACT, 8390000},
        {"-1", false, CELL_NONE, 0},
        {"many", false, CELL_NONE, 0},
        {"1e24", true, CELL_EXACT, -1},
        {"nan", false, CELL_NONE, 0},
    };
    struct arena arena;
    struct tally tally;
    struct reading reading = {.scale = 1,
                              .part = 1000000,
                              .half_width = AMOUNT_ONE / 2,
                              .options = {.decimal = '.'}};
    arena_init(&arena);
    tally_init(&tally, &arena);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct cell_amount cell;
        CU_ASSERT_TRUE(cell_amount_read(&reading, &tally, i + 1,
                                        str_from(cases[i].text), true,
                                        &cell) == cases[i].sound);
        if (cases[i].sound)
            CU_ASSERT_TRUE(cell.state == cases[i].state);
        if (cases[i].value >= 0 && cases[i].sound)
            CU_ASSERT_TRUE(cell.value == cases[i].value);
    }
    CU_ASSERT_TRUE(tally_left_out(&tally) == 3);
    /* So large that adding a few would pass the largest amount. */
    reading.scale = 1000000000;
    struct decimal decimal;
    CU_ASSERT_TRUE(!cell_amount_parse(&reading, STR("1e24"), false, &decimal));
    arena_done(&arena);
}

/* A study with a margin by supplier: one cell. */
static void add(struct cube *cube, struct names *names, const char *place,
                int year, amount value, amount half_width)
{
    struct err err = {0};
    struct flow flow = flow_unknown(UNIT_TIV_MILLION, MEASURE_DELIVERY);
    flow.supplier = map_intern(&names->places, str_from(place));
    flow.year = year;
    flow.value = value;
    flow.cell = value ? CELL_EXACT : CELL_BELOW_HALF;
    flow.half_width = half_width;
    CU_ASSERT_TRUE(cube_add(cube, &flow, &err));
}

static struct study study_of(struct cube *cube, struct names *names,
                             struct arena *arena, int release)
{
    return (struct study){
        .names = names,
        .cube = cube,
        .margins = {cube, NULL},
        .arena = arena,
        .release_year = release,
        .scope = {.supplier = {.extent = SCOPE_ALL, .divided = true},
                  .recipient = {.extent = SCOPE_ALL},
                  .covered = {2014, 2016}},
    };
}

static void test_agreement(void)
{
    struct arena arena;
    struct names names[2];
    struct cube cubes[2];
    const char *lines[AGREEMENT_LINES];
    const amount half = AMOUNT_ONE / 2;
    arena_init(&arena);
    for (size_t i = 0; i < 2; i++) {
        names_init(&names[i]);
        cube_init(&cubes[i], DIM_SUPPLIER | DIM_YEAR);
    }
    struct study first = study_of(&cubes[0], &names[0], &arena, 2023);
    struct study second = study_of(&cubes[1], &names[1], &arena, 2024);

    /* Whole units against hundredths; one place under two names. */
    add(&cubes[0], &names[0], "Korea, Rep.", 2014, 344 * AMOUNT_ONE, half);
    add(&cubes[0], &names[0], "Korea, Rep.", 2015, 0, half);
    add(&cubes[1], &names[1], "South Korea", 2014, 344490000, 5000);
    add(&cubes[1], &names[1], "South Korea", 2015, 250000, 5000);
    CU_ASSERT_TRUE(agreement_is_possible(&first, &second, true));
    CU_ASSERT_TRUE(!agreement_is_possible(&first, &second, false));
    struct agreement same = agreement_of(&first, &second, true);
    CU_ASSERT_TRUE(same.both == 2 && same.equal == 2 && same.places == 1);
    CHECK_TEXT(agreement_verdict(&same, &first, &second),
               "the same data (2023 and 2024)");
    CU_ASSERT_TRUE(agreement_lines(&same, &arena, lines) == 1);
    CHECK_TEXT(lines[0],
               "2 cells in both, 100.0 % equal within printed rounding");

    /* A cell off, one in the second only, and a place of its own. */
    add(&cubes[1], &names[1], "South Korea", 2014, 2 * AMOUNT_ONE, 0);
    add(&cubes[1], &names[1], "South Korea", 2016, AMOUNT_ONE, 0);
    add(&cubes[1], &names[1], "Taiwan", 2016, AMOUNT_ONE, 0);
    struct agreement other = agreement_of(&first, &second, true);
    CU_ASSERT_TRUE(other.both == 2 && other.equal == 1);
    CU_ASSERT_TRUE(other.only[0] == 0 && other.only[1] == 1);
    CU_ASSERT_TRUE(other.missing[0] == 0 && other.missing[1] == 1);
    CHECK_TEXT(agreement_verdict(&other, &first, &second),
               "another release (2023 against 2024)");
    CU_ASSERT_TRUE(agreement_lines(&other, &arena, lines) == 4);
    CHECK_TEXT(lines[1],
               "from there to here: mean revision +1.37, mean absolute 1.37 "
               "(0.8 % of the amounts here); 1 up, 0 down, 1 as before; sign "
               "test p 1.0");
    CHECK_TEXT(lines[2],
               "of places in both, 1 cell here only and 0 cells there only");
    CHECK_TEXT(lines[3], "places here only: Taiwan");

    /* Of one place only: others are not missing in it. */
    first.scope.supplier.extent = SCOPE_ONE;
    first.scope.supplier.name = STR("Korea, Rep.");
    other = agreement_of(&first, &second, true);
    CU_ASSERT_TRUE(other.missing[1] == 0 && other.both == 2);

    second.scope.covered = (struct period){2020, 2021};
    other = agreement_of(&first, &second, true);
    CU_ASSERT_TRUE(other.both == 0);
    CHECK_TEXT(agreement_verdict(&other, &first, &second),
               "no place and year in both");
    second.scope.recipient.extent = SCOPE_ONE;
    CU_ASSERT_TRUE(!agreement_is_possible(&first, &second, true));
    for (size_t i = 0; i < 2; i++) {
        cube_done(&cubes[i]);
        names_done(&names[i]);
    }
    arena_done(&arena);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"years of a header", test_years},
        {"year columns of a header", test_header},
        {"what a series tells", test_indicators},
        {"sums among countries", test_aggregates},
        {"amounts of cells", test_amounts},
        {"two studies held against each other", test_agreement},
    };
    return TAP_RUN("tables", cases);
}
