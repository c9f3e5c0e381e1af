/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record after the other: libcsv fed line by line, with what it lacks:
 * line numbers, blank lines, limits, and going on behind a damaged record. The
 * only file that sees libcsv. */
#ifndef CSV_TOKENIZER_H
#define CSV_TOKENIZER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "csv/lines.h"
#include "csv/reader.h"
#include "csv/text.h"

enum token_fault {
    TOKEN_SOUND,
    TOKEN_QUOTES,   /* as RECORD_QUOTES */
    TOKEN_UNCLOSED, /* the text ends inside quotes */
};

struct record {
    uint64_t line; /* on which it begins, from 1; 0: there are no more */
    uint64_t byte; /* of the text, from 0, with which it begins */
    size_t fields;
    size_t filled; /* number of fields up to the last that is not empty */
    enum token_fault fault; /* then `fields` is 0 */
    struct str first_line;  /* without its end; valid until the next call */
    bool ended;             /* a line end follows */
};

struct tokenizer;

/* Where the fields of a record go while it is read, each valid for the call
 * only. What was taken from a record that turns out faulty is void. */
struct token_taker {
    void (*take)(void *owner, size_t index, struct str field);
    void *owner;
};

/* Borrows text and file. Without a file (null) an unclosed quote is a fault of
 * its record as others are, for texts that are only the beginning of one. */
struct tokenizer *tokenizer_new(struct text *text, const char *file,
                                struct dialect dialect,
                                struct reader_limits limits);
void tokenizer_free(struct tokenizer *tokenizer);

/* The next record. A faulty one ends with its first line: reading goes on with
 * the next line, so that a stray quote costs one line and not all up to the
 * next quote. Errors as for reader_next(). */
bool tokenizer_next(struct tokenizer *tokenizer, struct token_taker taker,
                    struct record *record, struct err *err);

/* The lines that the next record is read from. */
struct lines *tokenizer_lines(struct tokenizer *tokenizer);

/* The version of libcsv that this was built with: "3.0.3". */
const char *tokenizer_library(void);

#endif
