/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of one text on their way to UTF-8: holds what waits to be decoded
 * and what is ready, counts lines and words the faults. ASCII and UTF-8 are
 * ready where they stand, nothing is copied. */
#ifndef CSV_DECODER_H
#define CSV_DECODER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "csv/encoding.h"
#include "csv/glance.h"
#include "csv/line_ends.h"
#include "csv/queue.h"

struct decoder {
    enum encoding encoding;
    bool named;       /* by the user, not found */
    char *name;       /* as the user wrote it; null unless iconv decodes, */
    iconv_t handle;   /* with this */
    struct queue raw; /* ready as they are: ASCII and UTF-8, of which */
    size_t sound;     /* so many bytes are checked; the rest waits */
    struct queue out; /* ready, decoded from another encoding */
    enum decode_end stuck;      /* the fault behind what is ready, if any */
    struct line_ends line_ends; /* in all that has become ready */
    uint64_t guessed_at;        /* line; 0: Windows-1252 was not a guess */
};

enum decoder_step {
    DECODER_MADE, /* something became ready */
    DECODER_MORE, /* a character is cut: more bytes are needed */
    DECODER_END,  /* nothing is left */
    DECODER_FAULT,
};

/* `encoding` as for text_open(); false (ERR_REQUEST) when it is unknown. */
bool decoder_init(struct decoder *decoder, const char *encoding,
                  struct err *err);
void decoder_done(struct decoder *decoder);

/* Finds the encoding, if it was not named, and the order of UTF-16 in the
 * first `most` waiting bytes; fewer are waiting only if they are all. */
void decoder_guess(struct decoder *decoder, size_t most);

/* Decodes some of the first `len` waiting bytes; `last`: nothing follows. */
enum decoder_step decoder_step(struct decoder *decoder, size_t len, bool last);

struct str decoder_waiting(const struct decoder *decoder);
struct str decoder_ready(const struct decoder *decoder);
void decoder_take(struct decoder *decoder, size_t len);

/* Whether nothing is decoded: ASCII and UTF-8. */
bool decoder_is_direct(const struct decoder *decoder);

/* Whether bytes of the input are UTF-8 so far and nothing is ready before them:
 * then they need not come in here, but for those that wait, less than a
 * character. */
bool decoder_is_clear(const struct decoder *decoder);

/* Has these bytes pass, in front of which are those that waited: the length of
 * their sound beginning, and a glance at it. What is behind it comes in and
 * waits. */
size_t decoder_pass(struct decoder *decoder, struct str bytes, char mark,
                    struct glance *seen);

/* After DECODER_FAULT: ERR_DATA with the file and the line. */
bool decoder_fault(const struct decoder *decoder, const char *file,
                   struct err *err);

const char *decoder_label(const struct decoder *decoder);

#endif
