/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/decimal.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DECIMALS 6 /* of an amount */

static const int64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};

/* 10^24 units. */
#define LARGEST_READ ((amount)1000000000000000 * 1000000000000000)

/* What nearly every cell is: a sign, then at most 19 bytes of digits (which
 * fit 64 bits) with one mark and at most six decimals. False leaves the text
 * to parse_any(). */
static bool parse_plain(struct str text, char mark, struct decimal *decimal)
{
    const char *at = text.ptr, *end = text.ptr + text.len;
    if (at < end && (*at == '-' || *at == '+'))
        decimal->negative = *at++ == '-';
    if (end - at > 19)
        return false;
    const char *first = at, *decimals = NULL;
    uint64_t digits = 0;
    for (; at < end; at++) {
        unsigned digit = (unsigned)(unsigned char)*at - '0';
        if (digit <= 9)
            digits = digits * 10 + digit;
        else if (*at == mark && !decimals)
            decimals = at + 1;
        else
            return false;
    }
    ptrdiff_t after = decimals ? end - decimals : 0;
    ptrdiff_t count = end - first - (decimals ? 1 : 0);
    if (count == 0 || after > DECIMALS)
        return false;
    decimal->value = (amount)digits * powers[DECIMALS - after];
    if (decimal->negative)
        decimal->value = -decimal->value;
    return true;
}

static struct str take_digits(struct str *rest)
{
    struct str digits = {rest->ptr, 0};
    while (digits.len < rest->len && digits.ptr[digits.len] >= '0' &&
           digits.ptr[digits.len] <= '9')
        digits.len++;
    *rest = str_skip(*rest, digits.len);
    return digits;
}

/* "e-05". An exponent too long for any number is cut down to one that is
 * still far longer than any text. */
static bool parse_exponent(struct str text, int64_t *exponent)
{
    if (text.ptr[0] != 'e' && text.ptr[0] != 'E')
        return false;
    text = str_skip(text, 1);
    bool negative = text.len > 0 && text.ptr[0] == '-';
    if (negative || (text.len > 0 && text.ptr[0] == '+'))
        text = str_skip(text, 1);
    struct str digits = take_digits(&text);
    if (digits.len == 0 || text.len > 0)
        return false;
    int64_t sum = 0;
    for (size_t i = 0; i < digits.len && sum < INT64_MAX / 100; i++)
        sum = sum * 10 + (digits.ptr[i] - '0');
    *exponent = negative ? -sum : sum;
    return true;
}

/* The digits of both texts as one integer, of which the first `kept` count
 * (zeros follow when there are fewer), rounded half to even. */
static enum decimal_fault gather(struct str whole, struct str fraction,
                                 int64_t kept, struct decimal *decimal)
{
    int64_t total = (int64_t)(whole.len + fraction.len);
    amount value = 0;
    int next = 0;        /* the first digit that is dropped */
    bool beyond = false; /* something but zeros after it */
    for (int64_t i = 0; i < total; i++) {
        size_t place = (size_t)i;
        int digit = (place < whole.len ? whole.ptr[place]
                                       : fraction.ptr[place - whole.len]) -
                    '0';
        if (i < kept)
            value = value * 10 + digit;
        else if (i == kept)
            next = digit;
        else
            beyond = beyond || digit != 0;
        if (value > LARGEST_READ)
            return DECIMAL_TOO_LARGE;
    }
    for (int64_t i = total; i < kept && value != 0; i++) {
        value *= 10;
        if (value > LARGEST_READ)
            return DECIMAL_TOO_LARGE;
    }
    if (next > 5 || (next == 5 && (beyond || value % 2 != 0)))
        value++;
    if (value > LARGEST_READ)
        return DECIMAL_TOO_LARGE;
    decimal->value = value;
    decimal->rounded = next != 0 || beyond;
    return DECIMAL_OK;
}

static enum decimal_fault parse_any(struct str text, char mark,
                                    struct decimal *decimal)
{
    if (text.len == 0)
        return DECIMAL_EMPTY;
    decimal->negative = text.ptr[0] == '-';
    if (decimal->negative || text.ptr[0] == '+')
        text = str_skip(text, 1);
    struct str whole = take_digits(&text), fraction = {"", 0};
    if (text.len > 0 && text.ptr[0] == mark) {
        text = str_skip(text, 1);
        fraction = take_digits(&text);
    }
    if (whole.len + fraction.len == 0)
        return DECIMAL_NOT_A_NUMBER;
    int64_t exponent = 0;
    decimal->shortened = text.len > 0;
    if (decimal->shortened && !parse_exponent(text, &exponent))
        return DECIMAL_NOT_A_NUMBER;

    int64_t kept = (int64_t)whole.len + DECIMALS + exponent;
    enum decimal_fault fault = gather(whole, fraction, kept, decimal);
    if (decimal->negative)
        decimal->value = -decimal->value;
    return fault;
}

