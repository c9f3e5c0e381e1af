/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/rank_agreement.h"

#include <stdlib.h>

#include "analysis/estimates.h"
#include "analysis/rank_variants.h"
#include "base/mem.h"
#include "stat/list_overlap.h"
#include "stat/rank_correlation.h"

/* Behind it 0.9 to that power is nothing. */
#define DEEPEST ((size_t)250)

const size_t agreement_tops[TOPS] = {3, 5, 10};

static int before_order(const void *left, const void *right)
{
    const struct entity *a = *(const struct entity *const *)left;
    const struct entity *b = *(const struct entity *const *)right;
    if (a->before.sum != b->before.sum)
        return a->before.sum > b->before.sum ? -1 : 1;
    return entity_name_order(a, b);
}

static void list_both(struct agreement *agreement, struct arena *arena)
{
    const struct group *group = &agreement->ranking.group;
    agreement->now =
        arena_alloc(arena, group->count + 1, sizeof(*agreement->now));
    agreement->before =
        arena_alloc(arena, group->count + 1, sizeof(*agreement->before));
    for (size_t i = 0; i < group->count; i++) {
        const struct entity *entity = &group->entities[i];
        if (entity->now.rows)
            agreement->now[agreement->count[0]++] = entity;
        if (entity->before.rows)
            agreement->before[agreement->count[1]++] = entity;
    }
    qsort(agreement->before, agreement->count[1], sizeof(*agreement->before),
          before_order);
}

static bool is_among(const struct entity **list, size_t count,
                     const struct entity *entity)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == entity)
            return true;
    return false;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static double units(amount value)
{
    return ratio_double((struct ratio){value, AMOUNT_ONE});
}

/* Of everybody in the first `k` of either list. */
static struct agreement_of compare(const struct agreement *agreement, size_t k)
{
    size_t now = least(agreement->count[0], k);
    size_t before = least(agreement->count[1], k);
    double *a = mem_alloc(now + before, sizeof *a);
    double *b = mem_alloc(now + before, sizeof *b);
    struct agreement_of of = {0};
    for (size_t i = 0; i < now + before; i++) {
        const struct entity *entity =
            i < now ? agreement->now[i] : agreement->before[i - now];
        bool twice = k < SIZE_MAX
                         ? i >= now && is_among(agreement->now, now, entity)
                         : i >= now && entity->now.rows > 0;
        if (twice)
            continue;
        a[of.n] = units(entity->now.sum);
        b[of.n++] = units(entity->before.sum);
    }
    of.tau_b = rank_tau_b(a, b, of.n);
    of.spearman = rank_spearman(a, b, of.n);
    of.footrule = rank_footrule(a, b, of.n, &of.footrule_most);
    mem_free(a);
    mem_free(b);
    return of;
}

