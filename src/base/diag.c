/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

#define QUOTED_CHARACTERS 60

static bool is_quiet;

void diag_quiet(bool quiet)
{
    is_quiet = quiet;
}

/* One write a line, so that lines of two processes do not mix. A standard
 * error that takes nothing leaves nobody to tell. */
__attribute__((format(printf, 2, 0))) static void
say(const char *kind, const char *format, va_list values)
{
    struct arena arena;
    arena_init(&arena);
    const char *text = arena_vprintf(&arena, format, values);
    struct str harmless = utf8_harmless(&arena, str_from(text));
    const char *line =
        arena_printf(&arena, "armstats: %s%.*s\n", kind, STR_ARG(harmless));
    fwrite(line, 1, strlen(line), stderr);
    arena_done(&arena);
}

#define SAY(kind, format)          \
    do {                           \
        va_list values;            \
        va_start(values, format);  \
        say(kind, format, values); \
        va_end(values);            \
    } while (0)

void diag_info(const char *format, ...)
{
    if (!is_quiet)
        SAY("", format);
}

void diag_note(const char *format, ...)
{
    if (!is_quiet)
        SAY("note: ", format);
}

void diag_warning(const char *format, ...)
{
    SAY("warning: ", format);
}

void diag_error(const char *format, ...)
{
    SAY("error: ", format);
}

const char *diag_quote(struct arena *arena, struct str text)
{
    struct str shown = {text.ptr, 0};
    for (size_t n = 0; n < QUOTED_CHARACTERS && shown.len < text.len; n++) {
        int32_t code;
        shown.len += utf8_next(str_skip(text, shown.len), &code);
    }
    struct str harmless = utf8_harmless(arena, shown);
    return arena_printf(arena, "'%.*s%s'", STR_ARG(harmless),
                        shown.len < text.len ? "..." : "");
}
