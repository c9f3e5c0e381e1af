/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of UN Comtrade says. */
#include <config.h>

#include "base/mem.h"
#include "source/cells.h"
#include "source/comtrade.h"
#include "source/memo.h"
#include "source/records.h"
#include "trade/hs.h"

/* A spreadsheet that writes an exponent leaves six digits. */
#define SHORTENED_HALF 100000

struct rows {
    struct comtrade_book *book;
    const struct batch *batch;
    uint64_t read;  /* records */
    uint32_t class; /* of the last row */
    size_t row;
    size_t at[COMTRADE_COLUMNS]; /* wanted column of each, SIZE_MAX: none */
    /* What cells have meant so far, to numbers of the book. */
    struct memo memos[COMTRADE_COLUMNS];
};

static struct str cell_of(const struct rows *rows, enum comtrade_column column)
{
    if (rows->at[column] == SIZE_MAX)
        return (struct str){"", 0};
    const struct batch *batch = rows->batch;
    return str_trim(
        batch->cells[rows->row * batch->columns + rows->at[column]]);
}

static uint64_t line_of(const struct rows *rows)
{
    return rows->batch->lines[rows->row];
}

/* Of the cell in the column; `text` is what stands in it, or beside it where it
 * is blank. */
static bool fault(const struct rows *rows, enum row_fault fault,
                  enum comtrade_column column, struct str text)
{
    size_t at = rows->at[column];
    tally_fault_in(&rows->book->reading->tally, fault, line_of(rows),
                   at == SIZE_MAX ? at : rows->batch->wanted[at], text);
    return false;
}

enum flow_word { FLOW_UNKNOWN, FLOW_EXPORT, FLOW_IMPORT, FLOW_PART };

/* "2" and "Export" until 2022, "X" since; late files of the old layout have
 * the code 0 and the new letters for a word. */
static enum flow_word flow_word(struct str text)
{
    static const struct {
        const char *text;
        enum flow_word word;
    } words[] = {
        {"X", FLOW_EXPORT},       {"2", FLOW_EXPORT},
        {"Export", FLOW_EXPORT},  {"Exports", FLOW_EXPORT},
        {"M", FLOW_IMPORT},       {"1", FLOW_IMPORT},
        {"Import", FLOW_IMPORT},  {"Imports", FLOW_IMPORT},
        {"RX", FLOW_PART},        {"3", FLOW_PART},
        {"Re-Export", FLOW_PART}, {"Re-exports", FLOW_PART},
        {"RM", FLOW_PART},        {"4", FLOW_PART},
        {"Re-Import", FLOW_PART}, {"Re-imports", FLOW_PART},
        {"DX", FLOW_PART},        {"Domestic Export", FLOW_PART},
        {"FM", FLOW_PART},        {"Foreign Import", FLOW_PART},
        {"XIP", FLOW_PART},       {"XOP", FLOW_PART},
        {"MIP", FLOW_PART},       {"MOP", FLOW_PART},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (str_eq_fold(text, str_from(words[i].text)))
            return words[i].word;
    }
    return FLOW_UNKNOWN;
}

/* What the cell meant before; MEMO_NONE: it is new. */
static uint32_t remember(const struct rows *rows, enum comtrade_column column)
{
    return memo_find(&rows->memos[column], cell_of(rows, column));
}

static uint32_t learn(struct rows *rows, enum comtrade_column column,
                      uint32_t number)
{
    memo_add(&rows->memos[column], cell_of(rows, column), number);
    return number;
}

static enum flow_word flow_of(struct rows *rows, enum comtrade_column column)
{
    if (rows->at[column] == SIZE_MAX)
        return FLOW_UNKNOWN;
    uint32_t word = remember(rows, column);
    if (word == MEMO_NONE)
        word = learn(rows, column, flow_word(cell_of(rows, column)));
    return (enum flow_word)word;
}

static enum flow_word read_flow(struct rows *rows)
{
    enum flow_word word = flow_of(rows, COMTRADE_FLOW_CODE);
    return word ? word : flow_of(rows, COMTRADE_FLOW);
}

