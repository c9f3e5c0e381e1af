/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/compare.h"

#include <assert.h>
#include <stdlib.h>

#include "analysis/columns.h"
#include "analysis/compare_view.h"
#include "analysis/markets.h"
#include "base/mem.h"

static struct period shared_years(struct period a, struct period b)
{
    return (struct period){a.from > b.from ? a.from : b.from,
                           a.to < b.to ? a.to : b.to};
}

/* Which two periods the data do have: the later half of the years against as
 * many before it. */
static const char *two_periods(const struct study *study)
{
    struct period covered = study->scope.covered;
    int half = period_length(covered) / 2;
    char now[PERIOD_TEXT];
    char before[PERIOD_TEXT];
    if (half < 1)
        return "give a file of more years";
    struct period later = {covered.to - half + 1, covered.to};
    period_print(now, later);
    period_print(before, period_before(later));
    return arena_printf(study->arena, "--years %s compares it with %s", now,
                        before);
}

static bool refuse_missing(const struct study *study,
                           const struct periods *periods, struct err *err)
{
    char now[PERIOD_TEXT];
    char held[PERIOD_TEXT];
    period_print(now, periods->now);
    period_print(held, study->scope.covered);
    if (periods->undivided)
        return err_set(err, ERR_REQUEST,
                       "compare needs two periods, and the data do not divide "
                       "deliveries by year; --assume even-split divides them "
                       "evenly and says so");
    if (periods->before_missing)
        return err_set(err, ERR_REQUEST,
                       "compare needs a period before %s, and the data cover "
                       "%s only; %s",
                       now, held, two_periods(study));
    return err_set(err, ERR_REQUEST,
                   "compare needs a period to compare %s with; --previous "
                   "names one",
                   now);
}

bool compare_periods(const struct question *question, const struct study *study,
                     struct periods *periods, struct err *err)
{
    char now[PERIOD_TEXT];
    char before[PERIOD_TEXT];
    char shared[PERIOD_TEXT];
    if (!question_periods(question, study, 5, periods, err))
        return false;
    if (!period_length(periods->before))
        return refuse_missing(study, periods, err);
    struct period both = shared_years(periods->now, periods->before);
    if (!period_length(both))
        return true;
    period_print(now, periods->now);
    period_print(before, periods->before);
    period_print(shared, both);
    return err_set(err, ERR_REQUEST,
                   "--previous %s and --years %s share %s: overlapping periods "
                   "share data, and their difference is arithmetic, not "
                   "evidence; name two that do not",
                   before, now, shared);
}

/* T1 - T0, weighted so that both periods are alike. */
static amount weighted_change(const struct periods *periods,
                              const struct cube_cell *now,
                              const struct cube_cell *before)
{
    return now->sum * markets_weight(periods, true) -
           before->sum * markets_weight(periods, false);
}

/* The least or most by printed rounding, weighted likewise. */
static struct ratio contribution_end(const struct comparison *comparison,
                                     const struct cube_cell *now,
                                     const struct cube_cell *before, bool most)
{
    const struct group *group = &comparison->ranking.group;
    const struct periods *periods = &group->periods;
    struct cube_cell ends[2] = {*now, *before};
    ends[0].sum = most ? cell_high(now) : cell_low(now);
    ends[1].sum = most ? cell_low(before) : cell_high(before);
    amount change = weighted_change(periods, &ends[0], &ends[1]);
    amount whole = (change < 0) == most ? cell_high(&group->before)
                                        : cell_low(&group->before);
    return (struct ratio){change, whole * markets_weight(periods, false)};
}

static bool may_differ(const struct comparison *comparison,
                       const struct cube_cell *now,
                       const struct cube_cell *before)
{
    char texts[2][DECIMAL_TEXT];
    if (!comparison->ranking.study->marks)
        return false;
    for (int i = 0; i < 2; i++) {
        struct ratio end = contribution_end(comparison, now, before, i == 1);
        if (end.den <= 0)
            return true;
        ratio_change(texts[i], end);
    }
    return strcmp(texts[0], texts[1]) != 0;
}

struct value compare_contribution(const struct comparison *comparison,
                                  const struct cube_cell *now,
                                  const struct cube_cell *before)
{
    const struct group *group = &comparison->ranking.group;
    const struct periods *periods = &group->periods;
    struct value value =
        value_ratio(weighted_change(periods, now, before),
                    group->before.sum * markets_weight(periods, false));
    if (value.type == VALUE_NULL)
        return value;
    return value_flagged(
        value, may_differ(comparison, now, before) ? VALUE_MAY_DIFFER : 0);
}

