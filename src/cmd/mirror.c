/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/mirror.h"

#include <stdlib.h>

#include "analysis/magnitude.h"
#include "cmd/answer.h"
#include "cmd/command.h"
#include "cmd/options.h"

static amount total_of(const struct cube *cube)
{
    amount total = 0;
    for (size_t i = 0; i < cube->len; i++)
        total += cube->cells[i].sum;
    return total;
}

/* Reports of both sides are no one cube: the study has that of exports. */
static void bind_study(struct study *study,
                       const struct mirror_reports *reports)
{
    study->cube = &reports->exports;
    study->magnitude =
        magnitude_of(reports->exports.unit,
                     total_of(&reports->exports) + total_of(&reports->imports));
}

static bool check_margin(const struct request *request,
                         const struct mirror_reports *reports, struct err *err)
{
    enum unit unit = reports->exports.unit;
    return request->margin <= 0 || unit == UNIT_USD || unit == UNIT_EUR ||
           unit == UNIT_GBP ||
           err_set(err, ERR_REQUEST,
                   "--margin is what freight and insurance add to the value "
                   "of imports, and these data count %s; leave it out",
                   unit_title(unit));
}

static struct result *
answer(const struct request *request, const struct study *study,
       const struct mirror_reports *reports, const struct question *question,
       struct filter_judge *const judges[3], struct err *err)
{
    struct mirror_question asked = {
        .question = question,
        .reports = reports,
        .margin = request->margin > 0 ? request->margin : 0,
        .each_category = request->each == EACH_CATEGORY,
        .takes = judges[0],
        .takes_supplier = judges[1],
        .takes_recipient = judges[2],
    };
    return request->by_given && request->by != BY_PAIR
               ? mirror_reporters(study, &asked, request->by, err)
               : mirror_result(study, &asked, err);
}

static bool build(struct answer *answer_to, struct err *err)
{
    const struct request *request = answer_to->request;
    const struct mirror_reports *reports = answer_to->plan->need.sink.context;
    struct release *release = &answer_to->loaded->releases[0];
    struct question question;
    if (!mirror_reports_check(reports, err) ||
        !check_margin(request, reports, err))
        return false;
    bind_study(&release->study, reports);
    request_question(request, &question);
    question.top = answer_to->top;
    question.previous.form = PERIOD_NONE;
    const struct filter *whole = &request->filter;
    struct filter sides[2] = {
        {.supplier = whole->supplier, .not_supplier = whole->not_supplier},
        {.recipient = whole->recipient, .not_recipient = whole->not_recipient}};
    struct filter_judge *judges[3] = {
        filter_judge_new(whole, &release->names),
        filter_judge_new(&sides[0], &release->names),
        filter_judge_new(&sides[1], &release->names)};
    bool done = answer_add(
        answer_to,
        answer(request, &release->study, reports, &question, judges, err), err);
    for (size_t i = 0; i < 3; i++)
        filter_judge_free(judges[i]);
    return done;
}

static bool has_data_elsewhere(void)
{
    const char *paths = getenv("ARMSTATS_DATA");
    return paths && *paths;
}

static bool check_request(const struct request *request, struct err *err)
{
    bool sides = request->by == BY_SUPPLIER || request->by == BY_RECIPIENT ||
                 request->by == BY_PAIR;
    for (size_t i = 1; i < request->data_count; i++) {
        if (request->data[i].release != request->data[0].release)
            return err_set(err, ERR_REQUEST,
                           "mirror is about one release; give files of one "
                           "label, or none");
    }
    if (!request->data_count && !has_data_elsewhere())
        return err_set(err, ERR_REQUEST,
                       "mirror needs data that tell what both sides report, "
                       "and no bundled extract does; give files of UN "
                       "Comtrade, UNROCA, or a table with a column 'measure'");
    if (request->read.reports != REPORTS_FOUND)
        return err_set(err, ERR_REQUEST,
                       "--reports chooses one of the two "
                       "reports that mirror compares; leave "
                       "it out");
    if (request->each != EACH_NONE && request->each != EACH_CATEGORY)
        return err_set(err, ERR_REQUEST,
                       "--each: mirror lists each year by itself; --each "
                       "category lists categories too");
    if (request->filter.weapon.count || request->filter.conditions)
        return err_set(err, ERR_REQUEST,
                       "--weapon and --condition: exporters and importers "
                       "describe weapons in words of their own; --category "
                       "chooses what is compared");
    return sides || err_set(err, ERR_REQUEST,
                            "--by: mirror lists pairs, or with supplier or "
                            "recipient how far the reports of each agree");
}

static bool run(struct request *request, struct err *err)
{
    struct mirror_reports reports;
    if (!check_request(request, err))
        return false;
    mirror_reports_init(&reports);
    struct plan plan = {
        .need = {.asked = &request->filter,
                 .bundle = NEED_DEALS,
                 .sink = mirror_reports_sink(&reports)},
        .table_top = 10,
        .build = build,
    };
    request->read.reports = REPORTS_BOTH;
    bool done = answer_run(request, &plan, err);
    mirror_reports_done(&reports);
    return done;
}

static const char *const examples[] = {
    "mirror exports.csv imports.csv",
    "mirror --margin 6 --category 93 trade.csv",
    "mirror --by supplier -f csv trade.csv",
    NULL,
};

const struct command command_mirror = {
    .name = "mirror",
    .summary = "what exporters report against what importers report",
    .operands = "[RELEASE=]DATA...",
    .by_default = "every pair and year that both sides could report, the "
                  "largest differences first, without a margin; ten flows "
                  "with both reports and ten with one; needs both reports.",
    .examples = examples,
    .groups = G_SELECT | G_YEARS | G_BY | G_EACH | G_TOP | G_NAMES | G_OUTPUT |
              G_READ | G_COMMON | G_MEMBERS | G_MIRROR,
    .run = run,
};
