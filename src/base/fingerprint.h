/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 of bytes that pass once, of all of them or, where that would cost
 * more than reading them, of their ends. Owns the end that it keeps. */
#ifndef BASE_FINGERPRINT_H
#define BASE_FINGERPRINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"

/* What the sha256 is of. */
enum hashed {
    HASHED_WHOLE,
    HASHED_ENDS,  /* the first MiB followed by the last one */
    HASHED_START, /* the first MiB: the file shrank while it was read */
};

/* "whole", "first and last MiB", "first MiB". */
const char *hashed_words(enum hashed hashed);

struct fingerprint {
    uint64_t passed;    /* bytes so far */
    uint64_t hash_to;   /* bytes before it are hashed */
    uint64_t keep_from; /* bytes behind it are kept */
    struct digest digest;
    struct digest start; /* of the first MiB, once it has passed */
    unsigned char *kept; /* ring of a MiB by offset, or null */
};

/* `expected`: bytes that will pass, as far as anybody knows; 0: not known. Up
 * to 16 MiB are hashed whole, more only with `all`. */
void fingerprint_init(struct fingerprint *print, uint64_t expected, bool all);
void fingerprint_done(struct fingerprint *print);

void fingerprint_add(struct fingerprint *print, const void *bytes, size_t len);

/* Of what has passed so far. */
enum hashed fingerprint_text(const struct fingerprint *print,
                             char text[DIGEST_TEXT]);

#endif
