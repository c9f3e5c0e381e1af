/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GEXF 1.2, which Gephi opens: nodes with ISO code and strengths, edges with
 * their weights, what they are about in the description. */
#ifndef OUTPUT_GEXF_H
#define OUTPUT_GEXF_H

#include <stdio.h>

#include "result/result.h"

/* The result has edges. */
void gexf_write(FILE *out, const struct result *result);

#endif
