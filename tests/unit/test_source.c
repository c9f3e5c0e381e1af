/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What files say of themselves: dates, titles, directions, cells. */
#include <config.h>

#include "source/cells.h"
#include "source/date.h"
#include "source/title.h"
#include "source/tiv_direction.h"
#include "tap.h"

static void test_generated(void)
{
    static const struct {
        const char *text;
        const char *day;
    } cases[] = {
        {"Data generated: 13 Apr 2024 3:54:15 PM", "2024-04-13"},
        {"a\nGenerated: 19 December 2023,,,,", "2023-12-19"},
        {"generated: soon\nData generated: 3 Jan 2025 9:16:02 PM;",
         "2025-01-03"},
        {"Data generated: 31 Brumaire 2024", ""},
        {"Data generated: 32 May 2024", ""},
        {"Data generated: 4 May 24", ""},
        {"Data generated:", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct date date = {0};
        char day[DATE_TEXT];
        bool found = date_find_generated(str_from(cases[i].text), &date);
        date_print_iso(day, date);
        CHECK_TEXT(day, cases[i].day);
        CU_ASSERT_EQUAL(found, *cases[i].day != '\0');
    }
}

static void test_date_round_trip(void)
{
    struct date date;
    char day[DATE_TEXT];
    CU_ASSERT_TRUE(date_parse_iso(STR("2024-04-13"), &date));
    date_print(day, date);
    CHECK_TEXT(day, "13 Apr 2024");
    CU_ASSERT_FALSE(date_parse_iso(STR("2024-13-01"), &date));
    CU_ASSERT_FALSE(date_parse_iso(STR("2024-04"), &date));
    CU_ASSERT_FALSE(date_parse_iso(STR(""), &date));
}

/* A release is of March; a file of it is made in that month or in the twelve
 * that follow. */
static void test_release(void)
{
    CU_ASSERT_EQUAL(release_at((struct date){2024, 4, 13}), 2024);
    CU_ASSERT_EQUAL(release_at((struct date){2025, 1, 3}), 2024);
    CU_ASSERT_EQUAL(release_at((struct date){2025, 3, 13}), 2025);
    CU_ASSERT_TRUE(release_allowed(2024, (struct date){2024, 3, 1}));
    CU_ASSERT_FALSE(release_allowed(2024, (struct date){2024, 2, 28}));
    CU_ASSERT_TRUE(release_allowed(2024, (struct date){2025, 3, 1}));
    CU_ASSERT_FALSE(release_allowed(2024, (struct date){2025, 4, 1}));
    CU_ASSERT_TRUE(release_allowed(2024, (struct date){0}));
}

static void check_side(struct scope_side side, enum scope_extent extent,
                       const char *name)
{
    CU_ASSERT_EQUAL(side.extent, extent);
    CU_ASSERT_TRUE(str_eq(side.name, str_from(name)));
}

static void test_titles(void)
{
    static const struct {
        const char *title;
        const char *end;
        enum scope_extent from;
        const char *supplier;
        enum scope_extent to;
        const char *recipient;
    } cases[] = {
        {"Transfers of major conventional arms from All countries  to All "
         "countries . Deals with deliveries or orders made",
         ". Deals", SCOPE_ALL, "", SCOPE_ALL, ""},
        {"Transfers of major conventional arms from China   to All countries "
         ". Deals with",
         ". Deals", SCOPE_ONE, "China", SCOPE_ALL, ""},
        {"x from All countries to Trinidad and Tobago. Deals with", ". Deals",
         SCOPE_ALL, "", SCOPE_ONE, "Trinidad and Tobago"},
        {"x from France, Germany to All countries. Deals", ". Deals",
         SCOPE_SOME, "", SCOPE_ALL, ""},
        {"TIV of arms exports from all, 1950-2022", ", ", SCOPE_ALL, "",
         SCOPE_UNKNOWN, ""},
        {"TIV of arms exports to all, 1950-2022", ", ", SCOPE_UNKNOWN, "",
         SCOPE_ALL, ""},
        {"TIV of arms exports from South Korea, 1950-2021", ", ", SCOPE_ONE,
         "South Korea", SCOPE_UNKNOWN, ""},
        {"no title at all", ", ", SCOPE_UNKNOWN, "", SCOPE_UNKNOWN, ""},
        {"", ", ", SCOPE_UNKNOWN, "", SCOPE_UNKNOWN, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct scope_side from = {0};
        struct scope_side to = {0};
        title_sides(str_from(cases[i].title), cases[i].end, &from, &to);
        check_side(from, cases[i].from, cases[i].supplier);
        check_side(to, cases[i].to, cases[i].recipient);
    }
}

static void test_directions(void)
{
    static const struct {
        const char *title;
        const char *first;
        const char *total;
        const char *label;
        enum rows_are rows;
        enum scope_extent supplier;
        enum scope_extent recipient;
    } cases[] = {
        {"TIV of arms exports from all, 1950-2022", "", "Total", "Albania",
         ROWS_SUPPLIERS, SCOPE_ALL, SCOPE_ALL},
        {"TIV of arms exports to all, 1950-2022", "", "Total", "Albania",
         ROWS_RECIPIENTS, SCOPE_ALL, SCOPE_ALL},
        {"TIV of arms exports from all, 1950-2022", "", "Total", "Aircraft",
         ROWS_CATEGORIES, SCOPE_ALL, SCOPE_ALL},
        {"TIV of arms exports from South Korea, 1950-2021", "", "Total",
         "Poland", ROWS_RECIPIENTS, SCOPE_ONE, SCOPE_ALL},
        {"TIV of arms exports to Poland, 1950-2021", "", "Total", "South Korea",
         ROWS_SUPPLIERS, SCOPE_ALL, SCOPE_ONE},
        {"Volume of transfers of major arms", "Exports by",
         "Total world export", "France", ROWS_SUPPLIERS, SCOPE_ALL, SCOPE_ALL},
        {"Volume of transfers of major arms", "Recipient", "Total world import",
         "India", ROWS_RECIPIENTS, SCOPE_ALL, SCOPE_ALL},
        {"Volume of transfers of major arms", "Recipient",
         "Total imports from China", "Pakistan", ROWS_RECIPIENTS, SCOPE_ONE,
         SCOPE_ALL},
        {"", "Country", "Total world export", "France", ROWS_SUPPLIERS,
         SCOPE_ALL, SCOPE_ALL},
        {"", "Exports by", "", "France", ROWS_SUPPLIERS, SCOPE_UNKNOWN,
         SCOPE_UNKNOWN},
        {"", "", "Total", "France", ROWS_UNKNOWN, SCOPE_UNKNOWN, SCOPE_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct str label = str_from(cases[i].label);
        struct tiv_signs signs = {.title = str_from(cases[i].title),
                                  .first_cell = str_from(cases[i].first),
                                  .total_label = str_from(cases[i].total),
                                  .labels = &label,
                                  .label_count = 1};
        struct scope scope = {0};
        CU_ASSERT_EQUAL(tiv_direction(&signs, &scope), cases[i].rows);
        CU_ASSERT_EQUAL(scope.supplier.extent, cases[i].supplier);
        CU_ASSERT_EQUAL(scope.recipient.extent, cases[i].recipient);
    }
}

static void test_cells(void)
{
    int year;
    enum tri flag;
    enum condition condition;
    CU_ASSERT_TRUE(cells_year(STR("1950"), &year));
    CU_ASSERT_EQUAL(year, 1950);
    CU_ASSERT_FALSE(cells_year(STR("20222"), &year));
    CU_ASSERT_FALSE(cells_year(STR("202"), &year));
    CU_ASSERT_FALSE(cells_year(STR("1799"), &year));
    CU_ASSERT_FALSE(cells_year(STR("2200"), &year));
    CU_ASSERT_FALSE(cells_year(STR("+202"), &year));
    CU_ASSERT_TRUE(cells_flag(STR("Yes"), &flag));
    CU_ASSERT_EQUAL(flag, TRI_YES);
    CU_ASSERT_TRUE(cells_flag(STR("0"), &flag));
    CU_ASSERT_EQUAL(flag, TRI_NO);
    CU_ASSERT_FALSE(cells_flag(STR("Ye"), &flag));
    CU_ASSERT_TRUE(
        cells_condition(STR("Second hand but modernized"), &condition));
    CU_ASSERT_EQUAL(condition, CONDITION_MODERNIZED);
    CU_ASSERT_FALSE(cells_condition(STR("Used"), &condition));
    CU_ASSERT_TRUE(cells_missing(STR(". .")));
    CU_ASSERT_TRUE(cells_missing(STR("#N/A")));
    CU_ASSERT_FALSE(cells_missing(STR("0")));
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"the date of generation is found", test_generated},
        {"dates are written and read back", test_date_round_trip},
        {"a date allows the releases it can hold", test_release},
        {"titles name the selected sides", test_titles},
        {"tables say whose rows they hold", test_directions},
        {"cells are read as publishers write them", test_cells},
    };
    return TAP_RUN("source", cases);
}
