/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/digest.h"

#include <stdint.h>

void digest_init(struct digest *digest)
{
    sha256_init(&digest->context);
}

void digest_add(struct digest *digest, const void *bytes, size_t len)
{
    sha256_update(&digest->context, len, bytes);
}

void digest_text(struct digest *digest, char text[DIGEST_TEXT])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t raw[SHA256_DIGEST_SIZE];

    sha256_digest(&digest->context, sizeof(raw), raw);
    for (size_t i = 0; i < sizeof(raw); i++) {
        text[2 * i] = digits[raw[i] >> 4];
        text[2 * i + 1] = digits[raw[i] & 15];
    }
    text[DIGEST_TEXT - 1] = '\0';
}
