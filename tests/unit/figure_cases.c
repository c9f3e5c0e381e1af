/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "figure_cases.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/output.h"
#include "figure/gnuplot.h"
#include "scratch.h"
#include "tap.h"

static const struct column ranking[] = {
    {"release_year", KIND_YEAR, "", ""},
    {"supplier", KIND_TEXT, "", ""},
    {"recipient", KIND_TEXT, "", ""},
    {"category", KIND_TEXT, "", ""},
    {"year_from", KIND_YEAR, "", ""},
    {"year_to", KIND_YEAR, "", ""},
    {"unit", KIND_TEXT, "", ""},
    {"amount", KIND_AMOUNT, "tiv_million", ""},
    {"share_world_pct", KIND_SHARE, "per cent", ""},
    {"share_supplier_pct", KIND_SHARE, "per cent", ""},
    {"share_recipient_pct", KIND_SHARE, "per cent", ""},
    {"previous_from", KIND_YEAR, "", ""},
    {"previous_to", KIND_YEAR, "", ""},
    {"previous_amount", KIND_AMOUNT, "tiv_million", ""},
    {"previous_share_world_pct", KIND_SHARE, "per cent", ""},
    {"previous_share_supplier_pct", KIND_SHARE, "per cent", ""},
    {"previous_share_recipient_pct", KIND_SHARE, "per cent", ""},
};

static const struct column series[] = {
    {"release_year", KIND_YEAR, "", ""},
    {"supplier", KIND_TEXT, "", ""},
    {"recipient", KIND_TEXT, "", ""},
    {"year_from", KIND_YEAR, "", ""},
    {"year_to", KIND_YEAR, "", ""},
    {"amount", KIND_AMOUNT, "tiv_million", ""},
    {"trailing_mean", KIND_AMOUNT, "tiv_million", ""},
};

static struct result *new_result(const char *command,
                                 const struct column *columns, size_t count)
{
    struct result *result = result_new(command);

    for (size_t i = 0; i < count; i++)
        result_add_column(result, columns[i].name, columns[i].kind,
                          columns[i].unit, "");
    result->view.title = "Deliveries of major arms";
    result->view.unit_line = "Volume of deliveries, TIV million";
    view_add_foot(&result->view, &result->arena, "World: all recorded.");
    view_add_foot(&result->view, &result->arena,
                  "Source: An Invented Database, release of March 2024.");
    result->provenance.program = "armstats 0";
    result->provenance.command_line = "armstats rank \"x\"";
    return result;
}

struct value *case_cell(struct result *result, const char *column)
{
    size_t index = result_find_column(result, column);

    CU_ASSERT_NOT_EQUAL_FATAL(index, SIZE_MAX);
    return &result
                ->cells[(result->row_count - 1) * result->column_count + index];
}

static struct value units(int number)
{
    return number == CASE_NONE ? value_null(REASON_NO_RECORD)
                               : value_amount(number * AMOUNT_ONE);
}

static struct value tenths(int number)
{
    return number == CASE_NONE ? value_null(REASON_NO_RECORD)
                               : value_ratio(number, 1000);
}

struct result *case_ranking(void)
{
    return new_result("rank", ranking, sizeof(ranking) / sizeof(ranking[0]));
}

struct value *case_add_bar(struct result *result, struct str supplier,
                           struct str recipient, int amount_units, int share,
                           int previous_share)
{
    struct value *row = result_add_row(result);

    *case_cell(result, "release_year") = value_integer(2024);
    *case_cell(result, "supplier") =
        value_text(arena_str(&result->arena, supplier));
    *case_cell(result, "recipient") =
        value_text(arena_str(&result->arena, recipient));
    *case_cell(result, "category") = value_word("All");
    *case_cell(result, "year_from") = value_integer(2019);
    *case_cell(result, "year_to") = value_integer(2023);
    *case_cell(result, "unit") = value_word("tiv_million");
    *case_cell(result, "amount") = units(amount_units);
    *case_cell(result, "share_world_pct") = tenths(share);
    *case_cell(result, "previous_from") = value_integer(2014);
    *case_cell(result, "previous_to") = value_integer(2018);
    *case_cell(result, "previous_share_world_pct") = tenths(previous_share);
    result->listed = result->row_count;
    return row;
}

struct result *case_series(void)
{
    return new_result("series", series, sizeof(series) / sizeof(series[0]));
}

struct value *case_add_year(struct result *result, const char *supplier,
                            int year, int amount_units, int mean)
{
    struct value *row = result_add_row(result);

    *case_cell(result, "release_year") = value_integer(2024);
    *case_cell(result, "supplier") =
        value_text(arena_str(&result->arena, str_from(supplier)));
    *case_cell(result, "recipient") = value_word("World");
    *case_cell(result, "year_from") = value_integer(year);
    *case_cell(result, "year_to") = value_integer(year);
    *case_cell(result, "amount") = units(amount_units);
    *case_cell(result, "trailing_mean") = units(mean);
    result->listed = result->row_count;
    return row;
}

bool case_draw(const struct result *result, enum figure_kind kind,
               const char *size, const char *path, struct err *err)
{
    struct outputs *outputs = outputs_new(true);
    struct buf remarks;
    struct figure_options options = {
        .kind = kind,
        .size = size,
        .template_dir = SOURCEDIR "/plots",
        .remarks = &remarks,
    };

    buf_init(&remarks, 4000);
    bool done = figure_draw(result, &options, path, outputs, err) &&
                outputs_commit(outputs, err);
    outputs_free(outputs);
    CHECK_TEXT(buf_str(&remarks).ptr, "");
    buf_done(&remarks);
    return done;
}

void case_check_refused(const struct result *result, enum figure_kind kind,
                        const char *size, enum err_kind expected,
                        const char *text)
{
    struct err err = {ERR_NONE, ""};

    scratch_enter();
    CU_ASSERT_FALSE(case_draw(result, kind, size, "x.gp", &err));
    CU_ASSERT_EQUAL(err.kind, expected);
    CHECK_TEXT(err.text, text);
    CU_ASSERT_EQUAL(scratch_count(), 0);
    scratch_leave();
}

const char *const case_formats[CASE_FORMATS] = {"pdf", "svg", "png", "eps"};

bool case_enter(void)
{
    char path[PATH_MAX];
    struct err err = {ERR_NONE, ""};

    if (!gnuplot_find(path, sizeof(path), &err) || access(path, X_OK) != 0) {
        tap_skip("gnuplot is not installed");
        return false;
    }
    scratch_enter();
    CU_ASSERT_PTR_NOT_NULL_FATAL(getcwd(path, sizeof(path)));
    setenv("TMPDIR", path, 1);
    return true;
}

void case_leave(size_t names)
{
    CU_ASSERT_EQUAL(scratch_count(), names);
    unsetenv("TMPDIR");
    scratch_leave();
}

char *case_file(const char *name, size_t *len)
{
    FILE *file = fopen(name, "rb");
    char *text = NULL;

    *len = 0;
    if (!file)
        return NULL;
    if (fseek(file, 0, SEEK_END) == 0 && ftell(file) >= 0) {
        size_t size = (size_t)ftell(file);
        rewind(file);
        text = calloc(size + 1, 1);
        CU_ASSERT_PTR_NOT_NULL_FATAL(text);
        *len = fread(text, 1, size, file);
    }
    fclose(file);
    return text;
}
