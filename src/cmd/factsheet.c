/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/factsheet.h"

#include "cmd/answer.h"
#include "cmd/check.h"
#include "cmd/command.h"
#include "cmd/options.h"

#define EXPORTERS ((size_t)25)
#define IMPORTERS ((size_t)40)

static struct result *answer(const struct request *request,
                             const struct release *release,
                             struct question *question,
                             const struct study *world, struct err *err)
{
    (void)world;
    if (request->by == BY_SUPPLIER)
        request_list_suppliers(request, question);
    else
        request_list_recipients(request, question);
    if (!check_pairs(release, err))
        return NULL;
    return factsheet_result(&release->study, question, err);
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
        .one = answer,
    };
    if (request->by == BY_SUPPLIER)
        filter_open_supplier(&plan.need.applied);
    else
        filter_open_recipient(&plan.need.applied);
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
              G_OUTPUT | G_FIGURE | G_READ | G_COMMON | G_MERGE | G_MEMBERS |
              G_DEFLATE,
    .run = run,
};
