/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/matrix.h"

#include "cmd/answer.h"
#include "cmd/check.h"
#include "cmd/command.h"
#include "cmd/options.h"

static bool build(struct answer *answer, struct err *err)
{
    const struct request *request = answer->request;
    for (size_t i = 0; i < answer->loaded->count; i++) {
        const struct release *release = &answer->loaded->releases[i];
        struct question question;
        request_question(request, &question);
        question.top = answer->top;
        if (!request->within) {
            question.list_supplier = request->filter.supplier;
            question.hide_supplier = request->filter.not_supplier;
            question.list_recipient = request->filter.recipient;
            question.hide_recipient = request->filter.not_recipient;
        }
        if (!check_pairs(release, err) ||
            !answer_add(answer, matrix_result(&release->study, &question, err),
                        err))
            return false;
    }
    return true;
}

static bool run(struct request *request, struct err *err)
{
    struct plan plan = {
        .need = {.dims = by_dims(BY_PAIR),
                 .applied = request->filter,
                 .bundle = NEED_PAIRS},
        .table_top = 10,
        .build = build,
    };
    if (!request->within) {
        plan.need.applied.supplier = (struct place_set){0};
        plan.need.applied.not_supplier = (struct place_set){0};
        plan.need.applied.recipient = (struct place_set){0};
        plan.need.applied.not_recipient = (struct place_set){0};
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
              G_OUTPUT | G_READ | G_COMMON,
    .run = run,
};
