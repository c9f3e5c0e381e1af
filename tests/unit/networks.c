/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "networks.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tap.h"

#define MEMBERS ((size_t)34)
#define COLUMNS 8

void network_drawn(struct graph *graph, size_t n, const char *arcs)
{
    graph_init(graph, n);
    while (*arcs) {
        size_t at = (size_t)(arcs[0] - 'a') * n + (size_t)(arcs[1] - 'a');
        char *end = (char *)arcs + 2;
        graph->weights[at] =
            isdigit((unsigned char)*end) ? strtod(end, &end) : 1;
        arcs = end + (*end == ' ');
    }
}

/* The node's place among the members of an object; SIZE_MAX: none. */
static size_t node_of(json_t *nodes, const char *name)
{
    const char *key;
    json_t *value;
    size_t at = 0;
    json_object_foreach(nodes, key, value)
    {
        if (strcmp(key, name) == 0)
            return at;
        at++;
    }
    return SIZE_MAX;
}

static size_t cut(char *line, char *cells[COLUMNS])
{
    size_t count = 0;
    line[strcspn(line, "\r\n")] = '\0';
    for (char *at = line; at && count < COLUMNS; count++) {
        cells[count] = at;
        at = strchr(at, ',');
        if (at)
            *at++ = '\0';
    }
    return count;
}

bool network_read(struct graph *graph, const char *name, int year,
                  const json_t *expected)
{
    char text[4096];
    char *cells[COLUMNS];
    json_t *nodes = json_object_get(expected, "out_degree");
    size_t n = json_object_size(nodes);
    snprintf(text, sizeof text, "%s/references/%s", tap_shared(), name);
    FILE *in = fopen(text, "r");
    CU_ASSERT_PTR_NOT_NULL(in);
    if (!in || !fgets(text, sizeof text, in))
        return false;
    graph_init(graph, n);
    while (fgets(text, sizeof text, in)) {
        size_t count = cut(text, cells);
        long when = year < 0 ? 2020 : strtol(cells[year], NULL, 10);
        if (count < 3 || when < 2020 || when > 2024)
            continue;
        size_t from = node_of(nodes, cells[0]);
        size_t to = node_of(nodes, cells[1]);
        CU_ASSERT_TRUE(from < n && to < n);
        if (from < n && to < n)
            graph->weights[from * n + to] += strtod(cells[count - 1], NULL);
    }
    fclose(in);
    return true;
}

void network_zachary(struct graph *graph)
{
    /* Of each member the later ones. */
    static const char *const friends[MEMBERS] = {
        "2 3 4 5 6 7 8 9 11 12 13 14 18 20 22 32",
        "3 4 8 14 18 20 22 31",
        "4 8 9 10 14 28 29 33",
        "8 13 14",
        "7 11",
        "7 11 17",
        "17",
        "",
        "31 33 34",
        "34",
        "",
        "",
        "",
        "34",
        "33 34",
        "33 34",
        "",
        "",
        "33 34",
        "34",
        "33 34",
        "",
        "33 34",
        "26 28 30 33 34",
        "26 28 32",
        "32",
        "30 34",
        "34",
        "32 34",
        "33 34",
        "33 34",
        "33 34",
        "34",
        "",
    };
    graph_init(graph, MEMBERS);
    for (size_t i = 0; i < MEMBERS; i++) {
        char *end = (char *)friends[i];
        while (*end) {
            size_t j = strtoul(end, &end, 10) - 1;
            graph->weights[i * MEMBERS + j] = graph->weights[j * MEMBERS + i] =
                1;
        }
    }
}

const size_t network_factions[34] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0,
                                     0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1,
                                     1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
