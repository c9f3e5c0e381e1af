/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/cell_amount.h"

#include "source/cells.h"
#include "source/number.h"

bool cell_amount_parse(const struct reading *reading, struct str text,
                       bool percent, struct decimal *decimal)
{
    if (percent && str_ends(text, STR("%")))
        text = str_trim((struct str){text.ptr, text.len - 1});
    if (number_read(reading, text, reading->unit, decimal) != DECIMAL_OK ||
        amount_size(decimal->value) > AMOUNT_MAX / reading->scale >> 20)
        return false;
    amount value = decimal->value * reading->scale;
    decimal->rounded |= value % reading->part != 0;
    decimal->value = value / reading->part;
    return true;
}

bool cell_amount_read(const struct reading *reading, struct tally *tally,
                      uint64_t line, struct str text, bool percent,
                      struct cell_amount *cell)
{
    struct decimal decimal;
    *cell = (struct cell_amount){.state = CELL_NONE};
    if (cells_missing(text))
        return true;
    if (!cell_amount_parse(reading, text, percent, &decimal)) {
        tally_fault(tally, FAULT_AMOUNT, line, text);
        return false;
    }
    if (decimal.value < 0) {
        tally_fault(tally, FAULT_NEGATIVE, line, text);
        return false;
    }
    bool integers = reading->half_width == AMOUNT_ONE / 2 &&
                    reading->part == 1 && reading->options.rounded_to < 0;
    if (integers && decimal.value % AMOUNT_ONE) { /* 10.664 is 10,664 */
        tally_fault(tally, FAULT_AMOUNT, line, text);
        return false;
    }
    cell->value = decimal.value;
    cell->state = !decimal.value && !decimal.rounded && reading->half_width > 0
                      ? CELL_BELOW_HALF
                      : CELL_EXACT;
    if (decimal.rounded)
        tally_remark(tally, REMARK_ROUNDED, line, text);
    if (decimal.shortened)
        tally_remark(tally, REMARK_SHORTENED, line, text);
    return true;
}
