/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The account of a reading: every row is used, or left out (at fault) or set
 * aside (sound, not counted) under a named reason. Remarks change nothing but
 * are said. Owns nothing but its samples, which live in the reading's arena. */
#ifndef SOURCE_TALLY_H
#define SOURCE_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "trade/quantity.h"

/* Faults of a row: it is left out and counted. */
enum row_fault {
    FAULT_FIELDS,     /* wrong number of fields */
    FAULT_QUOTES,     /* a quote where none may stand */
    FAULT_CUT,        /* the last line, cut short */
    FAULT_HEADER,     /* the header once more */
    FAULT_NAME,       /* no supplier or no recipient */
    FAULT_YEAR,       /* a year that is not one */
    FAULT_YEAR_RANGE, /* a year outside the file's own range */
    FAULT_AMOUNT,     /* an amount that is not one */
    FAULT_NEGATIVE,   /* a negative amount */
    FAULT_WORD,       /* a unit, measure or cell word that is not one */
    FAULT_SHIFTED,    /* a cell that cannot belong to its column */
    FAULT_KIND,       /* a mark of the layout's own that is not one */
    FAULT_REPORT,     /* neither exports nor imports */
    FAULT_COUNT,
};

/* Remarks: the row is used as it is. */
enum remark {
    REMARK_UNKNOWN_NAME,   /* a place the table of places does not have */
    REMARK_BLANK_FLAG,     /* an estimate flag that is blank */
    REMARK_BAD_FLAG,       /* a flag that is neither Yes nor No nor blank */
    REMARK_ORDER_YEAR,     /* an order year that is not one: not known */
    REMARK_EARLY_DELIVERY, /* delivered before it was ordered */
    REMARK_ITEMS,          /* a number of items that is not one */
    REMARK_CONDITION,      /* a condition word that is not known */
    REMARK_NO_AMOUNT,      /* a blank amount: not reported */
    REMARK_WORDS,          /* words where a number belongs: not reported */
    REMARK_ROUNDED,        /* digits beyond the sixth decimal */
    REMARK_SHORTENED,      /* an amount that a spreadsheet has shortened */
    REMARK_TOTAL,          /* a printed total off by more than rounding */
    REMARK_SUMMED,         /* no total stands there: its parts are summed */
    REMARK_MONTHS,         /* a year made of fewer than twelve months */
    REMARK_REJOINED,       /* a record that a line break had broken in two */
    REMARK_RANGES,         /* a range of years, divided among all of them */
    REMARK_OPEN_RANGE,     /* pending only if the file selects all years */
    REMARK_COUNT,
};

/* Sound rows that are not counted, because what they say stands in the file
 * a second time or is not what was asked for. */
enum aside {
    ASIDE_PARTS,          /* parts of a total that is there */
    ASIDE_INNER,          /* commodities within another one of the file */
    ASIDE_WIDER,          /* commodities that hold more than was asked for */
    ASIDE_IMPORTS,        /* the other side's reports of the same trade */
    ASIDE_EXPORTS,        /* likewise, where imports were asked for */
    ASIDE_FLOW_PARTS,     /* re-exports, which exports hold */
    ASIDE_MONTHS,         /* months of a year that is there */
    ASIDE_CLASSIFICATION, /* the same trade classified anew */
    ASIDE_GROUP,          /* what a group of reporters reports */
    ASIDE_REPEATED,       /* the same record again */
    ASIDE_SERVICES,       /* no goods */
    ASIDE_PENDING,        /* nothing delivered yet */
    ASIDE_DELIVERED,      /* nothing pending any more */
    ASIDE_UNDATED,        /* orders of no known year */
    ASIDE_OUTSIDE,        /* orders of years that the file does not select */
    ASIDE_FOOTER,         /* text below the rows */
    ASIDE_QUANTITY,       /* what tells another quantity than is asked for */
    ASIDE_REFUSED,        /* licences refused */
    ASIDE_APPROVED,       /* licences approved, where refusals are asked for */
    ASIDE_CRITERIA,       /* why licences were refused */
    ASIDE_AGAIN,          /* a licence that was counted when it was new */
    ASIDE_TEMPORARY,      /* goods that come back */
    ASIDE_TRANSIT,        /* goods that are not of the country */
    ASIDE_HOLDINGS,       /* what a state has or makes itself */
    ASIDE_REGION,         /* of regions that overlap with the one asked for */
    ASIDE_AGGREGATE, /* what several countries, or the world, have together */
    ASIDE_INDICATOR, /* something else than trade or spending */
    ASIDE_SPENDING,  /* military expenditure beside trade */
    ASIDE_CURRENCY,  /* amounts in as many currencies as countries */
    ASIDE_NOTES,     /* headings and footnotes */
    ASIDE_COUNT,
};

#define TALLY_SAMPLES 3

struct batch;
struct rejects;

struct tally_entry {
    uint64_t rows;
    uint64_t lines[TALLY_SAMPLES];
    const char *texts[TALLY_SAMPLES]; /* quoted, harmless */
};

struct tally {
    struct arena *arena;
    struct rejects *rejects;   /* gets every fault too; or null */
    unsigned file;             /* among theirs */
    const struct batch *batch; /* the rows at hand, which tell their places; or
                                  null */
    uint64_t rows_read;        /* blank lines and totals are no rows */
    uint64_t rows_used;
    uint64_t total_rows; /* totals: checked, never summed */
    uint64_t asides[ASIDE_COUNT];
    uint64_t told[QUANTITY_COUNT]; /* rows of each quantity, where one column
                                      tells several */
    struct tally_entry faults[FAULT_COUNT];
    struct tally_entry remarks[REMARK_COUNT];
};

void tally_init(struct tally *tally, struct arena *arena);

/* For another thread: rejects go to the same place. */
void tally_init_like(struct tally *tally, const struct tally *first,
                     struct arena *arena);

/* `text` is what is wrong, as the file has it: a record, or a cell of the rows
 * at hand, whose column is known by it unless it is blank. */
void tally_fault(struct tally *tally, enum row_fault fault, uint64_t line,
                 struct str text);

/* The same where the cell is blank, or the text is another's: its column is
 * told (of the file, from 0; SIZE_MAX: that of the text). */
void tally_fault_in(struct tally *tally, enum row_fault fault, uint64_t line,
                    size_t column, struct str text);

/* A row that is used after a repair: a remark that rejects get too. */
void tally_repair(struct tally *tally, enum remark remark, uint64_t line,
                  struct str text);

void tally_remark(struct tally *tally, enum remark remark, uint64_t line,
                  struct str text);

/* So many rows, which are read and not counted. */
void tally_aside(struct tally *tally, enum aside aside, uint64_t rows);

/* Adds the account of other rows of the same file; the samples are those of
 * the first lines. */
void tally_add(struct tally *tally, const struct tally *other);

/* Rows at fault, and rows set aside. */
uint64_t tally_left_out(const struct tally *tally);
uint64_t tally_set_aside(const struct tally *tally);

/* Rows that were used after a repair; --strict has none. */
uint64_t tally_repaired(const struct tally *tally);

/* "wrong number of fields", … and what a person may do about it. */
const char *fault_text(enum row_fault fault);
const char *fault_advice(enum row_fault fault);
const char *remark_text(enum remark remark);
const char *aside_text(enum aside aside);

#endif
