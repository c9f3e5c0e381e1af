/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreement of rankings of src/stat. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annual_fixture.h"
#include "fixture.h"
#include "stat/list_overlap.h"
#include "stat/rank_correlation.h"
#include "tap.h"

static const double five[] = {1, 2, 3, 4, 5};
static const double other[] = {2, 1, 3, 5, 4};

/* Letters as numbers, in the order of the list. */
static struct ranked_list letters(json_t *list, size_t *items)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        items[i] = (size_t)*json_string_value(json_array_get(list, i));
    return (struct ranked_list){json_array_size(list), items};
}

static void test_lists(void)
{
    size_t s[32], t[32];
    json_t *root = fixture_load("rank_share_small.json");
    json_t *expected = fixture_at(root, "list_similarity");
    if (!root)
        return;
    struct ranked_list a = letters(json_object_get(expected, "S"), s);
    struct ranked_list b = letters(json_object_get(expected, "T"), t);
    CHECK_ESTIMATE(expected, "rbo_ext_p0_9", list_rbo(a, b, 0.9), 1e-13);
    CHECK_ESTIMATE(expected, "average_overlap_depth10",
                   list_average_overlap(a, b, 10), 1e-13);
    a = letters(fixture_at(root, "top3.w0"), s);
    b = letters(fixture_at(root, "top3.w1"), t);
    CHECK_ESTIMATE(root, "top3.overlap", list_overlap(a, b, 3), 1e-13);
    CHECK_ESTIMATE(root, "top3.jaccard", list_jaccard(a, b, 3), 1e-13);
    json_decref(root);
}

static void test_orders(void)
{
    double largest, all[15];
    json_t *root = fixture_load("rank_share_small.json");
    json_t *expected = fixture_at(root, "list_similarity");
    if (!root)
        return;
    struct estimate foot = rank_footrule(five, other, 5, &largest), chi;
    CHECK_ESTIMATE(expected, "footrule.F", foot, 1e-13);
    CHECK_NEAR(expected, "footrule.max", largest, 0);
    for (size_t i = 0; i < 15; i++) {
        char path[64];
        snprintf(path, sizeof path, "kendall_W.ranks.%zu.%zu", i / 5, i % 5);
        all[i] = json_number_value(fixture_at(expected, path));
    }
    struct estimate w = rank_concordance(all, 3, 5, &chi);
    CHECK_ESTIMATE(expected, "kendall_W.W", w, 1e-13);
    CHECK_ESTIMATE(expected, "kendall_W.chi2", chi, 1e-13);
    json_decref(root);
}

static void test_by_hand(void)
{
    static const double a[] = {5, 3, 3, 1}, b[] = {4, 4, 2, 1};
    double rank[4];
    rank_fractional(a, 4, rank);
    CU_ASSERT_EQUAL(rank[0], 1);
    CU_ASSERT_EQUAL(rank[1], 2.5);
    CU_ASSERT_EQUAL(rank[2], 2.5);
    CU_ASSERT_EQUAL(rank[3], 4);
    /* Six pairs, one tied on each side, four agree. */
    CHECK_CLOSE(rank_tau_b(a, b, 4).value, 4 / 5., 1e-15);
    /* Ranks 1, 2.5, 2.5, 4 and 1.5, 1.5, 3, 4: 3.75 / 4.5. */
    CHECK_CLOSE(rank_spearman(a, b, 4).value, 3.75 / 4.5, 1e-15);
    CHECK_CLOSE(rank_footrule(a, b, 4, NULL).value, 2, 1e-15);
}

static void test_ends(void)
{
    static const double turned[] = {5, 4, 3, 2, 1}, flat[] = {2, 2, 2, 2, 2};
    double largest;
    CU_ASSERT_EQUAL(rank_tau_b(five, five, 5).value, 1);
    CU_ASSERT_EQUAL(rank_tau_b(five, turned, 5).value, -1);
    CU_ASSERT_EQUAL(rank_spearman(five, turned, 5).value, -1);
    CU_ASSERT_EQUAL(rank_footrule(five, turned, 5, &largest).value, 12);
    CU_ASSERT_EQUAL(largest, 12);
    CU_ASSERT_EQUAL(rank_tau_b(five, flat, 5).undefined, UNDEFINED_CONSTANT);
    CU_ASSERT_EQUAL(rank_spearman(flat, five, 5).undefined, UNDEFINED_CONSTANT);
    for (size_t n = 0; n < 2; n++) {
        CU_ASSERT_EQUAL(rank_tau_b(five, five, n).undefined,
                        UNDEFINED_N_TOO_SMALL);
        CU_ASSERT_EQUAL(rank_spearman(five, five, n).undefined,
                        UNDEFINED_N_TOO_SMALL);
    }
    CU_ASSERT_EQUAL(rank_footrule(five, five, 0, NULL).undefined,
                    UNDEFINED_NO_DATA);
}

/* Three judges with ties against the sums worked out by hand (Siegel and
 * Castellan's correction), and W against the mean of Spearman's rho over
 * pairs of judges, which is (m W - 1) / (m - 1) without ties. */
