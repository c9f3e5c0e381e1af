/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/trend_core.h"

#include "analysis/prose.h"
#include "analysis/trend_parts.h"
#include "stat/autocorrelation.h"

/* Means at the ends that share years are no ends. */
static struct estimate compound_growth(const struct yearly *yearly)
{
    size_t n = yearly->n;
    size_t ends = yearly->span > 1 ? 1 : TREND_END_YEARS;
    if (n < 2 * ends)
        return estimate_none(n ? UNDEFINED_N_TOO_SMALL : UNDEFINED_NO_DATA);
    double first = 0;
    double last = 0;
    for (size_t i = 0; i < ends; i++) {
        first += yearly->years[i] / (double)ends;
        last += yearly->years[n - 1 - i] / (double)ends;
    }
    return growth_compound(yearly_mean(yearly, 0, ends),
                           yearly_mean(yearly, n - ends, ends), last - first);
}

void trend_core_compute(struct trend_core *core, const struct yearly *yearly)
{
    struct annual series = yearly_annual(yearly);
    enum sandwich kind = SANDWICH_NEWEY_WEST;
    core->lags = sandwich_lags(series.n);
    core->sen = sen_fit(series, TREND_LEVEL);
    core->ols = ols_fit(series, kind, core->lags, TREND_LEVEL);
    core->poisson = poisson_trend(series, kind, core->lags, TREND_LEVEL);
    core->loglinear = growth_loglinear(series, kind, core->lags, TREND_LEVEL);
    core->cagr = compound_growth(yearly);
    core->kendall = kendall_test(series.values, series.n);
    core->corrected = correction_test(yearly_steps(yearly), CORRECTION_BCPW);
    core->lag1 = autocorrelation_detrended(yearly_steps(yearly));
    core->bound =
        series.n > 1 ? autocorrelation_bound(series.n, TREND_LEVEL) : 0;
}

static void add_end(const struct trend *trend, struct trend_list *list,
                    bool last)
{
    const struct yearly *yearly = &trend->yearly;
    bool windows = yearly->span > 1;
    size_t count = windows ? 1 : TREND_END_YEARS;
    bool there = yearly->n >= count;
    size_t at = last && there ? yearly->n - count : 0;
    char years[PERIOD_TEXT] = "";
    if (there)
        period_print(years, yearly_run(yearly, at, count));
    bool gap = there && !windows &&
               period_length(yearly_run(yearly, at, count)) > TREND_END_YEARS;
    const char *label = arena_printf(list->arena, "Mean of the %s %s%s%s",
                                     last ? "last" : "first",
                                     windows ? "period"
                                     : gap   ? "five with data"
                                             : "five years",
                                     there ? ", " : "", years);
    struct trend_entry *entry =
        trend_list_add(list, yearly, "mean",
                       windows ? last ? "last_period" : "first_period"
                       : last  ? "last_five_years"
                               : "first_five_years",
                       label);
    entry->value =
        estimate_none(yearly->n ? UNDEFINED_N_TOO_SMALL : UNDEFINED_NO_DATA);
    if (!there)
        return;
    entry->value = estimate_of(yearly_mean(yearly, at, count));
    entry->years = yearly_run(yearly, at, count);
    entry->n = count;
}

static void add_size(const struct trend *trend, struct trend_list *list)
{
    const struct yearly *yearly = &trend->yearly;
    struct arena *arena = list->arena;
    add_end(trend, list, false);
    add_end(trend, list, true);
    bool windows = yearly->span > 1;
    size_t equals = 0;
    for (size_t i = 0; i < yearly->n; i++)
        equals += yearly->values[i] == yearly->values[yearly->largest];
    const char *label = arena_printf(
        arena, "Largest %s%s%s%s", windows ? "period" : "year",
        yearly->n ? ", " : "",
        yearly->n ? yearly_label(yearly, yearly->largest, arena) : "",
        equals > 1 ? arena_printf(arena, ", first of %zu equals", equals) : "");
    struct trend_entry *entry =
        trend_list_add(list, yearly, "largest_year", "", label);
    if (yearly->n) {
        entry->value = estimate_of(yearly->values[yearly->largest]);
        entry->years = yearly_run(yearly, yearly->largest, 1);
        entry->n = 1;
        entry->note = equals > 1
                          ? arena_printf(arena, "first of %zu equals", equals)
                          : "";
    }
}

static void add_counts(const struct trend *trend, struct trend_list *list)
{
    const struct yearly *yearly = &trend->yearly;
    const char *what = yearly->span > 1 ? "Periods" : "Years";
    const char *label =
        trend->of_file
            ? arena_printf(list->arena, "%s of zero", what)
            : arena_printf(list->arena, "%s without %s", what,
                           measure_words(trend->study->cube->measure)->records);
    bool told = !trend->of_file || yearly->zeros;
    struct trend_entry *entry =
        trend_list_add(list, yearly, "zero_years", "", told ? label : NULL);
    entry->look = LOOK_COUNT;
    entry->value = estimate_of((double)yearly->zeros);
    entry->beside = trend_zero_years(trend, 20);
    entry->note = trend_zero_years(trend, SIZE_MAX);
    entry =
        trend_list_add(list, yearly, "missing_years", "",
                       yearly->missing ? "Years without data (gaps)" : NULL);
    entry->look = LOOK_COUNT;
    entry->value = estimate_of((double)yearly->missing);
    entry->note = yearly->missing_years;
}

