/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Modularity against values that are known: of Zachary's club, and optima that
 * were found by trying all partitions. */
#include <config.h>

#include "base/mem.h"
#include "fixture.h"
#include "networks.h"
#include "stat/communities.h"
#include "stat/gsl.h"
#include "tap.h"

#define RUNS 50
#define SEED 12345

static void test_zachary(void)
{
    struct graph club;
    struct communities found;
    size_t set[34];
    double edges = 0;
    network_zachary(&club);
    for (size_t i = 0; i < 34 * 34; i++)
        edges += club.weights[i] / 2;
    CU_ASSERT_EQUAL(edges, 78);
    CHECK_CLOSE(modularity(&club, network_factions).value, 0.3714661, 5e-8);
    CU_ASSERT_EQUAL(communities_find(&club, RUNS, SEED, set, &found), DEFINED);
    CHECK_CLOSE(found.q, 0.4197896, 5e-8);
    CU_ASSERT_EQUAL(found.count, 4);
    CHECK_CLOSE(modularity(&club, set).value, found.q, 1e-15);
    CU_ASSERT_TRUE(found.best_runs >= 1 && found.best_runs <= RUNS);
    CU_ASSERT_TRUE(found.agreement > 0.5 && found.agreement <= 1);
    graph_done(&club);
}

/* Sets of the reference's optimum, which knows nothing of isolated nodes. */
static void check_optimum(const char *file, int year, const char *key)
{
    json_t *root = fixture_load("network.json");
    json_t *expected = json_object_get(root, key);
    json_t *optimum =
        json_object_get(expected, "modularity_optimum_undirected_weighted");
    struct graph graph, both;
    struct communities found;
    if (!root)
        return;
    if (network_read(&graph, file, year, expected)) {
        size_t *set = mem_alloc(graph.n, sizeof *set);
        size_t *known = mem_alloc(graph.n, sizeof *known);
        size_t at = 0;
        const char *name;
        json_t *value;
        graph_undirected(&both, &graph);
        CU_ASSERT_EQUAL(communities_find(&both, RUNS, SEED, set, &found),
                        DEFINED);
        CHECK_NEAR(optimum, "Q", found.q, 1e-10);
        json_object_foreach(json_object_get(optimum, "membership"), name, value)
            known[at++] = (size_t)json_integer_value(value);
        CHECK_NEAR(optimum, "Q", modularity(&both, known).value, 1e-10);
        CU_ASSERT_EQUAL(communities_agree(&both, set, known), 1);
        mem_free(set);
        mem_free(known);
        graph_done(&both);
        graph_done(&graph);
    }
    json_decref(root);
}

static void test_toy(void)
{
    check_optimum("toy_digraph.csv", -1, "toy");
}

static void test_small(void)
{
    check_optimum("arms_small.csv", 2, "arms_small_2020_2024");
}

/* Two groups of three, and one node that nobody knows. */
static void test_plain(void)
{
    struct graph graph, both;
    struct communities found;
    size_t set[7];
    static const size_t one[7] = {0};
    network_drawn(&graph, 7, "ab bc ca de ef fd ad");
    graph_undirected(&both, &graph);
    CU_ASSERT_EQUAL(communities_find(&both, RUNS, SEED, set, &found), DEFINED);
    CU_ASSERT_EQUAL(found.count, 2);
    CHECK_CLOSE(found.q, 6.0 / 7 - 0.5, 1e-15);
    CU_ASSERT_EQUAL(found.best_runs, RUNS);
    CHECK_CLOSE(found.agreement, 1, 1e-12);
    CU_ASSERT_TRUE(set[0] == 0 && set[1] == 0 && set[2] == 0 && set[3] == 1 &&
                   set[4] == 1 && set[5] == 1 && set[6] == 2);
    CHECK_CLOSE(modularity(&both, one).value, 0, 1e-15);
    CHECK_CLOSE(communities_agree(&both, set, one), 0, 1e-15);
    graph_done(&graph);
    graph_done(&both);
}

static void test_nothing(void)
{
    struct graph graph;
    struct communities found;
    size_t set[3];
    graph_init(&graph, 3);
    CU_ASSERT_EQUAL(communities_find(&graph, RUNS, SEED, set, &found),
                    UNDEFINED_NO_DATA);
    CU_ASSERT_TRUE(set[0] != set[1] && set[1] != set[2]);
    graph_done(&graph);
}

static void test_same_again(void)
{
    struct graph club;
    struct communities first, second;
    size_t a[34], b[34];
    network_zachary(&club);
    communities_find(&club, RUNS, SEED, a, &first);
    communities_find(&club, RUNS, SEED, b, &second);
    CU_ASSERT_EQUAL(first.agreement, second.agreement);
    CU_ASSERT_EQUAL(first.best_runs, second.best_runs);
    for (size_t i = 0; i < 34; i++)
        CU_ASSERT_EQUAL(a[i], b[i]);
    graph_done(&club);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"Zachary's club: two factions, and the optimum", test_zachary},
        {"the optimum of an invented digraph", test_toy},
        {"the optimum of a small table", test_small},
        {"two groups and nobody's friend", test_plain},
        {"nothing", test_nothing},
        {"the same twice", test_same_again},
    };
    gsl_begin();
    return TAP_RUN("communities", cases);
}
