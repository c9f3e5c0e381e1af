/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How reports to the United Nations Register of Conventional Arms are read
 * (doc/formats/unroca.md). The same transfer may stand there twice, as its
 * exporter and as its importer reports it, so all rows are kept until it is
 * known whose reports there are.
 *
 * unroca.c the layout and what becomes of the rows; unroca_rows.c a row;
 * unroca_words.c what people write into its cells. */
#ifndef SOURCE_UNROCA_H
#define SOURCE_UNROCA_H

#include "source/rows.h"

/* What a row belongs to, by the cell that names its table. */
enum unroca_table {
    UNROCA_EXPORTS,
    UNROCA_IMPORTS,
    UNROCA_REPORTS, /* the number of these */
    UNROCA_HOLDINGS = UNROCA_REPORTS,
    UNROCA_UNKNOWN,
};

/* "major_export", "Imports", "military_holdings". */
enum unroca_table unroca_table_of(struct str cell);

/* A number of items: whole, thousands may be grouped, "nil" is 0. EMPTY: words
 * without a figure. */
enum decimal_fault unroca_number(struct str cell, amount *items);

/* The name of one of the seven categories however it is written; any other
 * text as it is. */
struct str unroca_category(struct str cell);

/* Rows that are sound, in order. */
struct unroca_rows {
    struct flow *flows;
    size_t count;
    size_t cap;
    bool reports[UNROCA_REPORTS]; /* whose reports there are */
};

/* Reads all records; those at fault, and holdings, are tallied. */
bool unroca_read_rows(struct unroca_rows *kept, struct reading *reading,
                      struct names *names, struct err *err);

#endif
