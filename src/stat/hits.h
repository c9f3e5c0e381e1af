/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hubs and authorities (Kleinberg 1999): the dominant singular vectors of the
 * weights. */
#ifndef STAT_HITS_H
#define STAT_HITS_H

#include "stat/estimate.h"
#include "stat/graph.h"

/* Where the second singular value comes this close to the first, the vectors
 * are whichever of many the arithmetic hits upon. */
#define HITS_TIE 1e-9

struct hits {
    double first;  /* the largest singular value; its square is the eigenvalue
                      of W'W */
    double second; /* the next; 0 of a single node */
};

/* hubs[i] and authorities[i], the largest of each 1 and none negative.
 * UNDEFINED_NO_DATA without arcs; UNDEFINED_SINGULAR, with *hits set, where the
 * two singular values are equal. Of a graph that falls apart, nodes outside the
 * part with the largest singular value are all 0: ask for each part alone. */
enum undefined hits(const struct graph *graph, struct hits *hits, double *hubs,
                    double *authorities);

#endif
