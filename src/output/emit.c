/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/emit.h"

#include "base/utf8.h"
#include "output/delimited.h"
#include "output/edge_list.h"
#include "output/gexf.h"
#include "output/graphml.h"
#include "output/json.h"
#include "output/latex.h"
#include "output/markdown.h"
#include "output/table.h"
#include "output/wrap.h"

struct word {
    const char *text;
    enum format format;
};

static const struct word words[] = {
    {"table", FORMAT_TABLE},       {"csv", FORMAT_CSV},
    {"tsv", FORMAT_TSV},           {"json", FORMAT_JSON},
    {"ndjson", FORMAT_NDJSON},     {"md", FORMAT_MARKDOWN},
    {"tex", FORMAT_LATEX},         {"sentence", FORMAT_SENTENCE},
    {"markdown", FORMAT_MARKDOWN}, {"latex", FORMAT_LATEX},
    {"jsonl", FORMAT_NDJSON},      {"gexf", FORMAT_GEXF},
    {"graphml", FORMAT_GRAPHML},
};

static const struct word suffixes[] = {
    {".txt", FORMAT_TABLE},       {".csv", FORMAT_CSV},
    {".tsv", FORMAT_TSV},         {".json", FORMAT_JSON},
    {".ndjson", FORMAT_NDJSON},   {".jsonl", FORMAT_NDJSON},
    {".md", FORMAT_MARKDOWN},     {".markdown", FORMAT_MARKDOWN},
    {".tex", FORMAT_LATEX},       {".gexf", FORMAT_GEXF},
    {".graphml", FORMAT_GRAPHML},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

bool format_from_word(struct str word, enum format *format)
{
    for (size_t i = 0; i < COUNT(words); i++) {
        if (str_eq(word, str_from(words[i].text))) {
            *format = words[i].format;
            return true;
        }
    }
    return false;
}

bool format_from_suffix(struct str path, enum format *format)
{
    for (size_t i = 0; i < COUNT(suffixes); i++) {
        struct str suffix = str_from(suffixes[i].text);
        if (path.len > suffix.len &&
            str_eq_fold(str_skip(path, path.len - suffix.len), suffix)) {
            *format = suffixes[i].format;
            return true;
        }
    }
    return false;
}

const char *format_words(void)
{
    return "table csv tsv json ndjson md tex sentence gexf graphml";
}

bool format_is_machine(enum format format)
{
    return format == FORMAT_CSV || format == FORMAT_TSV ||
           format == FORMAT_JSON || format == FORMAT_NDJSON ||
           format == FORMAT_GEXF || format == FORMAT_GRAPHML;
}

static bool write_sentence(FILE *out, const struct result *result, size_t width,
                           bool harmless, struct err *err)
{
    if (!result->sentence)
        return err_set(err, ERR_REQUEST,
                       "this answer of %s has no sentence; use -f table",
                       result->command);
    struct arena arena;
    arena_init(&arena);
    struct str text = str_from(result->sentence);
    wrap_paragraph(out, harmless ? utf8_harmless(&arena, text) : text, width);
    arena_done(&arena);
    return true;
}

/* The formats for people: one result, as the `number`th of several. */
static bool write_one(FILE *out, enum format format,
                      const struct result *result, size_t number,
                      const struct emit_options *options, struct err *err)
{
    size_t width = options->width > 0 ? options->width : VIEW_WIDTH;
    switch (format) {
    case FORMAT_MARKDOWN:
        markdown_write(out, result);
        return true;
    case FORMAT_LATEX:
        latex_write(out, result, number);
        return true;
    case FORMAT_SENTENCE:
        return write_sentence(out, result, width, options->harmless, err);
    default:
        table_write(out, &result->view, width, options->harmless);
        return true;
    }
}

static bool write_edges(FILE *out, enum format format,
                        const struct result *const *results, size_t count,
                        struct err *err)
{
    bool gexf = format == FORMAT_GEXF;
    if (!edge_list_check(results, count, gexf ? "GEXF" : "GraphML", err))
        return false;
    (gexf ? gexf_write : graphml_write)(out, results[0]);
    return true;
}

bool emit_results(FILE *out, enum format format,
                  const struct result *const *results, size_t count,
                  const struct emit_options *options, struct err *err)
{
    switch (format) {
    case FORMAT_CSV:
        delimited_results(out, ',', options->csv_safe, results, count);
        return true;
    case FORMAT_TSV:
        delimited_results(out, '\t', options->csv_safe, results, count);
        return true;
    case FORMAT_JSON:
        json_results(out, results, count);
        return true;
    case FORMAT_NDJSON:
        json_lines(out, results, count);
        return true;
    case FORMAT_GEXF:
    case FORMAT_GRAPHML:
        return write_edges(out, format, results, count, err);
    default:
        break;
    }
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            putc('\n', out);
        if (!write_one(out, format, results[i], i + 1, options, err))
            return false;
    }
    return true;
}
