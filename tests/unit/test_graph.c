/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graphs against igraph and networkx (references/expected/network.json), and
 * against what can be seen by eye. */
#include <config.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "fixture.h"
#include "networks.h"
#include "stat/betweenness.h"
#include "stat/components.h"
#include "stat/disparity.h"
#include "stat/gsl.h"
#include "stat/hits.h"
#include "stat/k_core.h"
#include "stat/pagerank.h"
#include "tap.h"

#define TOLERANCE 1e-10
#define EIGENVALUE 1e-12 /* relative: the reference has 15 digits */

/* Values of nodes against an object whose members are the nodes in order. */
static void check_nodes(const json_t *expected, const char *name,
                        const double *values, size_t n)
{
    json_t *nodes = json_object_get(expected, name);
    const char *key;
    json_t *value;
    size_t at = 0;
    CU_ASSERT_EQUAL(json_object_size(nodes), n);
    json_object_foreach(nodes, key, value)
    {
        if (at < n)
            fixture_close(values[at++], json_number_value(value), TOLERANCE,
                          key, name, 0);
    }
}

static void check_core(const json_t *expected, const char *name,
                       const struct graph *graph, enum k_core kind)
{
    size_t *core = mem_alloc(graph->n, sizeof *core);
    double *values = mem_alloc(graph->n, sizeof *values);
    k_core(graph, kind, core);
    for (size_t i = 0; i < graph->n; i++)
        values[i] = (double)core[i];
    check_nodes(expected, name, values, graph->n);
    mem_free(core);
    mem_free(values);
}

static void check_ranks(const json_t *expected, const struct graph *graph)
{
    struct graph plain, turned;
    double *ranks = mem_alloc(graph->n, sizeof *ranks);
    double sum = 0;
    graph_plain(&plain, graph);
    graph_turned(&turned, graph);
    CU_ASSERT_EQUAL(pagerank(graph, PAGERANK_DAMPING, ranks), DEFINED);
    check_nodes(expected, "pagerank_flow_weighted", ranks, graph->n);
    for (size_t i = 0; i < graph->n; i++)
        sum += ranks[i];
    CHECK_CLOSE(sum, 1, 1e-14);
    CU_ASSERT_EQUAL(pagerank(&plain, PAGERANK_DAMPING, ranks), DEFINED);
    check_nodes(expected, "pagerank_unweighted", ranks, graph->n);
    CU_ASSERT_EQUAL(pagerank(&turned, PAGERANK_DAMPING, ranks), DEFINED);
    check_nodes(expected, "pagerank_reversed_weighted", ranks, graph->n);
    graph_done(&plain);
    graph_done(&turned);
    mem_free(ranks);
}

static void check_hits(json_t *expected, const struct graph *graph)
{
    double *hubs = mem_alloc(graph->n, sizeof *hubs);
    double *authorities = mem_alloc(graph->n, sizeof *authorities);
    struct hits found;
    CU_ASSERT_EQUAL(hits(graph, &found, hubs, authorities), DEFINED);
    check_nodes(expected, "hub_max1", hubs, graph->n);
    check_nodes(expected, "authority_max1", authorities, graph->n);
    double eigenvalue =
        json_number_value(json_object_get(expected, "hits_eigenvalue"));
    CHECK_CLOSE(found.first * found.first / eigenvalue, 1, EIGENVALUE);
    mem_free(hubs);
    mem_free(authorities);
}

static void check_between(const json_t *expected, const struct graph *graph)
{
    double *between = mem_alloc(graph->n, sizeof *between);
    betweenness(graph, false, between);
    check_nodes(expected, "betweenness_unweighted", between, graph->n);
    betweenness(graph, true, between);
    check_nodes(expected, "betweenness_inverse_weight", between, graph->n);
    CHECK_CLOSE(
        betweenness_most(graph->n),
        json_number_value(json_object_get(expected, "betweenness_norm_factor")),
        0);
    mem_free(between);
}

static size_t largest(const size_t *set, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += set[i] == 0;
    return count;
}

static void check_components(json_t *expected, const struct graph *graph)
{
    size_t *set = mem_alloc(graph->n, sizeof *set);
    CHECK_NEAR(expected, "weak_components", (double)components_weak(graph, set),
               0);
    CHECK_NEAR(expected, "largest_weak", (double)largest(set, graph->n), 0);
    CHECK_NEAR(expected, "strong_components",
               (double)components_strong(graph, set), 0);
    mem_free(set);
}

