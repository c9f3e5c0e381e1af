/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: what a file of country data tells of arms trade or of
 * military expenditure. It is held until the last row, because the whole file
 * says which of exports, imports and spending counts; the others are set
 * aside. */
#ifndef SOURCE_COUNTRY_SERIES_H
#define SOURCE_COUNTRY_SERIES_H

#include "source/cell_amount.h"
#include "source/indicator.h"

/* What counts or is set aside together. */
enum series_kind { SERIES_EXPORTS, SERIES_IMPORTS, SERIES_SPENDING };

enum { SERIES_KINDS = 3 };

struct series_point;

struct country_series {
    struct reading *reading;
    struct names *names;
    struct map places;
    struct map indicators;
    struct tally tallies[SERIES_KINDS];
    const char *listed; /* of trade: whom the publisher lists and whom not, a
                           clause that ends in a full stop */
    amount spending_half_width; /* of printed rounding; 0: none */
    bool finds_part; /* nothing says whether trade counts TIV or TIV million:
                        its amounts do */
    struct series_point *points;
    size_t count;
    size_t cap;
};

void country_series_init(struct country_series *series, struct reading *reading,
                         struct names *names);
void country_series_done(struct country_series *series);

/* Before a row of that indicator is read: half width and part of the reading
 * become those of its unit. Returns the account that the row goes into, for
 * rows_read, rows_used and faults. */
struct tally *country_series_begin(struct country_series *series,
                                   enum indicator indicator);

/* A cell with something in it. `indicator_name` is kept of spending only. */
void country_series_add(struct country_series *series, enum indicator indicator,
                        struct str place, struct str indicator_name,
                        uint64_t line, int year, struct cell_amount cell);

/* Chooses, sets scope, unit, measure and note of the reading, and pushes.
 * ERR_REQUEST: there is neither trade nor spending; ERR_DATA: amounts that
 * cannot all count the same. */
bool country_series_push(struct country_series *series, struct flow_sink sink,
                         struct err *err);

#endif
