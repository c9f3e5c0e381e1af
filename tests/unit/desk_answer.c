/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "analysis/factsheet.h"
#include "analysis/partners.h"
#include "analysis/rank.h"
#include "base/buf.h"
#include "desk.h"
#include "output/emit.h"
#include "output/print.h"
#include "tap.h"

struct result *desk_answer(struct desk *desk, enum desk_command command,
                           struct err *err)
{
    const struct study *study = &desk->study;
    switch (command) {
    case FACTSHEET:
        return factsheet_result(study, &desk->question, err);
    case PARTNERS:
        return partners_result(study, &desk->question, desk->world, err);
    default:
        return rank_result(study, &desk->question, &desk->other,
                           desk->other ? 1 : 0, err);
    }
}

char *desk_print(struct result *result, const char *format)
{
    const struct emit_options options = {0};
    struct err err = {0};
    enum format asked;
    char *text = NULL;
    size_t len;
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    CU_ASSERT_FATAL(format_from_word(str_from(format), &asked));
    FILE *out = open_memstream(&text, &len);
    CU_ASSERT_PTR_NOT_NULL_FATAL(out);
    const struct result *results[] = {result};
    CU_ASSERT(emit_results(out, asked, results, 1, &options, &err));
    CHECK_TEXT(err.text, "");
    fclose(out);
    result_free(result);
    return text;
}

char *desk_text(struct desk *desk, enum desk_command command,
                const char *format)
{
    struct err err = {0};
    struct result *result = desk_answer(desk, command, &err);
    CHECK_TEXT(err.text, "");
    return desk_print(result, format);
}

const char *desk_cell(struct result *result, size_t row, const char *column)
{
    size_t at = result_find_column(result, column);
    if (at == SIZE_MAX || row >= result->row_count)
        return NULL;
    struct buf buf;
    buf_init(&buf, 1000);
    print_exact(&buf, result->columns[at].kind, &result_row(result, row)[at]);
    const char *text = arena_str(&result->arena, buf_str(&buf)).ptr;
    buf_done(&buf);
    return text;
}

size_t desk_row(struct result *result, const char *column, const char *text)
{
    for (size_t i = 0; i < result->row_count; i++) {
        const char *cell = desk_cell(result, i, column);
        if (cell && strcmp(cell, text) == 0)
            return i;
    }
    return SIZE_MAX;
}

static bool next_line(struct str *rest, struct str *line)
{
    if (!rest->ptr || rest->len == 0)
        return false;
    *line = str_cut(rest, '\n');
    return true;
}

static void report(const char *what, struct str line, const char *file, int at)
{
    char text[600];
    snprintf(text, sizeof text, "%s: \"%.*s\"", what, STR_ARG(line));
    CU_assertImplementation(CU_FALSE, (unsigned)at, text, file, "", CU_FALSE);
}

static void check_lines(const char *text, const char *expected,
                        const char *file, int at)
{
    struct str rest = str_from(text ? text : "");
    struct str wanted = str_from(expected);
    struct str want, line;
    bool skips = false;
    while (next_line(&wanted, &want)) {
        if (str_eq(want, STR("..."))) {
            skips = true;
            continue;
        }
        bool there = next_line(&rest, &line);
        struct str first = line;
        while (there && skips && !str_eq(line, want))
            there = next_line(&rest, &line);
        if (!there || !str_eq(line, want)) {
            report("wanted", want, file, at);
            if (there || skips)
                report("there is", skips ? first : line, file, at);
        }
        skips = false;
    }
    if (!skips && next_line(&rest, &line))
        report("one line more", line, file, at);
    CU_PASS("lines compared");
}

void desk_check_result(struct result *result, const char *format,
                       const char *lines, const char *file, int line)
{
    char *text = desk_print(result, format);
    check_lines(text, lines, file, line);
    free(text);
}

void desk_check_answer(struct desk *desk, enum desk_command command,
                       const char *format, const char *lines, const char *file,
                       int line)
{
    char *text = desk_text(desk, command, format);
    check_lines(text, lines, file, line);
    free(text);
}

void desk_check_cell(struct desk *desk, enum desk_command command, size_t row,
                     const char *column, const char *text, const char *file,
                     int line)
{
    struct err err = {0};
    struct result *result = desk_answer(desk, command, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    tap_check_text(desk_cell(result, row, column), text, column, file, line);
    result_free(result);
}

void desk_check_refused(struct desk *desk, enum desk_command command,
                        const char *text, const char *file, int line)
{
    struct err err = {0};
    CU_ASSERT_PTR_NULL(desk_answer(desk, command, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    tap_check_text(err.text, text, "the refusal", file, line);
}
