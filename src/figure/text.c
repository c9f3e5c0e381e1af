/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "figure/text.h"

#include <assert.h>

#include "base/utf8.h"

#define REPLACEMENT "\xef\xbf\xbd"
#define ELLIPSIS "\xe2\x80\xa6"

uint32_t text_code(struct str text, size_t *len)
{
    static const unsigned char payload[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    unsigned char first = (unsigned char)text.ptr[0];

    *len = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    uint32_t code = first & payload[*len];
    for (size_t i = 1; i < *len; i++)
        code = code << 6 | ((unsigned char)text.ptr[i] & 0x3f);
    return code;
}

/* The first character. */
static struct str head(struct str text)
{
    text_code(text, &text.len);
    return text;
}

static struct str printable(struct str character)
{
    size_t len;
    uint32_t code = text_code(character, &len);

    if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 ||
        code == 0x2029)
        return STR(" ");
    if ((code & 0xfffe) == 0xfffe || (code >= 0x202a && code <= 0x202e) ||
        (code >= 0x2066 && code <= 0x2069))
        return STR(REPLACEMENT);
    return character;
}

struct str text_clean(struct arena *arena, struct str text)
{
    /* A bad byte grows to three. */
    char *clean = arena_alloc(arena, text.len * 3 + 1, 1);
    size_t len = 0;

    for (size_t i = 0; i < text.len;) {
        size_t valid = utf8_valid_prefix(str_skip(text, i));
        for (size_t end = i + valid; i < end;) {
            struct str whole = head(str_skip(text, i));
            struct str part = printable(whole);
            memcpy(clean + len, part.ptr, part.len);
            len += part.len;
            i += whole.len;
        }
        if (i < text.len) {
            memcpy(clean + len, REPLACEMENT, 3);
            len += 3;
            i++;
        }
    }
    return (struct str){clean, len};
}

static double ascii_width(char c)
{
    if (strchr(" !'(),-./:;I[\\]fijlrt|", c))
        return 0.4;
    if (strchr("#%+<=>@MW^mw~", c))
        return 1.0;
    if ((c >= 'A' && c <= 'Z') || c == '&')
        return 0.78;
    return 0.63;
}

static double character_width(struct str character)
{
    if (character.len == 1)
        return ascii_width(character.ptr[0]);
    size_t columns = utf8_width(character);
    return columns == 0 ? 0 : columns == 1 ? 0.75 : 1.05;
}

double text_width(struct str text)
{
    double width = 0;

    for (size_t i = 0; i < text.len;) {
        struct str character = head(str_skip(text, i));
        width += character_width(character);
        i += character.len;
    }
    return width;
}

double text_lines_width(const struct text_lines *lines)
{
    double widest = 0;

    for (size_t i = 0; i < lines->count; i++) {
        double width = text_width(lines->line[i]);
        if (width > widest)
            widest = width;
    }
    return widest;
}

/* Length of what fits into `em`, at least one character; *blank is the last
 * blank in it or just behind it, 0 for none. */
static size_t fitting(struct str text, double em, size_t *blank)
{
    double width = 0;
    size_t len = 0;

    *blank = 0;
    while (len < text.len) {
        struct str character = head(str_skip(text, len));
        width += character_width(character);
        if (character.ptr[0] == ' ')
            *blank = len;
        if (width > em && len > 0)
            break;
        len += character.len;
    }
    return len;
}

static struct str shortened(struct arena *arena, struct str text, double em)
{
    size_t blank;
    size_t len = fitting(text, em - text_width(STR(ELLIPSIS)), &blank);
    struct str begin = str_trim((struct str){text.ptr, len});

    return str_from(arena_printf(arena, "%.*s" ELLIPSIS, STR_ARG(begin)));
}

void text_wrap(struct text_lines *lines, struct arena *arena, struct str text,
               double em, size_t most)
{
    assert(most <= TEXT_LINES);
    struct str rest = str_trim(text_clean(arena, text));

    while (rest.len > 0 && lines->count < most) {
        struct str *line = &lines->line[lines->count++];
        size_t blank;
        size_t len = fitting(rest, em, &blank);
        if (len < rest.len && lines->count == most) {
            *line = shortened(arena, rest, em);
            return;
        }
        if (len < rest.len && blank > 0)
            len = blank;
        *line = str_trim((struct str){rest.ptr, len});
        rest = str_trim(str_skip(rest, len));
    }
}