enum decimal_fault decimal_parse(struct str text, char mark,
                                 struct decimal *decimal)
{
    *decimal = (struct decimal){0};
    if (text.len > 0 && parse_plain(text, mark, decimal))
        return DECIMAL_OK;
    enum decimal_fault fault = parse_any(text, mark, decimal);
    if (fault != DECIMAL_OK)
        *decimal = (struct decimal){0};
    return fault;
}

bool amount_add(amount *sum, amount term)
{
    amount total;
    if (__builtin_add_overflow(*sum, term, &total) || total < -AMOUNT_MAX)
        return false;
    *sum = total;
    return true;
}

size_t amount_digits(char *text, amount value)
{
    assert(value >= 0);
    const amount chunk = 1000000000000000000; /* 18 digits fit 64 bits */
    char *at = text;
    if (value >= chunk) {
        at += amount_digits(text, value / chunk);
        at += snprintf(at, 19, "%018llu", (unsigned long long)(value % chunk));
    } else {
        at += snprintf(at, 19, "%llu", (unsigned long long)value);
    }
    return (size_t)(at - text);
}

void amount_exact(char text[DECIMAL_TEXT], amount value)
{
    char *at = text;
    amount size = amount_size(value);
    if (value < 0)
        *at++ = '-';
    at += amount_digits(at, size / AMOUNT_ONE);
    int millionths = (int)(size % AMOUNT_ONE);
    if (millionths == 0)
        return;
    at += snprintf(at, DECIMALS + 2, ".%06d", millionths);
    while (at[-1] == '0')
        *--at = '\0';
}

void amount_whole(char text[DECIMAL_TEXT], amount value)
{
    amount size = amount_size(value);
    amount units = size / AMOUNT_ONE;
    if (size % AMOUNT_ONE >= AMOUNT_ONE / 2)
        units++;
    char digits[DECIMAL_TEXT];
    size_t len = amount_digits(digits, units);
    const char *minus = value < 0 && units > 0 ? "\xE2\x88\x92" : "";
    char *at = text + snprintf(text, 4, "%s", minus);
    for (size_t i = 0; i < len; i++) {
        if (i > 0 && (len - i) % 3 == 0)
            *at++ = ' ';
        *at++ = digits[i];
    }
    *at = '\0';
}

/* mantissa * 10^exponent */
struct scientific {
    uint64_t mantissa;
    int exponent;
};

/* The `count` digits nearest to a positive double. The decimal mark that the
 * locale puts between them is stepped over. */
static struct scientific nearest_digits(double value, int count)
{
    char text[40];
    snprintf(text, sizeof(text), "%.*e", count - 1, value);
    struct scientific digits = {0, 0};
    const char *at = text;
    for (; *at != 'e'; at++)
        if (*at >= '0' && *at <= '9')
            digits.mantissa = digits.mantissa * 10 + (uint64_t)(*at - '0');
    digits.exponent = (int)strtol(at + 1, NULL, 10) - (count - 1);
    return digits;
}

static bool reads_back(struct scientific digits, double value)
{
    char text[40];
    snprintf(text, sizeof(text), "%llue%d", (unsigned long long)digits.mantissa,
             digits.exponent);
    return strtod(text, NULL) == value;
}

/* A normal double keeps any text of up to 15 digits apart, so no fewer than
 * the nearest 15 need be tried. The nearest text may miss a power of two where
 * the next one above hits, because doubles lie denser below it. */
static struct scientific shortest_digits(double value)
{
    struct scientific digits = {0, 0};
    for (int count = value < DBL_MIN ? 1 : 15; count <= 17; count++) {
        digits = nearest_digits(value, count);
        if (reads_back(digits, value))
            break;
        digits.mantissa++;
        if (reads_back(digits, value))
            break;
    }
    while (digits.mantissa % 10 == 0) {
        digits.mantissa /= 10;
        digits.exponent++;
    }
    return digits;
}

void double_shortest(char text[DECIMAL_TEXT], double value)
{
    assert(isfinite(value));
    if (value == 0.0) {
        snprintf(text, DECIMAL_TEXT, "0");
        return;
    }
    struct scientific shortest = shortest_digits(fabs(value));
    char digits[24];
    int count = snprintf(digits, sizeof(digits), "%llu",
                         (unsigned long long)shortest.mantissa);
    int point = count + shortest.exponent; /* digits before the mark */
    const char *minus = value < 0 ? "-" : "";
    if (point < -6 || point > 21)
        snprintf(text, DECIMAL_TEXT, "%s%c%s%se%d", minus, digits[0],
                 count > 1 ? "." : "", digits + 1, point - 1);
    else if (point <= 0) /* "%.*d" of 0 is that many zeros, or nothing */
        snprintf(text, DECIMAL_TEXT, "%s0.%.*d%s", minus, -point, 0, digits);
    else if (point >= count)
        snprintf(text, DECIMAL_TEXT, "%s%s%.*d", minus, digits, point - count,
                 0);
    else
        snprintf(text, DECIMAL_TEXT, "%s%.*s.%s", minus, point, digits,
                 digits + point);
}
