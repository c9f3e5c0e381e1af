/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/concentration.h"

#include "analysis/pieces.h"
#include "analysis/subjects.h"
#include "base/diag.h"
#include "cmd/answer.h"
#include "cmd/check.h"
#include "cmd/command.h"
#include "cmd/options.h"

/* In the order of `variants` below. */
enum { V_INDICES, V_CONTRIBUTIONS, V_LORENZ };

static bool has(const struct request *request, unsigned variant)
{
    return request->statistics.variants >> variant & 1;
}

static bool lists_places(const struct request *request)
{
    return request->each == EACH_SUPPLIER || request->each == EACH_RECIPIENT;
}

static bool table_of(const struct request *request,
                     enum concentration_table *table, struct err *err)
{
    int asked = has(request, V_CONTRIBUTIONS) + has(request, V_LORENZ) +
                (request->statistics.decompose_count > 0);
    if (asked > 1)
        return err_set(err, ERR_REQUEST,
                       "--variant contributions, --variant lorenz and "
                       "--decompose are tables of their own; ask for one");
    *table = request->statistics.decompose_count ? CONCENTRATION_GROUPS
             : has(request, V_CONTRIBUTIONS)     ? CONCENTRATION_CONTRIBUTIONS
             : has(request, V_LORENZ)            ? CONCENTRATION_LORENZ
             : has(request, V_INDICES)           ? CONCENTRATION_INDICES
                                                 : CONCENTRATION_PLAIN;
    if (lists_places(request) && asked)
        return err_set(
            err, ERR_REQUEST,
            "--each %s lists places with a row each; for "
            "contributions, the Lorenz curve or --decompose name "
            "one by --%s",
            request->each == EACH_SUPPLIER ? "supplier" : "recipient",
            request->each == EACH_SUPPLIER ? "supplier" : "recipient");
    return true;
}

/* What is counted: of one supplier, its recipients. */
static enum by counted(const struct request *request)
{
    bool one = request->filter.supplier.count &&
               !request->filter.recipient.count && !request->within;
    if (request->each == EACH_SUPPLIER)
        return BY_RECIPIENT;
    if (request->by_given || request->each == EACH_RECIPIENT || !one)
        return request->by;
    return BY_RECIPIENT;
}

/* The same of a file that is about one supplier, or does not name any. */
static enum by counted_in(const struct request *request,
                          const struct release *release)
{
    const struct scope *scope = &release->study.scope;
    enum by by = counted(request);
    if (request->by_given || lists_places(request) || by != BY_SUPPLIER)
        return by;
    if (scope->recipient.divided &&
        (scope->supplier.extent == SCOPE_ONE || !scope->supplier.divided))
        return BY_RECIPIENT;
    return scope->by_category && !scope->supplier.divided ? BY_CATEGORY : by;
}

static bool check_each(const struct request *request, struct err *err)
{
    enum by by = counted(request);
    bool suppliers = request->each == EACH_SUPPLIER;
    if (lists_places(request) && request->by_given &&
        request->by != (suppliers ? BY_RECIPIENT : BY_SUPPLIER))
        return err_set(err, ERR_REQUEST,
                       "--each %s counts the %s of each; leave --by out",
                       suppliers ? "supplier" : "recipient",
                       suppliers ? "recipients" : "suppliers");
    if (by == BY_WORLD)
        return err_set(err, ERR_REQUEST,
                       "--by world is one row, which nothing is shared "
                       "among; --by supplier, recipient, pair, category or "
                       "weapon says what is counted");
    bool chosen = (by == BY_SUPPLIER && (request->filter.supplier.count ||
                                         request->filter.not_supplier.count)) ||
                  (by == BY_RECIPIENT && (request->filter.recipient.count ||
                                          request->filter.not_recipient.count));
    return !chosen || request->within ||
           err_set(err, ERR_REQUEST,
                   "--%s chooses among the %ss that are counted; --within "
                   "counts these alone, --by %s counts their %ss",
                   by_word(by), by_word(by),
                   by == BY_SUPPLIER ? "recipient" : "supplier",
                   by == BY_SUPPLIER ? "recipient" : "supplier");
}

/* The groups of --decompose. */
static bool read_groups(const struct request *request, struct merge *groups,
                        struct arena *arena, struct err *err)
{
    const struct statistic_request *statistics = &request->statistics;
    enum by by = counted(request);
    *groups = (struct merge){.option = "--decompose"};
    if (!statistics->decompose_count)
        return true;
    if (by != BY_SUPPLIER && by != BY_RECIPIENT)
        return err_set(err, ERR_REQUEST,
                       "--decompose: groups are of suppliers or recipients, "
                       "not of what --by %s counts",
                       by_word(by));
    if (request->merge_count)
        return err_set(err, ERR_REQUEST,
                       "--decompose divides what --merge has put together; "
                       "leave one of them out");
    for (size_t i = 0; i < statistics->decompose_count; i++)
        if (!merge_add(groups, str_from(statistics->decompose[i]), arena, err))
            return false;
    return merge_finish(groups, request->members,
                        request->succession.count ? &request->succession : NULL,
                        err);
}

static void set_question(const struct answer *answer,
                         const struct release *release,
                         struct question *question)
{
    const struct request *request = answer->request;
    request_question(request, question);
    question->by = counted_in(request, release);
    question->top = answer->top;
    if (request->each == EACH_SUPPLIER)
        request_list_suppliers(request, question);
    if (request->each == EACH_RECIPIENT)
        request_list_recipients(request, question);
}

