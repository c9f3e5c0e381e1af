/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "output/latex.h"

struct substitute {
    int32_t code;
    const char *text;
};

static const struct substitute substitutes[] = {
    {'#', "\\#"},
    {'$', "\\$"},
    {'%', "\\%"},
    {'&', "\\&"},
    {'_', "\\_"},
    {'{', "\\{"},
    {'}', "\\}"},
    {'~', "\\textasciitilde{}"},
    {'^', "\\textasciicircum{}"},
    {'\\', "\\textbackslash{}"},
    {'<', "\\textless{}"},
    {'>', "\\textgreater{}"},
    {'|', "\\textbar{}"},
    {'"', "\\char34{}"}, /* \textquotedbl fails without T1 */
    {'`', "\\textasciigrave{}"},
    {0xa0, "~"},
    {0x2013, "--"},
    {0x2014, "---"},
    {0x202f, "\\,"},
    {0x2212, "$-$"},
};

#define SUBSTITUTES (sizeof(substitutes) / sizeof(substitutes[0]))

static const char *substitute_of(int32_t code)
{
    for (size_t i = 0; i < SUBSTITUTES; i++)
        if (substitutes[i].code == code)
            return substitutes[i].text;
    return NULL;
}

/* Two hyphens, commas or apostrophes in a row become one sign. */
static bool joins(const struct buf *buf, char next)
{
    return buf->len > 0 && buf->ptr[buf->len - 1] == next &&
           strchr("-,'", next);
}

struct str latex_escape(struct arena *arena, struct str text)
{
    struct buf buf;
    buf_init(&buf, PTRDIFF_MAX - 1);
    text = utf8_harmless(arena, text);
    while (text.len > 0) {
        int32_t code;
        struct str piece = {text.ptr, utf8_next(text, &code)};
        text = str_skip(text, piece.len);
        const char *substitute = substitute_of(code);
        if (substitute)
            piece = str_from(substitute);
        if (joins(&buf, piece.ptr[0]))
            buf_add_text(&buf, "{}");
        buf_add(&buf, piece);
    }
    struct str escaped = arena_str(arena, buf_str(&buf));
    buf_done(&buf);
    return escaped;
}

/* What the kernel's T1 and TS1 tables have beyond ASCII, found by trying. */
static const int32_t latin[][2] = {
    {0xa0, 0x125},    {0x128, 0x137},   {0x139, 0x13e},   {0x141, 0x148},
    {0x14a, 0x165},   {0x168, 0x17e},   {0x218, 0x21b},   {0x2010, 0x2015},
    {0x2018, 0x201a}, {0x201c, 0x201e}, {0x2020, 0x2022}, {0x2026, 0x2026},
    {0x202f, 0x2030}, {0x2039, 0x203a}, {0x20ac, 0x20ac}, {0x2116, 0x2116},
    {0x2122, 0x2122}, {0x2190, 0x2190}, {0x2192, 0x2192}, {0x2212, 0x2212},
};

#define LATIN (sizeof(latin) / sizeof(latin[0]))

static bool in_latin(int32_t code)
{
    if (code < 0x80)
        return true;
    for (size_t i = 0; i < LATIN; i++)
        if (code >= latin[i][0] && code <= latin[i][1])
            return true;
    return false;
}

bool latex_is_latin(struct str text)
{
    while (text.len > 0) {
        int32_t code;
        size_t len = utf8_next(text, &code);
        if (!in_latin(code))
            return false;
        text = str_skip(text, len);
    }
    return true;
}
