/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a CSV file cell by cell, with the habits of several programs. */
#ifndef BENCH_SHEET_H
#define BENCH_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct sheet {
    FILE *stream;
    bool crlf;
    bool quote_all;
    bool begun; /* the row has a cell */
    size_t used;
    char bytes[1 << 16];
};

/* Quoted where the text needs it or the sheet quotes everything. */
void sheet_text(struct sheet *sheet, const char *text);
void sheet_number(struct sheet *sheet, int64_t number);

/* number / 10^digits, all digits written. */
void sheet_decimal(struct sheet *sheet, int64_t number, int digits);
void sheet_end_row(struct sheet *sheet);

/* What stands above the header: a line that is no record. */
void sheet_line(struct sheet *sheet, const char *text);
void sheet_flush(struct sheet *sheet);

#endif
