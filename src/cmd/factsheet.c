/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/factsheet.h"

#include "cmd/answer.h"
#include "cmd/check.h"
#include "cmd/command.h"
#include "cmd/options.h"

#define EXPORTERS ((size_t)25)
#define IMPORTERS ((size_t)40)

static bool build(struct answer *answer, struct err *err)
{
    const struct request *request = answer->request;
    for (size_t i = 0; i < answer->loaded->count; i++) {
        const struct release *release = &answer->loaded->releases[i];
        struct question question;
        request_question(request, &question);
        question.top = answer->top;
        if (request->by == BY_SUPPLIER) {
            question.list_supplier = request->filter.supplier;
            question.hide_supplier = request->filter.not_supplier;
        } else {
            question.list_recipient = request->filter.recipient;
            question.hide_recipient = request->filter.not_recipient;
        }
        if (!check_pairs(release, err) ||
            !answer_add(answer,
                        factsheet_result(&release->study, &question, err), err))
            return false;
    }
    return true;
}

static bool run(struct request *request, struct err *err)
{
    if (request->by != BY_SUPPLIER && request->by != BY_RECIPIENT)
        return err_set(err, ERR_REQUEST,
                       "--by %s: the fact sheet lists suppliers or recipients",
                       by_word(request->by));
    struct plan plan = {
        .need = {.dims = by_dims(BY_PAIR),
                 .applied = request->filter,
                 .bundle = NEED_PAIRS},
        .table_top = request->by == BY_SUPPLIER ? EXPORTERS : IMPORTERS,
        .build = build,
    };
    if (request->by == BY_SUPPLIER) {
        plan.need.applied.supplier = (struct place_set){0};
        plan.need.applied.not_supplier = (struct place_set){0};
    } else {
        plan.need.applied.recipient = (struct place_set){0};
        plan.need.applied.not_recipient = (struct place_set){0};
    }
    return answer_run(request, &plan, err);
}

static const char *const examples[] = {
    "factsheet trade-register.csv",
    "factsheet --by recipient trade-register.csv",
    NULL,
};

const struct command command_factsheet = {
    .name = "factsheet",
    .summary = "the fact sheet's table with the three main partners of each",
    .operands = "[RELEASE=]DATA...",
    .by_default = "the 25 largest exporters (with --by recipient the 40 "
                  "largest importers), last five years against the five "
                  "before; needs a trade register.",
    .examples = examples,
    .groups = G_SELECT | G_YEARS | G_PREVIOUS | G_BY | G_TOP | G_NAMES |
              G_OUTPUT | G_FIGURE | G_READ | G_COMMON,
    .run = run,
};
