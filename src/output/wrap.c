/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/wrap.h"

#include <stdint.h>

#include "base/utf8.h"

#define LONGEST_LABEL ((size_t)3)

static struct str without_end_blanks(struct str text)
{
    while (text.len > 0 && text.ptr[text.len - 1] == ' ')
        text.len--;
    return text;
}

static bool breaks_at_blank(struct str text, size_t at)
{
    return text.ptr[at] == ' ' &&
           !(at + 1 < text.len && text.ptr[at + 1] == '%');
}

/* Length of the line when the text is broken at the last chance of that kind
 * within its first `fit` bytes; 0: none. */
static size_t at_comma(struct str text, size_t fit)
{
    for (size_t i = fit; i > 1; i--)
        if (i < text.len && text.ptr[i] == ' ' && text.ptr[i - 1] == ',')
            return i;
    return 0;
}

static size_t at_blank(struct str text, size_t fit)
{
    for (size_t i = fit; i > 0; i--)
        if (i < text.len && breaks_at_blank(text, i))
            return i;
    return 0;
}

static size_t behind_hyphen(struct str text, size_t fit)
{
    for (size_t i = fit; i > 1; i--)
        if (i < text.len && text.ptr[i - 1] == '-')
            return i;
    return 0;
}

static size_t line_length(struct str text, size_t width, bool commas)
{
    size_t fit = utf8_prefix(text, width).len;
    if (fit == text.len)
        return fit;
    size_t length = commas ? at_comma(text, fit) : 0;
    if (length == 0)
        length = at_blank(text, fit);
    if (length == 0)
        length = behind_hyphen(text, fit);
    if (length == 0)
        length = fit;
    if (length == 0) {
        int32_t code;
        length = utf8_next(text, &code);
    }
    return length;
}

static struct str without_first_blanks(struct str text)
{
    while (text.len > 0 && text.ptr[0] == ' ')
        text = str_skip(text, 1);
    return text;
}

struct str wrap_line(struct str *rest, size_t width, bool commas)
{
    struct str text = without_end_blanks(*rest);
    *rest = str_skip(text, text.len);
    if (utf8_width(text) <= width)
        return text;
    text = without_first_blanks(text);
    struct str line = {text.ptr, line_length(text, width, commas)};
    *rest = without_first_blanks(str_skip(text, line.len));
    return without_end_blanks(line);
}

/* Width of a short first word with two blanks behind it, these included. */
static size_t label_width(struct str text)
{
    ptrdiff_t blanks = str_find(text, STR("  "));
    if (blanks <= 0)
        return 0;
    struct str label = {text.ptr, (size_t)blanks};
    size_t width = utf8_width(label);
    return width <= LONGEST_LABEL ? width + 2 : 0;
}

void wrap_paragraph(FILE *out, struct str text, size_t width)
{
    size_t indent = 0;
    size_t hang = label_width(text);
    if (hang >= width)
        hang = 0;
    while (text.len > 0) {
        struct str line = wrap_line(&text, width - indent, false);
        fprintf(out, "%*s%.*s\n", (int)indent, "", STR_ARG(line));
        indent = hang;
    }
}
