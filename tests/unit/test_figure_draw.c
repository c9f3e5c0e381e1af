/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure/ with the real gnuplot: nothing is executed, and every text is found
 * in the picture. */
#include <config.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/spawn.h"
#include "figure/gnuplot.h"
#include "figure/script.h"
#include "figure_cases.h"
#include "figure_svg.h"
#include "tap.h"

#define ATTACKS 1900

static char folder[PATH_MAX];

static bool enter(void)
{
    if (!case_enter())
        return false;
    CU_ASSERT_PTR_NOT_NULL_FATAL(getcwd(folder, sizeof(folder)));
    return true;
}

static void leave(size_t names)
{
    CU_ASSERT_NOT_EQUAL(access(SVG_MARK, F_OK), 0);
    case_leave(names);
}

/* Runs a script of the test's own on the data. */
static struct str draw_own(struct buf *script, const struct buf *data,
                           size_t rows, struct buf *picture)
{
    struct err err = {ERR_NONE, ""};
    struct buf remarks;

    buf_printf(script, "print \"%zu rows\"\n", rows);
    struct gnuplot_job job = {
        .script = buf_str(script),
        .data = buf_str(data),
        .suffix = "svg",
        .records = rows,
        .seconds = 60,
    };
    buf_init(&remarks, 4000);
    buf_init(picture, 16 << 20);
    CU_ASSERT(gnuplot_draw(&job, picture, &remarks, &err));
    CHECK_TEXT(err.text, "");
    CHECK_TEXT(buf_str(&remarks).ptr, "");
    buf_done(&remarks);
    return buf_str(picture);
}

static const char head[] = "set encoding utf8\n"
                           "set terminal svg noenhanced size 500,500\n"
                           "set output \"./figure.svg\"\n"
                           "unset border; unset tics; unset key\n"
                           "set datafile separator \"\\t\"\n"
                           "set datafile commentschars \"\"\n"
                           "set datafile missing \"NaN\"\n"
                           "set xrange [0:1]; set yrange [0:1]\n";

/* The label as figures have it: clean, without blanks at its ends. */
static struct text_lines attack_line(struct arena *arena, size_t i)
{
    struct text_lines lines = {.count = 0};

    text_wrap(&lines, arena, svg_attack(arena, i, folder), 1e9, 1);
    return lines;
}

