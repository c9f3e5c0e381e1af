/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/queue.h"

#include <string.h>

#include "base/mem.h"

void queue_done(struct queue *queue)
{
    mem_free(queue->bytes);
    *queue = (struct queue){0};
}

char *queue_room(struct queue *queue, size_t room)
{
    size_t len = queue->end - queue->begin;

    if (queue->cap - queue->end < room && queue->begin > 0) {
        memmove(queue->bytes, queue->bytes + queue->begin, len);
        queue->begin = 0;
        queue->end = len;
    }
    if (queue->cap - queue->end < room) {
        /* Twice what is needed, so that little is moved how ever often. */
        queue->cap = 2 * (len + room);
        queue->bytes = mem_resize(queue->bytes, queue->cap, 1);
    }
    return queue->bytes + queue->end;
}

void queue_return(struct queue *queue, struct str bytes)
{
    if (bytes.len == 0)
        return;
    if (queue->begin < bytes.len) {
        size_t len = queue->end - queue->begin;
        queue_room(queue, bytes.len);
        memmove(queue->bytes + bytes.len, queue->bytes + queue->begin, len);
        queue->begin = bytes.len;
        queue->end = bytes.len + len;
    }
    queue->begin -= bytes.len;
    memcpy(queue->bytes + queue->begin, bytes.ptr, bytes.len);
}
