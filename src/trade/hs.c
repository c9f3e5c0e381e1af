/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/hs.h"

#include <assert.h>

#define EN_DASH STR("\u2013")

static bool is_digits(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
    }
    return text.len > 0;
}

size_t hs_pad(char out[HS_CODE_TEXT], struct str code)
{
    assert(code.len < HS_CODE_TEXT);
    size_t zeros = is_digits(code) ? code.len % 2 : 0;
    if (zeros)
        out[0] = '0';
    if (code.len)
        memcpy(out + zeros, code.ptr, code.len);
    return zeros + code.len;
}

bool hs_is_code(struct str text)
{
    return text.len % 2 == 0 && is_digits(text);
}

/* One piece of a list; a single code has itself as both ends. */
struct range {
    struct str from;
    struct str to;
};

static bool read_range(struct str piece, struct range *range)
{
    piece = str_trim(piece);
    ptrdiff_t dash = str_find(piece, EN_DASH);
    size_t width = EN_DASH.len;
    if (dash < 0) {
        dash = str_find(piece, STR("-"));
        width = 1;
    }
    range->from = range->to = piece;
    if (dash >= 0) {
        range->from = str_trim((struct str){piece.ptr, (size_t)dash});
        range->to = str_trim(str_skip(piece, (size_t)dash + width));
    }
    return hs_is_code(range->from) && hs_is_code(range->to) &&
           range->from.len == range->to.len &&
           str_cmp(range->from, range->to) <= 0;
}

bool hs_is_list(struct str words)
{
    struct range range;
    struct str rest = words;
    do {
        if (!read_range(str_cut(&rest, ','), &range))
            return false;
    } while (rest.ptr);
    return true;
}

/* Compares as many digits as both have. */
static int compare(struct str code, struct str end)
{
    size_t len = code.len < end.len ? code.len : end.len;
    return str_cmp((struct str){code.ptr, len}, (struct str){end.ptr, len});
}

static bool meets(struct range range, struct str code)
{
    return compare(code, range.from) >= 0 && compare(code, range.to) <= 0;
}

/* Whether a range meets the code and is not finer, or is finer, than it. */
static bool any_meets(struct str words, struct str code, bool finer)
{
    struct range range;
    if (!hs_is_code(code) || !hs_is_list(words))
        return false;
    while (words.ptr) {
        if (read_range(str_cut(&words, ','), &range) && meets(range, code) &&
            (range.from.len > code.len) == finer)
            return true;
    }
    return false;
}

bool hs_list_has(struct str words, struct str code)
{
    return any_meets(words, code, false);
}

bool hs_list_enters(struct str words, struct str code)
{
    return any_meets(words, code, true) && !hs_list_has(words, code);
}
