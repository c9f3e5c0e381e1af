/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/xml.h"

#include <inttypes.h>

#include "base/utf8.h"

#define REPLACEMENT "\ufffd"

/* Not among the characters of XML 1.0. */
static bool has_no_reference(int32_t code)
{
    bool control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
    return control || code == 0xfffe || code == 0xffff;
}

static bool needs_reference(struct arena *arena, struct str character)
{
    struct str shown = utf8_harmless(arena, character);
    return memchr("<>&\"'", character.ptr[0], 5) || shown.ptr != character.ptr;
}

void xml_text(FILE *out, struct str text)
{
    struct arena arena;
    arena_init(&arena);
    while (text.len > 0) {
        int32_t code;
        size_t length = utf8_next(text, &code);
        struct str character = {text.ptr, length};
        if (code < 0 || has_no_reference(code))
            fputs(REPLACEMENT, out);
        else if (needs_reference(&arena, character))
            fprintf(out, "&#x%" PRIX32 ";", (uint32_t)code);
        else
            fwrite(text.ptr, 1, length, out);
        text = str_skip(text, length);
    }
    arena_done(&arena);
}
