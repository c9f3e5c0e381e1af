/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure/ without gnuplot: what cannot be drawn, and the words for it. */
#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "figure_cases.h"
#include "scratch.h"
#include "tap.h"

static void refused_rankings(void)
{
    struct result *result = case_ranking();

    case_check_refused(result, FIGURE_RANKING, NULL, ERR_REQUEST,
                       "nothing to draw: no rows");
    case_add_bar(result, STR("Freedonia"), STR("World"), CASE_NONE, CASE_NONE,
                 CASE_NONE);
    case_check_refused(result, FIGURE_RANKING, NULL, ERR_REQUEST,
                       "nothing to draw: no row has a share or an amount");
    *case_cell(result, "amount") = value_amount(-AMOUNT_ONE);
    case_check_refused(result, FIGURE_RANKING, NULL, ERR_REQUEST,
                       "row 1: a bar cannot show -1: it is below zero");
    *case_cell(result, "amount") = value_number(1e300, 0);
    case_check_refused(result, FIGURE_RANKING, NULL, ERR_REQUEST,
                       "row 1: a bar cannot show 1e+300: it is too large");
    *case_cell(result, "amount") = value_amount(AMOUNT_ONE);
    *case_cell(result, "supplier") = value_word("World");
    case_check_refused(result, FIGURE_RANKING, NULL, ERR_REQUEST,
                       "nothing names the bars of this ranking: it needs "
                       "suppliers or recipients");
    case_add_bar(result, STR("Sylvania"), STR("World"), 1, 1, 1);
    *case_cell(result, "year_to") = value_integer(2022);
    case_check_refused(result, FIGURE_RANKING, NULL, ERR_REQUEST,
                       "a ranking is drawn of one period, release and unit; in "
                       "this result year_to differs between rows");
    result_free(result);
}

static void refused_sizes(void)
{
    struct result *result = case_ranking();

    for (int i = 0; i < 201; i++)
        case_add_bar(result, i % 2 ? STR("Freedonia") : STR("Sylvania"),
                     STR("World"), 1, 1, 1);
    case_check_refused(result, FIGURE_RANKING, NULL, ERR_REQUEST,
                       "too many bars for a figure: 201; --top 200 or fewer");
    result->listed = 199;
    case_check_refused(result, FIGURE_RANKING, NULL, ERR_REQUEST,
                       "the figure needs 68.9 cm of height; fewer rows "
                       "(--top), a wider or a higher --size");
    result->listed = 20;
    case_check_refused(result, FIGURE_RANKING, "8.8x5", ERR_REQUEST,
                       "the figure needs 8.9 cm of height; fewer rows (--top), "
                       "a wider or a higher --size");
    case_check_refused(result, FIGURE_RANKING, "3x30", ERR_REQUEST,
                       "the figure is too narrow for its names and numbers; a "
                       "wider --size");
    case_check_refused(result, FIGURE_SERIES, NULL, ERR_REQUEST,
                       "a series is drawn of single years; row 1 is not one");
    result_free(result);
}

static void refused_series(void)
{
    struct result *result = case_series();
    char name[30];

    case_check_refused(result, FIGURE_SERIES, NULL, ERR_REQUEST,
                       "nothing to draw: no rows");
    case_add_year(result, "World", 2001, 1, 1);
    case_add_year(result, "World", 2001, 1, 1);
    case_check_refused(result, FIGURE_SERIES, NULL, ERR_REQUEST,
                       "a series has each year once, in order; row 2 is 2001 "
                       "again or too late");
    *case_cell(result, "year_from") = value_integer(2301);
    *case_cell(result, "year_to") = value_integer(2301);
    case_check_refused(result, FIGURE_SERIES, NULL, ERR_REQUEST,
                       "too many years for a figure: 301");
    *case_cell(result, "year_to") = value_integer(INT64_MIN);
    case_check_refused(result, FIGURE_SERIES, NULL, ERR_REQUEST,
                       "a series is drawn of single years; row 2 is not one");
    *case_cell(result, "year_to") = *case_cell(result, "year_from") =
        value_integer(2002);
    for (int i = 0; i < 12; i++) {
        snprintf(name, sizeof(name), "Country %d", i);
        case_add_year(result, name, 2001, 1, 1);
    }
    case_check_refused(result, FIGURE_SERIES, NULL, ERR_REQUEST,
                       "too many series for one figure; 12 at most");
    result_free(result);
}

static void refused_names(void)
{
    static const char *const wrong[] = {"a\nb.gp", "\033.gp", "\xff.gp"};
    struct result *result = case_ranking();

    case_add_bar(result, STR("Freedonia"), STR("World"), 1, 1, 1);
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        struct err err = {ERR_NONE, ""};
        scratch_enter();
        CU_ASSERT_FALSE(
            case_draw(result, FIGURE_RANKING, NULL, wrong[i], &err));
        CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
        CU_ASSERT_EQUAL(strncmp(err.text, "a script cannot be named", 24), 0);
        CU_ASSERT_EQUAL(scratch_count(), 0);
        scratch_leave();
    }
    case_check_refused(result, FIGURE_RANKING, "tall", ERR_REQUEST,
                       "unknown size of a figure: 'tall'; one-column, "
                       "one-and-half, two-column, or width and height in cm "
                       "as in 12x8");
    result_free(result);
}

static const struct tap_case cases[] = {
    {"rankings that cannot be drawn", refused_rankings},
    {"figures that do not fit", refused_sizes},
    {"series that cannot be drawn", refused_series},
    {"names and sizes that are refused", refused_names},
};

int main(void)
{
    return TAP_RUN("figure_refused", cases);
}
