/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/mirror.h"

/* No sum of differences or of both sides passes AMOUNT_MAX afterwards. */
static bool check_sums(const struct mirror *mirror, struct err *err)
{
    amount sum = 0;
    for (size_t i = 0; i < mirror->count; i++) {
        const struct mirror_flow *flow = &mirror->flows[i];
        amount scaled[2];
        if (__builtin_mul_overflow(flow->exporter.value, mirror->margin.base,
                                   &scaled[0]) ||
            __builtin_mul_overflow(flow->importer.value, mirror->margin.per,
                                   &scaled[1]) ||
            !amount_add(&sum, scaled[0]) || !amount_add(&sum, scaled[1]))
            return err_set(err, ERR_DATA,
                           "the sum of all reports is too "
                           "large");
    }
    return true;
}

static struct mirror_margin margin_of(amount per_cent)
{
    amount whole = 100 * AMOUNT_ONE;
    amount divisor = amount_divisor(whole + per_cent, whole);
    return (struct mirror_margin){per_cent, whole / divisor,
                                  (whole + per_cent) / divisor};
}

bool mirror_lists(const struct mirror *mirror, const struct mirror_flow *flow)
{
    return period_has(mirror->periods.now, flow->year);
}

static bool is_addable(const struct mirror *mirror)
{
    const struct mirror_flow *first = NULL;
    if (mirror->study->cube->unit != UNIT_ITEMS)
        return true;
    for (size_t i = 0; i < mirror->count; i++) {
        const struct mirror_flow *flow = &mirror->flows[i];
        if (!mirror_lists(mirror, flow))
            continue;
        if (first && flow->category != first->category)
            return false;
        first = flow;
    }
    return true;
}

bool mirror_build(struct mirror *mirror, const struct study *study,
                  const struct mirror_question *question, struct err *err)
{
    bool items = study->cube->unit == UNIT_ITEMS;
    *mirror = (struct mirror){
        .study = study,
        .question = question,
        .margin = margin_of(question->margin),
        .by_category =
            study->scope.by_category && (items || question->each_category),
    };
    if (!question_periods(question->question, study, 0, &mirror->periods, err))
        return false;
    mirror_collect(mirror);
    mirror->addable = is_addable(mirror);
    if (!mirror->count && mirror->undivided)
        return err_set(err, ERR_REQUEST,
                       "the reports name no partners, only totals, which "
                       "cannot be held against each other; download trade "
                       "with partners");
    return check_sums(mirror, err);
}
