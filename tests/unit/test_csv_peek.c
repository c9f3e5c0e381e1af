/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts longer than what the encoding is found in, and looking ahead. */
#include <config.h>

#include "csv_decode.h"
#include "scratch.h"
#include "tap.h"

/* `len` bytes of ASCII in lines of ten, then what follows. */
static void long_text(struct buf *bytes, size_t len, const char *then)
{
    buf_init(bytes, 1 << 24);
    while (bytes->len + 10 <= len)
        buf_add_text(bytes, "123456789\n");
    buf_fill(bytes, 'x', len - bytes->len);
    buf_add_text(bytes, then);
}

static void decodes_long(size_t len, const char *then, const char *expected,
                         const char *found, uint64_t guessed_at)
{
    struct buf bytes, text;

    long_text(&bytes, len, then);
    long_text(&text, len, expected);
    csv_decodes(buf_str(&bytes), NULL, buf_str(&text), found, guessed_at);
    buf_done(&bytes);
    buf_done(&text);
}

/* Behind the first 64 KiB, which are ASCII, the first byte that is not
 * decides. */
static void test_behind_the_head(void)
{
    decodes_long(70000, "\xC3\xA4\n", "\xC3\xA4\n", "UTF-8", 0);
    decodes_long(70000, "\xE4\n", "\xC3\xA4\n", "Windows-1252", 7001);
    decodes_long(70000, "\xE4\n\xC3\xA4", "\xC3\xA4\n\xC3\x83\xC2\xA4",
                 "Windows-1252", 7001);
    decodes_long(70000, "\xC3\xA4\nb\xE4\n",
                 "\xC3\xA4\nb!3 t:7002: not UTF-8 though earlier lines are: "
                 "'\\xe4'" CSV_AS_IT_IS,
                 "UTF-8", 0);
    decodes_long(70000, "\xE2\x82", "\xC3\xA2\xE2\x80\x9A", "Windows-1252",
                 7001);
    decodes_long(70000, "\x81", "!3 t:7001" CSV_WRONG_1252, "Windows-1252",
                 7001);
    decodes_long(200000, "", "", "ASCII", 0);
}

/* Around the end of the head, which must not be held against a character that
 * it cuts. */
static void test_at_the_end_of_the_head(void)
{
    for (size_t len = 65530; len <= 65537; len++) {
        decodes_long(len, "\xF0\x9F\x98\x80\n", "\xF0\x9F\x98\x80\n", "UTF-8",
                     0);
        decodes_long(len, "\xF0\x9F\x98\n", "\xC3\xB0\xC5\xB8\xCB\x9C\n",
                     "Windows-1252", len / 10 + 1);
    }
}

static void peeks(struct text *text, size_t size, struct str expected,
                  bool whole)
{
    struct err err = {0};
    struct str head;
    bool nothing_more;

    CU_ASSERT_FATAL(text_peek(text, size, &head, &nothing_more, &err));
    CU_ASSERT(str_eq(head, expected));
    CU_ASSERT_EQUAL(nothing_more, whole);
}

static void check_peek(struct text *text)
{
    struct buf rest;

    peeks(text, 0, STR(""), false);
    peeks(text, 4,
          STR("\xC3\xA4"
              "bc"),
          false);
    peeks(text, 5,
          STR("\xC3\xA4"
              "bc\n"),
          true);
    peeks(text, 100000,
          STR("\xC3\xA4"
              "bc\n"),
          true);
    peeks(text, 1, STR("\xC3"), false);
    buf_init(&rest, 1000);
    csv_read_all(&rest, text);
    CU_ASSERT(str_eq(buf_str(&rest), STR("\xC3\xA4"
                                         "bc\n")));
    buf_done(&rest);
    peeks(text, 5, STR(""), true);
}

static void test_peek(void)
{
    static const char *const stored[] = {"\xC3\xA4"
                                         "bc\n",
                                         "\xEF\xBB\xBF\xC3\xA4"
                                         "bc\n",
                                         "\xE4"
                                         "bc\n"};

    for (size_t i = 0; i < 3; i++)
        for (size_t chunk = 0; chunk < 4; chunk++) {
            struct err err = {0};
            struct input *input;
            scratch_text("t", stored[i]);
            struct text *text = csv_open_text(&input, NULL, chunk, &err);
            check_peek(text);
            text_close(text);
            input_close(input);
        }
    struct text *memory = text_memory(STR("\xC3\xA4"
                                          "bc\n"));
    check_peek(memory);
    text_close(memory);
}

/* More than the head, with a change of encoding inside what is peeked. */
static void test_long_peek(void)
{
    struct buf bytes, expected;
    struct err err = {0};
    struct input *input;
    struct str head;
    bool whole;

    long_text(&bytes, 150000, "\xE4\n");
    long_text(&expected, 150000, "\xC3\xA4\n");
    scratch_write("t", bytes.ptr, bytes.len);
    struct text *text = csv_open_text(&input, NULL, 0, &err);
    CU_ASSERT_FATAL(text_peek(text, 150003, &head, &whole, &err));
    CU_ASSERT(whole && str_eq(head, buf_str(&expected)));
    buf_clear(&bytes);
    csv_read_all(&bytes, text);
    CU_ASSERT(str_eq(buf_str(&bytes), buf_str(&expected)));
    text_close(text);
    input_close(input);
    buf_done(&bytes);
    buf_done(&expected);
}

static void test_peek_at_a_fault(void)
{
    struct err err = {0};
    struct input *input;
    struct str head;
    bool whole;

    scratch_write("t", "ab\n\0", 4);
    struct text *text = csv_open_text(&input, NULL, 0, &err);
    CU_ASSERT(text_peek(text, 2, &head, &whole, &err));
    CU_ASSERT(!text_peek(text, 3, &head, &whole, &err));
    CHECK_TEXT(err.text, "t:2" CSV_NUL);
    text_close(text);
    input_close(input);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"behind the head", test_behind_the_head},
        {"at the end of the head", test_at_the_end_of_the_head},
        {"peek", test_peek},
        {"long peek", test_long_peek},
        {"peek at a fault", test_peek_at_a_fault},
    };

    scratch_enter();
    int status = TAP_RUN("csv peek", cases);
    scratch_leave();
    return status;
}
