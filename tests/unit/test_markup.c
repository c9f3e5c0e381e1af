/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown and LaTeX: what was escaped is decoded and compared, and LaTeX is
 * compiled where there is a pdflatex. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/spawn.h"
#include "base/utf8.h"
#include "emitted.h"
#include "hostile.h"
#include "output/latex.h"
#include "output/markdown.h"
#include "scratch.h"
#include "tap.h"
#include "views.h"

static void check_holds(const char *text, const char *part)
{
    if (!strstr(text, part))
        printf("# missing '%s'\n", part);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, part));
}

/* What a reader of the Markdown sees; false for a mark that is not escaped.
 * Line ends are read as LF. */
static bool markdown_decode(struct buf *buf, struct str text)
{
    while (text.len > 0) {
        char c = text.ptr[0];
        if (str_starts(text, STR("<br>"))) {
            buf_add_char(buf, '\n');
            text = str_skip(text, 4);
            continue;
        }
        if (c == '\\') {
            text = str_skip(text, 1);
            if (text.len == 0)
                return false;
            c = text.ptr[0];
        } else if (strchr("`*_[]<>&|#~$", c)) {
            return false;
        }
        buf_add_char(buf, c);
        text = str_skip(text, 1);
    }
    return true;
}

/* The text as it should be seen: line ends as LF, other control characters
 * made visible, no blanks at the ends. */
static struct str seen(struct arena *arena, struct str text)
{
    struct buf buf;
    buf_init(&buf, 1000);
    while (text.len > 0) {
        struct str line = {text.ptr, 0};
        while (line.len < text.len && line.ptr[line.len] != '\r' &&
               line.ptr[line.len] != '\n')
            line.len++;
        buf_add(&buf, utf8_harmless(arena, line));
        text = str_skip(text, line.len);
        if (text.len > 0) {
            buf_add_char(&buf, '\n');
            text = str_skip(text, str_starts(text, STR("\r\n")) ? 2 : 1);
        }
    }
    struct str copy = arena_str(arena, str_trim(buf_str(&buf)));
    buf_done(&buf);
    return copy;
}

static void test_markdown_escape(void)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < hostile_count; i++) {
        struct str escaped = markdown_escape(&arena, hostile_texts[i]);
        struct buf buf;
        buf_init(&buf, 1000);
        CU_ASSERT_TRUE(markdown_decode(&buf, escaped));
        CHECK_TEXT(arena_str(&arena, buf_str(&buf)).ptr,
                   seen(&arena, hostile_texts[i]).ptr);
        CU_ASSERT_EQUAL(utf8_valid_prefix(escaped), escaped.len);
        buf_done(&buf);
    }
    CHECK_TEXT(markdown_escape(&arena, STR("1. x")).ptr, "1\\. x");
    CHECK_TEXT(markdown_escape(&arena, STR("12)")).ptr, "12\\)");
    CHECK_TEXT(markdown_escape(&arena, STR("1.5")).ptr, "1.5");
    CHECK_TEXT(markdown_escape(&arena, STR("- x")).ptr, "\\- x");
    CHECK_TEXT(markdown_escape(&arena, STR("---")).ptr, "\\---");
    CHECK_TEXT(markdown_escape(&arena, STR("+17")).ptr, "+17");
    CHECK_TEXT(markdown_escape(&arena, STR("a\nb")).ptr, "a<br>b");
    arena_done(&arena);
}

/* Bars that are not escaped. */
static size_t count_bars(struct str line)
{
    size_t count = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] == '\\')
            i++;
        else
            count += line.ptr[i] == '|';
    }
    return count;
}

static void test_markdown_cells(void)
{
    char *text = emitted_once(FORMAT_MARKDOWN, hostile_result(false));
    struct str rest = str_from(text);
    struct str line;
    size_t lines = 0;
    size_t rules = 0;
    while (next_line(&rest, &line)) {
        if (line.len == 0 || line.ptr[0] != '|') {
            CU_ASSERT_EQUAL(count_bars(line), 0);
            continue;
        }
        CU_ASSERT_EQUAL(count_bars(line), 5);
        rules += str_eq(line, STR("|:---|---:|---:|:---|"));
        lines++;
    }
    CU_ASSERT_EQUAL(lines, hostile_count + 2);
    CU_ASSERT_EQUAL(rules, 1);
    CU_ASSERT_PTR_NULL(strchr(text, '\033'));
    free(text);
}

