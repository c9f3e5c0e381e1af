/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/census.h"
#include "analysis/estimates.h"
#include "analysis/prose.h"
#include "analysis/rank_agreement.h"
#include "analysis/view_parts.h"
#include "base/buf.h"

#define LINE_BYTES ((size_t)4000)

/* One line of the table: of all, then of the first k. */
static void add_line(struct result *result, const char *label, struct value all,
                     const struct value *tops)
{
    struct value *cells =
        view_add_row(&result->view, &result->arena, VIEW_ENTRY);
    cells[0] = value_word(label);
    cells[1] = all;
    for (size_t i = 0; i < TOPS; i++)
        cells[2 + i] = tops[i];
}

static struct value count_of(const struct agreement_of *of)
{
    return of->n ? value_integer((int64_t)of->n) : value_null(REASON_NONE);
}

static void add_counts(struct result *result, const struct agreement *agreement)
{
    struct value tops[TOPS];
    for (size_t i = 0; i < TOPS; i++)
        tops[i] = count_of(&agreement->tops[i].either);
    add_line(result, "In either period", count_of(&agreement->all), tops);
}

static void add_correlations(struct result *result,
                             const struct agreement *agreement)
{
    struct value tau[TOPS], rho[TOPS], foot[TOPS], most[TOPS];
    for (size_t i = 0; i < TOPS; i++) {
        const struct agreement_of *of = &agreement->tops[i].either;
        tau[i] = estimate_value(of->tau_b, 2);
        rho[i] = estimate_value(of->spearman, 2);
        foot[i] = estimate_value(of->footrule, 0);
        most[i] = estimate_is(of->footrule) ? value_number(of->footrule_most, 0)
                                            : value_null(REASON_NONE);
    }
    const struct agreement_of *all = &agreement->all;
    add_line(result, "Kendall tau-b", estimate_value(all->tau_b, 2), tau);
    add_line(result, "Spearman rho", estimate_value(all->spearman, 2), rho);
    add_line(result, "Footrule (moves of all ranks added up)",
             estimate_value(all->footrule, 0), foot);
    add_line(result, "  the largest that it could be",
             value_number(all->footrule_most, 0), most);
}

static void add_overlaps(struct result *result,
                         const struct agreement *agreement)
{
    const struct value none[TOPS] = {0};
    struct value overlap[TOPS], jaccard[TOPS], average[TOPS];
    for (size_t i = 0; i < TOPS; i++) {
        const struct agreement_top *top = &agreement->tops[i];
        overlap[i] = estimate_value(top->overlap, 2);
        jaccard[i] = estimate_value(top->jaccard, 2);
        average[i] = estimate_value(top->average_overlap, 2);
    }
    add_line(result, "Rank-biased overlap, p = 0.9",
             estimate_value(agreement->rbo, 2), none);
    add_line(result, "Overlap (share in both)", none[0], overlap);
    add_line(result, "Jaccard (in both, of those in either)", none[0], jaccard);
    add_line(result, "Average overlap of depths 1 to k", none[0], average);
}

static const char *name_words(struct arena *arena, const struct entity *entity)
{
    return entity->second.len
               ? arena_printf(arena, "%.*s to %.*s", STR_ARG(entity->name),
                              STR_ARG(entity->second))
               : arena_printf(arena, "%.*s", STR_ARG(entity->name));
}

/* "South Korea (12th to 9th), ..." */
static size_t say_movers(struct buf *buf, struct arena *arena,
                         const struct agreement *agreement, size_t k,
                         bool entrants)
{
    enum ties ties = agreement->ranking.question->ties;
    const struct entity *entity;
    size_t count = 0;
    size_t at = 0;
    while ((entity = agreement_mover(agreement, k, entrants, &at))) {
        const struct rank_halves *halves = &entity->halves;
        buf_printf(buf, "%s%s (", count++ ? ", " : "",
                   name_words(arena, entity));
        if (halves->before && halves->now)
            buf_printf(buf, "%s to %s)",
                       rank_words(arena, ties, halves->before),
                       rank_words(arena, ties, halves->now));
        else if (halves->now)
            buf_printf(buf, "new, %s)", rank_words(arena, ties, halves->now));
        else
            buf_printf(buf, "%s, none recorded now)",
                       rank_words(arena, ties, halves->before));
    }
    return count;
}

