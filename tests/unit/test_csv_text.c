/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodings: what is found, what is refused, and at which line. */
#include <config.h>

#include <stdio.h>

#include "csv_decode.h"
#include "scratch.h"
#include "tap.h"

static void test_found(void)
{
    CSV_DECODES("", NULL, "", "ASCII", 0);
    CSV_DECODES("a,b\n", NULL, "a,b\n", "ASCII", 0);
    CSV_DECODES("W\xC3\xA4rtsil\xC3\xA4\n", NULL, "W\xC3\xA4rtsil\xC3\xA4\n",
                "UTF-8", 0);
    CSV_DECODES("\xF0\x9F\x98\x80", NULL, "\xF0\x9F\x98\x80", "UTF-8", 0);
    CSV_DECODES("a\r\nb\rW\xE4rtsil\xE4\n", NULL,
                "a\r\nb\rW\xC3\xA4rtsil\xC3\xA4\n", "Windows-1252", 3);
    CSV_DECODES("\x80 \x93x\x94\n", NULL,
                "\xE2\x82\xAC \xE2\x80\x9Cx\xE2\x80\x9D\n", "Windows-1252", 1);
    /* Valid UTF-8 first, then bytes that are not: the head is read as a
     * whole. */
    CSV_DECODES("\xC3\xA4\n\n\xE4\n", NULL, "\xC3\x83\xC2\xA4\n\n\xC3\xA4\n",
                "Windows-1252", 3);
    /* A character that the end of the file cuts. */
    CSV_DECODES("a\n\xE2\x82", NULL, "a\n\xC3\xA2\xE2\x80\x9A", "Windows-1252",
                2);
}

static void test_marks(void)
{
    CSV_DECODES("\xEF\xBB\xBF", NULL, "", "UTF-8", 0);
    CSV_DECODES("\xEF\xBB\xBF"
                "a\n",
                NULL, "a\n", "UTF-8", 0);
    CSV_DECODES("\xEF\xBB\xBF"
                "a\n",
                "utf-8", "a\n", "UTF-8", 0);
    /* Only the first is a mark. */
    CSV_DECODES("\xEF\xBB\xBF\xEF\xBB\xBF", NULL, "\xEF\xBB\xBF", "UTF-8", 0);
    CSV_DECODES("\xEF\xBB", NULL, "\xC3\xAF\xC2\xBB", "Windows-1252", 1);
    CSV_DECODES(
        "\xEF\xBB\xBF"
        "a\n\xE4",
        NULL,
        "a\n!3 t:2: not UTF-8 though earlier lines are: '\\xe4'" CSV_AS_IT_IS,
        "UTF-8", 0);
    CSV_DECODES("\xEF\xBB\xBF"
                "a",
                "windows-1252",
                "\xC3\xAF\xC2\xBB\xC2\xBF"
                "a",
                "Windows-1252", 0);
}

