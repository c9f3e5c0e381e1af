/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of the rows of a batch: runs of those that columns hold go to
 * the sink together, the others in their turn. */
#include <config.h>

#include "source/cells.h"
#include "source/rows.h"

static void note_deals(struct rows *rows, size_t from, size_t to)
{
    if (!rows->deals || !rows_has(rows, ROLE_DEAL))
        return;
    const struct batch *batch = &rows->batch;
    const struct str *cells = &batch->cells[rows->at[ROLE_DEAL]];
    for (size_t i = from; i < to; i++)
        rows_note_deal(rows, cells[i * batch->columns], rows->columns.year[i],
                       batch->lines[i]);
}

/* Rows `from` to `to`, none of them slow. */
static bool use_run(struct rows *rows, size_t from, size_t to, struct err *err)
{
    struct row_columns *columns = &rows->columns;
    const struct row_words *words = &columns->words;
    int first = CELLS_YEAR_LAST, last = CELLS_YEAR_FIRST;
    if (from == to)
        return true;
    note_deals(rows, from, to);
    for (size_t i = from; i < to; i++) {
        int year = columns->year[i];
        first = year < first ? year : first;
        last = year > last ? year : last;
    }
    period_see(&rows->seen, first);
    period_see(&rows->seen, last);
    rows->tally->rows_read += to - from;
    rows->tally->rows_used += to - from;
    bool estimates = rows_has(rows, ROLE_YEAR_ESTIMATED) ||
                     rows_has(rows, ROLE_ITEMS_ESTIMATED);
    struct flow_columns flows = {
        .count = to - from,
        .supplier = columns->supplier + from,
        .recipient = columns->recipient + from,
        .category = columns->category + from,
        .year = columns->year + from,
        .value = columns->value + from,
        .estimates = estimates ? columns->estimates + from : NULL,
        .unit = words->unit,
        .measure = words->measure,
        .half_width = words->half_width,
        .zero_is_below_half = words->half_width > 0 && !words->said_exact,
    };
    return rows->sink.take_columns(rows->sink.context, &flows, err);
}

static bool use_each(struct rows *rows, struct err *err)
{
    for (rows->row = 0; rows->row < rows->batch.rows; rows->row++)
        if (!rows_use(rows, err))
            return false;
    return true;
}

bool rows_use_batch(struct rows *rows, struct err *err)
{
    size_t from = 0;
    if (!rows_have_columns(rows))
        return use_each(rows, err);
    rows_read_columns(rows);
    for (size_t i = 0; i < rows->batch.rows; i++) {
        if (!rows->columns.slow[i])
            continue;
        rows->row = i;
        if (!use_run(rows, from, i, err) || !rows_use(rows, err))
            return false;
        from = i + 1;
    }
    return use_run(rows, from, rows->batch.rows, err);
}
