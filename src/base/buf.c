/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/buf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

#define SMALLEST ((size_t)64)

void buf_init(struct buf *buf, size_t max)
{
    assert(max < PTRDIFF_MAX);
    *buf = (struct buf){.max = max};
}

void buf_done(struct buf *buf)
{
    mem_free(buf->ptr);
    buf_init(buf, buf->max);
}

void buf_clear(struct buf *buf)
{
    buf->len = 0;
    buf->full = false;
    if (buf->ptr)
        buf->ptr[0] = '\0';
}

/* Room for `more` bytes and the NUL behind them, or the buffer is full. */
static bool reserve(struct buf *buf, size_t more)
{
    if (buf->full || more > buf->max - buf->len) {
        buf->full = true;
        return false;
    }
    size_t needed = buf->len + more + 1;
    if (needed <= buf->cap)
        return true;
    size_t cap = buf->cap > 0 ? buf->cap : SMALLEST;
    while (cap < needed)
        cap *= 2;
    if (cap > buf->max + 1)
        cap = buf->max + 1;
    buf->ptr = mem_resize(buf->ptr, cap, 1);
    buf->cap = cap;
    return true;
}

static void added(struct buf *buf, size_t len)
{
    buf->len += len;
    buf->ptr[buf->len] = '\0';
}

bool buf_add(struct buf *buf, struct str text)
{
    if (!reserve(buf, text.len))
        return false;
    if (text.len > 0)
        memcpy(buf->ptr + buf->len, text.ptr, text.len);
    added(buf, text.len);
    return true;
}

bool buf_add_char(struct buf *buf, char c)
{
    return buf_add(buf, (struct str){&c, 1});
}

bool buf_add_text(struct buf *buf, const char *text)
{
    return buf_add(buf, str_from(text));
}

bool buf_fill(struct buf *buf, char c, size_t count)
{
    if (!reserve(buf, count))
        return false;
    memset(buf->ptr + buf->len, c, count);
    added(buf, count);
    return true;
}

bool buf_printf(struct buf *buf, const char *format, ...)
{
    va_list values, again;
    va_start(values, format);
    va_copy(again, values);
    int len = vsnprintf(NULL, 0, format, values);
    bool fits = reserve(buf, len >= 0 ? (size_t)len : SIZE_MAX);
    if (fits) {
        vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, again);
        buf->len += (size_t)len;
    }
    va_end(again);
    va_end(values);
    return fits;
}
