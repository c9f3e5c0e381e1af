/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links of a network as GEXF and GraphML: what was written is read back and
 * compared; what is no list of links is refused. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "hostile.h"
#include "output/emit.h"
#include "tap.h"
#include "xml_reader.h"

/* A ring of nodes with hostile names: each supplies the next with i + 0.5. */
static struct result *ring(void)
{
    struct result *result = hostile_result(false);
    struct arena *arena = &result->arena;
    struct edges *edges = arena_alloc(arena, 1, sizeof *edges);
    size_t n = hostile_count;
    edges->nodes = arena_alloc(arena, n, sizeof *edges->nodes);
    edges->ends = arena_alloc(arena, n, sizeof *edges->ends);
    edges->node_count = n;
    edges->weight = result_find_column(result, "amount");
    edges->unit = "tiv_million";
    edges->period = "2018\u201322";
    for (size_t i = 0; i < n; i++) {
        edges->nodes[i] = (struct edge_node){
            .name = hostile_texts[i],
            .iso3 = STR("AAA"),
            .out = (amount)i * AMOUNT_ONE,
            .in = 1,
        };
        edges->ends[i] = (struct edge){i, (i + 1) % n};
    }
    result->edges = edges;
    return result;
}

static struct str emit(enum format format, const struct result *const *results,
                       size_t count, bool expected, struct err *err)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        abort();
    CU_ASSERT_EQUAL(emit_results(out, format, results, count,
                                 &(struct emit_options){0}, err),
                    expected);
    if (fclose(out) != 0)
        abort();
    return (struct str){text, size};
}

/* What XML cannot say comes back as U+FFFD. */
static struct str as_read(struct arena *arena, struct str text)
{
    struct buf buf;
    buf_init(&buf, 4096);
    while (text.len) {
        int32_t code;
        size_t length = utf8_next(text, &code);
        if (code < 0 || (code < 0x20 && !strchr("\t\n\r", code)) || code == 0)
            buf_add_text(&buf, "\ufffd");
        else
            buf_add(&buf, (struct str){text.ptr, length});
        text = str_skip(text, length);
    }
    struct str read = arena_str(arena, buf_str(&buf));
    buf_done(&buf);
    return read;
}

static void check_str(struct str actual, struct str expected)
{
    CU_ASSERT_TRUE(str_eq(actual, expected));
    if (!str_eq(actual, expected))
        CHECK_TEXT(actual.ptr, expected.ptr);
}

/* What a file says, in the order in which it says it. */
struct heard {
    size_t nodes;
    size_t edges;
    bool about;
};

static void hear_gexf(const struct xml_reader *reader, struct heard *heard,
                      struct arena *arena)
{
    if (str_eq(reader->name, STR("node"))) {
        check_str(xml_attribute(reader, "label"),
                  as_read(arena, hostile_texts[heard->nodes]));
        check_str(xml_attribute(reader, "id"),
                  str_from(arena_printf(arena, "%zu", heard->nodes)));
        heard->nodes++;
    } else if (str_eq(reader->name, STR("edge"))) {
        size_t i = heard->edges++;
        check_str(xml_attribute(reader, "source"),
                  str_from(arena_printf(arena, "%zu", i)));
        check_str(
            xml_attribute(reader, "target"),
            str_from(arena_printf(arena, "%zu", (i + 1) % hostile_count)));
        check_str(xml_attribute(reader, "weight"),
                  str_from(arena_printf(arena, "%zu.5", i)));
    }
}

/* At the end of an element, the key that it had is still there. */
static void hear_graphml(const struct xml_reader *reader, struct heard *heard,
                         struct arena *arena)
{
    if (!str_eq(reader->name, STR("data")))
        return;
    struct str key = xml_attribute(reader, "key");
    if (str_eq(key, STR("name")))
        check_str(reader->text, as_read(arena, hostile_texts[heard->nodes++]));
    else if (str_eq(key, STR("weight")))
        check_str(reader->text,
                  str_from(arena_printf(arena, "%zu.5", heard->edges++)));
    else if (str_eq(key, STR("period")))
        check_str(reader->text, STR("2018\u201322"));
    else if (str_eq(key, STR("description")))
        heard->about = str_find(reader->text, STR("'x --> y' \n\\evil")) >= 0;
}

