/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/delimited.h"

#include <assert.h>
#include <string.h>

#include "base/buf.h"
#include "base/decimal.h"
#include "output/print.h"

void delimited_init(struct delimited *writer, FILE *out, char mark, bool safe)
{
    *writer = (struct delimited){out, mark, safe, 0, true};
}

bool delimited_is_formula(struct str text)
{
    if (text.len == 0 || !memchr("=+-@\t\r\n", text.ptr[0], 7))
        return false;
    struct decimal number;
    return decimal_parse(text, '.', &number) != DECIMAL_OK;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool needs_quotes(struct str text, char mark)
{
    if (text.len == 0)
        return false;
    if (is_blank(text.ptr[0]) || is_blank(text.ptr[text.len - 1]))
        return true;
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] == mark || text.ptr[i] == '"' || text.ptr[i] == '\r' ||
            text.ptr[i] == '\n')
            return true;
    return false;
}

static void write_quoted(FILE *out, const char *guard, struct str text)
{
    fprintf(out, "\"%s", guard);
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"')
            putc('"', out);
        putc(text.ptr[i], out);
    }
    putc('"', out);
}

static void write_escaped(FILE *out, const char *guard, struct str text)
{
    fputs(guard, out);
    for (size_t i = 0; i < text.len; i++) {
        switch (text.ptr[i]) {
        case '\t':
            fputs("\\t", out);
            break;
        case '\n':
            fputs("\\n", out);
            break;
        case '\r':
            fputs("\\r", out);
            break;
        case '\\':
            fputs("\\\\", out);
            break;
        default:
            putc(text.ptr[i], out);
        }
    }
}

/* `guard` goes in front of the text, inside its quotes. */
static void write_field(struct delimited *writer, const char *guard,
                        struct str text)
{
    FILE *out = writer->out;
    if (writer->fields++ > 0)
        putc(writer->mark, out);
    if (text.len == 0)
        return;
    writer->blank = false;
    if (writer->mark == '\t')
        write_escaped(out, guard, text);
    else if (needs_quotes(text, writer->mark))
        write_quoted(out, guard, text);
    else {
        fputs(guard, out);
        fwrite(text.ptr, 1, text.len, out);
    }
}

void delimited_text(struct delimited *writer, struct str text)
{
    bool guard = writer->safe && delimited_is_formula(text);
    write_field(writer, guard ? "'" : "", text);
}

void delimited_value(struct delimited *writer, enum kind kind,
                     const struct value *value)
{
    if (value->type == VALUE_TEXT) {
        delimited_text(writer, value->as.text);
        return;
    }
    struct buf buf;
    buf_init(&buf, PRINT_LONGEST);
    print_exact(&buf, kind, value);
    write_field(writer, "", buf_str(&buf));
    buf_done(&buf);
}

void delimited_end(struct delimited *writer)
{
    /* An empty line would be read as no record at all. */
    if (writer->fields == 1 && writer->blank && writer->mark != '\t')
        fputs("\"\"", writer->out);
    putc('\n', writer->out);
    writer->fields = 0;
    writer->blank = true;
}

static void write_row(struct delimited *writer, const struct result *result,
                      size_t row)
{
    const struct value *cells = result_row(result, row);
    for (size_t i = 0; i < result->column_count; i++)
        delimited_value(writer, result->columns[i].kind, &cells[i]);
    delimited_end(writer);
}

void delimited_results(FILE *out, char mark, bool safe,
                       const struct result *const *results, size_t count)
{
    struct delimited writer;
    delimited_init(&writer, out, mark, safe);
    for (size_t i = 0; i < results[0]->column_count; i++)
        delimited_text(&writer, str_from(results[0]->columns[i].name));
    delimited_end(&writer);
    for (size_t i = 0; i < count; i++) {
        assert(results[i]->column_count == results[0]->column_count);
        for (size_t row = 0; row < results[i]->row_count; row++)
            write_row(&writer, results[i], row);
    }
}
