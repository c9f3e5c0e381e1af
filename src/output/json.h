/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON written as it comes, nothing kept. Down to the depth `lines` every item
 * stands on a line of its own, below that all on one. The stream is the
 * caller's. Names avoid those of jansson, which other rooms use. */
#ifndef OUTPUT_JSON_H
#define OUTPUT_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/str.h"
#include "result/result.h"

struct json_writer {
    FILE *out;
    unsigned lines;
    unsigned depth;
    bool empty; /* the innermost container, so far */
    bool keyed; /* a key was written, its value follows */
};

void json_begin(struct json_writer *json, FILE *out, unsigned lines);

/* '{' or '[' and its counterpart. */
void json_open(struct json_writer *json, char bracket);
void json_close(struct json_writer *json, char bracket);

void json_key(struct json_writer *json, struct str key);

/* Control characters escaped; each invalid byte becomes U+FFFD. */
void json_text(struct json_writer *json, struct str text);

/* A number, true, false, null: written as it is. */
void json_word(struct json_writer *json, struct str word);

/* As print_exact() has it: a number, a text, null. */
void json_value(struct json_writer *json, enum kind kind,
                const struct value *value);

/* {"meta": …, "columns": […], "rows": […]}, one row a line; an array of such
 * objects when there are several. */
void json_results(FILE *out, const struct result *const *results, size_t count);

/* The rows alone, one object a line. */
void json_lines(FILE *out, const struct result *const *results, size_t count);

#endif
