/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/mem.h"
#include "source/cells.h"
#include "source/records.h"
#include "source/unroca.h"

static uint64_t line_of(const struct rows *rows)
{
    return rows->batch.lines[rows->row];
}

static bool fault(const struct rows *rows, enum row_fault fault,
                  struct str text)
{
    tally_fault(rows->tally, fault, line_of(rows), text);
    return false;
}

/* A number that is blank, or words, is not reported: no 0. */
static bool read_number(const struct rows *rows, struct flow *flow)
{
    struct str cell = rows_text(rows, ROLE_AMOUNT);
    bool missing = cells_missing(cell);
    enum decimal_fault wrong =
        missing ? DECIMAL_EMPTY : unroca_number(cell, &flow->value);
    if (wrong == DECIMAL_EMPTY) {
        tally_remark(rows->tally, missing ? REMARK_NO_AMOUNT : REMARK_WORDS,
                     line_of(rows), cell);
        flow->cell = CELL_NOT_REPORTED;
        return true;
    }
    if (wrong)
        return fault(rows, FAULT_AMOUNT, cell);
    return flow->value >= 0 || fault(rows, FAULT_NEGATIVE, cell);
}

static bool read_places(const struct rows *rows, struct flow *flow)
{
    struct str supplier = rows_text(rows, ROLE_SUPPLIER);
    struct str recipient = rows_text(rows, ROLE_RECIPIENT);
    if (!supplier.len || !recipient.len)
        return fault(rows, FAULT_NAME, supplier.len ? supplier : recipient);
    flow->supplier = map_intern(&rows->names->places, supplier);
    flow->recipient = map_intern(&rows->names->places, recipient);
    return true;
}

static uint32_t intern(struct map *map, struct str text)
{
    return text.len ? map_intern(map, text) : NAME_NONE;
}

/* False: at fault, or set aside. */
static bool read_row(const struct rows *rows, struct flow *flow)
{
    if (!record_is_sound(&rows->batch, rows->row, rows->tally))
        return false;
    struct str cell = rows_text(rows, ROLE_KIND);
    enum unroca_table table = unroca_table_of(cell);
    if (table == UNROCA_HOLDINGS) {
        rows->tally->asides[ASIDE_HOLDINGS]++;
        return false;
    }
    if (table == UNROCA_UNKNOWN)
        return fault(rows, FAULT_REPORT, cell);
    *flow = flow_unknown(UNIT_ITEMS, table == UNROCA_EXPORTS
                                         ? MEASURE_REPORT_EXPORT
                                         : MEASURE_REPORT_IMPORT);
    flow->line = line_of(rows);
    cell = rows_text(rows, ROLE_YEAR);
    if (!cells_year(cell, &flow->year))
        return fault(rows, FAULT_YEAR, cell);
    if (!read_number(rows, flow) || !read_places(rows, flow))
        return false;
    flow->category = intern(&rows->names->categories,
                            unroca_category(rows_text(rows, ROLE_CATEGORY)));
    flow->description =
        intern(&rows->names->descriptions, rows_text(rows, ROLE_DESCRIPTION));
    return true;
}

static void keep(struct unroca_rows *kept, const struct flow *flow)
{
    if (kept->count == kept->cap) {
        kept->cap = kept->cap ? kept->cap * 2 : 256;
        kept->flows = mem_resize(kept->flows, kept->cap, sizeof(*kept->flows));
    }
    kept->flows[kept->count++] = *flow;
    kept->reports[flow->measure == MEASURE_REPORT_IMPORT] = true;
}

static void keep_batch(struct unroca_rows *kept, struct rows *rows)
{
    struct flow flow;
    for (rows->row = 0; rows->row < rows->batch.rows; rows->row++) {
        if (record_is_blank(&rows->batch, rows->row))
            continue;
        rows->tally->rows_read++;
        if (read_row(rows, &flow))
            keep(kept, &flow);
    }
}

bool unroca_read_rows(struct unroca_rows *kept, struct reading *reading,
                      struct names *names, struct err *err)
{
    struct rows rows;
    rows_init(&rows, reading, names, (struct flow_sink){0}, &reading->tally);
    struct share *share = share_open(reading->reader);
    bool sound;
    do {
        sound = share_fetch(reading->reader, share, &rows.batch, err);
        if (sound)
            keep_batch(kept, &rows);
        reading_show(reading, reading->tally.rows_read);
    } while (sound && rows.batch.rows > 0);
    share_close(share);
    rows_done(&rows);
    return sound;
}
