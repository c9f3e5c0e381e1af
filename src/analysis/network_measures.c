/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Degree, strength, PageRank, betweenness and coreness by place. */
#include <config.h>

#include "analysis/network_by_place.h"
#include "analysis/network_tables.h"
#include "analysis/network_words.h"
#include "base/mem.h"
#include "stat/betweenness.h"
#include "stat/k_core.h"
#include "stat/pagerank.h"

/* Out- and in-strength beside what was computed from them. */
#define STRENGTHS                                    \
    {NULL, NULL, KIND_AMOUNT, 8, "Out", NULL, true}, \
    {                                                \
        NULL, NULL, KIND_AMOUNT, 8, "In", NULL, true \
    }

static void set_strengths(struct by_place *table, size_t column)
{
    for (size_t i = 0; i < table->networks->now.n; i++) {
        const struct network_node *node = &table->networks->now.nodes[i];
        by_place_set(table, i, column, value_amount(node->out));
        by_place_set(table, i, column + 1, value_amount(node->in));
    }
}

static void finish(struct result *result, const struct by_place *table)
{
    by_place_write(result, table);
    network_notes(result, table->networks, false);
}

bool network_degree(struct result *result, const struct networks *networks,
                    struct err *err)
{
    static const struct by_place_column columns[] = {
        {"degree", "partners", KIND_COUNT, 8, NULL, "Partners", false},
        {"degree", "out", KIND_COUNT, 10, NULL, "Recipients", true},
        {"degree", "in", KIND_COUNT, 9, NULL, "Suppliers", true},
    };
    const struct network *network = &networks->now;
    struct by_place table;
    (void)err;
    by_place_init(&table, networks, columns, 3);
    table.title = " by degree";
    table.highest = "the most partners";
    for (size_t i = 0; i < network->n; i++) {
        const struct network_node *node = &network->nodes[i];
        by_place_set(&table, i, 0, value_integer((int64_t)node->partners));
        by_place_set(&table, i, 1, value_integer((int64_t)node->recipients));
        by_place_set(&table, i, 2, value_integer((int64_t)node->suppliers));
    }
    finish(result, &table);
    result_add_note(result, "Partners: places with a link either way; one "
                            "with links both ways counts once.");
    network_foot(result, networks);
    return true;
}

bool network_strength(struct result *result, const struct networks *networks,
                      struct err *err)
{
    static const struct by_place_column columns[] = {
        {"strength", "out", KIND_AMOUNT, 10, "Out", NULL, true},
        {"strength", "in", KIND_AMOUNT, 10, "In", NULL, true},
    };
    struct by_place table;
    (void)err;
    by_place_init(&table, networks, columns, 2);
    table.title = " by strength";
    table.highest = "the largest out-strength";
    set_strengths(&table, 0);
    finish(result, &table);
    result_add_note(result, "Strength: the weight of a place's links, out and "
                            "in; both add up to the weight of all.");
    network_foot(result, networks);
    return true;
}

/* Of the graph and of the same without weights. */
static void set_pagerank(struct by_place *table, const struct graph *graph)
{
    struct graph plain;
    double *ranks = mem_alloc(graph->n, sizeof *ranks);
    graph_plain(&plain, graph);
    enum undefined undefined = pagerank(graph, PAGERANK_DAMPING, ranks);
    by_place_set_all(table, 0, undefined, ranks, 4);
    undefined = pagerank(&plain, PAGERANK_DAMPING, ranks);
    by_place_set_all(table, 1, undefined, ranks, 4);
    graph_done(&plain);
    mem_free(ranks);
}

static bool write_pagerank(struct result *result,
                           const struct networks *networks, bool turned,
                           struct err *err)
{
    static const struct by_place_column columns[2][4] = {
        {{"pagerank", "flow weighted", KIND_NUMBER, 8, NULL, "Weighted", true},
         {"pagerank", "flow unweighted", KIND_NUMBER, 10, NULL, "Unweighted",
          true},
         STRENGTHS},
        {{"pagerank", "reversed weighted", KIND_NUMBER, 8, NULL, "Weighted",
          true},
         {"pagerank", "reversed unweighted", KIND_NUMBER, 10, NULL,
          "Unweighted", true},
         STRENGTHS},
    };
    struct graph graph, used;
    struct by_place table;
    if (!network_graph(&networks->now, &graph, err))
        return false;
    if (turned)
        graph_turned(&used, &graph);
    by_place_init(&table, networks, columns[turned], 4);
    table.title = turned ? " by PageRank, links reversed" : " by PageRank";
    table.highest = turned ? "the highest PageRank with links reversed, "
                             "which ranks suppliers,"
                           : "the highest PageRank, which ranks recipients,";
    set_pagerank(&table, turned ? &used : &graph);
    set_strengths(&table, 2);
    finish(result, &table);
    result_add_note(result,
                    turned ? "Direction: from recipients to suppliers. Who "
                             "supplies many and large recipients ranks high."
                           : "Direction: with the flow, from suppliers to "
                             "recipients. Recipients rank high; --variant "
                             "pagerank-reversed ranks suppliers.");
    result_add_note(result,
                    "Damping %.2f; a place without links out passes its rank "
                    "on to all alike; solved exactly, not iterated.",
                    PAGERANK_DAMPING);
    network_foot(result, networks);
    graph_done(&graph);
    if (turned)
        graph_done(&used);
    return true;
}

