/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/str.h"

#include <stdint.h>

static unsigned char fold(char c)
{
    unsigned char byte = (unsigned char)c;
    return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte | 0x20) : byte;
}

int str_cmp(struct str a, struct str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter > 0 ? memcmp(a.ptr, b.ptr, shorter) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_eq_fold(struct str a, struct str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (fold(a.ptr[i]) != fold(b.ptr[i]))
            return false;
    return true;
}

bool str_starts(struct str text, struct str prefix)
{
    return text.len >= prefix.len &&
           str_eq((struct str){text.ptr, prefix.len}, prefix);
}

bool str_ends(struct str text, struct str suffix)
{
    return text.len >= suffix.len &&
           str_eq(str_skip(text, text.len - suffix.len), suffix);
}

#define NBSP STR("\xC2\xA0")

struct str str_trim(struct str text)
{
    for (;;) {
        if (text.len > 0 && (text.ptr[0] == ' ' || text.ptr[0] == '\t'))
            text = str_skip(text, 1);
        else if (str_starts(text, NBSP))
            text = str_skip(text, NBSP.len);
        else
            break;
    }
    for (;;) {
        char last = text.len > 0 ? text.ptr[text.len - 1] : '\0';
        if (last == ' ' || last == '\t')
            text.len--;
        else if (str_ends(text, NBSP))
            text.len -= NBSP.len;
        else
            return text;
    }
}

struct str str_cut(struct str *rest, char mark)
{
    struct str piece = *rest;
    const char *at = piece.len > 0 ? memchr(piece.ptr, mark, piece.len) : NULL;
    if (!at) {
        *rest = (struct str){NULL, 0};
        return piece;
    }
    piece.len = (size_t)(at - piece.ptr);
    *rest = str_skip(*rest, piece.len + 1);
    return piece;
}

ptrdiff_t str_find(struct str text, struct str needle)
{
    if (needle.len == 0)
        return 0;
    if (needle.len > text.len)
        return -1;
    const char *at = memmem(text.ptr, text.len, needle.ptr, needle.len);
    return at ? at - text.ptr : -1;
}

bool str_to_uint(struct str text, unsigned long limit, unsigned long *value)
{
    if (text.len == 0)
        return false;
    unsigned long sum = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned digit = (unsigned)(unsigned char)text.ptr[i] - '0';
        if (digit > 9 || __builtin_mul_overflow(sum, 10, &sum) ||
            __builtin_add_overflow(sum, digit, &sum) || sum > limit)
            return false;
    }
    *value = sum;
    return true;
}

bool str_matches(struct str text, struct str pattern)
{
    size_t at = 0, p = 0;
    /* Where to take up again when what follows the last star fails: only the
     * last star ever needs to grow. */
    size_t star = SIZE_MAX, retry = 0;

    while (at < text.len) {
        if (p < pattern.len && pattern.ptr[p] == '*') {
            star = p++;
            retry = at;
        } else if (p < pattern.len &&
                   fold(pattern.ptr[p]) == fold(text.ptr[at])) {
            p++;
            at++;
        } else if (star != SIZE_MAX) {
            p = star + 1;
            at = ++retry;
        } else {
            return false;
        }
    }
    while (p < pattern.len && pattern.ptr[p] == '*')
        p++;
    return p == pattern.len;
}

#define LONGEST_COMPARED 64

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t str_distance(struct str a, struct str b)
{
    size_t cost[3][LONGEST_COMPARED + 1]; /* rows i - 2, i - 1 and i, mod 3 */
    size_t rows = least(a.len, LONGEST_COMPARED);
    size_t columns = least(b.len, LONGEST_COMPARED);

    for (size_t j = 0; j <= columns; j++)
        cost[0][j] = j;
    for (size_t i = 1; i <= rows; i++) {
        size_t *row = cost[i % 3], *above = cost[(i + 2) % 3];
        const size_t *second = cost[(i + 1) % 3];
        unsigned char left = fold(a.ptr[i - 1]);
        row[0] = i;
        for (size_t j = 1; j <= columns; j++) {
            unsigned char right = fold(b.ptr[j - 1]);
            row[j] = least(least(above[j], row[j - 1]) + 1,
                           above[j - 1] + (left != right));
            if (i > 1 && j > 1 && left == fold(b.ptr[j - 2]) &&
                fold(a.ptr[i - 2]) == right)
                row[j] = least(row[j], second[j - 2] + 1);
        }
    }
    return cost[rows % 3][columns];
}
