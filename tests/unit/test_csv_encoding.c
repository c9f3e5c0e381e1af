/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decoders by themselves, against iconv, utf8proc and plain loops. */
#include <config.h>

#include <iconv.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "csv/encoding.h"
#include "csv/line_ends.h"
#include "csv_decode.h"
#include "tap.h"

/* Every byte against iconv's table. */
static void test_windows_1252_table(void)
{
    if (!csv_has_iconv("CP1252"))
        return;
    iconv_t handle = iconv_open("UTF-8", "CP1252");
    for (int byte = 1; byte < 256; byte++) {
        char from = (char)byte, out[64], expected[8];
        char *in = &from, *to = expected;
        size_t left = 1, room = sizeof(expected);
        bool defined = iconv(handle, &in, &left, &to, &room) != (size_t)-1;
        struct decoded step =
            encoding_decode(ENCODING_WINDOWS_1252, handle,
                            (struct str){&from, 1}, out, sizeof(out));
        CU_ASSERT_EQUAL(step.end == DECODE_ALL, defined);
        CU_ASSERT(!defined || str_eq((struct str){out, step.made},
                                     (struct str){expected, 8 - room}));
    }
    iconv_close(handle);
}

/* Whether ours and utf8proc's idea of the text agree. */
static bool same_as_utf8proc(const char *bytes, size_t len)
{
    struct str text = {bytes, len};
    struct decoded step = encoding_check(text);

    return step.used == utf8_valid_prefix(text) &&
           (step.end == DECODE_ALL) == (step.used == len);
}

/* All pairs of bytes, and the longer sequences that lie around every bound of
 * the definition. */
static void test_strict_utf8(void)
{
    static const unsigned char bounds[] = {
        0x01, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0,
        0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
        0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFE, 0xFF};
    size_t count = sizeof(bounds), differ = 0;
    char text[4];

    for (unsigned pair = 0; pair < 65536; pair++) {
        text[0] = (char)(pair >> 8);
        text[1] = (char)pair;
        bool nul = pair >> 8 == 0 || (pair & 255) == 0;
        differ += !nul && !same_as_utf8proc(text, 2);
    }
    for (size_t n = 0; n < count * count * count * count; n++) {
        size_t rest = n;
        for (size_t i = 0; i < 4; i++, rest /= count)
            text[i] = (char)bounds[rest % count];
        differ += !same_as_utf8proc(text, 4);
        differ += n % count == 0 && !same_as_utf8proc(text + 1, 3);
    }
    CU_ASSERT_EQUAL(differ, 0);
}

/* A sequence that the end cuts is told from one that is wrong. */
static void test_cut_sequences(void)
{
    CU_ASSERT_EQUAL(encoding_check(STR("a\xE2\x82")).end, DECODE_CUT);
    CU_ASSERT_EQUAL(encoding_check(STR("a\xE2\x82")).used, 1);
    CU_ASSERT_EQUAL(encoding_check(STR("\xF4\x8F\xBF")).end, DECODE_CUT);
    CU_ASSERT_EQUAL(encoding_check(STR("\xF4\x90\x80")).end, DECODE_BAD);
    CU_ASSERT_EQUAL(encoding_check(STR("\xED\xA0")).end, DECODE_BAD);
    CU_ASSERT_EQUAL(encoding_check(STR("\xE0\x9F")).end, DECODE_BAD);
    CU_ASSERT_EQUAL(encoding_check(STR("\xC1")).end, DECODE_BAD);
    CU_ASSERT_EQUAL(encoding_check(STR("\xC2")).end, DECODE_CUT);
    CU_ASSERT_EQUAL(encoding_check(STR("ab\0\xC2")).end, DECODE_NUL);
}

/* The eight-at-a-time run and the sixteen-at-a-time count against one byte at
 * a time, with every byte at every place. */
static void test_fast_loops(void)
{
    char bytes[80];
    size_t differ = 0;

    for (int byte = 0; byte < 256; byte++)
        for (size_t at = 0; at < 40; at++) {
            memset(bytes, 'x', sizeof(bytes));
            bytes[at] = (char)byte;
            size_t plain = byte > 0 && byte < 0x80 ? 41 : at;
            differ += encoding_plain((struct str){bytes, 41}) != plain;
        }
    uint64_t state = 5;
    for (int round = 0; round < 3000; round++) {
        struct line_ends ends = {0};
        size_t expected = 0, cut = 0;
        for (size_t i = 0; i < sizeof(bytes); i++) {
            state = state * 6364136223846793005 + 1442695040888963407;
            bytes[i] = "a\n\r\x8Dz"[(state >> 40) % 5];
            expected += bytes[i] == '\r' ||
                        (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r'));
        }
        cut = (state >> 20) % sizeof(bytes);
        line_ends_add(&ends, (struct str){bytes, cut});
        line_ends_add(&ends, (struct str){bytes + cut, sizeof(bytes) - cut});
        differ += ends.count != expected;
    }
    CU_ASSERT_EQUAL(differ, 0);
}

/* More than 255 line ends in one lane. */
static void test_many_line_ends(void)
{
    struct line_ends ends = {0};
    struct buf bytes;

    buf_init(&bytes, 1 << 20);
    buf_fill(&bytes, '\n', 100000);
    line_ends_add(&ends, buf_str(&bytes));
    CU_ASSERT_EQUAL(ends.count, 100000);
    buf_done(&bytes);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"Windows-1252 against iconv", test_windows_1252_table},
        {"UTF-8 against utf8proc", test_strict_utf8},
        {"cut sequences", test_cut_sequences},
        {"fast loops", test_fast_loops},
        {"many line ends", test_many_line_ends},
    };
    return TAP_RUN("csv encoding", cases);
}
