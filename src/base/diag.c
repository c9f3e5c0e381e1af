/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/diag.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/utf8.h"

#define QUOTED_CHARACTERS 60
#define LINE_COLUMNS ((size_t)200)

static bool is_quiet;
static atomic_size_t line_shown; /* columns of the line that stands there */

void diag_quiet(bool quiet)
{
    is_quiet = quiet;
}

bool diag_has_line(void)
{
    return !is_quiet && isatty(STDERR_FILENO);
}

/* The last column stays empty: some terminals go to the next line there. */
size_t diag_line_columns(void)
{
    struct winsize size;
    size_t columns = 80;
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1)
        columns = size.ws_col;
    return columns - 1 < LINE_COLUMNS ? columns - 1 : LINE_COLUMNS;
}

static void write_all(const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t put = write(STDERR_FILENO, bytes, len);
        if (put <= 0)
            return;
        bytes += put;
        len -= (size_t)put;
    }
}

/* Blanks, not a control sequence: every terminal knows them. */
void diag_clear_line(void)
{
    char blanks[LINE_COLUMNS + 2];
    size_t columns = atomic_exchange(&line_shown, 0);
    if (columns == 0)
        return;
    blanks[0] = '\r';
    for (size_t i = 1; i <= columns; i++)
        blanks[i] = ' ';
    blanks[columns + 1] = '\r';
    write_all(blanks, columns + 2);
}

void diag_show_line(const char *text)
{
    struct arena arena;
    arena_init(&arena);
    struct str line =
        utf8_prefix(utf8_harmless(&arena, str_from(text)), diag_line_columns());
    size_t columns = utf8_width(line);
    size_t before = atomic_load(&line_shown);
    size_t rest = before > columns ? before - columns : 0;
    const char *bytes =
        arena_printf(&arena, "\r%.*s%*s", STR_ARG(line), (int)rest, "");
    atomic_store(&line_shown, columns + rest);
    write_all(bytes, strlen(bytes));
    arena_done(&arena);
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
    diag_clear_line();
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
