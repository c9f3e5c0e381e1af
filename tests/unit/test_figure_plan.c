/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure/ without gnuplot: what becomes of a result in the script and the
 * data file of a bundle. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "figure_cases.h"
#include "scratch.h"
#include "tap.h"

/* Draws x.gp and asserts the text of x.dat; hands over the script. */
static char *bundle(struct result *result, enum figure_kind kind,
                    const char *size, const char *data)
{
    struct err err = {ERR_NONE, ""};
    size_t len;

    scratch_enter();
    CU_ASSERT(case_draw(result, kind, size, "x.gp", &err));
    CHECK_TEXT(err.text, "");
    char *script = case_file("x.gp", &len);
    char *written = case_file("x.dat", &len);
    CU_ASSERT_PTR_NOT_NULL_FATAL(script);
    CHECK_TEXT(written, data);
    CU_ASSERT_EQUAL(scratch_count(), 2);
    free(written);
    scratch_leave();
    result_free(result);
    return script;
}

static void check_line(const char *script, const char *line)
{
    char with_ends[400];

    snprintf(with_ends, sizeof(with_ends), "\n%s\n", line);
    if (!strstr(script, with_ends))
        CHECK_TEXT("no such line", line);
}

#define HEAD "name\tlabel\tvalue\tprevious\tlabel_at\trow\n"

static void ranking_of_shares(void)
{
    struct result *result = case_ranking();

    case_add_bar(result, STR("Freedonia"), STR("World"), 100, 415, 331);
    case_add_bar(result, STR("Sylvania"), STR("World"), 10, 26, 30);
    case_add_bar(result, STR("Syldavia"), STR("World"), 5, 0, CASE_NONE);
    case_add_bar(result, STR("Borduria"), STR("World"), 5, CASE_NONE, 1);
    case_cell(result, "share_world_pct")->reason = REASON_NO_RECORD;
    char *script = bundle(result, FIGURE_RANKING, NULL,
                          HEAD "\"Freedonia\"\t\"42\"\t41.5\t33.1\t41.5\t1\n"
                               "\"Sylvania\"\t\"2.6\"\t2.6\t3\t3\t2\n"
                               "\"Syldavia\"\t\"0.0\"\t0\tNaN\t0\t3\n"
                               "\"Borduria\"\t\"\u2013\"\tNaN\t0.1\t0.1\t4\n");
    check_line(script, "data_file = \"./x.dat\"");
    check_line(script, "output_stem = \"./x\"");
    check_line(script, "file_type = \"svg\"");
    check_line(script, "rows = 4");
    check_line(script, "has_previous = 1");
    check_line(script, "axis_text = \"Share of world total, per cent\"");
    check_line(script, "axis_end = 50");
    check_line(script, "command_line = \"armstats rank \\0042x\\0042\"");
    CU_ASSERT_PTR_NOT_NULL(strstr(script, "2019\\342\\200\\22323"));
    CU_ASSERT_PTR_NOT_NULL(strstr(script, "release of March 2024."));
    free(script);
}

/* Only listed rows are drawn; bars of amounts where no row has a share. */
static void ranking_of_amounts(void)
{
    struct result *result = case_ranking();

    case_add_bar(result, STR("World"), STR("Freedonia"), 12345, CASE_NONE,
                 CASE_NONE);
    case_add_bar(result, STR("World"), STR("Sylvania"), 0, CASE_NONE,
                 CASE_NONE);
    case_add_bar(result, STR("World"), STR("Syldavia"), 1, CASE_NONE,
                 CASE_NONE);
    result->listed = 2;
    char *script =
        bundle(result, FIGURE_RANKING, NULL,
               HEAD "\"Freedonia\"\t\"12 345\"\t12345\tNaN\t12345\t1\n"
                    "\"Sylvania\"\t\"0\"\t0\tNaN\t0\t2\n");
    check_line(script, "axis_text = \"TIV, millions\"");
    check_line(script, "has_previous = 0");
    CU_ASSERT_PTR_NULL(strstr(script, "ticks: "));
    free(script);
}

