/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that no layout knows, read as --map says. */
#ifndef SOURCE_MAPPED_H
#define SOURCE_MAPPED_H

#include "csv/head.h"
#include "source/header.h"
#include "source/mapping.h"
#include "source/source.h"

/* What the mapping says of how to read goes into the reading's options; first
 * thing, before the text is opened. ERR_REQUEST: no mapping, or an option that
 * says something else. */
bool mapped_begin(struct reading *reading, struct err *err);

/* Finds in the first bytes of the file where the columns stand: sets the
 * reading's source and header, and the dialect. ERR_REQUEST: --skip names no
 * line. That columns are missing is for mapped_bind() to say, of the place that
 * has most of them. */
bool mapped_find(struct reading *reading, struct str bytes, bool whole,
                 struct dialect *dialect, struct err *err);

/* The column of each part. ERR_REQUEST: a column that is not there (with the
 * nearest), stands twice or plays two parts that cannot be one. */
bool mapped_bind(struct reading *reading, struct err *err);

/* The year of a cell in which exactly one word of four digits is one:
 * "2008-01-02", "01/05/2004", "2019/20", "2019.0". */
bool mapped_year(struct str cell, int *year);

/* Rows of one amount each, with names over the columns or without, and rows of
 * one amount a year. */
extern const struct source source_mapped;
extern const struct source source_mapped_bare;
extern const struct source source_mapped_wide;

/* Of the third: that its labels can stand before its years. */
bool mapped_check_wide(struct reading *reading, struct err *err);

bool mapped_read_wide(struct reading *reading, struct names *names,
                      struct flow_sink sink, struct err *err);

#endif
