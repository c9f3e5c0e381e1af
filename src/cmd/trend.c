/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/trend.h"

#include "cmd/command.h"
#include "cmd/options.h"
#include "cmd/yearly_plan.h"

static struct result *answer(const struct request *request,
                             const struct release *release,
                             struct question *question,
                             const struct study *world, struct err *err)
{
    const struct statistic_request *statistics = &request->statistics;
    struct trend_ask ask = {
        .each = request->each,
        .span = request->span,
        .variants = statistics->variants,
        .breaks = statistics->breaks,
        .smooth = statistics->smooth,
        .draws = statistics->draws,
        .seed = statistics->seed,
    };
    (void)world;
    if (!release->study.series && !yearly_check(release, request->each, err))
        return NULL;
    return trend_result(&release->study, question, &ask, err);
}

static bool run(struct request *request, struct err *err)
{
    struct plan plan = {.need = {.series = true}, .one = answer};
    yearly_plan(&plan, request);
    return answer_run(request, &plan, err);
}

static const char *const examples[] = {
    "trend --supplier KOR",
    "trend --supplier KOR --break 2011",
    "trend --each supplier trade-register.csv",
    NULL,
};

static const struct variant variants[TREND_VARIANTS + 1] = {
    [TREND_SEN] = {"sen", "intercepts of Sen's line, interval by Gilbert"},
    [TREND_OLS] = {"ols", "the least-squares line: errors, fit, residuals"},
    [TREND_POISSON] = {"poisson", "the Poisson trend: errors, doubling time"},
    [TREND_LOGLINEAR] = {"loglinear", "growth by logarithms; none with zeros"},
    [TREND_CAGR] = {"cagr", "compound growth between five-year means"},
    [TREND_TAU_A] = {"tau-a", "Kendall's tau without correction for ties"},
    [TREND_HAMED_RAO] = {"hamed-rao", "Mann-Kendall, variance by all "
                                      "significant lags (1998)"},
    [TREND_HAMED_RAO_3] = {"hamed-rao-3", "the same by lags up to 3"},
    [TREND_HAMED_RAO_ABS] = {"hamed-rao-abs",
                             "the same with |n/n*|, as pyMannKendall"},
    [TREND_PREWHITENED] = {"prewhitened", "Mann-Kendall, prewhitened (von "
                                          "Storch 1995)"},
    [TREND_TFPW] = {"tfpw", "trend-free prewhitening, to replicate published "
                            "work"},
    [TREND_VOLATILITY] = {"volatility", "coefficients of variation, changes"},
    [TREND_PETTITT] = {"pettitt", "Pettitt's test for one shift"},
    [TREND_CUSUM] = {"cusum", "OLS and recursive CUSUM"},
    [TREND_PARTITION] = {"partition", "optimal partitioning into levels"},
    {NULL, NULL},
};

const struct command command_trend = {
    .name = "trend",
    .summary = "slope, growth, tests and breaks of a series",
    .operands = "[[RELEASE=]DATA...]",
    .by_default = "the world's annual total over all years with data: slope, "
                  "growth, corrected test, breaks not tested.",
    .examples = examples,
    .groups = G_SELECT | G_YEARS | G_EACH | G_TOP | G_BUNDLE | G_NAMES |
              G_OUTPUT | G_READ | G_COMMON | G_MERGE | G_MEMBERS | G_VARIANT |
              G_DEFLATE | G_TREND | G_DRAWS,
    .variants = variants,
    .run = run,
};
