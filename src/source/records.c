/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/records.h"

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
