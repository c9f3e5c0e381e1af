/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GraphML, which igraph and networkx read: nodes with name, ISO code and
 * strengths, edges with their weights, what they are about as data of the
 * graph. */
#ifndef OUTPUT_GRAPHML_H
#define OUTPUT_GRAPHML_H

#include <stdio.h>

#include "result/result.h"

/* The result has edges. */
void graphml_write(FILE *out, const struct result *result);

#endif
