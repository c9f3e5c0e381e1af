/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Betweenness (Freeman 1977) by Brandes' algorithm (2001). */
#ifndef STAT_BETWEENNESS_H
#define STAT_BETWEENNESS_H

#include "stat/graph.h"

/* Paths whose lengths differ by no more than this part of them are equally
 * long: sums of 1 / w in another order differ in the last bits. */
#define BETWEENNESS_TOLERANCE 1e-12

/* between[v]: of all shortest directed paths from s to t, summed over pairs of
 * other nodes, the part that goes through v. An arc is 1 long, or with
 * `weighted` 1 / w: large flows are near. Not normalised: the largest possible
 * is betweenness_most(n). */
void betweenness(const struct graph *graph, bool weighted, double *between);

/* (n - 1) (n - 2), the number of pairs that v could stand between; 0 where
 * there is no such pair. */
double betweenness_most(size_t n);

#endif
