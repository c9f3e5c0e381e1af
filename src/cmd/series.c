/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/series.h"

#include "cmd/command.h"
#include "cmd/options.h"
#include "cmd/yearly_plan.h"

static struct result *answer(const struct request *request,
                             const struct release *release,
                             struct question *question,
                             const struct study *world, struct err *err)
{
    enum each each = request->each == EACH_NONE ? EACH_YEAR : request->each;
    if (!yearly_check(release, each, err))
        return NULL;
    return series_result(&release->study, question, each, request->span, world,
                         err);
}

static bool run(struct request *request, struct err *err)
{
    struct plan plan = {.one = answer, .wants_world = true};
    yearly_plan(&plan, request);
    return answer_run(request, &plan, err);
}

static const char *const examples[] = {
    "series --supplier KOR",
    "series --supplier KOR --recipient POL",
    "series --supplier KOR --each year trade-register.csv",
    NULL,
};

const struct command command_series = {
    .name = "series",
    .summary = "amounts and shares by year or period",
    .operands = "[[RELEASE=]DATA...]",
    .by_default = "the world's total by year, all years with data, and its "
                  "trailing five-year mean.",
    .examples = examples,
    .groups = G_SELECT | G_YEARS | G_EACH | G_TOP | G_BUNDLE | G_WORLD |
              G_NAMES | G_COMPLETE | G_OUTPUT | G_FIGURE | G_READ | G_COMMON |
              G_MERGE | G_MEMBERS | G_DEFLATE,
    .run = run,
};
