/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Components and communities: by place for machines, set by set for people. */
#include <config.h>

#include <stdlib.h>

#include "analysis/estimates.h"
#include "analysis/magnitude.h"
#include "analysis/network_rows.h"
#include "analysis/network_tables.h"
#include "analysis/network_words.h"
#include "analysis/prose.h"
#include "analysis/view_parts.h"
#include "base/buf.h"
#include "base/mem.h"
#include "stat/communities.h"
#include "stat/components.h"

/* Orders of the nodes that are tried, and where the random ones begin. */
#define RUNS ((size_t)50)
#define SEED 12345UL

/* Members of a set that a table names. */
#define MOST_NAMED ((size_t)8)
#define NAMES_BYTES ((size_t)4000)

/* A partition of the places of a network. */
struct partition {
    const struct network *network;
    const size_t *set; /* of each node; the largest is 0 */
    size_t count;
};

static size_t size_of(const struct partition *partition, size_t which)
{
    size_t size = 0;
    for (size_t i = 0; i < partition->network->n; i++)
        size += partition->set[i] == which;
    return size;
}

static amount weight_within(const struct partition *partition, size_t which)
{
    amount sum = 0;
    for (size_t i = 0; i < partition->network->m; i++) {
        const struct network_link *link = &partition->network->links[i];
        if (partition->set[link->from] == which &&
            partition->set[link->to] == which)
            sum += link->sum;
    }
    return sum;
}

static int strength_order(const void *left, const void *right)
{
    const struct network_node *a = *(const struct network_node *const *)left;
    const struct network_node *b = *(const struct network_node *const *)right;
    amount x = a->out + a->in;
    amount y = b->out + b->in;
    return x != y ? (x < y) - (x > y) : str_cmp(a->name, b->name);
}

/* "United States, India, …, 40 more": by strength. */
static const char *members_of(const struct partition *partition, size_t which)
{
    const struct network *network = partition->network;
    const struct network_node **members =
        mem_alloc(network->n + 1, sizeof(*members));
    size_t count = 0;
    struct buf buf;
    buf_init(&buf, NAMES_BYTES);
    for (size_t i = 0; i < network->n; i++) {
        if (partition->set[i] == which)
            members[count++] = &network->nodes[i];
    }
    qsort(members, count, sizeof *members, strength_order);
    size_t named = count > MOST_NAMED ? MOST_NAMED : count;
    for (size_t i = 0; i < named; i++)
        buf_printf(&buf, "%s%.*s", i ? ", " : "", STR_ARG(members[i]->name));
    if (named < count)
        buf_printf(&buf, ", %zu more", count - named);
    const char *text = arena_str(network->study->arena, buf_str(&buf)).ptr;
    buf_done(&buf);
    mem_free(members);
    return text;
}

static void add_columns(struct result *result, const struct network *network,
                        const char *head)
{
    struct arena *arena = &result->arena;
    const char *unit = magnitude_head(network->study, arena);
    parts_names(result, 10, 0, head);
    parts_column(result, KIND_COUNT, 6, 2,
                 (struct heads){{NULL, NULL, "Places"}, "Places"});
    parts_column(result, KIND_AMOUNT, 8, 2,
                 (struct heads){{NULL, "Within", unit},
                                arena_printf(arena, "Within, %s", unit)});
    parts_column(result, KIND_TEXT, 46, 2,
                 (struct heads){{NULL, NULL, "Members, by strength"},
                                "Members, by strength"});
}

/* Sets of two places and more; those of one in one line. */
static void add_view(struct result *result, const struct partition *partition,
                     const char *prefix)
{
    struct arena *arena = &result->arena;
    size_t top = partition->network->question->top;
    size_t several = 0;
    while (several < partition->count && size_of(partition, several) > 1)
        several++;
    size_t listed = top < several ? top : several;
    for (size_t i = 0; i < listed; i++) {
        struct value *cells = view_add_row(&result->view, arena, VIEW_ENTRY);
        cells[0] = value_word(arena_printf(arena, "%s%zu", prefix, i + 1));
        cells[1] = value_integer((int64_t)size_of(partition, i));
        cells[2] = value_amount(weight_within(partition, i));
        cells[3] = value_word(members_of(partition, i));
    }
    if (listed < several) {
        struct value *cells = view_add_row(&result->view, arena, VIEW_OTHERS);
        cells[0] = value_word(parts_others(arena, several - listed));
    }
    if (several < partition->count) {
        struct value *cells = view_add_row(&result->view, arena, VIEW_OTHERS);
        cells[0] = value_word("alone");
        cells[1] = value_integer((int64_t)(partition->count - several));
    }
}

static void add_rows(struct result *result, const struct partition *partition,
                     const char *statistic, const char *variant)
{
    const struct network *network = partition->network;
    for (size_t i = 0; i < network->n; i++)
        network_row(result, network,
                    &(struct network_row){
                        .statistic = statistic,
                        .variant = variant,
                        .place = network->nodes[i].name,
                        .value = value_integer((int64_t)partition->set[i] + 1),
                    });
}

