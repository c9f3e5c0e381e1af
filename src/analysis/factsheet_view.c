/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/factsheet_view.h"

#include "analysis/prose.h"
#include "analysis/values.h"
#include "analysis/view_parts.h"
#include "base/buf.h"

#define TEXT_BYTES ((size_t)2000)

/* Of more rows than this only the number is noted. */
#define NAMED_TIES ((size_t)6)

/* The fact sheet's own words for both sides. */
struct side_words {
    const char *head;
    const char *singular;
    const char *plural;
    const char *partner; /* "main recipient" */
};

static const struct side_words *words_of(const struct factsheet *factsheet)
{
    static const struct side_words exporters = {"Exporter", "exporter",
                                                "exporters", "recipient"};
    static const struct side_words importers = {"Importer", "importer",
                                                "importers", "supplier"};
    return factsheet->ranking.question->by == BY_RECIPIENT ? &importers
                                                           : &exporters;
}

/* Columns of the view. */
struct places {
    size_t rank, name, share, previous_share, change, partners;
};

static void add_share_columns(struct result *result,
                              const struct factsheet *factsheet,
                              struct places *at)
{
    const struct ranking *ranking = &factsheet->ranking;
    const struct periods *periods = &ranking->group.periods;
    const struct measure_words *words =
        measure_words(ranking->study->cube->measure);
    struct arena *arena = &result->arena;
    bool importers = ranking->question->by == BY_RECIPIENT;
    bool world = ranking->whole == WHOLE_WORLD;
    const char *of = world ? "Share of world" : "Share of this";
    const char *what = !world      ? "selection"
                       : importers ? words->imports
                                   : words->exports;
    char years[PERIOD_TEXT];
    period_print_short(years, periods->now);
    const char *now = arena_printf(arena, "%s", years);
    period_print_short(years, periods->before);
    const char *before = arena_printf(arena, "%s", years);
    at->share = parts_column(
        result, KIND_SHARE, 5, 0,
        (struct heads){{NULL, NULL, now},
                       arena_printf(arena, "%s %s %s", of, what, now)});
    at->previous_share = NOT_SHOWN;
    at->change = NOT_SHOWN;
    if (period_length(periods->before)) {
        at->previous_share = parts_column(
            result, KIND_SHARE, 5, 3,
            (struct heads){{NULL, NULL, before},
                           arena_printf(arena, "%s %s %s", of, what, before)});
        at->change = parts_column(
            result, KIND_CHANGE, 8, 2,
            (struct heads){
                {"Change", arena_printf(arena, "%s to", before), now},
                arena_printf(arena, "Change %s to %s", before, now)});
        result->view.columns[at->change].head_shift = -1;
    }
    size_t last = at->change == NOT_SHOWN ? at->share : at->previous_share;
    parts_span(result, 0, at->share, last, -1, of);
    parts_span(result, 1, at->share, last, -1, what);
}

static void add_columns(struct result *result,
                        const struct factsheet *factsheet, struct places *at)
{
    const struct ranking *ranking = &factsheet->ranking;
    const struct side_words *words = words_of(factsheet);
    struct arena *arena = &result->arena;
    const struct measure_words *measure =
        measure_words(ranking->study->cube->measure);
    const char *counted = ranking->question->by == BY_RECIPIENT
                              ? measure->imports
                              : measure->records;
    char years[PERIOD_TEXT];
    period_print(years, ranking->group.periods.now);
    at->rank = parts_column(result, KIND_RANK, 2, 0,
                            (struct heads){{NULL, NULL, NULL}, "Rank"});
    at->name = parts_names(result, 14, 2, words->head);
    add_share_columns(result, factsheet, at);
    const char *main =
        arena_printf(arena, "Main %ss, and their share of", words->partner);
    const char *total =
        ranking->whole == WHOLE_WORLD
            ? arena_printf(arena, "the %s's %s, %s", words->singular, counted,
                           years)
            : arena_printf(arena, "these %s, %s", counted, years);
    at->partners =
        parts_column(result, KIND_TEXT, 35, 2,
                     (struct heads){{NULL, main, total},
                                    arena_printf(arena, "%s %s", main, total)});
}

/* "Saudi Arabia 15, Japan 9.5, Qatar 8.2" */
static struct str partner_text(struct arena *arena,
                               const struct factsheet *factsheet, size_t row)
{
    const struct main_partners *partners = &factsheet->partners[row];
    const struct entity *entity = factsheet->ranking.rows[row];
    const char *text = "";
    for (size_t i = 0; i < partners->count; i++) {
        const struct entity *pair = partners->pairs[i];
        const char *share =
            share_shown(arena, share_value(factsheet->ranking.study, &pair->now,
                                           &entity->now));
        text = arena_printf(arena, "%s%s%.*s%s%s", text, i ? ", " : "",
                            STR_ARG(factsheet_partner(factsheet, pair)),
                            *share ? " " : "", share);
    }
    return str_from(text);
}

