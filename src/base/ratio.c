/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything is decided by long division with remainders, because a product
 * such as 1000 * num need not fit 128 bits. */
#include <config.h>

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"

/* |num| / den so far: whole + rest / den with 0 <= rest < den. */
struct quotient {
    amount whole;
    amount rest;
    amount den;
};

static struct quotient divide(struct ratio ratio)
{
    assert(ratio.den > 0);
    amount num = amount_size(ratio.num);
    return (struct quotient){num / ratio.den, num % ratio.den, ratio.den};
}

/* a + b - den in *a when that is not negative, else a + b: returns how often
 * den went into the sum of two remainders, 0 or 1. */
static int add_rest(amount *a, amount b, amount den)
{
    if (*a >= den - b) {
        *a -= den - b;
        return 1;
    }
    *a += b;
    return 0;
}

/* The next binary digit behind the point. */
static int next_bit(struct quotient *quotient)
{
    return add_rest(&quotient->rest, quotient->rest, quotient->den);
}

/* The next decimal digit behind the point: 10 r = 2 (2 (2 r) + r). */
static int next_digit(struct quotient *quotient)
{
    amount rest = quotient->rest;
    int digit = next_bit(quotient);
    digit = 2 * digit + next_bit(quotient);
    digit += add_rest(&quotient->rest, rest, quotient->den);
    return 2 * digit + next_bit(quotient);
}

