/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/partners_view.h"

#include "analysis/magnitude.h"
#include "analysis/prose.h"
#include "analysis/values.h"
#include "analysis/view_parts.h"
#include "base/utf8.h"

/* A longer name would push the heads apart. */
#define HEAD_NAME ((size_t)20)

/* Columns of the view. */
struct places {
    size_t rank, name, amount, share, previous_share, other, years;
};

static const struct measure_words *words_of(const struct partners *partners)
{
    return measure_words(partners->ranking.study->cube->measure);
}

/* "South Korea's", "these suppliers'" */
static const char *asked_possessive(struct arena *arena,
                                    const struct partners *partners)
{
    const struct side *asked = partners->asked;
    if (asked->one && utf8_width(str_from(asked->name)) <= HEAD_NAME)
        return possessive(arena, asked->name);
    const char *noun = partners->to_recipients ? "supplier" : "recipient";
    return arena_printf(arena, asked->one ? "the %s's" : "these %ss'", noun);
}

static void add_share_columns(struct result *result,
                              const struct partners *partners,
                              struct places *at)
{
    const struct periods *periods = &partners->ranking.group.periods;
    const struct measure_words *words = words_of(partners);
    struct arena *arena = &result->arena;
    bool selection = partners->ranking.whole == WHOLE_SELECTION;
    const char *of = selection ? "this" : asked_possessive(arena, partners);
    const char *what = selection                 ? "selection"
                       : partners->to_recipients ? words->exports
                                                 : words->imports;
    char years[PERIOD_TEXT];
    period_print(years, periods->now);
    at->share = parts_column(
        result, KIND_SHARE, 5, 4,
        (struct heads){
            {NULL, NULL, arena_printf(arena, "%s", years)},
            arena_printf(arena, "Share of %s %s %s, %%", of, what, years)});
    size_t last = at->share;
    if (period_length(periods->before)) {
        period_print(years, periods->before);
        at->previous_share = parts_column(
            result, KIND_SHARE, 5, 4,
            (struct heads){
                {NULL, NULL, arena_printf(arena, "%s", years)},
                arena_printf(arena, "Share of %s %s %s, %%", of, what, years)});
        last = at->previous_share;
    }
    parts_span(result, 0, at->share, last, 0,
               arena_printf(arena, "Share of %s", of));
    parts_span(result, 1, at->share, last, 0,
               arena_printf(arena, "%s, %%", what));
}

static void add_other_column(struct result *result,
                             const struct partners *partners, struct places *at)
{
    const struct measure_words *words = words_of(partners);
    struct arena *arena = &result->arena;
    const char *whose = partners->to_recipients ? "recipient's" : "supplier's";
    const char *what =
        partners->to_recipients ? words->imports : words->exports;
    at->other = parts_column(
        result, KIND_SHARE, 5, 8,
        (struct heads){
            {NULL},
            arena_printf(arena, "Share of the %s %s, %%", whose, what)});
    parts_span(result, 0, at->other, at->other, 0, "Share of the");
    parts_span(result, 1, at->other, at->other, 0, whose);
    parts_span(result, 2, at->other, at->other, 0,
               arena_printf(arena, "%s, %%", what));
}

static void add_columns(struct result *result, const struct partners *partners,
                        struct places *at)
{
    const struct ranking *ranking = &partners->ranking;
    struct arena *arena = &result->arena;
    const char *head = by_head(ranking->question->by);
    const char *unit = magnitude_head(ranking->study, arena);
    int length = period_length(ranking->group.periods.now);
    *at = (struct places){NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN,
                          NOT_SHOWN, NOT_SHOWN, NOT_SHOWN};
    at->rank = parts_column(result, KIND_RANK, 4, 0,
                            (struct heads){{NULL, NULL, "Rank"}, "Rank"});
    at->name = parts_names(result, 14, 2, head);
    at->amount = parts_column(result, KIND_AMOUNT, 7, 2,
                              (struct heads){{NULL, NULL, unit}, unit});
    add_share_columns(result, partners, at);
    if (partners->totals)
        add_other_column(result, partners, at);
    if (length > 1 && !ranking->group.periods.undivided)
        at->years = parts_column(
            result, KIND_COUNT, 7, 5,
            (struct heads){
                {"Years", "with", arena_printf(arena, "any (%d)", length)},
                arena_printf(arena, "Years with any (of %d)", length)});
}

