/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/deal_table.h"

#include "base/mem.h"
#include "source/deal_pieces.h"
#include "source/records.h"

/* A row on its way to a deal. */
struct row {
    struct deal_rows *rows;
    const struct deal_syntax *syntax;
    const struct str *cells;
    struct deal deal;
    struct deal_years_cell years;
};

static bool fault(const struct row *row, enum row_fault fault, struct str text)
{
    tally_fault(&row->rows->reading->tally, fault, row->deal.line, text);
    return false;
}

static bool has(const struct row *row, enum role role)
{
    return row->rows->reading->roles[role] != SIZE_MAX;
}

static struct str text_of(const struct row *row, enum role role)
{
    if (!has(row, role))
        return (struct str){"", 0};
    return str_trim(row->cells[row->rows->reading->roles[role]]);
}

/* The flag's own column, else the brackets. */
static bool read_flag(const struct row *row, enum role role, bool bracketed,
                      enum tri *flag)
{
    if (has(row, role))
        return deal_flag(text_of(row, role), flag) ||
               fault(row, FAULT_SHIFTED, text_of(row, role));
    *flag = bracketed               ? TRI_YES
            : row->syntax->brackets ? TRI_NO
                                    : TRI_UNKNOWN;
    return true;
}

static bool read_count(const struct row *row, enum role role, enum role flagged,
                       int64_t *count, enum tri *flag)
{
    bool bracketed;
    struct str cell = text_of(row, role);
    return (deal_count(cell, row->rows->reading->options.decimal, count,
                       &bracketed) ||
            fault(row, FAULT_SHIFTED, cell)) &&
           read_flag(row, flagged, bracketed, flag);
}

static bool read_order_year(struct row *row)
{
    bool bracketed;
    struct deal *deal = &row->deal;
    struct str cell = text_of(row, ROLE_ORDER_YEAR);
    return (deal_year(cell, &deal->order_year, &bracketed) ||
            fault(row, FAULT_SHIFTED, cell)) &&
           read_flag(row, ROLE_ORDER_YEAR_ESTIMATED, bracketed,
                     &deal->order_year_estimated);
}

static bool read_years(struct row *row)
{
    struct deal *deal = &row->deal;
    struct str cell = text_of(row, ROLE_YEAR);
    if (!deal_years(cell, &row->years))
        return fault(row, FAULT_YEAR, cell);
    deal->years = row->years.years;
    deal->year_count = row->years.count;
    deal->ranged = row->years.ranged;
    /* One flag holds for the number delivered and for the years. */
    if (!has(row, ROLE_YEAR_ESTIMATED) && has(row, ROLE_ITEMS_ESTIMATED)) {
        deal->years_estimated = deal->delivered_estimated;
        return true;
    }
    return read_flag(row, ROLE_YEAR_ESTIMATED, row->years.bracketed,
                     &deal->years_estimated);
}

static bool read_amount(const struct row *row, enum role role, amount *value)
{
    struct decimal decimal;
    struct tally *tally = &row->rows->reading->tally;
    struct str cell = text_of(row, role);
    if (!deal_amount(cell, row->rows->reading->options.decimal, &decimal))
        return fault(row, decimal.value < 0 ? FAULT_NEGATIVE : FAULT_AMOUNT,
                     cell);
    if (decimal.rounded)
        tally_remark(tally, REMARK_ROUNDED, row->deal.line, cell);
    if (decimal.shortened)
        tally_remark(tally, REMARK_SHORTENED, row->deal.line, cell);
    *value = decimal.value;
    return true;
}

/* A value that is printed for every deal, and for this one is not: what stood
 * there went astray. */
static bool lost_volume(const struct row *row)
{
    const struct deal *deal = &row->deal;
    return has(row, ROLE_UNIT_VALUE) && has(row, ROLE_ORDER_VOLUME) &&
           has(row, ROLE_VOLUME) && deal->unit_value < 0 &&
           deal->order_value < 0 && deal->value < 0;
}

