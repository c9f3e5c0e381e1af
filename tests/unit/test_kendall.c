/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mann and Kendall's test of src/stat. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annual_fixture.h"
#include "fixture.h"
#include "stat/kendall.h"
#include "stat/rank_correlation.h"
#include "tap.h"

static void check_series(json_t *expected, const char *name)
{
    struct annual_fixture fixture;
    if (!annual_fixture_load(&fixture, name))
        return;
    struct kendall test = kendall_test(fixture.series.values, fixture.series.n);
    CHECK_NEAR(expected, "n", (double)test.n, 0);
    CHECK_NEAR(expected, "S", (double)test.s, 0);
    CHECK_NEAR(expected, "varS", test.variance, 1e-12);
    CHECK_NEAR(expected, "n_tie_groups", (double)test.tie_groups, 0);
    CHECK_ESTIMATE(expected, "tau_a", test.tau_a, 1e-10);
    CHECK_ESTIMATE(expected, "tau_b", test.tau_b, 1e-10);
    CHECK_ESTIMATE(expected, "z", test.z, 1e-10);
    CHECK_ESTIMATE(expected, "p_two_sided", test.p_normal, 1e-10);
    if (fixture_at(expected, "p_exact_two_sided"))
        CHECK_ESTIMATE(expected, "p_exact_two_sided", test.p_exact, 1e-10);
    else
        CU_ASSERT_FALSE(test.exact);
    annual_fixture_done(&fixture);
}

static void test_references(void)
{
    fixture_each("mk_sen_pettitt.json", "", check_series);
}

static void check_second(json_t *expected, const char *name)
{
    struct annual_fixture fixture;
    json_t *original = fixture_at(expected, "pymk_original");
    if (!annual_fixture_load(&fixture, name))
        return;
    struct kendall test = kendall_test(fixture.series.values, fixture.series.n);
    CHECK_ESTIMATE(expected, "scipy_kendalltau.tau_b", test.tau_b, 1e-10);
    if (json_is_number(fixture_at(original, "S"))) {
        CHECK_NEAR(original, "S", (double)test.s, 0);
        CHECK_NEAR(original, "varS", test.variance, 1e-12);
        CHECK_ESTIMATE(original, "z", test.z, 1e-10);
        CHECK_ESTIMATE(original, "p", test.p_normal, 1e-10);
        CHECK_ESTIMATE(original, "tau_a", test.tau_a, 1e-10);
    }
    annual_fixture_done(&fixture);
}

static void test_second_opinion(void)
{
    fixture_each("mk_second_opinion.json", "scipy_kendalltau", check_second);
}

/* Counts the orders of n things whose |S| is at least so large. */
static void count_orders(double *order, size_t fixed, size_t n, int64_t size,
                         size_t *extreme, size_t *all)
{
    if (fixed == n) {
        int64_t s = kendall_test(order, n).s;
        *extreme += (s < 0 ? -s : s) >= size;
        ++*all;
    }
    for (size_t i = fixed; i < n; i++) {
        double first = order[fixed];
        order[fixed] = order[i];
        order[i] = first;
        count_orders(order, fixed + 1, n, size, extreme, all);
        order[i] = order[fixed];
        order[fixed] = first;
    }
}

static void test_exact_by_enumeration(void)
{
    for (size_t n = 2; n <= 7; n++) {
        int64_t pairs = (int64_t)(n * (n - 1) / 2);
        for (int64_t s = pairs; s >= 0; s -= 2) {
            double order[7] = {1, 2, 3, 4, 5, 6, 7};
            size_t extreme = 0, all = 0;
            count_orders(order, 0, n, s, &extreme, &all);
            CHECK_CLOSE(kendall_exact(n, s), (double)extreme / (double)all,
                        1e-14);
            CHECK_CLOSE(kendall_exact(n, -s), kendall_exact(n, s), 0);
        }
    }
}

/* 2 / n! for a series that only rises. */
static void test_exact_ends(void)
{
    double factorial = 1;
    for (size_t n = 2; n < KENDALL_EXACT_BELOW; n++) {
        int64_t pairs = (int64_t)(n * (n - 1) / 2);
        factorial *= (double)n;
        double p = kendall_exact(n, pairs);
        CHECK_CLOSE(p * factorial / 2, 1, 1e-14);
        CU_ASSERT_EQUAL(kendall_exact(n, pairs + 2), 0);
    }
    CU_ASSERT_EQUAL(kendall_exact(0, 0), 1);
    CU_ASSERT_EQUAL(kendall_exact(1, 0), 1);
}

