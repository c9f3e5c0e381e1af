/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/map_entry.h"

#include "base/diag.h"

static char first_of(struct str text)
{
    return text.len > 0 ? text.ptr[0] : '\0';
}

/* Bytes of the line end that the text begins with: LF, CRLF or a lone CR. */
static size_t line_end(struct str text)
{
    if (str_starts(text, STR("\r\n")))
        return 2;
    return first_of(text) == '\n' || first_of(text) == '\r';
}

static bool at_end(struct str text)
{
    return text.len == 0 || first_of(text) == ',' || line_end(text) > 0;
}

static void skip_blanks(struct map_text *text)
{
    while (first_of(text->rest) == ' ' || first_of(text->rest) == '\t')
        text->rest = str_skip(text->rest, 1);
}

/* What stands before the end of the line, or before `stop` if that comes
 * first. */
static struct str take_until(struct map_text *text, char stop)
{
    struct str rest = text->rest;
    size_t len = 0;
    while (len < rest.len && rest.ptr[len] != stop &&
           line_end(str_skip(rest, len)) == 0)
        len++;
    text->rest = str_skip(rest, len);
    return str_trim((struct str){rest.ptr, len});
}

/* To the beginning of the next entry. */
static void skip_between(struct map_text *text)
{
    for (;;) {
        skip_blanks(text);
        size_t end = line_end(text->rest);
        if (end > 0) {
            text->rest = str_skip(text->rest, end);
            text->line++;
            text->begun = false;
        } else if (first_of(text->rest) == ',') {
            text->rest = str_skip(text->rest, 1);
            text->begun = true;
        } else if (first_of(text->rest) == '#' && !text->begun) {
            take_until(text, '\n');
        } else {
            return;
        }
    }
}

const char *map_entry_place(const struct map_text *text, size_t line)
{
    return text->lines ? arena_printf(text->arena, "%s:%zu", text->where, line)
                       : text->where;
}

static bool fault(struct map_text *text, struct err *err, const char *what,
                  struct str cause, const char *way_out)
{
    return err_set(err, ERR_REQUEST, "%s: %s: %s; %s",
                   map_entry_place(text, text->line), what,
                   diag_quote(text->arena, cause), way_out);
}

struct str map_entry_lower(struct arena *arena, struct str name)
{
    char *copy = arena_alloc(arena, name.len + 1, 1);
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        copy[i] = c;
        if (c >= 'A' && c <= 'Z')
            copy[i] = (char)(c | 0x20);
        else if (c == '-' || c == ' ')
            copy[i] = '_';
    }
    return (struct str){copy, name.len};
}

/* The inside of quotes or brackets, which ends with `close`. */
static bool take_enclosed(struct map_text *text, char close, struct str *value,
                          struct err *err)
{
    struct str rest = str_skip(text->rest, 1);
    char *copy = arena_alloc(text->arena, rest.len + 1, 1);
    size_t len = 0, at = 0;
    for (; at < rest.len && line_end(str_skip(rest, at)) == 0; at++) {
        if (rest.ptr[at] == close) {
            if (at + 1 == rest.len || rest.ptr[at + 1] != close)
                break;
            at++; /* written twice */
        }
        copy[len++] = rest.ptr[at];
    }
    if (at == rest.len || rest.ptr[at] != close)
        return fault(text, err, "what begins here is not closed on its line",
                     take_until(text, '\n'),
                     close == ']' ? "close it with ]"
                                  : "close it with the same quote");
    *value = (struct str){copy, len};
    text->rest = str_skip(rest, at + 1);
    skip_blanks(text);
    return at_end(text->rest) ||
           fault(text, err, "text behind the closing mark",
                 take_until(text, ','), "put a comma or a new line before it");
}

/* A comma that nothing but the end of the entry follows is the value:
 * decimal=,,thousands=. */
static struct str take_bare(struct map_text *text)
{
    struct str rest = text->rest;
    if (first_of(rest) == ',' && at_end(str_skip(rest, 1))) {
        text->rest = str_skip(rest, 1);
        return STR(",");
    }
    return take_until(text, ',');
}

static bool take_value(struct map_text *text, struct map_entry *entry,
                       struct err *err)
{
    skip_blanks(text);
    char first = first_of(text->rest);
    if (first == '"' || first == '\'') {
        entry->form = MAP_QUOTED;
        return take_enclosed(text, first, &entry->value, err);
    }
    if (first == '[') {
        entry->form = MAP_BRACKETS;
        return take_enclosed(text, ']', &entry->value, err);
    }
    entry->form = MAP_BARE;
    entry->value = take_bare(text);
    return true;
}

bool map_entry_next(struct map_text *text, struct map_entry *entry, bool *more,
                    struct err *err)
{
    skip_between(text);
    *more = text->rest.len > 0;
    if (!*more)
        return true;
    struct str rest = text->rest;
    size_t len = 0;
    while (!at_end(str_skip(rest, len)) && rest.ptr[len] != '=')
        len++;
    struct str name = str_trim((struct str){rest.ptr, len});
    if (len == rest.len || rest.ptr[len] != '=')
        return fault(text, err, "no = in it", name,
                     "write what the column is and its name, as "
                     "supplier=Exporter; a value with a comma goes into "
                     "brackets or quotes");
    entry->name = map_entry_lower(text->arena, name);
    entry->line = text->line;
    text->begun = true;
    text->rest = str_skip(rest, len + 1);
    return take_value(text, entry, err);
}
