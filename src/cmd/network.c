/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/network.h"

#include "analysis/pieces.h"
#include "cmd/answer.h"
#include "cmd/check.h"
#include "cmd/command.h"
#include "cmd/options.h"

static const struct variant variants[] = {
    {"degree", "suppliers, recipients and partners of each place"},
    {"strength", "what each place delivers and receives in all"},
    {"pagerank", "along the flow: ranks recipients"},
    {"pagerank-reversed", "against the flow: ranks suppliers"},
    {"hits", "hubs and authorities, and how far apart they are"},
    {"betweenness", "between others, with and without weights"},
    {"k-core", "coreness by partners, links, links out and in"},
    {"components", "weak and strong ones"},
    {"communities", "of largest modularity, by Louvain's method"},
    {"disparity", "links that stand out: the disparity filter"},
    {NULL, NULL},
};

/* The tables asked for, one after the other. */
static bool build_tables(struct answer *answer, const struct study *study,
                         const struct question *question, struct err *err)
{
    const struct statistic_request *asked = &answer->request->statistics;
    if (asked->links || !asked->variants)
        return answer_add(
            answer,
            network_result(study, question,
                           asked->links ? NETWORK_LINKS : NETWORK_SUMMARY, err),
            err);
    for (unsigned i = 0; variants[i].name; i++) {
        enum network_table table = NETWORK_DEGREE + i;
        if (asked->variants >> i & 1 &&
            !answer_add(answer, network_result(study, question, table, err),
                        err))
            return false;
    }
    return true;
}

static bool build(struct answer *answer, struct err *err)
{
    const struct request *request = answer->request;
    for (size_t i = 0; i < answer->loaded->count; i++) {
        const struct release *release = &answer->loaded->releases[i];
        struct question question;
        const struct question *pieces;
        size_t count;
        request_question(request, &question);
        question.top = answer->top;
        if (!check_pairs(release, err) ||
            !pieces_of(&question, &release->study, request->each, request->span,
                       &pieces, &count, err))
            return false;
        for (size_t j = 0; j < count; j++) {
            if (!build_tables(answer, &release->study, &pieces[j], err))
                return false;
        }
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
    if (request->statistics.links && request->statistics.variants)
        return err_set(err, ERR_REQUEST,
                       "--links and --variant are different tables; ask for "
                       "one of them");
    if (request->each == EACH_CATEGORY)
        plan.need.dims |= DIM_CATEGORY;
    return answer_run(request, &plan, err);
}

static const char *const examples[] = {
    "network trade-register.csv",
    "network --variant pagerank,betweenness trade-register.csv",
    "network --links trade-register.csv -o links.csv -o links.gexf",
    NULL,
};

const struct command command_network = {
    .name = "network",
    .summary = "links, density, turnover; centralities on request",
    .operands = "[RELEASE=]DATA...",
    .by_default = "numbers of suppliers, recipients and links, density, "
                  "reciprocity, largest strengths, and links kept, new and "
                  "lost against the period before, last five years; no "
                  "centralities; needs a trade register.",
    .examples = examples,
    .groups = G_SELECT | G_YEARS | G_PREVIOUS | G_EACH | G_TOP | G_NAMES |
              G_OUTPUT | G_READ | G_COMMON | G_MERGE | G_MEMBERS | G_COMPLETE |
              G_VARIANT | G_DEFLATE | G_LINKS,
    .variants = variants,
    .run = run,
};
