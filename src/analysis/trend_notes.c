/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <math.h>

#include "analysis/census.h"
#include "analysis/estimates.h"
#include "analysis/trend_parts.h"
#include "analysis/view_parts.h"
#include "base/buf.h"

#define NOTE_BYTES ((size_t)4000)

const char *trend_p_words(struct arena *arena, double p)
{
    return p < 0.001 ? "p < 0.001" : arena_printf(arena, "p %#.2g", p);
}

/* "lag 1: 0.45, bound 0.34" */
static const char *lag_words(const struct trend_core *core, struct arena *arena)
{
    if (!estimate_is(core->lag1))
        return "";
    return arena_printf(arena, "lag 1: %s%.2f, bound %.2f",
                        core->lag1.value < 0 ? "−" : "", fabs(core->lag1.value),
                        core->bound);
}

/* Why p is the plain one. */
static void say_uncorrected(const struct trend *trend,
                            const struct trend_core *core, struct buf *buf)
{
    const char *lag = lag_words(core, trend->arena);
    const char *what = trend->yearly.span > 1 ? "periods" : "years";
    buf_add_text(buf, "p is not corrected for autocorrelation");
    if (core->corrected.undefined == UNDEFINED_GAPS)
        buf_printf(buf, ", which needs %s without a gap", what);
    else if (core->corrected.undefined == UNDEFINED_N_TOO_SMALL)
        buf_printf(buf, ", which takes %d %s", ANNUAL_LEAST_CORRECTED, what);
    else if (core->corrected.undefined == UNDEFINED_SINGULAR)
        buf_printf(buf, ": a line leaves nothing to correct by");
    else
        buf_printf(buf, ": %s", trend_reason_words(core->corrected.undefined));
    if (*lag)
        buf_printf(buf, " (%s)", lag);
    buf_add_text(buf, ". ");
}

static void say_p(const struct trend *trend, const struct trend_core *core,
                  struct buf *buf)
{
    if (!estimate_is(core->kendall.p) || !estimate_is(core->kendall.tau_b))
        return;
    if (!estimate_is(core->corrected.p)) {
        say_uncorrected(trend, core, buf);
        return;
    }
    const char *lag = lag_words(core, trend->arena);
    buf_printf(buf,
               "p is corrected for autocorrelation (Hamed 2009%s%s); "
               "uncorrected %s. ",
               *lag ? "; " : "", lag,
               trend_p_words(trend->arena, core->kendall.p.value));
}

/* What each of the intervals rests on. */
static void say_intervals(const struct trend *trend,
                          const struct trend_core *core, struct buf *buf)
{
    bool sen = interval_is(core->sen.interval);
    int robust = interval_is(core->ols.slope.interval) +
                 interval_is(core->poisson.interval);
    if (sen)
        buf_printf(buf, "Sen's interval assumes independent %s",
                   trend->yearly.span > 1 ? "periods" : "years");
    if (robust)
        buf_printf(buf, "%s %s Newey-West (%zu lag%s)", sen ? ", the" : "The",
                   robust > 1 ? sen ? "two below it are" : "other two are"
                   : sen      ? "one below it is"
                              : "interval is",
                   core->lags, core->lags == 1 ? "" : "s");
    if (sen || robust)
        buf_add_text(buf, ". ");
}

void trend_note_census(const struct trend *trend, struct result *result,
                       const char *reading)
{
    result_add_note(result, "%s%s.", census_line(trend->study), reading);
}

void trend_core_notes(const struct trend *trend, const struct trend_core *core,
                      struct result *result)
{
    struct buf buf;
    buf_init(&buf, NOTE_BYTES);
    say_p(trend, core, &buf);
    say_intervals(trend, core, &buf);
    const char *reading =
        buf.len ? ": read p and intervals as size of the trend against "
                  "year-to-year swings"
                : "";
    result_add_note(result, "%.*s%s%s.", STR_ARG(buf_str(&buf)),
                    census_line(trend->study), reading);
    buf_done(&buf);
}

