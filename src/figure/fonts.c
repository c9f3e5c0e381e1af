/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "figure/fonts.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/spawn.h"
#include "figure/text.h"

#define SECONDS 20
#define LIST_BYTES ((size_t)32 << 20)

/* A set of code points; Unicode has 17 planes. */
#define CODES 0x110000
struct codes {
    unsigned char bits[CODES / 8];
};

static bool has(const struct codes *codes, uint32_t code)
{
    return codes->bits[code / 8] >> (code % 8) & 1;
}

static void add(struct codes *codes, uint32_t code)
{
    codes->bits[code / 8] |= (unsigned char)(1 << (code % 8));
}

/* Every sans serif has Latin and what we print ourselves (dashes, quotes, the
 * ellipsis, the minus sign); some signs are never drawn. */
static bool is_common(uint32_t code)
{
    return code < 0x250 || (code >= 0x2010 && code <= 0x2026) || code == 0x2212;
}

static bool is_invisible(uint32_t code)
{
    return (code >= 0x200b && code <= 0x200f) ||
           (code >= 0x2060 && code <= 0x206f) ||
           (code >= 0xfe00 && code <= 0xfe0f) || code == 0xfeff ||
           (code >= 0xe0000 && code <= 0xe0fff);
}

/* "20-7e a0-377 10fb": hexadecimal code points and ranges of them. */
static void add_ranges(struct codes *codes, const char *line)
{
    char *end;

    for (; *line != '\0'; line = *end == ' ' ? end + 1 : end) {
        unsigned long first = strtoul(line, &end, 16);
        unsigned long last = first;
        if (*end == '-')
            last = strtoul(end + 1, &end, 16);
        if (end == line)
            return;
        for (; first <= last && first < CODES; first++)
            add(codes, (uint32_t)first);
    }
}

/* One line a font; what else is said is not about fonts. */
static void read_list(struct codes *codes, struct arena *arena, struct str list)
{
    while (list.ptr) {
        const char *line = arena_str(arena, str_cut(&list, '\n')).ptr;
        if (line[strspn(line, "0123456789abcdef- ")] == '\0')
            add_ranges(codes, line);
    }
}

static void ask_fontconfig(struct codes *codes, struct arena *arena)
{
    static const char *const argv[] = {"fc-list", "--format", "%{charset}\n",
                                       NULL};
    static const char *const variables[] = {"PATH=/usr/local/bin:/usr/bin:/bin",
                                            "LC_ALL=C.UTF-8",
                                            "HOME=/nonexistent", NULL};
    char program[PATH_MAX];
    struct spawn spawn = {
        .program = program,
        .argv = argv,
        .environ = variables,
        .directory = "/",
        .seconds = SECONDS,
    };
    struct err ignored = {ERR_NONE, ""};
    struct buf list;

    if (!spawn_find("fc-list", program, sizeof(program)))
        return;
    buf_init(&list, LIST_BYTES);
    if (spawn_run(&spawn, &list, &ignored))
        read_list(codes, arena, buf_str(&list));
    buf_done(&list);
}

bool fonts_cover(struct arena *arena, struct str text, struct err *err)
{
    struct codes *codes = NULL;

    for (size_t len; text.len > 0; text = str_skip(text, len)) {
        uint32_t code = text_code(text, &len);
        if (is_common(code) || is_invisible(code))
            continue;
        if (!codes) {
            codes = arena_alloc(arena, 1, sizeof(*codes));
            ask_fontconfig(codes, arena);
        }
        if (!has(codes, code))
            return err_set(err, ERR_SYSTEM,
                           "no font of this machine can draw '%.*s' (U+%04X); "
                           "install one, such as Debian's fonts-noto, or draw "
                           "an .svg",
                           (int)len, text.ptr, (unsigned)code);
    }
    return true;
}
