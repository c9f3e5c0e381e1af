/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graphs to test with: drawn by hand, or from the reference files. */
#ifndef TESTS_UNIT_NETWORKS_H
#define TESTS_UNIT_NETWORKS_H

#include <jansson.h>

#include "stat/graph.h"

/* "ab3 bc" is an arc of 3 from node 0 to 1 and one of 1 from 1 to 2; nodes are
 * letters. */
void network_drawn(struct graph *graph, size_t n, const char *arcs);

/* The arcs of references/NAME whose year (column `year`; -1: there is none) is
 * 2020 to 2024, weights in the last column, between the nodes that `expected`
 * (its member out_degree) names, in that order. False as fixture_load(). */
bool network_read(struct graph *graph, const char *name, int year,
                  const json_t *expected);

/* Zachary's karate club (1977): 34 members, 78 pairs that meet outside of it,
 * both ways; and who went with whom when it split. */
void network_zachary(struct graph *graph);
extern const size_t network_factions[34];

#endif
