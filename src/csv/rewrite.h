/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What libcsv has no word for, escapes and delimiters of two bytes, goes to it
 * as single bytes that stand in no UTF-8, and is put back into the fields that
 * come from it. Owns its buffers. */
#ifndef CSV_REWRITE_H
#define CSV_REWRITE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"
#include "csv/reader.h"

struct rewrite {
    struct dialect dialect;
    bool needed; /* the dialect has something that libcsv lacks */
    struct buf line, field;
};

void rewrite_init(struct rewrite *rewrite, struct dialect dialect);
void rewrite_done(struct rewrite *rewrite);

/* What libcsv is told the delimiter and the quote are. */
unsigned char rewrite_delimiter(const struct rewrite *rewrite);
unsigned char rewrite_quote(const struct rewrite *rewrite);

/* A line, without its end, as libcsv gets it. Behind an escape the escape, the
 * quote and the delimiter are ordinary; in front of anything else the escape
 * is ordinary itself. Valid until the next call. */
struct str rewrite_line(struct rewrite *rewrite, struct str line);

/* A field as libcsv had it, as it was meant. Valid until the next call. */
struct str rewrite_field(struct rewrite *rewrite, struct str field);

#endif
