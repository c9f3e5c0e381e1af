/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growing text with a mandatory maximum. Owns its bytes. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct buf {
    char *ptr; /* always NUL-terminated once something was added */
    size_t len;
    size_t cap;
    size_t max;
    bool full; /* something did not fit: what is there is a prefix */
};

void buf_init(struct buf *buf, size_t max);
void buf_done(struct buf *buf);
void buf_clear(struct buf *buf); /* keeps the memory */

/* Each adds all or nothing; when the maximum would be passed `full` is set,
 * everything later is refused too, and false is returned. */
bool buf_add(struct buf *buf, struct str text);
bool buf_add_char(struct buf *buf, char c);
bool buf_add_text(struct buf *buf, const char *text);
bool buf_printf(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
bool buf_fill(struct buf *buf, char c, size_t count);

static inline struct str buf_str(const struct buf *buf)
{
    return (struct str){buf->ptr ? buf->ptr : "", buf->len};
}

#endif
