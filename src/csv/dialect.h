/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a table that nobody has seen may be written: the dialects under which
 * its first records look most like one. A table has as many fields in every
 * record, and its cells are numbers, dates and words, not words with other
 * delimiters in them. Owns nothing. */
#ifndef CSV_DIALECT_H
#define CSV_DIALECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "csv/head.h"
#include "csv/reader.h"

/* More are tried; those that are worse than so many are not told. */
#define DIALECT_GUESSES ((size_t)8)

struct dialect_guess {
    struct dialect dialect;
    size_t header;  /* record of the head that names the columns; those above
                       it are a preamble */
    size_t columns; /* which it names */
    bool named;     /* it may be names: no number and no date is among them */
    unsigned score; /* 0: no table at all, to 1000 */
};

/* The most likely dialects of the bytes of text_peek(), best first, equal ones
 * in the order in which they are met in the world. How many: at least one. */
size_t dialect_find(struct str bytes, bool whole,
                    struct dialect_guess guesses[DIALECT_GUESSES]);

/* Whether the best guess is far enough from those with another delimiter. */
bool dialect_is_sure(const struct dialect_guess *guesses, size_t count);

/* Of a table whose delimiter is known: which quote it has, and which escape.
 * They stay as they are unless the bytes tell that others are better. */
void dialect_refine(struct dialect *dialect, struct str bytes, bool whole);

/* "LF", "CRLF", "CR", as the first line ends; "" where none does. */
const char *dialect_line_end(struct str bytes);

/* "separated by semicolons, quoted with '"; null for commas and double quotes,
 * which nobody needs to be told. */
const char *dialect_words(const struct dialect *dialect, struct arena *arena);

/* How much the head is like a table, which record is its header. */
struct dialect_guess dialect_judge(const struct head *head);

#endif