/* A row with what it is sorted by. */
struct entry {
    const struct entity *entity;
    amount size;
};

static int entry_order(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    int names = str_cmp(a->entity->name, b->entity->name);
    return names ? names : str_cmp(a->entity->second, b->entity->second);
}

static bool is_recorded(const struct entity *entity)
{
    return entity->now.rows || entity->before.rows;
}

/* Who belongs to the list in some year of either period. */
static bool is_listed(const struct ranking *ranking,
                      const struct entity *entity)
{
    const struct year_set *lists[2] = {ranking->list_supplier,
                                       ranking->list_recipient};
    uint32_t places[2] = {entity->key.supplier, entity->key.recipient};
    for (size_t i = 0; i < 2; i++) {
        if (lists[i] && places[i] != NAME_NONE &&
            !year_set_meets(&lists[i][places[i]], ranking->group.periods.now) &&
            !year_set_meets(&lists[i][places[i]],
                            ranking->group.periods.before))
            return false;
    }
    return true;
}

/* What all contributions are together is what the whole changed by. */
static void assert_identity(const struct group *group)
{
    const struct periods *periods = &group->periods;
    amount sum = 0;
    for (size_t i = 0; i < group->count; i++)
        sum += weighted_change(periods, &group->entities[i].now,
                               &group->entities[i].before);
    assert(sum == weighted_change(periods, &group->now, &group->before));
    (void)sum;
}

static void choose_rows(struct comparison *comparison, size_t top)
{
    struct ranking *ranking = &comparison->ranking;
    const struct group *group = &ranking->group;
    struct entry *entries = mem_alloc(group->count, sizeof *entries);
    size_t count = 0;
    for (size_t i = 0; i < group->count; i++) {
        const struct entity *entity = &group->entities[i];
        if ((!is_recorded(entity) && !ranking->named) ||
            !is_listed(ranking, entity))
            continue;
        amount change =
            weighted_change(&group->periods, &entity->now, &entity->before);
        entries[count++] = (struct entry){entity, amount_size(change)};
        comparison->entered += entity->now.rows && !entity->before.rows;
        comparison->left += entity->before.rows && !entity->now.rows;
    }
    qsort(entries, count, sizeof *entries, entry_order);
    ranking->rows =
        arena_alloc(ranking->study->arena, count + 1, sizeof *ranking->rows);
    comparison->order = arena_alloc(ranking->study->arena, count + 1,
                                    sizeof *comparison->order);
    comparison->order_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct entity *entity = entries[i].entity;
        comparison->order[i] = entity;
        bool tied = i >= top && entries[i].size == entries[i - 1].size &&
                    ranking->count == i;
        if (ranking->named || i < top || (tied && i > 0)) {
            ranking->rows[ranking->count++] = entity;
            continue;
        }
        comparison->rest.count++;
        cube_cell_add(&comparison->rest.now, &entity->now);
        cube_cell_add(&comparison->rest.before, &entity->before);
    }
    ranking->tied_at_cut = !ranking->named && ranking->count > top;
    mem_free(entries);
}

bool compare_sides(const struct question *question, const struct study *study,
                   struct sides *sides, struct group_masks *masks,
                   struct err *err)
{
    struct question whole = *question;
    struct filter asked = *question->asked;
    if (question->list_supplier.count || question->hide_supplier.count)
        filter_open_supplier(&asked);
    if (question->list_recipient.count || question->hide_recipient.count)
        filter_open_recipient(&asked);
    whole.asked = &asked;
    if (!sides_of(sides, study, &whole, err))
        return false;
    *masks = (struct group_masks){.category = question->category};
    if (study->cube->dims & DIM_SUPPLIER)
        masks->supplier = sides->supplier.mask;
    if (study->cube->dims & DIM_RECIPIENT)
        masks->recipient = sides->recipient.mask;
    return true;
}

static void find_effects(struct comparison *comparison,
                         const struct group_masks *masks)
{
    const struct study *study = comparison->ranking.study;
    struct markets markets;
    markets_build(&markets, study, &comparison->ranking.group.periods, *masks,
                  false);
    markets_assign(&markets, masks->supplier, NAME_NONE, false);
    for (int base = 0; base < 2; base++)
        comparison->effects[base] =
            market_effects(markets.items, markets.count, markets.categories,
                           base, markets.scale);
    comparison->effects[2] =
        market_effects_mean(&comparison->effects[0], &comparison->effects[1]);
    const struct group *group = &comparison->ranking.group;
    comparison->effects_known = comparison->effects[0].defined &&
                                (group->now.rows || group->before.rows);
}