static void test_utf16(void)
{
    CSV_DECODES("\xFF\xFE"
                "a\0,\0\xE4\0\n\0",
                NULL, "a,\xC3\xA4\n", "UTF-16LE", 0);
    CSV_DECODES("\xFE\xFF"
                "\0a\0,\0\xE4\0\n",
                NULL, "a,\xC3\xA4\n", "UTF-16BE", 0);
    CSV_DECODES("\xFF\xFE", NULL, "", "UTF-16LE", 0);
    CSV_DECODES("a\0,\0b\0\n\0", NULL, "a,b\n", "UTF-16LE", 0);
    CSV_DECODES("\0a\0,\0b\0\n", NULL, "a,b\n", "UTF-16BE", 0);
    /* Words in another script, with few NULs: U+0410 U+0411 ; 1 U+0100. */
    CSV_DECODES("\x10\x04\x11\x04;\0001\0\0\001\n\0;\0001\0002\0003\0;\0001\0",
                NULL, "\xD0\x90\xD0\x91;1\xC4\x80\n;123;1", "UTF-16LE", 0);
    CSV_DECODES("=\xD8\0\xDE"
                "a\0",
                "utf-16le",
                "\xF0\x9F\x98\x80"
                "a",
                "UTF-16LE", 0);
    CSV_DECODES("\xFE\xFF\0a", "UTF-16", "a", "UTF-16BE", 0);
    CSV_DECODES("\0a\0b", "utf-16", "ab", "UTF-16BE", 0);
    CSV_DECODES("\x10\x04", "utf-16", "\xD0\x90", "UTF-16LE", 0);
    CSV_DECODES("\xFF\xFE"
                "a\0\r\0\n\0b",
                NULL, "a\r\n!3 t:2" CSV_HALF "'b'" CSV_NAME_IT, "UTF-16LE", 0);
    CSV_DECODES("\xFF\xFE"
                "a\0\n\0\0\xDC",
                NULL, "a\n!3 t:2" CSV_HALF "'\\x00'" CSV_NAME_IT, "UTF-16LE",
                0);
    CSV_DECODES("\xFE\xFF"
                "\0a\0\r\xD8\0\0b",
                NULL, "a\r!3 t:2" CSV_HALF "'\\xd8'" CSV_NAME_IT, "UTF-16BE",
                0);
    CSV_DECODES("\xFE\xFF"
                "\0a\xD8\0",
                NULL, "a!3 t:1" CSV_HALF "'\\xd8'" CSV_NAME_IT, "UTF-16BE", 0);
    CSV_DECODES("\xFF\xFE"
                "a\0\n\0\0\0b\0",
                NULL, "a\n!3 t:2" CSV_NUL, "UTF-16LE", 0);
}

static void test_nul(void)
{
    CSV_DECODES("a\n\0b\n", NULL, "a\n!3 t:2" CSV_NUL, "ASCII", 0);
    CSV_DECODES("a,b,c,d\nab\0c,d,e,f\n", NULL, "a,b,c,d\nab!3 t:2" CSV_NUL,
                "ASCII", 0);
    CSV_DECODES("\xC3\xA4\n\n\0\n", NULL, "\xC3\xA4\n\n!3 t:3" CSV_NUL, "UTF-8",
                0);
    CSV_DECODES("\xE4\n\0\n", NULL, "\xC3\xA4\n!3 t:2" CSV_NUL, "Windows-1252",
                1);
    CSV_DECODES("\n\0\n", "iso-8859-1", "\n!3 t:2" CSV_NUL, "ISO-8859-1", 0);
    /* A few NULs are not UTF-16, nor are many on both sides. */
    CSV_DECODES("a\0b", NULL, "a!3 t:1" CSV_NUL, "ASCII", 0);
    CSV_DECODES("a\0\0b", NULL, "a!3 t:1" CSV_NUL, "ASCII", 0);
    CSV_DECODES("a\0a\0a\0a\0,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,", NULL,
                "a!3 t:1" CSV_NUL, "ASCII", 0);
    CSV_DECODES("a\0\0\0a\0\0\0a\0\0\0a\0\0\0", NULL, "a!3 t:1" CSV_NUL,
                "ASCII", 0);
    CSV_DECODES("a\0b\0c\0\n\0d", NULL,
                "abc\n!3 t:2" CSV_HALF "'d'" CSV_NAME_IT, "UTF-16LE", 0);
}

static void test_single_bytes(void)
{
    CSV_DECODES("a\n\x81", NULL, "a\n!3 t:2" CSV_WRONG_1252, "Windows-1252", 2);
    CSV_DECODES("a\r\r\x81", "cp1252", "a\r\r!3 t:3" CSV_WRONG_1252,
                "Windows-1252", 0);
    CSV_DECODES("\x81\xE4", "ISO-8859-1", "\xC2\x81\xC3\xA4", "ISO-8859-1", 0);
    CSV_DECODES("\xC3\xA4", "windows-1252", "\xC3\x83\xC2\xA4", "Windows-1252",
                0);
    CSV_DECODES("\xC3\xA4", "latin1", "\xC3\x83\xC2\xA4", "ISO-8859-1", 0);
}

