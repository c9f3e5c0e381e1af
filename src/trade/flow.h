/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one shape that every source is reduced to: so much, from whom, to whom,
 * in which year. Small numbers only; names are in struct names. */
#ifndef TRADE_FLOW_H
#define TRADE_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/decimal.h"
#include "base/err.h"
#include "trade/names.h"
#include "trade/unit.h"

enum cell_state {
    CELL_EXACT,
    CELL_BELOW_HALF,   /* SIPRI's printed 0: above 0, up to 0.5 */
    CELL_NONE,         /* no row at all; written only with --complete */
    CELL_NOT_REPORTED, /* a row without an amount */
};

enum tri { TRI_UNKNOWN = -1, TRI_NO = 0, TRI_YES = 1 };

enum condition {
    CONDITION_UNKNOWN,
    CONDITION_NEW,
    CONDITION_SECOND_HAND,
    CONDITION_MODERNIZED, /* second-hand but modernized */
    CONDITION_COUNT,
};

/* "new", "second_hand", "modernized", "". */
const char *condition_word(enum condition condition);

/* "exact", "below_half", "none", "not_reported". */
const char *cell_word(enum cell_state cell);

/* Of a source with one row a deal: what was ordered beside what this flow
 * delivers. Belongs to the reader of the rows, for the time of the call. */
struct flow_order {
    uint64_t number; /* no other order of the reading has it */
    int64_t ordered; /* pieces, -1: not given */
    enum tri ordered_estimated;
    int64_t pending;  /* pieces, -1: not known */
    amount value;     /* of the whole order, -1: not given */
    const int *years; /* of deliveries, ascending; none: nothing delivered */
    size_t year_count;
    struct str comment; /* "" if none */
};

struct flow {
    uint32_t supplier;    /* names.places */
    uint32_t recipient;   /* names.places */
    uint32_t category;    /* names.categories or NAME_NONE */
    uint32_t designation; /* names.designations or NAME_NONE */
    uint32_t description; /* names.descriptions or NAME_NONE */
    uint32_t deal;        /* names.deals or NAME_NONE */
    int year;             /* of delivery, licence or trade; 0: the source has
                             none */
    int order_year;       /* 0: not known */
    enum unit unit;
    enum measure measure;
    enum condition condition;
    enum cell_state cell;
    amount value;      /* millionths of the unit; 0 for BELOW_HALF */
    amount half_width; /* of printed rounding: table 0.5, register 0.005 */
    amount unit_value; /* the source's value of one piece, -1: not given */
    int64_t items;     /* pieces in this row, -1: not given */
    enum tri year_estimated;
    enum tri items_estimated;
    enum tri order_year_estimated;
    enum tri local_production;
    const struct flow_order *order; /* or null */
    uint64_t line;
};

/* Nothing known yet: no names but places, which are 0. */
struct flow flow_unknown(enum unit unit, enum measure measure);

/* Flows side by side that differ only in these columns: exact amounts of 64
 * bits, many at a time. The arrays belong to whoever made them. */
struct flow_columns {
    size_t count;
    uint32_t *supplier;
    uint32_t *recipient;
    uint32_t *category;
    int32_t *year;
    int64_t *value;
    uint8_t *estimates; /* ESTIMATED_ bits; null: none is known to be one */
    enum unit unit;
    enum measure measure;
    amount half_width;
    bool zero_is_below_half; /* a value of 0 is CELL_BELOW_HALF, not exact */
};

enum { ESTIMATED_YEAR = 1, ESTIMATED_ITEMS = 2 };

/* Where flows go: cube, deals, tidy writer, census. */
struct flow_sink {
    bool (*take)(void *context, const struct flow *flow, struct err *err);
    /* The same for columns, which may be used up; null where the order of the
     * rows or what they have beside these columns matters. */
    bool (*take_columns)(void *context, struct flow_columns *columns,
                         struct err *err);
    /* A sink for a thread of its own, to be given back by `join` from that
     * thread; null: there can be only one. */
    struct flow_sink (*fork)(void *context);
    bool (*join)(void *context, struct err *err);
    void *context;
};

#endif
