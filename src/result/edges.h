/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a result is besides when its rows are the links of a network: formats
 * for programs that draw networks need the nodes too. */
#ifndef RESULT_EDGES_H
#define RESULT_EDGES_H

#include <stddef.h>

#include "base/decimal.h"
#include "base/str.h"

struct edge_node {
    struct str name;
    struct str iso3;
    amount out; /* of all its links, listed or not */
    amount in;
};

/* The nodes at both ends of a row. */
struct edge {
    size_t from;
    size_t to;
};

struct edges {
    struct edge_node *nodes;
    size_t node_count;
    struct edge *ends;  /* one a row of the result */
    size_t weight;      /* the column of the weights, which are amounts */
    const char *unit;   /* "tiv_million" */
    const char *period; /* "2019–23" */
};

#endif
