/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods of src/trade. */
#include <config.h>

#include <stdio.h>

#include "tap.h"
#include "trade/period.h"

/* "from-to", "last5", ... or "no". */
static const char *parsed(const char *text)
{
    static char form[64];
    struct period_spec spec;
    if (!period_parse(str_from(text), &spec))
        return "no";
    switch (spec.form) {
    case PERIOD_YEARS:
        snprintf(form, sizeof(form), "%d-%d", spec.years.from, spec.years.to);
        return form;
    case PERIOD_SINCE:
        snprintf(form, sizeof(form), "%d-", spec.years.from);
        return form;
    case PERIOD_UNTIL:
        snprintf(form, sizeof(form), "-%d", spec.years.to);
        return form;
    case PERIOD_LAST:
        snprintf(form, sizeof(form), "last%d", spec.count);
        return form;
    case PERIOD_ALL:
        return "all";
    case PERIOD_NONE:
        return "none";
    case PERIOD_DEFAULT:
        break;
    }
    return "default";
}

static void test_period_parse(void)
{
    static const char *const cases[][2] = {
        {"2019-23", "2019-2023"},
        {"2019-2023", "2019-2023"},
        {"2019–23", "2019-2023"},
        {"2019–2023", "2019-2023"},
        {"2019—2023", "2019-2023"},
        {"2019−23", "2019-2023"},
        {"2019\u201023", "2019-2023"},
        {" 2019 - 23 ", "2019-2023"},
        {"2019 –\t2023", "2019-2023"},
        {"2022", "2022-2022"},
        {"2022-2022", "2022-2022"},
        {"2022-22", "2022-2022"},
        {"1991-", "1991-"},
        {"1991 –", "1991-"},
        {"-1991", "-1991"},
        {"– 1991", "-1991"},
        {"last5", "last5"},
        {"last1", "last1"},
        {"last400", "last400"},
        {"all", "all"},
        {"none", "none"},
        /* A two-digit end runs on into the next century. */
        {"1999-03", "1999-2003"},
        {"1999-99", "1999-1999"},
        {"1999-98", "1999-2098"},
        {"1999-00", "1999-2000"},
        {"2000-00", "2000-2000"},
        {"2022-21", "2022-2121"},
        {"1800-99", "1800-1899"},
        {"1800-2199", "1800-2199"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        CHECK_TEXT(parsed(cases[i][0]), cases[i][1]);
}

static void test_period_refuses(void)
{
    static const char *const cases[] = {
        "",          "-",
        "–",         "--",
        "19-23",     "2019-3",
        "2019-123",  "2023-2019",
        "1799",      "2200",
        "1799-1900", "2150-2200",
        "2199-98",   "-1799",
        "2200-",     "-91",
        "91-",       "2019-23-",
        "2019--23",  "2019-23x",
        "x2019",     "2019-+3",
        "+2019",     "2019,2023",
        "2019/23",   "2019 23",
        "last",      "last0",
        "last-1",    "last401",
        "last5x",    "last 5",
        "ALL",       "Jan-2019",
        "2019.5",    "20190",
        "2019-023",  "2019\xe2",
        "\xe2\x80",  "2019\xe2\x80",
        "２０１９",  "99999999999999999999",
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        CHECK_TEXT(parsed(cases[i]), "no");
    struct period_spec spec;
    CU_ASSERT(!period_parse((struct str){NULL, 0}, &spec));
    CU_ASSERT(!period_parse(STR("2019\0002023"), &spec));
}

static bool same(struct period a, struct period b)
{
    return a.from == b.from && a.to == b.to;
}

static struct period resolved(const char *text, struct period covered)
{
    struct period_spec spec = {.form = PERIOD_DEFAULT};
    if (*text)
        CU_ASSERT(period_parse(str_from(text), &spec));
    return period_resolve(spec, covered, 5);
}

static void test_period_resolve(void)
{
    const struct period covered = {1990, 2023};
    const struct period none = resolved("none", covered);
    CU_ASSERT(same(resolved("", covered), (struct period){2019, 2023}));
    CU_ASSERT(same(resolved("all", covered), covered));
    CU_ASSERT(same(resolved("last3", covered), (struct period){2021, 2023}));
    CU_ASSERT(same(resolved("2000-", covered), (struct period){2000, 2023}));
    CU_ASSERT(same(resolved("-2000", covered), (struct period){1990, 2000}));
    CU_ASSERT(same(resolved("2014-18", covered), (struct period){2014, 2018}));
    CU_ASSERT_EQUAL(period_length(none), 0);
    /* What was asked for is not clipped: the caller has to refuse it. */
    CU_ASSERT(same(resolved("last40", covered), (struct period){1984, 2023}));
    CU_ASSERT(same(resolved("1950-90", covered), (struct period){1950, 1990}));
    CU_ASSERT_EQUAL(period_length(resolved("2025-", covered)), 0);
    /* What nobody asked for is. */
    const struct period two = {2022, 2023};
    CU_ASSERT(same(resolved("", two), two));
    const struct period_spec unsaid = {.form = PERIOD_DEFAULT};
    CU_ASSERT(same(period_resolve(unsaid, covered, 0), covered));
    CU_ASSERT_EQUAL(period_length(resolved("", (struct period){1, 0})), 0);
}

static void test_period_arithmetic(void)
{
    const struct period five = {2019, 2023};
    const struct period empty = {2020, 2019};
    CU_ASSERT_EQUAL(period_length(five), 5);
    CU_ASSERT(same(period_before(five), (struct period){2014, 2018}));
    CU_ASSERT(same(period_before((struct period){2022, 2022}),
                   (struct period){2021, 2021}));
    CU_ASSERT_EQUAL(period_length(period_before(empty)), 0);
    CU_ASSERT(period_within(five, five));
    CU_ASSERT(period_within(five, (struct period){1950, 2023}));
    CU_ASSERT(!period_within(five, (struct period){2020, 2023}));
    CU_ASSERT(!period_within(five, (struct period){2019, 2022}));
    CU_ASSERT(period_within(empty, five));
    CU_ASSERT(!period_within(five, empty));
    CU_ASSERT(period_has(five, 2019) && period_has(five, 2023));
    CU_ASSERT(!period_has(five, 2018) && !period_has(five, 2024));
    CU_ASSERT(!period_has(empty, 2019) && !period_has(empty, 2020));
}

static void check_print(int from, int to, const char *plain, const char *brief)
{
    char text[PERIOD_TEXT];
    period_print(text, (struct period){from, to});
    CHECK_TEXT(text, plain);
    period_print_short(text, (struct period){from, to});
    CHECK_TEXT(text, brief);
}

static void test_period_print(void)
{
    check_print(2018, 2022, "2018–22", "18–22");
    check_print(2014, 2018, "2014–18", "14–18");
    check_print(2000, 2009, "2000–09", "00–09");
    check_print(2022, 2022, "2022", "2022");
    check_print(1995, 2004, "1995–2004", "95–04");
    check_print(1999, 2000, "1999–2000", "99–00");
    check_print(1950, 1999, "1950–99", "50–99");
    check_print(1950, 2023, "1950–2023", "50–23");
    check_print(1900, 1999, "1900–99", "1900–99");
    check_print(1923, 2022, "1923–2022", "1923–2022");
    check_print(1823, 2023, "1823–2023", "1823–2023");
    check_print(2022, 2021, "none", "none");
    check_print(0, -1, "none", "none");
}

/* What is printed is read back as the same period. */
static void test_period_round_trip(void)
{
    for (int from = 1800; from <= 2199; from += 7) {
        for (int to = from; to <= 2199; to += 3) {
            char text[PERIOD_TEXT];
            struct period_spec spec;
            period_print(text, (struct period){from, to});
            if (!period_parse(str_from(text), &spec) ||
                spec.form != PERIOD_YEARS ||
                !same(spec.years, (struct period){from, to}))
                CHECK_TEXT(text, "read back");
        }
    }
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"periods in every form", test_period_parse},
        {"what is no period", test_period_refuses},
        {"the period meant", test_period_resolve},
        {"lengths and neighbours of periods", test_period_arithmetic},
        {"periods in print", test_period_print},
        {"a printed period is read back", test_period_round_trip},
    };
    return TAP_RUN("period", cases);
}
