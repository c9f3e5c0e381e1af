/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/lags_view.h"

#include "analysis/view_parts.h"

static size_t open_orders(const struct lags *lags)
{
    const struct survival *all = &lags->whole.curves[LAG_ALL];
    return all->n - all->events;
}

/* Which orders the data have at all. */
static void note_selection(struct result *result, const struct lags *lags)
{
    if (!lags->tells_orders)
        result_add_note(
            result,
            "This layout lists deliveries only: orders without one are not in "
            "it, so every time is that of a delivered order, and the times of "
            "late years are too short; SIPRI's register with one row a deal "
            "has both.");
    else if (open_orders(lags) == 0)
        result_add_note(result,
                        "No order is open: if the file leaves those out, the "
                        "times of late years are too short.");
    else
        result_add_note(result,
                        "Orders that were open at the end of the data count "
                        "as longer than that (Kaplan-Meier; interval "
                        "log-log).");
    result_add_note(result,
                    "Orders that were cancelled leave the register, and some "
                    "enter it with their delivery. Times are differences of "
                    "calendar years, so many are equal.");
    if (lags->asked->last && !lags->tells_orders)
        result_add_note(result,
                        "The last delivery is the last that is recorded; more "
                        "may follow.");
}

/* What the mean adds to the quantiles, which of a lumpy curve say little. */
static void note_mean(struct result *result, const struct lags *lags)
{
    struct restricted_mean mean =
        survival_mean(&lags->whole.curves[LAG_ALL], LAG_HORIZON);
    struct estimate middle;
    struct estimate half =
        survival_quantile(&lags->whole.curves[LAG_ALL], 0.5, &middle);
    if (estimate_is(mean.mean))
        result_add_note(result,
                        "All orders: mean of the times, longer ones cut at %d "
                        "years, %.2f (standard error %.2f).",
                        LAG_HORIZON, mean.mean.value, mean.error.value);
    if (estimate_is(half) && middle.value > half.value)
        result_add_note(result,
                        "The curve meets 50 %% exactly at %.0f: R's survfit "
                        "prints %.1f, the middle to the next time.",
                        half.value, middle.value);
}

static void note_test(struct result *result, const struct lags *lags)
{
    if (lags->asked->by == BY_WORLD)
        return;
    if (!estimate_is(lags->test.p)) {
        result_add_note(result,
                        "No log-rank test: it takes two groups of at least %d "
                        "orders.",
                        LAG_TESTED_FROM);
        return;
    }
    double p = lags->test.p.value;
    const char *shown =
        p < 0.001 ? "p <0.001" : arena_printf(&result->arena, "p %#.2g", p);
    result_add_note(result,
                    "Log-rank test between the %zu groups of at least %d "
                    "orders: chi-squared %.1f, %zu degrees of freedom, %s.",
                    lags->tested, LAG_TESTED_FROM, lags->test.chi2.value,
                    lags->test.df, shown);
}

static const char *count_words(struct arena *arena, size_t count)
{
    char text[DECIMAL_TEXT];
    amount_whole(text, (amount)count * AMOUNT_ONE);
    return arena_printf(arena, "%s %s", text, count == 1 ? "order" : "orders");
}

static void note_aside(struct result *result, size_t count, const char *why)
{
    if (count > 0)
        result_add_note(result, "In no curve: %s %s.",
                        count_words(&result->arena, count), why);
}

static void note_asides(struct result *result, const struct lags *lags)
{
    const struct lags_aside *aside = &lags->aside;
    struct period covered = lags->study->scope.covered;
    note_aside(result, aside->early, "delivered before the year of the order");
    note_aside(result, aside->undated, "of an unknown year");
    note_aside(result, aside->incomplete,
               "of which nothing says whether the last delivery was all");
    if (lags->ordered.from == covered.from)
        note_aside(result, aside->before,
                   "from before the data begin, whose first deliveries may "
                   "not be in them");
    if (lags->ordered.to == covered.to)
        note_aside(result, aside->after, "from after the data end");
}

/* Marks of uncertainty choose among orders: open ones have fewer. */
static void note_certain(struct result *result, const struct lags *lags)
{
    const struct survival *all = &lags->whole.curves[LAG_ALL];
    const struct survival *certain = &lags->whole.curves[LAG_CERTAIN];
    if (all->n == certain->n)
        return;
    result_add_note(result,
                    "Certain years only: without the %s whose year of order "
                    "or of delivery the source marks as uncertain%s.%s",
                    count_words(&result->arena, all->n - certain->n),
                    lags->tells_orders
                        ? " (one mark may stand for numbers and years alike)"
                        : "",
                    open_orders(lags) > 0
                        ? " Open orders have no delivery to be marked and "
                          "weigh more there."
                        : "");
}

void lags_notes(struct result *result, const struct lags *lags)
{
    parts_note_periods(result, &(struct periods){.now = lags->ordered,
                                                 .clipped = lags->clipped});
    if (lags->whole.curves[LAG_ALL].n == 0) {
        result_add_note(result, "No order of this selection is in a curve.");
    } else {
        note_test(result, lags);
        note_mean(result, lags);
        note_selection(result, lags);
        note_certain(result, lags);
    }
    note_asides(result, lags);
    char pending[DECIMAL_TEXT];
    amount_whole(pending, (amount)open_orders(lags) * AMOUNT_ONE);
    result->provenance.universe = arena_printf(
        &result->arena, "%s in the curves, %s of them pending",
        count_words(&result->arena, lags->whole.curves[LAG_ALL].n), pending);
}
