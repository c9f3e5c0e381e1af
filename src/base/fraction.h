/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact sums of products and quotients of amounts. Where struct ratio holds
 * one share, a fraction holds what many shares sum to: its numerator and
 * denominator have as many digits as that takes. On the heap: fraction_init(),
 * fraction_done(). */
#ifndef BASE_FRACTION_H
#define BASE_FRACTION_H

#include "base/big.h"

struct fraction { /* not in lowest terms */
    struct big num;
    struct big den; /* above 0 */
};

/* 0 */
void fraction_init(struct fraction *fraction);
void fraction_done(struct fraction *fraction);

/* fraction += a * b / den; den > 0. */
void fraction_add(struct fraction *fraction, amount a, amount b, amount den);

/* fraction += term, -= term */
void fraction_plus(struct fraction *fraction, const struct fraction *term);
void fraction_minus(struct fraction *fraction, const struct fraction *term);

/* fraction *= num / den; den > 0. */
void fraction_scale(struct fraction *fraction, amount num, amount den);

/* a *= b; a /= b, where b is above 0. */
void fraction_times(struct fraction *a, const struct fraction *b);
void fraction_by(struct fraction *a, const struct fraction *b);

bool fraction_is_zero(const struct fraction *fraction);

/* The nearest double, 0 where it would be below the smallest. It is finite:
 * the caller's amounts are. */
double fraction_double(const struct fraction *fraction);

/* The double nearest to a b / (c d); c and d are above 0. */
double fraction_quotient(amount a, amount b, amount c, amount d);

/* The integer next to it on the side of 0, at most AMOUNT_MAX in size: what
 * was cut off so rounds half away from zero as the fraction itself does. */
amount fraction_cut(const struct fraction *fraction);

#endif
