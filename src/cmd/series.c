/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/series.h"

#include "cmd/answer.h"
#include "cmd/check.h"
#include "cmd/command.h"
#include "cmd/options.h"

static bool check_each(const struct release *release, enum each each,
                       struct err *err)
{
    switch (each) {
    case EACH_SUPPLIER:
        return check_by(release, BY_SUPPLIER, err);
    case EACH_RECIPIENT:
        return check_by(release, BY_RECIPIENT, err);
    case EACH_CATEGORY:
        return check_by(release, BY_CATEGORY, err);
    default:
        return true;
    }
}

static struct result *answer(const struct request *request,
                             const struct release *release,
                             struct question *question,
                             const struct study *world, struct err *err)
{
    enum each each = request->each == EACH_NONE ? EACH_YEAR : request->each;
    if (!check_each(release, each, err))
        return NULL;
    return series_result(&release->study, question, each, request->span, world,
                         err);
}

/* The dimensions that the asked sides and the rows need. */
static unsigned dims_of(const struct request *request)
{
    unsigned dims = DIM_YEAR;
    if (request->filter.supplier.count || request->filter.not_supplier.count ||
        request->each == EACH_SUPPLIER)
        dims |= DIM_SUPPLIER;
    if (request->filter.recipient.count ||
        request->filter.not_recipient.count || request->each == EACH_RECIPIENT)
        dims |= DIM_RECIPIENT;
    if (request->each == EACH_CATEGORY)
        dims |= DIM_CATEGORY;
    return dims;
}

/* A row for each entity, not for each year. */
static bool lists_entities(enum each each)
{
    return each == EACH_CATEGORY || each == EACH_SUPPLIER ||
           each == EACH_RECIPIENT;
}

static bool run(struct request *request, struct err *err)
{
    bool pairs =
        request->filter.recipient.count > 0 || request->each == EACH_RECIPIENT;
    struct plan plan = {
        .need = {.dims = dims_of(request),
                 .applied = request->filter,
                 .bundle = pairs ? NEED_PAIRS : NEED_SUPPLIERS},
        .table_top = lists_entities(request->each) ? 10 : SIZE_MAX,
        .one = answer,
        .wants_world = true,
    };
    filter_open_supplier(&plan.need.applied);
    filter_open_recipient(&plan.need.applied);
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