static void note_windows(const struct trend *trend, struct result *result)
{
    const struct yearly *yearly = &trend->yearly;
    if (yearly->span == 1)
        return;
    result_add_note(result,
                    "Each value is the yearly mean of %d years; the periods do "
                    "not overlap.",
                    yearly->span);
    if (yearly->n)
        parts_note_left_out(result, trend->periods.now, yearly->period,
                            yearly->span);
}

static void note_gaps(const struct trend *trend, struct result *result)
{
    const struct yearly *yearly = &trend->yearly;
    if (!yearly->missing)
        return;
    struct buf buf;
    buf_init(&buf, NOTE_BYTES);
    for (size_t i = 1; i < yearly->n; i++) {
        struct period gap = {yearly->to[i - 1] + 1, yearly->from[i] - 1};
        char years[PERIOD_TEXT];
        if (!period_length(gap))
            continue;
        period_print(years, gap);
        buf_printf(&buf, "%s%s", buf.len ? ", " : "", years);
    }
    result_add_note(result,
                    "No data for %s: a gap is not a zero. Slopes are by real "
                    "years; what needs an unbroken series is not given.",
                    buf.ptr);
    buf_done(&buf);
}

void trend_note_series(const struct trend *trend, struct result *result)
{
    const struct yearly *yearly = &trend->yearly;
    struct periods whole = {.now = trend->periods.now,
                            .clipped = trend->periods.clipped};
    const char *what = yearly->span > 1 ? "period" : "year";
    parts_note_periods(result, &whole);
    if (!trend->of_file && yearly->n && yearly->zeros == yearly->n)
        parts_note_nothing(result, trend->study);
    if (yearly->trimmed)
        result_add_note(result, "Years in which there was no such state, and "
                                "no record, are left out: they are not zeros.");
    note_windows(trend, result);
    note_gaps(trend, result);
    if (yearly->n < ANNUAL_LEAST)
        result_add_note(result,
                        "Only %zu %s%s: a trend takes at least %d "
                        "(n_too_small).",
                        yearly->n, what, yearly->n == 1 ? "" : "s",
                        ANNUAL_LEAST);
    else if (yearly->n < TREND_FEW_YEARS)
        result_add_note(result,
                        "Only %zu %ss: fewer than %d say little about a trend.",
                        yearly->n, what, TREND_FEW_YEARS);
}

/* "Growth (Poisson)" of "Growth (Poisson), % a year"; a comma in parentheses
 * is a part of it. */
static struct str short_label(const char *label)
{
    size_t length = 0;
    for (int depth = 0; label[length]; length++) {
        if (label[length] == ',' && !depth)
            break;
        depth += (label[length] == '(') - (label[length] == ')');
    }
    return (struct str){label, length};
}

void trend_note_undefined(const struct trend_list *list, struct result *result)
{
    for (int reason = UNDEFINED_NO_DATA; reason <= UNDEFINED_TIES; reason++) {
        struct buf buf;
        buf_init(&buf, NOTE_BYTES);
        for (size_t i = 0; i < list->count; i++) {
            const struct trend_entry *entry = &list->items[i];
            if (!entry->statistic || !entry->label ||
                entry->value.undefined != (enum undefined)reason)
                continue;
            struct str label = short_label(entry->label);
            buf_printf(&buf, "%s%.*s", buf.len ? "; " : "", STR_ARG(label));
        }
        if (buf.len)
            result_add_note(
                result, "–: %s (%s): %s.",
                trend_reason_words((enum undefined)reason),
                reason_word(estimate_reason((enum undefined)reason)), buf.ptr);
        buf_done(&buf);
    }
}

void trend_foot(const struct trend *trend, struct result *result)
{
    parts_show_notes(result);
    view_add_foot(&result->view, &result->arena, "%s",
                  trend->study->source_line);
}
