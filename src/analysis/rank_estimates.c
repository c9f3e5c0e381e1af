/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/columns.h"
#include "analysis/rank_table.h"
#include "analysis/rank_variants.h"
#include "analysis/values.h"
#include "analysis/view_parts.h"
#include "base/mem.h"

enum {
    E_SHARE = COLUMNS_HEAD,
    E_YEAR_PCT,
    E_ITEMS_PCT,
    E_OUT,
    E_IN,
    E_LOW,
    E_HIGH,
    E_SHARE_LOW,
    E_SHARE_HIGH,
    E_BEST,
    E_WORST,
    E_REASON,
    E_COUNT,
};

static const struct column columns[] = {
    {"share_world_pct", KIND_SHARE, "per cent", "share of the world"},
    {"year_estimated_pct", KIND_SHARE, "per cent",
     "part of the amount that rests on an estimated delivery year"},
    {"items_estimated_pct", KIND_SHARE, "per cent",
     "part of the amount that rests on an estimated number"},
    {"amount_may_leave", KIND_AMOUNT, "unit",
     "of estimated years at the edges of the period"},
    {"amount_may_enter", KIND_AMOUNT, "unit",
     "of estimated years just outside the period"},
    {"amount_years_low", KIND_AMOUNT, "unit", "least amount, these moved"},
    {"amount_years_high", KIND_AMOUNT, "unit", "most amount, these moved"},
    {"share_years_low_pct", KIND_SHARE, "per cent",
     "least share of the world, these moved"},
    {"share_years_high_pct", KIND_SHARE, "per cent", "most, these moved"},
    {"rank_years_best", KIND_RANK, "", "best rank, these moved"},
    {"rank_years_worst", KIND_RANK, "", "worst rank, these moved"},
    {"reason", KIND_TEXT, "", "why a number of this row is undefined"},
};

/* What estimated years do to one amount. */
struct shift {
    amount leaves;
    amount enters;
    amount low;
    amount high;
    size_t best; /* 0: no rank */
    size_t worst;
};

struct estimates {
    struct ranking ranking;
    struct group wide;  /* the period and a year on either side, as covered */
    struct shift *edges; /* of the wide group's entities */
    amount low;         /* of all together */
    amount high;
    struct map numbers; /* of the wide group's entities */
};

static bool check(const struct study *study, struct err *err)
{
    if (!study->estimates)
        return err_set(err, ERR_REQUEST,
                       "--variant estimates: the data do not say which years "
                       "and numbers are estimates; SIPRI's register does "
                       "(armstats datasets --download-help)");
    if (study->scope.undivided_years)
        return err_set(err, ERR_REQUEST,
                       "--variant estimates: the data do not tell the years "
                       "of a deal apart; SIPRI's register with one row a "
                       "delivery year does");
    return true;
}

/* Years outside of the wide period hold nothing. */
static amount moving_in(const struct estimates *estimates,
                        const struct entity *entity, int year)
{
    struct period wide = estimates->wide.periods.now;
    return period_has(wide, year) ? entity->moving[year - wide.from] : 0;
}

static struct shift edge_of(const struct estimates *estimates,
                           const struct entity *entity)
{
    struct period now = estimates->ranking.group.periods.now;
    struct period wide = estimates->wide.periods.now;
    struct shift edge = {0};
    amount sum = 0;
    for (int year = now.from; year <= now.to; year++)
        sum += entity->years[year - wide.from];
    edge.leaves = moving_in(estimates, entity, now.from);
    if (now.to > now.from)
        edge.leaves += moving_in(estimates, entity, now.to);
    edge.enters = moving_in(estimates, entity, now.from - 1) +
                  moving_in(estimates, entity, now.to + 1);
    edge.low = sum - edge.leaves;
    edge.high = sum + edge.enters;
    return edge;
}

/* Best and worst among all that have or may have an amount: the bounds of one
 * do not bind those of another. */
