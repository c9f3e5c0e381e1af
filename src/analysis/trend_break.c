/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --break: a year that was named beforehand (Chow), or the search for one.
 * A year of a break is the first of the new regime. */
#include <config.h>

#include "analysis/census.h"
#include "analysis/trend_parts.h"
#include "stat/bai_perron.h"
#include "stat/chow.h"
#include "stat/sup_f.h"
#include "trade/period.h"

/* One search, and where it is written. */
struct searching {
    const struct trend *trend;
    struct trend_list *list;
    const struct yearly *yearly;
};

static struct trend_entry *add(const struct searching *searching,
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

/* The mean, or the slope, of a run of values. */
static void add_regime(const struct searching *searching, const char *variant,
                       size_t first, size_t count, enum regime regime)
{
    const struct yearly *yearly = searching->yearly;
    struct segment segment =
        segment_of(yearly->values + first, count, regime);
    bool line = regime == REGIME_LINE;
    const char *label =
        line ? trend_per_year(searching->trend,
                              run_words(searching, "Slope of ", first, count))
             : run_words(searching, "Mean of ", first, count);
    struct estimate value =
        estimate_of(line ? segment_slope(&segment) / yearly->span
                         : segment.y_mean);
    struct trend_entry *entry =
        add(searching, line ? "regime_slope" : "regime_mean", variant, label,
            line ? LOOK_CHANGE : LOOK_AMOUNT, value);
    entry->years = yearly_run(yearly, first, count);
    entry->n = count;
}

static void add_chow(const struct searching *searching, size_t at,
                     enum regime regime)
{
    const struct yearly *yearly = searching->yearly;
    bool line = regime == REGIME_LINE;
    const char *variant = line ? "chow_trend" : "chow_mean";
    struct chow test = chow_test(yearly->values, yearly->n, at, regime);
    if (yearly->missing)
        test.f = test.p = estimate_none(UNDEFINED_GAPS);
    if (at > (line ? 1 : 0) && at + (line ? 1 : 0) < yearly->n) {
        add_regime(searching, variant, 0, at, regime);
        add_regime(searching, variant, at, yearly->n - at, regime);
    }
    const char *degrees =
        estimate_is(test.f)
            ? arena_printf(searching->list->arena, " (%zu, %zu)",
                           test.numerator, test.denominator)
            : "";
    const char *label = arena_printf(
        searching->list->arena, "%s in %d: F%s",
        line ? "Change of mean and slope" : "Shift of the mean",
        yearly->from[at], degrees);
    struct trend_entry *entry =
        add(searching, "break_f", variant, label, LOOK_INDEX, test.f);
    entry->p_plain = test.p;
    entry->shows_p = true;
    entry->note = arena_printf(searching->list->arena, "from %d; df %zu, %zu",
                               yearly->from[at], test.numerator,
                               test.denominator);
}

/* The position of the first value of that year or later. */
static bool find_year(const struct trend *trend, int year, size_t *at,
                      struct err *err)
{
    const struct yearly *yearly = &trend->yearly;
    for (*at = 1; *at < yearly->n; (*at)++) {
        if (yearly->from[*at] <= year && year <= yearly->to[*at])
            return true;
    }
    char years[PERIOD_TEXT];
    period_print(years, yearly->n > 1 ? yearly_run(yearly, 1, yearly->n - 1)
                                      : trend->periods.now);
    return err_set(err, ERR_REQUEST,
                   "--break %d: the first year of the new regime has to have "
                   "values before it and its own; name one of %s",
                   year, years);
}

static bool break_at(const struct trend *trend, struct trend_list *list,
                     struct result *result, int year, struct err *err)
{
    struct searching searching = {trend, list, &trend->yearly};
    size_t at;
    if (!find_year(trend, year, &at, err))
        return false;
    add_chow(&searching, at, REGIME_MEAN);
    trend_list_space(list);
    add_chow(&searching, at, REGIME_LINE);
    result_add_note(result,
                    "Chow's test holds for a year that was named before the "
                    "data were looked at (a treaty, a war, a change of "
                    "government); of a year chosen by looking it finds a break "
                    "too often: --break search. It takes yearly swings as "
                    "independent.");
    return true;
}

static void add_sup_f(const struct searching *searching, enum regime regime)
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
    struct trend_entry *entry =
        add(searching, "sup_f", line ? "trend" : "mean", label, LOOK_INDEX,
            value);
    entry->p = test.of[SUP_F].p_sieve;
    entry->p_plain = test.of[SUP_F].p_residual;
    entry->shows_p = true;
    entry->beside =
        found ? arena_printf(searching->list->arena, "from %d",
                             yearly->from[test.at])
              : NULL;
    entry->note = arena_printf(searching->list->arena,
                               "k times F; %zu draws, seed %lu; p: AR(1) "
                               "sieve; uncorrected: residuals",
                               trend->ask->draws, trend->ask->seed);
    add(searching, "break_year", variant, NULL, LOOK_YEAR,
        found ? estimate_of(yearly->from[test.at])
              : estimate_none(value.undefined));
    add(searching, "ave_f", line ? "trend" : "mean", NULL, LOOK_INDEX,
        estimate_is(value) ? test.of[AVE_F].value : value);
    add(searching, "exp_f", line ? "trend" : "mean", NULL, LOOK_INDEX,
        estimate_is(value) ? test.of[EXP_F].value : value);
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
        !name ? NULL
        : breaks
            ? arena_printf(searching->list->arena, "%s, %zu break%s: BIC", name,
                           breaks, breaks == 1 ? "" : "s")
            : arena_printf(searching->list->arena, "%s: BIC", name);
    add(searching, "bic", variant, label, LOOK_INDEX, fit->bic);
    add(searching, "lwz", variant, NULL, LOOK_INDEX, fit->lwz);
    add(searching, "rss", variant, NULL, LOOK_INDEX, estimate_of(fit->rss));
}

