/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "figure_svg.h"

#include <stdint.h>
#include <string.h>

/* FILE stands for the path of the mark. */
static const struct str pieces[] = {
    STR("`touch FILE`"),
    STR("$(touch FILE)"),
    STR("|touch FILE"),
    STR("<touch FILE"),
    STR("!touch FILE"),
    STR("\n!touch FILE\n"),
    STR("\"; system(\"touch FILE\"); x=\""),
    STR("'; system('touch FILE'); x='"),
    STR("\\\"; system(\"touch FILE\") #"),
    STR("\nEOD\nsystem \"touch FILE\"\n"),
    STR("\ne\n!touch FILE\n"),
    STR("@FILE"),
    STR("'"),
    STR("''"),
    STR("\""),
    STR("\\"),
    STR("\\n"),
    STR("\\140"),
    STR("`"),
    STR("%"),
    STR("%s%n"),
    STR("{/*9 x}"),
    STR("{"),
    STR("}"),
    STR("_"),
    STR("^"),
    STR("&"),
    STR("&amp;"),
    STR("<"),
    STR("]]>"),
    STR("#"),
    STR("\t"),
    STR("\r"),
    STR("\v"),
    STR("\033[2J"),
    STR("\x7f"),
    STR("\xff"),
    STR("\xc3"),
    STR("\xe5\xa4"),
    STR("\xed\xa0\x80"),
    STR("\xef\xbf\xbe"),
    STR("\u202e"),
    STR("\u2028"),
    STR("\u00e9"),
    STR("\u03a9"),
    STR("\u5927"),
    STR("NaN"),
    STR("?"),
    STR("1e5"),
    STR("1,234"),
    STR("0"),
    STR("7"),
    STR("South Korea"),
    STR("a"),
    STR(" "),
};
#define PIECES (sizeof(pieces) / sizeof(pieces[0]))
#define LONGEST 4096

/* xorshift: the same labels on every machine. */
static uint64_t next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static size_t add_piece(char *label, size_t len, struct str piece,
                        const char *folder)
{
    ptrdiff_t at = str_find(piece, STR("FILE"));
    size_t before = at < 0 ? piece.len : (size_t)at;

    memcpy(label + len, piece.ptr, before);
    len += before;
    if (at < 0)
        return len;
    memcpy(label + len, folder, strlen(folder));
    len += strlen(folder);
    memcpy(label + len, "/" SVG_MARK, strlen("/" SVG_MARK));
    len += strlen("/" SVG_MARK);
    memcpy(label + len, piece.ptr + before + 4, piece.len - before - 4);
    return len + piece.len - before - 4;
}

struct str svg_attack(struct arena *arena, size_t i, const char *folder)
{
    char label[LONGEST];
    size_t len = 0;
    uint64_t state = 88172645463325252u + i * 2654435761u;

    for (int warm = 0; warm < 8; warm++)
        next(&state);
    /* First each piece alone, then runs of up to five. */
    if (i < PIECES)
        return arena_str(
            arena, (struct str){label, add_piece(label, 0, pieces[i], folder)});
    for (size_t left = 1 + next(&state) % 5; left > 0; left--)
        len = add_piece(label, len, pieces[next(&state) % PIECES], folder);
    return arena_str(arena, (struct str){label, len});
}

static const struct {
    struct str code;
    char plain;
} entities[] = {{STR("&amp;"), '&'}, {STR("&lt;"), '<'}, {STR("&gt;"), '>'}};

static struct str decode(struct arena *arena, struct str code)
{
    char *plain = arena_alloc(arena, code.len + 1, 1);
    size_t len = 0;

    while (code.len > 0) {
        size_t step = 1;
        char c = code.ptr[0];
        for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++) {
            if (str_starts(code, entities[i].code)) {
                c = entities[i].plain;
                step = entities[i].code.len;
            }
        }
        plain[len++] = c;
        code = str_skip(code, step);
    }
    return (struct str){plain, len};
}

bool svg_next_text(struct arena *arena, struct str *svg, struct str *text)
{
    ptrdiff_t at = str_find(*svg, STR("<text"));

    if (at < 0)
        return false;
    *svg = str_skip(*svg, (size_t)at);
    *svg = str_skip(*svg, (size_t)str_find(*svg, STR(">")) + 1);
    ptrdiff_t end = str_find(*svg, STR("</text>"));
    if (end < 0)
        return false;
    *text = decode(arena, (struct str){svg->ptr, (size_t)end});
    *svg = str_skip(*svg, (size_t)end);
    return true;
}