static void check_format(enum format format)
{
    struct arena arena;
    struct xml_reader reader;
    struct heard heard = {0};
    struct err err = {0};
    struct result *result = ring();
    const struct result *results[] = {result};
    struct str text = emit(format, results, 1, true, &err);
    enum xml_kind kind;
    arena_init(&arena);
    CU_ASSERT_TRUE_FATAL(xml_begin(&reader, &arena, text));
    while ((kind = xml_next(&reader)) != XML_DONE && kind != XML_FAULT) {
        if (format == FORMAT_GEXF && kind == XML_START)
            hear_gexf(&reader, &heard, &arena);
        else if (format == FORMAT_GRAPHML && kind == XML_END)
            hear_graphml(&reader, &heard, &arena);
        else if (str_eq(reader.name, STR("description")))
            heard.about |= str_find(reader.text, STR("\\evil")) >= 0;
    }
    CU_ASSERT_EQUAL(kind, XML_DONE);
    CU_ASSERT_EQUAL(heard.nodes, hostile_count);
    CU_ASSERT_EQUAL(heard.edges, hostile_count);
    CU_ASSERT_TRUE(heard.about);
    arena_done(&arena);
    free((char *)text.ptr);
    result_free(result);
}

static void test_gexf(void)
{
    check_format(FORMAT_GEXF);
}

static void test_graphml(void)
{
    check_format(FORMAT_GRAPHML);
}

static void check_refused(enum format format, const struct result *const *all,
                          size_t count, const char *message)
{
    struct err err = {0};
    struct str text = emit(format, all, count, false, &err);
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    CHECK_TEXT(err.text, message);
    CU_ASSERT_EQUAL(text.len, 0);
    free((char *)text.ptr);
}

static void test_refused(void)
{
    struct result *plain = hostile_result(false);
    struct result *edges = ring();
    const struct result *two[] = {edges, plain};
    check_refused(FORMAT_GEXF, &two[1], 1,
                  "GEXF holds the links of a network, and this answer of rank "
                  "is none; armstats network --links is");
    check_refused(FORMAT_GRAPHML, two, 2,
                  "GraphML holds one network, and these are 2; ask for one "
                  "release and one period");
    result_free(plain);
    result_free(edges);
}

/* A network without a link, and a reader that finds faults. */
static void test_nothing(void)
{
    struct result *result = result_new("network");
    struct edges edges = {.unit = "usd", .period = "2020"};
    struct err err = {0};
    struct arena arena;
    struct xml_reader reader;
    enum xml_kind kind;
    const struct result *results[] = {result};
    result->edges = &edges;
    struct str text = emit(FORMAT_GRAPHML, results, 1, true, &err);
    arena_init(&arena);
    CU_ASSERT_TRUE(xml_begin(&reader, &arena, text));
    while ((kind = xml_next(&reader)) < XML_DONE)
        ;
    CU_ASSERT_EQUAL(kind, XML_DONE);
    free((char *)text.ptr);
    static const char *const faults[] = {
        "<a>",         "<a></b>",      "<a>&lt;</a>", "<a>&#x1;</a>",
        "<a>\x01</a>", "<a b=\"<\"/>", "<a b='c'/>"};
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        struct str whole = str_from(arena_printf(
            &arena, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n%s",
            faults[i]));
        CU_ASSERT_TRUE(xml_begin(&reader, &arena, whole));
        while ((kind = xml_next(&reader)) < XML_DONE)
            ;
        CU_ASSERT_EQUAL(kind, XML_FAULT);
    }
    arena_done(&arena);
    result_free(result);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"GEXF says what it was told", test_gexf},
        {"GraphML says what it was told", test_graphml},
        {"what is no list of links is refused", test_refused},
        {"a network without a link; faults are found", test_nothing},
    };
    return TAP_RUN("edges", cases);
}
