/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/deals_list.h"

#include "cmd/answer.h"
#include "cmd/command.h"
#include "cmd/options.h"

static struct result *answer(const struct request *request,
                             const struct release *release,
                             struct question *question,
                             const struct study *world, struct err *err)
{
    (void)request;
    (void)world;
    return deals_result(&release->study, question, err);
}

static bool run(struct request *request, struct err *err)
{
    if (filter_is_empty(&request->filter))
        return err_set(err, ERR_REQUEST,
                       "deals needs at least one filter, as --supplier KOR "
                       "--recipient POL");
    if (request->read.even_split)
        return err_set(err, ERR_REQUEST,
                       "--assume even-split: deals lists whole orders, of "
                       "which nothing is divided; leave it out, or ask series "
                       "or partners");
    struct plan plan = {
        .need = {.dims = DIM_YEAR,
                 .rows = true,
                 .applied = request->filter,
                 .bundle = NEED_DEALS},
        .table_top = SIZE_MAX,
        .one = answer,
    };
    return answer_run(request, &plan, err);
}

static const char *const examples[] = {
    "deals --supplier KOR --recipient POL",
    "deals --supplier KOR --recipient POL trade-register.csv",
    NULL,
};

const struct command command_deals = {
    .name = "deals",
    .summary = "orders: ordered, delivered, pending, in which years",
    .operands = "[[RELEASE=]DATA...]",
    .by_default = "a usage error: at least one filter is needed; then all "
                  "orders, newest first.",
    .examples = examples,
    .groups = G_SELECT | G_YEARS | G_TOP | G_BUNDLE | G_NAMES | G_OUTPUT |
              G_READ | G_COMMON | G_MEMBERS,
    .run = run,
};
