/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: rows with label columns first and one column a year
 * behind them. Finds the years in the header, hands out one record after the
 * other and reads its cells; which labels are suppliers, which are totals and
 * which are set aside is for the layout to say. Borrows the reading. */
#ifndef SOURCE_WIDE_H
#define SOURCE_WIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/source.h"

/* What a layout says of its columns and cells. */
struct wide_form {
    size_t labels; /* columns before the first year */

    /* Which columns behind the years hold sums over them; these are handed
     * out, any other one is passed over. Null: none. */
    bool (*is_sum)(struct str cell);

    bool notes;   /* a line with nothing but a first cell is no row */
    bool percent; /* an amount may end in a percent sign */
    amount part;  /* an amount counts such a part of the unit: 10^6 where TIV
                     are meant and TIV million are wanted; 0: the unit */
};

struct wide_cell {
    int year;
    enum cell_state state; /* CELL_NONE: nothing stands there */
    amount value;
};

enum wide_record {
    WIDE_END,
    WIDE_ROW,
    WIDE_NOTE, /* a heading or a footnote; only where the form has notes */
};

struct wide {
    struct reading *reading;
    struct wide_form form;
    size_t years;
    size_t sum_count;
    struct batch batch;
    size_t next; /* row of the batch */

    /* The record at hand; everything is valid until the next one. */
    uint64_t line;
    struct str *labels;      /* form.labels of them, trimmed */
    struct wide_cell *cells; /* one a year, in the order of the file; years are
                                always there, the rest after wide_read() */
    struct str *sums;        /* sum_count of them, trimmed */
    size_t filled;           /* cells with something in them */
    amount sum;              /* of them */
};

/* The year of a header cell: "1990", "X1990" (R), "1990 [YR1990]" (World Bank's
 * DataBank). */
bool wide_year(struct str cell, int *year);

/* How many year columns stand in a header from column `first` on, up to the
 * first cell that is none. */
size_t wide_count_years(const struct head_record *header, size_t first);

/* The first and last year of these columns. */
struct period wide_range(const struct head_record *header, size_t first);

/* Asks the reader of the open reading for the columns. The header has a year
 * behind its labels. */
void wide_init(struct wide *wide, struct reading *reading,
               struct wide_form form);
void wide_done(struct wide *wide);

/* The next record that is not blank and has its fields; those that do not are
 * read and at fault. *record says what it is; whoever asked counts it: by
 * wide_read(), tally_aside() or as a total. */
bool wide_next(struct wide *wide, enum wide_record *record, struct err *err);

/* Reads the cells of the record at hand as a row. False: one of them is no
 * amount or negative, the whole row is at fault and counted as such. True: it
 * is counted as read, its years are seen; `rows_used` is for the caller. */
bool wide_read(struct wide *wide);

/* What stands in the column of that year, trimmed: of totals, which are not
 * read. */
struct str wide_text(const struct wide *wide, size_t year);

/* Compares a printed sum with what it should be the sum of: it may differ by
 * half a printed unit for each of `cells` and one of its own. One that is off
 * is remarked; a blank is no sum. */
void wide_check_sum(struct wide *wide, uint64_t line, struct str printed,
                    amount sum, size_t cells);

#endif
