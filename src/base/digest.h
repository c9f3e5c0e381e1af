/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 in hexadecimal, through nettle. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <nettle/sha2.h>
#include <stddef.h>

#define DIGEST_TEXT 65 /* 64 digits and NUL */

struct digest {
    struct sha256_ctx context;
};

void digest_init(struct digest *digest);
void digest_add(struct digest *digest, const void *bytes, size_t len);
void digest_text(struct digest *digest, char text[DIGEST_TEXT]);

#endif
