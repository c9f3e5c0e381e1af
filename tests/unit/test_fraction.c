/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Integers of any size, sums of fractions, and the order of ratios, against
 * 128 bits where they suffice and against known values where they do not. */
#include <config.h>

#include <math.h>
#include <string.h>

#include "base/fraction.h"
#include "tap.h"

/* A generator of its own, so that every machine tests the same. */
static uint64_t state = 88172645463325252u;

static uint64_t next(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static amount small(void)
{
    amount value = (amount)(next() >> (next() % 64));
    return next() % 2 ? value : -value;
}

static bool equals(const struct big *big, amount value)
{
    struct big other;
    big_init(&other);
    big_set(&other, value);
    bool same = big->negative == other.negative && !big_compare(big, &other);
    big_done(&other);
    return same;
}

static void test_big(void)
{
    struct big a, b, c;
    big_init(&a);
    big_init(&b);
    big_init(&c);
    for (int i = 0; i < 20000; i++) {
        amount x = small() / 4;
        amount y = i % 10 ? small() / 4 : -x;
        big_set(&a, x);
        big_set(&b, y);
        big_product(&c, &a, &b);
        CU_ASSERT_TRUE_FATAL(equals(&c, x * y));
        big_add(&a, &b);
        CU_ASSERT_TRUE_FATAL(equals(&a, x + y));
        big_add(&a, &a);
        CU_ASSERT_TRUE_FATAL(equals(&a, 2 * (x + y)));
        unsigned bits = (unsigned)(next() % 40);
        big_shift(&b, bits);
        CU_ASSERT_TRUE_FATAL(equals(&b, y * ((amount)1 << bits)));
    }
    big_done(&a);
    big_done(&b);
    big_done(&c);
}

/* (2^127 - 1)^2 - (2^127 - 2) 2^127 = 1, far beyond one amount. */
static void test_big_carries(void)
{
    struct big square, power, other;
    big_init(&square);
    big_init(&power);
    big_init(&other);
    big_set(&square, AMOUNT_MAX);
    big_times(&square, AMOUNT_MAX);
    CU_ASSERT_EQUAL(big_bits(&square), 254);
    big_set(&power, 1);
    big_shift(&power, 127);
    big_set(&other, -(AMOUNT_MAX - 1));
    big_product(&square, &power, &other);
    big_set(&power, AMOUNT_MAX);
    big_times(&power, AMOUNT_MAX);
    big_add(&square, &power);
    CU_ASSERT_TRUE(equals(&square, 1));
    big_done(&square);
    big_done(&power);
    big_done(&other);
}

/* 1 + 1/2 + ... + 1/n, from either end. */
static void harmonic(struct fraction *sum, int n, bool down)
{
    fraction_init(sum);
    for (int i = 1; i <= n; i++)
        fraction_add(sum, 1, 1, down ? n + 1 - i : i);
}

static void test_order_of_terms(void)
{
    struct fraction up, down;
    harmonic(&up, 300, false);
    harmonic(&down, 300, true);
    CU_ASSERT_EQUAL(fraction_double(&up), fraction_double(&down));
    fraction_minus(&up, &down);
    CU_ASSERT_TRUE(fraction_is_zero(&up));
    fraction_done(&up);
    fraction_done(&down);
    /* H(20) = 55835135/15519504, H(100) = 5.18737751763962026... */
    harmonic(&up, 20, false);
    fraction_add(&up, -55835135, 1, 15519504);
    CU_ASSERT_TRUE(fraction_is_zero(&up));
    fraction_done(&up);
    harmonic(&up, 100, true);
    CU_ASSERT_EQUAL(fraction_double(&up), 5.1873775176396203);
    CU_ASSERT_TRUE(fraction_cut(&up) == 5);
    fraction_done(&up);
}

/* The nearest double: ratio_double() is held to it by tests of its own. */
static void test_nearest(void)
{
    for (int i = 0; i < 5000; i++) {
        amount num = small();
        amount den = amount_size(small()) + 1;
        struct fraction fraction;
        fraction_init(&fraction);
        fraction_add(&fraction, num, 1, den);
        CU_ASSERT_EQUAL_FATAL(fraction_double(&fraction),
                              ratio_double((struct ratio){num, den}));
        CU_ASSERT_TRUE_FATAL(fraction_cut(&fraction) == num / den);
        fraction_done(&fraction);
    }
    CU_ASSERT_EQUAL(fraction_quotient(((amount)1 << 53) + 1, 1, 1, 1),
                    ldexp(1, 53));
    CU_ASSERT_EQUAL(fraction_quotient(((amount)1 << 53) + 3, 1, 1, 1),
                    ldexp(1, 53) + 4);
    CU_ASSERT_EQUAL(
        fraction_quotient(AMOUNT_MAX, AMOUNT_MAX, AMOUNT_MAX, AMOUNT_MAX), 1);
    CU_ASSERT_EQUAL(fraction_quotient(-AMOUNT_MAX, 3, AMOUNT_MAX, 2), -1.5);
    CU_ASSERT_EQUAL(fraction_quotient(0, 3, 7, 2), 0);
}

static void test_scale(void)
{
    struct fraction a, b;
    fraction_init(&a);
    fraction_init(&b);
    fraction_add(&a, AMOUNT_MAX, AMOUNT_MAX, 7);
    fraction_add(&b, AMOUNT_MAX, 5, 3);
    fraction_by(&a, &b);
    fraction_scale(&a, -35, AMOUNT_MAX);
    CU_ASSERT_EQUAL(fraction_double(&a), -3);
    fraction_times(&a, &b);
    fraction_scale(&a, 1, AMOUNT_MAX);
    CU_ASSERT_EQUAL(fraction_double(&a), -5);
    fraction_done(&a);
    fraction_done(&b);
    /* On the side of 0. */
    fraction_init(&a);
    fraction_add(&a, -17, 1, 10);
    CU_ASSERT_TRUE(fraction_cut(&a) == -1);
    fraction_done(&a);
}

static int compare(amount a, amount b, amount c, amount d)
{
    return ratio_compare((struct ratio){a, b}, (struct ratio){c, d});
}

static void test_ratio_compare(void)
{
    for (int i = 0; i < 20000; i++) {
        amount a = small() >> 32, c = small() >> 32;
        amount b = (amount_size(small()) >> 32) + 1;
        amount d = i % 5 ? (amount_size(small()) >> 32) + 1 : b;
        amount left = a * d, right = c * b;
        CU_ASSERT_EQUAL_FATAL(compare(a, b, c, d),
                              (left > right) - (left < right));
    }
    /* Cross products of 254 bits. */
    CU_ASSERT_EQUAL(
        compare(AMOUNT_MAX - 1, AMOUNT_MAX, AMOUNT_MAX - 2, AMOUNT_MAX - 1), 1);
    CU_ASSERT_EQUAL(
        compare(2 - AMOUNT_MAX, AMOUNT_MAX - 1, 1 - AMOUNT_MAX, AMOUNT_MAX), 1);
    CU_ASSERT_EQUAL(compare(AMOUNT_MAX, 3, AMOUNT_MAX, 3), 0);
    CU_ASSERT_EQUAL(compare(-1, AMOUNT_MAX, 0, 1), -1);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"integers against 128 bits", test_big},
        {"carries over many limbs", test_big_carries},
        {"sums do not depend on the order of terms", test_order_of_terms},
        {"nearest double and cut", test_nearest},
        {"products and quotients of fractions", test_scale},
        {"order of ratios", test_ratio_compare},
    };
    return TAP_RUN("fraction", cases);
}