/* Each arc by its name "A>B". */
static void check_disparity(json_t *expected, const struct graph *graph)
{
    json_t *nodes = json_object_get(expected, "out_degree");
    json_t *names = json_object_get(expected, "edges_order");
    double *strength = mem_alloc(graph->n, sizeof *strength);
    size_t *degree = mem_alloc(graph->n, sizeof *degree);
    const char *from_name, *to_name;
    json_t *unused;
    size_t from = 0, seen = 0;
    graph_out(graph, strength, degree);
    json_object_foreach(nodes, from_name, unused)
    {
        size_t to = 0;
        json_object_foreach(nodes, to_name, unused)
        {
            char name[64], path[64];
            snprintf(name, sizeof name, "%s>%s", from_name, to_name);
            for (size_t i = 0; i < json_array_size(names); i++) {
                if (strcmp(json_string_value(json_array_get(names, i)), name))
                    continue;
                snprintf(path, sizeof path, "disparity_alpha_out.%zu", i);
                CHECK_ESTIMATE(expected, path,
                               disparity(graph_weight(graph, from, to),
                                         strength[from], degree[from]),
                               TOLERANCE);
                seen++;
            }
            to++;
        }
        from++;
    }
    CU_ASSERT_EQUAL(seen, json_array_size(names));
    mem_free(strength);
    mem_free(degree);
}

static void check_reference(const char *file, int year, const char *key)
{
    struct graph graph;
    json_t *root = fixture_load("network.json");
    json_t *expected = json_object_get(root, key);
    if (!root)
        return;
    CU_ASSERT_PTR_NOT_NULL_FATAL(expected);
    if (network_read(&graph, file, year, expected)) {
        check_ranks(expected, &graph);
        check_hits(expected, &graph);
        check_between(expected, &graph);
        check_core(expected, "coreness_all", &graph, K_CORE_ALL);
        check_core(expected, "coreness_in", &graph, K_CORE_IN);
        check_core(expected, "coreness_out", &graph, K_CORE_OUT);
        check_core(expected, "coreness_undirected_simple", &graph,
                   K_CORE_SIMPLE);
        check_components(expected, &graph);
        check_disparity(expected, &graph);
        graph_done(&graph);
    }
    json_decref(root);
}

static void test_toy(void)
{
    check_reference("toy_digraph.csv", -1, "toy");
}

static void test_small(void)
{
    check_reference("arms_small.csv", 2, "arms_small_2020_2024");
}

static void test_synth(void)
{
    check_reference("arms_synth.csv", 2, "arms_synth_2020_2024");
}

/* Of the heavy pair of the toy: 7, and 0.983 of it beside. */
static void test_gap(void)
{
    struct graph toy, part;
    struct hits found;
    double hubs[8], authorities[8];
    size_t set[8], members[8];
    network_drawn(&toy, 8, "ab3 ac1 bc2 bd4 cd5 cb1 da2 de6 ef1 fd2 gh7");
    CU_ASSERT_EQUAL(hits(&toy, &found, hubs, authorities), DEFINED);
    CHECK_CLOSE(found.second / found.first, 0.9829764337296272, 1e-14);
    CU_ASSERT_EQUAL(components_weak(&toy, set), 2);
    graph_part(&part, &toy, set, 0, members);
    CU_ASSERT_EQUAL(part.n, 6);
    CU_ASSERT_EQUAL(hits(&part, &found, hubs, authorities), DEFINED);
    CHECK_CLOSE(found.first, 7 * 0.9829764337296272, 1e-13);
    CU_ASSERT_EQUAL(members[0], 0);
    graph_done(&toy);
    graph_done(&part);
}

static void test_hits_tied(void)
{
    struct graph graph;
    struct hits found;
    double hubs[4], authorities[4];
    network_drawn(&graph, 4, "ab7 cd7");
    CU_ASSERT_EQUAL(hits(&graph, &found, hubs, authorities),
                    UNDEFINED_SINGULAR);
    CU_ASSERT_EQUAL(found.first, 7);
    CU_ASSERT_EQUAL(found.second, 7);
    graph_done(&graph);
}