amount amount_divisor(amount a, amount b)
{
    a = amount_size(a);
    b = amount_size(b);
    while (b != 0) {
        amount rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static struct ratio reduce(struct ratio ratio)
{
    assert(ratio.den > 0);
    amount divisor = amount_divisor(ratio.num, ratio.den);
    return (struct ratio){ratio.num / divisor, ratio.den / divisor};
}

/* False when it does not fit. */
static bool minus_exactly(struct ratio a, struct ratio b, struct ratio *result)
{
    amount divisor = amount_divisor(a.den, b.den);
    amount left, right;
    if (__builtin_mul_overflow(a.num, b.den / divisor, &left) ||
        __builtin_mul_overflow(b.num, a.den / divisor, &right) ||
        __builtin_sub_overflow(left, right, &result->num) ||
        __builtin_mul_overflow(a.den / divisor, b.den, &result->den))
        return false;
    return result->num >= -AMOUNT_MAX;
}

/* ratio * 10^decimals as an integer, half away from zero; false when it does
 * not fit. */
static bool scale(struct ratio ratio, int decimals, amount *scaled)
{
    struct quotient quotient = divide(ratio);
    amount sum = quotient.whole;
    for (int i = 0; i < decimals; i++)
        if (__builtin_mul_overflow(sum, 10, &sum) ||
            __builtin_add_overflow(sum, next_digit(&quotient), &sum))
            return false;
    if (__builtin_add_overflow(sum, next_bit(&quotient), &sum))
        return false;
    *scaled = ratio.num < 0 ? -sum : sum;
    return true;
}

struct ratio ratio_minus(struct ratio a, struct ratio b)
{
    struct ratio result;
    if (minus_exactly(reduce(a), reduce(b), &result))
        return reduce(result);
    for (int decimals = 15; decimals >= 0; decimals--) {
        amount left, right;
        if (!scale(a, decimals, &left) || !scale(b, decimals, &right) ||
            __builtin_sub_overflow(left, right, &result.num) ||
            result.num < -AMOUNT_MAX)
            continue;
        result.den = 1;
        for (int i = 0; i < decimals; i++)
            result.den *= 10;
        return reduce(result);
    }
    return (struct ratio){a.num < 0 ? -AMOUNT_MAX : AMOUNT_MAX, 1};
}

/* Both have the same whole part: that with the larger rest is larger, and
 * a rest is larger where what it goes into goes in less often. */
int ratio_compare(struct ratio a, struct ratio b)
{
    assert(a.den > 0 && b.den > 0);
    if (a.num < 0 && b.num < 0)
        return ratio_compare((struct ratio){-b.num, b.den},
                             (struct ratio){-a.num, a.den});
    if (a.num < 0 || b.num < 0)
        return a.num < 0 ? -1 : 1;
    while (a.num / a.den == b.num / b.den) {
        amount left = a.num % a.den;
        amount right = b.num % b.den;
        if (left == 0 || right == 0)
            return (left > 0) - (right > 0);
        amount den = a.den;
        a = (struct ratio){b.den, right};
        b = (struct ratio){den, left};
    }
    return a.num / a.den < b.num / b.den ? -1 : 1;
}

/* Divides numerators by what they have in common, and denominators; so a / b
 * keeps its value. */
static void cancel(struct ratio *a, struct ratio *b)
{
    amount above = amount_divisor(amount_size(a->num), b->num);
    amount below = amount_divisor(a->den, b->den);
    a->num /= above;
    b->num /= above;
    a->den /= below;
    b->den /= below;
}

struct ratio ratio_over(struct ratio a, struct ratio b)
{
    struct ratio result;
    assert(b.num > 0);
    a = reduce(a);
    b = reduce(b);
    cancel(&a, &b);
    while (__builtin_mul_overflow(a.num, b.den, &result.num) ||
           __builtin_mul_overflow(a.den, b.num, &result.den) ||
           result.num < -AMOUNT_MAX) {
        a = (struct ratio){a.num / 2, a.den > 1 ? a.den / 2 : 1};
        b = (struct ratio){b.num > 1 ? b.num / 2 : 1,
                           b.den > 1 ? b.den / 2 : 1};
    }
    return reduce(result);
}

#define PERCENT_TEXT (DECIMAL_TEXT - 1) /* leaves room for a sign */

/* |ratio| in per cent by the printing rule. */
static void print_percent(char text[PERCENT_TEXT], struct ratio ratio)
{
    struct quotient quotient = divide(ratio);
    int hundredths = 0; /* of a per cent, behind the whole part, cut off */
    for (int i = 0; i < 4; i++)
        hundredths = hundredths * 10 + next_digit(&quotient);
    if (quotient.whole == 0 && hundredths < 995) {
        int tenths = hundredths / 10 + (hundredths % 10 >= 5);
        snprintf(text, PERCENT_TEXT, "%d.%d", tenths / 10, tenths % 10);
        return;
    }
    int percent = hundredths / 100 + (hundredths % 100 >= 50);
    amount hundreds = quotient.whole + percent / 100;
    if (hundreds == 0) {
        snprintf(text, PERCENT_TEXT, "%d", percent);
        return;
    }
    char *end = text + amount_digits(text, hundreds);
    snprintf(end, 4, "%02d", percent % 100);
}

void ratio_share(char text[DECIMAL_TEXT], struct ratio ratio, bool above_zero)
{
    char percent[PERCENT_TEXT];
    print_percent(percent, ratio);
    bool zero = strcmp(percent, "0.0") == 0;
    if (zero && (ratio.num > 0 || above_zero))
        snprintf(text, DECIMAL_TEXT, "<0.05");
    else
        snprintf(text, DECIMAL_TEXT, "%s%s", ratio.num < 0 && !zero ? "-" : "",
                 percent);
}

void ratio_change(char text[DECIMAL_TEXT], struct ratio ratio)
{
    char percent[PERCENT_TEXT];
    print_percent(percent, ratio);
    const char *sign = ratio.num < 0 ? "-" : "+";
    if (strcmp(percent, "0.0") == 0)
        sign = "";
    snprintf(text, DECIMAL_TEXT, "%s%s", sign, percent);
}

/* ratio * 10^(0 or 2) correctly rounded. The whole part is brought to 55 bits
 * or more, of which the last also stands for everything behind it; so the one
 * conversion below is the only rounding. */
static double nearest(struct ratio ratio, int decimals)
{
    struct quotient quotient = divide(ratio);
    if (ratio.num == 0)
        return 0.0;
    int factor = 1, tail = 0;
    for (int i = 0; i < decimals; i++) {
        factor *= 10;
        tail = tail * 10 + next_digit(&quotient);
    }
    /* Eight bits of a very large whole part stand apart, or the product would
     * not fit. */
    int exponent = quotient.whole >> 100 != 0 ? 8 : 0;
    amount mask = ((amount)1 << exponent) - 1;
    amount low = (quotient.whole & mask) * factor + tail;
    amount whole = (quotient.whole >> exponent) * factor + (low >> exponent);
    bool more = (low & mask) != 0;

    for (; whole >> 54 == 0; exponent--)
        whole = 2 * whole + next_bit(&quotient);
    more = more || quotient.rest != 0;
    for (; whole >> 62 != 0; exponent++) {
        more = more || (whole & 1) != 0;
        whole >>= 1;
    }
    int64_t bits = (int64_t)whole | more;
    double size = ldexp((double)bits, exponent);
    return ratio.num < 0 ? -size : size;
}

double ratio_double(struct ratio ratio)
{
    return nearest(ratio, 0);
}

void ratio_percent_exact(char text[DECIMAL_TEXT], struct ratio ratio)
{
    double_shortest(text, nearest(ratio, 2));
}
