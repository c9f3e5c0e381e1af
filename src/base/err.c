/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/err.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* At most `room` bytes of text; what is cut ends in "..." and not inside a
 * character. */
__attribute__((format(printf, 3, 0))) static void
print_within(char *text, size_t room, const char *format, va_list values)
{
    int len = vsnprintf(text, room + 1, format, values);
    if (len >= 0 && (size_t)len <= room)
        return;
    size_t kept = room - strlen("...");
    for (int i = 0; i < 3 && (text[kept] & 0xC0) == 0x80; i++)
        kept--;
    memcpy(text + kept, "...", sizeof("..."));
}

bool err_set(struct err *err, enum err_kind kind, const char *format, ...)
{
    assert(kind != ERR_NONE);
    if (err->kind != ERR_NONE)
        return false;
    va_list values;
    va_start(values, format);
    err->kind = kind;
    print_within(err->text, sizeof(err->text) - 1, format, values);
    va_end(values);
    return false;
}

bool err_errno(struct err *err, const char *format, ...)
{
    const char *reason = strerror(errno);
    if (err->kind != ERR_NONE)
        return false;
    va_list values;
    va_start(values, format);
    err->kind = ERR_SYSTEM;
    size_t tail = strlen(": ") + strlen(reason);
    print_within(err->text, sizeof(err->text) - 1 - tail, format, values);
    va_end(values);
    size_t len = strlen(err->text);
    snprintf(err->text + len, sizeof(err->text) - len, ": %s", reason);
    return false;
}
