/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "xml_reader.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/utf8.h"

#define MOST ((size_t)1 << 20)

static bool take(struct xml_reader *reader, const char *word)
{
    if (!str_starts(reader->rest, str_from(word)))
        return false;
    reader->rest = str_skip(reader->rest, strlen(word));
    return true;
}

static void blanks(struct xml_reader *reader)
{
    while (reader->rest.len &&
           (reader->rest.ptr[0] == ' ' || reader->rest.ptr[0] == '\n'))
        reader->rest = str_skip(reader->rest, 1);
}

static struct str name(struct xml_reader *reader)
{
    struct str rest = reader->rest;
    size_t length = 0;
    while (length < rest.len && (isalnum((unsigned char)rest.ptr[length]) ||
                                 strchr(".:_-", rest.ptr[length])))
        length++;
    reader->rest = str_skip(rest, length);
    return (struct str){rest.ptr, length};
}

/* Characters of XML 1.0. */
static bool is_character(int32_t code)
{
    return code == 9 || code == 10 || code == 13 ||
           (code >= 0x20 && code <= 0xd7ff) ||
           (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
}

static void add_code(struct buf *buf, int32_t code)
{
    if (code < 0x80) {
        buf_add_char(buf, (char)code);
        return;
    }
    int tails = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const int leads[] = {0, 0xc0, 0xe0, 0xf0};
    buf_add_char(buf, (char)(leads[tails] | code >> 6 * tails));
    while (tails-- > 0)
        buf_add_char(buf, (char)(0x80 | (code >> 6 * tails & 0x3f)));
}

static bool reference(struct xml_reader *reader, struct buf *buf)
{
    char *end;
    if (!take(reader, "&#x"))
        return false;
    long code = strtol(reader->rest.ptr, &end, 16);
    reader->rest = str_skip(reader->rest, (size_t)(end - reader->rest.ptr));
    if (!is_character((int32_t)code) || !take(reader, ";"))
        return false;
    add_code(buf, (int32_t)code);
    return true;
}

/* Text up to that character, which is left. */
static bool text_until(struct xml_reader *reader, char until, struct str *text)
{
    struct buf buf;
    bool sound = true;
    buf_init(&buf, MOST);
    while (sound && reader->rest.len && reader->rest.ptr[0] != until) {
        int32_t code;
        size_t length = utf8_next(reader->rest, &code);
        if (code == '&') {
            sound = reference(reader, &buf);
            continue;
        }
        sound = is_character(code) && code != '<';
        buf_add(&buf, (struct str){reader->rest.ptr, length});
        reader->rest = str_skip(reader->rest, length);
    }
    *text = arena_str(reader->arena, buf_str(&buf));
    buf_done(&buf);
    return sound;
}

bool xml_begin(struct xml_reader *reader, struct arena *arena, struct str text)
{
    *reader = (struct xml_reader){.arena = arena, .rest = text};
    return take(reader, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

static bool attributes(struct xml_reader *reader)
{
    reader->count = 0;
    while (take(reader, " ")) {
        if (reader->count == XML_ATTRIBUTES)
            return false;
        struct str *value = &reader->values[reader->count];
        reader->names[reader->count++] = name(reader);
        if (!take(reader, "=\"") || !text_until(reader, '"', value) ||
            !take(reader, "\""))
            return false;
    }
    return true;
}

enum xml_kind xml_next(struct xml_reader *reader)
{
    if (reader->ends) {
        reader->ends = false;
        reader->depth--;
        return XML_END;
    }
    if (!text_until(reader, '<', &reader->text))
        return XML_FAULT;
    if (reader->depth == 0 && !reader->rest.len) {
        blanks(reader);
        return XML_DONE;
    }
    if (take(reader, "</")) {
        reader->name = name(reader);
        return reader->depth &&
                       str_eq(reader->name, reader->open[--reader->depth]) &&
                       take(reader, ">")
                   ? XML_END
                   : XML_FAULT;
    }
    if (!take(reader, "<") || reader->depth == XML_DEPTH)
        return XML_FAULT;
    reader->name = name(reader);
    reader->open[reader->depth++] = reader->name;
    if (!reader->name.len || !attributes(reader))
        return XML_FAULT;
    reader->ends = take(reader, "/>");
    return reader->ends || take(reader, ">") ? XML_START : XML_FAULT;
}

struct str xml_attribute(const struct xml_reader *reader, const char *name)
{
    for (size_t i = 0; i < reader->count; i++) {
        if (str_eq(reader->names[i], str_from(name)))
            return reader->values[i];
    }
    return (struct str){"", 0};
}
