/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a graph that hang together. */
#ifndef STAT_COMPONENTS_H
#define STAT_COMPONENTS_H

#include "stat/graph.h"

/* set[i]: the number of the node's component, from 0. Components are numbered
 * by size, the largest first, then by their first node. Returns how many.
 * Weak: whatever the direction of the arcs; strong: there is a directed path
 * both ways (Tarjan 1972). */
size_t components_weak(const struct graph *graph, size_t *set);
size_t components_strong(const struct graph *graph, size_t *set);

/* Numbers sets anew in that order; their numbers are below n. Returns how many
 * there are. */
size_t components_number(size_t *set, size_t n);

#endif
