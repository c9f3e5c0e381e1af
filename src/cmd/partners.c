/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/partners.h"

#include "cmd/answer.h"
#include "cmd/check.h"
#include "cmd/command.h"
#include "cmd/options.h"

static struct result *answer(const struct request *request,
                             const struct release *release,
                             struct question *question,
                             const struct study *world, struct err *err)
{
    (void)request;
    if (!check_pairs(release, err))
        return NULL;
    return partners_result(&release->study, question, world, err);
}

static bool run(struct request *request, struct err *err)
{
    bool supplier = request->filter.supplier.count > 0;
    bool recipient = request->filter.recipient.count > 0;
    if (supplier == recipient)
        return err_set(err, ERR_REQUEST,
                       "partners needs --supplier PLACE (its recipients) or "
                       "--recipient PLACE (its suppliers), one of them");
    struct plan plan = {
        .need = {.dims = by_dims(BY_PAIR),
                 .applied = request->filter,
                 .margins = true,
                 .chosen = {.supplier = request->filter.supplier,
                            .recipient = request->filter.recipient},
                 .bundle = NEED_PAIRS},
        .table_top = 10,
        .one = answer,
        .wants_world = true,
    };
    plan.need.applied.supplier = (struct place_set){0};
    plan.need.applied.recipient = (struct place_set){0};
    return answer_run(request, &plan, err);
}

static const char *const examples[] = {
    "partners --supplier KOR --years 2019-23",
    "partners --supplier \"South Korea\" --years 2019-23 trade-register.csv",
    "partners --recipient Poland trade-register.csv",
    NULL,
};

const struct command command_partners = {
    .name = "partners",
    .summary = "to whom X delivers, from whom X receives, both sides' shares",
    .operands = "--supplier PLACE | --recipient PLACE [[RELEASE=]DATA...]",
    .by_default = "a usage error: one side has to be named; then ten rows of "
                  "the last five years.",
    .examples = examples,
    .groups = G_SELECT | G_YEARS | G_PREVIOUS | G_TOP | G_BUNDLE | G_WORLD |
              G_NAMES | G_OUTPUT | G_FIGURE | G_READ | G_COMMON | G_MERGE |
              G_MEMBERS | G_DEFLATE,
    .run = run,
};
