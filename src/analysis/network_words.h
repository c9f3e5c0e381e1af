/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above and under the tables of networks. */
#ifndef ANALYSIS_NETWORK_WORDS_H
#define ANALYSIS_NETWORK_WORDS_H

#include "analysis/network.h"

/* Sets the title, "The network of deliveries of major arms, 2019–23", with
 * words before the comma (" by PageRank") and of both periods where `both`, and
 * the line of the unit. */
void network_head(struct result *result, const struct networks *networks,
                  const char *what, bool both);

/* Notes on what is a link and a place, what was left out, and the periods; of
 * both periods where `both`. */
void network_notes(struct result *result, const struct networks *networks,
                   bool both);

/* All notes so far, the census and the source under the table; and the line
 * that is told on standard error. */
void network_foot(struct result *result, const struct networks *networks);

/* The amount as tables print it, with its unit: "139 978 TIV m". */
const char *network_amount(const struct study *study, struct arena *arena,
                           amount sum);

/* As a value for a column of numbers, in the magnitude of the table. */
struct value network_shown(const struct study *study, amount sum);

/* part / whole with three decimals; no_record of nothing. */
struct value network_fraction(amount part, amount whole);

/* "2019–23" */
const char *network_years(struct arena *arena, struct period period);

/* "1 link", "12 links". */
const char *network_count(struct arena *arena, size_t count, const char *noun);

#endif
