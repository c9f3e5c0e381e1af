/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/constant_shares.h"

#include <stdlib.h>

#include "analysis/constant_shares_view.h"
#include "analysis/findings.h"
#include "base/mem.h"

static const char *const effect_words[EFFECT_COUNT] = {
    [EFFECT_WORLD] = "world_effect",   [EFFECT_CATEGORY] = "category_effect",
    [EFFECT_MARKET] = "market_effect", [EFFECT_SHARE] = "share_effect",
    [EFFECT_NEW] = "new_market_term",
};

static const char *const part_words[PART_COUNT] = {
    [PART_STRUCTURAL] = "structural_term",
    [PART_SHARE] = "share_term",
    [PART_SECOND] = "second_order_term",
    [PART_NEW] = "second_order_new_markets",
};

/* Names of the bases in the column `variant`, by form. */
static const char *base_word(enum shares_form form, size_t base)
{
    static const char *const words[][3] = {
        [SHARES_PLAIN] = {"base_before", "base_now", "mean"},
        [SHARES_OTHERS] = {"others_base_before", "others_base_now",
                           "others_mean"},
        [SHARES_CATEGORIES] = {"categories_base_before", "categories_base_now",
                               "categories_mean"},
        [SHARES_PARTS] = {"", "", ""},
    };
    return words[form][base];
}

static void compute(struct shares_row *row, const struct shares *shares)
{
    const struct markets *markets = &shares->markets;
    if (shares->form == SHARES_PARTS) {
        row->parts =
            market_parts(markets->items, markets->count, markets->scale);
        return;
    }
    for (int base = 0; base < 2; base++)
        row->effects[base] =
            market_effects(markets->items, markets->count, markets->categories,
                           base, markets->scale);
    row->effects[2] = market_effects_mean(&row->effects[0], &row->effects[1]);
}

static amount change_of(const struct shares *shares,
                        const struct shares_row *row)
{
    const struct periods *periods = &shares->periods;
    return row->now.sum * markets_weight(periods, true) -
           row->before.sum * markets_weight(periods, false);
}

/* What to sort by. */
struct entry {
    struct shares_row row;
    amount size;
};

static int entry_order(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    return str_cmp(a->row.name, b->row.name);
}

static void add_each(struct shares *shares, const struct study *study,
                     struct group_masks masks)
{
    struct group group;
    size_t top = shares->question->top;
    group_build(&group, study, BY_SUPPLIER, &shares->periods, masks);
    struct entry *entries = mem_alloc(group.count, sizeof *entries);
    size_t count = 0;
    for (size_t i = 0; i < group.count; i++) {
        const struct entity *entity = &group.entities[i];
        struct entry *entry = &entries[count];
        if (!entity->now.rows && !entity->before.rows)
            continue;
        entry->row = (struct shares_row){.name = entity->name,
                                         .id = entity->key.supplier,
                                         .now = entity->now,
                                         .before = entity->before};
        entry->size = amount_size(change_of(shares, &entry->row));
        count++;
    }
    qsort(entries, count, sizeof *entries, entry_order);
    shares->total = count;
    shares->count = count < top ? count : top;
    shares->rows =
        arena_alloc(study->arena, shares->count + 1, sizeof *shares->rows);
    for (size_t i = 0; i < shares->count; i++) {
        struct shares_row *row = &shares->rows[i];
        *row = entries[i].row;
        markets_assign(&shares->markets, NULL, row->id,
                       shares->form == SHARES_OTHERS);
        compute(row, shares);
    }
    mem_free(entries);
}

static void add_named(struct shares *shares, const struct study *study,
                      struct group_masks masks)
{
    struct group group;
    group_build(&group, study, BY_WORLD, &shares->periods, masks);
    shares->rows = arena_alloc(study->arena, 1, sizeof *shares->rows);
    shares->rows[0] =
        (struct shares_row){.name = str_from(shares->sides.supplier.name),
                            .now = group.now,
                            .before = group.before};
    shares->count = shares->total = 1;
    markets_assign(&shares->markets, masks.supplier, NAME_NONE,
                   shares->form == SHARES_OTHERS);
    compute(shares->rows, shares);
}