static struct value *add_row(struct result *result,
                             const struct factsheet *factsheet,
                             const struct places *at, enum view_role role,
                             const struct cube_cell *now,
                             const struct cube_cell *before)
{
    const struct study *study = factsheet->ranking.study;
    const struct group *group = &factsheet->ranking.group;
    struct value *cells = view_add_row(&result->view, &result->arena, role);
    parts_put(cells, at->share, share_value(study, now, &group->now));
    parts_put(cells, at->previous_share,
              share_value(study, before, &group->before));
    if (role != VIEW_OTHERS)
        parts_put(cells, at->change,
                  change_value(study, &group->periods, now, before));
    return cells;
}

static void add_entries(struct result *result,
                        const struct factsheet *factsheet,
                        const struct places *at)
{
    for (size_t i = 0; i < factsheet->ranking.count; i++) {
        const struct entity *entity = factsheet->ranking.rows[i];
        struct value *cells = add_row(result, factsheet, at, VIEW_ENTRY,
                                      &entity->now, &entity->before);
        cells[at->rank] = rank_value(entity->rank, entity->tied);
        cells[at->name] = value_text(entity->name);
        cells[at->partners] =
            value_text(partner_text(&result->arena, factsheet, i));
    }
}

static void add_sums(struct result *result, const struct factsheet *factsheet,
                     const struct places *at)
{
    const struct ranking *ranking = &factsheet->ranking;
    struct rest rest = ranking_rest(ranking);
    struct value *cells;
    view_add_row(&result->view, &result->arena, VIEW_RULE);
    if (rest.count) {
        cells = add_row(result, factsheet, at, VIEW_OTHERS, &rest.now,
                        &rest.before);
        cells[at->name] = value_word(parts_others(&result->arena, rest.count));
    }
    cells = add_row(result, factsheet, at, VIEW_TOTAL, &ranking->group.now,
                    &ranking->group.before);
    cells[at->name] = value_word(whole_label(ranking->whole));
}

/* "Norway, Peru" or "12 exporters": rows whose last main partner is tied. */
static void note_ties(struct result *result, const struct factsheet *factsheet)
{
    const struct ranking *ranking = &factsheet->ranking;
    const struct side_words *words = words_of(factsheet);
    struct buf names;
    size_t count = 0;
    buf_init(&names, TEXT_BYTES);
    for (size_t i = 0; i < ranking->count; i++) {
        if (factsheet->partners[i].tied && count++ < NAMED_TIES)
            buf_printf(&names, "%s%.*s", names.len ? ", " : "",
                       STR_ARG(ranking->rows[i]->name));
    }
    if (count > NAMED_TIES) {
        buf_clear(&names);
        buf_printf(&names, "%zu %s", count, words->plural);
    }
    if (count)
        result_add_note(result,
                        "Others have the same amount as the last main %s "
                        "listed: %s. The first by name are listed.",
                        words->partner, names.ptr);
    buf_done(&names);
}

static const char *unit_words(struct arena *arena, const struct study *study)
{
    const struct cube *cube = study->cube;
    if (cube->unit == UNIT_TIV_MILLION)
        return "Shares and changes are of volume (TIV), not of money; all "
               "figures in per cent";
    return arena_printf(arena, "%s; all figures in per cent",
                        unit_line(cube->unit, cube->measure));
}

void factsheet_view(struct result *result, const struct factsheet *factsheet)
{
    const struct ranking *ranking = &factsheet->ranking;
    const struct side_words *words = words_of(factsheet);
    struct view *view = &result->view;
    struct arena *arena = &result->arena;
    struct places at;
    view->title = ranking_title(
        arena, ranking, words->singular, words->plural,
        arena_printf(arena, " and %s main %ss",
                     ranking->count == 1 ? "its" : "their", words->partner));
    view->unit_line = unit_words(arena, ranking->study);
    add_columns(result, factsheet, &at);
    add_entries(result, factsheet, &at);
    add_sums(result, factsheet, &at);
    note_ties(result, factsheet);
    ranking_notes(result, ranking);
    view_add_foot(view, arena, "%s",
                  whole_line(ranking->whole, ranking->study, &ranking->group,
                             ranking->question->by));
    view_add_foot(view, arena, "%s", ranking->study->source_line);
}
