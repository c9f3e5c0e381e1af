/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/louvain.h"

#include <gsl/gsl_randist.h>
#include <string.h>

#include "base/mem.h"
#include "stat/components.h"

/* A move must gain more than rounding does, as a part of all weight. */
#define LEAST_GAIN 1e-13

/* Rounds over the nodes, after which moving ends whatever it still gains. */
#define MOST_ROUNDS 1000

/* The nodes of a level and where each is. The diagonal of the weights is what
 * lies within a node that was a community. */
struct level {
    struct graph graph;
    double all;       /* sum of the weights */
    double *strength; /* of nodes */
    double *total;    /* of communities: strength of their nodes */
    double *to;       /* from the node that moves to each community */
    size_t *set;      /* community of each node, below n */
    size_t *order;
};

static void level_init(struct level *level, size_t n)
{
    graph_init(&level->graph, n);
    level->strength = mem_alloc(n, sizeof *level->strength);
    level->total = mem_alloc(n, sizeof *level->total);
    level->to = mem_alloc(n, sizeof *level->to);
    level->set = mem_alloc(n, sizeof *level->set);
    level->order = mem_alloc(n, sizeof *level->order);
}

static void level_done(struct level *level)
{
    graph_done(&level->graph);
    mem_free(level->strength);
    mem_free(level->total);
    mem_free(level->to);
    mem_free(level->set);
    mem_free(level->order);
}

/* Strengths and sums, once weights and sets are there. */
static void level_sum(struct level *level, gsl_rng *rng)
{
    size_t n = level->graph.n;
    graph_out(&level->graph, level->strength, NULL);
    level->all = 0;
    for (size_t i = 0; i < n; i++)
        level->total[i] = 0;
    for (size_t i = 0; i < n; i++) {
        level->all += level->strength[i];
        level->total[level->set[i]] += level->strength[i];
        level->order[i] = i;
    }
    if (rng && n)
        gsl_ran_shuffle(rng, level->order, n, sizeof *level->order);
}

/* What Q gains, times half of all weight, by a node without a community coming
 * to this one. */
static double gain(const struct level *level, size_t node, size_t community)
{
    return level->to[community] -
           level->total[community] * level->strength[node] / level->all;
}

static bool move(struct level *level, size_t node)
{
    size_t n = level->graph.n;
    size_t own = level->set[node];
    for (size_t i = 0; i < n; i++)
        level->to[i] = 0;
    for (size_t i = 0; i < n; i++) {
        if (i != node)
            level->to[level->set[i]] += graph_weight(&level->graph, node, i);
    }
    level->total[own] -= level->strength[node];
    size_t best = own;
    for (size_t i = 0; i < n; i++) {
        if (gain(level, node, i) >
            gain(level, node, best) + LEAST_GAIN * level->all)
            best = i;
    }
    level->total[best] += level->strength[node];
    level->set[node] = best;
    return best != own;
}

/* Whether any node moved. */
static bool move_all(struct level *level)
{
    bool moved = false;
    bool again = true;
    for (int round = 0; again && round < MOST_ROUNDS; round++) {
        again = false;
        for (size_t i = 0; i < level->graph.n; i++) {
            size_t node = level->order[i];
            if (level->strength[node] > 0 && move(level, node))
                again = moved = true;
        }
    }
    return moved;
}

/* Communities as nodes, each alone. */
static void join(struct level *joined, const struct level *level, size_t count)
{
    size_t n = level->graph.n;
    level_init(joined, count);
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < n; j++)
            joined->graph.weights[level->set[i] * count + level->set[j]] +=
                graph_weight(&level->graph, i, j);
    }
    for (size_t i = 0; i < count; i++)
        joined->set[i] = i;
}

/* Moves the communities of `set`, and those of which they become part. */
static bool climb(const struct level *level, gsl_rng *rng)
{
    struct level joined;
    size_t count = components_number(level->set, level->graph.n);
    join(&joined, level, count);
    level_sum(&joined, rng);
    bool moved = move_all(&joined);
    if (moved)
        climb(&joined, rng);
    for (size_t i = 0; i < level->graph.n; i++)
        level->set[i] = joined.set[level->set[i]];
    level_done(&joined);
    return moved;
}

void louvain(const struct graph *undirected, gsl_rng *rng, size_t *set)
{
    size_t n = undirected->n;
    struct level level;
    level_init(&level, n);
    memcpy(level.graph.weights, undirected->weights,
           n * n * sizeof *undirected->weights);
    for (size_t i = 0; i < n; i++)
        level.set[i] = i;
    bool rises = true;
    for (int round = 0; rises && round < MOST_ROUNDS; round++) {
        level_sum(&level, rng);
        rises = move_all(&level);
        rises |= climb(&level, rng);
    }
    memcpy(set, level.set, n * sizeof *set);
    level_done(&level);
}