/* One comment, which ends where it should. */
static void test_markdown_comment(void)
{
    char *text = emitted_once(FORMAT_MARKDOWN, hostile_result(false));
    const char *comment = strstr(text, "\n<!-- ");
    CU_ASSERT_PTR_NOT_NULL_FATAL(comment);
    CHECK_TEXT(
        comment,
        "\n<!-- armstats 0.1.0: armstats rank --years 2018-22 "
        "'x --&gt; y' \\x0a\\evil; a --&gt;\\x0a\\input{x}.csv sha256 "
        "0123abcd; b.csv sha256 4567 of the first and last MiB of 20000000 "
        "bytes -->\n");
    CU_ASSERT_TRUE(strncmp(text, "**\\[T\\] \\\\input{x} \\$(rm) 100%", 30) ==
                   0);
    free(text);
}

static void test_markdown_shape(void)
{
    char *text = emitted_once(FORMAT_MARKDOWN, view_factsheet());
    check_holds(text,
                "**The 25 largest exporters of major arms and their main "
                "recipients, 2019–23**\n\nShares and changes are of volume "
                "(TIV), not of money; all figures in per cent\n\n"
                "| Rank | Exporter | Share of world exports 19–23 | Share of "
                "world exports 14–18 | Change 14–18 to 19–23 | Main "
                "recipients, and their share of the exporter's deliveries, "
                "2019–23 |\n|---:|:---|---:|---:|---:|:---|\n"
                "| 1 | United States | 42 | 34 | +17 | Saudi Arabia 15, Japan "
                "9.5, Qatar 8.2 |\n");
    check_holds(text,
                "| 22 | Belgium | 0.3 | \\<0.05 | +430 | Saudi Arabia 38, "
                "Canada 25, Pakistan 22 |\n"
                "| 25 | Iran | 0.2 | 0.1 | +276 | Russia 75, Venezuela 16, "
                "Houthi rebels (Yemen)\\* 7.4 |\n"
                "|  | 43 others | 1.9 | 2.1 |  |  |\n"
                "|  | World | 100 | 100 | −3.3 |  |\n\nWorld: all");
    check_holds(text, "\n\nSource: SIPRI Arms Transfers Database, release of "
                      "March 2024 (trade-register.csv, generated 13 Apr "
                      "2024).\n");
    free(text);
}

/* What LaTeX shows for what stands there. */
static const struct {
    const char *latex;
    const char *text;
} latex_signs[] = {
    {"\\textasciitilde{}", "~"},
    {"\\textasciicircum{}", "^"},
    {"\\textbackslash{}", "\\"},
    {"\\textasciigrave{}", "`"},
    {"\\textgreater{}", ">"},
    {"\\textless{}", "<"},
    {"\\textbar{}", "|"},
    {"\\char34{}", "\""},
    {"\\#", "#"},
    {"\\$", "$"},
    {"\\%", "%"},
    {"\\&", "&"},
    {"\\_", "_"},
    {"\\{", "{"},
    {"\\}", "}"},
    {"\\,", "\u202f"},
    {"{}", ""},
    {"$-$", "\u2212"},
    {"---", "\u2014"},
    {"--", "\u2013"},
    {"''", "\u201d"},
    {",,", "\u201e"},
    {"~", "\u00a0"},
};

/* False where a special sign stands alone. */
static bool latex_decode(struct buf *buf, struct str text)
{
    while (text.len > 0) {
        size_t i = 0;
        while (i < VIEWS_LENGTH(latex_signs) &&
               !str_starts(text, str_from(latex_signs[i].latex)))
            i++;
        if (i < VIEWS_LENGTH(latex_signs)) {
            buf_add_text(buf, latex_signs[i].text);
            text = str_skip(text, strlen(latex_signs[i].latex));
            continue;
        }
        if (strchr("\\#$%&_{}^<>|\"`", text.ptr[0]))
            return false;
        buf_add_char(buf, text.ptr[0]);
        text = str_skip(text, 1);
    }
    return true;
}

