/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pettitt's test and optimal partitioning. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "fixture.h"
#include "invented.h"
#include "stat/partition.h"
#include "stat/pettitt.h"
#include "stat/segment.h"
#include "tap.h"

static void check_pettitt(json_t *root, const char *name)
{
    char path[96];
    struct fixture_table table;
    snprintf(path, sizeof path, "%s.csv", name);
    if (!fixture_table(&table, path))
        return;
    double *values = fixture_column(&table, 1);
    size_t *at = calloc(table.rows, sizeof *at);
    struct pettitt found = pettitt_test(values, table.rows, at);
    CU_ASSERT_EQUAL(found.undefined, DEFINED);
    snprintf(path, sizeof path, "%s.pettitt.K", name);
    CHECK_NEAR(root, path, (double)found.k, 0);
    snprintf(path, sizeof path, "%s.pettitt.p_approx", name);
    CHECK_NEAR(root, path, pettitt_p(found.k, table.rows), 1e-10);
    if (table.rows >= BREAK_LEAST_YEARS)
        CHECK_ESTIMATE(root, path, found.p, 1e-10);
    else
        CU_ASSERT_EQUAL(found.p.undefined, UNDEFINED_N_TOO_SMALL);
    for (size_t i = 0; i < found.count; i++) {
        snprintf(path, sizeof path, "%s.pettitt.k_all.%zu", name, i);
        CHECK_NEAR(root, path, (double)at[i], 0);
        /* U there has the sign that "up" tells of. */
        snprintf(path, sizeof path, "%s.pettitt.U.%zu", name, at[i] - 1);
        double u = (double)(found.up ? -found.k : found.k);
        CHECK_NEAR(root, path, u, 0);
    }
    snprintf(path, sizeof path, "%s.pettitt.k_all.%zu", name, found.count);
    CU_ASSERT_PTR_NULL(fixture_at(root, path));
    free(at);
    free(values);
    fixture_table_done(&table);
}

static void test_pettitt_references(void)
{
    static const char *const names[] = {
        "nile",        "nile_ties",    "nhtemp",
        "lumpy_ties",  "short_noties", "ar1_trend",
        "negar_trend", "hr_issue29b",  "perfect_line"};
    json_t *root = fixture_load("mk_sen_pettitt.json");
    for (size_t i = 0; root && i < sizeof names / sizeof names[0]; i++)
        check_pettitt(root, names[i]);
    json_decref(root);
}

static int sign(double x)
{
    return (x > 0) - (x < 0);
}

/* By its first definition: U_k is the sum of the signs of all differences
 * across k. */
static void test_pettitt_by_signs(void)
{
    double values[37];
    size_t at[37];
    invented_steps(values, 37, 15, 0.5, 17);
    for (size_t i = 0; i < 37; i++)
        values[i] = floor(4 * values[i]);
    struct pettitt found = pettitt_test(values, 37, at);
    long largest = 0;
    size_t where = 0;
    for (size_t k = 1; k < 37; k++) {
        long u = 0;
        for (size_t i = 0; i < k; i++)
            for (size_t j = k; j < 37; j++)
                u += sign(values[i] - values[j]);
        if (labs(u) > largest) {
            largest = labs(u);
            where = k;
        }
    }
    CU_ASSERT_EQUAL(found.k, largest);
    CU_ASSERT_EQUAL(at[0], where);
    CU_ASSERT_TRUE(found.up);
}

static void test_pettitt_limits(void)
{
    double values[20] = {3, 4};
    size_t at[20];
    CU_ASSERT_EQUAL(pettitt_test(values, 0, at).undefined, UNDEFINED_NO_DATA);
    CU_ASSERT_EQUAL(pettitt_test(values, 1, at).undefined, UNDEFINED_NO_DATA);
    struct pettitt two = pettitt_test(values, 2, at);
    CU_ASSERT_EQUAL(two.k, 1);
    CU_ASSERT_EQUAL(two.count, 1);
    CU_ASSERT_EQUAL(at[0], 1);
    CU_ASSERT_TRUE(two.up);
    CU_ASSERT_EQUAL(two.p.undefined, UNDEFINED_N_TOO_SMALL);
    for (size_t i = 0; i < 20; i++)
        values[i] = 0.1;
    struct pettitt constant = pettitt_test(values, 20, at);
    CU_ASSERT_EQUAL(constant.undefined, UNDEFINED_CONSTANT);
    CU_ASSERT_EQUAL(constant.p.undefined, UNDEFINED_CONSTANT);
    CU_ASSERT_EQUAL(constant.count, 0);
    CHECK_CLOSE(pettitt_p(0, 20), 1, 0);
}