static struct trend_entry *add_slope(struct trend_list *list,
                                     const struct trend *trend,
                                     const char *statistic, const char *variant,
                                     const char *label, enum trend_look look)
{
    struct trend_entry *entry =
        trend_list_add(list, &trend->yearly, statistic, variant, label);
    entry->look = look;
    entry->level = TREND_LEVEL;
    return entry;
}

static void add_slopes(const struct trend *trend, const struct trend_core *core,
                       struct trend_list *list)
{
    struct trend_entry *entry =
        add_slope(list, trend, "sen_slope", "median_of_pairs",
                  trend_per_year(trend, "Median slope (Sen)"), LOOK_CHANGE);
    entry->value = core->sen.slope;
    entry->interval = core->sen.interval;
    entry =
        trend_list_add(list, &trend->yearly, "sen_intercept", "conover", NULL);
    entry->value = core->sen.intercept;
    entry =
        add_slope(list, trend, "ols_slope", "newey_west",
                  trend_per_year(trend, "Least-squares slope"), LOOK_CHANGE);
    entry->value = core->ols.slope.value;
    entry->interval = core->ols.slope.interval;
    entry->p = core->ols.slope.p;
    entry->note = arena_printf(list->arena, "%zu lags", core->lags);
}

static void add_growth(const struct trend *trend, const struct trend_core *core,
                       struct trend_list *list)
{
    struct trend_entry *entry =
        add_slope(list, trend, "growth_pct", "poisson",
                  "Growth (Poisson), % a year", LOOK_RATE);
    entry->value = core->poisson.percent;
    entry->interval = core->poisson.interval;
    entry->p = core->poisson.rate.p;
    entry->note = arena_printf(list->arena, "newey_west, %zu lags", core->lags);
    entry = trend_list_add(list, &trend->yearly, "growth_pct",
                           trend->yearly.span > 1 ? "cagr_first_last_period"
                                                  : "cagr_five_year_means",
                           NULL);
    entry->value = core->cagr;
    entry = add_slope(list, trend, "growth_pct", "loglinear", NULL, LOOK_RATE);
    entry->value = core->loglinear.percent;
    entry->interval = core->loglinear.interval;
    entry->p = core->loglinear.rate.p;
    entry->note = arena_printf(list->arena, "newey_west, %zu lags", core->lags);
}

/* Of fewer years anything looks steady. */
static struct estimate enough(const struct yearly *yearly,
                              struct estimate estimate)
{
    return yearly->n < ANNUAL_LEAST ? estimate_none(UNDEFINED_N_TOO_SMALL)
                                    : estimate;
}

static void add_direction(const struct trend *trend,
                          const struct trend_core *core,
                          struct trend_list *list)
{
    const struct kendall *kendall = &core->kendall;
    const struct yearly *yearly = &trend->yearly;
    struct trend_entry *entry =
        trend_list_add(list, yearly, "kendall", "tau_b",
                       "Steadiness of direction (Kendall tau-b)");
    entry->look = LOOK_INDEX;
    entry->value = enough(yearly, kendall->tau_b);
    entry->p = core->corrected.p;
    entry->p_plain = kendall->p;
    entry->shows_p = true;
    entry->note = kendall->exact
                      ? "p: Hamed 2009; uncorrected: exact"
                      : "p: Hamed 2009; uncorrected: normal approximation";
    entry = trend_list_add(list, yearly, "mann_kendall_s", "", NULL);
    entry->value = enough(yearly, estimate_of((double)kendall->s));
    entry = trend_list_add(list, yearly, "mann_kendall_variance", "ties", NULL);
    entry->value = enough(yearly, estimate_of(kendall->variance));
    entry = trend_list_add(list, yearly, "mann_kendall_z", "continuity", NULL);
    entry->value = kendall->z;
    entry->p = kendall->p_normal;
    entry =
        trend_list_add(list, yearly, "lag1_autocorrelation", "detrended", NULL);
    entry->value = core->lag1;
    entry->level = TREND_LEVEL;
    if (core->bound > 0)
        entry->interval = interval_of(-core->bound, core->bound);
    entry->note = "low and high: bounds of chance";
}

void trend_core_list(const struct trend *trend, const struct trend_core *core,
                     struct trend_list *list)
{
    add_size(trend, list);
    add_counts(trend, list);
    trend_list_space(list);
    add_slopes(trend, core, list);
    add_growth(trend, core, list);
    add_direction(trend, core, list);
}
