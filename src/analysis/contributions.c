/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who changed HHI, by how much: (s1 - s0) (s1 + s0) of each, which add up to
 * the change (methods 5). */
#include <config.h>

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "analysis/concentration_parts.h"
#include "analysis/prose.h"
#include "analysis/values.h"
#include "analysis/view_parts.h"
#include "stat/concentration.h"
#include "stat/sum.h"

enum own {
    C_PREVIOUS_FROM = SUBJECT_COLUMNS,
    C_PREVIOUS_TO,
    C_COUNTED,
    C_AMOUNT,
    C_PREVIOUS_AMOUNT,
    C_SHARE,
    C_PREVIOUS_SHARE,
    C_CONTRIBUTION,
    C_HHI_CHANGE,
    C_REASON,
};

static const struct column columns[] = {
    {"previous_from", KIND_YEAR, "", "first year of the period before"},
    {"previous_to", KIND_YEAR, "", "last year of the period before"},
    {"counted", KIND_TEXT, "", "what is counted: supplier, recipient, ..."},
    {"amount", KIND_AMOUNT, "unit", "sum over the period"},
    {"previous_amount", KIND_AMOUNT, "unit", "sum over the period before"},
    {"share", KIND_NUMBER, "", "of the row in all, 0 to 1"},
    {"previous_share", KIND_NUMBER, "", "the same before"},
    {"contribution", KIND_NUMBER, "", "to the change of HHI: (s1-s0)(s1+s0)"},
    {"hhi_change", KIND_NUMBER, "", "HHI less HHI before: their sum"},
    {"reason", KIND_TEXT, "", "why a number of this row is undefined"},
};

/* One that has an amount in either period. */
struct mover {
    const struct entity *entity;
    struct value contribution;
};

struct contributions {
    const struct subjects *subjects;
    const struct subject *subject;
    struct mover *movers; /* the largest change first, then by name */
    size_t count;
    struct value change;
};

static int mover_order(const void *left, const void *right)
{
    const struct mover *a = left;
    const struct mover *b = right;
    double size_a = fabs(spread_double(a->contribution));
    double size_b = fabs(spread_double(b->contribution));
    if (size_a != size_b)
        return size_a > size_b ? -1 : 1;
    int names = str_cmp(a->entity->name, b->entity->name);
    return names ? names : str_cmp(a->entity->second, b->entity->second);
}

/* What all amounts have in common; their products pass 128 bits without. */
static amount unit_of(const struct contributions *all)
{
    amount unit =
        amount_divisor(all->subject->now.all.sum, all->subject->before.all.sum);
    for (size_t i = 0; i < all->count; i++) {
        unit = amount_divisor(unit, all->movers[i].entity->now.sum);
        unit = amount_divisor(unit, all->movers[i].entity->before.sum);
    }
    return unit;
}

/* x1^2 / T1^2 - x0^2 / T0^2 over one denominator; false when that does not fit.
 * That they add up is asserted. */
static bool contribute_exactly(struct contributions *all)
{
    amount unit = unit_of(all);
    amount now = all->subject->now.all.sum / unit;
    amount before = all->subject->before.all.sum / unit;
    amount den, sum = 0;
    if (__builtin_mul_overflow(now, before, &den) ||
        __builtin_mul_overflow(den, den, &den))
        return false;
    for (size_t i = 0; i < all->count; i++) {
        const struct entity *entity = all->movers[i].entity;
        amount left = entity->now.sum / unit * before;
        amount right = entity->before.sum / unit * now;
        amount num = left * left - right * right;
        all->movers[i].contribution = value_ratio(num, den);
        sum += num;
    }
    assert(all->change.type == VALUE_RATIO);
    assert(ratio_minus((struct ratio){sum, den}, all->change.as.ratio).num ==
           0);
    (void)sum;
    return true;
}

static double share_of(amount part, amount whole)
{
    return ratio_double((struct ratio){part, whole});
}

