/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "figure/script.h"

#include "base/decimal.h"

static bool is_safe(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= '0' && c <= '9') || (c != '\0' && strchr(" ,.()_:;/+-", c));
}

void gp_quote(struct buf *script, struct str text)
{
    buf_add_char(script, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (is_safe(text.ptr[i]))
            buf_add_char(script, text.ptr[i]);
        else
            buf_printf(script, byte < 0100 ? "\\%04o" : "\\%03o", byte);
    }
    buf_add_char(script, '"');
}

void gp_set_text(struct buf *script, const char *name, struct str text)
{
    buf_printf(script, "%s = ", name);
    gp_quote(script, text);
    buf_add_char(script, '\n');
}

void gp_set_number(struct buf *script, const char *name, double value)
{
    char text[DECIMAL_TEXT];

    double_shortest(text, value);
    buf_printf(script, "%s = %s\n", name, text);
}

void gp_set_lines(struct buf *script, const char *name,
                  const struct text_lines *lines)
{
    buf_printf(script, "%s = ", name);
    if (lines->count == 0)
        buf_add_text(script, "\"\"");
    for (size_t i = 0; i < lines->count; i++) {
        if (i > 0)
            buf_add_text(script, " . \"\\n\" \\\n    . ");
        gp_quote(script, lines->line[i]);
    }
    buf_add_char(script, '\n');
}

void gp_cell(struct buf *data, const struct text_lines *lines)
{
    buf_add_char(data, '"');
    for (size_t i = 0; i < lines->count; i++) {
        if (i > 0)
            buf_add_text(data, "\\n");
        for (size_t j = 0; j < lines->line[i].len; j++) {
            char c = lines->line[i].ptr[j];
            if (c == '\\')
                buf_add_text(data, "\\\\");
            else if (c == '"')
                buf_add_text(data, "\\0042");
            else
                buf_add_char(data, c);
        }
    }
    buf_add_char(data, '"');
}
