/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/deals_list.h"

#include "analysis/lags.h"
#include "cmd/answer.h"
#include "cmd/check.h"
#include "cmd/command.h"
#include "cmd/options.h"

/* Bits of --variant. */
enum { VARIANT_LAST = 1, VARIANT_CURVE = 2 };

static struct result *answer(const struct request *request,
                             const struct release *release,
                             struct question *question,
                             const struct study *world, struct err *err)
{
    (void)request;
    (void)world;
    return deals_result(&release->study, question, err);
}

static struct result *answer_lags(const struct request *request,
                                  const struct release *release,
                                  struct question *question,
                                  const struct study *world, struct err *err)
{
    (void)world;
    uint64_t variants = request->statistics.variants;
    struct lag_question asked = {
        .by = request->by_given ? request->by : BY_WORLD,
        .last = variants & VARIANT_LAST,
        .curves = variants & VARIANT_CURVE,
    };
    if (asked.by != BY_WORLD && !check_by(release, asked.by, err))
        return NULL;
    return lags_result(&release->study, question, &asked, err);
}

/* What only makes sense with --lags, or not with it. */
static bool check_lags(const struct request *request, struct err *err)
{
    bool lags = request->statistics.lags;
    if (!lags && (request->by_given || request->statistics.variants))
        return err_set(err, ERR_REQUEST,
                       "--%s: deals lists orders one by one; with --lags it "
                       "groups their times",
                       request->by_given ? "by" : "variant");
    if (lags && request->by_given && request->by == BY_PAIR)
        return err_set(err, ERR_REQUEST,
                       "--by pair: --lags groups orders by supplier, "
                       "recipient, category, weapon or world");
    if (lags && request->read.quantity != QUANTITY_OWN)
        return err_set(err, ERR_REQUEST,
                       "--measure: --lags counts orders, whatever is measured "
                       "of them; leave --measure out");
    return true;
}

static bool run(struct request *request, struct err *err)
{
    bool lags = request->statistics.lags;
    if (!check_lags(request, err))
        return false;
    if (!lags && filter_is_empty(&request->filter))
        return err_set(err, ERR_REQUEST,
                       "deals needs at least one filter, as --supplier KOR "
                       "--recipient POL");
    if (request->read.even_split)
        return err_set(err, ERR_REQUEST,
                       "--assume even-split: deals lists whole orders, of "
                       "which nothing is divided; leave it out, or ask series "
                       "or partners");
    struct plan plan = {
        .need = {.dims = DIM_YEAR,
                 .rows = true,
                 .applied = request->filter,
                 .bundle = NEED_DEALS},
        .table_top = lags ? 10 : SIZE_MAX,
        .one = lags ? answer_lags : answer,
    };
    return answer_run(request, &plan, err);
}

static const char *const examples[] = {
    "deals --supplier KOR --recipient POL",
    "deals --supplier KOR --recipient POL trade-register.csv",
    "deals --lags trade-register.csv",
    NULL,
};

static const struct variant variants[] = {
    {"last", "with --lags: to the last delivery, where all is delivered"},
    {"curve", "with --lags: the whole curve, a time a row"},
    {NULL, NULL},
};

const struct command command_deals = {
    .name = "deals",
    .summary = "orders: ordered, delivered, pending, in which years",
    .operands = "[[RELEASE=]DATA...]",
    .by_default =
        "a usage error: at least one filter is needed; then all "
        "orders, newest first. With --lags, times from order to first "
        "delivery, of all orders.",
    .examples = examples,
    .groups = G_SELECT | G_YEARS | G_TOP | G_BUNDLE | G_NAMES | G_OUTPUT |
              G_READ | G_COMMON | G_MEMBERS | G_LAGS | G_BY | G_VARIANT,
    .variants = variants,
    .run = run,
};
