/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --break: a year that was named beforehand (Chow), or the search for one.
 * A year of a break is the last of the old regime. */
#include <config.h>

#include "analysis/trend_regimes.h"
#include "stat/chow.h"
#include "trade/period.h"

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
        searching_regime(searching, variant, 0, at, regime);
        searching_regime(searching, variant, at, yearly->n - at, regime);
    }
    const char *degrees =
        estimate_is(test.f)
            ? arena_printf(searching->list->arena, " (%zu, %zu)",
                           test.numerator, test.denominator)
            : "";
    const char *label =
        arena_printf(searching->list->arena, "%s after %d: F%s",
                     line ? "New mean and slope" : "Shift of the mean",
                     yearly->to[at - 1], degrees);
    struct trend_entry *entry = searching_entry(searching, "break_f", variant,
                                                label, LOOK_INDEX, test.f);
    entry->p_plain = test.p;
    entry->shows_p = true;
    entry->note =
        arena_printf(searching->list->arena, "after %d; df %zu, %zu",
                     yearly->to[at - 1], test.numerator, test.denominator);
}

/* How many values there are up to the one that ends in that year. */
static bool find_year(const struct trend *trend, int year, size_t *at,
                      struct err *err)
{
    const struct yearly *yearly = &trend->yearly;
    for (*at = 1; *at < yearly->n; (*at)++) {
        if (yearly->to[*at - 1] == year)
            return true;
    }
    char years[PERIOD_TEXT];
    if (yearly->n < 2)
        return err_set(err, ERR_REQUEST,
                       "--break %d: a break takes values up to the year and "
                       "behind it, and there %s; widen --years",
                       year, yearly->n ? "is one value" : "are none");
    period_print(years, yearly_run(yearly, 0, yearly->n - 1));
    return err_set(err, ERR_REQUEST,
                   "--break %d: the last year of the old regime has to %s and "
                   "values behind it; name one of %s",
                   year,
                   yearly->span > 1 ? "be the last of a period, with a value"
                                    : "have a value",
                   years);
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

static bool break_of(const struct trend *trend, struct trend_list *list,
                     struct result *result, struct err *err)
{
    struct str word = str_from(trend->ask->breaks);
    struct period_spec spec;
    if (str_eq_fold(word, STR("search"))) {
        trend_search(trend, list, result);
        return true;
    }
    if (!period_parse(word, &spec) || spec.form != PERIOD_YEARS ||
        spec.years.from != spec.years.to)
        return err_set(err, ERR_REQUEST,
                       "--break %s: neither a year nor search; it takes the "
                       "last year of the old regime, such as 2013",
                       trend->ask->breaks);
    return break_at(trend, list, result, spec.years.from, err);
}

static void note_least(const struct trend_list *list, struct result *result)
{
    bool few = false;
    for (size_t i = 0; i < list->count; i++)
        few |= list->items[i].value.undefined == UNDEFINED_N_TOO_SMALL;
    if (few)
        result_add_note(result,
                        "A test for a break takes %zu years, and %zu on either "
                        "side.",
                        BREAK_LEAST_YEARS, BREAK_LEAST_REGIME);
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
    note_least(&list, result);
    trend_note_census(trend, result, "");
    trend_list_rows(&list, result, trend->study, &trend->yearly);
    trend_list_view(&list, result, &trend->yearly, trend->scale);
    trend_foot(trend, result);
    return true;
}
