/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes that come in at the end and go out at the beginning. Owns them. */
#ifndef CSV_QUEUE_H
#define CSV_QUEUE_H

#include <assert.h>
#include <stddef.h>

#include "base/str.h"

/* {0} is an empty one. */
struct queue {
    char *bytes;
    size_t begin, end, cap;
};

void queue_done(struct queue *queue);

/* Puts bytes in front of all others. */
void queue_return(struct queue *queue, struct str bytes);

/* Where at least `room` bytes may be put; queue_put() says how many were.
 * Moves what is in the queue. */
char *queue_room(struct queue *queue, size_t room);

static inline void queue_put(struct queue *queue, size_t count)
{
    assert(count <= queue->cap - queue->end);
    queue->end += count;
}

static inline void queue_take(struct queue *queue, size_t count)
{
    assert(count <= queue->end - queue->begin);
    queue->begin += count;
}

static inline struct str queue_str(const struct queue *queue)
{
    if (!queue->bytes)
        return STR("");
    return (struct str){queue->bytes + queue->begin, queue->end - queue->begin};
}

#endif