/* Partners of one country are shares of that country's total. */
static void ranking_of_partners(void)
{
    struct result *result = case_ranking();

    case_add_bar(result, STR("Freedonia"), STR("Sylvania"), 9, 1, CASE_NONE);
    *case_cell(result, "share_supplier_pct") = value_ratio(9, 10);
    case_add_bar(result, STR("Freedonia"), STR("Syldavia"), 1, 1, CASE_NONE);
    *case_cell(result, "share_supplier_pct") = value_ratio(1, 10);
    char *script = bundle(result, FIGURE_RANKING, NULL,
                          HEAD "\"Sylvania\"\t\"90\"\t90\tNaN\t90\t1\n"
                               "\"Syldavia\"\t\"10\"\t10\tNaN\t10\t2\n");
    check_line(script, "axis_text = \"Share of supplier\\342\\200\\231s "
                       "total, per cent\"");
    free(script);
}

static void ranking_of_pairs(void)
{
    struct result *result = case_ranking();

    case_add_bar(result, STR("Freedonia"), STR("Sylvania"), 9, 900, CASE_NONE);
    case_add_bar(result, STR("Sylvania"), STR("Freedonia"), 1, 100, CASE_NONE);
    free(bundle(result, FIGURE_RANKING, NULL,
                HEAD
                "\"Freedonia \u2013 Sylvania\"\t\"90\"\t90\tNaN\t90\t1\n"
                "\"Sylvania \u2013 Freedonia\"\t\"10\"\t10\tNaN\t10\t2\n"));
}

static void ranking_of_one(void)
{
    struct result *result = case_ranking();

    case_add_bar(result, STR("Freedonia"), STR("World"), 1, 20, 10);
    free(bundle(result, FIGURE_RANKING, NULL,
                HEAD "\"Freedonia\"\t\"2.0\"\t2\t1\t2\t1\n"));
}

static void long_names_break(void)
{
    struct result *result = case_ranking();

    case_add_bar(result, STR("Freedonia and the \"Confederation\" of Sylvania"),
                 STR("World"), 1, 20, 10);
    free(bundle(result, FIGURE_RANKING, NULL,
                HEAD
                "\"Freedonia and the\\n\\0042Confederation\\0042 of Sy\u2026\""
                "\t\"2.0\"\t2\t1\t2\t1\n"));
}

/* A mean line breaks where a year or a mean is missing. */
static void series_with_gaps(void)
{
    struct result *result = case_series();

    case_add_year(result, "World", 2001, 5, CASE_NONE);
    case_add_year(result, "World", 2002, 0, 4);
    case_add_year(result, "World", 2003, CASE_NONE, 5);
    case_add_year(result, "World", 2006, 7, 6);
    char *script = bundle(result, FIGURE_SERIES, NULL,
                          "year\tamount\tmean\trow\n"
                          "2001\t5\tNaN\t1\n"
                          "2002\t0\t4\t2\n"
                          "2003\tNaN\t5\t3\n"
                          "\n"
                          "2006\t7\t6\t4\n");
    check_line(script, "first_year = 2001");
    check_line(script, "last_year = 2006");
    check_line(script, "panels = 1");
    check_line(script, "panel_name[1] = \"\"");
    check_line(script, "has_mean[1] = 1");
    CU_ASSERT_PTR_NOT_NULL(strstr(script, "Circles: zero."));
    CU_ASSERT_PTR_NOT_NULL(strstr(script, "No bar:"));
    free(script);
}

static void series_in_panels(void)
{
    struct result *result = case_series();

    case_add_year(result, "Freedonia", 2001, 5, CASE_NONE);
    case_add_year(result, "Sylvania", 2001, 3, 2);
    case_add_year(result, "Freedonia", 2002, 6, CASE_NONE);
    char *script = bundle(result, FIGURE_SERIES, NULL,
                          "year\tamount\tmean\trow\n"
                          "2001\t5\tNaN\t1\n"
                          "\n"
                          "2002\t6\tNaN\t2\n"
                          "\n\n"
                          "2001\t3\t2\t3\n");
    check_line(script, "panel_name[1] = \"Freedonia\"");
    check_line(script, "panel_name[2] = \"Sylvania\"");
    check_line(script, "has_mean[1] = 0");
    check_line(script, "has_mean[2] = 1");
    free(script);
}

