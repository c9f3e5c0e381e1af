/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shifts at years that nobody named: Pettitt, CUSUM, optimal partitioning.
 * Years are the last ones of what was before. */
#include <config.h>

#include "analysis/trend_parts.h"
#include "base/buf.h"
#include "stat/cusum.h"
#include "stat/partition.h"
#include "stat/pettitt.h"

#define YEARS_BYTES ((size_t)4000)

/* "1898" or "1898;1912": the years in which so many values end. */
static const char *last_years(const struct trend *trend, const size_t *at,
                              size_t count, const char *between)
{
    const struct yearly *yearly = &trend->yearly;
    struct buf buf;
    buf_init(&buf, YEARS_BYTES);
    for (size_t i = 0; i < count; i++) {
        if (at[i] > 0)
            buf_printf(&buf, "%s%d", buf.len ? between : "",
                       yearly->to[at[i] - 1]);
    }
    const char *text = arena_str(trend->arena, buf_str(&buf)).ptr;
    buf_done(&buf);
    return text;
}

/* What follows one another is asked of an unbroken series only. */
static enum undefined broken(const struct trend *trend)
{
    if (!trend->yearly.n)
        return UNDEFINED_NO_DATA;
    return trend->yearly.missing ? UNDEFINED_GAPS : DEFINED;
}

void trend_add_pettitt(const struct trend *trend, struct trend_list *list)
{
    const struct yearly *yearly = &trend->yearly;
    size_t *at = arena_alloc(trend->arena, yearly->n + 1, sizeof *at);
    struct trend_entry *year =
        trend_list_add(list, yearly, "break_year", "pettitt", NULL);
    year->look = LOOK_YEAR;
    year->value = estimate_none(broken(trend));
    struct trend_entry *entry =
        trend_list_add(list, yearly, "pettitt_k", "", "Pettitt's K");
    year = &list->items[list->count - 2];
    entry->look = LOOK_COUNT;
    entry->value = estimate_none(broken(trend));
    if (broken(trend))
        return;
    struct pettitt test = pettitt_test(yearly->values, yearly->n, at);
    entry->value = year->value = estimate_none(test.undefined);
    if (test.undefined)
        return;
    const char *years = last_years(trend, at, test.count, ", ");
    entry->value = estimate_of((double)test.k);
    entry->p_plain = test.p;
    entry->shows_p = true;
    entry->beside = arena_printf(list->arena, "%s after %s",
                                 test.up ? "up" : "down", years);
    year->value = estimate_of(yearly->to[at[0] - 1]);
    year->note = last_years(trend, at, test.count, ";");
}

static void add_cusum(const struct trend *trend, struct trend_list *list,
                      const char *variant, const char *label,
                      struct cusum (*test)(const double *, size_t, enum regime))
{
    const struct yearly *yearly = &trend->yearly;
    struct trend_entry *entry =
        trend_list_add(list, yearly, "cusum", variant, label);
    entry->look = LOOK_INDEX;
    entry->value = estimate_none(broken(trend));
    if (broken(trend))
        return;
    struct cusum cusum = test(yearly->values, yearly->n, REGIME_MEAN);
    entry->value = cusum.statistic;
    entry->p_plain = cusum.p;
    entry->shows_p = true;
    if (estimate_is(cusum.statistic) && cusum.at > 0)
        entry->beside =
            arena_printf(list->arena, "peak in %d", yearly->to[cusum.at - 1]);
}

void trend_add_cusum(const struct trend *trend, struct trend_list *list)
{
    add_cusum(trend, list, "ols", "CUSUM of residuals", cusum_ols);
    add_cusum(trend, list, "recursive", "Recursive CUSUM", cusum_recursive);
}

void trend_add_partition(const struct trend *trend, struct trend_list *list)
{
    const struct yearly *yearly = &trend->yearly;
    struct trend_entry *entry = trend_list_add(
        list, yearly, "shifts", "partition", "Levels by optimal partitioning");
    entry->look = LOOK_COUNT;
    entry->value = estimate_none(broken(trend));
    if (broken(trend))
        return;
    struct estimate penalty = partition_penalty(yearly->values, yearly->n);
    entry->value = estimate_none(penalty.undefined);
    if (!estimate_is(penalty))
        return;
    size_t *at = arena_alloc(trend->arena, yearly->n + 1, sizeof *at);
    double cost;
    size_t count = partition_optimal(yearly->values, yearly->n, penalty.value,
                                     2, at, &cost);
    const char *years = last_years(trend, at, count, ", ");
    entry->value = estimate_of((double)count + 1);
    entry->beside =
        count ? arena_printf(list->arena, "after %s", years) : "no shift";
    entry->note = last_years(trend, at, count, ";");
    entry = trend_list_add(list, yearly, "partition_cost", "", NULL);
    entry->value = estimate_of(cost);
    entry = trend_list_add(list, yearly, "partition_penalty", "", NULL);
    entry->value = penalty;
}