static void note_movers(struct result *result,
                        const struct agreement *agreement, size_t k)
{
    struct buf buf;
    for (int entrants = 1; entrants >= 0; entrants--) {
        buf_init(&buf, LINE_BYTES);
        size_t count = say_movers(&buf, &result->arena, agreement, k, entrants);
        result_add_note(result, "%s the first %zu: %s.",
                        entrants ? "New among" : "No longer among", k,
                        count ? buf.ptr : "nobody");
        buf_done(&buf);
    }
}

/* Where amounts are equal at the cut, names decide who is among the first. */
static void note_ties(struct result *result, const struct agreement_top *top,
                      const struct periods *periods)
{
    char years[PERIOD_TEXT];
    for (size_t i = 0; i < 2; i++) {
        if (!top->tied[i])
            continue;
        period_print(years, i == 0 ? periods->now : periods->before);
        result_add_note(result,
                        "In %s the amount at place %zu is shared; who of them "
                        "is among the first %zu is decided by name.",
                        years, top->k, top->k);
    }
}

static void add_notes(struct result *result, const struct agreement *agreement)
{
    const struct periods *periods = &agreement->ranking.group.periods;
    const struct agreement_top *largest = NULL;
    for (size_t i = 0; i < TOPS; i++)
        if (estimate_is(agreement->tops[i].overlap))
            largest = &agreement->tops[i];
    if (largest)
        note_movers(result, agreement, largest->k);
    for (size_t i = 0; i < TOPS; i++)
        note_ties(result, &agreement->tops[i], periods);
    result_add_note(result, "Who has no record in one period counts with 0 "
                            "there; long tails of such zeros make the "
                            "agreement of all look larger.");
}

static void add_columns(struct result *result)
{
    parts_names(result, 40, 0, "");
    parts_column(result, KIND_NUMBER, 7, 2,
                 (struct heads){{NULL, NULL, "All"}, "All"});
    for (size_t i = 0; i < TOPS; i++) {
        const char *head =
            arena_printf(&result->arena, "First %zu", agreement_tops[i]);
        parts_column(result, KIND_NUMBER, 8, 2,
                     (struct heads){{NULL, NULL, head}, head});
    }
}

void agreement_view(struct result *result, const struct agreement *agreement)
{
    const struct ranking *ranking = &agreement->ranking;
    const struct study *study = ranking->study;
    const struct periods *periods = &ranking->group.periods;
    struct view *view = &result->view;
    struct arena *arena = &result->arena;
    enum by by = ranking->question->by;
    char now[PERIOD_TEXT];
    char before[PERIOD_TEXT];
    period_print(now, periods->now);
    period_print(before, periods->before);
    view->title = arena_printf(
        arena, "Agreement of the ranks of %s of %s, %s and %s", by_plural(by),
        study_goods(study, ranking->question), before, now);
    view->unit_line = unit_line(study->cube->unit, study->cube->measure);
    add_columns(result);
    add_counts(result, agreement);
    add_correlations(result, agreement);
    add_overlaps(result, agreement);
    view_add_row(view, arena, VIEW_RULE);
    add_notes(result, agreement);
    ranking_notes(result, ranking);
    view_add_foot(view, arena, "%s",
                  whole_line(ranking->whole, study, &ranking->group, by));
    view_add_foot(view, arena,
                  "%s: these numbers describe two lists and test nothing.",
                  census_line(study));
    view_add_foot(view, arena, "%s", study->source_line);
}
