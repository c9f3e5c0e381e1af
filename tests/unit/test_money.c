/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money and dates as people write them. */
#include <config.h>

#include "source/date.h"
#include "source/number.h"
#include "tap.h"

static void test_money(void)
{
    static const struct {
        const char *cell;
        double value; /* -1: none */
    } cases[] = {
        {"$28,131,565,903", 28131565903.0},
        {"5963000", 5963000},
        {"$ 1,000.50", 1000.5},
        {"999", 999},
        {"$0", 0},
        {"1,234", 1234},
        {"$1,00", -1},
        {"12,34,567", -1},
        {"1234,567", -1},
        {",123", -1},
        {"1,234,", -1},
        {"1,234.5,678", -1},
        {"$$5", -1},
        {"1,2a4", -1},
        {"$", -1},
        {"", -1},
        {"USD 5", 5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct decimal found;
        bool sound = !number_of_dollars(str_from(cases[i].cell), &found);
        CU_ASSERT_EQUAL(sound, cases[i].value >= 0);
        if (sound)
            CU_ASSERT_EQUAL((double)found.value, cases[i].value * 1e6);
    }
}

static void test_dates(void)
{
    static const struct {
        const char *cell;
        int year; /* 0: none */
    } cases[] = {
        {"2008-01", 2008},
        {"2008-01-02", 2008},
        {"01/05/2004", 2004},
        {"12/31/2010", 2010},
        {"31/12/2010", 2010},
        {"5-1-2004", 2004},
        {"3122003", 2003},
        {"31122003", 2003},
        {"2008/1/2", 2008},
        {"2008-13", 0},
        {"2008-00", 0},
        {"13/13/2010", 0},
        {"32/01/2010", 0},
        {"2008", 0},
        {"2008-01-02-03", 0},
        {"1/2/03", 0},
        {"", 0},
        {"-", 0},
        {"//2010", 0},
        {"20080102", 0},
        {"99992010", 0},
        {"2008-01-", 0},
        {"01/05/20o4", 0},
        {"2008-1-45", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int year = 0;
        bool sound = date_year(str_from(cases[i].cell), &year);
        CU_ASSERT_EQUAL(sound, cases[i].year > 0);
        if (sound)
            CU_ASSERT_EQUAL(year, cases[i].year);
    }
}

static void test_behind(void)
{
    struct date date = {0};
    CU_ASSERT_TRUE(date_find_behind(STR("x - (created: 2023-03-11)"),
                                    STR("created:"), &date));
    CU_ASSERT_EQUAL(date.year, 2023);
    CU_ASSERT_EQUAL(date.day, 11);
    CU_ASSERT_TRUE(date_find_behind(STR("(created: 12 Mar 2023 11:00)"),
                                    STR("created:"), &date));
    CU_ASSERT_EQUAL(date.month, 3);
    CU_ASSERT_FALSE(
        date_find_behind(STR("(created: 12-03-23)"), STR("created:"), &date));
    CU_ASSERT_FALSE(date_find_behind(STR("created"), STR("created:"), &date));
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"dollars and thousands", test_money},
        {"years of dates", test_dates},
        {"dates behind a mark", test_behind},
    };
    return TAP_RUN("money", cases);
}
