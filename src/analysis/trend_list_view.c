/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <math.h>

#include "analysis/trend_list.h"

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
    at->interval =
        view_add_column(view, arena,
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
