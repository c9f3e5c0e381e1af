/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/trend_regimes.h"
#include "stat/bai_perron.h"
#include "stat/sup_f.h"

/* Whether there is one. */
static bool add_sup_f(const struct searching *searching, enum regime regime)
{
    const struct trend *trend = searching->trend;
    const struct yearly *yearly = searching->yearly;
    bool line = regime == REGIME_LINE;
    const char *variant = line ? "sup_f_trend" : "sup_f_mean";
    struct sup_f test = sup_f_test(yearly->values, yearly->n, regime);
    if (yearly->missing)
        test.of[SUP_F].value = estimate_none(UNDEFINED_GAPS);
    struct estimate value = test.of[SUP_F].value;
    if (estimate_is(value))
        sup_f_bootstrap(&test, yearly->values, yearly->n, regime,
                        trend->ask->draws, trend->ask->seed);
    bool found = estimate_is(value) && test.at < yearly->n;
    const char *label = line ? "Largest change of mean and slope: supF"
                             : "Largest shift of the mean: supF";
    struct trend_entry *entry = searching_entry(
        searching, "sup_f", line ? "trend" : "mean", label, LOOK_INDEX, value);
    entry->p = test.of[SUP_F].p_sieve;
    entry->p_plain = test.of[SUP_F].p_residual;
    entry->shows_p = true;
    entry->beside = found ? arena_printf(searching->list->arena, "after %d",
                                         yearly->to[test.at - 1])
                          : NULL;
    entry->note = arena_printf(searching->list->arena,
                               "k times F; %zu draws, seed %lu; p: AR(1) "
                               "sieve; uncorrected: residuals",
                               trend->ask->draws, trend->ask->seed);
    searching_entry(searching, "break_year", variant, NULL, LOOK_YEAR,
                    found ? estimate_of(yearly->to[test.at - 1])
                          : estimate_none(value.undefined));
    searching_entry(searching, "ave_f", line ? "trend" : "mean", NULL,
                    LOOK_INDEX,
                    estimate_is(value) ? test.of[AVE_F].value : value);
    searching_entry(searching, "exp_f", line ? "trend" : "mean", NULL,
                    LOOK_INDEX,
                    estimate_is(value) ? test.of[EXP_F].value : value);
    return estimate_is(value);
}

/* "Shifts of the mean, 2: BIC" */
static void add_model(const struct searching *searching,
                      const struct bai_perron *search, size_t breaks,
                      const char *name)
{
    bool line = search->regime == REGIME_LINE;
    const struct bai_perron_fit *fit = &search->fits[breaks];
    const char *variant = arena_printf(searching->list->arena, "%s_%zu_breaks",
                                       line ? "trend" : "mean", breaks);
    const char *label =
        !name    ? NULL
        : breaks ? arena_printf(searching->list->arena, "%s, %zu break%s: BIC",
                                name, breaks, breaks == 1 ? "" : "s")
                 : arena_printf(searching->list->arena, "%s: BIC", name);
    searching_entry(searching, "bic", variant, label, LOOK_INDEX, fit->bic);
    searching_entry(searching, "lwz", variant, NULL, LOOK_INDEX, fit->lwz);
    searching_entry(searching, "rss", variant, NULL, LOOK_INDEX,
                    estimate_of(fit->rss));
}

static void add_break(const struct searching *searching,
                      const struct bai_perron *search, size_t i)
{
    const struct yearly *yearly = searching->yearly;
    const struct bai_perron_break *found = &search->breaks[i];
    bool line = search->regime == REGIME_LINE;
    const char *label =
        arena_printf(searching->list->arena, "Break of the %s after",
                     line ? "trend" : "mean");
    struct trend_entry *entry = searching_entry(
        searching, "break_year", line ? "bai_perron_trend" : "bai_perron_mean",
        label, LOOK_YEAR, estimate_of(yearly->to[found->at - 1]));
    if (!estimate_is(found->low) || !estimate_is(found->high))
        return;
    double before = yearly->to[0] - yearly->span;
    entry->interval = interval_of(before + found->low.value * yearly->span,
                                  before + found->high.value * yearly->span);
    entry->level = TREND_LEVEL;
}

static void add_regimes(const struct searching *searching,
                        const struct bai_perron *search, const char *variant)
{
    size_t first = 0;
    for (size_t i = 0; search->chosen && i <= search->chosen; i++) {
        size_t end =
            i < search->chosen ? search->breaks[i].at : searching->yearly->n;
        searching_regime(searching, variant, first, end - first,
                         search->regime);
        first = end;
    }
}

static void add_bai_perron(const struct searching *searching,
                           enum regime regime, struct bai_perron *search)
{
    const struct yearly *yearly = searching->yearly;
    bool line = regime == REGIME_LINE;
    const char *variant = line ? "bai_perron_trend" : "bai_perron_mean";
    bai_perron_search(search, yearly->values, yearly->n, regime, TREND_LEVEL);
    if (yearly->missing)
        search->undefined = UNDEFINED_GAPS;
    const char *label =
        line ? "Breaks of the trend by BIC" : "Breaks of the mean by BIC";
    struct trend_entry *entry = searching_entry(
        searching, "breaks", variant, label, LOOK_COUNT,
        search->undefined ? estimate_none(search->undefined)
                          : estimate_of((double)search->chosen));
    if (search->undefined)
        return;
    entry->beside =
        arena_printf(searching->list->arena, "%zu by LWZ", search->chosen_lwz);
    searching_entry(searching, "breaks_lwz", variant, NULL, LOOK_COUNT,
                    estimate_of((double)search->chosen_lwz));
    for (size_t i = 0; i < search->chosen; i++)
        add_break(searching, search, i);
    add_regimes(searching, search, variant);
    for (size_t i = 0; i <= search->most; i++) {
        const char *name = i == 0 ? line ? "One trend" : "One mean"
                           : i == search->chosen ? line ? "Trends" : "Means"
                                                 : NULL;
        add_model(searching, search, i, name);
    }
}

/* What a person may believe of all this. */
static void note_search(const struct trend *trend, struct result *result,
                        bool has_sup_f, const struct bai_perron *means,
                        const struct bai_perron *lines)
{
    static const char *const best[] = {
        [RIVAL_MEAN] = "one mean, without any change",
        [RIVAL_SHIFTS] = "shifts of the mean",
        [RIVAL_LINE] = "one trend without a break",
        [RIVAL_LINES] = "a trend with breaks",
    };
    if (has_sup_f)
        result_add_note(
            result,
            "p of supF is from a bootstrap that keeps lag-1 "
            "autocorrelation (%zu draws, seed %lu). A lasting trend "
            "looks like shifts of the mean, and sets off Pettitt's "
            "test too.",
            trend->ask->draws, trend->ask->seed);
    if (!means->undefined && !lines->undefined)
        result_add_note(result, "Least BIC, so the best description: %s.",
                        best[bai_perron_best(means, lines)]);
}

void trend_search(const struct trend *trend, struct trend_list *list,
                  struct result *result)
{
    struct searching searching = {trend, list, &trend->yearly};
    bool has_sup_f = add_sup_f(&searching, REGIME_MEAN);
    has_sup_f |= add_sup_f(&searching, REGIME_LINE);
    trend_add_pettitt(trend, list);
    trend_list_space(list);
    struct bai_perron means;
    struct bai_perron lines;
    add_bai_perron(&searching, REGIME_MEAN, &means);
    trend_list_space(list);
    add_bai_perron(&searching, REGIME_LINE, &lines);
    note_search(trend, result, has_sup_f, &means, &lines);
}
