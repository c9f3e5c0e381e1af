/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a UN Comtrade file is read (doc/formats/comtrade.md). The same trade
 * stands in it many times: as exports and imports, for World and for each
 * partner, for a chapter and for what is in it, in total and by customs
 * procedure, mode of transport and second partner. So the rows are first
 * written into a book, and at the end each amount is taken once.
 *
 * comtrade.c the layouts; comtrade_rows.c a row; comtrade_book.c the book;
 * comtrade_amount.c what a partner's rows sum to; comtrade_choice.c which
 * flow, classification and commodities count; comtrade_flows.c the rest. */
#ifndef SOURCE_COMTRADE_H
#define SOURCE_COMTRADE_H

#include "base/map.h"
#include "source/source.h"

enum comtrade_column {
    COMTRADE_CLASS,
    COMTRADE_YEAR,
    COMTRADE_PERIOD,
    COMTRADE_TYPE,
    COMTRADE_FLOW_CODE,
    COMTRADE_FLOW,
    COMTRADE_REPORTER_CODE,
    COMTRADE_REPORTER,
    COMTRADE_PARTNER_CODE,
    COMTRADE_PARTNER,
    COMTRADE_PARTNER2,
    COMTRADE_CUSTOMS,
    COMTRADE_MODE,
    COMTRADE_COMMODITY,
    COMTRADE_VALUE,
    COMTRADE_COLUMNS,
};

enum comtrade_flow { COMTRADE_EXPORT, COMTRADE_IMPORT, COMTRADE_FLOWS };

#define COMTRADE_WORLD UINT32_MAX

/* The code of all commodities together. */
#define COMTRADE_ALL_GOODS "TOTAL"

/* Whose trade in what. Numbers are those of the book's dictionaries. */
struct comtrade_key {
    uint32_t reporter;
    uint32_t partner; /* COMTRADE_WORLD: all of them */
    uint32_t commodity;
    uint32_t class;
    uint32_t year;
    uint32_t flow;
};

struct comtrade_cell {
    struct comtrade_key key;
    uint64_t line;         /* of its first row */
    uint64_t spare_parts;  /* rows that were not kept: parts of a total that */
    uint64_t spare_months; /* had been read, and months of that year */
    bool annual;
    bool monthly;
    bool whole; /* the year's total is there: */
    uint32_t whole_entry;
    bool is_aside; /* not used, under this name: */
    enum aside aside;
    size_t first_entry; /* once the book is closed */
    size_t entry_count;
};

/* Where in its cell an amount stands: each 0 for the year and for the total. */
struct comtrade_place {
    uint32_t cell;
    uint32_t month;
    uint32_t partner2;
    uint32_t customs;
    uint32_t mode; /* of transport */
};

struct comtrade_entry {
    struct comtrade_place place;
    amount value;
    amount half; /* half-width of what a spreadsheet has shortened */
    uint64_t line;
};

/* One sound row. */
struct comtrade_row {
    struct comtrade_key key;
    struct comtrade_place place; /* its cell is not known yet */
    amount value;
    amount half;
    uint64_t line;
};

struct comtrade_book {
    struct reading *reading;
    struct map reporters; /* by code, else by name */
    struct map partners;
    struct map commodities;
    struct map classes;
    struct map parts; /* second partners, customs procedures and modes of
                         transport; number + 1 */
    struct str *reporter_names;
    struct str *partner_names;
    struct map keys; /* bytes of struct comtrade_key; numbers of `cells` */
    struct comtrade_cell *cells;
    size_t cell_cap;
    struct map places; /* bytes of struct comtrade_place, of all but whole
                          years; numbers of `placed` */
    uint32_t *placed;  /* which of `entries` */
    struct comtrade_entry *entries;
    size_t entry_count, entry_cap;
    uint32_t *order; /* cells by flow, reporter, year, class, commodity (TOTAL
                        first, then by bytes) and partner; once closed */
    bool takes[COMTRADE_FLOWS]; /* whose reports count; once chosen */
};

void comtrade_book_init(struct comtrade_book *book, struct reading *reading);
void comtrade_book_done(struct comtrade_book *book);

/* Numbers of a reporter and a partner, whose names are kept as they come
 * first. */
uint32_t comtrade_reporter(struct comtrade_book *book, struct str code,
                           struct str name);
uint32_t comtrade_partner(struct comtrade_book *book, struct str code,
                          struct str name);

/* ERR_DATA: another value for what has one. */
bool comtrade_book_add(struct comtrade_book *book,
                       const struct comtrade_row *row, struct err *err);

/* After the last row: entries by cell, cells in order. */
void comtrade_book_close(struct comtrade_book *book);

/* Reads all records into the book. Faults are tallied. */
bool comtrade_read_rows(struct comtrade_book *book,
                        const size_t columns[COMTRADE_COLUMNS],
                        struct err *err);

/* What the rows of a cell sum to. */
struct comtrade_amount {
    amount value;
    amount half;
    uint64_t used;       /* rows that are in it, */
    uint64_t parts;      /* that are parts of what is, */
    uint64_t months;     /* and months of a year that is */
    unsigned month_bits; /* 1u << 1 … 12: months summed */
    bool summed;         /* from parts, for there is no total */
    bool too_large;
};

/* `annual`: the year's rows, else the months'. */
struct comtrade_amount comtrade_amount_of(const struct comtrade_book *book,
                                          const struct comtrade_cell *cell,
                                          bool annual);

/* All rows of a cell. */
uint64_t comtrade_cell_rows(const struct comtrade_cell *cell);

/* Sets aside the cells of flows, reporters, classifications and commodities
 * that are not used. ERR_REQUEST: the flow that was asked for is not there. */
bool comtrade_choose(struct comtrade_book *book, struct err *err);

/* Takes each amount that is left once. */
bool comtrade_push(struct comtrade_book *book, struct names *names,
                   struct flow_sink sink, struct err *err);

/* Cells of `order` from `first` on that agree with it in flow, reporter, year
 * and class, or in the commodity too; where they end. */
size_t comtrade_report_end(const struct comtrade_book *book, size_t first);
size_t comtrade_group_end(const struct comtrade_book *book, size_t first);

#endif
