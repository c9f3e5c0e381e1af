/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/compare.h"

#include "analysis/pieces.h"
#include "base/diag.h"
#include "cmd/answer.h"
#include "cmd/check.h"
#include "cmd/command.h"
#include "cmd/options.h"

/* One place named and nothing said of the rows: its partners are the rows. */
static bool is_of_supplier(const struct request *request)
{
    return !request->by_given && request->filter.supplier.count &&
           !request->filter.recipient.count && !request->within;
}

static enum by rows_of(const struct request *request,
                       const struct release *release)
{
    const struct scope *scope = &release->study.scope;
    if (request->by_given)
        return request->by;
    if (is_of_supplier(request))
        return BY_RECIPIENT;
    if (scope->supplier.divided && scope->supplier.extent != SCOPE_ONE)
        return BY_SUPPLIER;
    return scope->recipient.divided ? BY_RECIPIENT
           : scope->by_category     ? BY_CATEGORY
                                    : BY_SUPPLIER;
}

static bool build_one(struct answer *answer, const struct question *question,
                      struct err *err)
{
    const struct request *request = answer->request;
    const struct study *study = &answer->loaded->releases[0].study;
    return answer_add(
        answer,
        compare_result(study, question, is_of_supplier(request), err), err);
}

static void set_question(const struct request *request, enum by by, size_t top,
                         struct question *question)
{
    request_question(request, question);
    question->by = by;
    question->top = top;
    if ((by == BY_SUPPLIER || by == BY_PAIR) && !request->within)
        request_list_suppliers(request, question);
    if ((by == BY_RECIPIENT || by == BY_PAIR) && !request->within)
        request_list_recipients(request, question);
}

static bool check_request(const struct answer *answer, enum by by,
                          struct err *err)
{
    const struct request *request = answer->request;
    const struct release *release = &answer->loaded->releases[0];
    if (answer->loaded->count > 1)
        return err_set(err, ERR_REQUEST,
                       "compare holds two periods of one release against each "
                       "other, and these are %zu releases; give one (rank "
                       "shows several side by side)",
                       answer->loaded->count);
    if (request->each == EACH_ROLLING)
        return err_set(err, ERR_REQUEST,
                       "--each rolling: rolling periods share data, and their "
                       "differences are arithmetic, not evidence; --each "
                       "window takes periods that do not");
    if (is_of_supplier(request) && !check_pairs(release, err))
        return false;
    return check_by(release, by, err);
}

static bool build(struct answer *answer, struct err *err)
{
    struct request *request = answer->request;
    const struct study *study = &answer->loaded->releases[0].study;
    enum by by = rows_of(request, &answer->loaded->releases[0]);
    struct question question;
    const struct question *pieces;
    size_t count;
    size_t built = 0;
    if (!check_request(answer, by, err))
        return false;
    set_question(request, by, answer->top, &question);
    if (!pieces_of(&question, study, request->each, request->span, &pieces,
                   &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct periods periods;
        if (!question_periods(&pieces[i], study, 5, &periods, err))
            return false;
        /* The first of several periods has none before it. */
        if (periods.before_missing && i + 1 < count &&
            request->each != EACH_CATEGORY)
            continue;
        if (!build_one(answer, &pieces[i], err))
            return false;
        built++;
    }
    return built || err_set(err, ERR_REQUEST,
                            "compare needs two periods of %d years, and the "
                            "data do not cover them",
                            request->span);
}

/* Filters of the listed side choose rows, unless --within. */
static struct filter universe(const struct request *request)
{
    struct filter filter = request->filter;
    bool of_supplier = is_of_supplier(request);
    bool supplier = of_supplier || request->by == BY_SUPPLIER ||
                    request->by == BY_PAIR;
    bool recipient = of_supplier || request->by == BY_RECIPIENT ||
                     request->by == BY_PAIR;
    if (supplier && !request->within)
        filter_open_supplier(&filter);
    if (recipient && !request->within)
        filter_open_recipient(&filter);
    return filter;
}

static bool run(struct request *request, struct err *err)
{
    bool of_supplier = is_of_supplier(request);
    struct plan plan = {
        .need = {.dims = by_dims(of_supplier ? BY_PAIR : request->by),
                 .either_side = !request->by_given,
                 .applied = universe(request),
                 .bundle = NEED_PAIRS},
        .table_top = 10,
        .build = build,
    };
    if (request->each == EACH_CATEGORY)
        plan.need.dims |= DIM_CATEGORY;
    else if (of_supplier) {
        plan.need.margins = true;
        plan.need.chosen.supplier = request->filter.supplier;
    }
    if (filter_is_empty(&plan.need.applied) && !of_supplier &&
        (request->by == BY_SUPPLIER || request->by == BY_WORLD))
        plan.need.bundle = NEED_SUPPLIERS;
    return answer_run(request, &plan, err);
}

static const char *const examples[] = {
    "compare",
    "compare --supplier KOR trade-register.csv",
    "compare --recipient Poland trade-register.csv",
    "compare --by category trade-register.csv",
    NULL,
};

static const struct variant variants[] = {{NULL, NULL}};

const struct command command_compare = {
    .name = "compare",
    .summary = "what explains the change between two periods",
    .operands = "[[RELEASE=]DATA...]",
    .by_default = "the world, last five years against the five before: what "
                  "each supplier contributed to the change, who is new and who "
                  "ceased.",
    .examples = examples,
    .groups = G_SELECT | G_YEARS | G_PREVIOUS | G_BY | G_EACH | G_WITHIN |
              G_TOP | G_BUNDLE | G_NAMES | G_OUTPUT | G_READ | G_COMMON |
              G_MERGE | G_MEMBERS | G_VARIANT,
    .variants = variants,
    .run = run,
};
