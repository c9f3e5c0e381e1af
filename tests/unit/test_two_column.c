/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of a year and a value: what is one, and that values reach statistics
 * as they are printed. */
#include <config.h>

#include "scratch.h"
#include "source/layouts.h"
#include "source/two_column.h"
#include "tap.h"
#include "told.h"

static void test_names(void)
{
    static const char *const moving[] = {
        "trailing_mean",
        "5-year mean",
        "five-year average",
        "Moving average",
        "rolling",
        "5yr_avg",
        "MA5",
        "Smoothed volume",
        "5ma",
        "3 year sum",
        "running.mean",
        "cumulative",
    };
    static const char *const plain[] = {
        "value",  "yearly mean", "annual average", "Mean",    "year",
        "1 year", "maize",       "macro",          "5 boats", "TIV",
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof moving / sizeof *moving; i++)
        CU_ASSERT_TRUE(two_column_is_moving(str_from(moving[i]), &arena));
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        CU_ASSERT_FALSE(two_column_is_moving(str_from(plain[i]), &arena));
    arena_done(&arena);
}

static void test_years(void)
{
    static const struct {
        const char *cell;
        bool year, period;
        int last;
    } cases[] = {
        {"1700", true, false, 1700},      {"2023", true, false, 2023},
        {"999", false, false, 0},         {"10000", false, false, 0},
        {"1990-94", false, true, 1994},   {"1999-03", false, true, 2003},
        {"1990–1994", false, true, 1994}, {"1990 - 1994", false, true, 1994},
        {"1994-1990", false, false, 0},   {"1990-4", false, false, 0},
        {"1990-", false, false, 0},       {"1990.5", false, false, 0},
        {"1990-01-01", false, false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int year = 0;
        struct str cell = str_from(cases[i].cell);
        CU_ASSERT_EQUAL(two_column_year(cell, &year), cases[i].year);
        CU_ASSERT_EQUAL(two_column_period(cell, &year), cases[i].period);
        if (cases[i].year || cases[i].period)
            CU_ASSERT_EQUAL(year, cases[i].last);
    }
}

/* The series of a file with this text; null if it could not be read. */
static const struct year_series *series_of(struct told *told, const char *text)
{
    told_init(told);
    scratch_enter();
    scratch_text("series.csv", text);
    told_read(told, "series.csv");
    scratch_leave();
    return told->reading.series;
}

static void test_values(void)
{
    struct told told;
    const struct year_series *series = series_of(
        &told, "year,value\n2003,0.35257984\n2001,-1e-9\n2002,123456789.125\n"
               "2004,NA\n2006,0.1\n");
    CU_ASSERT_PTR_NOT_NULL_FATAL(series);
    CU_ASSERT_EQUAL(series->count, 4);
    CU_ASSERT_EQUAL(series->items[0].year, 2001);
    CU_ASSERT_EQUAL(series->items[0].value, -1e-9);
    CU_ASSERT_EQUAL(series->items[1].value, 123456789.125);
    CU_ASSERT_EQUAL(series->items[2].value, 0.35257984);
    CU_ASSERT_EQUAL(series->items[3].value, 0.1);
    CU_ASSERT_EQUAL(told.reading.scope.covered.from, 2001);
    CU_ASSERT_EQUAL(told.reading.scope.covered.to, 2006);
    CU_ASSERT_FALSE(series->unit_known);
    CU_ASSERT_PTR_NULL(series->overlap);
    CHECK_TEXT(told_account(&told), "5 read, 5 used, 0 totals");
    CHECK_TEXT(told_flows(&told), "");
    told_done(&told);
}

static void check_layout(const char *text, const struct source *source)
{
    struct told told;
    series_of(&told, text);
    CU_ASSERT_PTR_EQUAL(told.reading.source, source);
    told_done(&told);
}

static void test_layout(void)
{
    const struct source *none = NULL;
    check_layout("year,value\n2001,1\n", &source_two_column);
    check_layout("value,year\n1.5,2001\n2,2002\n", &source_two_column);
    check_layout("t;x\n2001;1,5\n2002;2\n2003;3\n", &source_two_column);
    check_layout("\"Year\"\t\"Tons\"\n2001\t-4\n", &source_two_column);
    check_layout("note above\nyear,value\n2001,1\n", &source_two_column);
    /* Other layouts come first; and what is no series. */
    check_layout("supplier,year,tiv\nFrance,2001,1\n", &source_tidy);
    check_layout("x,y\n2001,a\n2002,b\n2003,c\n", none);
    check_layout("x,y\n1,2\n3,4\n5,6\n", none);
    check_layout("2001,1\n2002,2\n2003,3\n", none);
    check_layout("x,y,z\n2001,1,2\n2002,2,3\n2003,3,4\n", none);
}

static void test_faults(void)
{
    struct told told;
    series_of(&told, "year,value\n2001,1\n2002,2\n2001,3\n");
    CU_ASSERT_FALSE(told.sound);
    CHECK_TEXT(told.err.text, "series.csv:4: the year '2001' stands twice (the "
                              "first time on line 2); keep one row a year");
    told_done(&told);
    series_of(&told, "year,value\n2001,1\n2OO2,2\n2003,1.2.3\n2004,5,6\n"
                     "year,value\n2005,nan\n2006,7\nSource: ours\n");
    CHECK_TEXT(told_account(&told),
               "8 read, 2 used, 0 totals; 1 headings and footnotes; 1 wrong "
               "number of fields; 1 the header again; 1 not a year; 2 not an "
               "amount");
    told_done(&told);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"names of moving averages", test_names},
        {"years and periods", test_years},
        {"values as they are printed", test_values},
        {"what is a series", test_layout},
        {"rows at fault", test_faults},
    };
    return TAP_RUN("two columns", cases);
}
