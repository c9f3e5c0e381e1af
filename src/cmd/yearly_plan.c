/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/yearly_plan.h"

#include "cmd/check.h"

/* The dimensions that the asked sides and the rows need. */
static unsigned dims_of(const struct request *request)
{
    const struct filter *filter = &request->filter;
    unsigned dims = DIM_YEAR;
    if (filter->supplier.count || filter->not_supplier.count ||
        request->each == EACH_SUPPLIER)
        dims |= DIM_SUPPLIER;
    if (filter->recipient.count || filter->not_recipient.count ||
        request->each == EACH_RECIPIENT)
        dims |= DIM_RECIPIENT;
    if (request->each == EACH_CATEGORY)
        dims |= DIM_CATEGORY;
    return dims;
}

/* A row for each entity, not for each year or statistic. */
static bool lists_entities(enum each each)
{
    return each == EACH_CATEGORY || each == EACH_SUPPLIER ||
           each == EACH_RECIPIENT;
}

void yearly_plan(struct plan *plan, const struct request *request)
{
    bool pairs =
        request->filter.recipient.count > 0 || request->each == EACH_RECIPIENT;
    plan->need.dims = dims_of(request);
    plan->need.applied = request->filter;
    plan->need.bundle = pairs ? NEED_PAIRS : NEED_SUPPLIERS;
    plan->table_top = lists_entities(request->each) ? 10 : SIZE_MAX;
    filter_open_supplier(&plan->need.applied);
    filter_open_recipient(&plan->need.applied);
}

bool yearly_check(const struct release *release, enum each each,
                  struct err *err)
{
    switch (each) {
    case EACH_SUPPLIER:
        return check_by(release, BY_SUPPLIER, err);
    case EACH_RECIPIENT:
        return check_by(release, BY_RECIPIENT, err);
    case EACH_CATEGORY:
        return check_by(release, BY_CATEGORY, err);
    default:
        return true;
    }
}
