/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "strict.h"

#include <string.h>

/* Eats what ends a field: a mark or LF. */
static bool end_field(struct str *rest, char mark, bool *last)
{
    if (rest->len == 0 || (rest->ptr[0] != mark && rest->ptr[0] != '\n'))
        return false;
    *last = rest->ptr[0] == '\n';
    *rest = str_skip(*rest, 1);
    return true;
}

static bool quoted_field(struct arena *arena, struct str *rest,
                         struct str *field)
{
    char *text = arena_alloc(arena, rest->len, 1);
    size_t len = 0;
    *rest = str_skip(*rest, 1);
    while (rest->len > 0) {
        char c = rest->ptr[0];
        *rest = str_skip(*rest, 1);
        if (c == '"') {
            if (rest->len == 0 || rest->ptr[0] != '"') {
                *field = (struct str){text, len};
                return true;
            }
            *rest = str_skip(*rest, 1);
        }
        text[len++] = c;
    }
    return false;
}

bool strict_csv_field(struct arena *arena, struct str *rest, struct str *field,
                      bool *last)
{
    if (rest->len > 0 && rest->ptr[0] == '"') {
        return quoted_field(arena, rest, field) && end_field(rest, ',', last);
    }
    *field = (struct str){rest->ptr, 0};
    while (field->len < rest->len &&
           !memchr(",\"\r\n", rest->ptr[field->len], 4))
        field->len++;
    *rest = str_skip(*rest, field->len);
    return end_field(rest, ',', last);
}

static bool unescape(char escape, char *c)
{
    static const char names[] = "tnr\\";
    static const char bytes[] = "\t\n\r\\";
    const char *found = memchr(names, escape, 4);
    if (found)
        *c = bytes[found - names];
    return found;
}

bool strict_tsv_field(struct arena *arena, struct str *rest, struct str *field,
                      bool *last)
{
    char *text = arena_alloc(arena, rest->len, 1);
    size_t len = 0;
    while (rest->len > 0 && rest->ptr[0] != '\t' && rest->ptr[0] != '\n') {
        char c = rest->ptr[0];
        *rest = str_skip(*rest, 1);
        if (c == '\r')
            return false;
        if (c == '\\') {
            if (rest->len == 0 || !unescape(rest->ptr[0], &c))
                return false;
            *rest = str_skip(*rest, 1);
        }
        text[len++] = c;
    }
    *field = (struct str){text, len};
    return end_field(rest, '\t', last);
}
