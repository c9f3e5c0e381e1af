/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <stdint.h>

#include "analysis/magnitude.h"
#include "analysis/prose.h"
#include "analysis/trend_parts.h"
#include "base/buf.h"
#include "base/utf8.h"

#define YEARS_BYTES ((size_t)4000)

const char *trend_scale_word(const struct trend *trend)
{
    return trend->scale >= 1e6 ? "million "
           : trend->scale > 1  ? "thousand "
                               : "";
}

/* "Customs value", "Volume". */
static const char *noun_of(const struct study *study)
{
    enum measure measure = study->cube->measure;
    bool customs =
        measure == MEASURE_CUSTOMS_EXPORT || measure == MEASURE_CUSTOMS_IMPORT;
    const char *noun = unit_noun(study->cube->unit);
    return customs && str_eq(str_from(noun), STR("Value")) ? "Customs value"
                                                           : noun;
}

/* At which prices money is. */
static const char *prices_words(const struct trend *trend)
{
    int prices = trend->study->prices;
    return prices ? arena_printf(trend->arena, ", constant %d prices", prices)
                  : ", current";
}

static const char *flow_unit_line(const struct trend *trend)
{
    enum unit unit = trend->study->cube->unit;
    bool money = unit == UNIT_USD || unit == UNIT_EUR || unit == UNIT_GBP;
    return arena_printf(trend->arena, "%s, %s%s a year%s",
                        noun_of(trend->study), trend_scale_word(trend),
                        unit_title(unit),
                        unit == UNIT_TIV_MILLION
                            ? " (an index of military capability, not money)"
                        : money ? prices_words(trend)
                                : "");
}

/* What a file of two columns counts is for the user to say. */
static const char *file_unit_line(const struct trend *trend)
{
    const struct year_series *series = trend->study->series;
    if (!series->unit_known)
        return "Unit not given";
    return arena_printf(trend->arena, "%s, %s a year%s",
                        unit_noun(series->unit), unit_title(series->unit),
                        series->unit == UNIT_TIV_MILLION
                            ? " (an index of military capability, not money)"
                            : "");
}

void trend_title(const struct trend *trend, struct result *result,
                 const char *what)
{
    const struct yearly *yearly = &trend->yearly;
    char years[PERIOD_TEXT];
    period_print(years, yearly->n ? yearly_run(yearly, 0, yearly->n)
                                  : trend->periods.now);
    const char *pieces =
        yearly->span == 1 ? arena_printf(trend->arena, "%zu year%s", yearly->n,
                                         yearly->n == 1 ? "" : "s")
                          : arena_printf(trend->arena, "%zu period%s",
                                         yearly->n, yearly->n == 1 ? "" : "s");
    result->view.title = arena_printf(&result->arena, "%s%s, %s (%s)", what,
                                      trend->subject, years, pieces);
    result->view.unit_line =
        trend->of_file ? file_unit_line(trend) : flow_unit_line(trend);
}

const char *trend_per_year(const struct trend *trend, const char *label)
{
    return arena_printf(trend->arena, "%s, %s%sa year", label, trend->unit,
                        *trend->unit ? " " : "");
}

/* Adds a run of years. */
static void add_run(struct buf *buf, struct period run)
{
    char years[PERIOD_TEXT];
    period_print(years, run);
    buf_printf(buf, "%s%s", buf->len ? ", " : "", years);
}

/* The run of zeros that begins with that value. */
static struct period run_of(const struct yearly *yearly, size_t first)
{
    size_t last = first;
    while (last + 1 < yearly->n && yearly->values[last + 1] == 0 &&
           yearly->from[last + 1] == yearly->to[last] + 1)
        last++;
    return (struct period){yearly->from[first], yearly->to[last]};
}

/* So many runs, and how many years are in the others. */
static const char *zero_runs(const struct trend *trend, size_t most)
{
    const struct yearly *yearly = &trend->yearly;
    struct buf buf;
    size_t runs = 0;
    size_t left = 0;
    buf_init(&buf, YEARS_BYTES);
    for (size_t i = 0; i < yearly->n; i++) {
        if (yearly->values[i] != 0)
            continue;
        struct period run = run_of(yearly, i);
        bool shown = runs++ < most;
        if (shown)
            add_run(&buf, run);
        while (i < yearly->n && yearly->to[i] <= run.to) {
            left += !shown;
            i++;
        }
        i--;
    }
    if (left)
        buf_printf(&buf, " and %zu more", left);
    const char *text = arena_str(trend->arena, buf_str(&buf)).ptr;
    buf_done(&buf);
    return text;
}

const char *trend_zero_years(const struct trend *trend, size_t width)
{
    size_t most = trend->yearly.n;
    const char *text = zero_runs(trend, most);
    while (most > 1 && utf8_width(str_from(text)) > width)
        text = zero_runs(trend, --most);
    return text;
}
