/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/print.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#define MINUS "\u2212"
#define EN_DASH "\u2013"

/* Beyond, a double holds no fraction that could be rounded. */
#define LARGEST_ROUNDED 9e15

/* With U+2212 for the ASCII minus of base/decimal. */
static void add_signed(struct buf *buf, const char *text)
{
    if (text[0] == '-') {
        buf_add_text(buf, MINUS);
        text++;
    }
    buf_add_text(buf, text);
}

static void add_whole(struct buf *buf, int64_t integer)
{
    char text[DECIMAL_TEXT];
    amount_whole(text, (amount)integer * AMOUNT_ONE);
    buf_add_text(buf, text);
}

/* Half away from zero, judged on the shortest decimal form: scaling a double
 * such as 0.15 by ten rounds to the 1.5 that the machine formats show. */
static void add_rounded(struct buf *buf, double number, unsigned decimals,
                        bool sign)
{
    assert(isfinite(number) && decimals <= 9);
    int64_t scale = 1;
    for (unsigned i = 0; i < decimals; i++)
        scale *= 10;
    double scaled = (number < 0 ? -number : number) * (double)scale;
    if (scaled > LARGEST_ROUNDED) {
        char text[DECIMAL_TEXT];
        double_shortest(text, number);
        if (sign && number > 0)
            buf_add_char(buf, '+');
        add_signed(buf, text);
        return;
    }
    int64_t units = (int64_t)scaled;
    if (scaled - (double)units >= 0.5)
        units++;
    if (units > 0 && number < 0)
        buf_add_text(buf, MINUS);
    else if (units > 0 && sign)
        buf_add_char(buf, '+');
    add_whole(buf, units / scale);
    if (decimals > 0)
        buf_printf(buf, ".%0*" PRId64, (int)decimals, units % scale);
}

static void add_p_value(struct buf *buf, double p)
{
    if (p < 0.001)
        buf_add_text(buf, "<0.001");
    else
        buf_printf(buf, "%#.2g", p);
}

static void add_integer(struct buf *buf, enum kind kind,
                        const struct value *value)
{
    int64_t integer = value->as.integer;
    switch (kind) {
    case KIND_YEAR:
    case KIND_RANK:
        buf_printf(buf, "%" PRId64, integer);
        break;
    case KIND_FLAG:
        buf_add_text(buf, integer ? "yes" : "no");
        break;
    default:
        add_whole(buf, integer);
    }
    if (value->flags & VALUE_TIED)
        buf_add_char(buf, '=');
}

static void add_ratio(struct buf *buf, enum kind kind,
                      const struct value *value)
{
    char text[DECIMAL_TEXT];
    if (kind == KIND_SHARE)
        ratio_share(text, value->as.ratio, value->flags & VALUE_ABOVE_ZERO);
    else
        ratio_change(text, value->as.ratio);
    add_signed(buf, text);
}

bool print_is_per_cent(enum kind kind)
{
    return kind == KIND_SHARE || kind == KIND_CHANGE || kind == KIND_POINTS;
}

static void add_null(struct buf *buf, const struct value *value)
{
    if (value->reason == REASON_NO_RECORD)
        buf_add_text(buf, EN_DASH);
    else if (value->flags & VALUE_NEW)
        buf_add_text(buf, "new");
}

static void add_range(struct buf *buf, const struct value *value,
                      const char *to)
{
    buf_printf(buf, "%" PRId64, value->as.range.low);
    if (value->as.range.high != value->as.range.low)
        buf_printf(buf, "%s%" PRId64, to, value->as.range.high);
}

void print_for_people(struct buf *buf, enum kind kind,
                      const struct value *value)
{
    bool sign = value->flags & VALUE_SIGNED;
    char text[DECIMAL_TEXT];
    if (value->flags & VALUE_MAY_DIFFER && value->type != VALUE_NULL)
        buf_add_char(buf, '~');
    switch (value->type) {
    case VALUE_NULL:
        add_null(buf, value);
        break;
    case VALUE_TEXT:
        buf_add(buf, value->as.text);
        break;
    case VALUE_INTEGER:
        add_integer(buf, kind, value);
        break;
    case VALUE_AMOUNT:
        amount_whole(text, value->as.amount);
        if (sign && value->as.amount > 0 && strcmp(text, "0") != 0)
            buf_add_char(buf, '+');
        buf_add_text(buf, text);
        break;
    case VALUE_RATIO:
        if (print_is_per_cent(kind))
            add_ratio(buf, kind, value);
        else
            add_rounded(buf, ratio_double(value->as.ratio), value->decimals,
                        sign);
        break;
    case VALUE_RANGE:
        add_range(buf, value, EN_DASH);
        break;
    case VALUE_NUMBER:
        if (kind == KIND_P_VALUE)
            add_p_value(buf, value->as.number);
        else
            add_rounded(buf, value->as.number, value->decimals, sign);
        break;
    case VALUE_INTERVAL:
        add_rounded(buf, value->as.interval.low, value->decimals, sign);
        buf_add_text(buf, " to ");
        add_rounded(buf, value->as.interval.high, value->decimals, sign);
        break;
    }
}

struct str print_text(struct arena *arena, enum kind kind,
                      const struct value *value)
{
    if (value->type == VALUE_TEXT)
        return value->as.text;
    struct buf buf;
    buf_init(&buf, PRINT_LONGEST);
    print_for_people(&buf, kind, value);
    assert(!buf.full);
    struct str text = arena_str(arena, buf_str(&buf));
    buf_done(&buf);
    return text;
}

size_t print_tail(enum kind kind, const struct value *value, struct str text)
{
    if (!print_is_per_cent(kind) || value->type == VALUE_TEXT || text.len == 0)
        return 0;
    const char *point = memchr(text.ptr, '.', text.len);
    size_t fraction = point ? (size_t)(text.ptr + text.len - point) : 0;
    return fraction < PRINT_FRACTION ? PRINT_FRACTION - fraction : 0;
}

bool print_is_number(const struct value *value)
{
    return value->type == VALUE_INTEGER || value->type == VALUE_AMOUNT ||
           value->type == VALUE_RATIO || value->type == VALUE_NUMBER;
}

static void add_shortest(struct buf *buf, double number)
{
    char text[DECIMAL_TEXT];
    assert(isfinite(number));
    double_shortest(text, number);
    buf_add_text(buf, text);
}

void print_exact(struct buf *buf, enum kind kind, const struct value *value)
{
    char text[DECIMAL_TEXT];
    switch (value->type) {
    case VALUE_NULL:
        break;
    case VALUE_TEXT:
        buf_add(buf, value->as.text);
        break;
    case VALUE_INTEGER:
        buf_printf(buf, "%" PRId64, value->as.integer);
        break;
    case VALUE_AMOUNT:
        amount_exact(text, value->as.amount);
        buf_add_text(buf, text);
        break;
    case VALUE_RATIO:
        if (print_is_per_cent(kind)) {
            ratio_percent_exact(text, value->as.ratio);
            buf_add_text(buf, text);
        } else {
            add_shortest(buf, ratio_double(value->as.ratio));
        }
        break;
    case VALUE_RANGE:
        add_range(buf, value, "-");
        break;
    case VALUE_NUMBER:
        add_shortest(buf, value->as.number);
        break;
    case VALUE_INTERVAL:
        add_shortest(buf, value->as.interval.low);
        buf_add_text(buf, " to ");
        add_shortest(buf, value->as.interval.high);
        break;
    }
}