static void test_concordance(void)
{
    static const double tied[] = {1, 1, 3, 1, 2, 3};
    struct estimate chi, w = rank_concordance(tied, 2, 3, &chi);
    /* Rank sums 5.5, 4.5, 2: S = 6.5; ties 2^3 - 2 = 6. */
    CHECK_CLOSE(w.value, 12 * 6.5 / (4 * 24 - 2 * 6), 1e-15);
    CHECK_CLOSE(chi.value, 2 * 2 * w.value, 1e-15);
    double all[3 * 8], rho = 0;
    unsigned seed = 3;
    for (size_t i = 0; i < 24; i++)
        all[i] = annual_noise(&seed) + (double)i / 100;
    for (size_t i = 0; i < 3; i++)
        rho += rank_spearman(all + 8 * i, all + 8 * ((i + 1) % 3), 8).value / 3;
    CHECK_CLOSE(rank_concordance(all, 3, 8, NULL).value, (2 * rho + 1) / 3,
                1e-14);
    static const double flat[] = {1, 1, 2, 2};
    CU_ASSERT_EQUAL(rank_concordance(flat, 2, 2, &chi).undefined,
                    UNDEFINED_CONSTANT);
    CU_ASSERT_EQUAL(chi.undefined, UNDEFINED_CONSTANT);
    CU_ASSERT_EQUAL(rank_concordance(flat, 1, 4, NULL).undefined,
                    UNDEFINED_N_TOO_SMALL);
}

/* The order of the things does not matter, nor what their values are. */
static void test_invariance(void)
{
    double a[20], b[20], c[20], d[20];
    unsigned seed = 11;
    for (size_t i = 0; i < 20; i++) {
        a[i] = annual_noise(&seed) % 9;
        b[i] = annual_noise(&seed) % 9;
    }
    for (size_t i = 0; i < 20; i++) {
        c[i] = exp(a[i * 7 % 20]);
        d[i] = 3 * b[i * 7 % 20] - 100;
    }
    CU_ASSERT_EQUAL(rank_tau_b(a, b, 20).value, rank_tau_b(c, d, 20).value);
    CHECK_CLOSE(rank_spearman(a, b, 20).value, rank_spearman(c, d, 20).value,
                1e-15);
    CU_ASSERT_EQUAL(rank_tau_b(a, b, 20).value, rank_tau_b(b, a, 20).value);
}

static void test_overlap_by_hand(void)
{
    static const size_t one[] = {1, 2, 3}, two[] = {3, 1, 4, 5};
    struct ranked_list a = {3, one}, b = {4, two}, none = {0, NULL};
    CU_ASSERT_EQUAL(list_common(a, b, 1), 0);
    CU_ASSERT_EQUAL(list_common(a, b, 2), 1);
    CU_ASSERT_EQUAL(list_common(a, b, 9), 2);
    CHECK_CLOSE(list_overlap(a, b, 3).value, 2 / 3., 1e-15);
    CHECK_CLOSE(list_jaccard(a, b, 3).value, 2 / 4., 1e-15);
    CHECK_CLOSE(list_jaccard(a, b, 9).value, 2 / 5., 1e-15);
    CHECK_CLOSE(list_average_overlap(a, b, 3).value, (0 + 1 / 2. + 2 / 3.) / 3,
                1e-15);
    CU_ASSERT_EQUAL(list_overlap(none, none, 3).undefined, UNDEFINED_NO_DATA);
    CU_ASSERT_EQUAL(list_overlap(a, none, 3).value, 0);
    CU_ASSERT_EQUAL(list_jaccard(none, none, 3).undefined, UNDEFINED_NO_DATA);
    CU_ASSERT_EQUAL(list_rbo(a, none, 0.9).undefined, UNDEFINED_NO_DATA);
}

/* Equal lists give 1, lists without a common thing 0, at every p. */
static void test_rbo_ends(void)
{
    static const size_t one[] = {1, 2, 3, 4}, two[] = {5, 6, 7};
    struct ranked_list a = {4, one}, b = {3, two}, top = {3, one};
    for (double p = 0.1; p < 1; p += 0.2) {
        CHECK_CLOSE(list_rbo(a, a, p).value, 1, 1e-14);
        CHECK_CLOSE(list_rbo(a, b, p).value, 0, 1e-14);
        /* What a shorter list has is taken to go on as it does. */
        CHECK_CLOSE(list_rbo(a, top, p).value, 1, 1e-14);
        CHECK_CLOSE(list_rbo(top, a, p).value, list_rbo(a, top, p).value, 0);
    }
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"lists of the references", test_lists},
        {"orders of the references", test_orders},
        {"ranks, tau-b, Spearman and footrule by hand", test_by_hand},
        {"equal, opposite, without an order", test_ends},
        {"concordance with ties, and by Spearman", test_concordance},
        {"order of the things", test_invariance},
        {"overlaps by hand", test_overlap_by_hand},
        {"rank-biased overlap of equal and strange lists", test_rbo_ends},
    };
    return TAP_RUN("rank_agreement", cases);
}
