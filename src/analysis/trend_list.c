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
        [UNDEFINED_CONSTANT] = "all values are equal",
        [UNDEFINED_ZERO_BASE] = "it would divide by zero",
        [UNDEFINED_SINGULAR] = "its parts cannot be told apart",
        [UNDEFINED_SEPARATED] = "the years with anything stand at one end",
        [UNDEFINED_NEGATIVE_VARIANCE] = "the correction leaves no variance",
        [UNDEFINED_NONPOSITIVE] =
            "a value that is zero or less has no logarithm",
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

struct places {
    size_t label, value, interval, p;
};

static void add_columns(struct result *result, struct places *at)
{
    struct arena *arena = &result->arena;
    struct view *view = &result->view;
    at->label = view_add_column(
        view, arena, (struct view_column){.kind = KIND_TEXT, .width = 40});
    at->value = view_add_column(view, arena,
                                (struct view_column){.kind = KIND_NUMBER,
                                                     .align = ALIGN_RIGHT,
                                                     .width = 7,
                                                     .gap = 2,
                                                     .head = {[2] = "Value"}});
    at->interval = view_add_column(
        view, arena,
        (struct view_column){.kind = KIND_NUMBER,
                             .width = 16,
                             .gap = 3,
                             .flexible = true,
                             .head = {[2] = "95 % interval"}});
    at->p = view_add_column(view, arena,
                            (struct view_column){.kind = KIND_P_VALUE,
                                                 .align = ALIGN_RIGHT,
                                                 .width = 6,
                                                 .gap = 2,
                                                 .head = {[2] = "p"},
                                                 .head_shift = -1});
}

static bool is_scaled(enum trend_look look)
{
    return look == LOOK_AMOUNT || look == LOOK_CHANGE;
}

static bool is_signed(enum trend_look look)
{
    return look == LOOK_CHANGE || look == LOOK_RATE;
}

unsigned trend_amount_decimals(const struct yearly *yearly, double scale)
{
    double size = 0;
    for (size_t i = 0; i < yearly->n; i++)
        size = fmax(size, fabs(yearly->values[i]));
    return trend_decimals(size / scale);
}

/* Decimals of a table: those of amounts, and those of changes. */
struct decimals {
    unsigned amounts;
    unsigned changes;
};

/* Of changes at least one decimal, so that they can be told from amounts,
 * unless they are large; all of a table have those of the largest. */
static unsigned change_decimals(const struct trend_list *list, double scale)
{
    double size = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct trend_entry *entry = &list->items[i];
        if (entry->label && entry->look == LOOK_CHANGE &&
            estimate_is(entry->value))
            size = fmax(size, fabs(entry->value.value));
    }
    size /= scale;
    if (size >= 1000)
        return 0;
    return size >= 1 || size == 0 ? 1 : trend_decimals(size);
}

static unsigned decimals_of(const struct trend_entry *entry,
                            const struct decimals *decimals)
{
    switch (entry->look) {
    case LOOK_AMOUNT:
        return decimals->amounts;
    case LOOK_CHANGE:
        return decimals->changes;
    case LOOK_RATE:
        return 1;
    case LOOK_INDEX:
        return 2;
    default:
        return 0;
    }
}

static struct value shown_value(const struct trend_entry *entry,
                                struct arena *arena, double scale,
                                unsigned decimals)
{
    if (!estimate_is(entry->value))
        return value_word("–");
    if (entry->look == LOOK_YEAR)
        return value_word(arena_printf(arena, "%.0f", entry->value.value));
    double factor = is_scaled(entry->look) ? scale : 1;
    return value_flagged(value_number(entry->value.value / factor, decimals),
                         is_signed(entry->look) ? VALUE_SIGNED : 0);
}

static struct value shown_interval(const struct trend_entry *entry,
                                   struct arena *arena, double scale,
                                   unsigned decimals)
{
    double factor = is_scaled(entry->look) ? scale : 1;
    char years[PERIOD_TEXT];
    if (entry->beside)
        return value_word(entry->beside);
    if (!interval_is(entry->interval))
        return value_null(REASON_NONE);
    if (entry->look == LOOK_YEAR) {
        period_print(years, (struct period){(int)entry->interval.low,
                                            (int)entry->interval.high});
        return value_word(arena_printf(arena, "%s", years));
    }
    return value_flagged(value_interval(entry->interval.low / factor,
                                        entry->interval.high / factor,
                                        decimals),
                         is_signed(entry->look) ? VALUE_SIGNED : 0);
}

static struct value shown_p(const struct trend_entry *entry)
{
    struct estimate p = estimate_is(entry->p) ? entry->p : entry->p_plain;
    bool shown = entry->shows_p && estimate_is(entry->value);
    return shown && estimate_is(p) ? value_number(p.value, 0)
                                            : value_null(REASON_NONE);
}

void trend_list_view(const struct trend_list *list, struct result *result,
                     const struct yearly *yearly, double scale)
{
    struct arena *arena = &result->arena;
    struct decimals all = {trend_amount_decimals(yearly, scale),
                           change_decimals(list, scale)};
    struct places at;
    add_columns(result, &at);
    for (size_t i = 0; i < list->count; i++) {
        const struct trend_entry *entry = &list->items[i];
        if (!entry->label)
            continue;
        struct value *cells = view_add_row(&result->view, arena, VIEW_ENTRY);
        if (!entry->statistic)
            continue;
        unsigned decimals = decimals_of(entry, &all);
        cells[at.label] = value_word(entry->label);
        cells[at.value] = shown_value(entry, arena, scale, decimals);
        cells[at.interval] = shown_interval(entry, arena, scale, decimals);
        cells[at.p] = shown_p(entry);
    }
    view_add_row(&result->view, arena, VIEW_RULE);
}