static void test_latex_escape(void)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < hostile_count; i++) {
        struct str escaped = latex_escape(&arena, hostile_texts[i]);
        struct buf buf;
        buf_init(&buf, 1000);
        CU_ASSERT_TRUE(latex_decode(&buf, escaped));
        CHECK_TEXT(
            arena_str(&arena, buf_str(&buf)).ptr,
            arena_str(&arena, utf8_harmless(&arena, hostile_texts[i])).ptr);
        buf_done(&buf);
    }
    CHECK_TEXT(latex_escape(&arena, STR("---")).ptr, "-{}-{}-");
    CHECK_TEXT(latex_escape(&arena, STR("\u2212"
                                        "7–8"))
                   .ptr,
               "$-$7--8");
    CU_ASSERT_TRUE(latex_is_latin(STR("\u0130stanbul \u2013 \u201cx\u201d")));
    CU_ASSERT_FALSE(latex_is_latin(STR("Vi\u1ec7t Nam")));
    CU_ASSERT_FALSE(latex_is_latin(STR("\u4e2d\u56fd")));
    CU_ASSERT_FALSE(latex_is_latin(STR("\u200b")));
    arena_done(&arena);
}

static void test_latex_shape(void)
{
    char *text = emitted_once(FORMAT_LATEX, view_rank());
    check_holds(text, "\\begin{tabular}{rlrrrrrrr}\n    \\toprule\n");
    check_holds(text,
                "     &  & \\multicolumn{2}{c}{2018--22} & "
                "\\multicolumn{2}{c}{2013--17} & \\multicolumn{2}{c}{2013--17 "
                "to 2018--22} & Rank if \\\\\n"
                "    \\cmidrule(lr){3-4}\n    \\cmidrule(lr){5-6}\n"
                "    \\cmidrule(lr){7-8}\n"
                "     &  &  & Share &  & Share & Volume & Share & one year "
                "\\\\\n"
                "    Rank & Supplier & TIV m & \\% & Rank & \\% & \\% & points "
                "& is out \\\\\n    \\midrule\n"
                "    1 & United States & 56\\,682 & 41\\phantom{.0} & 1 & "
                "33\\phantom{.0} & +18\\phantom{.0} & +7.8 & 1 \\\\\n");
    check_holds(text, "    5 & Germany & 5\\,605 & 4.1 & 5 & 6.0 & "
                      "$-$36\\phantom{.0} & $-$2.0 & 5--6 \\\\\n");
    check_holds(text, "     & World & 138\\,254 & 100\\phantom{.0} &  & "
                      "100\\phantom{.0} & $-$4.3 &  &  \\\\\n"
                      "    \\bottomrule\n");
    check_holds(text, "\\caption{The 10 largest suppliers of major arms, "
                      "2018--22. Volume of deliveries, TIV million");
    check_holds(text, "\\label{tab:rank}\n");
    free(text);
    text = emitted_once(FORMAT_LATEX, view_factsheet());
    /* Two lines over the same columns have one rule. */
    check_holds(text, "\\multicolumn{2}{c}{Share of world} & Change &  "
                      "\\tabularnewline\n"
                      "     &  & \\multicolumn{2}{c}{exports} & 14--18 to & "
                      "Main recipients, and their share of "
                      "\\tabularnewline\n"
                      "    \\cmidrule(lr){3-4}\n     & Exporter");
    check_holds(text, " & \\raggedright India 29, Qatar 17, Egypt 6.4 "
                      "\\tabularnewline\n");
    check_holds(text, "    \\midrule\n     & 43 others");
    free(text);
    text = emitted_once(FORMAT_LATEX, view_trend());
    check_holds(text, "    \\addlinespace\n    Median slope (Sen)");
    free(text);
}