static struct ranked_list list_of(const struct agreement *agreement,
                                  const struct entity **entities, size_t count)
{
    const struct group *group = &agreement->ranking.group;
    size_t *items = mem_alloc(count, sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = (size_t)(entities[i] - group->entities);
    return (struct ranked_list){count, items};
}

static struct agreement_top compare_top(const struct agreement *agreement,
                                        struct ranked_list a,
                                        struct ranked_list b, size_t k)
{
    struct agreement_top top = {.k = k};
    struct estimate few = estimate_none(UNDEFINED_N_TOO_SMALL);
    if (agreement->count[0] < k || agreement->count[1] < k) {
        top.overlap = top.jaccard = top.average_overlap = few;
        top.either = (struct agreement_of){
            .tau_b = few, .spearman = few, .footrule = few};
        return top;
    }
    top.either = compare(agreement, k);
    top.overlap = list_overlap(a, b, k);
    top.jaccard = list_jaccard(a, b, k);
    top.average_overlap = list_average_overlap(a, b, k);
    top.tied[0] = agreement->count[0] > k &&
                  agreement->now[k - 1]->now.sum == agreement->now[k]->now.sum;
    top.tied[1] =
        agreement->count[1] > k && agreement->before[k - 1]->before.sum ==
                                       agreement->before[k]->before.sum;
    return top;
}

bool agreement_build(struct agreement *agreement, const struct study *study,
                     const struct question *question, struct err *err)
{
    *agreement = (struct agreement){0};
    if (!ranking_build(&agreement->ranking, study, question,
                       (struct group_masks){.category = NAME_NONE}, err))
        return false;
    const struct periods *periods = &agreement->ranking.group.periods;
    char years[PERIOD_TEXT];
    period_print(years, periods->now);
    if (!period_length(periods->before))
        return err_set(err, ERR_REQUEST,
                       "--variant agreement compares with the period before, "
                       "and there is none of %s; --previous names another, or "
                       "--years a later period",
                       years);
    list_both(agreement, study->arena);
    size_t depth = least(agreement->count[0], DEEPEST);
    size_t depth_before = least(agreement->count[1], DEEPEST);
    struct ranked_list now = list_of(agreement, agreement->now, depth);
    struct ranked_list before =
        list_of(agreement, agreement->before, depth_before);
    agreement->all = compare(agreement, SIZE_MAX);
    agreement->rbo = list_rbo(now, before, AGREEMENT_P);
    agreement->depth = depth > depth_before ? depth : depth_before;
    for (size_t i = 0; i < TOPS; i++)
        agreement->tops[i] =
            compare_top(agreement, now, before, agreement_tops[i]);
    mem_free((void *)now.items);
    mem_free((void *)before.items);
    return true;
}

const struct entity *agreement_mover(const struct agreement *agreement,
                                     size_t k, bool entrants, size_t *at)
{
    const struct entity **from = entrants ? agreement->now : agreement->before;
    const struct entity **other = entrants ? agreement->before : agreement->now;
    size_t most = least(agreement->count[entrants ? 0 : 1], k);
    size_t others = least(agreement->count[entrants ? 1 : 0], k);
    while (*at < most) {
        const struct entity *entity = from[(*at)++];
        if (!is_among(other, others, entity))
            return entity;
    }
    return NULL;
}

enum {
    A_RELEASE_YEAR,
    A_YEAR_FROM,
    A_YEAR_TO,
    A_PREVIOUS_FROM,
    A_PREVIOUS_TO,
    A_STATISTIC,
    A_VARIANT,
    A_K,
    A_N,
    A_VALUE,
    A_LARGEST,
    A_SUPPLIER,
    A_RECIPIENT,
    A_CATEGORY,
    A_REASON,
    A_COUNT,
};

static const struct column columns[A_COUNT] = {
    {"release_year", KIND_YEAR, "", "year of the release (SIPRI: of March)"},
    {"year_from", KIND_YEAR, "", "first year of the period"},
    {"year_to", KIND_YEAR, "", "last year of the period"},
    {"previous_from", KIND_YEAR, "", "first year of the period before"},
    {"previous_to", KIND_YEAR, "", "last year of the period before"},
    {"statistic", KIND_TEXT, "", "what is told"},
    {"variant", KIND_TEXT, "", "how it is defined"},
    {"k", KIND_COUNT, "", "the first k of each period; empty: all"},
    {"n", KIND_COUNT, "", "how many are held against each other"},
    {"value", KIND_NUMBER, "",
     "the statistic; of an entrant its rank now, of "
     "a leaver its rank before"},
    {"largest", KIND_NUMBER, "", "the largest value it could have"},
    {"supplier", KIND_TEXT, "", "who entered or left"},
    {"recipient", KIND_TEXT, "", "who entered or left"},
    {"category", KIND_TEXT, "", "what entered or left"},
    {"reason", KIND_TEXT, "", "why the value is undefined"},
};

static struct value *add_row(struct result *result,
                             const struct agreement *agreement,
                             const char *statistic, const char *variant,
                             const struct agreement_top *top)
{
    const struct ranking *ranking = &agreement->ranking;
    const struct periods *periods = &ranking->group.periods;
    struct value *row = result_add_row(result);
    if (ranking->study->release_year)
        row[A_RELEASE_YEAR] = value_integer(ranking->study->release_year);
    row[A_YEAR_FROM] = value_integer(periods->now.from);
    row[A_YEAR_TO] = value_integer(periods->now.to);
    row[A_PREVIOUS_FROM] = value_integer(periods->before.from);
    row[A_PREVIOUS_TO] = value_integer(periods->before.to);
    row[A_STATISTIC] = value_word(statistic);
    row[A_VARIANT] = value_word(variant);
    if (top)
        row[A_K] = value_integer((int64_t)top->k);
    return row;
}

static void put(struct value *row, size_t n, struct estimate estimate)
{
    row[A_N] = value_integer((int64_t)n);
    row[A_VALUE] = estimate_value(estimate, 2);
    row[A_REASON] =
        value_word(reason_word(estimate_reason(estimate.undefined)));
}

static void add_correlations(struct result *result,
                             const struct agreement *agreement,
                             const struct agreement_of *of,
                             const struct agreement_top *top)
{
    put(add_row(result, agreement, "kendall", "tau_b", top), of->n, of->tau_b);
    put(add_row(result, agreement, "spearman", "fractional_ranks", top), of->n,
        of->spearman);
    struct value *row =
        add_row(result, agreement, "footrule", "fractional_ranks", top);
    put(row, of->n, of->footrule);
    if (estimate_is(of->footrule))
        row[A_LARGEST] = value_number(of->footrule_most, 0);
}

/* Names of an entity in the columns of its kind. */
static void put_name(struct value *row, enum by by, const struct entity *entity)
{
    size_t at = by == BY_RECIPIENT                   ? A_RECIPIENT
                : by == BY_SUPPLIER || by == BY_PAIR ? A_SUPPLIER
                                                     : A_CATEGORY;
    row[at] = value_text(entity->name);
    if (by == BY_PAIR)
        row[A_RECIPIENT] = value_text(entity->second);
}

static void add_movers(struct result *result, const struct agreement *agreement,
                       const struct agreement_top *top, bool entrants)
{
    const struct entity *entity;
    size_t at = 0;
    while ((entity = agreement_mover(agreement, top->k, entrants, &at))) {
        struct value *row = add_row(result, agreement,
                                    entrants ? "entrant" : "leaver", "", top);
        size_t halves = entrants ? entity->halves.now : entity->halves.before;
        row[A_VALUE] = ties_value(TIES_COMPETITION, halves, false);
        put_name(row, agreement->ranking.question->by, entity);
    }
}

static void add_top(struct result *result, const struct agreement *agreement,
                    const struct agreement_top *top)
{
    size_t n = top->either.n;
    add_correlations(result, agreement, &top->either, top);
    put(add_row(result, agreement, "overlap", "share_of_k", top), n,
        top->overlap);
    put(add_row(result, agreement, "jaccard", "share_of_either", top), n,
        top->jaccard);
    put(add_row(result, agreement, "average_overlap", "depths_1_to_k", top), n,
        top->average_overlap);
    if (!estimate_is(top->overlap))
        return;
    add_movers(result, agreement, top, true);
    add_movers(result, agreement, top, false);
}

struct result *rank_agreement(const struct study *study,
                              const struct question *question, struct err *err)
{
    struct agreement agreement;
    if (!agreement_build(&agreement, study, question, err))
        return NULL;
    struct result *result = result_new("rank");
    result_add_columns(result, columns, A_COUNT, NULL);
    add_correlations(result, &agreement, &agreement.all, NULL);
    put(add_row(result, &agreement, "rank_biased_overlap", "ext_p_0.9", NULL),
        agreement.all.n, agreement.rbo);
    for (size_t i = 0; i < TOPS; i++)
        add_top(result, &agreement, &agreement.tops[i]);
    result->listed = result->row_count;
    agreement_view(result, &agreement);
    return result;
}
