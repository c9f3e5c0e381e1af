/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hubs and authorities, of the whole network and of each of its parts. */
#include <config.h>

#include "stat/hits.h"

#include "analysis/estimates.h"
#include "analysis/network_by_place.h"
#include "analysis/network_rows.h"
#include "analysis/network_tables.h"
#include "analysis/network_words.h"
#include "base/mem.h"
#include "stat/components.h"

/* From here on a small change of the data turns the vectors far. */
#define NEAR_TIE 0.9

enum hits_column { HUB, AUTHORITY, HUB_WITHIN, AUTHORITY_WITHIN, COMPONENT };

static const struct by_place_column columns[] = {
    {"hub", "network", KIND_NUMBER, 7, NULL, "Hub", false},
    {"authority", "network", KIND_NUMBER, 9, NULL, "Authority", false},
    {"hub", "component", KIND_NUMBER, 8, "Hub in", "its part", false},
    {"authority", "component", KIND_NUMBER, 9, "Authority", "in part", false},
    {"component", "weak", KIND_COUNT, 5, NULL, "Part", false},
};

/* What is told of a decomposition. */
struct solved {
    const char *variant;
    enum undefined undefined;
    struct hits hits;
    double *hubs;
    double *authorities;
};

static struct estimate gap_of(const struct solved *solved)
{
    return solved->hits.first > 0
               ? estimate_of(solved->hits.second / solved->hits.first)
               : estimate_none(UNDEFINED_NO_DATA);
}

static void solve(struct solved *solved, const struct graph *graph,
                  const char *variant)
{
    solved->variant = variant;
    solved->hubs = mem_alloc(graph->n, sizeof *solved->hubs);
    solved->authorities = mem_alloc(graph->n, sizeof *solved->authorities);
    solved->undefined =
        hits(graph, &solved->hits, solved->hubs, solved->authorities);
}

static void solved_done(struct solved *solved)
{
    mem_free(solved->hubs);
    mem_free(solved->authorities);
}

static struct value value_at(const struct solved *solved, const double *values,
                             size_t i)
{
    return solved->undefined == DEFINED
               ? value_number(values[i], 4)
               : value_null(estimate_reason(solved->undefined));
}

/* Rows of the whole: the eigenvalue, and how far the next one is. */
static void add_whole(struct result *result, const struct network *network,
                      const struct solved *solved)
{
    double first = solved->hits.first;
    struct estimate eigenvalue = first > 0 ? estimate_of(first * first)
                                           : estimate_none(UNDEFINED_NO_DATA);
    network_row(result, network,
                &(struct network_row){.statistic = "hits_eigenvalue",
                                      .variant = solved->variant,
                                      .value = estimate_value(eigenvalue, 1)});
    network_row(
        result, network,
        &(struct network_row){.statistic = "hits_gap",
                              .variant = solved->variant,
                              .value = estimate_value(gap_of(solved), 3)});
}

static void note_gap(struct result *result, const struct solved *solved,
                     const char *of)
{
    double gap = gap_of(solved).value;
    if (!(solved->hits.first > 0))
        return;
    result_add_note(
        result, "Second singular value by the first%s, s2 / s1: %.3f%s", of,
        gap,
        solved->undefined != DEFINED
            ? ". They are equal: which places lead is arbitrary, and nothing "
              "is given (singular)."
        : gap > NEAR_TIE ? ". They nearly tie: small changes of the data can "
                           "turn hubs and authorities."
                         : ".");
}

/* Parts of two places and more, each by itself. */
static void fill_parts(struct result *result, struct by_place *table,
                       const struct graph *graph, const size_t *set,
                       size_t count, struct solved *parts)
{
    struct arena *arena = &result->arena;
    size_t *members = mem_alloc(graph->n, sizeof *members);
    for (size_t which = 0; which < count; which++) {
        struct graph part;
        graph_part(&part, graph, set, which, members);
        solve(&parts[which], &part,
              arena_printf(arena, "component %zu", which + 1));
        for (size_t i = 0; i < part.n; i++) {
            const struct solved *solved = &parts[which];
            by_place_set(table, members[i], HUB_WITHIN,
                         value_at(solved, solved->hubs, i));
            by_place_set(table, members[i], AUTHORITY_WITHIN,
                         value_at(solved, solved->authorities, i));
            by_place_set(table, members[i], COMPONENT,
                         value_integer((int64_t)which + 1));
        }
        graph_done(&part);
    }
    mem_free(members);
}

/* Parts with a link; places without one are parts of their own. */
static size_t linked_parts(const struct solved *parts, size_t count)
{
    size_t linked = 0;
    for (size_t i = 0; i < count; i++)
        linked += parts[i].hits.first > 0;
    return linked;
}

static void add_notes(struct result *result, const struct networks *networks,
                      const struct solved *whole, const struct solved *parts,
                      size_t count)
{
    size_t linked = linked_parts(parts, count);
    network_notes(result, networks, false);
    result_add_note(result,
                    "Hubs deliver much to authorities, authorities receive "
                    "much from hubs: dominant singular vectors of the "
                    "weights, the largest entry of each 1.");
    note_gap(result, whole, "");
    if (linked < 2)
        return;
    result_add_note(result,
                    "The network falls into %zu parts with links: outside of "
                    "the heaviest one all are 0; each part by itself beside.",
                    linked);
    note_gap(result, &parts[0], " in part 1");
}

bool network_hits(struct result *result, const struct networks *networks,
                  struct err *err)
{
    const struct network *network = &networks->now;
    struct graph graph;
    struct by_place table;
    struct solved whole;
    if (!network_graph(network, &graph, err))
        return false;
    size_t *set = mem_alloc(graph.n, sizeof *set);
    size_t count = components_weak(&graph, set);
    struct solved *parts = mem_alloc(count, sizeof *parts);
    by_place_init(&table, networks, columns, 5);
    table.title = " by hubs and authorities";
    table.highest = "the highest hub score";
    solve(&whole, &graph, "network");
    for (size_t i = 0; i < graph.n; i++) {
        by_place_set(&table, i, HUB, value_at(&whole, whole.hubs, i));
        by_place_set(&table, i, AUTHORITY,
                     value_at(&whole, whole.authorities, i));
    }
    fill_parts(result, &table, &graph, set, count, parts);
    table.shown = linked_parts(parts, count) > 1 ? 5 : 2;
    by_place_write(result, &table);
    add_whole(result, network, &whole);
    for (size_t i = 0; i < count; i++) {
        if (parts[i].hits.first > 0)
            add_whole(result, network, &parts[i]);
    }
    add_notes(result, networks, &whole, parts, count);
    network_foot(result, networks);
    for (size_t i = 0; i < count; i++)
        solved_done(&parts[i]);
    solved_done(&whole);
    mem_free(parts);
    mem_free(set);
    graph_done(&graph);
    return true;
}
