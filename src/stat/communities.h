/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Communities of a weighted undirected graph: Newman's modularity Q (2004) and
 * the partition that Louvain's method (Blondel et al. 2008) finds for it. */
#ifndef STAT_COMMUNITIES_H
#define STAT_COMMUNITIES_H

#include "stat/estimate.h"
#include "stat/graph.h"

/* Q of a partition: the sum over communities of in / 2m - (tot / 2m)^2, with
 * 2m the sum of the symmetric matrix, `in` that of a community's block and
 * `tot` that of its rows. UNDEFINED_NO_DATA without edges. */
struct estimate modularity(const struct graph *undirected, const size_t *set);

/* The adjusted Rand index (Hubert and Arabie 1985) of two partitions: 1 where
 * they are the same, about 0 where they agree as random ones do. Nodes without
 * edges, which are alone in any partition, do not take part. */
double communities_agree(const struct graph *undirected, const size_t *a,
                         const size_t *b);

struct communities {
    size_t count;     /* of sets with an edge */
    double q;         /* the largest that was found */
    size_t best_runs; /* how many runs came to it, within 1e-12 */
    double agreement; /* mean adjusted Rand index of the runs with the best */
};

/* set[i]: the number of the node's community in the best of `runs` runs,
 * numbered as components are. The first run takes the nodes in their order,
 * the others in random ones (MT19937 from that seed), so the result depends on
 * nothing else. A largest Q is not promised, and sets smaller than about the
 * square root of the edges may be joined (Fortunato and Barthelemy 2007).
 * UNDEFINED_NO_DATA without edges. */
enum undefined communities_find(const struct graph *undirected, size_t runs,
                                unsigned long seed, size_t *set,
                                struct communities *found);

#endif
