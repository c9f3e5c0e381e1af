/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/utf8.h"

#include <assert.h>
#include <stdint.h>
#include <utf8proc.h>

#include "base/buf.h"
#include "base/mem.h"

size_t utf8_next(struct str text, int32_t *code)
{
    assert(text.len > 0);
    unsigned char first = (unsigned char)text.ptr[0];
    if (first < 0x80) {
        *code = first;
        return 1;
    }
    size_t longest = text.len < 4 ? text.len : 4;
    utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr,
                                            (utf8proc_ssize_t)longest, code);
    if (len > 0)
        return (size_t)len;
    *code = -1;
    return 1;
}

size_t utf8_valid_prefix(struct str text)
{
    const uint64_t high_bits = 0x8080808080808080;
    size_t at = 0;
    while (at < text.len) {
        uint64_t eight;
        if (text.len - at >= sizeof(eight)) {
            memcpy(&eight, text.ptr + at, sizeof(eight));
            if ((eight & high_bits) == 0) {
                at += sizeof(eight);
                continue;
            }
        }
        int32_t code;
        size_t len = utf8_next(str_skip(text, at), &code);
        if (code < 0)
            break;
        at += len;
    }
    return at;
}

static size_t columns_of(int32_t code)
{
    if (code < 0 || utf8proc_category(code) == UTF8PROC_CATEGORY_CC)
        return 1;
    return (size_t)utf8proc_charwidth(code);
}

size_t utf8_width(struct str text)
{
    size_t width = 0;
    while (text.len > 0) {
        int32_t code;
        text = str_skip(text, utf8_next(text, &code));
        width += columns_of(code);
    }
    return width;
}

struct str utf8_prefix(struct str text, size_t columns)
{
    struct str prefix = {text.ptr, 0};
    while (prefix.len < text.len) {
        int32_t code;
        size_t len = utf8_next(str_skip(text, prefix.len), &code);
        size_t width = columns_of(code);
        if (width > columns)
            break;
        columns -= width;
        prefix.len += len;
    }
    return prefix;
}

/* What Unicode neither decomposes nor folds but people type plainly. */
static const char *plain_spelling(int32_t code)
{
    switch (code) {
    case '`':
    case 0x00B4: /* acute accent */
    case 0x02BB: /* turned comma, the okina */
    case 0x201B: /* reversed quotation mark */
    case 0x2032: /* prime */
        return "'";
    case 0x00E6:
        return "ae";
    case 0x00F0: /* eth */
    case 0x0111:
        return "d";
    case 0x00F8:
        return "o";
    case 0x00FE: /* thorn */
        return "th";
    case 0x0127:
        return "h";
    case 0x0131: /* dotless i */
        return "i";
    case 0x0142:
        return "l";
    case 0x0153:
        return "oe";
    case 0x0167:
        return "t";
    default:
        return NULL;
    }
}

/* The marks that Latin, Greek and Cyrillic letters carry. Marks of other
 * scripts tell words apart (Japanese voicing, Indic vowels), so Unicode's
 * "mark" category would take too much. */
static bool is_diacritic(int32_t code)
{
    return (code >= 0x0300 && code <= 0x036F) ||
           (code >= 0x1AB0 && code <= 0x1AFF) ||
           (code >= 0x1DC0 && code <= 0x1DFF);
}

static bool is_blank(int32_t code)
{
    if (code == ' ' || (code >= '\t' && code <= '\r') || code == 0x0085)
        return true;
    utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_ZS ||
           category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

static void add_code(struct buf *key, int32_t code)
{
    const char *plain = plain_spelling(code);
    if (plain) {
        buf_add_text(key, plain);
    } else if (!is_blank(code)) {
        utf8proc_uint8_t bytes[4];
        utf8proc_ssize_t len = utf8proc_encode_char(code, bytes);
        buf_add(key, (struct str){(const char *)bytes, (size_t)len});
    } else if (key->len > 0 && key->ptr[key->len - 1] != ' ') {
        buf_add_char(key, ' ');
    }
}

/* LUMP makes dashes and apostrophes plain; IGNORE drops soft hyphens and
 * other invisible characters. */
#define KEY_OPTIONS \
    (UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_LUMP | UTF8PROC_IGNORE)

/* Adds the key of valid UTF-8. */
static void add_valid(struct buf *key, struct str text)
{
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text.ptr;
    utf8proc_ssize_t len = (utf8proc_ssize_t)text.len;
    utf8proc_ssize_t count =
        utf8proc_decompose(bytes, len, NULL, 0, KEY_OPTIONS);
    assert(count >= 0);
    int32_t *codes = mem_alloc((size_t)count, sizeof(*codes));
    utf8proc_decompose(bytes, len, codes, count, KEY_OPTIONS);

    utf8proc_ssize_t kept = 0;
    for (utf8proc_ssize_t i = 0; i < count; i++)
        if (!is_diacritic(codes[i]))
            codes[kept++] = codes[i];
    kept = utf8proc_normalize_utf32(codes, kept,
                                    UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    for (utf8proc_ssize_t i = 0; i < kept; i++)
        add_code(key, codes[i]);
    mem_free(codes);
}

/* The same for ASCII, which nearly every name is: case, blanks, and the
 * apostrophe that people write with a grave accent. */
static bool add_ascii(struct buf *key, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0x80)
            return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c >= 'A' && c <= 'Z')
            buf_add_char(key, (char)(c - 'A' + 'a'));
        else if (c == '`')
            buf_add_char(key, '\'');
        else if (!is_blank(c))
            buf_add_char(key, c);
        else if (key->len > 0 && key->ptr[key->len - 1] != ' ')
            buf_add_char(key, ' ');
    }
    return true;
}

/* No character folds to more than this many bytes for each of its own. */
#define KEY_GROWTH 16

struct str utf8_key(struct arena *arena, struct str text)
{
    struct buf key;
    buf_init(&key, text.len * KEY_GROWTH);
    if (add_ascii(&key, text))
        text.len = 0;
    while (text.len > 0) {
        size_t valid = utf8_valid_prefix(text);
        if (valid > 0)
            add_valid(&key, (struct str){text.ptr, valid});
        text = str_skip(text, valid);
        if (text.len > 0) {
            buf_add_char(&key, text.ptr[0]);
            text = str_skip(text, 1);
        }
    }
    assert(!key.full);
    if (key.len > 0 && key.ptr[key.len - 1] == ' ')
        key.len--;
    struct str copy = arena_str(arena, buf_str(&key));
    buf_done(&key);
    return copy;
}

static bool is_harmful(int32_t code)
{
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0x061C ||
           code == 0x200E || code == 0x200F ||
           (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

#define LONGEST_ESCAPE (sizeof("\\u{NNNN}") - 1)

struct str utf8_harmless(struct arena *arena, struct str text)
{
    struct buf out;
    buf_init(&out, text.len * LONGEST_ESCAPE);
    size_t copied = 0;
    for (size_t at = 0, len; at < text.len; at += len) {
        int32_t code;
        len = utf8_next(str_skip(text, at), &code);
        if (!is_harmful(code))
            continue;
        buf_add(&out, (struct str){text.ptr + copied, at - copied});
        copied = at + len;
        if (len == 1)
            buf_printf(&out, "\\x%02x", (unsigned char)text.ptr[at]);
        else
            buf_printf(&out, "\\u{%04x}", (unsigned)code);
    }
    if (copied > 0) {
        buf_add(&out, str_skip(text, copied));
        text = arena_str(arena, buf_str(&out));
    }
    assert(!out.full);
    buf_done(&out);
    return text;
}
