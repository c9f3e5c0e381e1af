/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: what every reader of rows asks of a record before its
 * cells. */
#ifndef SOURCE_RECORDS_H
#define SOURCE_RECORDS_H

#include "csv/head.h"
#include "csv/reader.h"
#include "source/tally.h"

/* Blank lines, also as a spreadsheet leaves them (",,,,"), are no rows. */
bool record_is_blank(const struct batch *batch, size_t row);

/* Whether the header stands there once more, as in files that were put one
 * behind the other. */
bool record_is_header(const struct batch *batch, size_t row,
                      const struct head_record *header);

/* Whether the record has its fields, and no stray quote; if not, the fault is
 * tallied. */
bool record_is_sound(const struct batch *batch, size_t row,
                     struct tally *tally);

#endif
