/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file being read: what it is, what it covers, what was used and what was
 * left out and why. reading_open() recognises, reading_run() pushes every flow
 * into a sink. Owns its text; borrows nothing once open. */
#ifndef SOURCE_READING_H
#define SOURCE_READING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/input.h"
#include "base/progress.h"
#include "csv/head.h"
#include "csv/reader.h"
#include "source/date.h"
#include "source/tally.h"
#include "trade/deal_years.h"
#include "trade/flow.h"
#include "trade/names.h"
#include "trade/quantity.h"
#include "trade/scope.h"
#include "trade/year_series.h"

struct source;

/* Of files in which the exporter and the importer report the same trade. */
enum reports {
    REPORTS_FOUND, /* exporters' where there are any, else importers' */
    REPORTS_EXPORTERS,
    REPORTS_IMPORTERS,
    REPORTS_BOTH, /* each under a measure of its own */
};

/* What the command line says about reading. */
struct read_options {
    const char *encoding; /* null: found */
    char delimiter;       /* 0: found */
    char decimal;         /* '.' or ','; 0: not said, '.' once open */
    amount rounded_to;    /* width of printed rounding; -1: the source's */
    int unit;             /* enum unit for files that do not say; -1: none */
    bool one_side;        /* only one side is asked about; which one: */
    bool recipients;      /* recipients, not suppliers */
    bool categories;      /* the class of what each row delivers is wanted, */
    bool weapons;         /* and what exactly: description, designation, value
                             of one piece */
    const char *const *codes; /* files named by --codes: tables of the codes
                                 that a file holds instead of names */
    size_t code_count;
    const struct filter *asked; /* what is asked for: of wholes and their parts
                                   in one file it says which; null: all */
    const struct filter *named; /* all places that are named, whether they
                                   choose rows or are the universe; null:
                                   none */
    enum quantity quantity;     /* of --measure */
    bool every_quantity;        /* none is chosen: describe */
    bool even_split;            /* what several years hold together is divided
                                   evenly among them */
    bool orders; /* each order is wanted, also one without a delivery */
    enum reports reports; /* of two of one trade, whose count */
    const char *map;      /* of --map: which column is what, or the name of a
                             file that says it; null: the layout knows */
    size_t header_line;   /* of --skip: on which the header stands; 0: found */
    struct proposal *proposal; /* filled if no layout knows the file; or null */
    struct rejects *rejects;   /* takes every row at fault; or null */
    unsigned threads; /* at least 1; most that may read at the same time */
    bool hash_all;    /* large files too */
    struct reader_limits limits;
    struct input_limits input_limits;
};

struct code_table;
struct filter;
struct mapping;
struct proposal;
struct rejects;

/* Which column of the file plays which part; SIZE_MAX: none does. */
enum role {
    ROLE_DEAL,
    ROLE_SUPPLIER,
    ROLE_RECIPIENT,
    ROLE_DESIGNATION,
    ROLE_DESCRIPTION,
    ROLE_CATEGORY,
    ROLE_ORDER_YEAR,
    ROLE_ORDER_YEAR_ESTIMATED,
    ROLE_ITEMS,
    ROLE_ITEMS_ESTIMATED,
    ROLE_YEAR,
    ROLE_YEAR_ESTIMATED,
    ROLE_CONDITION,
    ROLE_AMOUNT,
    ROLE_UNIT_VALUE,
    ROLE_LOCAL_PRODUCTION,
    ROLE_UNIT,
    ROLE_MEASURE,
    ROLE_CELL,
    ROLE_ROUNDED_TO,
    ROLE_RELEASE_YEAR,
    ROLE_ORDERED,  /* pieces or money */
    ROLE_LICENCES, /* how many */
    ROLE_WEIGHT,
    ROLE_ORDERED_ESTIMATED,
    ROLE_VOLUME,       /* TIV of what was delivered, whatever the amount is */
    ROLE_ORDER_VOLUME, /* TIV of the whole order */
    ROLE_COMMENT,
    ROLE_EXPORTS,  /* what left the country, beside what was licensed */
    ROLE_KIND,     /* what the row tells, where rows tell different things */
    ROLE_FINAL,    /* of a licence: whether the goods come back, */
    ROLE_RENEWED,  /* whether it is an old one that goes on, */
    ROLE_REPLACES, /* or stands in place of one, */
    ROLE_TRANSIT,  /* whether the goods are of this country */
    ROLE_COUNT,
};

