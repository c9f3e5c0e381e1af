/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who delivers to whom as a network (methods 7). Nodes are places. A link leads
 * from a supplier to a recipient to whom it delivered more than nothing in the
 * period; its weight is what it delivered. What is recorded below half a unit
 * only is no link and is counted apart; what a place delivers to itself (a
 * group, to its members) is left out and counted. Amounts are exact here and
 * become doubles in network_graph().
 *
 * network.c who is linked; network_rows.c the columns that all tables share;
 * network_words.c titles and what stands under a table; network_summary.c
 * density, reciprocity, and with network_turnover.c turnover; network_links.c
 * the links themselves; network_by_place.c a table by place, filled by
 * network_measures.c and network_hits.c; network_sets.c components and
 * communities; network_backbone.c the disparity filter. */
#ifndef ANALYSIS_NETWORK_H
#define ANALYSIS_NETWORK_H

#include "analysis/group.h"
#include "result/result.h"
#include "stat/graph.h"

struct network_node {
    uint32_t place;
    struct str name;
    amount out; /* strength: of all its links */
    amount in;
    size_t recipients; /* links out */
    size_t suppliers;  /* links in */
    size_t partners;   /* places with a link either way */
    bool unknown;      /* "unknown supplier(s)" */
};

struct network_link {
    size_t from; /* nodes */
    size_t to;
    amount sum;
};

struct network {
    const struct study *study;
    const struct question *question;
    struct period period;
    bool declared; /* isolates are places of other years too (--complete); else
                      only those with a record below half in the period */
    struct network_node *nodes; /* by name */
    size_t n;
    struct network_link *links; /* by supplier, then recipient */
    size_t m;
    amount total;        /* of all links */
    size_t suppliers;    /* places with a record of a delivery to others */
    size_t recipients;   /* and of one from others */
    size_t mutual;       /* links whose reverse is one too */
    amount mutual_total; /* sum over links of the smaller of it and its
                            reverse */
    size_t below_half;   /* pairs with records below half only */
    size_t own;          /* places that deliver to themselves */
    amount own_total;
};

/* Links of the period against those of the one before. */
struct network_turnover {
    size_t kept;
    size_t fresh;
    size_t lost;
    amount kept_total; /* what the kept ones carry now, */
    amount total;      /* of this */
};

struct networks {
    struct periods periods;
    struct network now;
    struct network before; /* without places where there is no such period */
    bool has_before;
    bool overlap; /* the periods share years: no turnover */
    struct network_turnover turnover;
};

/* Both networks, in the study's arena. ERR_REQUEST: years that are not covered;
 * data that do not tell who supplies whom. */
bool network_build(struct networks *networks, const struct study *study,
                   const struct question *question, struct err *err);

/* The link's index; SIZE_MAX: there is none. */
size_t network_find(const struct network *network, size_t from, size_t to);

/* The door to stat/: the weights as doubles. ERR_REQUEST: more places than
 * GRAPH_MOST. The caller frees the graph. */
bool network_graph(const struct network *network, struct graph *graph,
                   struct err *err);

/* Which table is made of it. */
enum network_table {
    NETWORK_SUMMARY,
    NETWORK_LINKS,
    NETWORK_DEGREE, /* the first that --variant names */
    NETWORK_STRENGTH,
    NETWORK_PAGERANK,
    NETWORK_PAGERANK_REVERSED,
    NETWORK_HITS,
    NETWORK_BETWEENNESS,
    NETWORK_K_CORE,
    NETWORK_COMPONENTS,
    NETWORK_COMMUNITIES,
    NETWORK_DISPARITY,
    NETWORK_TABLES,
};

struct result *network_result(const struct study *study,
                              const struct question *question,
                              enum network_table table, struct err *err);

#endif