/* 0 for a year, 1 to 12 where the period is "201903". */
static bool read_month(const struct rows *rows, uint32_t *month)
{
    struct str period = cell_of(rows, COMTRADE_PERIOD);
    unsigned long number;
    *month = 0;
    if (period.len != 6)
        return true;
    if (!str_to_uint(str_skip(period, 4), 12, &number) || number == 0)
        return fault(rows, FAULT_YEAR, COMTRADE_PERIOD, period);
    *month = (uint32_t)number;
    return true;
}

static bool is_world(struct str code, struct str name)
{
    return str_eq(code, STR("0")) || str_eq(name, STR("World"));
}

/* A place goes by its code, or by its name where it has none. */
static uint32_t read_place(struct rows *rows, enum comtrade_column code_column,
                           enum comtrade_column name_column)
{
    struct comtrade_book *book = rows->book;
    struct str code = cell_of(rows, code_column);
    struct str name = cell_of(rows, name_column);
    enum comtrade_column column = code.len ? code_column : name_column;
    uint32_t number = remember(rows, column);
    if (number != MEMO_NONE)
        return number;
    number = code_column == COMTRADE_REPORTER_CODE
                 ? comtrade_reporter(book, code, name)
                 : comtrade_partner(book, code, name);
    return learn(rows, column, number);
}

static bool read_places(struct rows *rows, struct comtrade_key *key)
{
    struct str reporter = cell_of(rows, COMTRADE_REPORTER);
    struct str partner = cell_of(rows, COMTRADE_PARTNER);
    if (!reporter.len || !partner.len)
        return fault(rows, FAULT_NAME,
                     reporter.len ? COMTRADE_PARTNER : COMTRADE_REPORTER,
                     reporter.len ? reporter : partner);
    key->reporter = read_place(rows, COMTRADE_REPORTER_CODE, COMTRADE_REPORTER);
    key->partner =
        is_world(cell_of(rows, COMTRADE_PARTNER_CODE), partner)
            ? COMTRADE_WORLD
            : read_place(rows, COMTRADE_PARTNER_CODE, COMTRADE_PARTNER);
    return true;
}

/* 0 for the total, which is blank where a layout has nothing else. */
static uint32_t read_part(struct rows *rows, enum comtrade_column column,
                          struct str total)
{
    struct str cell = cell_of(rows, column);
    if (!cell.len || str_eq(cell, total) || str_eq(cell, STR("0")))
        return 0;
    uint32_t part = remember(rows, column);
    if (part == MEMO_NONE)
        part = learn(rows, column, map_intern(&rows->book->parts, cell) + 1);
    return part;
}

/* Of the classification at hand: a memo of codes serves one of them. */
static uint32_t new_commodity(struct rows *rows, struct str class)
{
    struct str code = cell_of(rows, COMTRADE_COMMODITY);
    char padded[HS_CODE_TEXT];
    bool harmonized = !class.len || class.ptr[0] == 'H';
    if (harmonized && code.len < sizeof padded)
        code = (struct str){padded, hs_pad(padded, code)};
    return map_intern(&rows->book->commodities, code);
}

static bool read_commodity(struct rows *rows, struct comtrade_key *key)
{
    struct comtrade_book *book = rows->book;
    struct str class = cell_of(rows, COMTRADE_CLASS);
    if (!cell_of(rows, COMTRADE_COMMODITY).len)
        return fault(rows, FAULT_WORD, COMTRADE_COMMODITY, STR(""));
    key->class = map_intern(&book->classes, class);
    if (key->class != rows->class) {
        struct memo *memo = &rows->memos[COMTRADE_COMMODITY];
        memo_done(memo);
        memo_init(memo);
        rows->class = key->class;
    }
    key->commodity = remember(rows, COMTRADE_COMMODITY);
    if (key->commodity == MEMO_NONE)
        key->commodity =
            learn(rows, COMTRADE_COMMODITY, new_commodity(rows, class));
    return true;
}

