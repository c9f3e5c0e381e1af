/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/latex.h"

#include <string.h>

#include "output/comment.h"
#include "output/print.h"

struct writer {
    FILE *out;
    struct arena *arena;
    const struct view *view;
    bool latin; /* so far */
};

static void write_text(struct writer *writer, struct str text)
{
    struct str escaped = latex_escape(writer->arena, text);
    fwrite(escaped.ptr, 1, escaped.len, writer->out);
    writer->latin = writer->latin && latex_is_latin(escaped);
}

/* At the start of a row, which is behind a \\, a [ would begin an option and
 * a * would be eaten. */
static void write_cell_text(struct writer *writer, size_t column,
                            struct str text)
{
    if (column == 0 && text.len > 0 && strchr("[*", text.ptr[0]))
        fputs("{}", writer->out);
    write_text(writer, text);
}

/* \raggedright in the last cell has given \\ another meaning. */
static void end_row(const struct writer *writer)
{
    const struct view *view = writer->view;
    bool ragged = view->columns[view->column_count - 1].flexible;
    fputs(ragged ? " \\tabularnewline\n" : " \\\\\n", writer->out);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The blanks that group digits as U+202F, so that they are thin and do not
 * break. */
static struct str thin_blanks(struct arena *arena, struct str number)
{
    const char *text = "";
    size_t from = 0;
    for (size_t i = 1; i + 1 < number.len; i++) {
        if (number.ptr[i] != ' ' || !is_digit(number.ptr[i - 1]) ||
            !is_digit(number.ptr[i + 1]))
            continue;
        text = arena_printf(arena, "%s%.*s\u202f", text, (int)(i - from),
                            number.ptr + from);
        from = i + 1;
    }
    number = str_skip(number, from);
    return str_from(arena_printf(arena, "%s%.*s", text, STR_ARG(number)));
}

static void write_cell(struct writer *writer, size_t column,
                       const struct value *value)
{
    enum kind kind = writer->view->columns[column].kind;
    struct str text = print_text(writer->arena, kind, value);
    if (writer->view->columns[column].flexible && text.len > 0)
        fputs("\\raggedright ", writer->out);
    if (value->type == VALUE_TEXT) {
        write_cell_text(writer, column, text);
        return;
    }
    write_cell_text(writer, column, thin_blanks(writer->arena, text));
    if (print_tail(kind, value, text) == PRINT_FRACTION)
        fputs("\\phantom{.0}", writer->out);
}

static const struct view_span *span_at(const struct view *view, size_t line,
                                       size_t first)
{
    for (size_t i = 0; i < view->span_count; i++)
        if (view->spans[i].line == line && view->spans[i].first == first)
            return &view->spans[i];
    return NULL;
}

static bool has_heads(const struct view *view, size_t line)
{
    for (size_t i = 0; i < view->column_count; i++)
        if (view->columns[i].head[line] || span_at(view, line, i))
            return true;
    return false;
}

/* A rule under each head over several columns, below its last line. */
static void write_span_rules(struct writer *writer, size_t line)
{
    const struct view *view = writer->view;
    for (size_t i = 0; i < view->span_count; i++) {
        const struct view_span *span = &view->spans[i];
        const struct view_span *below = span_at(view, line + 1, span->first);
        if (span->line != line || span->first == span->last ||
            (below && below->last == span->last))
            continue;
        fprintf(writer->out, "    \\cmidrule(lr){%zu-%zu}\n", span->first + 1,
                span->last + 1);
    }
}

static void write_head_line(struct writer *writer, size_t line)
{
    const struct view *view = writer->view;
    fputs("    ", writer->out);
    for (size_t i = 0; i < view->column_count; i++) {
        const struct view_span *span = span_at(view, line, i);
        const char *head = view->columns[i].head[line];
        if (i > 0)
            fputs(" & ", writer->out);
        if (span) {
            fprintf(writer->out, "\\multicolumn{%zu}{c}{",
                    span->last - span->first + 1);
            write_text(writer, str_from(span->text));
            putc('}', writer->out);
            i = span->last;
        } else if (head) {
            write_cell_text(writer, i, str_from(head));
        }
    }
    end_row(writer);
    write_span_rules(writer, line);
}

static void write_row(struct writer *writer, size_t row)
{
    const struct view *view = writer->view;
    if (view_row_is_blank(view, row)) {
        fputs("    \\addlinespace\n", writer->out);
        return;
    }
    if (view->rows[row].role == VIEW_RULE) {
        if (row > 0 && row + 1 < view->row_count)
            fputs("    \\midrule\n", writer->out);
        return;
    }
    fputs("    ", writer->out);
    for (size_t i = 0; i < view->column_count; i++) {
        if (i > 0)
            fputs(" & ", writer->out);
        write_cell(writer, i, &view->rows[row].cells[i]);
    }
    end_row(writer);
}

static void write_tabular(struct writer *writer)
{
    const struct view *view = writer->view;
    fputs("  \\begin{tabular}{", writer->out);
    for (size_t i = 0; i < view->column_count; i++) {
        const struct view_column *column = &view->columns[i];
        if (column->flexible)
            fputs("p{0.38\\linewidth}", writer->out);
        else
            putc(column->align == ALIGN_RIGHT ? 'r' : 'l', writer->out);
    }
    fputs("}\n    \\toprule\n", writer->out);
    for (size_t line = 0; line < VIEW_HEAD_LINES; line++)
        if (has_heads(view, line))
            write_head_line(writer, line);
    fputs("    \\midrule\n", writer->out);
    for (size_t row = 0; row < view->row_count; row++)
        write_row(writer, row);
    fputs("    \\bottomrule\n  \\end{tabular}\n", writer->out);
}

static void write_caption(struct writer *writer, const char *command,
                          size_t number)
{
    const struct view *view = writer->view;
    fputs("  \\caption{", writer->out);
    if (view->title)
        write_text(writer, str_from(view->title));
    if (view->title && view->unit_line)
        fputs(". ", writer->out);
    if (view->unit_line)
        write_text(writer, str_from(view->unit_line));
    fprintf(writer->out, "}\n  \\label{tab:%s", command);
    if (number > 1)
        fprintf(writer->out, "-%zu", number);
    fputs("}\n", writer->out);
}

static void write_foot(struct writer *writer)
{
    const struct view *view = writer->view;
    if (view->foot_count == 0)
        return;
    fputs("\n  \\smallskip\n"
          "  \\begin{minipage}{\\linewidth}\\footnotesize\n",
          writer->out);
    for (size_t i = 0; i < view->foot_count; i++) {
        fputs("    ", writer->out);
        write_text(writer, str_from(view->foot[i]));
        fputs("\\par\n", writer->out);
    }
    fputs("  \\end{minipage}\n", writer->out);
}

void latex_write(FILE *out, const struct result *result, size_t number)
{
    struct arena arena;
    struct writer writer = {out, &arena, &result->view, true};
    arena_init(&arena);
    struct str comment = comment_text(&arena, &result->provenance);
    if (comment.len > 0)
        fprintf(out, "%% %.*s\n", STR_ARG(comment));
    /* Nine columns fit the text width of an ordinary page like this. */
    fputs("\\begin{table}\n  \\centering\\small\n"
          "  \\setlength{\\tabcolsep}{3pt}\n",
          out);
    write_caption(&writer, result->command, number);
    if (result->view.column_count > 0)
        write_tabular(&writer);
    write_foot(&writer);
    fputs("\\end{table}\n", out);
    if (!writer.latin)
        fputs("% Not all of these characters are in pdflatex's fonts: use "
              "lualatex.\n",
              out);
    arena_done(&arena);
}
