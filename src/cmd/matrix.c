/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/matrix.h"

#include "cmd/answer.h"
#include "cmd/check.h"
#include "cmd/command.h"
#include "cmd/options.h"

static struct result *answer(const struct request *request,
                             const struct release *release,
                             struct question *question,
                             const struct study *world, struct err *err)
{
    (void)world;
    if (!request->within) {
        request_list_suppliers(request, question);
        request_list_recipients(request, question);
    }
    if (!check_pairs(release, err))
        return NULL;
    return matrix_result(&release->study, question, err);
}

static bool run(struct request *request, struct err *err)
{
    struct plan plan = {
        .need = {.dims = by_dims(BY_PAIR),
                 .applied = request->filter,
                 .bundle = NEED_PAIRS},
        .table_top = 10,
        .one = answer,
    };
    if (!request->within) {
        filter_open_supplier(&plan.need.applied);
        filter_open_recipient(&plan.need.applied);
    }
    return answer_run(request, &plan, err);
}

static const char *const examples[] = {
    "matrix --years 2019-23 trade-register.csv",
    "matrix -f csv trade-register.csv",
    NULL,
};

const struct command command_matrix = {
    .name = "matrix",
    .summary = "supplier by recipient",
    .operands = "[RELEASE=]DATA...",
    .by_default = "the ten largest suppliers by their ten largest recipients, "
                  "last five years; needs a trade register.",
    .examples = examples,
    .groups = G_SELECT | G_YEARS | G_PREVIOUS | G_WITHIN | G_TOP | G_NAMES |
              G_OUTPUT | G_READ | G_COMMON | G_MERGE | G_MEMBERS | G_DEFLATE,
    .run = run,
};
