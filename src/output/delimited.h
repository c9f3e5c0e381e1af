/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV (RFC 4180 with LF) and TSV, field by field. The stream is the
 * caller's. */
#ifndef OUTPUT_DELIMITED_H
#define OUTPUT_DELIMITED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/str.h"
#include "result/result.h"

struct delimited {
    FILE *out;
    char mark;     /* ',': quotes where needed; '\t': \t \n \r \\ escaped */
    bool safe;     /* texts that a spreadsheet would run get a ' in front */
    size_t fields; /* of this record so far */
    bool blank;    /* nothing was written in them */
};

void delimited_init(struct delimited *writer, FILE *out, char mark, bool safe);

/* One field: a text, exact bytes; a value as print_exact() has it. */
void delimited_text(struct delimited *writer, struct str text);
void delimited_value(struct delimited *writer, enum kind kind,
                     const struct value *value);
void delimited_end(struct delimited *writer);

/* Whether a spreadsheet may take the text for a formula: it begins with one
 * of = + - @ TAB CR LF and is not wholly a number. */
bool delimited_is_formula(struct str text);

/* The machine columns of results that have the same columns: one header, all
 * rows. */
void delimited_results(FILE *out, char mark, bool safe,
                       const struct result *const *results, size_t count);

#endif
