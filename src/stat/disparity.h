/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The disparity filter (Serrano, Boguna and Vespignani 2009). */
#ifndef STAT_DISPARITY_H
#define STAT_DISPARITY_H

#include <stddef.h>

#include "stat/estimate.h"

/* (1 - w / s)^(k - 1): how probable an arc of a node with k arcs is to be w or
 * larger, if its strength s fell on them at random, uniformly. Small: the arc
 * stands out. UNDEFINED_N_TOO_SMALL of a node's only arc. */
struct estimate disparity(double weight, double strength, size_t degree);

#endif
