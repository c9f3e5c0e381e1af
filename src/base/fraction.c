/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/fraction.h"

#include <math.h>

/* Binary digits that are more than a double has, so that the last one can
 * stand for everything behind it. */
#define DOUBLE_BITS ((size_t)61)

void fraction_init(struct fraction *fraction)
{
    big_init(&fraction->num);
    big_init(&fraction->den);
    big_set(&fraction->den, 1);
}

void fraction_done(struct fraction *fraction)
{
    big_done(&fraction->num);
    big_done(&fraction->den);
}

void fraction_plus(struct fraction *fraction, const struct fraction *term)
{
    struct big left;
    struct big right;
    struct big den;
    if (fraction_is_zero(term))
        return;
    big_init(&left);
    big_init(&right);
    big_init(&den);
    big_product(&left, &fraction->num, &term->den);
    big_product(&right, &term->num, &fraction->den);
    big_product(&den, &fraction->den, &term->den);
    big_add(&left, &right);
    big_done(&right);
    fraction_done(fraction);
    *fraction = (struct fraction){left, den};
}

void fraction_minus(struct fraction *fraction, const struct fraction *term)
{
    struct fraction negative = *term; /* borrows the digits */
    negative.num.negative = term->num.len && !term->num.negative;
    fraction_plus(fraction, &negative);
}

void fraction_add(struct fraction *fraction, amount a, amount b, amount den)
{
    struct fraction term;
    if (a == 0 || b == 0)
        return;
    amount divisor = amount_divisor(a, den);
    a /= divisor;
    den /= divisor;
    divisor = amount_divisor(b, den);
    b /= divisor;
    den /= divisor;
    fraction_init(&term);
    big_set(&term.num, a);
    big_times(&term.num, b);
    big_set(&term.den, den);
    fraction_plus(fraction, &term);
    fraction_done(&term);
}

void fraction_scale(struct fraction *fraction, amount num, amount den)
{
    amount divisor = amount_divisor(num, den);
    big_times(&fraction->num, num / divisor);
    big_times(&fraction->den, den / divisor);
}

static void multiply(struct big *big, const struct big *by)
{
    struct big product;
    big_init(&product);
    big_product(&product, big, by);
    big_done(big);
    *big = product;
}

void fraction_times(struct fraction *a, const struct fraction *b)
{
    multiply(&a->num, &b->num);
    multiply(&a->den, &b->den);
}

void fraction_by(struct fraction *a, const struct fraction *b)
{
    multiply(&a->num, &b->den);
    multiply(&a->den, &b->num);
}

bool fraction_is_zero(const struct fraction *fraction)
{
    return fraction->num.len == 0;
}

double fraction_double(const struct fraction *fraction)
{
    struct fraction scaled;
    bool rest;
    if (fraction_is_zero(fraction))
        return 0;
    size_t over = big_bits(&fraction->num);
    size_t under = big_bits(&fraction->den) + DOUBLE_BITS;
    fraction_init(&scaled);
    big_copy(&scaled.num, &fraction->num);
    big_copy(&scaled.den, &fraction->den);
    if (over < under)
        big_shift(&scaled.num, under - over);
    else
        big_shift(&scaled.den, over - under);
    /* |num| / den is now within 2^60 and 2^62. */
    amount bits =
        big_quotient(&scaled.num, &scaled.den, DOUBLE_BITS + 1, &rest);
    fraction_done(&scaled);
    double size =
        ldexp((double)(int64_t)(bits | (rest ? 1 : 0)),
              over < under ? -(int)(under - over) : (int)(over - under));
    return fraction->num.negative ? -size : size;
}

amount fraction_cut(const struct fraction *fraction)
{
    bool rest;
    size_t over = big_bits(&fraction->num);
    size_t under = big_bits(&fraction->den);
    size_t bits = over < under ? 0 : over - under + 1;
    amount size =
        bits > 126 ? AMOUNT_MAX
                   : big_quotient(&fraction->num, &fraction->den, bits, &rest);
    return fraction->num.negative ? -size : size;
}

double fraction_quotient(amount a, amount b, amount c, amount d)
{
    struct fraction fraction;
    fraction_init(&fraction);
    fraction_add(&fraction, a, b, c);
    fraction_scale(&fraction, 1, d);
    double quotient = fraction_double(&fraction);
    fraction_done(&fraction);
    return quotient;
}
