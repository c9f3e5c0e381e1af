/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "hostile.h"

#include "base/utf8.h"
#include "output/latex.h"
#include "views.h"

const struct str hostile_texts[] = {
    STR("=1+1"),
    STR("=HYPERLINK(\"http://x\")"),
    STR("+1"),
    STR("+x"),
    STR("-1"),
    STR("-x"),
    STR("@SUM(A1)"),
    STR("\t=1"),
    STR("\r=1"),
    STR("\n=1"),
    STR("-1.5e3"),
    STR("0042"),
    STR("$(rm)"),
    STR("`rm`"),
    STR("a\"b,c\nd"),
    STR("\""),
    STR("\"\""),
    STR(","),
    STR("a\r\nb"),
    STR("a\rb"),
    STR("a\tb"),
    STR("a\\tb"),
    STR("a\\"),
    STR("\n"),
    STR(""),
    STR(" "),
    STR(" lead"),
    STR("trail "),
    STR("\\input{x}"),
    STR("\\end{tabular}"),
    STR("\\\\"),
    STR("[x]"),
    STR("*"),
    STR("*x"),
    STR("[4ex]"),
    STR("<script>alert(1)</script>"),
    STR("<!-- x -->"),
    STR("-->"),
    STR("--!>"),
    STR("&amp;"),
    STR("|"),
    STR("a|b||c"),
    STR("\\|"),
    STR("\u202eevil"),
    STR("\u2066evil"),
    STR("\u2028"),
    STR("\033[2J"),
    STR("\033]0;title\a"),
    STR("\302\2332J"),
    STR("\x7f"),
    STR("\b\v\f"),
    STR("\xff\xfe"),
    STR("caf\xe9"),
    STR("\xf0\x9f"),
    STR("\xed\xa0\x80"),
    STR("a\0b"),
    STR("%"),
    STR("50 % of"),
    STR("#"),
    STR("&"),
    STR("_"),
    STR("^"),
    STR("^^M"),
    STR("~"),
    STR("{"),
    STR("}"),
    STR("$x$"),
    STR("--"),
    STR("---"),
    STR("\u2013\u2013-"),
    STR("\u2212x"),
    STR("'"),
    STR("''"),
    STR(",,"),
    STR("<<"),
    STR("?`"),
    STR("1. x"),
    STR("1) x"),
    STR("- x"),
    STR("+ x"),
    STR("-"),
    STR("# x"),
    STR("> x"),
    STR("    x"),
    STR("**x** _y_ ~~z~~"),
    STR("[x](http://y)"),
    STR("![x](y)"),
    STR("\u0130stanbul"),
    STR("\u0141\u00f3d\u017a"),
    STR("\u201cquoted\u201d"),
    STR("\u4e2d\u56fd"),
    STR("Vi\u1ec7t Nam"),
    STR("null"),
    STR("true"),
    STR("NaN"),
    STR("\xef\xbb\xbfname"),
    STR("C\u00f4te d'Ivoire"),
    STR("Houthi rebels (Yemen)*"),
    STR("NATO**"),
};

const size_t hostile_count = VIEWS_LENGTH(hostile_texts);

#define TITLE "[T] \\input{x} $(rm) 100% #1 & _ ^ ~ | <b> `x` * --> \033[2J"

static void fill_provenance(struct result *result)
{
    static const struct left_out left_out[] = {{"bad \"year\"\n", 3}};
    static const struct provenance_file files[] = {
        {.name = "a -->\n\\input{x}.csv",
         .sha256 = "0123abcd",
         .layout = "SIPRI \"register\"",
         .generated = "2024-04-13",
         .rows_read = 12,
         .rows_used = 9,
         .left_out = left_out,
         .left_out_count = 1},
        {.name = "b.csv",
         .size = 20000000,
         .sha256 = "4567",
         .hashed = HASHED_ENDS,
         .layout = "tidy",
         .generated = ""},
    };
    result->provenance = (struct provenance){
        .program = "armstats 0.1.0",
        .command_line = "armstats rank --years 2018-22 'x --> y' \n\\evil",
        .release = "March 2024",
        .universe = "all <recorded> deliveries",
        .files = files,
        .file_count = VIEWS_LENGTH(files)};
}

static void add_columns(struct result *result)
{
    result_add_column(result, "name", KIND_TEXT, "", "A \"name\".");
    result_add_column(result, "amount", KIND_AMOUNT, "tiv_million", "Volume.");
    result_add_column(result, "share_pct", KIND_SHARE, "per cent", "Share.");
    result_add_column(result, "note", KIND_TEXT, "", "");
    view_texts(result, 5, 0, TITLE);
    view_figures(result, KIND_AMOUNT, 5, 2, NULL, NULL, "TIV m");
    view_figures(result, KIND_SHARE, 5, 2, NULL, "Share", "%");
    view_texts(result, 5, 2, "*Note [x]")->flexible = true;
    view_span(result, 0, 1, 2, 0, "2018–22 & more");
}

static void fill(struct value *cells, size_t i)
{
    cells[0] = value_text(hostile_texts[i]);
    cells[1] = value_amount((amount)i * AMOUNT_ONE + AMOUNT_ONE / 2);
    cells[2] = value_ratio((amount)i, 1000);
    cells[3] = value_text(hostile_texts[i]);
}

static bool is_latin(struct arena *arena, struct str text)
{
    return latex_is_latin(utf8_harmless(arena, text));
}

struct result *hostile_result(bool latin)
{
    struct result *result = view_titled("rank", TITLE, TITLE);
    fill_provenance(result);
    add_columns(result);
    for (size_t i = 0; i < hostile_count; i++) {
        if (latin && !is_latin(&result->arena, hostile_texts[i]))
            continue;
        fill(result_add_row(result), i);
        fill(view_row(result, VIEW_ENTRY), i);
    }
    result_add_note(result, "%s", TITLE);
    view_foot(result, TITLE);
    view_foot(result, "* note");
    view_foot(result, "[note]");
    result->sentence = TITLE;
    return result;
}
