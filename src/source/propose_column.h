/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: what stands in a column of the first rows. */
#ifndef SOURCE_PROPOSE_COLUMN_H
#define SOURCE_PROPOSE_COLUMN_H

#include <stdbool.h>
#include <stddef.h>

#include "csv/head.h"
#include "source/header.h"

/* Ways to write a number, and how many of the cells one of them can read. */
struct number_form {
    char decimal;
    char thousands;
    size_t read;
    bool unsure; /* another one reads them all too, as other numbers */
};

/* The rows of the table that are looked at. */
struct sample {
    const struct head *head;
    size_t first; /* record */
    size_t columns;
    size_t rows; /* with that many */
};

struct column_look {
    size_t filled;      /* cells with something in them */
    size_t places;      /* of them: names or codes of places, */
    size_t codes;       /* of these: codes, */
    size_t years;       /* with one year, */
    size_t plain_years; /* which is all that stands there */
    size_t units;       /* words for a unit */
    struct number_form form;
    int currency; /* whose sign stands beside some number, -1: none */
};

/* The records with as many fields as the header. */
struct sample sample_of(const struct head *head, size_t first, size_t columns);

/* Cells of the columns `from` to `to` (excluded). */
struct column_look propose_look(const struct sample *sample, size_t from,
                                size_t to);

#endif
