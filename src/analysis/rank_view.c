/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/rank_view.h"

#include "analysis/magnitude.h"
#include "analysis/prose.h"
#include "analysis/values.h"
#include "analysis/view_parts.h"

/* Columns of the view. */
struct places {
    size_t rank, name, second, amount, share, previous_rank, previous_share,
        change, points, range;
};

static void add_before_columns(struct result *result,
                               const struct ranking *ranking, struct places *at)
{
    const struct periods *periods = &ranking->group.periods;
    struct arena *arena = &result->arena;
    char now[PERIOD_TEXT];
    char before[PERIOD_TEXT];
    period_print(now, periods->now);
    period_print(before, periods->before);
    at->previous_rank =
        parts_column(result, KIND_RANK, 4, 3,
                     (struct heads){{NULL, NULL, "Rank"},
                                    arena_printf(arena, "Rank %s", before)});
    at->previous_share = parts_column(
        result, KIND_SHARE, 5, 2,
        (struct heads){{NULL, "Share", "%"},
                       arena_printf(arena, "Share %s, %%", before)});
    parts_span(result, 0, at->previous_rank, at->previous_share, 0,
               arena_printf(arena, "%s", before));
    const char *noun =
        periods->means ? "Mean" : unit_noun(ranking->study->cube->unit);
    at->change =
        parts_column(result, KIND_CHANGE, 6, 3,
                     (struct heads){{NULL, noun, "%"},
                                    arena_printf(arena, "%s, %s to %s, %%",
                                                 noun, before, now)});
    at->points = parts_column(
        result, KIND_POINTS, 6, 3,
        (struct heads){
            {NULL, "Share", "points"},
            arena_printf(arena, "Share, %s to %s, points", before, now)});
    parts_span(result, 0, at->change, at->points, 0,
               arena_printf(arena, "%s to %s", before, now));
}

static void add_columns(struct result *result, const struct ranking *ranking,
                        struct places *at)
{
    const struct periods *periods = &ranking->group.periods;
    enum by by = ranking->question->by;
    struct arena *arena = &result->arena;
    char now[PERIOD_TEXT];
    period_print(now, periods->now);
    const char *unit = magnitude_head(ranking->study, arena);
    *at =
        (struct places){NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN,
                        NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN};
    at->rank = parts_column(result, KIND_RANK, 4, 0,
                            (struct heads){{NULL, NULL, "Rank"}, "Rank"});
    at->name = parts_names(result, 14, 2, by_head(by));
    if (by == BY_PAIR)
        at->second = parts_names(result, 14, 2, "Recipient");
    at->amount =
        parts_column(result, KIND_AMOUNT, 7, 1,
                     (struct heads){{NULL, NULL, unit},
                                    arena_printf(arena, "%s %s", unit, now)});
    at->share =
        parts_column(result, KIND_SHARE, 5, 3,
                     (struct heads){{NULL, "Share", "%"},
                                    arena_printf(arena, "Share %s, %%", now)});
    parts_span(result, 0, at->amount, at->share, 2,
               arena_printf(arena, "%s", now));
    if (period_length(periods->before))
        add_before_columns(result, ranking, at);
    if (period_length(periods->now) > 1 && !periods->undivided)
        at->range =
            parts_column(result, KIND_RANK, 8, 3,
                         (struct heads){{"Rank if", "one year", "is out"},
                                        "Rank if one year is out"});
}

/* Who delivered in one year only has no rank without it: "5–6, –". */
static struct value range_without_years(struct result *result,
                                        const struct ranking *ranking,
                                        const struct entity *entity)
{
    struct arena *arena = &result->arena;
    const struct rank_halves *halves = &entity->halves;
    int length = period_length(ranking->group.periods.now);
    struct value range =
        ties_range(arena, halves->loyo_best, halves->loyo_worst);
    if (range.type == VALUE_NULL ||
        entity_years_with_records(entity, length) > 1)
        return range;
    return value_word(arena_printf(
        arena, "%s, \u2013",
        ties_range_text(arena, halves->loyo_best, halves->loyo_worst)));
}

static void add_entity(struct result *result, const struct ranking *ranking,
                       const struct places *at, const struct entity *entity)
{
    const struct study *study = ranking->study;
    const struct group *group = &ranking->group;
    struct value *cells =
        view_add_row(&result->view, &result->arena, VIEW_ENTRY);
    enum ties ties = ranking->question->ties;
    parts_put(cells, at->rank,
              ties_value(ties, entity->halves.now, entity->tied));
    parts_put(cells, at->name, value_text(entity->name));
    parts_put(cells, at->second, value_text(entity->second));
    parts_put(cells, at->amount, amount_value(&entity->now));
    parts_put(cells, at->share, share_value(study, &entity->now, &group->now));
    parts_put(cells, at->previous_rank,
              ties_value(ties, entity->halves.before, false));
    parts_put(cells, at->previous_share,
              share_value(study, &entity->before, &group->before));
    parts_put(
        cells, at->change,
        change_value(study, &group->periods, &entity->now, &entity->before));
    parts_put(cells, at->points,
              points_value(study, &entity->now, &group->now, &entity->before,
                           &group->before));
    parts_put(cells, at->range, range_without_years(result, ranking, entity));
}

/* What is not listed, or everything. */
static struct value *add_sum(struct result *result,
                             const struct ranking *ranking,
                             const struct places *at, enum view_role role,
                             const struct cube_cell *now,
                             const struct cube_cell *before)
{
    const struct group *group = &ranking->group;
    struct value *cells = view_add_row(&result->view, &result->arena, role);
    parts_put(cells, at->amount, amount_value(now));
    parts_put(cells, at->share, share_value(ranking->study, now, &group->now));
    parts_put(cells, at->previous_share,
              share_value(ranking->study, before, &group->before));
    return cells;
}

static void add_sums(struct result *result, const struct ranking *ranking,
                     const struct places *at)
{
    const struct group *group = &ranking->group;
    struct rest rest = ranking_rest(ranking);
    struct value *cells;
    if (rest.count) {
        cells =
            add_sum(result, ranking, at, VIEW_OTHERS, &rest.now, &rest.before);
        parts_put(cells, at->name,
                  value_word(parts_others(&result->arena, rest.count)));
    }
    if (ranking->question->by == BY_WORLD)
        return; /* it is the entry itself */
    cells =
        add_sum(result, ranking, at, VIEW_TOTAL, &group->now, &group->before);
    parts_put(cells, at->name, value_word(whole_label(ranking->whole)));
    parts_put(cells, at->change,
              change_value(ranking->study, &group->periods, &group->now,
                           &group->before));
}

void rank_view(struct result *result, const struct ranking *ranking)
{
    const struct study *study = ranking->study;
    struct view *view = &result->view;
    enum by by = ranking->question->by;
    struct places at;
    view->title =
        ranking_title(&result->arena, ranking, by_word(by), by_plural(by), "");
    view->unit_line = unit_line(study->cube->unit, study->cube->measure);
    add_columns(result, ranking, &at);
    for (size_t i = 0; i < ranking->count; i++)
        add_entity(result, ranking, &at, ranking->rows[i]);
    add_sums(result, ranking, &at);
    view_add_row(view, &result->arena, VIEW_RULE);
    ranking_notes(result, ranking);
    view_add_foot(view, &result->arena, "%s",
                  whole_line(ranking->whole, study, &ranking->group, by));
    view_add_foot(view, &result->arena, "%s", study->source_line);
}