static void series_of_releases(void)
{
    struct result *result = case_series();

    case_add_year(result, "World", 2001, 5, CASE_NONE);
    case_add_year(result, "World", 2001, 6, CASE_NONE);
    *case_cell(result, "release_year") = value_integer(2023);
    char *script = bundle(result, FIGURE_SERIES, NULL,
                          "year\tamount\tmean\trow\n"
                          "2001\t5\tNaN\t1\n"
                          "\n\n"
                          "2001\t6\tNaN\t2\n");
    check_line(script, "panel_name[2] = \"release of 2023\"");
    free(script);
}

/* Universe and source belong under a figure, the table's own signs do not. */
static void caption(void)
{
    struct result *result = case_ranking();
    struct view *view = &result->view;

    case_add_bar(result, STR("Freedonia"), STR("World"), 1, 20, CASE_NONE);
    view_add_foot(view, &result->arena, "\u2013: no delivery recorded.");
    view_add_foot(view, &result->arena,
                  "Of 9 years 5 are shown; machine "
                  "formats have all.");
    view_add_foot(view, &result->arena, "Release of  March 2023 differs");
    char *script = bundle(result, FIGURE_RANKING, "50x10",
                          HEAD "\"Freedonia\"\t\"2.0\"\t2\tNaN\t2\t1\n");
    check_line(script,
               "caption_text = \"Deliveries of major arms. Volume of "
               "deliveries, TIV million. World: all recorded.\" . \"\\n\" \\\n"
               "    . \"Source: An Invented Database, release of March 2024. "
               "Release of March 2023 differs.\"");
    free(script);
}

/* A result without a view says where it is from all the same. */
static void caption_without_view(void)
{
    static const struct provenance_file file = {.database = "A Database"};
    struct result *result = case_ranking();

    case_add_bar(result, STR("Freedonia"), STR("World"), 1, 20, CASE_NONE);
    result->view = (struct view){.title = NULL};
    result->provenance.files = &file;
    result->provenance.file_count = 1;
    result->provenance.release = "March 2024";
    char *script = bundle(result, FIGURE_RANKING, NULL,
                          HEAD "\"Freedonia\"\t\"2.0\"\t2\tNaN\t2\t1\n");
    check_line(script, "caption_text = \"Source: A Database, release of March "
                       "2024.\"");
    free(script);
}

/* The template stands at the end of the script, byte for byte. */
static void templates_are_whole(void)
{
    struct result *result = case_series();
    size_t style_len, series_len, script_len;

    case_add_year(result, "World", 2001, 5, CASE_NONE);
    char *script = bundle(result, FIGURE_SERIES, NULL,
                          "year\tamount\tmean\trow\n2001\t5\tNaN\t1\n");
    char *style = case_file(SOURCEDIR "/plots/style.gp", &style_len);
    char *series = case_file(SOURCEDIR "/plots/series.gp", &series_len);
    CU_ASSERT_PTR_NOT_NULL_FATAL(style);
    CU_ASSERT_PTR_NOT_NULL_FATAL(series);
    script_len = strlen(script);
    CU_ASSERT_FATAL(script_len > style_len + series_len);
    CHECK_TEXT(script + script_len - series_len, series);
    CU_ASSERT_EQUAL(
        memcmp(script + script_len - series_len - style_len, style, style_len),
        0);
    free(style);
    free(series);
    free(script);
}

static const struct tap_case cases[] = {
    {"a ranking of shares", ranking_of_shares},
    {"a ranking of amounts, listed rows only", ranking_of_amounts},
    {"a ranking of partners", ranking_of_partners},
    {"a ranking of pairs", ranking_of_pairs},
    {"a ranking of one", ranking_of_one},
    {"long names break and end in an ellipsis", long_names_break},
    {"a series with gaps", series_with_gaps},
    {"a series in panels", series_in_panels},
    {"a series of two releases", series_of_releases},
    {"a caption names universe and source", caption},
    {"a caption without a view", caption_without_view},
    {"templates follow byte for byte", templates_are_whole},
};

int main(void)
{
    return TAP_RUN("figure_plan", cases);
}
