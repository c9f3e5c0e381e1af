/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "analysis/columns.h"
#include "analysis/pieces.h"
#include "analysis/rank_table.h"
#include "analysis/rank_variants.h"
#include "analysis/view_parts.h"
#include "base/mem.h"
#include "stat/rank_correlation.h"

enum {
    R_BEST = COLUMNS_HEAD,
    R_MEDIAN,
    R_WORST,
    R_PERIODS,
    R_RANKED,
    R_REASON
};

static const struct column columns[] = {
    {"rank_rolling_best", KIND_RANK, "", "best rank of all periods"},
    {"rank_rolling_median", KIND_NUMBER, "", "median over those with a rank"},
    {"rank_rolling_worst", KIND_RANK, "", "worst rank of all periods"},
    {"periods", KIND_COUNT, "", "how many periods there are"},
    {"periods_ranked", KIND_COUNT, "", "in how many there is a rank"},
    {"reason", KIND_TEXT, "", "why a number of this row is undefined"},
};

/* One entity over all periods. Every group has all that the data name. */
struct roll {
    const struct entity **periods;
    size_t ranked;
    size_t *halves; /* ascending, of those with a rank */
};

struct rolling {
    struct ranking last; /* the rows, by the last period */
    struct group *groups;
    size_t count;
    struct roll *rolls; /* as the rows */
    /* Period after period, everybody in the order of the last one's group. */
    const struct entity **found;
};

static int size_order(const void *left, const void *right)
{
    size_t a = *(const size_t *)left;
    size_t b = *(const size_t *)right;
    return a < b ? -1 : a > b;
}

static bool set_periods(struct rolling *rolling, const struct study *study,
                        const struct question *question, int span,
                        struct err *err)
{
    struct periods all;
    if (!question_periods(question, study, 0, &all, err))
        return false;
    int count = period_length(all.now) - span + 1;
    char years[PERIOD_TEXT];
    period_print(years, all.now);
    if (all.undivided)
        return err_set(err, ERR_REQUEST,
                       "--variant rolling: the data do not tell the years of a "
                       "deal apart");
    if (count < 1)
        return err_set(err, ERR_REQUEST,
                       "--variant rolling: %s is shorter than a period of %d "
                       "years; widen --years or lower --span",
                       years, span);
    rolling->count = (size_t)count;
    rolling->groups =
        arena_alloc(study->arena, rolling->count, sizeof *rolling->groups);
    for (int i = 0; i < count; i++)
        rolling->groups[i].periods.now =
            (struct period){all.now.from + i, all.now.from + i + span - 1};
    return true;
}

/* A full list holds those too that have a rank in an earlier period only. */
static void add_unranked(struct ranking *last)
{
    if (last->chosen || last->question->top != SIZE_MAX)
        return;
    for (size_t i = last->count; i < last->group.count; i++)
        last->rows[last->count++] = &last->group.entities[i];
}

static bool build_last(struct rolling *rolling, const struct study *study,
                       const struct question *question, struct err *err)
{
    struct question *last = arena_alloc(study->arena, 1, sizeof *last);
    *last = *question;
    last->years = (struct period_spec){
        .form = PERIOD_YEARS,
        .years = rolling->groups[rolling->count - 1].periods.now};
    last->previous = (struct period_spec){.form = PERIOD_NONE};
    if (!ranking_build(&rolling->last, study, last,
                       (struct group_masks){.category = NAME_NONE}, err))
        return false;
    add_unranked(&rolling->last);
    return true;
}

static void build_groups(struct rolling *rolling, const struct study *study,
                         const struct question *question)
{
    struct group_masks masks = {.category = question->category,
                                .ties = question->ties};
    for (size_t i = 0; i < rolling->count; i++) {
        struct periods periods = {.now = rolling->groups[i].periods.now,
                                  .before = {0, -1}};
        group_build(&rolling->groups[i], study, question->by, &periods, masks);
    }
}