bool network_pagerank(struct result *result, const struct networks *networks,
                      struct err *err)
{
    return write_pagerank(result, networks, false, err);
}

bool network_pagerank_reversed(struct result *result,
                               const struct networks *networks, struct err *err)
{
    return write_pagerank(result, networks, true, err);
}

/* The share of pairs that it could stand between, too. */
static void set_betweenness(struct by_place *table, const struct graph *graph,
                            bool weighted, size_t column)
{
    double *between = mem_alloc(graph->n, sizeof *between);
    double most = betweenness_most(graph->n);
    betweenness(graph, weighted, between);
    by_place_set_all(table, column, DEFINED, between, 1);
    for (size_t i = 0; i < graph->n; i++)
        between[i] = most > 0 ? between[i] / most : 0;
    by_place_set_all(table, column + 1,
                     most > 0 ? DEFINED : UNDEFINED_N_TOO_SMALL, between, 4);
    mem_free(between);
}

bool network_betweenness(struct result *result, const struct networks *networks,
                         struct err *err)
{
    static const struct by_place_column columns[] = {
        {"betweenness", "weighted", KIND_NUMBER, 8, "Weighted", "pairs", false},
        {"betweenness", "weighted normalised", KIND_NUMBER, 7, NULL, "of all",
         false},
        {"betweenness", "unweighted", KIND_NUMBER, 10, "Unweighted", "pairs",
         false},
        {"betweenness", "unweighted normalised", KIND_NUMBER, 7, NULL, "of all",
         false},
    };
    struct graph graph;
    struct by_place table;
    if (!network_graph(&networks->now, &graph, err))
        return false;
    by_place_init(&table, networks, columns, 4);
    table.title = " by betweenness";
    table.highest = "the highest weighted betweenness";
    set_betweenness(&table, &graph, true, 0);
    set_betweenness(&table, &graph, false, 2);
    finish(result, &table);
    result_add_note(
        result, "Pairs of other places that a place stands between on "
                "shortest directed paths; of all (n \u2212 1) (n \u2212 2). "
                "Weighted: a link is 1 / weight long.");
    result_add_note(result,
                    "Arms do not flow through intermediaries: who stands "
                    "between others passes nothing on. Read it as position, "
                    "with care.");
    network_foot(result, networks);
    graph_done(&graph);
    return true;
}

bool network_k_core(struct result *result, const struct networks *networks,
                    struct err *err)
{
    static const struct by_place_column columns[] = {
        {"coreness", "simple", KIND_COUNT, 8, NULL, "Partners", false},
        {"coreness", "all", KIND_COUNT, 8, "All", "links", false},
        {"coreness", "out", KIND_COUNT, 8, "Links", "out", false},
        {"coreness", "in", KIND_COUNT, 8, "Links", "in", false},
    };
    static const enum k_core kinds[] = {K_CORE_SIMPLE, K_CORE_ALL, K_CORE_OUT,
                                        K_CORE_IN};
    const struct network *network = &networks->now;
    struct graph graph;
    struct by_place table;
    if (!network_graph(network, &graph, err))
        return false;
    size_t *core = mem_alloc(network->n, sizeof *core);
    by_place_init(&table, networks, columns, 4);
    table.title = " by coreness";
    table.highest = "the highest coreness";
    for (size_t j = 0; j < 4; j++) {
        k_core(&graph, kinds[j], core);
        for (size_t i = 0; i < network->n; i++)
            by_place_set(&table, i, j, value_integer((int64_t)core[i]));
    }
    finish(result, &table);
    result_add_note(result,
                    "Coreness: the largest k such that the place is among "
                    "places that have k links or more with each other. All "
                    "links: a pair with links both ways counts twice, as "
                    "igraph has it; partners: once.");
    network_foot(result, networks);
    mem_free(core);
    graph_done(&graph);
    return true;
}
