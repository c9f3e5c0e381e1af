/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/flow.h"

#include <assert.h>
#include <stddef.h>

struct flow flow_unknown(enum unit unit, enum measure measure)
{
    return (struct flow){
        .category = NAME_NONE,
        .designation = NAME_NONE,
        .description = NAME_NONE,
        .deal = NAME_NONE,
        .unit = unit,
        .measure = measure,
        .unit_value = -1,
        .items = -1,
        .year_estimated = TRI_UNKNOWN,
        .items_estimated = TRI_UNKNOWN,
        .order_year_estimated = TRI_UNKNOWN,
        .local_production = TRI_UNKNOWN,
    };
}

const char *condition_word(enum condition condition)
{
    static const char *const words[CONDITION_COUNT] = {
        [CONDITION_UNKNOWN] = "",
        [CONDITION_NEW] = "new",
        [CONDITION_SECOND_HAND] = "second_hand",
        [CONDITION_MODERNIZED] = "modernized",
    };
    assert((size_t)condition < CONDITION_COUNT);
    return words[condition];
}

const char *cell_word(enum cell_state cell)
{
    static const char *const words[] = {
        [CELL_EXACT] = "exact",
        [CELL_BELOW_HALF] = "below_half",
        [CELL_NONE] = "none",
        [CELL_NOT_REPORTED] = "not_reported",
    };
    assert((size_t)cell < sizeof(words) / sizeof(words[0]));
    return words[cell];
}