static void contribute(struct contributions *all)
{
    const struct subject *subject = all->subject;
    struct sum sum = {0};
    if (contribute_exactly(all))
        return;
    for (size_t i = 0; i < all->count; i++) {
        const struct entity *entity = all->movers[i].entity;
        double part = concentration_contribution(
            share_of(entity->before.sum, subject->before.all.sum),
            share_of(entity->now.sum, subject->now.all.sum));
        all->movers[i].contribution = value_number(part, 0);
        sum_add(&sum, part);
    }
    assert(fabs(sum_value(&sum) - spread_double(all->change)) <= 1e-12);
}

/* None without an amount in one of the periods: there are no shares. */
static void find(struct contributions *all, const struct subjects *subjects)
{
    const struct subject *subject = &subjects->items[0];
    struct arena *arena = subjects->study->arena;
    *all = (struct contributions){.subjects = subjects, .subject = subject};
    all->movers = arena_alloc(arena, subject->count + 1, sizeof *all->movers);
    all->change =
        spread_change(spread_hhi(&subject->now, UNKNOWN_AS_RECORDED),
                      spread_hhi(&subject->before, UNKNOWN_AS_RECORDED));
    for (size_t i = 0; i < subject->count; i++) {
        const struct entity *entity = subject->entities[i];
        if (entity->now.sum > 0 || entity->before.sum > 0)
            all->movers[all->count++].entity = entity;
    }
    if (all->change.type == VALUE_NULL) {
        all->count = 0;
        return;
    }
    all->change.decimals = 4;
    contribute(all);
    for (size_t i = 0; i < all->count; i++) {
        all->movers[i].contribution.decimals = 4;
        all->movers[i].contribution.flags |= VALUE_SIGNED;
    }
    qsort(all->movers, all->count, sizeof *all->movers, mover_order);
}

static void add_row(struct result *result, const struct contributions *all,
                    const struct mover *mover)
{
    const struct subject *subject = all->subject;
    const struct entity *entity = mover->entity;
    struct value *row = result_add_row(result);
    subject_part_cells(row, all->subjects, subject, entity);
    row[C_PREVIOUS_FROM] = value_integer(subject->periods.before.from);
    row[C_PREVIOUS_TO] = value_integer(subject->periods.before.to);
    row[C_COUNTED] = value_word(by_word(all->subjects->by));
    row[C_AMOUNT] = value_amount(entity->now.sum);
    row[C_PREVIOUS_AMOUNT] = value_amount(entity->before.sum);
    row[C_SHARE] = value_ratio(entity->now.sum, subject->now.all.sum);
    row[C_PREVIOUS_SHARE] =
        value_ratio(entity->before.sum, subject->before.all.sum);
    row[C_CONTRIBUTION] = mover->contribution;
    row[C_HHI_CHANGE] = all->change;
}

struct places {
    size_t name, second, before, now, points, contribution;
};

static void add_columns(struct result *result, const struct contributions *all,
                        struct places *at)
{
    struct arena *arena = &result->arena;
    const struct periods *periods = &all->subject->periods;
    char years[PERIOD_TEXT];
    at->second = NOT_SHOWN;
    at->name = parts_names(result, 16, 0, by_head(all->subjects->by));
    if (all->subjects->by == BY_PAIR)
        at->second = parts_names(result, 16, 2, "Recipient");
    period_print(years, periods->before);
    const char *text = arena_printf(arena, "%s", years);
    at->before = parts_column(
        result, KIND_SHARE, 7, 3,
        (struct heads){{"Share", "%", text},
                       arena_printf(arena, "Share %s, %%", years)});
    period_print(years, periods->now);
    text = arena_printf(arena, "%s", years);
    at->now = parts_column(
        result, KIND_SHARE, 7, 3,
        (struct heads){{"Share", "%", text},
                       arena_printf(arena, "Share %s, %%", years)});
    at->points = parts_column(
        result, KIND_POINTS, 6, 3,
        (struct heads){{NULL, "Change", "points"}, "Change, points"});
    at->contribution =
        parts_column(result, KIND_NUMBER, 9, 3,
                     (struct heads){{"Contribution", "to change", "of HHI"},
                                    "Contribution to the change of HHI"});
}

