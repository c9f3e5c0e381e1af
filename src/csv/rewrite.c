/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/rewrite.h"

#include <stdint.h>

/* Stand in no UTF-8. */
#define PAIR 0xFB            /* the delimiter of two bytes */
#define PLAIN_ESCAPE 0xFC    /* an escape that is ordinary, */
#define PLAIN_DELIMITER 0xFD /* and these behind one */
#define PLAIN_QUOTE 0xFE
#define NO_QUOTE 0xFF /* the quote of a dialect without one */

void rewrite_init(struct rewrite *rewrite, struct dialect dialect)
{
    *rewrite = (struct rewrite){
        .dialect = dialect,
        .needed = dialect.escape || dialect.second,
    };
    buf_init(&rewrite->line, PTRDIFF_MAX - 1);
    buf_init(&rewrite->field, PTRDIFF_MAX - 1);
}

void rewrite_done(struct rewrite *rewrite)
{
    buf_done(&rewrite->line);
    buf_done(&rewrite->field);
}

unsigned char rewrite_delimiter(const struct rewrite *rewrite)
{
    return rewrite->dialect.second ? PAIR
                                   : (unsigned char)rewrite->dialect.delimiter;
}

unsigned char rewrite_quote(const struct rewrite *rewrite)
{
    return rewrite->dialect.quote ? (unsigned char)rewrite->dialect.quote
                                  : NO_QUOTE;
}

static bool begins_delimiter(const struct dialect *dialect, struct str text)
{
    return text.len > 0 && text.ptr[0] == dialect->delimiter &&
           (!dialect->second ||
            (text.len > 1 && text.ptr[1] == dialect->second));
}

/* The byte that stands for the beginning of the text, and how long that
 * beginning is. */
static unsigned char word_of(const struct dialect *dialect, struct str text,
                             size_t *len)
{
    size_t delimiter = dialect->second ? 2 : 1;
    struct str behind = str_skip(text, 1);

    *len = delimiter;
    if (dialect->second && begins_delimiter(dialect, text))
        return PAIR;
    *len = 1;
    if (!dialect->escape || text.ptr[0] != dialect->escape || behind.len == 0)
        return (unsigned char)text.ptr[0];
    *len = 2;
    if (behind.ptr[0] == dialect->escape)
        return PLAIN_ESCAPE;
    if (dialect->quote && behind.ptr[0] == dialect->quote)
        return PLAIN_QUOTE;
    *len = 1 + delimiter;
    if (begins_delimiter(dialect, behind))
        return PLAIN_DELIMITER;
    *len = 1;
    return (unsigned char)text.ptr[0];
}

struct str rewrite_line(struct rewrite *rewrite, struct str line)
{
    if (!rewrite->needed)
        return line;
    buf_clear(&rewrite->line);
    while (line.len > 0) {
        size_t len;
        unsigned char word = word_of(&rewrite->dialect, line, &len);
        buf_add_char(&rewrite->line, (char)word);
        line = str_skip(line, len);
    }
    return buf_str(&rewrite->line);
}

static bool is_rewritten(struct str field)
{
    for (size_t i = 0; i < field.len; i++) {
        unsigned char byte = (unsigned char)field.ptr[i];
        if (byte >= PAIR && byte < NO_QUOTE)
            return true;
    }
    return false;
}

struct str rewrite_field(struct rewrite *rewrite, struct str field)
{
    const struct dialect *dialect = &rewrite->dialect;
    struct buf *out = &rewrite->field;

    if (!rewrite->needed || !is_rewritten(field))
        return field;
    buf_clear(out);
    for (size_t i = 0; i < field.len; i++) {
        switch ((unsigned char)field.ptr[i]) {
        case PLAIN_ESCAPE:
            buf_add_char(out, dialect->escape);
            break;
        case PLAIN_QUOTE:
            buf_add_char(out, dialect->quote);
            break;
        case PAIR:
        case PLAIN_DELIMITER:
            buf_add_char(out, dialect->delimiter);
            if (dialect->second)
                buf_add_char(out, dialect->second);
            break;
        default:
            buf_add_char(out, field.ptr[i]);
        }
    }
    return buf_str(out);
}