static void test_latex_several(void)
{
    struct result *result = view_rank();
    const struct result *results[] = {result, result};
    char *text = emitted(FORMAT_LATEX, results, 2, (struct emit_options){0});
    check_holds(text, "\\label{tab:rank}\n");
    check_holds(text, "\\end{table}\n\n\\begin{table}\n");
    check_holds(text, "\\label{tab:rank-2}\n");
    free(text);
    result_free(result);
}

static void test_latex_comments(void)
{
    char *text = emitted_once(FORMAT_LATEX, hostile_result(false));
    check_holds(text, "% armstats 0.1.0: armstats rank --years 2018-22 'x --> "
                      "y' \\x0a\\evil; a -->\\x0a\\input{x}.csv sha256 "
                      "0123abcd; b.csv sha256 4567 of the first and last MiB "
                      "of 20000000 bytes\n\\begin{table}\n");
    check_holds(text, "\\end{table}\n% Not all of these characters are in "
                      "pdflatex's fonts: use lualatex.\n");
    check_holds(text, "    {}[x] & ");
    check_holds(text, "    {}* & ");
    free(text);
    text = emitted_once(FORMAT_LATEX, hostile_result(true));
    CU_ASSERT_PTR_NULL(strstr(text, "lualatex"));
    free(text);
}

static void write_document(const char *encoding,
                           const struct result *const *results, size_t count)
{
    struct buf buf;
    char *tables =
        emitted(FORMAT_LATEX, results, count, (struct emit_options){0});
    buf_init(&buf, 1000000);
    buf_printf(&buf,
               "\\documentclass{article}\n\\usepackage[%s]{fontenc}\n"
               "\\usepackage{booktabs}\n\\begin{document}\n"
               "%s\\end{document}\n",
               encoding, tables);
    scratch_text("t.tex", buf.ptr);
    buf_done(&buf);
    free(tables);
}

/* Compiles t.tex as far as the fonts are not needed. */
static void compile(const char *pdflatex)
{
    static const char *const argv[] = {"pdflatex",
                                       "-draftmode",
                                       "-no-shell-escape",
                                       "-interaction=nonstopmode",
                                       "-halt-on-error",
                                       "t.tex",
                                       NULL};
    static const char *const environment[] = {
        "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/nonexistent",
        "LC_ALL=C.UTF-8", NULL};
    struct spawn spawn = {.program = pdflatex,
                          .argv = argv,
                          .environ = environment,
                          .seconds = 60};
    struct err err = {0};
    struct buf messages;
    buf_init(&messages, 1000000);
    bool compiled = spawn_run(&spawn, &messages, &err);
    if (!compiled)
        printf("# %s\n%s\n", err.text, buf_str(&messages).ptr);
    CU_ASSERT_TRUE(compiled);
    buf_done(&messages);
}

static void test_latex_compiles(void)
{
    struct result *results[] = {hostile_result(true), view_rank(),
                                view_factsheet(),     view_partners(),
                                view_trend(),         view_verify()};
    size_t count = VIEWS_LENGTH(results);
    char pdflatex[1000];
    if (spawn_find("pdflatex", pdflatex, sizeof(pdflatex))) {
        scratch_enter();
        write_document("T1", (const struct result *const *)results, count);
        compile(pdflatex);
        write_document("OT1", (const struct result *const *)results, count);
        compile(pdflatex);
        scratch_leave();
    } else {
        tap_skip("no pdflatex");
    }
    for (size_t i = 0; i < count; i++)
        result_free(results[i]);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"Markdown escapes decode", test_markdown_escape},
        {"Markdown has the cells it should", test_markdown_cells},
        {"Markdown comment", test_markdown_comment},
        {"Markdown has the documented shape", test_markdown_shape},
        {"LaTeX escapes decode", test_latex_escape},
        {"LaTeX has the documented shape", test_latex_shape},
        {"several LaTeX tables", test_latex_several},
        {"LaTeX comments and row starts", test_latex_comments},
        {"pdflatex compiles hostile and drawn tables", test_latex_compiles},
    };
    return TAP_RUN("markup", cases);
}
