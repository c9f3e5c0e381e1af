/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: what every reader of rows asks of a record before its
 * cells. */
#ifndef SOURCE_RECORDS_H
#define SOURCE_RECORDS_H

#include "csv/head.h"
#include "source/reading.h"

/* Has the batches hold these columns of the file, SIZE_MAX being none; at[i] is
 * where columns[i] then stands in a record, or SIZE_MAX. */
void records_want(struct reading *reading, const size_t *columns, size_t count,
                  size_t *at);

/* Blank lines, also as a spreadsheet leaves them (",,,,"), are no rows. */
bool record_is_blank(const struct batch *batch, size_t row);

/* Text in the first of the wanted cells alone that is no number, as stands
 * below a table. */
bool record_is_text(const struct batch *batch, size_t row);

/* Whether the header stands there once more, as in files that were put one
 * behind the other. */
bool record_is_header(const struct batch *batch, size_t row,
                      const struct head_record *header);

/* Whether the record has its fields, and no stray quote; if not, the fault is
 * tallied. */
bool record_is_sound(const struct batch *batch, size_t row,
                     struct tally *tally);

#endif