static void fill_rolls(struct rolling *rolling, struct arena *arena)
{
    const struct ranking *last = &rolling->last;
    rolling->rolls =
        arena_alloc(arena, last->count + 1, sizeof *rolling->rolls);
    for (size_t i = 0; i < last->count; i++) {
        struct roll *roll = &rolling->rolls[i];
        roll->periods =
            arena_alloc(arena, rolling->count, sizeof(*roll->periods));
        roll->halves = arena_alloc(arena, rolling->count, sizeof *roll->halves);
    }
    const struct group *all = &rolling->groups[rolling->count - 1];
    rolling->found = arena_alloc(arena, mem_product(rolling->count, all->count),
                                 sizeof(*rolling->found));
    for (size_t period = 0; period < rolling->count; period++) {
        struct map numbers;
        map_init(&numbers);
        group_number(&rolling->groups[period], &numbers);
        for (size_t i = 0; i < last->count; i++) {
            struct roll *roll = &rolling->rolls[i];
            uint32_t number = group_find(&numbers, &last->rows[i]->key);
            roll->periods[period] = &rolling->groups[period].entities[number];
            if (roll->periods[period]->halves.now)
                roll->halves[roll->ranked++] =
                    roll->periods[period]->halves.now;
        }
        for (size_t i = 0; i < all->count; i++) {
            uint32_t number = group_find(&numbers, &all->entities[i].key);
            rolling->found[period * all->count + i] =
                &rolling->groups[period].entities[number];
        }
        map_done(&numbers);
    }
    for (size_t i = 0; i < last->count; i++)
        qsort(rolling->rolls[i].halves, rolling->rolls[i].ranked,
              sizeof *rolling->rolls[i].halves, size_order);
}

/* Who has no rank in any period has no row, unless it was named. */
static void drop_unranked(struct rolling *rolling)
{
    struct ranking *last = &rolling->last;
    size_t kept = 0;
    for (size_t i = 0; i < last->count; i++) {
        if (!rolling->rolls[i].ranked && !last->named)
            continue;
        last->rows[kept] = last->rows[i];
        rolling->rolls[kept++] = rolling->rolls[i];
    }
    last->count = kept;
}

static struct value median_of(const struct roll *roll)
{
    if (!roll->ranked)
        return value_null(REASON_NO_RECORD);
    size_t low = roll->halves[(roll->ranked - 1) / 2];
    size_t high = roll->halves[roll->ranked / 2];
    double median = (double)(low + high) / 4;
    return value_number(median, (low + high) % 4 ? 1 : 0);
}

static struct value end_of(const struct roll *roll, bool best)
{
    if (!roll->ranked)
        return value_null(REASON_NO_RECORD);
    return ties_value(TIES_COMPETITION,
                      roll->halves[best ? 0 : roll->ranked - 1], false);
}

static void fill_rows(struct result *result, const struct rolling *rolling)
{
    const struct ranking *last = &rolling->last;
    for (size_t i = 0; i < last->count; i++) {
        const struct roll *roll = &rolling->rolls[i];
        for (size_t period = 0; period < rolling->count; period++) {
            const struct group *group = &rolling->groups[period];
            struct row_facts facts = ranking_facts(last, roll->periods[period]);
            facts.rank_of = group->ranked;
            struct value *row =
                columns_row_head(result, last->study, &group->periods, &facts);
            row[R_BEST] = end_of(roll, true);
            row[R_MEDIAN] = median_of(roll);
            row[R_WORST] = end_of(roll, false);
            row[R_PERIODS] = value_integer((int64_t)rolling->count);
            row[R_RANKED] = value_integer((int64_t)roll->ranked);
            if (!roll->periods[period]->now.rows)
                row[R_REASON] = value_word(reason_word(REASON_NO_RECORD));
        }
    }
}

/* Amounts of everybody with a record in one of the periods that do not overlap,
 * counted back from the last: period after period. */
static size_t apart(const struct rolling *rolling, size_t span, double *values,
                    size_t *things)
{
    const struct group *last = &rolling->groups[rolling->count - 1];
    size_t periods = (rolling->count - 1) / span + 1;
    *things = 0;
    for (size_t i = 0; i < last->count; i++) {
        bool recorded = false;
        for (size_t j = 0; j < periods; j++) {
            const struct entity *entity =
                rolling
                    ->found[(rolling->count - 1 - j * span) * last->count + i];
            recorded |= entity->now.rows > 0;
            values[j * last->count + *things] =
                ratio_double((struct ratio){entity->now.sum, AMOUNT_ONE});
        }
        *things += recorded;
    }
    return periods;
}