/* No node, one, two without an arc, a full graph. */
static void test_edges_of_sense(void)
{
    struct graph none, one, full;
    struct hits found;
    double values[4], others[4];
    size_t set[4];
    graph_init(&none, 0);
    CU_ASSERT_EQUAL(pagerank(&none, PAGERANK_DAMPING, values),
                    UNDEFINED_NO_DATA);
    CU_ASSERT_EQUAL(hits(&none, &found, values, others), UNDEFINED_NO_DATA);
    CU_ASSERT_EQUAL(components_strong(&none, set), 0);
    betweenness(&none, true, values);
    graph_init(&one, 1);
    CU_ASSERT_EQUAL(pagerank(&one, PAGERANK_DAMPING, values), DEFINED);
    CHECK_CLOSE(values[0], 1, 1e-15);
    CU_ASSERT_EQUAL(hits(&one, &found, values, others), UNDEFINED_NO_DATA);
    CU_ASSERT_EQUAL(betweenness_most(1), 0);
    CU_ASSERT_EQUAL(betweenness_most(2), 0);
    network_drawn(&full, 4, "ab ac ad ba bc bd ca cb cd da db dc");
    CU_ASSERT_EQUAL(pagerank(&full, PAGERANK_DAMPING, values), DEFINED);
    for (size_t i = 0; i < 4; i++)
        CHECK_CLOSE(values[i], 0.25, 1e-15);
    k_core(&full, K_CORE_ALL, set);
    CU_ASSERT_EQUAL(set[2], 6);
    k_core(&full, K_CORE_SIMPLE, set);
    CU_ASSERT_EQUAL(set[2], 3);
    betweenness(&full, false, values);
    CU_ASSERT_EQUAL(values[1], 0);
    graph_done(&none);
    graph_done(&one);
    graph_done(&full);
}

/* 0.1 + 0.2 is as far as 0.3: both paths count. */
static void test_equal_lengths(void)
{
    struct graph graph;
    double between[4];
    graph_init(&graph, 4);
    graph.weights[0 * 4 + 1] = 1 / 0.1;
    graph.weights[1 * 4 + 3] = 1 / 0.2;
    graph.weights[0 * 4 + 2] = 1 / 0.15;
    graph.weights[2 * 4 + 3] = 1 / 0.15;
    betweenness(&graph, true, between);
    CHECK_CLOSE(between[1], 0.5, 1e-15);
    CHECK_CLOSE(between[2], 0.5, 1e-15);
    graph.weights[2 * 4 + 3] *= 1 + 1e-9;
    betweenness(&graph, true, between);
    CU_ASSERT_EQUAL(between[1], 0);
    CU_ASSERT_EQUAL(between[2], 1);
    graph_done(&graph);
}

static void test_cycles(void)
{
    struct graph graph;
    size_t set[6];
    network_drawn(&graph, 6, "ab bc ca cd de ed");
    CU_ASSERT_EQUAL(components_strong(&graph, set), 3);
    CU_ASSERT_TRUE(set[0] == 0 && set[1] == 0 && set[2] == 0);
    CU_ASSERT_TRUE(set[3] == 1 && set[4] == 1 && set[5] == 2);
    CU_ASSERT_EQUAL(components_weak(&graph, set), 2);
    CU_ASSERT_TRUE(set[0] == set[4] && set[5] == 1);
    graph_done(&graph);
}

static void test_disparity(void)
{
    CHECK_CLOSE(disparity(1, 4, 2).value, 0.75, 1e-15);
    CHECK_CLOSE(disparity(3, 4, 3).value, 0.0625, 1e-15);
    CU_ASSERT_EQUAL(disparity(4, 4, 1).undefined, UNDEFINED_N_TOO_SMALL);
}

/* What random graphs share with the same drawn with nodes in reverse. */
static void test_order_of_nodes(void)
{
    enum { N = 40 };
    struct graph graph, back;
    double a[N], b[N];
    graph_init(&graph, N);
    graph_init(&back, N);
    unsigned state = 1;
    for (size_t i = 0; i < N; i++) {
        for (size_t j = 0; j < N; j++) {
            state = state * 1103515245 + 12345;
            double weight = i != j && state >> 29 == 0 ? state >> 8 & 0xff : 0;
            graph.weights[i * N + j] = weight;
            back.weights[(N - 1 - i) * N + N - 1 - j] = weight;
        }
    }
    pagerank(&graph, PAGERANK_DAMPING, a);
    pagerank(&back, PAGERANK_DAMPING, b);
    for (size_t i = 0; i < N; i++)
        CHECK_CLOSE(a[i], b[N - 1 - i], 1e-14);
    betweenness(&graph, true, a);
    betweenness(&back, true, b);
    for (size_t i = 0; i < N; i++)
        CHECK_CLOSE(a[i], b[N - 1 - i], 1e-12);
    graph_done(&graph);
    graph_done(&back);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"an invented digraph as igraph has it", test_toy},
        {"a small table as igraph has it", test_small},
        {"a simulated table as igraph has it", test_synth},
        {"the gap of HITS, as a whole and of a part", test_gap},
        {"HITS of two parts that are alike", test_hits_tied},
        {"no node, one, a full graph", test_edges_of_sense},
        {"paths of equal length but for rounding", test_equal_lengths},
        {"strong and weak components", test_cycles},
        {"the disparity filter", test_disparity},
        {"the order of nodes does not matter", test_order_of_nodes},
    };
    gsl_begin();
    return TAP_RUN("graph", cases);
}