/* Who depends on whom is told by files in which each has all its partners. */
static bool check_partners(const struct request *request,
                           const struct release *release, struct err *err)
{
    const struct scope *scope = &release->study.scope;
    const struct scope_side *side =
        request->each == EACH_SUPPLIER ? &scope->recipient : &scope->supplier;
    if (!lists_places(request))
        return true;
    return check_pairs(release, err) &&
           (side->extent != SCOPE_ONE ||
            err_set(err, ERR_REQUEST,
                    "--each %s: %s holds %.*s only, so everybody would depend "
                    "on it; a trade register has all partners (armstats "
                    "datasets --download-help)",
                    request->each == EACH_SUPPLIER ? "supplier" : "recipient",
                    release->readings[0].name, STR_ARG(side->name)));
}

static bool check_release(const struct request *request,
                          const struct release *release, enum by by,
                          struct err *err)
{
    return check_partners(request, release, err) &&
           check_by(release, by, err) &&
           (request->each != EACH_CATEGORY ||
            check_by(release, BY_CATEGORY, err));
}

/* One table, or one for each period. */
static bool build_tables(struct answer *answer, const struct release *release,
                         const struct question *question,
                         struct concentration_request *asked, struct err *err)
{
    const struct request *request = answer->request;
    const struct question *pieces = question;
    size_t count = 1;
    if (asked->table > CONCENTRATION_INDICES && asked->each != EACH_NONE) {
        if (!pieces_of(question, &release->study, request->each, request->span,
                       &pieces, &count, err) ||
            !subjects_check_periods(&release->study, count, request->span, err))
            return false;
        asked->each = EACH_NONE;
    }
    for (size_t i = 0; i < count; i++) {
        if (!answer_add(
                answer,
                concentration_result(&release->study, &pieces[i], asked, err),
                err))
            return false;
    }
    return true;
}

static bool build(struct answer *answer, struct err *err)
{
    struct request *request = answer->request;
    struct merge groups;
    struct concentration_request asked = {
        .each = request->each, .span = request->span, .groups = &groups};
    if (!table_of(request, &asked.table, err) ||
        !read_groups(request, &groups, &request->arena, err))
        return false;
    for (size_t i = 0; i < answer->loaded->count; i++) {
        const struct release *release = &answer->loaded->releases[i];
        struct question question;
        set_question(answer, release, &question);
        if (!check_release(request, release, question.by, err))
            return false;
        if (question.by != request->by && !answer->again &&
            !lists_places(request))
            diag_note("%s are counted (--by %s)",
                      question.by == BY_CATEGORY ? "categories" : "recipients",
                      by_word(question.by));
        if (!build_tables(answer, release, &question, &asked, err))
            return false;
    }
    return true;
}

static unsigned dims_of(const struct request *request)
{
    unsigned dims = by_dims(counted(request));
    if (lists_places(request))
        dims = by_dims(BY_PAIR);
    if (request->each == EACH_CATEGORY)
        dims |= DIM_CATEGORY;
    return dims;
}

static bool run(struct request *request, struct err *err)
{
    enum concentration_table table;
    struct merge groups;
    if (!check_each(request, err) || !table_of(request, &table, err) ||
        !read_groups(request, &groups, &request->arena, err))
        return false;
    bool lists = lists_places(request) || request->each == EACH_CATEGORY ||
                 table == CONCENTRATION_CONTRIBUTIONS ||
                 table == CONCENTRATION_LORENZ;
    struct plan plan = {
        .need = {.dims = dims_of(request),
                 .either_side = counted(request) == BY_SUPPLIER &&
                                !request->by_given && !lists_places(request),
                 .applied = request->filter,
                 .bundle = NEED_PAIRS},
        .table_top = lists ? 10 : SIZE_MAX,
        .build = build,
    };
    if (request->each == EACH_SUPPLIER)
        filter_open_supplier(&plan.need.applied);
    if (request->each == EACH_RECIPIENT)
        filter_open_recipient(&plan.need.applied);
    if (counted(request) == BY_SUPPLIER && !lists_places(request) &&
        filter_is_empty(&plan.need.applied) && request->each != EACH_CATEGORY)
        plan.need.bundle = NEED_SUPPLIERS;
    return answer_run(request, &plan, err);
}

static const char *const examples[] = {
    "concentration",
    "concentration --variant indices --decompose @sipri:regions",
    "concentration --each window --years all",
    "concentration --each recipient trade-register.csv",
    "concentration --recipient POL -f sentence trade-register.csv",
    NULL,
};

static const struct variant variants[] = {
    [V_INDICES] = {"indices", "all indices in the table: normalised HHI, "
                              "entropy, Gini, Theil, ..."},
    [V_CONTRIBUTIONS] = {"contributions",
                         "what each added to the change of HHI since the "
                         "period before"},
    [V_LORENZ] = {"lorenz", "cumulative shares, from the smallest on"},
    {NULL, NULL},
};

const struct command command_concentration = {
    .name = "concentration",
    .summary = "how many suppliers share the trade, and how evenly",
    .operands = "[[RELEASE=]DATA...]",
    .by_default = "the suppliers of the world over the last five years: "
                  "effective number, HHI, the largest and the three largest, "
                  "with the five years before.",
    .examples = examples,
    .groups = G_SELECT | G_YEARS | G_PREVIOUS | G_BY | G_EACH | G_WITHIN |
              G_TOP | G_BUNDLE | G_NAMES | G_OUTPUT | G_READ | G_COMMON |
              G_MERGE | G_MEMBERS | G_VARIANT | G_DECOMPOSE | G_DEFLATE,
    .variants = variants,
    .run = run,
};