static bool build(struct shares *shares, const struct study *study,
                  const struct question *question, enum shares_form form,
                  struct err *err)
{
    *shares =
        (struct shares){.study = study, .question = question, .form = form};
    if (!compare_periods(question, study, &shares->periods, err) ||
        !sides_of(&shares->sides, study, question, err))
        return false;
    if (!whole_side(study, question, true))
        return err_set(err, ERR_REQUEST,
                       "market shares need what all suppliers delivered, and "
                       "these are not all of them; give a trade register of "
                       "all suppliers (armstats datasets --download-help)");
    struct group_masks masks = {.supplier = shares->sides.supplier.mask,
                                .recipient = shares->sides.recipient.mask,
                                .category = question->category};
    markets_build(&shares->markets, study, &shares->periods, masks,
                  form == SHARES_CATEGORIES);
    shares->named = masks.supplier;
    if (shares->named)
        add_named(shares, study, masks);
    else
        add_each(shares, study, masks);
    return true;
}

static void add_number(struct result *result, const struct shares *shares,
                       struct finding *finding, const struct shares_row *row,
                       bool defined, const struct effect *effect)
{
    const char *statistic = finding->statistic;
    finding->unit = unit_word(shares->study->cube->unit);
    finding->value =
        defined ? value_number(effect->value, 0) : value_null(REASON_ZERO_BASE);
    findings_add(result, shares->study, &shares->periods, finding);
    finding->statistic =
        arena_printf(&result->arena, "%s_points", finding->statistic);
    finding->unit = "points";
    finding->value = defined && row->before.sum > 0
                         ? value_number(effect->points, 1)
                         : value_null(REASON_ZERO_BASE);
    findings_add(result, shares->study, &shares->periods, finding);
    finding->statistic = statistic;
}

static void fill_row(struct result *result, const struct shares *shares,
                     const struct shares_row *row)
{
    struct finding finding = {.supplier = row->name,
                              .n = shares->markets.count};
    if (shares->sides.recipient.name[0])
        finding.recipient = str_from(shares->sides.recipient.name);
    finding.unit = unit_word(shares->study->cube->unit);
    finding.statistic = "change";
    finding.variant = shares->periods.means ? "yearly_mean" : "";
    struct ratio change = {change_of(shares, row), shares->markets.scale};
    change.den *= AMOUNT_ONE;
    finding.value = value_number(ratio_double(change), 0);
    findings_add(result, shares->study, &shares->periods, &finding);
    for (size_t i = 0; shares->form == SHARES_PARTS && i < PART_COUNT; i++) {
        finding.statistic = part_words[i];
        add_number(result, shares, &finding, row, true, &row->parts.of[i]);
    }
    for (size_t base = 0; shares->form != SHARES_PARTS && base < 3; base++) {
        const struct market_effects *effects = &row->effects[base];
        finding.variant = base_word(shares->form, base);
        for (size_t i = 0; i < EFFECT_COUNT; i++) {
            if (i == EFFECT_CATEGORY && shares->form != SHARES_CATEGORIES)
                continue;
            finding.statistic = effect_words[i];
            add_number(result, shares, &finding, row, effects->defined,
                       &effects->of[i]);
        }
    }
}

struct result *constant_shares_result(const struct study *study,
                                      const struct question *question,
                                      enum shares_form form, struct err *err)
{
    struct shares *shares = arena_alloc(study->arena, 1, sizeof *shares);
    if (!build(shares, study, question, form, err))
        return NULL;
    struct result *result = result_new("compare");
    findings_columns(result);
    for (size_t i = 0; i < shares->count; i++)
        fill_row(result, shares, &shares->rows[i]);
    constant_shares_view(result, shares);
    return result;
}
