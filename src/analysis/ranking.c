/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/ranking.h"

#include "analysis/view_parts.h"

/* Who belongs to the list in some year of the period. */
static bool is_listed(const struct ranking *ranking,
                      const struct entity *entity)
{
    const struct cube_key *key = &entity->key;
    struct period now = ranking->group.periods.now;
    if (ranking->list_supplier && key->supplier != NAME_NONE &&
        !year_set_meets(&ranking->list_supplier[key->supplier], now))
        return false;
    return !ranking->list_recipient || key->recipient == NAME_NONE ||
           year_set_meets(&ranking->list_recipient[key->recipient], now);
}

/* The rows that the question chooses, in order of rank. */
static void choose_rows(struct ranking *ranking, size_t top)
{
    const struct group *group = &ranking->group;
    const struct question *question = ranking->question;
    ranking->named =
        question->list_supplier.count || question->list_recipient.count;
    ranking->chosen = ranking->list_supplier || ranking->list_recipient;
    /* Who was named is listed without a record too. */
    size_t limit = ranking->named ? group->count : group->ranked;
    ranking->rows = arena_alloc(ranking->study->arena, group->count + 1,
                                sizeof *ranking->rows);
    for (size_t i = 0; i < limit; i++) {
        const struct entity *entity = &group->entities[i];
        if (!is_listed(ranking, entity))
            continue;
        if (!ranking->named && ranking->count >= top &&
            entity->rank != ranking->rows[ranking->count - 1]->rank)
            break;
        ranking->rows[ranking->count++] = entity;
    }
    ranking->tied_at_cut = !ranking->named && ranking->count > top;
}

bool ranking_build(struct ranking *ranking, const struct study *study,
                   const struct question *question, struct group_masks masks,
                   struct err *err)
{
    struct periods periods;
    *ranking = (struct ranking){.study = study, .question = question};
    if (!question_periods(question, study, 5, &periods, err))
        return false;
    masks.category = question->category;
    masks.ties = question->ties;
    group_build(&ranking->group, study, question->by, &periods, masks);
    ranking->whole = whole_of(study, question, question->by);
    ranking->list_supplier = question_listed(question, study, true);
    ranking->list_recipient = question_listed(question, study, false);
    choose_rows(ranking, question->top);
    return true;
}

struct row_facts ranking_facts(const struct ranking *ranking,
                               const struct entity *entity)
{
    const struct study *study = ranking->study;
    const struct names *names = study->names;
    const struct scope *scope = &study->scope;
    uint32_t category = ranking->question->category;
    struct row_facts facts = {
        .entity = entity,
        .rank_of = ranking->group.ranked,
        .supplier = names_text(&names->places, entity->key.supplier),
        .recipient = names_text(&names->places, entity->key.recipient),
        .category = names_text(&names->categories, entity->key.category),
    };
    if (ranking->question->by == BY_WEAPON)
        facts.category = entity->name;
    if (category != NAME_NONE)
        facts.category = names_text(&names->categories, category);
    /* A file of one side says whose it is. */
    if (!facts.supplier.len && scope->supplier.extent == SCOPE_ONE)
        facts.supplier = scope->supplier.name;
    if (!facts.recipient.len && scope->recipient.extent == SCOPE_ONE)
        facts.recipient = scope->recipient.name;
    whole_set(ranking->whole, &ranking->group, &facts);
    return facts;
}

struct rest ranking_rest(const struct ranking *ranking)
{
    const struct group *group = &ranking->group;
    struct rest rest = {0};
    if (ranking->chosen || ranking->count >= group->ranked)
        return rest;
    rest.count = group->ranked - ranking->count;
    for (size_t i = ranking->count; i < group->count; i++) {
        cube_cell_add(&rest.now, &group->entities[i].now);
        cube_cell_add(&rest.before, &group->entities[i].before);
    }
    return rest;
}

/* " from South Korea" when the data are one place's and the goods do not say
 * so. */
static const char *scope_words(struct arena *arena,
                               const struct ranking *ranking, bool supplier)
{
    const struct scope *scope = &ranking->study->scope;
    const struct filter *asked = ranking->question->asked;
    const struct scope_side *side =
        supplier ? &scope->supplier : &scope->recipient;
    if (side->extent != SCOPE_ONE ||
        (supplier ? asked->supplier.count : asked->recipient.count))
        return "";
    return arena_printf(arena, " %s %.*s", supplier ? "from" : "to",
                        STR_ARG(side->name));
}

/* "The 10 largest suppliers" */
static const char *rows_words(struct arena *arena,
                              const struct ranking *ranking,
                              const char *singular, const char *plural)
{
    size_t count = ranking->count;
    size_t ranked = ranking->group.ranked;
    if (ranking->question->by == BY_WORLD)
        return "All deliveries";
    if (!count && ranking->chosen)
        return arena_printf(arena, "None of the %zu %s", ranked, plural);
    if (!count)
        return arena_printf(arena, "No %s", singular);
    if (ranking->chosen && count == 1)
        return arena_printf(arena, "%.*s among the %zu %s",
                            STR_ARG(ranking->rows[0]->name), ranked, plural);
    if (ranking->chosen)
        return arena_printf(arena, "%zu of the %zu %s", count, ranked, plural);
    if (count == 1)
        return arena_printf(arena, "The %s %s",
                            ranked == 1 ? "only" : "largest", singular);
    if (count < ranked)
        return arena_printf(arena, "The %zu largest %s", count, plural);
    return arena_printf(arena, "All %zu %s", count, plural);
}

const char *ranking_title(struct arena *arena, const struct ranking *ranking,
                          const char *singular, const char *plural,
                          const char *tail)
{
    const struct periods *periods = &ranking->group.periods;
    char years[PERIOD_TEXT];
    period_print(years, periods->now);
    return arena_printf(arena, "%s of %s%s%s%s, %s%s%s",
                        rows_words(arena, ranking, singular, plural),
                        study_goods(ranking->study, ranking->question),
                        scope_words(arena, ranking, true),
                        scope_words(arena, ranking, false), tail, years,
                        periods->clipped ? " (covered years only)" : "",
                        periods->means ? " (changes of yearly means)" : "");
}

void ranking_notes(struct result *result, const struct ranking *ranking)
{
    result->provenance.universe = whole_summary(
        ranking->whole, ranking->study, &ranking->group, ranking->question->by);
    parts_note_periods(result, &ranking->group.periods);
    if (!ranking->count)
        parts_note_nothing(result, ranking->study);
    if (ties_note(ranking->question->ties))
        result_add_note(result, "%s", ties_note(ranking->question->ties));
    parts_show_notes(result);
    if (ranking->tied_at_cut)
        result_add_note(result,
                        "The last rank listed is tied; all that share it are "
                        "listed.");
}