static bool read_amounts(struct row *row)
{
    struct deal *deal = &row->deal;
    if (!read_amount(row, ROLE_UNIT_VALUE, &deal->unit_value) ||
        !read_amount(row, ROLE_ORDER_VOLUME, &deal->order_value) ||
        !read_amount(row, ROLE_VOLUME, &deal->value))
        return false;
    if (lost_volume(row))
        return fault(row, FAULT_SHIFTED, text_of(row, ROLE_COMMENT));
    /* A value of one piece, and of an order, that is 0 is not set. */
    if (deal->unit_value == 0)
        deal->unit_value = -1;
    if (deal->order_value == 0)
        deal->order_value = -1;
    return true;
}

static void read_texts(struct row *row)
{
    struct deal *deal = &row->deal;
    struct tally *tally = &row->rows->reading->tally;
    deal->id = text_of(row, ROLE_DEAL);
    deal->supplier = text_of(row, ROLE_SUPPLIER);
    deal->recipient = text_of(row, ROLE_RECIPIENT);
    deal->designation = text_of(row, ROLE_DESIGNATION);
    deal->description = text_of(row, ROLE_DESCRIPTION);
    deal->category = text_of(row, ROLE_CATEGORY);
    deal->comment = text_of(row, ROLE_COMMENT);
    struct str cell = text_of(row, ROLE_CONDITION);
    if (cell.len && !deal_condition(cell, &deal->condition))
        tally_remark(tally, REMARK_CONDITION, deal->line, cell);
    deal->local_production = TRI_UNKNOWN;
    if (has(row, ROLE_LOCAL_PRODUCTION))
        deal_flag(text_of(row, ROLE_LOCAL_PRODUCTION), &deal->local_production);
}

bool deal_take_row(struct deal_rows *rows, const struct deal_syntax *syntax,
                   const struct str *cells, uint64_t line, bool torn,
                   struct err *err)
{
    struct row row = {.rows = rows, .syntax = syntax, .cells = cells};
    struct deal *deal = &row.deal;
    struct tally *tally = &rows->reading->tally;
    deal->line = line;
    tally->rows_read++;
    if (!read_order_year(&row) ||
        !read_count(&row, ROLE_ORDERED, ROLE_ORDERED_ESTIMATED, &deal->ordered,
                    &deal->ordered_estimated) ||
        !read_count(&row, ROLE_ITEMS, ROLE_ITEMS_ESTIMATED, &deal->delivered,
                    &deal->delivered_estimated) ||
        !read_years(&row) || !read_amounts(&row))
        return true;
    read_texts(&row);
    if (torn)
        tally_remark(tally, REMARK_REJOINED, line, deal->comment);
    return deal_rows_take(rows, deal, err);
}

/* What is read of a table. */
struct table {
    struct deal_rows rows;
    const struct deal_syntax *syntax;
    struct deal_pieces pieces;
    size_t columns;
    int64_t delivered; /* pieces of all rows, for a printed total */
};

/* The comment, in whose middle a record may be broken. */
static size_t comment_column(const struct table *table)
{
    return table->syntax->comments_break
               ? table->rows.reading->roles[ROLE_COMMENT]
               : SIZE_MAX;
}

/* All columns; a row is as wide as its header. */
static void table_init(struct table *table, struct reading *reading)
{
    table->columns = reading->head.records[reading->header].count;
    size_t *wanted = mem_alloc(table->columns, sizeof *wanted);
    for (size_t i = 0; i < table->columns; i++)
        wanted[i] = i;
    reader_want(reading->reader, wanted, table->columns, table->columns);
    mem_free(wanted);
    deal_pieces_init(&table->pieces, table->columns, comment_column(table));
}

/* A row that names nobody and nothing and has one number. */
static bool is_total(const struct table *table, const struct str *cells)
{
    const struct reading *reading = table->rows.reading;
    size_t filled = 0;
    if (!table->syntax->total_row)
        return false;
    for (size_t i = 0; i < table->columns; i++)
        filled += str_trim(cells[i]).len > 0;
    return filled == 1 && str_trim(cells[reading->roles[ROLE_ITEMS]]).len > 0;
}