static void test_small(void)
{
    static const double values[] = {1, 3, 2, 4, 4};
    struct kendall test = kendall_test(values, 5);
    CU_ASSERT_EQUAL(test.s, 7); /* ten pairs: one falls, one is tied */
    CU_ASSERT_EQUAL(test.tie_groups, 1);
    CHECK_CLOSE(test.variance, (5. * 4 * 15 - 2 * 1 * 9) / 18, 1e-15);
    CHECK_CLOSE(test.tau_a.value, 0.7, 1e-15);
    CHECK_CLOSE(test.tau_b.value, 7 / sqrt(90), 1e-15);
    CHECK_CLOSE(test.z.value, 6 / sqrt(test.variance), 1e-15);
    CU_ASSERT_EQUAL(test.p_exact.undefined, UNDEFINED_TIES);
    CU_ASSERT_FALSE(test.exact);
    CU_ASSERT_EQUAL(test.p.value, test.p_normal.value);
}

static void test_edges(void)
{
    static const double values[] = {1, 2, 5, 5, 5, 5};
    for (size_t n = 0; n < 4; n++) {
        struct kendall test = kendall_test(values, n);
        CU_ASSERT_EQUAL(test.undefined, UNDEFINED_N_TOO_SMALL);
        CU_ASSERT_EQUAL(test.p.undefined, UNDEFINED_N_TOO_SMALL);
        CU_ASSERT_EQUAL(estimate_is(test.tau_b), n >= 2);
    }
    struct kendall same = kendall_test(values + 2, 4);
    CU_ASSERT_EQUAL(same.s, 0);
    CU_ASSERT_EQUAL(same.variance, 0);
    CU_ASSERT_EQUAL(same.p.value, 1);
    CU_ASSERT_EQUAL(same.z.value, 0);
    CU_ASSERT_EQUAL(same.tau_b.undefined, UNDEFINED_CONSTANT);
}

/* The exact p up to 49 years without ties, the normal one from 50. */
static void test_which_p(void)
{
    double values[51];
    for (size_t i = 0; i < 51; i++)
        values[i] = (double)(i * 7 % 53);
    CU_ASSERT_TRUE(kendall_test(values, 49).exact);
    struct kendall many = kendall_test(values, 50);
    CU_ASSERT_FALSE(many.exact);
    CU_ASSERT_EQUAL(many.p_exact.undefined, UNDEFINED_NOT_REACHED);
    CU_ASSERT_EQUAL(many.p.value, many.p_normal.value);
    /* Where they meet they are near each other. */
    struct kendall last = kendall_test(values, 49);
    CHECK_CLOSE(last.p_exact.value, last.p_normal.value, 0.02);
}

/* Shifts and factors change nothing, a negative factor turns S round; tau-b of
 * the values against the years is tau-b of the test. */
static void test_invariance(void)
{
    double values[30], other[30], years[30];
    unsigned seed = 1;
    for (size_t i = 0; i < 30; i++) {
        values[i] = annual_noise(&seed) % 40;
        other[i] = 1024 - 8 * values[i];
        years[i] = 1990 + (double)i;
    }
    struct kendall test = kendall_test(values, 30);
    struct kendall turned = kendall_test(other, 30);
    CU_ASSERT(test.tie_groups > 0);
    CU_ASSERT_EQUAL(test.s, -turned.s);
    CU_ASSERT_EQUAL(test.variance, turned.variance);
    CU_ASSERT_EQUAL(test.p.value, turned.p.value);
    CHECK_CLOSE(rank_tau_b(values, years, 30).value, test.tau_b.value, 1e-15);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"S, variance, tau, z and p of the references", test_references},
        {"second opinion", test_second_opinion},
        {"exact p by all orders of up to seven", test_exact_by_enumeration},
        {"exact p of a series that only rises", test_exact_ends},
        {"five values by hand", test_small},
        {"too few, all equal", test_edges},
        {"which p", test_which_p},
        {"shift, scale and turn", test_invariance},
    };
    return TAP_RUN("kendall", cases);
}
