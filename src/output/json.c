/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/json.h"

#include <assert.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "output/print.h"

#define REPLACEMENT "\ufffd"

void json_begin(struct json_writer *json, FILE *out, unsigned lines)
{
    *json = (struct json_writer){.out = out, .lines = lines, .empty = true};
}

static void new_line(struct json_writer *json)
{
    putc('\n', json->out);
    for (unsigned i = 0; i < json->depth; i++)
        fputs("  ", json->out);
}

/* What stands between an item and the one before it. */
static void separate(struct json_writer *json)
{
    if (json->keyed || json->depth == 0) {
        json->keyed = false;
        return;
    }
    if (!json->empty)
        putc(',', json->out);
    if (json->depth <= json->lines)
        new_line(json);
    else if (!json->empty)
        putc(' ', json->out);
    json->empty = false;
}

void json_open(struct json_writer *json, char bracket)
{
    separate(json);
    putc(bracket, json->out);
    json->depth++;
    json->empty = true;
}

void json_close(struct json_writer *json, char bracket)
{
    assert(json->depth > 0 && !json->keyed);
    json->depth--;
    if (!json->empty && json->depth < json->lines)
        new_line(json);
    putc(bracket, json->out);
    json->empty = false;
}

static void write_byte(FILE *out, unsigned char c)
{
    static const char names[] = "btn?fr"; /* of 8 to 13 */
    if (c == '"' || c == '\\')
        fprintf(out, "\\%c", c);
    else if (c >= 8 && c <= 13 && c != 11)
        fprintf(out, "\\%c", names[c - 8]);
    else if (c < 0x20)
        fprintf(out, "\\u%04x", c);
    else
        putc(c, out);
}

static void write_string(FILE *out, struct str text)
{
    putc('"', out);
    while (text.len > 0) {
        size_t valid = utf8_valid_prefix(text);
        for (size_t i = 0; i < valid; i++)
            write_byte(out, (unsigned char)text.ptr[i]);
        text = str_skip(text, valid);
        if (text.len > 0) {
            fputs(REPLACEMENT, out);
            text = str_skip(text, 1);
        }
    }
    putc('"', out);
}

void json_key(struct json_writer *json, struct str key)
{
    separate(json);
    write_string(json->out, key);
    fputs(": ", json->out);
    json->keyed = true;
}

void json_text(struct json_writer *json, struct str text)
{
    separate(json);
    write_string(json->out, text);
}

void json_word(struct json_writer *json, struct str word)
{
    separate(json);
    fwrite(word.ptr, 1, word.len, json->out);
}

void json_value(struct json_writer *json, enum kind kind,
                const struct value *value)
{
    if (value->type == VALUE_NULL) {
        json_word(json, STR("null"));
        return;
    }
    if (value->type == VALUE_TEXT) {
        json_text(json, value->as.text);
        return;
    }
    struct buf buf;
    buf_init(&buf, PRINT_LONGEST);
    print_exact(&buf, kind, value);
    if (print_is_number(value))
        json_word(json, buf_str(&buf));
    else
        json_text(json, buf_str(&buf));
    buf_done(&buf);
}