static void test_utf8_as_told(void)
{
    CSV_DECODES("\xE4\n", "UTF-8", "!3 t:1: not UTF-8: '\\xe4'" CSV_AS_IT_IS,
                "UTF-8", 0);
    CSV_DECODES("a\n\xE2\x82", "utf8",
                "a\n!3 t:2: not UTF-8: '\\xe2'" CSV_AS_IT_IS, "UTF-8", 0);
}

static void test_by_iconv(void)
{
    if (!csv_has_iconv("CP1251") || !csv_has_iconv("SHIFT_JIS") ||
        !csv_has_iconv("UTF-32LE") || !csv_has_iconv("ISO-2022-JP"))
        return;
    CSV_DECODES("\xD0\xEE\xF1;1\n", "cp1251", "\xD0\xA0\xD0\xBE\xD1\x81;1\n",
                "cp1251", 0);
    CSV_DECODES("a\n\x93\xFA\x96{\n", "Shift_JIS",
                "a\n\xE6\x97\xA5\xE6\x9C\xAC\n", "Shift_JIS", 0);
    CSV_DECODES("a\n\x93", "SHIFT_JIS",
                "a\n!3 t:2: not SHIFT_JIS: '\\x93'" CSV_NAME_IT, "SHIFT_JIS",
                0);
    CSV_DECODES("a\n\x98", "cp1251",
                "a\n!3 t:2: not cp1251: '\\x98'" CSV_NAME_IT, "cp1251", 0);
    CSV_DECODES("\xFF\xFE\0\0"
                "a\0\0\0\n\0\0\0",
                "UTF-32LE", "a\n", "UTF-32LE", 0);
    CSV_DECODES("a\0\0\0\n\0\0\0\0\0\0\0", "UTF-32LE", "a\n!3 t:2" CSV_NUL,
                "UTF-32LE", 0);
    CSV_DECODES("a\n\x1B$BF|\x1B(B\n", "iso-2022-jp", "a\n\xE6\x97\xA5\n",
                "iso-2022-jp", 0);
    CSV_DECODES("a\n\xE4", "ascii", "a\n!3 t:2: not ascii: '\\xe4'" CSV_NAME_IT,
                "ascii", 0);
}

/* A converter that keeps a character back, because the next one could join
 * it, gives it out at the end. */
static void test_kept_back(void)
{
    if (csv_has_iconv("CP1258"))
        CSV_DECODES("a\nb", "cp1258", "a\nb", "cp1258", 0);
}

static void test_unknown_names(void)
{
    static const char *const names[][2] = {
        {"klingon", "klingon"},
        {"", ""},
        {"UTF-8//IGNORE", "UTF-8//IGNORE"},
        {"ASCII//TRANSLIT", "ASCII//TRANSLIT"},
        {"\x1B[31m", "\\x1b[31m"},
    };

    scratch_text("t", "x");
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct err err = {0};
        struct input *input;
        char expected[100];
        snprintf(expected, sizeof(expected),
                 "unknown encoding: '%s'; `iconv -l` lists the names",
                 names[i][1]);
        CU_ASSERT(!csv_open_text(&input, names[i][0], 0, &err));
        CHECK_TEXT(err.text, expected);
        CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
        input_close(input);
    }
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"found encodings", test_found},
        {"byte order marks", test_marks},
        {"UTF-16", test_utf16},
        {"NUL bytes", test_nul},
        {"Windows-1252 and ISO-8859-1", test_single_bytes},
        {"UTF-8 as told", test_utf8_as_told},
        {"by iconv", test_by_iconv},
        {"kept back by iconv", test_kept_back},
        {"unknown names", test_unknown_names},
    };

    scratch_enter();
    int status = TAP_RUN("csv text", cases);
    scratch_leave();
    return status;
}
