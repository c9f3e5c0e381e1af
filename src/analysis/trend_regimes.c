/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/trend_regimes.h"

struct trend_entry *searching_entry(const struct searching *searching,
                                    const char *statistic, const char *variant,
                                    const char *label, enum trend_look look,
                                    struct estimate value)
{
    struct trend_entry *entry = trend_list_add(
        searching->list, searching->yearly, statistic, variant, label);
    entry->look = look;
    entry->value = value;
    return entry;
}

static const char *run_words(const struct searching *searching,
                             const char *format, size_t first, size_t count)
{
    char years[PERIOD_TEXT];
    period_print(years, yearly_run(searching->yearly, first, count));
    return arena_printf(searching->list->arena, "%s%s", format, years);
}

void searching_regime(const struct searching *searching, const char *variant,
                      size_t first, size_t count, enum regime regime)
{
    const struct yearly *yearly = searching->yearly;
    struct segment segment = segment_of(yearly->values + first, count, regime);
    bool line = regime == REGIME_LINE;
    const char *label =
        line ? trend_per_year(searching->trend,
                              run_words(searching, "Slope of ", first, count))
             : run_words(searching, "Mean of ", first, count);
    struct estimate value =
        line ? estimate_of(segment_slope(&segment) / yearly->span)
             : estimate_of(segment.y_mean);
    if (line && yearly->missing)
        value = estimate_none(UNDEFINED_GAPS);
    struct trend_entry *entry = searching_entry(
        searching, line ? "regime_slope" : "regime_mean", variant, label,
        line ? LOOK_CHANGE : LOOK_AMOUNT, value);
    entry->years = yearly_run(yearly, first, count);
    entry->n = count;
}
