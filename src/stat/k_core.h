/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coreness (Seidman 1983): the largest k such that the node is in a part of
 * the graph in which all nodes have at least k arcs. */
#ifndef STAT_K_CORE_H
#define STAT_K_CORE_H

#include "stat/graph.h"

enum k_core {
    K_CORE_ALL,    /* arcs in and out; a mutual pair counts twice, as igraph's
                      mode "all" has it */
    K_CORE_IN,     /* arcs in */
    K_CORE_OUT,    /* arcs out */
    K_CORE_SIMPLE, /* partners: a mutual pair counts once */
};

void k_core(const struct graph *graph, enum k_core kind, size_t *coreness);

#endif
