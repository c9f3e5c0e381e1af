/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/compare.h"

#include "analysis/balance.h"
#include "analysis/constant_shares.h"
#include "analysis/intensity.h"
#include "analysis/pieces.h"
#include "analysis/similarity.h"
#include "analysis/specialisation.h"
#include "base/diag.h"
#include "cmd/answer.h"
#include "cmd/check.h"
#include "cmd/command.h"
#include "cmd/options.h"

enum variant_id {
    V_CMS,
    V_CMS_OTHERS,
    V_CMS_CATEGORY,
    V_CMS_STRUCTURAL,
    V_SIMILARITY,
    V_BALANCE,
    V_RCA,
    V_INTENSITY,
};

static const struct variant variants[] = {
    [V_CMS] = {"cms", "constant market shares: world, market and share effect"},
    [V_CMS_OTHERS] = {"cms-others", "the same, with markets growing by what "
                                    "all others deliver"},
    [V_CMS_CATEGORY] = {"cms-category",
                        "the same, with a market for each category"},
    [V_CMS_STRUCTURAL] = {"cms-structural",
                          "structural, share and second-order term"},
    [V_SIMILARITY] = {"similarity",
                      "how alike suppliers are by their recipients "
                      "(Finger-Kreinin)"},
    [V_BALANCE] = {"balance", "exports against imports, Grubel-Lloyd index"},
    [V_RCA] = {"rca", "revealed comparative advantage by category, "
                      "specialisation"},
    [V_INTENSITY] = {"intensity", "trade intensity of pairs"},
    {NULL, NULL},
};

static bool wants(const struct request *request, enum variant_id variant)
{
    return request->statistics.variants >> variant & 1;
}

/* Nothing but advantages, which need no pairs. */
static bool is_rca_only(const struct request *request)
{
    return request->statistics.variants == (uint64_t)1 << V_RCA;
}

/* One place named and nothing said of the rows: its partners are the rows. */
static bool is_of_supplier(const struct request *request)
{
    return !request->by_given && request->filter.supplier.count &&
           !request->filter.recipient.count && !request->within &&
           !request->statistics.variants;
}

static enum by rows_of(const struct request *request,
                       const struct release *release)
{
    const struct scope *scope = &release->study.scope;
    if (request->by_given || request->statistics.variants)
        return request->by;
    if (is_of_supplier(request))
        return BY_RECIPIENT;
    if (scope->supplier.divided && scope->supplier.extent != SCOPE_ONE)
        return BY_SUPPLIER;
    return scope->recipient.divided ? BY_RECIPIENT
           : scope->by_category     ? BY_CATEGORY
                                    : BY_SUPPLIER;
}

static struct result *variant_result(enum variant_id variant,
                                     const struct study *study,
                                     const struct question *question,
                                     struct err *err)
{
    switch (variant) {
    case V_CMS:
        return constant_shares_result(study, question, SHARES_PLAIN, err);
    case V_CMS_OTHERS:
        return constant_shares_result(study, question, SHARES_OTHERS, err);
    case V_CMS_CATEGORY:
        return constant_shares_result(study, question, SHARES_CATEGORIES, err);
    case V_CMS_STRUCTURAL:
        return constant_shares_result(study, question, SHARES_PARTS, err);
    case V_SIMILARITY:
        return similarity_result(study, question, err);
    case V_BALANCE:
        return balance_result(study, question, err);
    case V_RCA:
        return specialisation_result(study, question, err);
    default:
        return intensity_result(study, question, err);
    }
}

/* Of constant market shares suppliers are what is explained; balances and
 * intensities are of places on both sides. */
static void list_rows(const struct request *request, enum variant_id variant,
                      struct question *question)
{
    bool both = variant == V_BALANCE || variant == V_INTENSITY;
    bool either = variant == V_SIMILARITY || variant == V_RCA;
    if (request->within)
        return;
    if (both || (either && question->by == BY_SUPPLIER))
        request_list_suppliers(request, question);
    if (both || (either && question->by == BY_RECIPIENT))
        request_list_recipients(request, question);
}

static bool needs_categories(enum variant_id variant)
{
    return variant == V_RCA || variant == V_CMS_CATEGORY;
}

/* Some of all the variants need categories. */
static void note_left_out(const struct answer *answer)
{
    const struct request *request = answer->request;
    const struct release *release = &answer->loaded->releases[0];
    if (answer->again || release->study.scope.by_category ||
        (!wants(request, V_RCA) && !wants(request, V_CMS_CATEGORY)))
        return;
    diag_note("--variant rca and cms-category are left out: %s does not tell "
              "weapon categories",
              release->readings[0].name);
}

