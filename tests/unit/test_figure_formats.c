/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure/ with the real gnuplot: every format of every size of figure is
 * whole, the same each time, and can be drawn again from its script. */
#include <config.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/spawn.h"
#include "figure/gnuplot.h"
#include "figure_cases.h"
#include "figure_svg.h"
#include "tap.h"

#define LONG_NAME "Yemen Arab Republic (North Yemen)"

static struct result *bars(size_t count, int share)
{
    static const char *const names[] = {"Freedonia", "Sylvania", "Syldavia",
                                        "Borduria", LONG_NAME};
    struct result *result = case_ranking();
    char name[60];

    for (size_t i = 0; i < count; i++) {
        int part = share / (int)(i + 1);
        snprintf(name, sizeof(name), "%s %zu", names[i % 5], i);
        case_add_bar(result, str_from(name), STR("World"), 1, part,
                     share / (int)(i / 2 + 1));
    }
    return result;
}

static struct result *years(int first, int last, int amount_units)
{
    struct result *result = case_series();

    for (int year = first; year <= last; year++)
        case_add_year(result, "World", year,
                      amount_units ? amount_units + year % 7 : 0,
                      year < first + 4 ? CASE_NONE : amount_units);
    return result;
}

/* Every format; then the result is gone. */
static void check_formats(struct result *result, enum figure_kind kind,
                          const char *size)
{
    char name[10];

    if (case_enter()) {
        for (size_t i = 0; i < CASE_FORMATS; i++) {
            struct err err = {ERR_NONE, ""};
            size_t len;
            snprintf(name, sizeof(name), "x.%s", case_formats[i]);
            CU_ASSERT(case_draw(result, kind, size, name, &err));
            CHECK_TEXT(err.text, "");
            char *picture = case_file(name, &len);
            CU_ASSERT(len > 1000);
            free(picture);
        }
        case_leave(CASE_FORMATS);
    }
    result_free(result);
}

static void one_bar(void)
{
    check_formats(bars(1, 415), FIGURE_RANKING, NULL);
}

static void forty_bars(void)
{
    check_formats(bars(40, 415), FIGURE_RANKING, "two-column");
}

static void zero_bars(void)
{
    check_formats(bars(3, 0), FIGURE_RANKING, "one-and-half");
}

static void one_year(void)
{
    check_formats(years(2023, 2023, 5), FIGURE_SERIES, NULL);
}

static void many_years(void)
{
    check_formats(years(1950, 2023, 30000), FIGURE_SERIES, NULL);
}

static void zero_years(void)
{
    check_formats(years(2014, 2023, 0), FIGURE_SERIES, "50x50");
}

static void check_same(const char *name, const char *other, bool same)
{
    size_t len, other_len;
    char *picture = case_file(name, &len);
    char *other_picture = case_file(other, &other_len);

    CU_ASSERT_PTR_NOT_NULL_FATAL(picture);
    CU_ASSERT_PTR_NOT_NULL_FATAL(other_picture);
    CU_ASSERT_EQUAL(
        len == other_len && memcmp(picture, other_picture, len) == 0, same);
    free(picture);
    free(other_picture);
}

/* PDF alone has the time of its making. */
static void same_bytes(void)
{
    static const char *const names[][2] = {
        {"a.svg", "b.svg"}, {"a.png", "b.png"}, {"a.eps", "b.eps"}};
    struct result *result = bars(12, 415);
    struct result *other = bars(12, 414);
    struct err err = {ERR_NONE, ""};

    if (case_enter()) {
        for (size_t i = 0; i < 3; i++) {
            const char *a = names[i][0];
            const char *b = names[i][1];
            CU_ASSERT(case_draw(result, FIGURE_RANKING, NULL, a, &err));
            CU_ASSERT(case_draw(result, FIGURE_RANKING, NULL, b, &err));
            check_same(a, b, true);
            CU_ASSERT(case_draw(other, FIGURE_RANKING, NULL, b, &err));
            check_same(a, b, false);
        }
        case_leave(6);
    }
    result_free(result);
    result_free(other);
}

