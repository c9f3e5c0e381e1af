/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/deal_table.h"

#include "base/mem.h"
#include "source/deal_pieces.h"
#include "source/records.h"

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
    reading->tally.batch = &batch;
    do {
        if (!reader_next(reading->reader, &batch, err))
            return false;
        for (size_t row = 0; row < batch.rows; row++) {
            if (!take_record(table, &batch, row, err))
                return false;
        }
        reading_show(reading, reading->tally.rows_read);
    } while (batch.rows > 0);
    reading->tally.batch = NULL;
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