static void rank_edges(struct estimates *estimates)
{
    size_t count = estimates->wide.count;
    struct shift *edges = estimates->edges;
    for (size_t i = 0; i < count; i++) {
        edges[i].best = edges[i].worst = 1;
        for (size_t j = 0; j < count; j++) {
            if (j == i)
                continue;
            edges[i].best += edges[j].low > edges[i].high;
            edges[i].worst += edges[j].high > edges[i].low;
        }
    }
}

static bool build(struct estimates *estimates, const struct study *study,
                  const struct question *question, struct err *err)
{
    struct ranking *ranking = &estimates->ranking;
    if (!check(study, err) ||
        !ranking_build(ranking, study, question,
                       (struct group_masks){.category = NAME_NONE}, err))
        return false;
    struct period now = ranking->group.periods.now;
    struct period covered = study->scope.covered;
    struct periods periods = {.now = {now.from - (now.from > covered.from),
                                      now.to + (now.to < covered.to)},
                              .before = {0, -1}};
    group_build(&estimates->wide, study, question->by, &periods,
                (struct group_masks){.category = question->category,
                                     .order_only = true});
    struct group *wide = &estimates->wide;
    estimates->edges =
        arena_alloc(study->arena, wide->count + 1, sizeof *estimates->edges);
    for (size_t i = 0; i < wide->count; i++) {
        estimates->edges[i] = edge_of(estimates, &wide->entities[i]);
        estimates->low += estimates->edges[i].low;
        estimates->high += estimates->edges[i].high;
    }
    rank_edges(estimates);
    group_number(wide, &estimates->numbers);
    return true;
}

static const struct shift *edge_for(const struct estimates *estimates,
                                   const struct entity *entity)
{
    return &estimates->edges[group_find(&estimates->numbers, &entity->key)];
}

/* lo_i / (lo_i + sum of hi_j), hi_i / (hi_i + sum of lo_j), j other than i. */
static struct value share_low_of(const struct estimates *estimates,
                                 const struct shift *edge)
{
    return value_ratio(edge->low, edge->low + estimates->high - edge->high);
}

static struct value share_high_of(const struct estimates *estimates,
                                  const struct shift *edge)
{
    return value_ratio(edge->high, edge->high + estimates->low - edge->low);
}

static struct value part_of(const struct cube_cell *cell, amount part)
{
    return cell->rows ? value_ratio(part, cell->sum)
                      : value_null(REASON_NO_RECORD);
}

static void fill_rows(struct result *result, const struct estimates *estimates)
{
    const struct ranking *ranking = &estimates->ranking;
    bool world = ranking->whole == WHOLE_WORLD;
    for (size_t i = 0; i < ranking->count; i++) {
        const struct entity *entity = ranking->rows[i];
        const struct shift *edge = edge_for(estimates, entity);
        struct row_facts facts = ranking_facts(ranking, entity);
        struct value *row = columns_row_head(result, ranking->study,
                                             &ranking->group.periods, &facts);
        row[E_YEAR_PCT] = part_of(&entity->now, entity->now.year_estimated);
        row[E_ITEMS_PCT] = part_of(&entity->now, entity->now.items_estimated);
        row[E_OUT] = value_amount(edge->leaves);
        row[E_IN] = value_amount(edge->enters);
        row[E_LOW] = value_amount(edge->low);
        row[E_HIGH] = value_amount(edge->high);
        row[E_BEST] = value_integer((int64_t)edge->best);
        row[E_WORST] = value_integer((int64_t)edge->worst);
        enum reason reason = entity->now.rows ? REASON_NONE : REASON_NO_RECORD;
        if (world) {
            row[E_SHARE] =
                share_value(ranking->study, &entity->now, &ranking->group.now);
            row[E_SHARE_LOW] = share_low_of(estimates, edge);
            row[E_SHARE_HIGH] = share_high_of(estimates, edge);
        } else if (reason == REASON_NONE) {
            reason = REASON_PARTIAL_SELECTION;
        }
        row[E_REASON] = value_word(reason_word(reason));
    }
}

/* "39–43", as both print; "41" where they print alike. */
static struct value share_range(struct arena *arena, struct value low,
                                struct value high)
{
    const char *from = share_shown(arena, low);
    const char *to = share_shown(arena, high);
    if (strcmp(from, to) == 0)
        return value_word(from);
    return value_word(arena_printf(arena, "%s\u2013%s", from, to));
}

