/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/fingerprint.h"

#include <string.h>

#include "base/mem.h"

#define END ((size_t)1 << 20)
#define WHOLE_TO ((uint64_t)16 << 20)

const char *hashed_words(enum hashed hashed)
{
    static const char *const words[] = {
        [HASHED_WHOLE] = "whole",
        [HASHED_ENDS] = "first and last MiB",
        [HASHED_START] = "first MiB",
    };
    return words[hashed];
}

void fingerprint_init(struct fingerprint *print, uint64_t expected, bool all)
{
    *print =
        (struct fingerprint){.hash_to = WHOLE_TO, .keep_from = WHOLE_TO - END};
    if (all) {
        print->hash_to = UINT64_MAX;
        print->keep_from = UINT64_MAX;
    } else if (expected > WHOLE_TO) {
        print->hash_to = END;
        print->keep_from = expected - END;
    }
    digest_init(&print->digest);
}

void fingerprint_done(struct fingerprint *print)
{
    mem_free(print->kept);
    print->kept = NULL;
}

/* How many of `len` bytes that begin at the offset stand before the end. */
static size_t before(uint64_t offset, size_t len, uint64_t end)
{
    if (offset >= end)
        return 0;
    return end - offset < len ? (size_t)(end - offset) : len;
}

static void hash(struct fingerprint *print, const unsigned char *bytes,
                 size_t len)
{
    size_t first = before(print->passed, len, END);
    digest_add(&print->digest, bytes, first);
    if (first > 0 && print->passed + first == END)
        print->start = print->digest;
    digest_add(&print->digest, bytes + first, len - first);
}

/* Keeps bytes that begin at the offset; of more than a MiB the last one. */
static void keep(struct fingerprint *print, uint64_t offset,
                 const unsigned char *bytes, size_t len)
{
    if (!print->kept)
        print->kept = mem_alloc(END, 1);
    if (len > END) {
        offset += len - END;
        bytes += len - END;
        len = END;
    }
    size_t at = (size_t)(offset % END);
    size_t first = len < END - at ? len : END - at;
    memcpy(print->kept + at, bytes, first);
    memcpy(print->kept, bytes + first, len - first);
}

void fingerprint_add(struct fingerprint *print, const void *bytes, size_t len)
{
    const unsigned char *from = bytes;
    if (print->passed < print->hash_to)
        hash(print, from, before(print->passed, len, print->hash_to));
    size_t skipped = before(print->passed, len, print->keep_from);
    if (skipped < len)
        keep(print, print->passed + skipped, from + skipped, len - skipped);
    print->passed += len;
}

enum hashed fingerprint_text(const struct fingerprint *print,
                             char text[DIGEST_TEXT])
{
    struct digest digest = print->digest;
    enum hashed hashed = HASHED_WHOLE;
    if (print->passed > print->hash_to) {
        digest = print->start;
        hashed = print->passed >= print->keep_from + END ? HASHED_ENDS
                                                         : HASHED_START;
    }
    if (hashed == HASHED_ENDS) {
        size_t at = (size_t)(print->passed % END);
        digest_add(&digest, print->kept + at, END - at);
        digest_add(&digest, print->kept, at);
    }
    digest_text(&digest, text);
    return hashed;
}