/* Kendall's W: how far all these periods agree. */
static void note_concordance(struct result *result,
                             const struct rolling *rolling, int span)
{
    size_t all = rolling->groups[rolling->count - 1].count;
    double *values =
        mem_alloc(mem_product(rolling->count, all), sizeof *values);
    size_t things;
    size_t periods = apart(rolling, (size_t)span, values, &things);
    for (size_t j = 1; j < periods; j++)
        memmove(values + j * things, values + j * all, things * sizeof *values);
    struct estimate w = rank_concordance(values, periods, things, NULL);
    if (estimate_is(w))
        result_add_note(result,
                        "Concordance of the %zu periods that do not overlap, "
                        "counted back from the last: Kendall's W %.2f (n %zu, "
                        "corrected for ties; no record counts as 0).",
                        periods, w.value, things);
    mem_free(values);
}

static void fill_view(struct result *result, const struct rolling *rolling)
{
    struct arena *arena = &result->arena;
    struct rank_table table;
    struct period all = {rolling->groups[0].periods.now.from,
                         rolling->groups[rolling->count - 1].periods.now.to};
    char years[PERIOD_TEXT];
    period_print(years, all);
    int span = period_length(rolling->groups[0].periods.now);
    rank_table_begin(&table, result, &rolling->last, "");
    size_t best = parts_column(
        result, KIND_RANK, 6, 4,
        (struct heads){{NULL, NULL, "Best"}, "Best rank of rolling periods"});
    size_t median =
        parts_column(result, KIND_NUMBER, 6, 2,
                     (struct heads){{NULL, NULL, "Median"},
                                    "Median rank of rolling periods"});
    size_t worst = parts_column(
        result, KIND_RANK, 6, 2,
        (struct heads){{NULL, NULL, "Worst"}, "Worst rank of rolling periods"});
    size_t ranked = parts_column(
        result, KIND_COUNT, 8, 2,
        (struct heads){{NULL, NULL, "Ranked in"}, "Periods with a rank"});
    parts_span(result, 0, best, ranked, 0,
               arena_printf(arena, "Ranks in %zu rolling period%s of %d year%s",
                            rolling->count, rolling->count == 1 ? "" : "s",
                            span, span == 1 ? "" : "s"));
    parts_span(result, 1, best, ranked, 0, arena_printf(arena, "%s", years));
    for (size_t i = 0; i < rolling->last.count; i++) {
        const struct roll *roll = &rolling->rolls[i];
        struct value *cells = rank_table_row(&table, rolling->last.rows[i]);
        cells[best] = end_of(roll, true);
        cells[median] = median_of(roll);
        cells[worst] = end_of(roll, false);
        cells[ranked] = value_integer((int64_t)roll->ranked);
    }
    if (span > 1)
        result_add_note(result,
                        "Periods overlap: neighbours share %d of %d years. "
                        "Compare those that do not.",
                        span - 1, span);
    note_concordance(result, rolling, span);
    rank_table_end(&table, "what varies here is the period that is looked at");
}

struct result *rank_rolling(const struct study *study,
                            const struct question *question,
                            const struct rank_options *options, struct err *err)
{
    struct rolling rolling = {0};
    if (!set_periods(&rolling, study, question, options->span, err) ||
        !build_last(&rolling, study, question, err))
        return NULL;
    build_groups(&rolling, study, question);
    fill_rolls(&rolling, study->arena);
    drop_unranked(&rolling);
    struct result *result = result_new("rank");
    columns_add_head(result, study);
    result_add_columns(result, columns, sizeof columns / sizeof *columns, NULL);
    ties_columns(result, question->ties);
    fill_rows(result, &rolling);
    result->listed = result->row_count;
    fill_view(result, &rolling);
    return result;
}
