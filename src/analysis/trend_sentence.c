/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <math.h>

#include "analysis/census.h"
#include "analysis/prose.h"
#include "analysis/trend_parts.h"
#include "base/buf.h"

#define SENTENCE_BYTES ((size_t)4000)

/* "by 10.7 per cent a year in 1991–2023 (95 % interval 7.4 to 14.2)" */
static void say_growth(struct buf *buf, const struct trend_core *core,
                       const char *years)
{
    double percent = core->poisson.percent.value;
    struct interval interval = core->poisson.interval;
    buf_printf(buf, " %s by %.1f per cent a year in %s",
               percent < 0 ? "fell" : "grew", fabs(percent), years);
    if (interval_is(interval))
        buf_printf(buf, " (95 %% interval %s%.1f to %s%.1f)",
                   interval.low < 0 ? "−" : "", fabs(interval.low),
                   interval.high < 0 ? "−" : "", fabs(interval.high));
}

/* "median slope +17.0 TIV million a year" */
static void say_slope(struct buf *buf, const struct trend *trend,
                      const struct trend_core *core)
{
    double slope = core->sen.slope.value / trend->scale;
    unsigned decimals = fabs(slope) >= 1 ? 1 : trend_decimals(slope);
    bool unit = !trend->of_file || trend->study->series->unit_known;
    enum unit of =
        trend->of_file ? trend->study->series->unit : trend->study->cube->unit;
    buf_printf(buf, "median slope %s%.*f %s%s%sa year",
               slope < 0   ? "−"
               : slope > 0 ? "+"
                           : "",
               (int)decimals, fabs(slope), trend_scale_word(trend),
               unit ? unit_title(of) : "", unit ? " " : "");
}

static void say_p(struct buf *buf, const struct trend *trend,
                  const struct trend_core *core)
{
    bool corrected = estimate_is(core->corrected.p);
    struct estimate p = corrected ? core->corrected.p : core->kendall.p;
    if (!estimate_is(p) || !estimate_is(core->kendall.tau_b))
        return;
    buf_printf(buf, "; %s, %scorrected for autocorrelation",
               trend_p_words(trend->arena, p.value), corrected ? "" : "not ");
}

void trend_sentence(const struct trend *trend, const struct trend_core *core,
                    struct result *result)
{
    const struct study *study = trend->study;
    struct arena *arena = &result->arena;
    struct buf buf;
    char years[PERIOD_TEXT];
    if (!estimate_is(core->sen.slope))
        return;
    buf_init(&buf, SENTENCE_BYTES);
    period_print(years, yearly_run(&trend->yearly, 0, trend->yearly.n));
    const char *subject =
        trend->of_file
            ? arena_printf(arena, "%c%s", trend->subject[0], trend->subject + 1)
            : sides_subject(&trend->series.sides, study);
    buf_add_text(&buf, subject);
    if (estimate_is(core->poisson.percent)) {
        say_growth(&buf, core, years);
        buf_add_text(&buf, ", ");
    } else {
        buf_printf(&buf, " in %s: ", years);
    }
    say_slope(&buf, trend, core);
    say_p(&buf, trend, core);
    const char *census = census_line(study);
    buf_printf(&buf, ". %s. %s.", census, citation(study));
    result->sentence = arena_str(arena, buf_str(&buf)).ptr;
    buf_done(&buf);
}