static void add_count(struct result *result, const struct network *network,
                      const char *statistic, const char *variant, size_t count)
{
    network_row(result, network,
                &(struct network_row){.statistic = statistic,
                                      .variant = variant,
                                      .value = value_integer((int64_t)count)});
}

static size_t add_components(struct result *result, const struct graph *graph,
                             const struct network *network, bool strong,
                             size_t *set)
{
    const char *variant = strong ? "strong" : "weak";
    struct partition partition = {network, set, 0};
    partition.count =
        strong ? components_strong(graph, set) : components_weak(graph, set);
    add_rows(result, &partition, "component", variant);
    add_count(result, network, "components", variant, partition.count);
    add_count(result, network, "largest_component", variant,
              partition.count ? size_of(&partition, 0) : 0);
    add_view(result, &partition, strong ? "Strong " : "Weak ");
    view_add_row(&result->view, &result->arena, VIEW_RULE);
    result_add_note(result, "%s, %s components: %zu.",
                    strong ? "Linked both ways by directed paths"
                           : "Linked whatever the direction",
                    variant, partition.count);
    return partition.count;
}

/* "The network of deliveries of major arms, 2019–23, <words>. Source." */
static void say(struct result *result, const struct network *network,
                const char *words)
{
    const struct study *study = network->study;
    if (network->m)
        result->sentence =
            arena_printf(&result->arena, "The network of %s of %s, %s, %s. %s.",
                         measure_words(study->cube->measure)->records,
                         study_goods(study, network->question),
                         network_years(&result->arena, network->period), words,
                         citation(study));
}

bool network_components(struct result *result, const struct networks *networks,
                        struct err *err)
{
    const struct network *network = &networks->now;
    struct graph graph;
    if (!network_graph(network, &graph, err))
        return false;
    size_t *set = mem_alloc(graph.n, sizeof *set);
    network_columns(result);
    network_head(result, networks, " by components", false);
    add_columns(result, network, "Component");
    network_notes(result, networks, false);
    size_t weak = add_components(result, &graph, network, false, set);
    size_t strong = add_components(result, &graph, network, true, set);
    say(result, network,
        arena_printf(&result->arena, "has %s and %s among %s",
                     network_count(&result->arena, weak, "weak component"),
                     network_count(&result->arena, strong, "strong component"),
                     network_count(&result->arena, network->n, "place")));
    result->listed = result->row_count;
    network_foot(result, networks);
    mem_free(set);
    graph_done(&graph);
    return true;
}

/* Rows of the whole, and in words. */
static void add_found(struct result *result, const struct network *network,
                      enum undefined undefined, const struct communities *found)
{
    struct value none = value_null(estimate_reason(undefined));
    bool some = undefined == DEFINED;
    add_count(result, network, "communities", "louvain", found->count);
    network_row(result, network,
                &(struct network_row){.statistic = "modularity",
                                      .variant = "louvain",
                                      .value = some ? value_number(found->q, 4)
                                                    : none});
    network_row(result, network,
                &(struct network_row){
                    .statistic = "communities_agreement",
                    .variant = "adjusted rand",
                    .value = some ? value_number(found->agreement, 3) : none});
    network_row(
        result, network,
        &(struct network_row){
            .statistic = "communities_best_runs",
            .variant = "50 runs",
            .value = some ? value_integer((int64_t)found->best_runs) : none});
    if (!some)
        return;
    result_add_note(result,
                    "Modularity Q = %.4f, the largest of %zu runs; %zu of them "
                    "came to it. Agreement of the runs with the best, adjusted "
                    "Rand index: %.2f (1: all the same).",
                    found->q, RUNS, found->best_runs, found->agreement);
    result_add_note(result,
                    "Louvain's method on links without direction (w + w' both "
                    "ways), places by name, then in random orders (MT19937, "
                    "seed %lu).",
                    SEED);
    result_add_note(result, "Resolution limit: modularity joins small groups "
                            "that a closer look would keep apart; another "
                            "partition may be nearly as good.");
}

bool network_communities(struct result *result, const struct networks *networks,
                         struct err *err)
{
    const struct network *network = &networks->now;
    struct graph graph, both;
    struct communities found;
    struct arena *arena = &result->arena;
    if (!network_graph(network, &graph, err))
        return false;
    size_t *set = mem_alloc(graph.n, sizeof *set);
    graph_undirected(&both, &graph);
    enum undefined undefined = communities_find(&both, RUNS, SEED, set, &found);
    size_t count = components_number(set, graph.n);
    struct partition partition = {network, set, count};
    network_columns(result);
    network_head(result, networks, " by communities", false);
    add_columns(result, network, "Community");
    add_rows(result, &partition, "community", "louvain");
    add_view(result, &partition, "");
    view_add_row(&result->view, arena, VIEW_RULE);
    network_notes(result, networks, false);
    add_found(result, network, undefined, &found);
    result->listed = result->row_count;
    say(result, network,
        arena_printf(
            arena,
            "falls into %zu communit%s (modularity %.2f, the best of %zu runs)",
            found.count, found.count == 1 ? "y" : "ies", found.q, RUNS));
    network_foot(result, networks);
    mem_free(set);
    graph_done(&graph);
    graph_done(&both);
    return true;
}
