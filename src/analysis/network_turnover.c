/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/network_turnover.h"

#include "analysis/network_rows.h"
#include "analysis/network_words.h"

/* Turnover: what, how tables call it, how much. */
struct turned {
    const char *statistic;
    const char *label; /* %s: the period */
    struct value value;
};

#define TURNED 6

/* Why there is no turnover, or REASON_NONE. */
static enum reason no_turnover(const struct networks *networks)
{
    if (networks->overlap)
        return REASON_OVERLAP_FORBIDDEN;
    if (networks->has_before)
        return REASON_NONE;
    if (networks->periods.undivided)
        return REASON_UNDIVIDED_YEARS;
    return REASON_NOT_COVERED;
}

static void turn(const struct networks *networks, struct turned turned[TURNED])
{
    const struct network_turnover *turnover = &networks->turnover;
    amount kept = (amount)turnover->kept;
    amount all = kept + (amount)turnover->fresh + (amount)turnover->lost;
    const struct turned found[TURNED] = {
        {"links_kept", "Links of %s kept",
         value_integer((int64_t)turnover->kept)},
        {"links_new", "Links new since",
         value_integer((int64_t)turnover->fresh)},
        {"links_lost", "Links lost", value_integer((int64_t)turnover->lost)},
        {"jaccard", "Kept by all of both periods (Jaccard)",
         network_fraction(kept, all)},
        {"survival", "Kept by all of %s (survival)",
         network_fraction(kept, (amount)networks->before.m)},
        {"weight_on_kept", "Part of weight on links that were kept",
         network_fraction(turnover->kept_total, turnover->total)},
    };
    enum reason reason = no_turnover(networks);
    for (size_t i = 0; i < TURNED; i++) {
        turned[i] = found[i];
        if (reason != REASON_NONE)
            turned[i].value = value_null(reason);
    }
}

void network_turnover_rows(struct result *result,
                           const struct networks *networks)
{
    struct turned turned[TURNED];
    if (networks->now.question->previous.form == PERIOD_NONE)
        return;
    turn(networks, turned);
    for (size_t i = 0; i < TURNED; i++)
        network_row(result, &networks->now,
                    &(struct network_row){.statistic = turned[i].statistic,
                                          .value = turned[i].value,
                                          .before = networks->periods.before});
}

void network_turnover_view(struct result *result,
                           const struct networks *networks)
{
    struct turned turned[TURNED];
    struct arena *arena = &result->arena;
    const char *before = network_years(arena, networks->before.period);
    turn(networks, turned);
    if (!networks->has_before || networks->overlap)
        return;
    view_add_row(&result->view, arena, VIEW_ENTRY);
    for (size_t i = 0; i < TURNED; i++) {
        struct str label = str_from(turned[i].label);
        ptrdiff_t at = str_find(label, STR("%s"));
        struct value *cells = view_add_row(&result->view, arena, VIEW_ENTRY);
        cells[0] =
            at < 0
                ? value_text(label)
                : value_word(arena_printf(arena, "%.*s%s%s", (int)at, label.ptr,
                                          before, label.ptr + at + 2));
        cells[1] = turned[i].value;
    }
}
