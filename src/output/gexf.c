/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/gexf.h"

#include "output/edge_list.h"
#include "output/xml.h"

static void element(FILE *out, const char *name, struct str text)
{
    fprintf(out, "    <%s>", name);
    xml_text(out, text);
    fprintf(out, "</%s>\n", name);
}

static void write_meta(FILE *out, const struct result *result)
{
    struct arena arena;
    arena_init(&arena);
    fputs("  <meta>\n", out);
    element(out, "creator", str_from(edge_list_program(result)));
    element(out, "keywords",
            str_from(arena_printf(&arena, "%s, %s, release %s",
                                  result->edges->unit, result->edges->period,
                                  edge_list_release(result))));
    element(out, "description", edge_list_about(&arena, result));
    fputs("  </meta>\n", out);
    arena_done(&arena);
}

static void attribute(FILE *out, const char *name, struct str text)
{
    fprintf(out, " %s=\"", name);
    xml_text(out, text);
    putc('"', out);
}

static void write_strength(FILE *out, const char *name, amount sum)
{
    fprintf(out, "<attvalue for=\"%s\" value=\"", name);
    edge_list_amount(out, sum);
    fputs("\"/>", out);
}

static void write_node(FILE *out, size_t id, const struct edge_node *node)
{
    fprintf(out, "      <node id=\"%zu\"", id);
    attribute(out, "label", node->name);
    fputs("><attvalues><attvalue for=\"iso3\"", out);
    attribute(out, "value", node->iso3);
    fputs("/>", out);
    write_strength(out, "out_strength", node->out);
    write_strength(out, "in_strength", node->in);
    fputs("</attvalues></node>\n", out);
}

static void write_edge(FILE *out, const struct result *result, size_t row)
{
    const struct edge *edge = &result->edges->ends[row];
    fprintf(out,
            "      <edge id=\"%zu\" source=\"%zu\" target=\"%zu\" weight=\"",
            row, edge->from, edge->to);
    edge_list_weight(out, result, row);
    fputs("\"/>\n", out);
}

void gexf_write(FILE *out, const struct result *result)
{
    const struct edges *edges = result->edges;
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n",
          out);
    write_meta(out, result);
    fputs("  <graph mode=\"static\" defaultedgetype=\"directed\">\n"
          "    <attributes class=\"node\">\n"
          "      <attribute id=\"iso3\" title=\"iso3\" type=\"string\"/>\n"
          "      <attribute id=\"out_strength\" title=\"out_strength\" "
          "type=\"double\"/>\n"
          "      <attribute id=\"in_strength\" title=\"in_strength\" "
          "type=\"double\"/>\n"
          "    </attributes>\n"
          "    <nodes>\n",
          out);
    for (size_t i = 0; i < edges->node_count; i++)
        write_node(out, i, &edges->nodes[i]);
    fputs("    </nodes>\n    <edges>\n", out);
    for (size_t i = 0; i < result->row_count; i++)
        write_edge(out, result, i);
    fputs("    </edges>\n  </graph>\n</gexf>\n", out);
}