static void put_shares(struct value *cells, const struct contributions *all,
                       const struct places *at, const struct cube_cell *now,
                       const struct cube_cell *before)
{
    const struct study *study = all->subjects->study;
    const struct cube_cell *whole = &all->subject->now.all;
    const struct cube_cell *whole_before = &all->subject->before.all;
    cells[at->before] = share_value(study, before, whole_before);
    cells[at->now] = share_value(study, now, whole);
    if (now != whole)
        cells[at->points] =
            points_value(study, now, whole, before, whole_before);
}

static void add_others(struct result *result, const struct contributions *all,
                       const struct places *at, size_t from)
{
    struct cube_cell now = {0};
    struct cube_cell before = {0};
    struct sum sum = {0};
    for (size_t i = from; i < all->count; i++) {
        cube_cell_add(&now, &all->movers[i].entity->now);
        cube_cell_add(&before, &all->movers[i].entity->before);
        sum_add(&sum, spread_double(all->movers[i].contribution));
    }
    struct value *cells =
        view_add_row(&result->view, &result->arena, VIEW_OTHERS);
    cells[at->name] =
        value_word(parts_others(&result->arena, all->count - from));
    put_shares(cells, all, at, &now, &before);
    cells[at->contribution] =
        value_flagged(value_number(sum_value(&sum), 4), VALUE_SIGNED);
}

static void add_rows(struct result *result, const struct contributions *all,
                     const struct places *at, size_t listed)
{
    struct view *view = &result->view;
    for (size_t i = 0; i < listed; i++) {
        const struct entity *entity = all->movers[i].entity;
        struct value *cells = view_add_row(view, &result->arena, VIEW_ENTRY);
        cells[at->name] = value_text(entity->name);
        parts_put(cells, at->second, value_text(entity->second));
        put_shares(cells, all, at, &entity->now, &entity->before);
        cells[at->contribution] = all->movers[i].contribution;
    }
    if (listed < all->count)
        add_others(result, all, at, listed);
    struct value *cells = view_add_row(view, &result->arena, VIEW_TOTAL);
    cells[at->name] = value_word(whole_label(all->subjects->whole));
    put_shares(cells, all, at, &all->subject->now.all,
               &all->subject->before.all);
    cells[at->contribution] = all->change;
    view_add_row(view, &result->arena, VIEW_RULE);
}

static void add_view(struct result *result, const struct contributions *all,
                     size_t listed)
{
    struct view *view = &result->view;
    const struct subjects *subjects = all->subjects;
    const struct study *study = subjects->study;
    struct places at;
    char before[PERIOD_TEXT];
    period_print(before, all->subject->periods.before);
    view->title = arena_printf(
        &result->arena, "Who changed the concentration of %s? %s against %s",
        subjects_noun(subjects), subjects_years(subjects), before);
    view->unit_line = unit_line(study->cube->unit, study->cube->measure);
    add_columns(result, all, &at);
    add_rows(result, all, &at, listed);
    if (all->change.type != VALUE_NULL)
        view_add_foot(
            view, &result->arena,
            "Contributions, (s1 \u2212 s0)(s1 + s0) with shares from 0 to 1, "
            "add up "
            "to the change of HHI, from %.3f to %.3f.",
            spread_double(
                spread_hhi(&all->subject->before, UNKNOWN_AS_RECORDED)),
            spread_double(spread_hhi(&all->subject->now, UNKNOWN_AS_RECORDED)));
    else
        result_add_note(result,
                        "Without an amount in both periods there are no shares "
                        "to compare (%s).",
                        reason_word(all->change.reason));
    subjects_foot(result, subjects);
}

void contributions_fill(struct result *result, const struct subjects *subjects)
{
    struct contributions all;
    find(&all, subjects);
    size_t top = subjects->question->top;
    size_t listed = top < all.count ? top : all.count;
    subject_columns(result, subjects->study);
    result_add_columns(result, columns, sizeof columns / sizeof columns[0],
                       unit_word(subjects->study->cube->unit));
    for (size_t i = 0; i < listed; i++)
        add_row(result, &all, &all.movers[i]);
    result->listed = result->row_count;
    add_view(result, &all, listed);
}
