/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes to UTF-8, a piece at a time. Nothing here keeps bytes: a character
 * that the end of a piece cuts in two is left, to be given again with what
 * follows it. */
#ifndef CSV_ENCODING_H
#define CSV_ENCODING_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum encoding {
    ENCODING_ASCII, /* so far: not decided yet */
    ENCODING_UTF8,
    ENCODING_WINDOWS_1252,
    ENCODING_ISO_8859_1,
    ENCODING_UTF16, /* order of bytes not known yet */
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_ICONV, /* one that iconv knows by name */
};

enum decode_end {
    DECODE_ALL,
    DECODE_CUT, /* what is left may be the beginning of a character */
    DECODE_FULL,
    DECODE_NUL, /* a NUL stands where the decoder stopped */
    DECODE_BAD, /* what stands there is no character of the encoding */
};

struct decoded {
    size_t used; /* bytes taken */
    size_t made; /* bytes of UTF-8 */
    enum decode_end end;
};

/* Room that lets a piece of `len` bytes come out whole, and always a
 * character. */
#define DECODE_ROOM(len) (4 * (len) + 64)

/* Length of the run of ASCII other than NUL that the bytes begin with. */
size_t encoding_plain(struct str bytes);

/* Strict UTF-8: no overlong forms, no surrogates, at most U+10FFFF. used and
 * made are both the length of the sound beginning. */
struct decoded encoding_check(struct str bytes);

/* Into `out`, in an encoding that is neither UTF-8 nor undecided; `handle`
 * only for ENCODING_ICONV. With ENCODING_ICONV a null bytes.ptr fetches what
 * the converter holds back at the end. */
struct decoded encoding_decode(enum encoding encoding, iconv_t handle,
                               struct str bytes, char *out, size_t room);

/* What a file that begins with `head` is written in; `whole`: nothing follows.
 * Byte order mark, else the pattern of NULs that UTF-16 makes, else UTF-8 if
 * all is valid (a character cut by the end is not held against it), else
 * Windows-1252; then *bad is the offset of the first byte that is not UTF-8.
 * ENCODING_ASCII while nothing else was seen. */
enum encoding encoding_guess(struct str head, bool whole, size_t *bad);

/* LE or BE for UTF-16 of unknown order; LE where the head does not tell. */
enum encoding encoding_utf16_order(struct str head);

/* The encodings read here, by the names people give them, case folded;
 * anything else is ENCODING_ICONV. */
enum encoding encoding_named(const char *name);

/* "ASCII", "UTF-8", "Windows-1252" …; null for ENCODING_ICONV. */
const char *encoding_label(enum encoding encoding);

#endif
