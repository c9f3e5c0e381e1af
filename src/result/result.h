/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an analysis answers: a table whose columns know what their numbers
 * mean, the view of it that a person reads, notes and provenance. Machine
 * formats write columns and rows; table, Markdown, LaTeX and HTML write the
 * view. The texts live in the result's arena or longer than the result. */
#ifndef RESULT_RESULT_H
#define RESULT_RESULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "result/edges.h"
#include "result/provenance.h"
#include "result/value.h"
#include "result/view.h"

struct column {
    const char *name; /* machine name: lower case, at most 32 characters */
    enum kind kind;
    const char *unit;        /* "tiv_million", "per cent", or "" */
    const char *description; /* one sentence */
};

struct result {
    struct arena arena;
    const char *command; /* "rank": names the figure and the macros */
    struct column *columns;
    size_t column_count;
    size_t column_cap;
    struct value *cells; /* row_count * column_count; on the heap */
    size_t row_count;
    size_t row_cap;
    size_t listed; /* rows that the view lists one by one (--top) */
    struct view view;
    const char **notes; /* whole sentences, in order; also in meta */
    size_t note_count;
    size_t note_cap;
    const char *sentence; /* -f sentence; null: this result has none */
    const struct edges *edges; /* rows are links of a network; else null */
    struct provenance provenance;
};

struct result *result_new(const char *command);
void result_free(struct result *result);

/* Adds a column; all columns before the first row. Returns its index. */
size_t result_add_column(struct result *result, const char *name,
                         enum kind kind, const char *unit,
                         const char *description);

/* Adds columns in their order; those of amounts count in `unit`, unless it is
 * null. Their texts are borrowed. */
void result_add_columns(struct result *result, const struct column *columns,
                        size_t count, const char *unit);

/* A new row of nulls (REASON_NONE); valid until the next row is added. */
struct value *result_add_row(struct result *result);

const struct value *result_row(const struct result *result, size_t row);

/* Index of the column, or SIZE_MAX. */
size_t result_find_column(const struct result *result, const char *name);

/* Adds a note unless the same one is there already. */
void result_add_note(struct result *result, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
