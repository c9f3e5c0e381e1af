/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "whole.h"

#include <zlib.h>

#include "base/mem.h"
#include "tap.h"

const struct input_limits whole_unlimited = {0, 0};

struct whole whole_read(const char *name, struct input_limits limits,
                        size_t step)
{
    struct whole whole = {.sound = true};
    struct input *input = input_open(name, limits, &whole.err);
    char *bytes = mem_alloc(step, 1);
    size_t len = 1;

    buf_init(&whole.text, 256 * MEBI);
    whole.sound = input != NULL;
    while (whole.sound && len > 0) {
        whole.sound = input_read(input, bytes, step, &len, &whole.err);
        buf_add(&whole.text, (struct str){bytes, len});
    }
    if (whole.sound) {
        whole.stored = input_stored_size(input);
        input_sha256(input, whole.sha256);
    }
    input_close(input);
    mem_free(bytes);
    return whole;
}

void whole_done(struct whole *whole)
{
    buf_done(&whole->text);
}

void whole_check(const char *name, struct str expected, size_t step)
{
    struct whole whole = whole_read(name, whole_unlimited, step);

    CHECK_TEXT(whole.err.text, "");
    CU_ASSERT(whole.sound);
    CU_ASSERT(str_eq(buf_str(&whole.text), expected));
    whole_done(&whole);
}

void whole_check_refused(const char *name, struct input_limits limits,
                         enum err_kind kind, const char *text)
{
    struct whole whole = whole_read(name, limits, 4096);

    CU_ASSERT_FALSE(whole.sound);
    CU_ASSERT_EQUAL(whole.err.kind, kind);
    CHECK_TEXT(whole.err.text, text);
    whole_done(&whole);
}

void whole_sha256(const void *bytes, size_t len, char text[DIGEST_TEXT])
{
    struct digest digest;

    digest_init(&digest);
    digest_add(&digest, bytes, len);
    digest_text(&digest, text);
}

void whole_add_gzip(struct buf *file, struct str text)
{
    z_stream z = {0};
    unsigned char packed[4096];

    CU_ASSERT_FATAL(deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8,
                                 Z_DEFAULT_STRATEGY) == Z_OK);
    z.next_in = (unsigned char *)text.ptr;
    z.avail_in = (uInt)text.len;
    int status;
    do {
        z.next_out = packed;
        z.avail_out = sizeof(packed);
        status = deflate(&z, Z_FINISH);
        buf_add(file,
                (struct str){(char *)packed, sizeof(packed) - z.avail_out});
    } while (status == Z_OK);
    deflateEnd(&z);
}

struct buf whole_text(size_t len)
{
    struct buf text;
    uint32_t state = 2463534242;

    buf_init(&text, len);
    while (text.len < len) {
        state ^= state << 13, state ^= state >> 17, state ^= state << 5;
        buf_add_char(&text, "0123456789,\n"[state % 12]);
    }
    return text;
}
