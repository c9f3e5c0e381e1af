/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/partners_view.h"

#include "analysis/prose.h"
#include "analysis/values.h"

/* " (2014–18: 0.8 per cent)" */
static const char *say_before(struct arena *arena,
                              const struct partners *partners,
                              const struct entity *entity)
{
    const struct group *group = &partners->ranking.group;
    char years[PERIOD_TEXT];
    if (!period_length(group->periods.before))
        return "";
    period_print(years, group->periods.before);
    if (!entity->before.rows || group->before.sum <= 0)
        return arena_printf(arena, " (%s: none recorded)", years);
    return arena_printf(arena, " (%s: %s per cent)", years,
                        share_words(arena, &entity->before, &group->before));
}

/* "; that was 34 per cent of Poland's imports" */
static const char *say_other(struct arena *arena,
                             const struct partners *partners,
                             const struct entity *entity)
{
    const struct entity *total = partners_total(partners, entity);
    const struct measure_words *words =
        measure_words(partners->ranking.study->cube->measure);
    if (!total || total->now.sum <= 0)
        return "";
    const char *name = arena_printf(arena, "%.*s", STR_ARG(entity->name));
    return arena_printf(
        arena, "; that was %s per cent of %s %s",
        share_words(arena, &entity->now, &total->now), possessive(arena, name),
        partners->to_recipients ? words->imports : words->exports);
}

static const char *say_first(struct arena *arena,
                             const struct partners *partners, const char *years)
{
    const struct ranking *ranking = &partners->ranking;
    const struct entity *first = ranking->rows[0];
    return arena_printf(
        arena, "%s was %s of %s %s in %s, with %s per cent of %s %s%s%s",
        opening_name(arena, first->name),
        standing(arena, first->rank, first->tied,
                 by_word(ranking->question->by)),
        possessive(arena, partners->asked->name), partners->sides.goods, years,
        share_words(arena, &first->now, &ranking->group.now),
        partners->asked->one ? "its" : "their",
        volume_word(arena, ranking->study->cube->unit),
        say_before(arena, partners, first), say_other(arena, partners, first));
}

static const char *say_nothing(struct arena *arena,
                               const struct partners *partners,
                               const char *years)
{
    return arena_printf(
        arena, "No %s of %s %s %s is recorded in %s",
        measure_words(partners->ranking.study->cube->measure)->record,
        partners->sides.goods, partners->to_recipients ? "by" : "to",
        partners->asked->name, years);
}

void partners_sentence(struct result *result, const struct partners *partners)
{
    const struct ranking *ranking = &partners->ranking;
    struct arena *arena = &result->arena;
    char years[PERIOD_TEXT];
    period_print(years, ranking->group.periods.now);
    const char *text = NULL;
    if (!ranking->group.ranked)
        text = say_nothing(arena, partners, years);
    else if (ranking->count && ranking->group.now.sum > 0)
        text = say_first(arena, partners, years);
    if (text)
        result->sentence =
            arena_printf(arena, "%s. %s.", text, citation(ranking->study));
}
