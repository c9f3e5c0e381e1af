/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv_decode.h"

#include <iconv.h>

#include "scratch.h"
#include "tap.h"

struct text *csv_open_text(struct input **input, const char *encoding,
                           size_t chunk, struct err *err)
{
    *input = input_open("t", (struct input_limits){0}, err);
    CU_ASSERT_FATAL(*input != NULL);
    struct text *text = text_open(*input, encoding, err);
    if (text && chunk > 0)
        text_set_chunk(text, chunk);
    return text;
}

void csv_read_all(struct buf *out, struct text *text)
{
    struct err err = {0};
    char bytes[5000];
    size_t len;

    do {
        if (!text_read(text, bytes, sizeof(bytes), &len, &err)) {
            buf_printf(out, "!%d %s", (int)err.kind, err.text);
            return;
        }
        buf_add(out, (struct str){bytes, len});
    } while (len > 0);
}

/* What is worth showing of a text that ends in NUL. */
static const char *ending(struct str text)
{
    return text.len > 200 ? text.ptr + text.len - 200 : text.ptr;
}

static void decodes_in(size_t chunk, const char *encoding, struct str expected,
                       const char *found, uint64_t guessed_at)
{
    struct err err = {0};
    struct input *input;
    struct buf read;
    struct text *text = csv_open_text(&input, encoding, chunk, &err);

    CU_ASSERT_FATAL(text != NULL);
    buf_init(&read, 1 << 24);
    buf_add_text(&read, "");
    csv_read_all(&read, text);
    if (!str_eq(buf_str(&read), expected))
        CHECK_TEXT(ending(buf_str(&read)), ending(expected));
    CU_ASSERT(str_eq(buf_str(&read), expected));
    CHECK_TEXT(text_encoding(text), found);
    CU_ASSERT_EQUAL(text_guessed_at(text), guessed_at);
    buf_done(&read);
    text_close(text);
    input_close(input);
}

void csv_decodes(struct str bytes, const char *encoding, struct str expected,
                 const char *found, uint64_t guessed_at)
{
    static const size_t chunks[] = {0, 1, 2, 3, 4, 5, 7, 4096, 65535};

    scratch_write("t", bytes.ptr, bytes.len);
    for (size_t i = 0; i < sizeof(chunks) / sizeof(chunks[0]); i++)
        decodes_in(chunks[i], encoding, expected, found, guessed_at);
}

bool csv_has_iconv(const char *name)
{
    iconv_t handle = iconv_open("UTF-8", name);

    if (handle == (iconv_t)-1) {
        tap_skip("this iconv lacks an encoding that the test needs");
        return false;
    }
    iconv_close(handle);
    return true;
}
