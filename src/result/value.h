/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of a result: a number that knows what it means, not how it looks.
 * How it prints follows from its kind (output/print.h), the same way in every
 * format. */
#ifndef RESULT_VALUE_H
#define RESULT_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/decimal.h"
#include "base/str.h"

/* What the numbers of a column mean. */
enum kind {
    KIND_TEXT,
    KIND_YEAR,
    KIND_RANK,
    KIND_COUNT,
    KIND_FLAG,    /* 0, 1 or null */
    KIND_AMOUNT,  /* VALUE_AMOUNT, in the column's unit */
    KIND_SHARE,   /* VALUE_RATIO, in per cent, never signed */
    KIND_CHANGE,  /* VALUE_RATIO of difference to base, per cent, signed */
    KIND_POINTS,  /* VALUE_RATIO, percentage points, signed */
    KIND_NUMBER,  /* whatever the value is: a column of statistics */
    KIND_P_VALUE, /* VALUE_NUMBER: two significant digits, "<0.001" */
};

enum value_type {
    VALUE_NULL,
    VALUE_TEXT,
    VALUE_INTEGER,
    VALUE_AMOUNT,
    VALUE_RATIO,
    VALUE_RANGE, /* "5–6"; one number when both ends are equal */
    VALUE_NUMBER,
    VALUE_INTERVAL, /* "+10.7 to +23.6" */
};

/* Why a value is null; the codes of methods 1.4 and interface. */
enum reason {
    REASON_NONE, /* does not apply here: prints as nothing at all */
    REASON_ZERO_BASE,
    REASON_NO_RECORD,
    REASON_NOT_REPORTED,
    REASON_NOT_COVERED,
    REASON_PARTIAL_SELECTION,
    REASON_NOT_IN_LAYOUT,   /* the layout does not hold it (R3: ordered) */
    REASON_UNDIVIDED_YEARS, /* the source tells all years of a deal together */
    REASON_NO_REPORT,       /* that side reported nothing at all that year */
    REASON_N_TOO_SMALL,
    REASON_CONSTANT_SERIES,
    REASON_SINGULAR,
    REASON_SEPARATED,
    REASON_NEGATIVE_VARIANCE,
    REASON_OVERLAP_FORBIDDEN, /* a test on moving averages or overlapping
                                 periods */
    REASON_RELEASE_MISMATCH,
    REASON_NONPOSITIVE_FOR_LOG,
    REASON_GAPS,        /* years are missing within the series */
    REASON_NOT_REACHED, /* a curve that never falls so far */
    REASON_TIES,        /* is defined without ties only */
    REASON_COUNT,
};

/* "zero_base", ... */
const char *reason_word(enum reason reason);

enum value_flag { /* bits */
                  VALUE_MAY_DIFFER =
                      1, /* rounding of the source prints it in more than one
                            way: marked "~" in tables */
                  VALUE_ABOVE_ZERO =
                      2, /* a zero that stands for deliveries below printed
                            precision: a share of it is "<0.05" */
                  VALUE_TIED = 4, /* rank shared: "9=" in tables, 9 elsewhere */
                  VALUE_NEW = 8,  /* with REASON_ZERO_BASE: "new" in tables */
                  VALUE_SIGNED = 16, /* number, amount or interval with "+": "+17.0" */
};

struct value {
    enum value_type type;
    enum reason reason; /* of VALUE_NULL */
    unsigned flags;
    unsigned decimals; /* of a number or interval as tables show it, 0 to 9 */
    union {
        struct str text;
        int64_t integer;
        amount amount;
        struct ratio ratio;
        struct {
            int64_t low;
            int64_t high;
        } range;
        double number; /* finite */
        struct {
            double low;
            double high;
        } interval;
    } as;
};

static inline struct value value_null(enum reason reason)
{
    return (struct value){.type = VALUE_NULL, .reason = reason};
}

static inline struct value value_text(struct str text)
{
    return (struct value){.type = VALUE_TEXT, .as.text = text};
}

static inline struct value value_word(const char *text)
{
    return value_text(str_from(text));
}

static inline struct value value_integer(int64_t integer)
{
    return (struct value){.type = VALUE_INTEGER, .as.integer = integer};
}

static inline struct value value_amount(amount value)
{
    return (struct value){.type = VALUE_AMOUNT, .as.amount = value};
}

/* Null with REASON_ZERO_BASE when den is 0. */
static inline struct value value_ratio(amount num, amount den)
{
    if (den <= 0)
        return value_null(REASON_ZERO_BASE);
    return (struct value){.type = VALUE_RATIO, .as.ratio = {num, den}};
}

static inline struct value value_range(int64_t low, int64_t high)
{
    return (struct value){.type = VALUE_RANGE, .as.range = {low, high}};
}

static inline struct value value_number(double number, unsigned decimals)
{
    return (struct value){
        .type = VALUE_NUMBER, .decimals = decimals, .as.number = number};
}

static inline struct value value_interval(double low, double high,
                                          unsigned decimals)
{
    return (struct value){.type = VALUE_INTERVAL,
                          .decimals = decimals,
                          .as.interval = {low, high}};
}

static inline struct value value_flagged(struct value value, unsigned flags)
{
    value.flags |= flags;
    return value;
}

#endif
