/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/rank.h"

#include "analysis/pieces.h"
#include "base/diag.h"
#include "cmd/answer.h"
#include "cmd/check.h"
#include "cmd/command.h"
#include "cmd/options.h"
#include "cmd/rank_variants.h"

#define MOST_RELEASES ((size_t)32)

/* Filters of the listed side choose rows; --within makes them the universe. */
static bool lists_supplier(enum by by)
{
    return by == BY_SUPPLIER || by == BY_PAIR;
}

static bool lists_recipient(enum by by)
{
    return by == BY_RECIPIENT || by == BY_PAIR;
}

static void set_question(const struct request *request, enum by by, size_t top,
                         struct question *question)
{
    request_question(request, question);
    question->by = by;
    question->top = top;
    question->ties = request->statistics.ties;
    if (lists_supplier(by) && !request->within)
        request_list_suppliers(request, question);
    if (lists_recipient(by) && !request->within)
        request_list_recipients(request, question);
}

/* What is applied while reading: everything but the listed side. */
static struct filter universe(const struct request *request)
{
    struct filter filter = request->filter;
    if (lists_supplier(request->by) && !request->within)
        filter_open_supplier(&filter);
    if (lists_recipient(request->by) && !request->within)
        filter_open_recipient(&filter);
    return filter;
}

/* A file of one side is ranked by that side when nothing else was said. */
static enum by listed_side(const struct request *request,
                           const struct release *release)
{
    const struct scope *scope = &release->study.scope;
    if (request->by_given || request->by != BY_SUPPLIER)
        return request->by;
    bool one_supplier = scope->supplier.extent == SCOPE_ONE;
    if (scope->recipient.divided && (one_supplier || !scope->supplier.divided))
        return BY_RECIPIENT;
    return scope->by_category && !scope->supplier.divided ? BY_CATEGORY
                                                          : BY_SUPPLIER;
}

/* The bundled releases that this one can be held against. */
static size_t load_others(const struct request *request,
                          const struct release *release, enum by by,
                          struct loaded *others)
{
    struct need need = {.dims = DIM_SUPPLIER | DIM_YEAR};
    struct filter applied = universe(request);
    struct err ignored = {0};
    struct arena arena;
    const struct bundle_file *files;
    size_t count;
    size_t loaded = 0;
    if (by != BY_SUPPLIER || !filter_is_empty(&applied) ||
        !scope_is_world(&release->study.scope) ||
        !release->study.release_year || release->cube.unit != UNIT_TIV_MILLION)
        return 0;
    arena_init(&arena);
    if (!bundle_list(&arena, &files, &count, &ignored))
        count = 0;
    for (size_t i = 0; i < count && loaded < MOST_RELEASES; i++) {
        if (files[i].holds != NEED_SUPPLIERS ||
            files[i].release == release->study.release_year)
            continue;
        struct data_word data = {0, files[i].path};
        struct request plain = *request;
        plain.read.encoding = NULL;
        plain.read.delimiter = 0;
        plain.read.decimal = '.';
        plain.read.rounded_to = -1;
        if (load_files(&others[loaded], &plain, &need, &data, 1, &ignored))
            loaded++;
        else
            loaded_done(&others[loaded]);
    }
    arena_done(&arena);
    return loaded;
}

static bool build_one(struct answer *answer, struct err *err)
{
    struct request *request = answer->request;
    const struct release *release = &answer->loaded->releases[0];
    struct question question;
    const struct question *pieces;
    size_t count;
    enum by by = listed_side(request, release);
    if (!check_by(release, by, err))
        return false;
    if (by != request->by && !answer->again)
        diag_note(release->study.scope.supplier.extent == SCOPE_ONE
                      ? "this file is of one supplier; it is ranked by %s"
                      : "this file does not list suppliers; it is ranked by %s",
                  by_word(by));
    set_question(request, by, answer->top, &question);
    if (request->statistics.variants)
        return rank_variants_build(answer, &release->study, &question, err);
    if (!pieces_of(&question, &release->study, request->each, request->span,
                   &pieces, &count, err))
        return false;
    struct loaded others[MOST_RELEASES];
    const struct study *studies[MOST_RELEASES];
    size_t other_count = load_others(request, release, by, others);
    for (size_t i = 0; i < other_count; i++)
        studies[i] = &others[i].releases[0].study;
    bool done = true;
    for (size_t i = 0; done && i < count; i++)
        done = answer_add(
            answer,
            rank_result(&release->study, &pieces[i], studies, other_count, err),
            err);
    for (size_t i = 0; i < other_count; i++)
        loaded_done(&others[i]);
    return done;
}

