/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/big.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"

#define LIMB_BITS ((size_t)32)

/* Limbs of an amount. */
#define AMOUNT_LIMBS ((size_t)4)

void big_init(struct big *big)
{
    *big = (struct big){0};
}

void big_done(struct big *big)
{
    mem_free(big->limbs);
    *big = (struct big){0};
}

static void reserve(struct big *big, size_t limbs)
{
    if (limbs <= big->cap)
        return;
    size_t cap = limbs + limbs / 2 + AMOUNT_LIMBS;
    big->limbs = mem_resize(big->limbs, cap, sizeof *big->limbs);
    big->cap = cap;
}

/* Drops leading zeros; 0 has no sign. */
static void trim(struct big *big)
{
    while (big->len && !big->limbs[big->len - 1])
        big->len--;
    if (!big->len)
        big->negative = false;
}

void big_set(struct big *big, amount value)
{
    amount size = amount_size(value);
    reserve(big, AMOUNT_LIMBS);
    for (size_t i = 0; i < AMOUNT_LIMBS; i++)
        big->limbs[i] = (uint32_t)(size >> (LIMB_BITS * i) & UINT32_MAX);
    big->len = AMOUNT_LIMBS;
    big->negative = value < 0;
    trim(big);
}

void big_copy(struct big *big, const struct big *from)
{
    reserve(big, from->len);
    if (from->len)
        memcpy(big->limbs, from->limbs, from->len * sizeof *big->limbs);
    big->len = from->len;
    big->negative = from->negative;
}

int big_compare(const struct big *a, const struct big *b)
{
    if (a->len != b->len)
        return a->len < b->len ? -1 : 1;
    for (size_t i = a->len; i-- > 0;) {
        if (a->limbs[i] != b->limbs[i])
            return a->limbs[i] < b->limbs[i] ? -1 : 1;
    }
    return 0;
}

static uint32_t limb(const struct big *big, size_t at)
{
    return at < big->len ? big->limbs[at] : 0;
}

static void add_sizes(struct big *big, const struct big *term)
{
    size_t len = (big->len > term->len ? big->len : term->len) + 1;
    uint64_t carry = 0;
    reserve(big, len);
    for (size_t i = 0; i < len; i++) {
        carry += (uint64_t)limb(big, i) + limb(term, i);
        big->limbs[i] = (uint32_t)carry;
        carry >>= LIMB_BITS;
        if (i >= big->len)
            big->len = i + 1;
    }
    trim(big);
}

/* |large| - |small| into *big, which may be either of them. */
static void subtract_sizes(struct big *big, const struct big *large,
                           const struct big *small)
{
    size_t len = large->len;
    uint64_t borrow = 0;
    reserve(big, len);
    for (size_t i = 0; i < len; i++) {
        uint64_t less = (uint64_t)limb(small, i) + borrow;
        uint64_t from = large->limbs[i];
        borrow = from < less;
        big->limbs[i] = (uint32_t)(from + (borrow << LIMB_BITS) - less);
    }
    big->len = len;
    trim(big);
}

void big_add(struct big *big, const struct big *term)
{
    if (big->negative == term->negative || !term->len) {
        add_sizes(big, term);
        return;
    }
    if (!big->len) {
        big_copy(big, term);
        return;
    }
    if (big_compare(big, term) >= 0) {
        subtract_sizes(big, big, term);
        return;
    }
    big->negative = term->negative;
    subtract_sizes(big, term, big);
}

void big_product(struct big *big, const struct big *a, const struct big *b)
{
    size_t len = a->len + b->len;
    assert(big != a && big != b);
    reserve(big, len + 1);
    memset(big->limbs, 0, (len + 1) * sizeof *big->limbs);
    for (size_t i = 0; i < a->len; i++) {
        uint64_t carry = 0;
        for (size_t j = 0; j < b->len; j++) {
            carry += (uint64_t)a->limbs[i] * b->limbs[j] + big->limbs[i + j];
            big->limbs[i + j] = (uint32_t)carry;
            carry >>= LIMB_BITS;
        }
        big->limbs[i + b->len] = (uint32_t)carry;
    }
    big->len = len;
    big->negative = a->negative != b->negative;
    trim(big);
}

void big_times(struct big *big, amount factor)
{
    struct big other;
    struct big product;
    big_init(&other);
    big_init(&product);
    big_set(&other, factor);
    big_product(&product, &other, big);
    big_done(&other);
    big_done(big);
    *big = product;
}

size_t big_bits(const struct big *big)
{
    if (!big->len)
        return 0;
    size_t bits = (big->len - 1) * LIMB_BITS;
    for (uint32_t top = big->limbs[big->len - 1]; top; top >>= 1)
        bits++;
    return bits;
}

void big_shift(struct big *big, size_t bits)
{
    size_t whole = bits / LIMB_BITS;
    unsigned part = (unsigned)(bits % LIMB_BITS);
    size_t len = big->len + whole + 1;
    if (!big->len)
        return;
    reserve(big, len);
    for (size_t i = len; i-- > 0;) {
        uint32_t high = i >= whole ? limb(big, i - whole) : 0;
        uint32_t low = i > whole ? limb(big, i - whole - 1) : 0;
        big->limbs[i] = part ? high << part | low >> (LIMB_BITS - part) : high;
    }
    big->len = len;
    trim(big);
}

static void halve(struct big *big)
{
    for (size_t i = 0; i < big->len; i++)
        big->limbs[i] = big->limbs[i] >> 1 | limb(big, i + 1) << 31;
    trim(big);
}

amount big_quotient(const struct big *num, const struct big *den, size_t bits,
                    bool *rest)
{
    struct big left;
    struct big part;
    amount quotient = 0;
    assert(den->len && bits <= 126);
    big_init(&left);
    big_init(&part);
    big_copy(&left, num);
    big_copy(&part, den);
    big_shift(&part, bits);
    assert(big_compare(&left, &part) < 0);
    for (size_t i = 0; i < bits; i++) {
        halve(&part);
        quotient *= 2;
        if (big_compare(&left, &part) >= 0) {
            subtract_sizes(&left, &left, &part);
            quotient++;
        }
    }
    *rest = left.len > 0;
    big_done(&left);
    big_done(&part);
    return quotient;
}
