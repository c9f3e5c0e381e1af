/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/json_shape.h"

#include "base/diag.h"

/* Most keys that a message names. */
#define NAMED 12

static struct str skip_blanks(struct str text)
{
    while (text.len > 0 && text.ptr[0] && strchr(" \t\r\n", text.ptr[0]))
        text = str_skip(text, 1);
    return text;
}

static char first(struct str text)
{
    return text.len > 0 ? text.ptr[0] : '\0';
}

/* An object begins with a key or ends at once; a list has objects in it, or
 * anything that begins a value. RTF begins with a brace, too. */
bool json_shape_may_be(struct str head)
{
    struct str text = skip_blanks(head);
    char mark = first(text);
    if (mark != '{' && mark != '[')
        return false;
    char then = first(skip_blanks(str_skip(text, 1)));
    return mark == '{' ? then == '"' || then == '}'
                       : then == '{' || then == '[' || then == ']';
}

const char *json_shape_list(struct arena *arena, const char *words,
                            size_t count, struct str key)
{
    if (count > NAMED)
        return words;
    if (count == NAMED)
        return arena_printf(arena, "%s, ...", words);
    return arena_printf(arena, "%s%s%s", words, count ? ", " : "",
                        diag_quote(arena, key));
}

/* The members of the object that the scan has entered. */
struct members {
    size_t count;
    size_t nested; /* lists and objects among their values, */
    size_t lists;  /* lists of objects */
};

static bool take_member(struct json_shape *shape, struct json_scan *scan,
                        struct members *members, struct str key,
                        struct arena *arena, struct err *err)
{
    char mark = json_scan_look(scan);
    bool base64 = str_eq(key, STR("bytes"));
    if (mark == '"' && (base64 || str_eq(key, STR("result")))) {
        shape->answer = scan->text;
        shape->line = scan->line;
        shape->base64 = base64;
    }
    members->nested += mark == '[' || mark == '{';
    if (mark == '[' && first(skip_blanks(str_skip(scan->text, 1))) == '{') {
        members->lists++;
        shape->member = key;
    }
    shape->words = json_shape_list(arena, shape->words, members->count++, key);
    return json_scan_pass(scan, err);
}

static bool take_members(struct json_shape *shape, struct json_scan *scan,
                         struct members *members, struct arena *arena,
                         struct err *err)
{
    if (json_scan_look(scan) == '}')
        return true;
    do {
        json_t *value = json_scan_value(scan, err);
        const char *name = json_string_value(value);
        struct str key = arena_str(arena, str_from(name ? name : ""));
        json_decref(value);
        if (!value || !json_scan_expect(scan, ':', "behind a key", err) ||
            !take_member(shape, scan, members, key, arena, err))
            return false;
    } while (json_scan_look(scan) == ',' &&
             json_scan_expect(scan, ',', "", err));
    return true;
}

static bool find_object(struct json_shape *shape, struct json_scan *scan,
                        struct arena *arena, struct err *err)
{
    struct members members = {0};
    shape->words = "";
    if (!json_scan_expect(scan, '{', "at the beginning", err) ||
        !take_members(shape, scan, &members, arena, err) ||
        !json_scan_expect(scan, '}', "behind a value", err))
        return false;
    bool single = json_scan_look(scan) == '\0';
    shape->kind = JSON_RECORDS;
    shape->form = JSON_SEQUENCE;
    if (single && shape->answer.ptr)
        shape->kind = JSON_ANSWER;
    else if (single && members.lists == 1)
        shape->form = JSON_MEMBER;
    else if (single && (members.nested || !members.count))
        shape->kind = JSON_OTHER;
    shape->words =
        members.count
            ? arena_printf(arena, "an object with the keys %s", shape->words)
            : "an empty object";
    return true;
}

bool json_shape_find(struct json_shape *shape, const char *file,
                     struct str text, struct arena *arena, struct err *err)
{
    struct json_scan scan;
    *shape = (struct json_shape){0};
    text = skip_blanks(text);
    if (first(text) == '[') {
        char then = first(skip_blanks(str_skip(text, 1)));
        shape->kind = then == '{' ? JSON_RECORDS : JSON_OTHER;
        shape->form = JSON_LIST;
        shape->words = then == ']' ? "an empty list" : "a list of lists";
        return true;
    }
    json_scan_init(&scan, file, text);
    bool done = find_object(shape, &scan, arena, err);
    json_scan_done(&scan);
    return done;
}