/* Releases are held against each other over the same years: without a word,
 * the last five that all of them cover. */
static void share_years(const struct loaded *loaded, struct question *question)
{
    int count = question->years.form == PERIOD_LAST ? question->years.count : 5;
    if (question->years.form != PERIOD_DEFAULT &&
        question->years.form != PERIOD_LAST)
        return;
    int last = loaded->releases[0].study.scope.covered.to;
    for (size_t i = 1; i < loaded->count; i++) {
        int to = loaded->releases[i].study.scope.covered.to;
        last = to < last ? to : last;
    }
    question->years = (struct period_spec){.form = PERIOD_YEARS,
                                           .years = {last - count + 1, last}};
}

static bool build_releases(struct answer *answer, struct err *err)
{
    struct request *request = answer->request;
    struct loaded *loaded = answer->loaded;
    const struct study *studies[MOST_RELEASES];
    struct question question;
    if (request->each != EACH_NONE || request->statistics.variants)
        return err_set(err, ERR_REQUEST, "%s is for one release; give one file",
                       request->each != EACH_NONE ? "--each" : "--variant");
    if (loaded->count > MOST_RELEASES)
        return err_set(err, ERR_REQUEST, "more than %zu releases",
                       MOST_RELEASES);
    enum by by = listed_side(request, &loaded->releases[0]);
    for (size_t i = 0; i < loaded->count; i++) {
        enum by listed = listed_side(request, &loaded->releases[i]);
        if (listed != by)
            return err_set(err, ERR_REQUEST,
                           "the files do not list the same: one is ranked by "
                           "%s and one by %s; say --by, of what all of them "
                           "have",
                           by_word(by), by_word(listed));
        if (!check_by(&loaded->releases[i], by, err))
            return false;
        studies[i] = &loaded->releases[i].study;
    }
    set_question(request, by, answer->top, &question);
    share_years(loaded, &question);
    return answer_add(
        answer, rank_releases(studies, loaded->count, &question, err), err);
}

static bool build(struct answer *answer, struct err *err)
{
    return answer->loaded->count > 1 ? build_releases(answer, err)
                                     : build_one(answer, err);
}

static bool run(struct request *request, struct err *err)
{
    struct plan plan = {
        .need = {.dims = by_dims(request->by),
                 .either_side = !request->by_given,
                 .applied = universe(request),
                 .bundle =
                     request->by == BY_SUPPLIER ? NEED_SUPPLIERS : NEED_PAIRS},
        .table_top = 10,
        .build = build,
    };
    if (!rank_variants_check(request, err))
        return false;
    plan.need.rows = plan.need.summed = rank_variants_need_rows(request);
    if (request->each == EACH_CATEGORY)
        plan.need.dims |= DIM_CATEGORY;
    if (filter_is_empty(&plan.need.applied) && request->by == BY_WORLD)
        plan.need.bundle = NEED_SUPPLIERS;
    else if (!filter_is_empty(&plan.need.applied))
        plan.need.bundle = NEED_PAIRS;
    return answer_run(request, &plan, err);
}

static const char *const examples[] = {
    "rank",
    "rank --years 2018-22 --release 2023",
    "rank --supplier KOR --years 2018-22 -f sentence",
    "rank --top 25 -f csv",
    "rank --variant errors --error 10",
    "rank --variant agreement --years 2018-22",
    NULL,
};

const struct command command_rank = {
    .name = "rank",
    .summary = "who is largest, with share, the period before, and change",
    .operands = "[[RELEASE=]DATA...]",
    .by_default = "the ten largest suppliers of the last five years with data "
                  "in the newest bundled release.",
    .examples = examples,
    .groups = G_SELECT | G_YEARS | G_PREVIOUS | G_BY | G_EACH | G_WITHIN |
              G_TOP | G_BUNDLE | G_NAMES | G_OUTPUT | G_FIGURE | G_READ |
              G_COMMON | G_MERGE | G_MEMBERS | G_TIES | G_VARIANT | G_CHANCE |
              G_DEFLATE,
    .variants = rank_variants,
    .run = run,
};
