/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of Louvain's method, for communities.c. */
#ifndef STAT_LOUVAIN_H
#define STAT_LOUVAIN_H

#include <gsl/gsl_rng.h>

#include "stat/graph.h"

/* set[i]: a number below n of the node's community. Nodes move to the community
 * that raises Q most, communities become nodes, and so on; when that has ended
 * single nodes move once more, and all begins again while Q rises. The order
 * of the nodes is theirs, or random. */
void louvain(const struct graph *undirected, gsl_rng *rng, size_t *set);

#endif
