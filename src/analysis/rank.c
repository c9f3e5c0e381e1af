/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/rank.h"

#include "analysis/columns.h"
#include "analysis/rank_view.h"
#include "analysis/release.h"

static void fill_rows(struct result *result, const struct ranking *ranking)
{
    for (size_t i = 0; i < ranking->count; i++) {
        struct row_facts facts = ranking_facts(ranking, ranking->rows[i]);
        columns_row(result, ranking->study, &ranking->group.periods, &facts);
    }
    result->listed = result->row_count;
}

static bool build(struct ranking *ranking, const struct study *study,
                  const struct question *question, struct err *err)
{
    struct group_masks all = {.category = NAME_NONE};
    return ranking_build(ranking, study, question, all, err);
}

/* The other releases that cover the period, ranked by the same question. */
static size_t build_others(struct ranking *rankings,
                           const struct ranking *ranking,
                           const struct study *const *others, size_t count)
{
    struct question *same = arena_alloc(ranking->study->arena, 1, sizeof *same);
    *same = *ranking->question;
    same->years = (struct period_spec){.form = PERIOD_YEARS,
                                       .years = ranking->group.periods.now};
    same->partial = false;
    size_t comparable = 0;
    for (size_t i = 0; i < count; i++) {
        struct err not_covered = {0};
        if (build(&rankings[comparable], others[i], same, &not_covered))
            comparable++;
    }
    return comparable;
}

struct result *rank_result(const struct study *study,
                           const struct question *question,
                           const struct study *const *others,
                           size_t other_count, struct err *err)
{
    struct ranking ranking;
    if (!build(&ranking, study, question, err))
        return NULL;
    struct result *result = result_new("rank");
    columns_add(result, study);
    ties_columns(result, question->ties);
    fill_rows(result, &ranking);
    rank_view(result, &ranking);
    struct ranking *rankings =
        arena_alloc(study->arena, other_count + 1, sizeof *rankings);
    size_t comparable = build_others(rankings, &ranking, others, other_count);
    for (size_t i = 0; i < comparable; i++)
        release_foot(result, &ranking, &rankings[i]);
    rank_sentence(result, &ranking, rankings, comparable);
    return result;
}

struct result *rank_releases(const struct study *const *studies, size_t count,
                             const struct question *question, struct err *err)
{
    struct ranking *rankings =
        arena_alloc(studies[0]->arena, count, sizeof *rankings);
    struct result *result = result_new("rank");
    columns_add(result, studies[0]);
    ties_columns(result, question->ties);
    for (size_t i = 0; i < count; i++) {
        if (!build(&rankings[i], studies[i], question, err)) {
            result_free(result);
            return NULL;
        }
        fill_rows(result, &rankings[i]);
    }
    release_view(result, rankings, count);
    return result;
}