static bool build_one(struct answer *answer, const struct question *piece,
                      struct err *err)
{
    const struct request *request = answer->request;
    const struct study *study = &answer->loaded->releases[0].study;
    if (!request->statistics.variants)
        return answer_add(
            answer, compare_result(study, piece, is_of_supplier(request), err),
            err);
    for (size_t i = 0; variants[i].name; i++) {
        struct question question = *piece;
        if (!wants(request, (enum variant_id)i) ||
            (needs_categories((enum variant_id)i) && !study->scope.by_category))
            continue;
        list_rows(request, (enum variant_id)i, &question);
        struct result *result =
            variant_result((enum variant_id)i, study, &question, err);
        if (!answer_add(answer, result, err))
            return false;
    }
    return true;
}

static void set_question(const struct request *request, enum by by, size_t top,
                         struct question *question)
{
    request_question(request, question);
    question->by = by;
    question->top = top;
    if (request->statistics.variants)
        return; /* each lists its own */
    if ((by == BY_SUPPLIER || by == BY_PAIR) && !request->within)
        request_list_suppliers(request, question);
    if ((by == BY_RECIPIENT || by == BY_PAIR) && !request->within)
        request_list_recipients(request, question);
}

static bool check_sides(const struct request *request,
                        const struct release *release, struct err *err)
{
    const struct scope *scope = &release->study.scope;
    bool variants_given = request->statistics.variants;
    if ((!is_of_supplier(request) && !variants_given) ||
        (is_rca_only(request)) ||
        (scope->supplier.divided && scope->recipient.divided))
        return true;
    return err_set(
        err, ERR_REQUEST,
        "compare %s: %s does not tell who supplies whom; %s, and a "
        "trade register tells both (armstats datasets "
        "--download-help)",
        variants_given ? "--variant" : "--supplier", release->readings[0].name,
        variants_given ? "without --variant contributions to the change are "
                         "listed"
                       : "--by supplier lists its contribution to the change");
}

/* All variants are those that the data can tell. */
static bool wants_all(const struct request *request)
{
    size_t count = sizeof variants / sizeof variants[0] - 1;
    return request->statistics.variants == ((uint64_t)1 << count) - 1;
}

static bool check_categories(const struct request *request,
                             const struct release *release, struct err *err)
{
    if ((!wants(request, V_RCA) && !wants(request, V_CMS_CATEGORY)) ||
        wants_all(request) || release->study.scope.by_category)
        return true;
    return err_set(err, ERR_REQUEST,
                   "--variant %s: %s does not tell weapon categories; a trade "
                   "register does (armstats datasets --download-help)",
                   wants(request, V_RCA) ? "rca" : "cms-category",
                   release->readings[0].name);
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
    bool sides = by == BY_SUPPLIER || by == BY_RECIPIENT;
    bool either = wants(request, V_SIMILARITY) || wants(request, V_RCA);
    if (request->statistics.variants &&
        (!sides || (by == BY_RECIPIENT && !either)))
        return err_set(err, ERR_REQUEST,
                       "--by %s: similarity and rca are by supplier or "
                       "recipient, other variants are what they are; leave it "
                       "out",
                       by_word(by));
    if (!check_sides(request, release, err))
        return false;
    if (!check_categories(request, release, err))
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
    note_left_out(answer);
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
    bool of_supplier = is_of_supplier(request) ||
                       (request->statistics.variants && !is_rca_only(request));
    bool supplier =
        of_supplier || request->by == BY_SUPPLIER || request->by == BY_PAIR;
    bool recipient =
        of_supplier || request->by == BY_RECIPIENT || request->by == BY_PAIR;
    if (supplier && !request->within)
        filter_open_supplier(&filter);
    if (recipient && !request->within)
        filter_open_recipient(&filter);
    return filter;
}

/* The dimensions that variants look at. */
static unsigned variant_dims(const struct request *request)
{
    bool categories = wants(request, V_RCA) || wants(request, V_BALANCE) ||
                      wants(request, V_CMS_CATEGORY);
    return by_dims(is_rca_only(request) ? request->by : BY_PAIR) |
           (categories ? DIM_CATEGORY : 0u);
}

static bool run(struct request *request, struct err *err)
{
    bool of_supplier = is_of_supplier(request);
    bool pairs = of_supplier || request->statistics.variants;
    struct plan plan = {
        .need = {.dims = request->statistics.variants
                             ? variant_dims(request)
                             : by_dims(pairs ? BY_PAIR : request->by),
                 .either_side = !request->by_given && !pairs,
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
    if (filter_is_empty(&plan.need.applied) && !pairs &&
        (request->by == BY_SUPPLIER || request->by == BY_WORLD))
        plan.need.bundle = NEED_SUPPLIERS;
    return answer_run(request, &plan, err);
}

static const char *const examples[] = {
    "compare",
    "compare --supplier KOR trade-register.csv",
    "compare --recipient Poland trade-register.csv",
    "compare --by category trade-register.csv",
    "compare --supplier KOR --variant cms trade-register.csv",
    "compare --variant similarity,balance,rca,intensity trade-register.csv",
    NULL,
};

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
              G_MERGE | G_MEMBERS | G_VARIANT | G_DEFLATE,
    .variants = variants,
    .run = run,
};