static void fill_view(struct result *result, const struct estimates *estimates)
{
    const struct ranking *ranking = &estimates->ranking;
    struct arena *arena = &result->arena;
    struct rank_table table;
    rank_table_begin(&table, result, ranking, ": what rests on estimates");
    size_t share =
        parts_column(result, KIND_SHARE, 5, 2,
                     (struct heads){{NULL, "Share", "%"}, "Share, %"});
    size_t year = parts_column(
        result, KIND_SHARE, 5, 2,
        (struct heads){{NULL, "of a", "year"}, "Estimated year, % of amount"});
    size_t items =
        parts_column(result, KIND_SHARE, 6, 1,
                     (struct heads){{NULL, "of a", "number"},
                                    "Estimated number, % of amount"});
    parts_span(result, 0, year, items, 0, "Estimates, %");
    size_t rank = parts_column(
        result, KIND_RANK, 6, 3,
        (struct heads){{NULL, NULL, "Rank"}, "Rank if estimated years move"});
    size_t range = parts_column(
        result, KIND_RANK, 9, 2,
        (struct heads){{NULL, "Share", "%"}, "Share if estimated years move"});
    parts_span(result, 0, rank, range, 0, "If years move by 1");
    for (size_t i = 0; i < ranking->count; i++) {
        const struct entity *entity = ranking->rows[i];
        const struct shift *edge = edge_for(estimates, entity);
        struct value *cells = rank_table_row(&table, entity);
        cells[share] =
            share_value(ranking->study, &entity->now, &ranking->group.now);
        cells[year] = part_of(&entity->now, entity->now.year_estimated);
        cells[items] = part_of(&entity->now, entity->now.items_estimated);
        cells[rank] = value_range((int64_t)edge->best, (int64_t)edge->worst);
        cells[range] = share_range(arena, share_low_of(estimates, edge),
                                   share_high_of(estimates, edge));
    }
    rank_table_end(&table, "the bounds are those of estimated delivery years, "
                           "and of nothing else");
}

static void add_notes(struct result *result, const struct estimates *estimates)
{
    const struct ranking *ranking = &estimates->ranking;
    struct period now = ranking->group.periods.now;
    struct period covered = ranking->study->scope.covered;
    const struct cube_cell *all = &ranking->group.now;
    struct arena *arena = &result->arena;
    if (all->sum > 0)
        result_add_note(
            result,
            "Of all, %s %% rest on an estimated delivery year and %s %% on an "
            "estimated number; these overlap.",
            share_shown(arena, value_ratio(all->year_estimated, all->sum)),
            share_shown(arena, value_ratio(all->items_estimated, all->sum)));
    result_add_note(result,
                    "What varies: deliveries whose year is an estimate, by one "
                    "year across the edge of the period. Those of %d and %d "
                    "may leave it; those of %d and %d may enter it.",
                    now.from, now.to, now.from - 1, now.to + 1);
    if (now.to >= covered.to)
        result_add_note(result,
                        "%d is not covered, so what may enter from it is not "
                        "known.",
                        now.to + 1);
    if (now.from <= covered.from)
        result_add_note(result,
                        "%d is not covered, so what may enter from it is not "
                        "known.",
                        now.from - 1);
}

struct result *rank_estimates(const struct study *study,
                              const struct question *question, struct err *err)
{
    struct estimates estimates = {0};
    struct question alone = *question;
    struct result *result = NULL;
    alone.previous = (struct period_spec){.form = PERIOD_NONE};
    map_init(&estimates.numbers);
    if (build(&estimates, study, &alone, err)) {
        result = result_new("rank");
        columns_add_head(result, study);
        result_add_columns(result, columns, E_COUNT - E_SHARE,
                           unit_word(study->cube->unit));
        ties_columns(result, question->ties);
        fill_rows(result, &estimates);
        result->listed = result->row_count;
        add_notes(result, &estimates);
        fill_view(result, &estimates);
    }
    map_done(&estimates.numbers);
    return result;
}