/* Asserts that all attacks stand in the picture, in order. */
static void check_texts(struct str svg)
{
    struct arena arena;
    struct str text;
    size_t wrong = 0;

    arena_init(&arena);
    for (size_t i = 0; i < ATTACKS; i++) {
        struct text_lines label = attack_line(&arena, i);
        struct str wanted = label.count > 0 ? label.line[0] : STR("");
        if (!svg_next_text(&arena, &svg, &text) || !str_eq(text, wanted))
            wrong++;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_FALSE(svg_next_text(&arena, &svg, &text));
    arena_done(&arena);
}

static void attacks_in_scripts(void)
{
    struct buf script, data, picture;
    struct arena arena;

    if (!enter())
        return;
    arena_init(&arena);
    buf_init(&script, 4 << 20);
    buf_init(&data, 100);
    buf_add_text(&script, head);
    for (size_t i = 0; i < ATTACKS; i++) {
        struct text_lines label = attack_line(&arena, i);
        gp_set_lines(&script, "label", &label);
        buf_printf(&script, "set label %zu label at 0.5, 0.5\n", i + 1);
    }
    buf_add_text(&script, "plot 2\n");
    check_texts(draw_own(&script, &data, 0, &picture));
    buf_done(&picture);
    buf_done(&data);
    buf_done(&script);
    arena_done(&arena);
    leave(0);
}

static void attacks_in_data(const char *plot)
{
    struct buf script, data, picture;
    struct arena arena;

    if (!enter())
        return;
    arena_init(&arena);
    buf_init(&script, 10000);
    buf_init(&data, 4 << 20);
    buf_add_text(&script, head);
    buf_add_text(&script, "stats \"./figure.dat\" using 2 nooutput\n"
                          "print sprintf(\"%d rows\", STATS_records)\n");
    buf_add_text(&script, plot);
    for (size_t i = 0; i < ATTACKS; i++) {
        struct text_lines label = attack_line(&arena, i);
        gp_cell(&data, &label);
        buf_printf(&data, "\t%g\n", (double)i / ATTACKS);
    }
    check_texts(draw_own(&script, &data, ATTACKS, &picture));
    buf_done(&picture);
    buf_done(&data);
    buf_done(&script);
    arena_done(&arena);
    leave(0);
}

static void attacks_as_labels(void)
{
    attacks_in_data("plot \"./figure.dat\" using 2:2:1 with labels\n");
}

static void attacks_as_tics(void)
{
    attacks_in_data("set ytics; set lmargin at screen 0.5\n"
                    "plot \"./figure.dat\" using 2:2:ytic(1) with points\n");
}

/* Where libxml2's checker is installed. */
static void check_well_formed(const char *name)
{
    const char *const argv[] = {"xmllint", "--noout", name, NULL};
    const char *const variables[] = {"PATH=/usr/bin:/bin", NULL};
    char program[PATH_MAX];
    struct err err = {ERR_NONE, ""};
    struct buf messages;
    struct spawn spawn = {
        .program = program,
        .argv = argv,
        .environ = variables,
        .seconds = 20,
    };

    if (!spawn_find("xmllint", program, sizeof(program)))
        return;
    buf_init(&messages, 1000);
    spawn_run(&spawn, &messages, &err);
    CHECK_TEXT(err.text, "");
    CHECK_TEXT(buf_str(&messages).ptr, "");
    buf_done(&messages);
}

static void make_hostile(struct result *result, struct arena *arena)
{
    const char *attack =
        arena_printf(arena,
                     "`touch %s/" SVG_MARK "`\"'; system(\"touch %s/" SVG_MARK
                     "\") #{@x}\n!touch %s/" SVG_MARK "\n",
                     folder, folder, folder);

    result->view.title = attack;
    result->view.unit_line = attack;
    result->provenance.program = attack;
    result->provenance.command_line = attack;
    for (size_t i = 0; i < result->column_count; i++)
        if (strcmp(result->columns[i].name, "amount") == 0)
            result->columns[i].unit = attack;
    view_add_foot(&result->view, &result->arena, "%s",
                  arena_printf(arena, "Source: %s", attack));
}

static void check_hostile(struct result *result, enum figure_kind kind,
                          const char *size)
{
    struct err err = {ERR_NONE, ""};
    char name[40];

    for (size_t i = 0; i < CASE_FORMATS; i++) {
        snprintf(name, sizeof(name), "`touch " SVG_MARK "`'.%s",
                 case_formats[i]);
        CU_ASSERT(case_draw(result, kind, size, name, &err));
        CHECK_TEXT(err.text, "");
        if (strcmp(case_formats[i], "svg") == 0)
            check_well_formed(name);
    }
    CU_ASSERT(case_draw(result, kind, size, "|touch " SVG_MARK ";.gp", &err));
    result_free(result);
    leave(CASE_FORMATS + 2);
}

/* What a font might lack is left out. */
static bool is_common(struct str text)
{
    return str_find(text, STR("\u5927")) < 0;
}

static void hostile_ranking(void)
{
    struct result *result;
    struct arena arena;

    if (!enter())
        return;
    arena_init(&arena);
    result = case_ranking();
    for (size_t i = 0; i < 60; i++) {
        struct str name = svg_attack(&arena, i, folder);
        if (is_common(name))
            case_add_bar(result, name, STR("World"), 100, 100, 90);
    }
    char *deep = arena_alloc(&arena, 100001, 1);
    memset(deep, '{', 100000);
    case_add_bar(result, str_from(deep), STR("World"), 100, CASE_NONE, 90);
    make_hostile(result, &arena);
    check_hostile(result, FIGURE_RANKING, "50x50");
    arena_done(&arena);
}

static void hostile_series(void)
{
    struct result *result;
    struct arena arena;

    if (!enter())
        return;
    arena_init(&arena);
    result = case_series();
    for (size_t i = 0; i < 12; i++) {
        struct str name = svg_attack(&arena, i, folder);
        case_add_year(result, "", 2001, 5, CASE_NONE);
        *case_cell(result, "supplier") = value_text(name);
    }
    make_hostile(result, &arena);
    check_hostile(result, FIGURE_SERIES, "50x50");
    arena_done(&arena);
}

static const struct tap_case cases[] = {
    {"attacks in scripts", attacks_in_scripts},
    {"attacks in data, drawn as labels", attacks_as_labels},
    {"attacks in data, drawn as tic labels", attacks_as_tics},
    {"a hostile ranking in every format", hostile_ranking},
    {"a hostile series in every format", hostile_series},
};

int main(void)
{
    return TAP_RUN("figure_draw", cases);
}
