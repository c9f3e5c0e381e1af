/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/concentration.h"

#include "analysis/concentration_parts.h"

static bool has_before(const struct subjects *subjects)
{
    return subjects->count &&
           period_length(subjects->items[0].periods.before) > 0;
}

static bool check_before(const struct subjects *subjects, struct err *err)
{
    return has_before(subjects) ||
           err_set(err, ERR_REQUEST,
                   "--variant contributions needs a period before, wholly "
                   "covered by the data; give another one by --previous");
}

static void fill(struct result *result, const struct subjects *subjects,
                 const struct concentration_request *request)
{
    switch (request->table) {
    case CONCENTRATION_CONTRIBUTIONS:
        contributions_fill(result, subjects);
        break;
    case CONCENTRATION_LORENZ:
        lorenz_fill(result, subjects);
        break;
    case CONCENTRATION_GROUPS:
        theil_groups_fill(result, subjects, request->groups);
        break;
    case CONCENTRATION_INDICES:
    case CONCENTRATION_PLAIN:
        concentration_columns(result, subjects);
        if (request->each == EACH_NONE)
            concentration_view(result, subjects,
                               request->table == CONCENTRATION_INDICES);
        else
            concentration_list(result, subjects,
                               request->table == CONCENTRATION_INDICES);
        concentration_sentence(result, subjects);
        break;
    }
}

struct result *concentration_result(const struct study *study,
                                    const struct question *question,
                                    const struct concentration_request *request,
                                    struct err *err)
{
    struct subjects *subjects = arena_alloc(study->arena, 1, sizeof *subjects);
    struct question *own = arena_alloc(study->arena, 1, sizeof *own);
    *own = *question;
    if (request->table == CONCENTRATION_LORENZ ||
        request->table == CONCENTRATION_GROUPS)
        own->previous.form = PERIOD_NONE; /* they compare nothing */
    if (!subjects_build(subjects, study, own, request->each, request->span,
                        err))
        return NULL;
    if (request->table == CONCENTRATION_CONTRIBUTIONS &&
        !check_before(subjects, err))
        return NULL;
    struct result *result = result_new("concentration");
    fill(result, subjects, request);
    return result;
}