static void check_partition(json_t *root, const char *file, const char *key)
{
    char path[96];
    struct fixture_table table;
    if (!fixture_table(&table, file))
        return;
    double *values = fixture_column(&table, 1);
    size_t *at = calloc(table.rows, sizeof *at);
    double cost;
    struct estimate penalty = partition_penalty(values, table.rows);
    snprintf(path, sizeof path, "%s.penalty", key);
    CHECK_ESTIMATE(root, path, penalty, 1e-12);
    size_t count =
        partition_optimal(values, table.rows, penalty.value, 2, at, &cost);
    snprintf(path, sizeof path, "%s.total_cost", key);
    CHECK_NEAR(root, path, cost, 1e-10);
    for (size_t i = 0; i <= count; i++) {
        snprintf(path, sizeof path, "%s.changepoints_last_obs_of_left.%zu", key,
                 i);
        if (i < count)
            CHECK_NEAR(root, path, (double)at[i], 0);
        else
            CU_ASSERT_PTR_NULL(fixture_at(root, path));
    }
    free(at);
    free(values);
    fixture_table_done(&table);
}

static void test_partition_references(void)
{
    json_t *root = fixture_load("breaks.json");
    if (!root)
        return;
    check_partition(root, "nile.csv", "optimal_partition_nile");
    check_partition(root, "lumpy_ties.csv", "optimal_partition_lumpy_ties");
    json_decref(root);
}

/* The least cost of a segmentation that is told by the bits of a number. */
static double cost_of(const double *values, size_t n, unsigned bits,
                      double penalty, size_t least)
{
    double cost = 0;
    size_t start = 0;
    for (size_t i = 1; i <= n; i++) {
        if (i < n && !(bits >> (i - 1) & 1))
            continue;
        if (i - start < least)
            return INFINITY;
        cost += segment_of(values + start, i - start, REGIME_MEAN).rss;
        cost += start ? penalty : 0;
        start = i;
    }
    return cost;
}

static void test_partition_brute_force(void)
{
    double values[12];
    size_t at[12];
    for (unsigned seed = 1; seed <= 12; seed++) {
        size_t least = 1 + seed % 3;
        double penalty = 0.2 * seed;
        double cost;
        double smallest = INFINITY;
        unsigned best = 0;
        invented_steps(values, 12, 4, 1.5, seed);
        for (unsigned bits = 0; bits < 1U << 11; bits++) {
            double tried = cost_of(values, 12, bits, penalty, least);
            best = tried < smallest ? bits : best;
            smallest = fmin(tried, smallest);
        }
        size_t count = partition_optimal(values, 12, penalty, least, at, &cost);
        unsigned found = 0;
        for (size_t i = 0; i < count; i++)
            found |= 1U << (at[i] - 1);
        CU_ASSERT_EQUAL(found, best);
        CHECK_CLOSE(cost, smallest, 1e-12);
    }
}

static void test_partition_limits(void)
{
    double values[30] = {5, 6, 7};
    size_t at[30];
    double cost;
    CU_ASSERT_EQUAL(partition_optimal(values, 0, 1, 2, at, &cost), 0);
    CHECK_CLOSE(cost, 0, 0);
    CU_ASSERT_EQUAL(partition_optimal(values, 3, 0, 2, at, &cost), 0);
    CHECK_CLOSE(cost, 2, 1e-15);
    CU_ASSERT_EQUAL(partition_optimal(values, 3, 0, 1, at, &cost), 2);
    CHECK_CLOSE(cost, 0, 0);
    CU_ASSERT_EQUAL(partition_penalty(values, 19).undefined,
                    UNDEFINED_N_TOO_SMALL);
    CU_ASSERT_EQUAL(partition_penalty(values, 30).undefined,
                    UNDEFINED_CONSTANT);
    for (size_t i = 0; i < 30; i++)
        values[i] = 4;
    CU_ASSERT_EQUAL(partition_optimal(values, 30, 1, 2, at, &cost), 0);
    CHECK_CLOSE(cost, 0, 0);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"Pettitt: reference values", test_pettitt_references},
        {"Pettitt by signs", test_pettitt_by_signs},
        {"Pettitt at its limits", test_pettitt_limits},
        {"partitions: reference values", test_partition_references},
        {"partitions by brute force", test_partition_brute_force},
        {"partitions at their limits", test_partition_limits},
    };
    return TAP_RUN("shifts", cases);
}
