/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables that network_result() chooses from. Each is filled with its
 * columns, rows, view, notes and foot. ERR_REQUEST: too many places for a dense
 * matrix. */
#ifndef ANALYSIS_NETWORK_TABLES_H
#define ANALYSIS_NETWORK_TABLES_H

#include "analysis/network.h"

bool network_summary(struct result *result, const struct networks *networks,
                     struct err *err);
bool network_links(struct result *result, const struct networks *networks,
                   struct err *err);
bool network_degree(struct result *result, const struct networks *networks,
                    struct err *err);
bool network_strength(struct result *result, const struct networks *networks,
                      struct err *err);
bool network_pagerank(struct result *result, const struct networks *networks,
                      struct err *err);
bool network_pagerank_reversed(struct result *result,
                               const struct networks *networks,
                               struct err *err);
bool network_hits(struct result *result, const struct networks *networks,
                  struct err *err);
bool network_betweenness(struct result *result, const struct networks *networks,
                         struct err *err);
bool network_k_core(struct result *result, const struct networks *networks,
                    struct err *err);
bool network_components(struct result *result, const struct networks *networks,
                        struct err *err);
bool network_communities(struct result *result, const struct networks *networks,
                         struct err *err);
bool network_backbone(struct result *result, const struct networks *networks,
                      struct err *err);

#endif
