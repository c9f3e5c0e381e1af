/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The disparity filter: which links stand out from what their places have. */
#include <config.h>

#include <stdlib.h>

#include "analysis/estimates.h"
#include "analysis/magnitude.h"
#include "analysis/network_rows.h"
#include "analysis/network_tables.h"
#include "analysis/network_words.h"
#include "analysis/prose.h"
#include "analysis/view_parts.h"
#include "stat/disparity.h"

/* Links below it are the backbone, as Serrano et al. take it. */
#define LEVEL 0.05

struct backbone_link {
    const struct network_link *link;
    struct estimate out; /* among the links of its supplier */
    struct estimate in;  /* among those of its recipient */
    double least;        /* of both; 1 where both are undefined */
};

static double as_double(amount sum)
{
    return ratio_double((struct ratio){sum, AMOUNT_ONE});
}

static double least_of(struct estimate a, struct estimate b)
{
    double x = estimate_is(a) ? a.value : 1;
    double y = estimate_is(b) ? b.value : 1;
    return x < y ? x : y;
}

static int link_order(const void *left, const void *right)
{
    const struct backbone_link *a = left;
    const struct backbone_link *b = right;
    if (a->least < b->least || a->least > b->least)
        return a->least < b->least ? -1 : 1;
    if (a->link->sum != b->link->sum)
        return a->link->sum > b->link->sum ? -1 : 1;
    return a->link < b->link ? -1 : a->link > b->link;
}

static struct backbone_link *judge(const struct network *network)
{
    struct backbone_link *judged =
        arena_alloc(network->study->arena, network->m + 1, sizeof *judged);
    for (size_t i = 0; i < network->m; i++) {
        const struct network_link *link = &network->links[i];
        const struct network_node *from = &network->nodes[link->from];
        const struct network_node *to = &network->nodes[link->to];
        double weight = as_double(link->sum);
        struct estimate out =
            disparity(weight, as_double(from->out), from->recipients);
        struct estimate in =
            disparity(weight, as_double(to->in), to->suppliers);
        judged[i] = (struct backbone_link){link, out, in, least_of(out, in)};
    }
    qsort(judged, network->m, sizeof *judged, link_order);
    return judged;
}

static void fill_rows(struct result *result, const struct network *network,
                      const struct backbone_link *link)
{
    struct network_row row = {
        .statistic = "disparity",
        .variant = "out",
        .place = network->nodes[link->link->from].name,
        .partner = network->nodes[link->link->to].name,
        .value = estimate_value(link->out, 4),
    };
    network_row(result, network, &row);
    row.variant = "in";
    row.value = estimate_value(link->in, 4);
    network_row(result, network, &row);
}

static void add_view(struct result *result, const struct network *network,
                     const struct backbone_link *links, size_t listed)
{
    struct arena *arena = &result->arena;
    const char *unit = magnitude_head(network->study, arena);
    parts_names(result, 21, 0, "Supplier");
    parts_names(result, 21, 2, "Recipient");
    parts_column(result, KIND_AMOUNT, 8, 2,
                 (struct heads){{NULL, NULL, unit}, unit});
    parts_column(result, KIND_P_VALUE, 10, 2,
                 (struct heads){{NULL, "Supplier's", "links"},
                                "Among the supplier's links"});
    parts_column(result, KIND_P_VALUE, 11, 2,
                 (struct heads){{NULL, "Recipient's", "links"},
                                "Among the recipient's links"});
    for (size_t i = 0; i < listed; i++) {
        struct value *cells = view_add_row(&result->view, arena, VIEW_ENTRY);
        const struct network_link *link = links[i].link;
        cells[0] = value_text(network->nodes[link->from].name);
        cells[1] = value_text(network->nodes[link->to].name);
        cells[2] = value_amount(link->sum);
        cells[3] = estimate_value(links[i].out, 4);
        cells[4] = estimate_value(links[i].in, 4);
    }
    if (listed < network->m) {
        struct value *cells = view_add_row(&result->view, arena, VIEW_OTHERS);
        cells[0] = value_word(parts_others(arena, network->m - listed));
    }
    view_add_row(&result->view, arena, VIEW_RULE);
}

static void add_backbone(struct result *result, const struct network *network,
                         const struct backbone_link *links)
{
    size_t count = 0;
    amount sum = 0;
    char share[DECIMAL_TEXT];
    while (count < network->m && links[count].least < LEVEL)
        sum += links[count++].link->sum;
    struct value links_value = value_integer((int64_t)count);
    network_row(result, network,
                &(struct network_row){.statistic = "backbone_links",
                                      .variant = "0.05",
                                      .value = links_value});
    network_row(result, network,
                &(struct network_row){.statistic = "backbone_weight",
                                      .variant = "0.05",
                                      .value = value_amount(sum)});
    if (!network->m)
        return;
    ratio_share(share, (struct ratio){sum, network->total}, count > 0);
    result_add_note(result,
                    "Below %.2f on either side, the backbone: %zu of %s, with "
                    "%s %% of the weight.",
                    LEVEL, count,
                    network_count(&result->arena, network->m, "link"), share);
    result->sentence = arena_printf(
        &result->arena,
        "Of the %s of %s in %s %zu stand out by the disparity filter (below "
        "%.2f), with %s per cent of the weight. %s.",
        network_count(&result->arena, network->m, "link"),
        study_goods(network->study, network->question),
        network_years(&result->arena, network->period), count, LEVEL, share,
        citation(network->study));
}

bool network_backbone(struct result *result, const struct networks *networks,
                      struct err *err)
{
    const struct network *network = &networks->now;
    struct backbone_link *links = judge(network);
    size_t top = network->question->top;
    size_t listed = top < network->m ? top : network->m;
    (void)err;
    network_columns(result);
    for (size_t i = 0; i < listed; i++)
        fill_rows(result, network, &links[i]);
    result->listed = listed;
    network_head(result, networks, " by the disparity filter", false);
    add_view(result, network, links, listed);
    network_notes(result, networks, false);
    add_backbone(result, network, links);
    result_add_note(
        result,
        "How probable a link as large is if the supplier's (the "
        "recipient's) total fell on its links at random: "
        "(1 \u2212 w/s) to the power k \u2212 1. Blank where a place "
        "has one link only (%s).",
        reason_word(REASON_N_TOO_SMALL));
    network_foot(result, networks);
    return true;
}
