/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PageRank (Brin and Page 1998), solved and not iterated. */
#ifndef STAT_PAGERANK_H
#define STAT_PAGERANK_H

#include "stat/estimate.h"
#include "stat/graph.h"

#define PAGERANK_DAMPING 0.85

/* ranks[i], which add up to 1: the p that solves (I - d P') p = (1 - d) / n,
 * where P has the weights of each row by their sum, and 1 / n all along the
 * row of a node without arcs out of it. Weight flows along the arcs: what many
 * and large arcs lead to ranks high. UNDEFINED_NO_DATA without nodes. */
enum undefined pagerank(const struct graph *graph, double damping,
                        double *ranks);

#endif
