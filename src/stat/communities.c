/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/communities.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "base/mem.h"
#include "stat/components.h"
#include "stat/louvain.h"

/* Values of Q that differ by less are of one partition, or as good. */
#define SAME_Q 1e-12

struct estimate modularity(const struct graph *undirected, const size_t *set)
{
    size_t n = undirected->n;
    double *inner = mem_alloc(n, sizeof *inner);
    double *total = mem_alloc(n, sizeof *total);
    double all = 0, q = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < n; j++) {
            double weight = graph_weight(undirected, i, j);
            total[set[i]] += weight;
            inner[set[i]] += set[i] == set[j] ? weight : 0;
            all += weight;
        }
    }
    for (size_t i = 0; all > 0 && i < n; i++)
        q += inner[i] / all - total[i] / all * (total[i] / all);
    mem_free(inner);
    mem_free(total);
    return all > 0 ? estimate_of(q) : estimate_none(UNDEFINED_NO_DATA);
}

static double pairs(double count)
{
    return count * (count - 1) / 2;
}

/* Nodes with an edge by their sets in both partitions: together[a * n + b]. */
static double adjusted_rand(const double *together, size_t n)
{
    double both = 0, in_a = 0, in_b = 0, nodes = 0;
    for (size_t i = 0; i < n; i++) {
        double a = 0, b = 0;
        for (size_t j = 0; j < n; j++) {
            both += pairs(together[i * n + j]);
            a += together[i * n + j];
            b += together[j * n + i];
        }
        in_a += pairs(a);
        in_b += pairs(b);
        nodes += a;
    }
    double all = pairs(nodes);
    double expected = all > 0 ? in_a * in_b / all : 0;
    double most = (in_a + in_b) / 2;
    /* Both are all in one set, or all apart. */
    return most - expected > 0 ? (both - expected) / (most - expected) : 1;
}

double communities_agree(const struct graph *undirected, const size_t *a,
                         const size_t *b)
{
    size_t n = undirected->n;
    double *together = mem_alloc(n * n, sizeof *together);
    double *strength = mem_alloc(n, sizeof *strength);
    graph_out(undirected, strength, NULL);
    for (size_t i = 0; i < n; i++)
        together[a[i] * n + b[i]] += strength[i] > 0;
    double index = adjusted_rand(together, n);
    mem_free(together);
    mem_free(strength);
    return index;
}

/* All runs: their partitions one after the other, and their Q. */
static void run_all(const struct graph *undirected, size_t runs,
                    unsigned long seed, size_t *sets, double *q)
{
    size_t n = undirected->n;
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    if (!rng)
        mem_exhausted();
    gsl_rng_set(rng, seed);
    for (size_t run = 0; run < runs; run++) {
        louvain(undirected, run ? rng : NULL, &sets[run * n]);
        components_number(&sets[run * n], n);
        q[run] = modularity(undirected, &sets[run * n]).value;
    }
    gsl_rng_free(rng);
}

static size_t best_of(const double *q, size_t runs)
{
    size_t best = 0;
    for (size_t i = 1; i < runs; i++)
        best = q[i] > q[best] + SAME_Q ? i : best;
    return best;
}

/* Sets of nodes that have edges. */
static size_t count_linked(const struct graph *undirected, const size_t *set)
{
    size_t n = undirected->n;
    double *strength = mem_alloc(n, sizeof *strength);
    bool *linked = mem_alloc(n, sizeof *linked);
    size_t count = 0;
    graph_out(undirected, strength, NULL);
    for (size_t i = 0; i < n; i++) {
        count += strength[i] > 0 && !linked[set[i]];
        linked[set[i]] |= strength[i] > 0;
    }
    mem_free(strength);
    mem_free(linked);
    return count;
}

enum undefined communities_find(const struct graph *undirected, size_t runs,
                                unsigned long seed, size_t *set,
                                struct communities *found)
{
    size_t n = undirected->n;
    *found = (struct communities){0};
    for (size_t i = 0; i < n; i++)
        set[i] = i;
    if (!estimate_is(modularity(undirected, set)))
        return UNDEFINED_NO_DATA;
    size_t *sets = mem_alloc(runs * n, sizeof *sets);
    double *q = mem_alloc(runs, sizeof *q);
    run_all(undirected, runs, seed, sets, q);
    size_t best = best_of(q, runs);
    for (size_t i = 0; i < n; i++)
        set[i] = sets[best * n + i];
    for (size_t run = 0; run < runs; run++) {
        found->best_runs += q[run] >= q[best] - SAME_Q;
        found->agreement +=
            communities_agree(undirected, set, &sets[run * n]) / (double)runs;
    }
    found->q = q[best];
    found->count = count_linked(undirected, set);
    mem_free(sets);
    mem_free(q);
    return DEFINED;
}