static bool read_value(const struct rows *rows, struct comtrade_row *row)
{
    struct reading *reading = rows->book->reading;
    struct str cell = cell_of(rows, COMTRADE_VALUE);
    struct decimal decimal;
    if (decimal_parse(cell, reading->options.decimal, &decimal) != DECIMAL_OK)
        return fault(rows, FAULT_AMOUNT, COMTRADE_VALUE, cell);
    if (decimal.value < 0)
        return fault(rows, FAULT_NEGATIVE, COMTRADE_VALUE, cell);
    if (decimal.rounded)
        tally_remark(&reading->tally, REMARK_ROUNDED, row->line, cell);
    if (decimal.shortened) {
        tally_remark(&reading->tally, REMARK_SHORTENED, row->line, cell);
        row->half = decimal.value / SHORTENED_HALF;
    }
    row->value = decimal.value;
    return true;
}

/* False: at fault, or set aside. */
static bool read_row(struct rows *rows, struct comtrade_row *row)
{
    struct tally *tally = &rows->book->reading->tally;
    *row = (struct comtrade_row){.line = line_of(rows)};
    if (!record_is_sound(rows->batch, rows->row, tally))
        return false;
    enum flow_word word = read_flow(rows);
    int year;
    enum comtrade_column said = rows->at[COMTRADE_FLOW] == SIZE_MAX
                                    ? COMTRADE_FLOW_CODE
                                    : COMTRADE_FLOW;
    if (!word)
        return fault(rows, FAULT_WORD, said, cell_of(rows, said));
    if (!cells_year(cell_of(rows, COMTRADE_YEAR), &year))
        return fault(rows, FAULT_YEAR, COMTRADE_YEAR,
                     cell_of(rows, COMTRADE_YEAR));
    if (!read_month(rows, &row->place.month) || !read_value(rows, row) ||
        !read_places(rows, &row->key) || !read_commodity(rows, &row->key))
        return false;
    if (str_eq(cell_of(rows, COMTRADE_TYPE), STR("S"))) {
        tally_aside(tally, ASIDE_SERVICES, 1);
        return false;
    }
    if (word == FLOW_PART) {
        tally_aside(tally, ASIDE_FLOW_PARTS, 1);
        return false;
    }
    row->key.flow = word == FLOW_EXPORT ? COMTRADE_EXPORT : COMTRADE_IMPORT;
    row->key.year = (uint32_t)year;
    row->place.partner2 = read_part(rows, COMTRADE_PARTNER2, STR("0"));
    row->place.customs = read_part(rows, COMTRADE_CUSTOMS, STR("C00"));
    row->place.mode = read_part(rows, COMTRADE_MODE, STR("0"));
    return true;
}

static bool use_batch(struct rows *rows, struct err *err)
{
    const struct batch *batch = rows->batch;
    for (rows->row = 0; rows->row < batch->rows; rows->row++) {
        struct comtrade_row row;
        if (!record_is_blank(batch, rows->row) && read_row(rows, &row) &&
            !comtrade_book_add(rows->book, &row, err))
            return false;
    }
    rows->read += batch->rows;
    return true;
}

bool comtrade_read_rows(struct comtrade_book *book,
                        const size_t columns[COMTRADE_COLUMNS], struct err *err)
{
    struct reading *reading = book->reading;
    struct batch batch = {.rows = 1};
    struct rows rows = {.book = book, .batch = &batch};
    reading->tally.batch = &batch;
    records_want(reading, columns, COMTRADE_COLUMNS, rows.at);
    for (size_t i = 0; i < COMTRADE_COLUMNS; i++)
        memo_init(&rows.memos[i]);
    struct share *share = share_open(reading->reader);
    bool sound = true;
    while (sound && batch.rows > 0) {
        sound = share_fetch(reading->reader, share, &batch, err) &&
                use_batch(&rows, err);
        reading_show(reading, rows.read);
    }
    share_close(share);
    for (size_t i = 0; i < COMTRADE_COLUMNS; i++)
        memo_done(&rows.memos[i]);
    reading->tally.batch = NULL;
    if (sound)
        reading->tally.rows_read += tally_left_out(&reading->tally);
    return sound;
}
