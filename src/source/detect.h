/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of reading_open(): which layout, under which dialect, and where its
 * columns stand. */
#ifndef SOURCE_DETECT_H
#define SOURCE_DETECT_H

#include "csv/dialect.h"
#include "source/source.h"

/* Sets source, header and head (in the reading's arena, under the dialect
 * found). ERR_DATA: no layout; ERR_REQUEST: one that is not read yet. */
bool detect_source(struct reading *reading, struct err *err);

/* Sets roles from the header. ERR_DATA: a needed column is missing, or a
 * column stands twice. */
bool detect_columns(struct reading *reading, struct err *err);

/* More dialects are not tried. */
#define DETECT_DIALECTS (4 + DIALECT_GUESSES)

/* The dialects under which a file that no layout knows may be read, the usual
 * ones first; with --delimiter only those with it. How many. */
size_t detect_dialects(const struct reading *reading, struct str bytes,
                       bool whole, struct dialect dialects[DETECT_DIALECTS]);

/* Whether the header cell is one of the column's names. */
bool detect_is_name(struct str cell, const struct source_column *column);

#endif
