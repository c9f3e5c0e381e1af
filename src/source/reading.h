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

struct source;

/* What the command line says about reading. */
struct read_options {
    const char *encoding; /* null: found */
    char delimiter;       /* 0: found */
    char decimal;         /* '.' or ','; 0: '.' */
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
    enum quantity quantity;     /* of --measure */
    bool every_quantity;        /* none is chosen: describe */
    bool even_split;            /* what several years hold together is divided
                                   evenly among them */
    bool both_reports;          /* what exporters and what importers report */
    const char *map;         /* of --map: which column is what, or the name of a
                                file that says it; null: the layout knows */
    size_t skip;             /* records above the header; SIZE_MAX: found */
    struct rejects *rejects; /* takes every row at fault; or null */
    unsigned threads; /* at least 1; most that may read at the same time */
    bool hash_all;    /* large files too */
    struct reader_limits limits;
    struct input_limits input_limits;
};

struct code_table;
struct filter;
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
    ROLE_EXPORTS, /* what left the country, beside what was licensed */
    ROLE_KIND,    /* what the row tells, where rows tell different things */
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
    struct reader *reader;
    struct head head;
    size_t header;            /* record index of the header in the head */
    size_t surplus;           /* fields that all rows have behind it, empty */
    size_t roles[ROLE_COUNT]; /* column of each role */

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
                               thousand USD */
    const struct code_table *codes; /* the names of the places that the file
                                       writes as codes, or null */
    const char *codes_from;         /* "places are named by ...", or null */
    bool hs_codes; /* categories are codes of the Harmonized System: what lost
                      its leading zero gets it back */
    const char *title;    /* a sidecar's, or null */
    const char *database; /* "SIPRI Arms Transfers Database" */
    bool bundled;         /* our own extract */
    bool estimates;       /* some row says whether its year is an estimate */
    struct period seen;   /* years with a record */

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

void reading_close(struct reading *reading); /* input and reader only */
void reading_done(struct reading *reading);  /* everything */

#endif
