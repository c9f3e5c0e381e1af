/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/encoding.h"

#include <assert.h>
#include <errno.h>
#include <stdint.h>
#include <string.h>

#define REPEAT(byte) (UINT64_MAX / 255 * (byte))

static unsigned char byte_at(struct str bytes, size_t at)
{
    return (unsigned char)bytes.ptr[at];
}

size_t encoding_plain(struct str bytes)
{
    size_t at = 0;
    uint64_t eight;

    /* The high bit of a byte, or the borrow that a zero byte makes. A borrow
     * can run on into the next byte, never hide the first. */
    for (; bytes.len - at >= sizeof(eight); at += sizeof(eight)) {
        memcpy(&eight, bytes.ptr + at, sizeof(eight));
        if (((eight | (eight - REPEAT(1))) & REPEAT(0x80)) != 0)
            break;
    }
    while (at < bytes.len && byte_at(bytes, at) - 1U < 0x7FU)
        at++;
    return at;
}

/* Length of the character that non-ASCII bytes begin with; 0: none; -1: they
 * end inside it. */
static int sequence(struct str bytes)
{
    unsigned char first = byte_at(bytes, 0);
    int len = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    /* The second byte excludes overlong forms, surrogates and what lies
     * beyond U+10FFFF; the others are free. */
    unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;

    if (first > 0xF4)
        return 0;
    for (int i = 1; i < len; i++) {
        if ((size_t)i == bytes.len)
            return -1;
        unsigned char byte = byte_at(bytes, (size_t)i);
        if (byte < low || byte > high)
            return 0;
        low = 0x80;
        high = 0xBF;
    }
    return len;
}

struct decoded encoding_check(struct str bytes)
{
    enum decode_end end = DECODE_ALL;
    size_t at = 0;

    while (at < bytes.len && end == DECODE_ALL) {
        at += encoding_plain(str_skip(bytes, at));
        if (at == bytes.len)
            break;
        int len = sequence(str_skip(bytes, at));
        if (byte_at(bytes, at) == '\0')
            end = DECODE_NUL;
        else if (len < 0)
            end = DECODE_CUT;
        else if (len == 0)
            end = DECODE_BAD;
        else
            at += (size_t)len;
    }
    return (struct decoded){at, at, end};
}

static size_t put_utf8(char *out, uint32_t code)
{
    size_t len = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};

    for (size_t i = len - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    out[0] = (char)(lead[len] | code);
    return len;
}

/* Windows-1252 from 0x80 to 0x9F; 0: not defined. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static struct decoded decode_bytes(bool windows, struct str bytes, char *out,
                                   size_t room)
{
    struct decoded done = {0};

    while (done.used < bytes.len) {
        size_t run = encoding_plain(str_skip(bytes, done.used));
        if (run > room - done.made)
            run = room - done.made;
        memcpy(out + done.made, bytes.ptr + done.used, run);
        done.used += run;
        done.made += run;
        if (done.used == bytes.len)
            break;
        uint32_t code = byte_at(bytes, done.used);
        if (code == 0)
            done.end = DECODE_NUL;
        else if (room - done.made < 4)
            done.end = DECODE_FULL;
        else if (windows && code >= 0x80 && code < 0xA0 &&
                 (code = windows_1252[code - 0x80]) == 0)
            done.end = DECODE_BAD;
        if (done.end != DECODE_ALL)
            break;
        done.made += put_utf8(out + done.made, code);
        done.used++;
    }
    return done;
}

static uint32_t unit_at(struct str bytes, size_t at, bool big)
{
    unsigned first = byte_at(bytes, at), second = byte_at(bytes, at + 1);

    return big ? first << 8 | second : second << 8 | first;
}

static bool is_surrogate(uint32_t unit, uint32_t first)
{
    return (unit & 0xFC00) == first;
}

/* The character that UTF-16 begins with and its length in *len. */
static enum decode_end next_utf16(struct str bytes, bool big, uint32_t *code,
                                  size_t *len)
{
    if (bytes.len < 2)
        return DECODE_CUT;
    *code = unit_at(bytes, 0, big);
    *len = 2;
    if (*code == 0)
        return DECODE_NUL;
    if (is_surrogate(*code, 0xDC00))
        return DECODE_BAD;
    if (is_surrogate(*code, 0xD800)) {
        if (bytes.len < 4)
            return DECODE_CUT;
        uint32_t second = unit_at(bytes, 2, big);
        if (!is_surrogate(second, 0xDC00))
            return DECODE_BAD;
        *code = 0x10000 + ((*code & 0x3FF) << 10 | (second & 0x3FF));
        *len = 4;
    }
    return DECODE_ALL;
}

static struct decoded decode_utf16(bool big, struct str bytes, char *out,
                                   size_t room)
{
    struct decoded done = {0};

    while (done.used < bytes.len && done.end == DECODE_ALL) {
        uint32_t code;
        size_t len;
        if (room - done.made < 4) {
            done.end = DECODE_FULL;
            break;
        }
        done.end = next_utf16(str_skip(bytes, done.used), big, &code, &len);
        if (done.end == DECODE_ALL) {
            done.made += put_utf8(out + done.made, code);
            done.used += len;
        }
    }
    return done;
}

