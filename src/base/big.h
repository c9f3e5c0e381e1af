/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Integers of any size, for exact sums of fractions whose common denominator
 * fits no machine word (fraction.h). They grow on the heap; whoever calls
 * big_init() calls big_done(). */
#ifndef BASE_BIG_H
#define BASE_BIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/decimal.h"

struct big {
    uint32_t *limbs; /* lowest first; the highest is not 0 */
    size_t len;      /* 0: the number is 0 */
    size_t cap;
    bool negative; /* never of 0 */
};

/* 0, without memory of its own. */
void big_init(struct big *big);
void big_done(struct big *big);

void big_set(struct big *big, amount value);
void big_copy(struct big *big, const struct big *from);

/* big += term; they may be the same number. */
void big_add(struct big *big, const struct big *term);

/* big *= factor */
void big_times(struct big *big, amount factor);

/* big = a * b; neither of them may be `big`. */
void big_product(struct big *big, const struct big *a, const struct big *b);

/* Below, at or above 0 as |a| is below, at or above |b|. */
int big_compare(const struct big *a, const struct big *b);

/* How many binary digits |big| has; 0 of 0. */
size_t big_bits(const struct big *big);

/* big *= 2^bits */
void big_shift(struct big *big, size_t bits);

/* floor(|num| / |den|), which must be below 2^bits, bits at most 126; *rest
 * says whether the division leaves something. den is not 0. */
amount big_quotient(const struct big *num, const struct big *den, size_t bits,
                    bool *rest);

#endif
