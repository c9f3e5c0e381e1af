/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: rows that are one flow each, as one thread reads them.
 * row_flow.c says what a row means, cell by cell; row_columns.c does the same
 * for many rows that nothing is remarkable about; row_crew.c has several
 * threads do it. They know roles, not layouts. */
#ifndef SOURCE_ROWS_H
#define SOURCE_ROWS_H

#include "source/memo.h"
#include "source/source.h"

/* Cells that say the same in every row of most files: unit, measure, state of
 * the cell, width of rounding. */
enum { ROW_WORDS = 4, ROW_WORD_BYTES = 24 };

extern const enum role row_word_roles[ROW_WORDS];

struct row_words {
    bool known; /* a row with these was sound, and counts as follows */
    struct str texts[ROW_WORDS];
    char bytes[ROW_WORDS][ROW_WORD_BYTES];
    enum unit unit;
    enum measure measure;
    amount half_width;
    bool said_exact; /* a 0 is a 0 */
};

/* The columns made of a batch; room for `cap` rows. */
struct row_columns {
    size_t cap;
    uint32_t *supplier;
    uint32_t *recipient;
    uint32_t *category;
    int32_t *year;
    int64_t *value;
    uint8_t *estimates;
    uint8_t *slow;          /* the row has to be looked at by itself */
    struct row_words words; /* of the rows that are not slow */
};

struct rows {
    struct reading *reading; /* not written to while threads are at work */
    struct names *names;
    struct flow_sink sink;
    struct batch batch;
    size_t row;            /* of the batch */
    size_t at[ROLE_COUNT]; /* wanted column of each role, SIZE_MAX: none */
    uint32_t undivided;    /* the number of "(all)" */
    uint32_t supplier;     /* of all rows, where no column names one, */
    uint32_t recipient;    /* likewise, */
    uint32_t category;     /* likewise, or NAME_NONE */

    enum unit unit; /* of rows that do not say it: as the first row used */
    enum measure measure;
    bool used_any;

    struct deal_years *deals; /* to find what stands twice; null: not asked */
    struct tally *tally;
    struct period seen;    /* years with a record */
    bool estimates;        /* some row says whether its year is an estimate */
    bool supplier_divided; /* some row names one */
    bool recipient_divided;

    struct memo places;     /* cells to numbers of names.places */
    struct memo categories; /* of names.categories */
    struct memo flags;      /* enum tri + 1 */
    struct memo conditions;
    struct row_words words;
    struct row_columns columns;
};

/* Also asks the reader for the columns that have a role. The tally is
 * borrowed. */
void rows_init(struct rows *rows, struct reading *reading, struct names *names,
               struct flow_sink sink, struct tally *tally);

/* For another thread: the same columns, nothing used yet. */
void rows_init_like(struct rows *rows, const struct rows *first,
                    struct flow_sink sink, struct tally *tally);
void rows_done(struct rows *rows);

static inline bool rows_has(const struct rows *rows, enum role role)
{
    return rows->at[role] != SIZE_MAX;
}

/* Nobody asks about that side, and its codes cannot be misspelled names: that
 * something stands there is all that matters. */
static inline bool rows_unasked(const struct rows *rows, enum role role)
{
    const struct read_options *options = &rows->reading->options;
    return rows->reading->codes && options->one_side &&
           options->recipients == (role == ROLE_SUPPLIER);
}

/* The cell as the file has it. */
static inline struct str rows_cell(const struct rows *rows, enum role role)
{
    const struct batch *batch = &rows->batch;
    return batch->cells[rows->row * batch->columns + rows->at[role]];
}

/* The cell without blanks round it; where no column has the role what all rows
 * say, or empty. */
static inline struct str rows_text(const struct rows *rows, enum role role)
{
    struct str fixed = rows->reading->fixed[role];
    if (rows_has(rows, role))
        return str_trim(rows_cell(rows, role));
    return fixed.len > 0 ? fixed : (struct str){"", 0};
}

/* The number of the place that all rows name on a side that has no column. */
static inline uint32_t rows_fixed_place(const struct rows *rows, enum role role)
{
    return role == ROLE_SUPPLIER ? rows->supplier : rows->recipient;
}

/* Whether the layout says of rows what columns of a batch know nothing of. */
bool rows_have_rules(const struct rows *rows);

/* The row at hand as a flow; false: it is at fault, which was counted. */
bool rows_read(struct rows *rows, struct flow *flow);

/* Uses the row at hand, or leaves it out with a reason. False: an error that
 * ends the reading. */
bool rows_use(struct rows *rows, struct err *err);

/* Notes where the deal of a row stands. */
void rows_note_deal(struct rows *rows, struct str cell, int year,
                    uint64_t line);

/* False, with an error, if a deal and year stand twice, the second time above
 * that line. */
bool rows_check_deals(const struct rows *rows, uint64_t line, struct err *err);

/* The numbers of what stands in a cell, NAME_NONE if nothing does: a place
 * under its name in the table of codes, if there is one; a category. The
 * memos, which did not know the cell, do then. */
uint32_t rows_place(struct rows *rows, struct str cell);
uint32_t rows_category(struct rows *rows, struct str cell);

/* Whether there is anything to be won by going column by column. */
bool rows_have_columns(const struct rows *rows);

/* Makes columns of the batch, and marks the rows that are to be read by
 * themselves. */
void rows_read_columns(struct rows *rows);

/* Uses all rows of the batch. */
bool rows_use_batch(struct rows *rows, struct err *err);

/* Takes over what another thread's rows have shown. */
void rows_add(struct rows *rows, const struct rows *other);

/* What the rows have shown goes into the reading. */
void rows_settle(const struct rows *rows);

#endif