static struct value *add_row(struct result *result,
                             const struct partners *partners,
                             const struct places *at, enum view_role role,
                             struct str name, const struct cube_cell *now,
                             const struct cube_cell *before)
{
    const struct study *study = partners->ranking.study;
    const struct group *group = &partners->ranking.group;
    struct value *cells = view_add_row(&result->view, &result->arena, role);
    parts_put(cells, at->name, value_text(name));
    parts_put(cells, at->amount, amount_value(now));
    parts_put(cells, at->share, share_value(study, now, &group->now));
    parts_put(cells, at->previous_share,
              share_value(study, before, &group->before));
    return cells;
}

static void add_entry(struct result *result, const struct partners *partners,
                      const struct places *at, const struct entity *entity)
{
    const struct ranking *ranking = &partners->ranking;
    const struct entity *total = partners_total(partners, entity);
    int length = period_length(ranking->group.periods.now);
    struct value *cells = add_row(result, partners, at, VIEW_ENTRY,
                                  entity->name, &entity->now, &entity->before);
    parts_put(cells, at->rank, rank_value(entity->rank, entity->tied));
    if (total)
        parts_put(cells, at->other,
                  share_value(ranking->study, &entity->now, &total->now));
    parts_put(cells, at->years,
              value_integer(entity_years_with_records(entity, length)));
}

static void add_rows(struct result *result, const struct partners *partners,
                     const struct places *at)
{
    const struct ranking *ranking = &partners->ranking;
    struct rest rest = ranking_rest(ranking);
    for (size_t i = 0; i < ranking->count; i++)
        add_entry(result, partners, at, ranking->rows[i]);
    if (rest.count)
        add_row(result, partners, at, VIEW_OTHERS,
                str_from(parts_others(&result->arena, rest.count)), &rest.now,
                &rest.before);
    add_row(result, partners, at, VIEW_TOTAL,
            str_from(whole_label(ranking->whole)), &ranking->group.now,
            &ranking->group.before);
    view_add_row(&result->view, &result->arena, VIEW_RULE);
}

/* "South Korea: 2.0 % of world deliveries, rank 10." or "". */
static const char *world_line(struct arena *arena,
                              const struct partners *partners)
{
    const struct world_part *world = &partners->world;
    const struct question *question = partners->ranking.question;
    if (!world->known || !world->asked.rows)
        return "";
    const char *records = words_of(partners)->records;
    const char *share = share_shown(
        arena, share_value(world->study, &world->asked, &world->now));
    const char *goods = "";
    if (question_narrows_goods(question))
        goods = arena_printf(arena, " of %s", partners->sides.goods);
    if (!world->rank || world->study->merged)
        return arena_printf(arena, "%s: %s %% of world %s%s.",
                            partners->asked->name, share, records, goods);
    return arena_printf(arena, "%s: %s %% of world %s%s, rank %zu%s.",
                        partners->asked->name, share, records, goods,
                        world->rank, world->tied ? "=" : "");
}

static void add_foot(struct result *result, const struct partners *partners)
{
    struct arena *arena = &result->arena;
    const char *line = world_line(arena, partners);
    const char *sign = "";
    if (partners->ranking.count && parts_has_no_record(&result->view))
        sign = arena_printf(arena, "%s\u2013: no %s recorded.",
                            *line ? "  " : "", words_of(partners)->record);
    ranking_notes(result, &partners->ranking);
    if (*line || *sign)
        view_add_foot(&result->view, arena, "%s%s", line, sign);
    view_add_foot(&result->view, arena, "%s",
                  partners->ranking.study->source_line);
}

/* " (all but Poland)" */
static const char *left_out(struct arena *arena,
                            const struct partners *partners)
{
    const struct side *listed = partners->to_recipients
                                    ? &partners->sides.recipient
                                    : &partners->sides.supplier;
    if (!listed->mask)
        return "";
    return arena_printf(arena, " (%s%s)", listed->name,
                        partners->ranking.chosen ? " listed" : "");
}

static const char *title_of(struct arena *arena,
                            const struct partners *partners)
{
    const struct periods *periods = &partners->ranking.group.periods;
    const struct measure_words *words = words_of(partners);
    char years[PERIOD_TEXT];
    period_print(years, periods->now);
    return arena_printf(arena, "%s whom %s %s %s, %s%s%s",
                        partners->to_recipients ? "To" : "From",
                        partners->asked->name,
                        partners->to_recipients ? words->gave : words->got,
                        partners->sides.goods, years,
                        periods->clipped ? " (covered years only)" : "",
                        left_out(arena, partners));
}

void partners_view(struct result *result, const struct partners *partners)
{
    const struct cube *cube = partners->ranking.study->cube;
    struct places at;
    result->view.title = title_of(&result->arena, partners);
    result->view.unit_line = unit_line(cube->unit, cube->measure);
    add_columns(result, partners, &at);
    add_rows(result, partners, &at);
    add_foot(result, partners);
}