static struct decoded decode_iconv(iconv_t handle, struct str bytes, char *out,
                                   size_t room)
{
    /* iconv() takes char ** but does not write to the bytes. */
    char *from = (char *)bytes.ptr, *to = out;
    size_t left = bytes.len, space = room;
    struct decoded done = {0};

    if (iconv(handle, from ? &from : NULL, &left, &to, &space) == (size_t)-1)
        done.end = errno == EINVAL  ? DECODE_CUT
                   : errno == E2BIG ? DECODE_FULL
                                    : DECODE_BAD;
    done.used = bytes.len - left;
    done.made = room - space;
    const char *nul = memchr(out, '\0', done.made);
    if (nul) {
        done.made = (size_t)(nul - out);
        done.end = DECODE_NUL;
    }
    return done;
}

struct decoded encoding_decode(enum encoding encoding, iconv_t handle,
                               struct str bytes, char *out, size_t room)
{
    switch (encoding) {
    case ENCODING_WINDOWS_1252:
    case ENCODING_ISO_8859_1:
        return decode_bytes(encoding == ENCODING_WINDOWS_1252, bytes, out,
                            room);
    case ENCODING_UTF16LE:
    case ENCODING_UTF16BE:
        return decode_utf16(encoding == ENCODING_UTF16BE, bytes, out, room);
    default:
        assert(encoding == ENCODING_ICONV);
        return decode_iconv(handle, bytes, out, room);
    }
}

/* Text in UTF-16 is full of NULs on one side of its units: every delimiter,
 * digit, blank and line end has one there; the other side has them only in the
 * rare U+0100, U+2000 … A few stray NULs are no proof, unless there is nothing
 * else on their side. */
static enum encoding utf16_by_nuls(struct str head)
{
    size_t nuls[2] = {0};

    for (size_t i = 0; i < head.len; i++)
        nuls[i % 2] += head.ptr[i] == '\0';
    bool big = nuls[0] > nuls[1];
    size_t many = nuls[!big], few = nuls[big];
    bool stray = many < 4 && 2 * many < head.len;
    if (many == 0 || stray || many < head.len / 6 || few > many / 8)
        return ENCODING_ASCII;
    return big ? ENCODING_UTF16BE : ENCODING_UTF16LE;
}

static enum encoding by_mark(struct str head)
{
    if (str_starts(head, STR("\xEF\xBB\xBF")))
        return ENCODING_UTF8;
    if (str_starts(head, STR("\xFF\xFE")))
        return ENCODING_UTF16LE;
    if (str_starts(head, STR("\xFE\xFF")))
        return ENCODING_UTF16BE;
    return ENCODING_ASCII;
}

enum encoding encoding_utf16_order(struct str head)
{
    enum encoding found = by_mark(head);

    if (found != ENCODING_UTF16LE && found != ENCODING_UTF16BE)
        found = utf16_by_nuls(head);
    return found == ENCODING_UTF16BE ? found : ENCODING_UTF16LE;
}

enum encoding encoding_guess(struct str head, bool whole, size_t *bad)
{
    enum encoding found = by_mark(head);

    if (found == ENCODING_ASCII)
        found = utf16_by_nuls(head);
    if (found != ENCODING_ASCII)
        return found;

    struct decoded step = encoding_check(head);
    *bad = step.used;
    while (step.end == DECODE_NUL) { /* no matter of the encoding */
        step = encoding_check(str_skip(head, ++*bad));
        *bad += step.used;
    }
    if (step.end == DECODE_BAD || (step.end == DECODE_CUT && whole))
        return ENCODING_WINDOWS_1252;
    for (size_t i = 0; i < *bad; i++)
        if (byte_at(head, i) >= 0x80)
            return ENCODING_UTF8;
    return ENCODING_ASCII;
}

static const struct {
    const char *name;
    enum encoding encoding;
} known[] = {
    {"ASCII", ENCODING_ASCII},
    {"UTF-8", ENCODING_UTF8},
    {"Windows-1252", ENCODING_WINDOWS_1252},
    {"ISO-8859-1", ENCODING_ISO_8859_1},
    {"UTF-16", ENCODING_UTF16},
    {"UTF-16LE", ENCODING_UTF16LE},
    {"UTF-16BE", ENCODING_UTF16BE},
    {"utf8", ENCODING_UTF8},
    {"cp1252", ENCODING_WINDOWS_1252},
    {"latin1", ENCODING_ISO_8859_1},
    {"latin-1", ENCODING_ISO_8859_1},
};

#define KNOWN (sizeof(known) / sizeof(known)[0])

enum encoding encoding_named(const char *name)
{
    /* "ASCII" as a request means strictly that, which iconv sees to. */
    for (size_t i = 1; i < KNOWN; i++)
        if (str_eq_fold(str_from(known[i].name), str_from(name)))
            return known[i].encoding;
    return ENCODING_ICONV;
}

const char *encoding_label(enum encoding encoding)
{
    for (size_t i = 0; i < KNOWN; i++)
        if (known[i].encoding == encoding)
            return known[i].name;
    return NULL;
}
