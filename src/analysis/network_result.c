/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/network_tables.h"

struct result *network_result(const struct study *study,
                              const struct question *question,
                              enum network_table table, struct err *err)
{
    static bool (*const fill[NETWORK_TABLES])(
        struct result *, const struct networks *, struct err *) = {
        [NETWORK_SUMMARY] = network_summary,
        [NETWORK_LINKS] = network_links,
        [NETWORK_DEGREE] = network_degree,
        [NETWORK_STRENGTH] = network_strength,
        [NETWORK_PAGERANK] = network_pagerank,
        [NETWORK_PAGERANK_REVERSED] = network_pagerank_reversed,
        [NETWORK_HITS] = network_hits,
        [NETWORK_BETWEENNESS] = network_betweenness,
        [NETWORK_K_CORE] = network_k_core,
        [NETWORK_COMPONENTS] = network_components,
        [NETWORK_COMMUNITIES] = network_communities,
        [NETWORK_DISPARITY] = network_backbone,
    };
    struct networks networks;
    if (!network_build(&networks, study, question, err))
        return NULL;
    struct result *result = result_new("network");
    if (fill[table](result, &networks, err))
        return result;
    result_free(result);
    return NULL;
}