static void run_script(const char *name)
{
    char program[PATH_MAX];
    const char *const argv[] = {"gnuplot", "-d", name, NULL};
    const char *const variables[] = {"PATH=/usr/bin:/bin", "HOME=/nonexistent",
                                     "LC_ALL=C.UTF-8", NULL};
    struct err err = {ERR_NONE, ""};
    struct buf messages;
    struct spawn spawn = {
        .program = program,
        .argv = argv,
        .environ = variables,
        .seconds = 20,
    };

    CU_ASSERT_FATAL(gnuplot_find(program, sizeof(program), &err));
    buf_init(&messages, 1000);
    CU_ASSERT(spawn_run(&spawn, &messages, &err));
    CHECK_TEXT(err.text, "");
    CHECK_TEXT(buf_str(&messages).ptr, "12 rows\n");
    buf_done(&messages);
}

/* The bundle alone makes the same picture; and any other format when its
 * first line says so. */
static void check_bundle(struct result *result, enum figure_kind kind)
{
    struct err err = {ERR_NONE, ""};
    size_t len;

    if (case_enter()) {
        CU_ASSERT(case_draw(result, kind, NULL, "it's `x` 1.gp", &err));
        CU_ASSERT(case_draw(result, kind, NULL, "direct.svg", &err));
        run_script("./it's `x` 1.gp");
        check_same("it's `x` 1.svg", "direct.svg", true);
        char *script = case_file("it's `x` 1.gp", &len);
        char *format = strstr(script, "\"svg\"");
        CU_ASSERT_PTR_NOT_NULL_FATAL(format);
        memcpy(format, "\"pdf\"", 5);
        FILE *file = fopen("as-pdf.gp", "w");
        CU_ASSERT_PTR_NOT_NULL_FATAL(file);
        fwrite(script, 1, len, file);
        fclose(file);
        free(script);
        run_script("as-pdf.gp");
        char *pdf = case_file("it's `x` 1.pdf", &len);
        CU_ASSERT_PTR_NOT_NULL_FATAL(pdf);
        CU_ASSERT_EQUAL(memcmp(pdf, "%PDF-", 5), 0);
        free(pdf);
        case_leave(6);
    }
    result_free(result);
}

static void bundles(void)
{
    check_bundle(bars(12, 415), FIGURE_RANKING);
    check_bundle(years(2001, 2012, 100), FIGURE_SERIES);
}

/* Names, numbers, title, unit and source are in the picture as text. */
static void what_is_said(void)
{
    static const char *const wanted[] = {
        "Freedonia",
        "42",
        "2.6",
        "0",
        "50",
        "Share of world total, per cent",
        "Deliveries of major arms. Bars: 2019\u201323; ticks: 2014\u201318.",
        "Source: An Invented Database, release of March 2024."};
    struct result *result = case_ranking();
    struct err err = {ERR_NONE, ""};
    struct arena arena;
    struct str text;
    size_t len;

    case_add_bar(result, STR("Freedonia"), STR("World"), 1, 415, 331);
    case_add_bar(result, STR("Sylvania"), STR("World"), 1, 26, 30);
    if (case_enter()) {
        arena_init(&arena);
        CU_ASSERT(
            case_draw(result, FIGURE_RANKING, "two-column", "x.svg", &err));
        char *svg = case_file("x.svg", &len);
        for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
            struct str rest = {svg, len};
            bool found = false;
            while (svg_next_text(&arena, &rest, &text))
                found |= str_starts(text, str_from(wanted[i]));
            if (!found)
                CHECK_TEXT("not in the picture", wanted[i]);
        }
        free(svg);
        arena_done(&arena);
        case_leave(1);
    }
    result_free(result);
}

static const struct tap_case cases[] = {
    {"one bar", one_bar},
    {"forty bars", forty_bars},
    {"bars that are all zero", zero_bars},
    {"one year", one_year},
    {"74 years", many_years},
    {"years that are all zero", zero_years},
    {"SVG, PNG and EPS have the same bytes each time", same_bytes},
    {"a bundle draws itself again", bundles},
    {"what a picture says", what_is_said},
};

int main(void)
{
    return TAP_RUN("figure_formats", cases);
}
