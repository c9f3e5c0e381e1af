/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layout that exists in the world: one file of this folder each, one entry
 * in the list of registry.c. Recognised by the cells of its header, never by
 * a file name or the prose above it. */
#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "csv/head.h"
#include "source/reading.h"

#define SOURCE_NAMES 4

/* Behind the id of a layout, in what convert writes: --assume even-split made
 * the years of this row. */
#define SOURCE_SPLIT "_even_split"

struct rows;

/* A column of a layout: its part and the header names that it goes by,
 * compared after trimming and ASCII folding. */
struct source_column {
    enum role role;
    bool needed;
    const char *names[SOURCE_NAMES];
};

/* One of the quantities that the rows tell, for --measure: it becomes the
 * amount. */
struct source_quantity {
    enum quantity quantity;
    enum unit unit;
    enum measure measure;
    enum role role;    /* the column that holds it; ROLE_COUNT: none, each row
                          is one */
    amount half_width; /* of its printed rounding */
};

struct source {
    const char *id;       /* "sipri_register", as convert writes it */
    const char *title;    /* "SIPRI register by delivery year" */
    const char *database; /* "SIPRI Arms Transfers Database", or "" */
    const char *refusal;  /* not null: known, not read; what to get instead */

    /* How well the record fits as this layout's header: 0 not at all, 100
     * beyond doubt. Null where `signature` or `columns` decide. */
    int (*recognise)(const struct head *head, size_t record);

    /* The first cells of the header, in order, ending in null; "*" stands
     * for any cell. Null where `columns` decide: all needed names there: 100;
     * most of them: less, and the missing one is reported. */
    const char *const *signature;

    const struct source_column *columns;
    size_t column_count;
    size_t certain; /* so many of the column names make it this layout even if
                       a needed one is missing; 0: all needed ones do */

    bool series; /* years and values that are nobody's: no flows */

    bool one_sided; /* a file may list suppliers only, or recipients only */

    bool blank_flags; /* a blank flag is how it says "not known": no remark */

    bool headerless; /* the record that is recognised is data; `open` sets the
                        roles, by position */

    bool footer; /* below the rows may stand text, in the first cell alone */

    bool estimates_beside; /* what is an estimate stands in the column that
                              flags it, and its own is blank */

    bool joined_codes; /* categories are codes, in which blanks mean nothing:
                          "ML 1" is "ML1" */

    const char *supplier; /* of all rows, where no column names one */

    const char *mixes; /* what its amounts add up that a reader may want apart,
                          said where no category is chosen; or null */

    /* What the rows tell; the first is what an amount is unless --measure
     * says something else. Without any, an amount is all that there is. */
    const struct source_quantity *quantities;
    size_t quantity_count;
    bool must_choose; /* none of them is the obvious one: --measure has to say
                         it */

    /* The year of a cell that holds more, as a date; null: it is the year. Of
     * four digits that are a year it is always these. */
    bool (*find_year)(struct str cell, int *year);

    /* The amount of a cell in which people write money; null: a decimal. */
    enum decimal_fault (*find_amount)(struct str cell, struct decimal *value);

    /* Whether a row that has all its fields counts, from its cells, before
     * they are read. False: it was tallied, at fault or set aside. Null: every
     * row does. Called by several threads. */
    bool (*counts)(const struct rows *rows);

    bool two_reports; /* exporters and importers report the same trade: for
                         --reports */

    /* Looks at a sound row, and may change its flow. False: the row is set
     * aside for that reason. Null: nothing to look at. Called by several
     * threads. */
    bool (*row)(const struct rows *rows, struct flow *flow, enum aside *aside);

    /* Fills scope, release, unit from what stands above the header (and, for
     * our own files, beside them). Null: nothing to fill. */
    bool (*open)(struct reading *reading, struct err *err);

    /* The layout's own reader; null: one row is one flow (rows.c). */
    bool (*read)(struct reading *reading, struct names *names,
                 struct flow_sink sink, struct err *err);
};

extern const struct source *const source_registry[];
extern const size_t source_registry_count;

/* A row is set aside, or at fault for that cell: always false, for `counts`. */
bool source_set_aside(const struct rows *rows, enum aside aside);
bool source_fault(const struct rows *rows, enum row_fault fault,
                  enum role role);

/* Rows that are one flow each, by the roles of their columns. */
bool source_read_rows(struct reading *reading, struct names *names,
                      struct flow_sink sink, struct err *err);

/* What --measure asks for becomes the amount. ERR_REQUEST: the file does not
 * tell it, or tells several things and none was chosen. */
bool source_choose_quantity(struct reading *reading, struct err *err);

/* The words of --measure for what the file tells: "tiv, items or deals"; ""
 * where there is nothing to choose from. */
const char *source_quantities(struct reading *reading);
/* Whose reports of a trade count, given whose there are: in *exports and
 * *imports. ERR_REQUEST: those that --reports asks for are not there. */
bool source_choose_reports(const struct reading *reading, bool *exports,
                           bool *imports, struct err *err);
/* The unit of a table that need not say it: --unit, else its column, else a
 * head of "tiv" over the amounts. ERR_DATA: nothing says it. */
bool source_find_unit(struct reading *reading, struct err *err);

/* The text above the header, lines joined by '\n'. */
struct str source_preamble(struct reading *reading);

/* `open` of a list of one state's licences, by category and to everybody. */
bool source_open_licences(struct reading *reading, struct err *err);

/* A year with a record. */
void source_see_year(struct reading *reading, int year);

/* Whose releases are of March and have data to the year before. */
bool source_is_sipri(const struct reading *reading);

/* After the last row: covered years from declared and seen ones, the release
 * from the covered years, checked against the date of generation. */
void source_settle(struct reading *reading);

/* A place remark once per spelling that no table knows. */
void source_remark_names(struct reading *reading, const struct names *names,
                         size_t from);

#endif
