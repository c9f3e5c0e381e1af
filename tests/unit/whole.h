/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole files through base/input, for the tests of it; and texts and gzip
 * streams to make such files of. */
#ifndef TESTS_UNIT_WHOLE_H
#define TESTS_UNIT_WHOLE_H

#include "base/buf.h"
#include "base/digest.h"
#include "base/err.h"
#include "base/input.h"

#define MEBI ((size_t)1024 * 1024)

extern const struct input_limits whole_unlimited;

/* A file as far as it could be read. */
struct whole {
    struct buf text;
    bool sound;
    struct err err;
    uint64_t stored; /* only when sound, like the hash */
    char sha256[DIGEST_TEXT];
};

/* Reads `step` bytes a time. */
struct whole whole_read(const char *name, struct input_limits limits,
                        size_t step);
void whole_done(struct whole *whole);

/* Asserts that the file reads as this text. */
void whole_check(const char *name, struct str expected, size_t step);

/* Asserts that it is refused with this kind and message. */
void whole_check_refused(const char *name, struct input_limits limits,
                         enum err_kind kind, const char *text);

void whole_sha256(const void *bytes, size_t len, char text[DIGEST_TEXT]);

/* Appends a gzip member. */
void whole_add_gzip(struct buf *file, struct str text);

/* Text that does not repeat itself, so that gzip has something to do. */
struct buf whole_text(size_t len);

#endif
