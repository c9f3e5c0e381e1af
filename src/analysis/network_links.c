/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <stdlib.h>

#include "analysis/magnitude.h"
#include "analysis/network_tables.h"
#include "analysis/network_words.h"
#include "analysis/prose.h"
#include "analysis/view_parts.h"

enum link_column {
    L_RELEASE_YEAR,
    L_SUPPLIER,
    L_RECIPIENT,
    L_AMOUNT,
    L_YEAR_FROM,
    L_YEAR_TO,
    L_SUPPLIER_ISO3,
    L_RECIPIENT_ISO3,
    L_CATEGORY,
    L_UNIT,
    L_COUNT,
};

static const struct column columns[L_COUNT] = {
    {"release_year", KIND_YEAR, "", "year of the release (SIPRI: of March)"},
    {"supplier", KIND_TEXT, "", "from where the link leads"},
    {"recipient", KIND_TEXT, "", "to where"},
    {"amount", KIND_AMOUNT, "unit", "its weight: sum over the period"},
    {"year_from", KIND_YEAR, "", "first year of the period"},
    {"year_to", KIND_YEAR, "", "last year of the period"},
    {"supplier_iso3", KIND_TEXT, "", "its ISO 3166-1 code"},
    {"recipient_iso3", KIND_TEXT, "", "its ISO 3166-1 code"},
    {"category", KIND_TEXT, "", "the source's category, or All"},
    {"unit", KIND_TEXT, "", "unit of the amount"},
};

/* Largest first, then by name: nodes are numbered by name. */
static int weight_order(const void *left, const void *right)
{
    const struct network_link *a = *(const struct network_link *const *)left;
    const struct network_link *b = *(const struct network_link *const *)right;
    if (a->sum != b->sum)
        return a->sum > b->sum ? -1 : 1;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return a->to < b->to ? -1 : a->to > b->to;
}

/* The links in that order, and how many of them are listed. */
static const struct network_link **sorted(const struct network *network,
                                          size_t *listed)
{
    const struct network_link **links =
        arena_alloc(network->study->arena, network->m + 1, sizeof(*links));
    for (size_t i = 0; i < network->m; i++)
        links[i] = &network->links[i];
    qsort(links, network->m, sizeof *links, weight_order);
    size_t top = network->question->top;
    *listed = top < network->m ? top : network->m;
    while (*listed && *listed < network->m &&
           links[*listed]->sum == links[*listed - 1]->sum)
        ++*listed;
    return links;
}

static void fill_row(struct result *result, const struct network *network,
                     const struct network_link *link)
{
    const struct study *study = network->study;
    struct str from = network->nodes[link->from].name;
    struct str to = network->nodes[link->to].name;
    uint32_t category = network->question->category;
    struct value *cells = result_add_row(result);
    if (study->release_year)
        cells[L_RELEASE_YEAR] = value_integer(study->release_year);
    cells[L_SUPPLIER] = value_text(from);
    cells[L_RECIPIENT] = value_text(to);
    cells[L_AMOUNT] = value_amount(link->sum);
    cells[L_YEAR_FROM] = value_integer(network->period.from);
    cells[L_YEAR_TO] = value_integer(network->period.to);
    cells[L_SUPPLIER_ISO3] = value_text(study_iso3(from));
    cells[L_RECIPIENT_ISO3] = value_text(study_iso3(to));
    cells[L_CATEGORY] =
        category == NAME_NONE
            ? value_word("All")
            : value_text(names_text(&study->names->categories, category));
    cells[L_UNIT] = value_word(unit_word(study->cube->unit));
}

/* The nodes at the ends of the listed links; all of them when all are listed.
 */
