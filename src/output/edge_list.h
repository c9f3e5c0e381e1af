/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What GEXF and GraphML have in common. */
#ifndef OUTPUT_EDGE_LIST_H
#define OUTPUT_EDGE_LIST_H

#include <stdio.h>

#include "base/err.h"
#include "result/result.h"

/* Whether there is one result, whose rows are the links of a network;
 * ERR_REQUEST with the way out. */
bool edge_list_check(const struct result *const *results, size_t count,
                     const char *format, struct err *err);

/* What the file is about, in plain sentences: title, unit, period, release,
 * notes, files with their hashes, the command. In the arena. */
struct str edge_list_about(struct arena *arena, const struct result *result);

/* Title, period, release, unit, program: never null. */
const char *edge_list_title(const struct result *result);
const char *edge_list_release(const struct result *result);
const char *edge_list_program(const struct result *result);

/* The weight of a row as machine formats print it. */
void edge_list_weight(FILE *out, const struct result *result, size_t row);

/* An amount likewise. */
void edge_list_amount(FILE *out, amount sum);

#endif
