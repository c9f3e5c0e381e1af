/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/network_words.h"

#include "analysis/census.h"
#include "analysis/magnitude.h"
#include "analysis/prose.h"
#include "analysis/view_parts.h"
#include "analysis/whole.h"

const char *network_years(struct arena *arena, struct period period)
{
    char years[PERIOD_TEXT];
    period_print(years, period);
    return arena_printf(arena, "%s", years);
}

const char *network_count(struct arena *arena, size_t count, const char *noun)
{
    return arena_printf(arena, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

struct value network_shown(const struct study *study, amount sum)
{
    return value_amount(study->magnitude > 1 ? sum / study->magnitude : sum);
}

const char *network_amount(const struct study *study, struct arena *arena,
                           amount sum)
{
    char text[DECIMAL_TEXT];
    amount_whole(text, network_shown(study, sum).as.amount);
    return arena_printf(arena, "%s %s", text, magnitude_head(study, arena));
}

struct value network_fraction(amount part, amount whole)
{
    struct value value = value_ratio(part, whole);
    value.decimals = 3;
    return whole > 0 ? value : value_null(REASON_NO_RECORD);
}

/* " from South Korea" of a file that is about one place, which study_goods(),
 * that tells what was asked for, does not know. */
static const char *of_one(struct arena *arena, const char *word,
                          const struct scope_side *side,
                          const struct place_set *asked)
{
    return side->extent == SCOPE_ONE && !asked->count
               ? arena_printf(arena, " %s %.*s", word, STR_ARG(side->name))
               : "";
}

static const char *title_of(const struct networks *networks, const char *what,
                            bool both)
{
    const struct study *study = networks->now.study;
    const char *years = network_years(study->arena, networks->now.period);
    if (both && networks->has_before)
        years =
            arena_printf(study->arena, "%s against %s", years,
                         network_years(study->arena, networks->before.period));
    const struct question *question = networks->now.question;
    const struct filter *asked = question->asked;
    const struct scope *scope = &study->scope;
    return arena_printf(
        study->arena, "The network of %s of %s%s%s%s, %s%s",
        measure_words(study->cube->measure)->records,
        study_goods(study, question),
        of_one(study->arena, "from", &scope->supplier, &asked->supplier),
        of_one(study->arena, "to", &scope->recipient, &asked->recipient), what,
        years, networks->periods.clipped ? " (covered years only)" : "");
}

void network_head(struct result *result, const struct networks *networks,
                  const char *what, bool both)
{
    const struct study *study = networks->now.study;
    result->view.title = title_of(networks, what, both);
    result->view.unit_line = unit_line(study->cube->unit, study->cube->measure);
}

static const char *both_counts(struct arena *arena,
                               const struct networks *networks, bool both,
                               size_t now, size_t before)
{
    return both && networks->has_before
               ? arena_printf(arena, "%zu, before %zu", now, before)
               : arena_printf(arena, "%zu", now);
}

static void note_left_out(struct result *result,
                          const struct networks *networks, bool both)
{
    const struct network *now = &networks->now;
    const struct network *before = &networks->before;
    const char *record = measure_words(now->study->cube->measure)->records;
    both = both && networks->has_before;
    if (now->below_half || (both && before->below_half))
        result_add_note(result,
                        "Not among the links: pairs whose %s are all below "
                        "half a unit (%s).",
                        record,
                        both_counts(&result->arena, networks, both,
                                    now->below_half, before->below_half));
    if (now->own || (both && before->own))
        result_add_note(
            result, "Left out: what a place has with itself (%s; %s).",
            both_counts(&result->arena, networks, both, now->own, before->own),
            network_amount(now->study, &result->arena, now->own_total));
}

static void note_places(struct result *result, const struct networks *networks)
{
    const struct network *now = &networks->now;
    bool unknown = false;
    for (size_t i = 0; i < now->n; i++)
        unknown |= now->nodes[i].unknown;
    if (now->declared)
        result_add_note(result,
                        "Places: all with a record in any year that the data "
                        "cover, linked in the period or not (--complete).");
    else
        result_add_note(result,
                        "Places: those with a record in the period; others "
                        "are in no number.");
    if (unknown)
        result_add_note(result, "Unknown suppliers are one place together, and "
                                "so are unknown recipients.");
}

/* Somebody's links are no network of everybody's. */
static void note_part(struct result *result, const struct networks *networks)
{
    const struct network *now = &networks->now;
    if (whole_of(now->study, now->question, BY_PAIR) != WHOLE_WORLD)
        result_add_note(result,
                        "A part of the network: other links of these places, "
                        "and other places, are in no number, so none is that "
                        "of the world.");
}

void network_notes(struct result *result, const struct networks *networks,
                   bool both)
{
    struct periods periods = networks->periods;
    if (!both)
        periods.before_missing = false;
    bool means = both && periods.means;
    periods.means = false;
    parts_note_periods(result, &periods);
    if (!networks->now.n ||
        !(networks->now.m + networks->now.below_half + networks->now.own))
        parts_note_nothing(result, networks->now.study);
    note_part(result, networks);
    note_places(result, networks);
    note_left_out(result, networks, both);
    if (means)
        result_add_note(result, "The periods differ in length: a longer one "
                                "has more links, so these are not compared "
                                "like with like.");
    if (both && networks->overlap)
        result_add_note(result,
                        "The periods share years: what is kept of one in the "
                        "other says nothing (%s).",
                        reason_word(REASON_OVERLAP_FORBIDDEN));
}

void network_foot(struct result *result, const struct networks *networks)
{
    const struct network *now = &networks->now;
    struct arena *arena = &result->arena;
    parts_show_notes(result);
    census_foot(result, now->study);
    result->provenance.universe =
        arena_printf(arena, "%s; %s, %s, %s", network_years(arena, now->period),
                     network_count(arena, now->n, "place"),
                     network_count(arena, now->m, "link"),
                     network_amount(now->study, arena, now->total));
}
