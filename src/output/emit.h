/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One door to all formats. Text is escaped for its format here and nowhere
 * else. */
#ifndef OUTPUT_EMIT_H
#define OUTPUT_EMIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/err.h"
#include "base/str.h"
#include "result/result.h"

enum format {
    FORMAT_TABLE,
    FORMAT_CSV,
    FORMAT_TSV,
    FORMAT_JSON,
    FORMAT_NDJSON,
    FORMAT_MARKDOWN,
    FORMAT_LATEX,
    FORMAT_SENTENCE,
    FORMAT_GEXF,    /* links of a network only, */
    FORMAT_GRAPHML, /* and this too */
    FORMAT_COUNT,
};

struct emit_options {
    size_t width;  /* of tables; 0: 80 */
    bool csv_safe; /* text cells that a spreadsheet would run get a ' */
    bool harmless; /* table on a terminal: control characters escaped */
};

/* "table", "csv", …; also by file suffix (".tex", ".md", ".jsonl"). */
bool format_from_word(struct str word, enum format *format);
bool format_from_suffix(struct str path, enum format *format);
const char *format_words(void); /* "table csv tsv json …", for messages */

/* True for formats that hold all rows unless --top is given. */
bool format_is_machine(enum format format);

/* Writes the results one after the other. CSV, TSV and NDJSON write one
 * header and all rows (the results have the same columns); JSON writes one
 * object, or an array of several. Errors of the stream are found when it is
 * closed. ERR_REQUEST: the result has no sentence, or is no list of links. */
bool emit_results(FILE *out, enum format format,
                  const struct result *const *results, size_t count,
                  const struct emit_options *options, struct err *err);

#endif