static void add_break(const struct searching *searching,
                      const struct bai_perron *search, size_t i)
{
    const struct yearly *yearly = searching->yearly;
    const struct bai_perron_break *found = &search->breaks[i];
    bool line = search->regime == REGIME_LINE;
    const char *label =
        arena_printf(searching->list->arena, "Break of the %s: new from",
                     line ? "trend" : "mean");
    struct trend_entry *entry = add(
        searching, "break_year",
        line ? "bai_perron_trend" : "bai_perron_mean", label, LOOK_YEAR,
        estimate_of(yearly->from[found->at]));
    if (!estimate_is(found->low) || !estimate_is(found->high))
        return;
    double first = yearly->from[0];
    entry->interval =
        interval_of(first + found->low.value * yearly->span,
                    first + found->high.value * yearly->span);
    entry->level = TREND_LEVEL;
}

static void add_regimes(const struct searching *searching,
                        const struct bai_perron *search, const char *variant)
{
    size_t first = 0;
    for (size_t i = 0; search->chosen && i <= search->chosen; i++) {
        size_t end = i < search->chosen ? search->breaks[i].at
                                        : searching->yearly->n;
        add_regime(searching, variant, first, end - first, search->regime);
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
    struct trend_entry *entry =
        add(searching, "breaks", variant, label, LOOK_COUNT,
            search->undefined ? estimate_none(search->undefined)
                              : estimate_of((double)search->chosen));
    if (search->undefined)
        return;
    entry->beside = arena_printf(searching->list->arena, "%zu by LWZ",
                                 search->chosen_lwz);
    add(searching, "breaks_lwz", variant, NULL, LOOK_COUNT,
        estimate_of((double)search->chosen_lwz));
    for (size_t i = 0; i < search->chosen; i++)
        add_break(searching, search, i);
    add_regimes(searching, search, variant);
    for (size_t i = 0; i <= search->most; i++) {
        const char *name = i == 0 ? line ? "One trend" : "One mean"
                           : i == search->chosen
                               ? line ? "Trends" : "Means"
                               : NULL;
        add_model(searching, search, i, name);
    }
}

/* What a person may believe of all this. */
static void note_search(const struct trend *trend, struct result *result,
                        const struct bai_perron *means,
                        const struct bai_perron *lines)
{
    static const char *const best[] = {
        [RIVAL_MEAN] = "one mean, without any change",
        [RIVAL_SHIFTS] = "shifts of the mean",
        [RIVAL_LINE] = "one trend without a break",
        [RIVAL_LINES] = "a trend with breaks",
    };
    result_add_note(result,
                    "p of supF is from a bootstrap that keeps lag-1 "
                    "autocorrelation (%zu draws, seed %lu). A lasting trend "
                    "looks like shifts of the mean, and sets off Pettitt's "
                    "test too.",
                    trend->ask->draws, trend->ask->seed);
    if (!means->undefined && !lines->undefined)
        result_add_note(result, "Least BIC, so the best description: %s.",
                        best[bai_perron_best(means, lines)]);
}

static void search_breaks(const struct trend *trend, struct trend_list *list,
                          struct result *result)
{
    struct searching searching = {trend, list, &trend->yearly};
    add_sup_f(&searching, REGIME_MEAN);
    add_sup_f(&searching, REGIME_LINE);
    trend_add_pettitt(trend, list);
    trend_list_space(list);
    struct bai_perron means;
    struct bai_perron lines;
    add_bai_perron(&searching, REGIME_MEAN, &means);
    trend_list_space(list);
    add_bai_perron(&searching, REGIME_LINE, &lines);
    note_search(trend, result, &means, &lines);
}

static bool break_of(const struct trend *trend, struct trend_list *list,
                     struct result *result, struct err *err)
{
    struct str word = str_from(trend->ask->breaks);
    struct period_spec spec;
    if (str_eq_fold(word, STR("search"))) {
        search_breaks(trend, list, result);
        return true;
    }
    if (!period_parse(word, &spec) || spec.form != PERIOD_YEARS ||
        spec.years.from != spec.years.to)
        return err_set(err, ERR_REQUEST,
                       "--break %s: neither a year nor search; it takes the "
                       "first year of the new regime, such as 2014",
                       trend->ask->breaks);
    return break_at(trend, list, result, spec.years.from, err);
}

bool trend_break(const struct trend *trend, struct result *result,
                 struct err *err)
{
    struct trend_list list = {.arena = trend->arena};
    trend_title(trend, result, "Breaks in ");
    trend_note_series(trend, result);
    if (!break_of(trend, &list, result, err))
        return false;
    trend_note_undefined(&list, result);
    trend_note_census(trend, result, "");
    trend_list_rows(&list, result, trend->study, &trend->yearly);
    trend_list_view(&list, result, &trend->yearly, trend->scale);
    trend_foot(trend, result);
    return true;
}
