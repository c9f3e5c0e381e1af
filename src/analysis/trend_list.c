/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/trend_list.h"

#include <math.h>

#include "analysis/estimates.h"
#include "result/grow.h"

enum {
    C_RELEASE_YEAR,
    C_SERIES,
    C_YEAR_FROM,
    C_YEAR_TO,
    C_N,
    C_STATISTIC,
    C_VARIANT,
    C_VALUE,
    C_LOW,
    C_HIGH,
    C_LEVEL,
    C_P_VALUE,
    C_P_VALUE_UNCORRECTED,
    C_REASON,
    C_NOTE,
    C_COUNT,
};

static const struct column columns[C_COUNT] = {
    {"release_year", KIND_YEAR, "", "year of the release; empty: not known"},
    {"series", KIND_TEXT, "", "whose series"},
    {"year_from", KIND_YEAR, "", "first year that the statistic is of"},
    {"year_to", KIND_YEAR, "", "last year"},
    {"n", KIND_COUNT, "", "values that it is of"},
    {"statistic", KIND_TEXT, "", "what it is"},
    {"variant", KIND_TEXT, "", "by which of its definitions"},
    {"value", KIND_NUMBER, "", "the statistic"},
    {"low", KIND_NUMBER, "", "lower end of its interval"},
    {"high", KIND_NUMBER, "", "upper end"},
    {"level", KIND_NUMBER, "", "of the interval: 0.95"},
    {"p_value", KIND_P_VALUE, "",
     "two-sided; of kendall: corrected for autocorrelation"},
    {"p_value_uncorrected", KIND_P_VALUE, "",
     "the same as if years were independent"},
    {"reason", KIND_TEXT, "", "why the value, or else the p-value, is empty"},
    {"note", KIND_TEXT, "", "years and details"},
};

struct trend_entry *trend_list_add(struct trend_list *list,
                                   const struct yearly *yearly,
                                   const char *statistic, const char *variant,
                                   const char *label)
{
    list->items = grow(list->arena, list->items, list->count, &list->cap,
                       sizeof *list->items);
    struct trend_entry *entry = &list->items[list->count++];
    *entry = (struct trend_entry){
        .statistic = statistic,
        .variant = variant,
        .label = label,
        .years = yearly->n ? yearly_run(yearly, 0, yearly->n) : yearly->period,
        .n = yearly->n,
        .value = estimate_none(UNDEFINED_NO_DATA),
        .interval = interval_none(UNDEFINED_NO_DATA),
        .p = estimate_none(UNDEFINED_NO_DATA),
        .p_plain = estimate_none(UNDEFINED_NO_DATA),
        .note = "",
    };
    return entry;
}

void trend_list_space(struct trend_list *list)
{
    static const struct yearly nothing = {.n = 0};
    if (list->count && list->items[list->count - 1].statistic)
        trend_list_add(list, &nothing, NULL, NULL, "");
}

void trend_list_columns(struct result *result)
{
    result_add_columns(result, columns, C_COUNT, NULL);
}

/* A number of a machine format; no reason is told by the cell itself. */
static struct value exact(struct estimate estimate)
{
    return estimate_is(estimate) ? value_number(estimate.value, 9)
                                 : value_null(REASON_NONE);
}

/* Of the value; of a value that is there, of the p-value that is not. */
static const char *reason_of(const struct trend_entry *entry)
{
    enum undefined undefined = entry->value.undefined;
    if (undefined == DEFINED && entry->p.undefined != UNDEFINED_NO_DATA)
        undefined = entry->p.undefined;
    else if (undefined == DEFINED &&
             entry->p_plain.undefined != UNDEFINED_NO_DATA)
        undefined = entry->p_plain.undefined;
    return reason_word(estimate_reason(undefined));
}

static void add_row(const struct trend_entry *entry, struct result *result,
                    const struct study *study, const struct yearly *yearly)
{
    struct value *row = result_add_row(result);
    if (study->release_year)
        row[C_RELEASE_YEAR] = value_integer(study->release_year);
    row[C_SERIES] = value_word(yearly->name);
    if (period_length(entry->years)) {
        row[C_YEAR_FROM] = value_integer(entry->years.from);
        row[C_YEAR_TO] = value_integer(entry->years.to);
    }
    row[C_N] = value_integer((int64_t)entry->n);
    row[C_STATISTIC] = value_word(entry->statistic);
    row[C_VARIANT] = value_word(entry->variant);
    row[C_VALUE] = exact(entry->value);
    if (interval_is(entry->interval)) {
        row[C_LOW] = value_number(entry->interval.low, 9);
        row[C_HIGH] = value_number(entry->interval.high, 9);
        if (entry->level > 0)
            row[C_LEVEL] = value_number(entry->level, 2);
    }
    row[C_P_VALUE] = exact(entry->p);
    row[C_P_VALUE_UNCORRECTED] = exact(entry->p_plain);
    row[C_REASON] = value_word(reason_of(entry));
    row[C_NOTE] = value_word(entry->note);
}

void trend_list_rows(const struct trend_list *list, struct result *result,
                     const struct study *study, const struct yearly *yearly)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].statistic)
            add_row(&list->items[i], result, study, yearly);
    }
    result->listed = result->row_count;
}

const char *trend_reason_words(enum undefined undefined)
{
    static const char *const words[] = {
        [DEFINED] = "",
        [UNDEFINED_NO_DATA] = "nothing is there to compute it from",
        [UNDEFINED_N_TOO_SMALL] = "too few years",
        [UNDEFINED_CONSTANT] = "all values are equal, or on one line",
        [UNDEFINED_ZERO_BASE] = "it would divide by zero",
        [UNDEFINED_SINGULAR] =
            "it fits without a rest, or its parts cannot be told apart",
        [UNDEFINED_SEPARATED] = "the years with anything stand at one end",
        [UNDEFINED_NEGATIVE_VARIANCE] = "the correction leaves no variance",
        [UNDEFINED_NONPOSITIVE] =
            "a value is below zero, or is zero and has no logarithm",
        [UNDEFINED_GAPS] = "years are missing",
        [UNDEFINED_NOT_REACHED] = "it is not reached",
        [UNDEFINED_TIES] = "equal values",
    };
    return words[undefined];
}

unsigned trend_decimals(double size)
{
    unsigned decimals = 0;
    for (double least = 100; decimals < 9 && fabs(size) < least; least /= 10)
        decimals++;
    return size == 0 ? 0 : decimals;
}
