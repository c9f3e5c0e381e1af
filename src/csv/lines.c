/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/lines.h"

#include <string.h>

#define BLOCK ((size_t)32768)

void lines_init(struct lines *lines, struct text *text, size_t max)
{
    uint64_t first = text_first_line(text);

    *lines = (struct lines){
        .text = text, .max = max, .number = first, .kept = first};
}

void lines_done(struct lines *lines)
{
    queue_done(&lines->bytes);
}

void lines_keep(struct lines *lines)
{
    queue_take(&lines->bytes, lines->next);
    lines->passed += lines->next;
    lines->cr -= lines->next;
    lines->lf -= lines->next;
    lines->next = 0;
    lines->kept = lines->number;
}

/* From the text; 0 at its end or a fault, which is there to stay. */
static size_t read_text(struct lines *lines, char *bytes, size_t size,
                        char mark, struct glance *seen)
{
    size_t len = 0;

    if (lines->ended || lines->fault.kind)
        return 0;
    if (text_glance(lines->text, bytes, size, &len, mark, seen, &lines->fault))
        lines->ended = len == 0;
    return lines->fault.kind ? 0 : len;
}

static bool refill(struct lines *lines, struct err *err)
{
    char *room = queue_room(&lines->bytes, BLOCK);

    queue_put(&lines->bytes, read_text(lines, room, BLOCK, 0, NULL));
    return !lines->fault.kind ||
           err_set(err, lines->fault.kind, "%s", lines->fault.text);
}

/* Moves *at on to the first `mark`, or to the end. Each byte is looked at
 * once, however small the pieces are in which the text comes. */
static void seek(struct str bytes, size_t *at, char mark)
{
    if (*at == bytes.len || bytes.ptr[*at] == mark)
        return;
    const char *found = memchr(bytes.ptr + *at, mark, bytes.len - *at);
    *at = found ? (size_t)(found - bytes.ptr) : bytes.len;
}

bool lines_next(struct lines *lines, struct line *line, struct err *err)
{
    struct str bytes;
    size_t end;

    for (;;) {
        bytes = queue_str(&lines->bytes);
        seek(bytes, &lines->cr, '\r');
        seek(bytes, &lines->lf, '\n');
        end = lines->cr < lines->lf ? lines->cr : lines->lf;
        /* The LF of a CRLF may still be to come. */
        bool known =
            end < bytes.len && (bytes.ptr[end] == '\n' || end + 1 < bytes.len);
        bool too_long = end > lines->max && end > lines->next;
        if (known || lines->ended || too_long)
            break;
        if (!refill(lines, err))
            return false;
    }
    *line = (struct line){0};
    if (lines->next == bytes.len)
        return true;
    line->text = (struct str){bytes.ptr + lines->next, end - lines->next};
    if (end < bytes.len)
        line->end = lines->lf == end + 1 && lines->lf < bytes.len ? 2 : 1;
    if (lines->next == 0)
        lines->first = *line;
    lines->next = end + line->end;
    if (lines->cr < lines->next)
        lines->cr = lines->next;
    if (lines->lf < lines->next)
        lines->lf = lines->next;
    lines->number++;
    return true;
}

size_t lines_len(const struct lines *lines, const struct line *last)
{
    return lines->next - last->end;
}

struct line lines_first(const struct lines *lines)
{
    struct line first = lines->first;

    first.text.ptr = queue_str(&lines->bytes).ptr;
    return first;
}

void lines_back(struct lines *lines)
{
    lines->next = lines->first.text.len + lines->first.end;
    lines->cr = lines->next;
    lines->lf = lines->next;
    lines->number = lines->kept + 1;
}

size_t lines_take(struct lines *lines, char *bytes, size_t size, char mark,
                  struct glance *seen)
{
    lines_keep(lines);
    struct str waiting = queue_str(&lines->bytes);
    size_t len = waiting.len < size ? waiting.len : size;
    lines->cr = lines->lf = 0;
    if (len == 0) {
        len = read_text(lines, bytes, size, mark, seen);
    } else {
        memcpy(bytes, waiting.ptr, len);
        queue_take(&lines->bytes, len);
        glance_add(seen, (struct str){bytes, len}, mark);
    }
    lines->passed += len;
    return len;
}

void lines_return(struct lines *lines, struct str bytes, uint64_t number)
{
    queue_return(&lines->bytes, bytes);
    lines->passed -= bytes.len;
    lines->number += number;
}
