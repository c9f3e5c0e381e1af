/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: country data with one row a country and year. */
#ifndef SOURCE_COUNTRY_ROWS_H
#define SOURCE_COUNTRY_ROWS_H

#include "source/country_series.h"

/* Columns of the file; SIZE_MAX: it has none. */
struct country_columns {
    size_t place;
    size_t code;
    size_t year;
    size_t value;
    size_t indicator; /* what the row tells, where rows tell it */
};

/* A row; texts without blanks round them, empty where there is no column. */
struct country_row {
    struct str place; /* as it is counted */
    struct str code;
    struct str indicator_name;
    enum indicator indicator;
};

/* Reads all rows into the series. `row` begins as the file has it, with the
 * indicator of `like`; `judge` may change it, and false sets it aside. */
bool country_rows_read(
    struct country_series *series, const struct country_columns *columns,
    const struct country_row *like,
    bool (*judge)(struct country_row *row, enum aside *aside), struct err *err);

#endif
