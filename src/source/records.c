/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/records.h"

#include "base/mem.h"
#include <limits.h>

void records_want(struct reading *reading, const size_t *columns, size_t count,
                  size_t *at)
{
    size_t fields = reading->head.records[reading->header].count;
    size_t *wanted = mem_alloc(count, sizeof *wanted);
    size_t held = 0;
    for (size_t i = 0; i < count; i++)
        at[i] = SIZE_MAX;
    for (size_t column = 0; column < fields; column++) {
        bool known = false;
        for (size_t i = 0; i < count; i++) {
            if (columns[i] != column)
                continue;
            at[i] = held;
            known = true;
        }
        if (known)
            wanted[held++] = column;
    }
    reader_want(reading->reader, wanted, held, fields);
    mem_free(wanted);
}

bool record_is_blank(const struct batch *batch, size_t row)
{
    if (batch->status[row] == RECORD_QUOTES ||
        batch->status[row] == RECORD_MORE)
        return false;
    for (size_t i = 0; i < batch->columns; i++) {
        if (str_trim(batch->cells[row * batch->columns + i]).len)
            return false;
    }
    return true;
}

bool record_is_text(const struct batch *batch, size_t row)
{
    const struct str *cells = &batch->cells[row * batch->columns];
    unsigned long number;
    if (batch->status[row] == RECORD_QUOTES ||
        str_to_uint(str_trim(cells[0]), ULONG_MAX, &number))
        return false;
    for (size_t i = 1; i < batch->columns; i++) {
        if (str_trim(cells[i]).len)
            return false;
    }
    return str_trim(cells[0]).len > 0;
}

bool record_is_header(const struct batch *batch, size_t row,
                      const struct head_record *header)
{
    for (size_t i = 0; i < batch->columns; i++) {
        struct str cell = batch->cells[row * batch->columns + i];
        size_t column = batch->wanted[i];
        if (column >= header->count ||
            !str_eq(str_trim(cell), str_trim(header->cells[column])))
            return false;
    }
    return batch->columns > 0;
}

static enum row_fault fault_of(const struct batch *batch, size_t row)
{
    switch ((enum record_status)batch->status[row]) {
    case RECORD_OK:
        break;
    case RECORD_QUOTES:
        return FAULT_QUOTES;
    case RECORD_MORE:
        return FAULT_FIELDS;
    case RECORD_FEWER:
        return batch->ended[row] ? FAULT_FIELDS : FAULT_CUT;
    }
    return FAULT_COUNT;
}

bool record_is_sound(const struct batch *batch, size_t row, struct tally *tally)
{
    enum row_fault fault = fault_of(batch, row);
    if (fault == FAULT_COUNT)
        return true;
    tally_fault(tally, fault, batch->lines[row], batch->raw[row]);
    return false;
}