static void check_total(struct table *table, const struct str *cells,
                        uint64_t line)
{
    struct reading *reading = table->rows.reading;
    struct str cell = str_trim(cells[reading->roles[ROLE_ITEMS]]);
    int64_t printed;
    bool bracketed;
    reading->tally.total_rows++;
    if (tally_left_out(&reading->tally) > 0)
        return;
    reading->totals_checked++;
    if (deal_count(cell, reading->options.decimal, &printed, &bracketed) &&
        printed == table->delivered)
        return;
    reading->totals_differ++;
    tally_remark(&reading->tally, REMARK_TOTAL, line, cell);
}

/* Lines that are not the record they seemed to begin. */
static void give_up(struct table *table)
{
    struct tally *tally = &table->rows.reading->tally;
    for (size_t i = 0; i < table->pieces.lines; i++) {
        const struct deal_piece *piece = &table->pieces.line[i];
        if (!piece->text.len)
            continue;
        tally->rows_read++;
        tally_fault(tally, piece->ended ? FAULT_FIELDS : FAULT_CUT,
                    piece->number, piece->text);
    }
    deal_pieces_clear(&table->pieces);
}

static bool take_pieces(struct table *table, struct err *err)
{
    struct deal_pieces *pieces = &table->pieces;
    bool done = deal_take_row(&table->rows, table->syntax, pieces->cells,
                              pieces->line[0].number, true, err);
    deal_pieces_clear(pieces);
    return done;
}

static bool take_whole(struct table *table, const struct batch *batch,
                       size_t row, struct err *err)
{
    struct reading *reading = table->rows.reading;
    const struct str *cells = &batch->cells[row * batch->columns];
    int64_t delivered;
    bool bracketed;
    if (is_total(table, cells)) {
        check_total(table, cells, batch->lines[row]);
        return true;
    }
    if (table->syntax->total_row &&
        deal_count(cells[reading->roles[ROLE_ITEMS]], reading->options.decimal,
                   &delivered, &bracketed) &&
        delivered > 0)
        table->delivered += delivered;
    return deal_take_row(&table->rows, table->syntax, cells, batch->lines[row],
                         false, err);
}

static bool take_record(struct table *table, const struct batch *batch,
                        size_t row, struct err *err)
{
    struct tally *tally = &table->rows.reading->tally;
    switch (deal_pieces_add(&table->pieces, batch, row)) {
    case DEAL_PIECES_MORE:
        return true;
    case DEAL_PIECES_WHOLE:
        return take_pieces(table, err);
    case DEAL_PIECES_NOT:
        give_up(table);
        if (deal_pieces_add(&table->pieces, batch, row) == DEAL_PIECES_MORE)
            return true;
        break;
    case DEAL_PIECES_NONE:
        break;
    }
    if (record_is_blank(batch, row))
        return true;
    if (record_is_sound(batch, row, tally))
        return take_whole(table, batch, row, err);
    tally->rows_read++;
    return true;
}

static bool take_all(struct table *table, struct err *err)
{
    struct reading *reading = table->rows.reading;
    struct batch batch;
    do {
        if (!reader_next(reading->reader, &batch, err))
            return false;
        for (size_t row = 0; row < batch.rows; row++) {
            if (!take_record(table, &batch, row, err))
                return false;
        }
        reading_show(reading, reading->tally.rows_read);
    } while (batch.rows > 0);
    give_up(table);
    return true;
}

bool deal_table_read(struct reading *reading, struct names *names,
                     struct flow_sink sink, const struct deal_syntax *syntax,
                     struct err *err)
{
    struct table table = {.syntax = syntax};
    deal_rows_init(&table.rows, reading, names, sink);
    table.rows.whole_contract = syntax->whole_contract;
    table_init(&table, reading);
    bool done = take_all(&table, err);
    deal_pieces_done(&table.pieces);
    /* Nobody has looked for deals that stand twice: files of the same years
     * are not joined. */
    reading->roles[ROLE_DEAL] = SIZE_MAX;
    return done;
}
