/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Physical lines of a text, one after the other. All lines since the last
 * lines_keep() are kept, so that reading can go back to the second of them.
 * Here both ways of reading meet: bytes can be taken as they are, and given
 * back, at the beginning of any line. Borrows the text. */
#ifndef CSV_LINES_H
#define CSV_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "csv/glance.h"
#include "csv/queue.h"
#include "csv/text.h"

struct line {
    struct str text; /* without its end, which stands behind it */
    size_t end;      /* bytes of it: 0 (last line), 1 or 2 */
};

struct lines {
    struct text *text;
    size_t max;
    struct queue bytes; /* from the first kept line on */
    size_t next;        /* where in it the next line begins; */
    size_t cr, lf;      /* where, not before `next`, the first of them may be:
                           there is none between */
    uint64_t number;    /* of the next line, from 1 */
    uint64_t kept;      /* of the first kept line */
    uint64_t passed;    /* bytes of the text before it */
    struct line first;  /* the first kept line; its text.ptr is not valid */
    bool ended;         /* the text has no more */
    struct err fault;   /* or this is why it has no more */
};

/* `max`: what the kept lines may take, the text of the last one included. */
void lines_init(struct lines *lines, struct text *text, size_t max);
void lines_done(struct lines *lines);

/* Lets go of all lines before the next one. */
void lines_keep(struct lines *lines);

/* The next line, valid until the next call; text.ptr is null at the end of
 * the text. A line that makes the kept ones longer than `max` may come without
 * its end, and cut; then nothing more can be read. */
bool lines_next(struct lines *lines, struct line *line, struct err *err);

/* Bytes of the kept lines that were read, without the end of the last. */
size_t lines_len(const struct lines *lines, const struct line *last);

/* The first kept line, once it was read; valid until the next lines_next(). */
struct line lines_first(const struct lines *lines);

/* The next line will be the one after the first kept one. */
void lines_back(struct lines *lines);

/* Takes up to `size` bytes from the next line on, lets go of all before them
 * and adds a glance at them. 0 at the end, and where lines_next() would fail:
 * it will. */
size_t lines_take(struct lines *lines, char *bytes, size_t size, char mark,
                  struct glance *seen);

/* Gives back the last of the bytes taken, from the beginning of a line on that
 * stands `number` lines behind where taking began. */
void lines_return(struct lines *lines, struct str bytes, uint64_t number);

#endif