struct reading {
    struct arena arena;
    const char *file; /* as given; "standard input" for - */
    const char *name; /* without its folder */
    const struct source *source;
    struct read_options options;

    struct input *input;
    struct text *text;
    struct buf inner; /* what `text` is made of, where the file is JSON */
    const char *json; /* then, what it is: "records with the keys 'a', 'b'" */
    bool by_record;   /* lines are the numbers of its records */
    struct reader *reader;
    struct head head;
    size_t header;            /* record index of the header in the head */
    size_t surplus;           /* fields that all rows have behind it, empty */
    size_t roles[ROLE_COUNT]; /* column of each role */
    struct str fixed[ROLE_COUNT];  /* what all rows say where no column has the
                                      role; empty: nothing */
    const struct mapping *mapping; /* of --map, or null */

    int first_unbroken; /* of columns of years: behind the last gap; 0: there
                           is none */
    struct scope scope;
    struct date generated;    /* year 0: not said */
    int release_year;         /* 0: unknown; year of the March release */
    bool release_given;       /* by a label, a sidecar or the file itself */
    bool release_contradicts; /* the date of generation does not allow the
                                 one that the years suggest */
    enum unit unit;
    enum measure measure;
    enum quantity quantity; /* chosen; QUANTITY_OWN: all there is */
    amount half_width;      /* of the source's printed rounding */
    amount scale;           /* the file's amounts count so many units: 1000 for
                               thousand USD, */
    amount part;            /* or each of them counts such a part of the unit:
                               10^6 where it is TIV and TIV million are meant
                               (cell_amount.h) */
    char thousands;         /* mark between thousands of an amount; 0: none */
    const struct code_table *codes; /* the names of the places that the file
                                       writes as codes, or null */
    const char *codes_from;         /* "places are named by ...", or null */
    bool hs_codes; /* categories are codes of the Harmonized System: what lost
                      its leading zero gets it back */
    const char *title;    /* a sidecar's, or null */
    const char *database; /* "SIPRI Arms Transfers Database" */
    const char *note;     /* what a reader of any result has to know, a whole
                             sentence, or null */
    const char *no_sum;   /* why its amounts have no sum: "its regions
                             overlap", or null */
    bool bundled;         /* our own extract */
    bool estimates;       /* some row says whether its year is an estimate */
    struct period seen;   /* years with a record */
    const struct year_series *series; /* of a file of years and values, which
                                         pushes no flows; else null */

    struct deal_years *seen_deals; /* of all files that are joined; borrowed */
    unsigned file_number;          /* among them, from 0 */

    struct progress progress;
    struct tally tally;
    uint64_t totals_checked;
    uint64_t totals_differ;

    uint64_t size; /* as stored */
    enum hashed hashed;
    char sha256[DIGEST_TEXT];
    const char *encoding;
    uint64_t guessed_at; /* line that made it Windows-1252; 0: no guess */
};

/* Opens and recognises. `release`: a label given by hand, 0 for none.
 * ERR_DATA: no layout recognised, a needed column missing, bytes that no
 * encoding explains. ERR_REQUEST: a layout that is known but not read yet
 * ("this is ...; it is not read yet; download ... instead"). */
bool reading_open(struct reading *reading, const char *file, int release,
                  const struct read_options *options, struct err *err);

/* Reads to the end. Row faults and remarks are in the tally afterwards; scope,
 * seen years and release are final. */
bool reading_run(struct reading *reading, struct names *names,
                 struct flow_sink sink, struct err *err);

/* Shows how far it is, while it runs; one thread at a time. */
void reading_show(struct reading *reading, uint64_t rows);

/* The file tells several things in one column, and none was chosen: its
 * amounts have no one unit. */
bool reading_tells_several(const struct reading *reading);

/* The encoding of the text so far is that of the file. */
void reading_keep_encoding(struct reading *reading);

/* Where that is, for messages: "FILE:12", or "FILE: record 12". */
const char *reading_place(const struct reading *reading, struct arena *arena,
                          uint64_t line);

/* "line" or "record": what lines are the numbers of. */
const char *reading_line_word(const struct reading *reading);

void reading_close(struct reading *reading); /* input and reader only */
void reading_done(struct reading *reading);  /* everything */

#endif