/* sum min(s0, s1) over the entities: where the share before is the smaller it
 * is of the whole before, else of the whole now. */
static void find_similarity(struct comparison *comparison)
{
    const struct group *group = &comparison->ranking.group;
    amount now = group->now.sum;
    amount before = group->before.sum;
    amount parts[2] = {0, 0};
    if (now <= 0 || before <= 0)
        return;
    for (size_t i = 0; i < group->count; i++) {
        const struct entity *entity = &group->entities[i];
        bool grew =
            ratio_compare((struct ratio){entity->now.sum, now},
                          (struct ratio){entity->before.sum, before}) > 0;
        parts[grew] += grew ? entity->before.sum : entity->now.sum;
    }
    comparison->similarity = ratio_minus((struct ratio){parts[0], now},
                                         (struct ratio){-parts[1], before});
}

static bool build(struct comparison *comparison, const struct study *study,
                  const struct question *question, bool explain,
                  struct err *err)
{
    struct ranking *ranking = &comparison->ranking;
    struct periods periods;
    struct group_masks masks;
    *comparison =
        (struct comparison){.ranking = {.study = study, .question = question}};
    if (!compare_periods(question, study, &periods, err) ||
        !compare_sides(question, study, &comparison->sides, &masks, err))
        return false;
    group_build(&ranking->group, study, question->by, &periods, masks);
    assert_identity(&ranking->group);
    ranking->whole = whole_of(study, question, question->by);
    ranking->list_supplier = question_listed(question, study, true);
    ranking->list_recipient = question_listed(question, study, false);
    ranking->named =
        question->list_supplier.count || question->list_recipient.count;
    ranking->chosen = ranking->list_supplier || ranking->list_recipient;
    choose_rows(comparison, question->top);
    if (explain && whole_side(study, question, true))
        find_effects(comparison, &masks);
    find_similarity(comparison);
    return true;
}

static const struct column own_columns[] = {
    {"change_amount", KIND_AMOUNT, "unit",
     "amount less previous amount; of periods that differ in length empty"},
    {"contribution_points", KIND_POINTS, "percentage points",
     "what this row adds to the change of the whole, in per cent of it"},
    {"contribution_to", KIND_TEXT, "",
     "the whole: world, supplier, recipient or selection"},
    {"whole_change_pct", KIND_CHANGE, "per cent",
     "change of the whole: the sum of all contributions"},
};

#define OWN_COLUMNS (sizeof own_columns / sizeof own_columns[0])

static const char *whole_word(enum whole whole)
{
    static const char *const words[] = {
        [WHOLE_WORLD] = "world",
        [WHOLE_SUPPLIER] = "supplier",
        [WHOLE_RECIPIENT] = "recipient",
        [WHOLE_SELECTION] = "selection",
    };
    return words[whole];
}

static void fill_rows(struct result *result,
                      const struct comparison *comparison)
{
    const struct ranking *ranking = &comparison->ranking;
    const struct group *group = &ranking->group;
    const char *unit = unit_word(ranking->study->cube->unit);
    size_t own = result->column_count;
    result_add_columns(result, own_columns, OWN_COLUMNS, unit);
    for (size_t i = 0; i < ranking->count; i++) {
        const struct entity *entity = ranking->rows[i];
        struct row_facts facts = ranking_facts(ranking, entity);
        if (!facts.supplier.len && comparison->sides.supplier.one)
            facts.supplier = str_from(comparison->sides.supplier.name);
        if (!facts.recipient.len && comparison->sides.recipient.one)
            facts.recipient = str_from(comparison->sides.recipient.name);
        struct value *row =
            columns_row(result, ranking->study, &group->periods, &facts);
        struct value *cells = &row[own];
        if (!group->periods.means)
            cells[0] = value_amount(entity->now.sum - entity->before.sum);
        cells[1] = is_recorded(entity)
                       ? compare_contribution(comparison, &entity->now,
                                              &entity->before)
                       : value_null(REASON_NO_RECORD);
        cells[2] = value_word(whole_word(ranking->whole));
        cells[3] =
            compare_contribution(comparison, &group->now, &group->before);
    }
    result->listed = result->row_count;
}

struct result *compare_result(const struct study *study,
                              const struct question *question, bool explain,
                              struct err *err)
{
    struct comparison *comparison =
        arena_alloc(study->arena, 1, sizeof *comparison);
    if (!build(comparison, study, question, explain, err))
        return NULL;
    struct result *result = result_new("compare");
    columns_add(result, study);
    fill_rows(result, comparison);
    compare_view(result, comparison);
    compare_sentence(result, comparison);
    return result;
}
