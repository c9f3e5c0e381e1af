/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/markdown.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "output/comment.h"
#include "output/print.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Whether a blank or the end stands there. */
static bool ends_at(struct str line, size_t at)
{
    return at >= line.len || line.ptr[at] == ' ';
}

/* Where the mark stands that makes a list or a rule of the line, or its
 * length. All other marks that begin a block are escaped anyway. */
static size_t block_mark(struct str line)
{
    size_t at = 0;
    if (line.len > 0 && (line.ptr[0] == '-' || line.ptr[0] == '+'))
        return ends_at(line, 1) || line.ptr[1] == '-' ? 0 : line.len;
    while (at < line.len && is_digit(line.ptr[at]))
        at++;
    bool number =
        at > 0 && at < line.len && (line.ptr[at] == '.' || line.ptr[at] == ')');
    return number && ends_at(line, at + 1) ? at : line.len;
}

static void add_line(struct buf *buf, struct arena *arena, struct str line)
{
    line = utf8_harmless(arena, line);
    size_t mark = block_mark(line);
    for (size_t i = 0; i < line.len; i++) {
        if (i == mark || strchr("\\`*_[]<>&|#~$", line.ptr[i]))
            buf_add_char(buf, '\\');
        buf_add_char(buf, line.ptr[i]);
    }
}

/* Cuts a line off the text; CR LF, CR and LF end one. */
static struct str cut_line(struct str *text, bool *more)
{
    struct str line = {text->ptr, 0};
    while (line.len < text->len && line.ptr[line.len] != '\n' &&
           line.ptr[line.len] != '\r')
        line.len++;
    *text = str_skip(*text, line.len);
    *more = text->len > 0;
    if (*more)
        *text = str_skip(*text, str_starts(*text, STR("\r\n")) ? 2 : 1);
    return line;
}

struct str markdown_escape(struct arena *arena, struct str text)
{
    struct buf buf;
    bool more = true;
    buf_init(&buf, PTRDIFF_MAX - 1);
    while (more) {
        add_line(&buf, arena, cut_line(&text, &more));
        if (more)
            buf_add_text(&buf, "<br>");
    }
    struct str escaped = arena_str(arena, str_trim(buf_str(&buf)));
    buf_done(&buf);
    return escaped;
}

struct writer {
    FILE *out;
    struct arena *arena;
    bool begun;
};

/* Blocks stand apart by an empty line. */
static void begin_block(struct writer *writer)
{
    if (writer->begun)
        putc('\n', writer->out);
    writer->begun = true;
}

static void write_text(const struct writer *writer, struct str text)
{
    struct str escaped = markdown_escape(writer->arena, text);
    fwrite(escaped.ptr, 1, escaped.len, writer->out);
}

static void write_paragraph(struct writer *writer, const char *mark,
                            const char *text)
{
    if (!text || !text[0])
        return;
    begin_block(writer);
    fputs(mark, writer->out);
    write_text(writer, str_from(text));
    fprintf(writer->out, "%s\n", mark);
}

static const char *span_text(const struct view *view, size_t line,
                             size_t column)
{
    for (size_t i = 0; i < view->span_count; i++) {
        const struct view_span *span = &view->spans[i];
        if (span->line == line && span->first <= column && column <= span->last)
            return span->text;
    }
    return NULL;
}

/* The heads of a column from top to bottom, spans too, in one line. */
static const char *joined_heads(struct arena *arena, const struct view *view,
                                size_t column)
{
    const char *text = "";
    for (size_t line = 0; line < VIEW_HEAD_LINES; line++) {
        const char *part = view->columns[column].head[line];
        if (!part)
            part = span_text(view, line, column);
        if (part)
            text =
                arena_printf(arena, "%s%s%s", text, text[0] ? " " : "", part);
    }
    return text;
}

static void write_header(struct writer *writer, const struct view *view)
{
    for (size_t i = 0; i < view->column_count; i++) {
        const char *label = view->columns[i].label;
        if (!label)
            label = joined_heads(writer->arena, view, i);
        fputs(i == 0 ? "| " : " | ", writer->out);
        write_text(writer, str_from(label));
    }
    fputs(" |\n", writer->out);
    for (size_t i = 0; i < view->column_count; i++)
        fputs(view->columns[i].align == ALIGN_RIGHT ? "|---:" : "|:---",
              writer->out);
    fputs("|\n", writer->out);
}

static void write_row(struct writer *writer, const struct view *view,
                      const struct value *cells)
{
    for (size_t i = 0; i < view->column_count; i++) {
        enum kind kind = view->columns[i].kind;
        fputs(i == 0 ? "| " : " | ", writer->out);
        write_text(writer, print_text(writer->arena, kind, &cells[i]));
    }
    fputs(" |\n", writer->out);
}

static void write_table(struct writer *writer, const struct view *view)
{
    begin_block(writer);
    write_header(writer, view);
    for (size_t i = 0; i < view->row_count; i++)
        if (view->rows[i].role != VIEW_RULE && !view_row_is_blank(view, i))
            write_row(writer, view, view->rows[i].cells);
}

/* Nothing ends an HTML comment but a ">"; the dashes of options stay as they
 * were typed. */
static void write_provenance(struct writer *writer,
                             const struct provenance *provenance)
{
    struct str text = comment_text(writer->arena, provenance);
    if (text.len == 0)
        return;
    begin_block(writer);
    fputs("<!-- ", writer->out);
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '>')
            fputs("&gt;", writer->out);
        else
            putc(text.ptr[i], writer->out);
    }
    fputs(" -->\n", writer->out);
}

void markdown_write(FILE *out, const struct result *result)
{
    const struct view *view = &result->view;
    struct arena arena;
    struct writer writer = {out, &arena, false};
    arena_init(&arena);
    write_paragraph(&writer, "**", view->title);
    write_paragraph(&writer, "", view->unit_line);
    if (view->column_count > 0)
        write_table(&writer, view);
    for (size_t i = 0; i < view->foot_count; i++)
        write_paragraph(&writer, "", view->foot[i]);
    write_provenance(&writer, &result->provenance);
    arena_done(&arena);
}