static void add_edges(struct result *result, const struct network *network,
                      const struct network_link **links, size_t listed)
{
    struct arena *arena = &result->arena;
    struct edges *edges = arena_alloc(arena, 1, sizeof *edges);
    size_t *number = arena_alloc(arena, network->n + 1, sizeof *number);
    edges->ends = arena_alloc(arena, listed + 1, sizeof *edges->ends);
    edges->nodes = arena_alloc(arena, network->n + 1, sizeof *edges->nodes);
    for (size_t i = 0; i < listed; i++)
        number[links[i]->from] = number[links[i]->to] = 1;
    for (size_t i = 0; i < network->n; i++) {
        const struct network_node *node = &network->nodes[i];
        if (listed < network->m && !number[i])
            continue;
        number[i] = edges->node_count;
        edges->nodes[edges->node_count++] = (struct edge_node){
            .name = arena_str(arena, node->name),
            .iso3 = study_iso3(node->name),
            .out = node->out,
            .in = node->in,
        };
    }
    for (size_t i = 0; i < listed; i++)
        edges->ends[i] =
            (struct edge){number[links[i]->from], number[links[i]->to]};
    edges->weight = L_AMOUNT;
    edges->unit = unit_word(network->study->cube->unit);
    edges->period = network_years(arena, network->period);
    result->edges = edges;
}

static void add_view_row(struct result *result, const struct network *network,
                         enum view_role role, struct value from,
                         struct value to, amount sum)
{
    struct value *cells = view_add_row(&result->view, &result->arena, role);
    cells[0] = from;
    cells[1] = to;
    cells[2] = value_amount(sum);
    cells[3] = value_ratio(sum, network->total);
}

static void add_view(struct result *result, const struct network *network,
                     const struct network_link **links, size_t listed)
{
    struct arena *arena = &result->arena;
    const char *unit = magnitude_head(network->study, arena);
    amount rest = network->total;
    parts_names(result, 28, 0, "Supplier");
    parts_names(result, 28, 2, "Recipient");
    parts_column(result, KIND_AMOUNT, 9, 2,
                 (struct heads){{NULL, NULL, unit}, unit});
    parts_column(result, KIND_SHARE, 5, 4,
                 (struct heads){{NULL, "Share", "%"}, "Share of all links, %"});
    for (size_t i = 0; i < listed; i++) {
        add_view_row(result, network, VIEW_ENTRY,
                     value_text(network->nodes[links[i]->from].name),
                     value_text(network->nodes[links[i]->to].name),
                     links[i]->sum);
        rest -= links[i]->sum;
    }
    if (listed < network->m)
        add_view_row(result, network, VIEW_OTHERS,
                     value_word(parts_others(arena, network->m - listed)),
                     value_word(""), rest);
    add_view_row(result, network, VIEW_TOTAL,
                 value_word(network_count(arena, network->m, "link")),
                 value_word(""), network->total);
    view_add_row(&result->view, arena, VIEW_RULE);
}

static void say(struct result *result, const struct network *network,
                const struct network_link *largest)
{
    struct arena *arena = &result->arena;
    char share[DECIMAL_TEXT];
    if (!network->m)
        return;
    ratio_share(share, (struct ratio){largest->sum, network->total}, true);
    result->sentence = arena_printf(
        arena,
        "The largest of the %s of %s in %s was %.*s to %.*s, with %s per cent "
        "of the weight of all. %s.",
        network_count(arena, network->m, "link"),
        study_goods(network->study, network->question),
        network_years(arena, network->period),
        STR_ARG(network->nodes[largest->from].name),
        STR_ARG(network->nodes[largest->to].name), share,
        citation(network->study));
}

bool network_links(struct result *result, const struct networks *networks,
                   struct err *err)
{
    const struct network *network = &networks->now;
    size_t listed;
    (void)err;
    const struct network_link **links = sorted(network, &listed);
    result_add_columns(result, columns, L_COUNT,
                       unit_word(network->study->cube->unit));
    for (size_t i = 0; i < listed; i++)
        fill_row(result, network, links[i]);
    result->listed = listed;
    add_edges(result, network, links, listed);
    network_head(result, networks, " link by link", false);
    add_view(result, network, links, listed);
    network_notes(result, networks, false);
    if (network->question->top < listed)
        result_add_note(result, "The last link listed is tied; all that tie "
                                "are listed.");
    say(result, network, links[0]);
    network_foot(result, networks);
    return true;
}
