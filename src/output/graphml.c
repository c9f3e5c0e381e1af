/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/graphml.h"

#include "output/edge_list.h"
#include "output/xml.h"

/* What graph, nodes and edges say of themselves. */
static const char *const keys[][3] = {
    {"graph", "title", "string"},       {"graph", "unit", "string"},
    {"graph", "period", "string"},      {"graph", "release", "string"},
    {"graph", "description", "string"}, {"node", "name", "string"},
    {"node", "iso3", "string"},         {"node", "out_strength", "double"},
    {"node", "in_strength", "double"},  {"edge", "weight", "double"},
};

static void write_keys(FILE *out)
{
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        fprintf(out,
                "  <key id=\"%s\" for=\"%s\" attr.name=\"%s\" "
                "attr.type=\"%s\"/>\n",
                keys[i][1], keys[i][0], keys[i][1], keys[i][2]);
}

static void write_text(FILE *out, const char *key, struct str text)
{
    fprintf(out, "<data key=\"%s\">", key);
    xml_text(out, text);
    fputs("</data>", out);
}

static void write_amount(FILE *out, const char *key, amount sum)
{
    fprintf(out, "<data key=\"%s\">", key);
    edge_list_amount(out, sum);
    fputs("</data>", out);
}

static void write_graph_data(FILE *out, const char *key, struct str text)
{
    fputs("    ", out);
    write_text(out, key, text);
    putc('\n', out);
}

static void write_about(FILE *out, const struct result *result)
{
    struct arena arena;
    arena_init(&arena);
    write_graph_data(out, "title", str_from(edge_list_title(result)));
    write_graph_data(out, "unit", str_from(result->edges->unit));
    write_graph_data(out, "period", str_from(result->edges->period));
    write_graph_data(out, "release", str_from(edge_list_release(result)));
    write_graph_data(out, "description", edge_list_about(&arena, result));
    arena_done(&arena);
}

static void write_node(FILE *out, size_t id, const struct edge_node *node)
{
    fprintf(out, "    <node id=\"n%zu\">", id);
    write_text(out, "name", node->name);
    write_text(out, "iso3", node->iso3);
    write_amount(out, "out_strength", node->out);
    write_amount(out, "in_strength", node->in);
    fputs("</node>\n", out);
}

static void write_edge(FILE *out, const struct result *result, size_t row)
{
    const struct edge *edge = &result->edges->ends[row];
    fprintf(out,
            "    <edge source=\"n%zu\" target=\"n%zu\"><data key=\"weight\">",
            edge->from, edge->to);
    edge_list_weight(out, result, row);
    fputs("</data></edge>\n", out);
}

void graphml_write(FILE *out, const struct result *result)
{
    const struct edges *edges = result->edges;
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
          out);
    write_keys(out);
    fputs("  <graph id=\"network\" edgedefault=\"directed\">\n", out);
    write_about(out, result);
    for (size_t i = 0; i < edges->node_count; i++)
        write_node(out, i, &edges->nodes[i]);
    for (size_t i = 0; i < result->row_count; i++)
        write_edge(out, result, i);
    fputs("  </graph>\n</graphml>\n", out);
}
