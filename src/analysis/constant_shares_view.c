/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/constant_shares_view.h"

#include "analysis/census.h"
#include "analysis/compare_view.h"
#include "analysis/magnitude.h"
#include "analysis/view_parts.h"

static struct value signed_amount(amount value)
{
    return value_flagged(value_amount(value), VALUE_SIGNED);
}

static struct value effect_amount(const struct market_effects *effects,
                                  size_t kind)
{
    return effects->defined ? signed_amount(effects->of[kind].cut)
                            : value_null(REASON_ZERO_BASE);
}

/* The change, of yearly means where the periods differ in length. */
static amount change_of(const struct shares *shares,
                        const struct shares_row *row)
{
    const struct periods *periods = &shares->periods;
    return (row->now.sum * markets_weight(periods, true) -
            row->before.sum * markets_weight(periods, false)) /
           shares->markets.scale;
}

static const char *row_label(const struct shares *shares, enum effect_kind kind)
{
    switch (kind) {
    case EFFECT_SHARE:
        return "Within-market share effect";
    case EFFECT_NEW:
        return shares->form == SHARES_OTHERS
                   ? "Markets without other suppliers"
                   : "New markets (base now: lost ones)";
    default:
        return compare_effect_label(kind);
    }
}

static bool is_shown(const struct shares *shares, size_t kind)
{
    return kind != EFFECT_CATEGORY || shares->form == SHARES_CATEGORIES;
}

static size_t amount_column(struct result *result, const struct shares *shares,
                            const char *line, const char *head)
{
    struct arena *arena = &result->arena;
    const char *unit = magnitude_head(shares->study, arena);
    return parts_column(
        result, KIND_AMOUNT, 8, 3,
        (struct heads){{line, head, unit},
                       arena_printf(arena, "%s%s%s, %s", line ? line : "",
                                    line ? " " : "", head, unit)});
}

static void add_total(struct result *result, const struct shares *shares,
                      size_t name, size_t first, size_t last, size_t points)
{
    const struct shares_row *row = shares->rows;
    struct value *cells =
        view_add_row(&result->view, &result->arena, VIEW_TOTAL);
    amount change = change_of(shares, row);
    cells[name] = value_word("Change");
    for (size_t i = first; i <= last; i++)
        cells[i] = signed_amount(change);
    cells[points] = markets_points(&shares->periods, change, &row->before);
}

static void view_effects(struct result *result, const struct shares *shares)
{
    const struct shares_row *row = shares->rows;
    struct arena *arena = &result->arena;
    char now[PERIOD_TEXT];
    char before[PERIOD_TEXT];
    period_print(now, shares->periods.now);
    period_print(before, shares->periods.before);
    size_t name =
        parts_column(result, KIND_TEXT, 36, 0,
                     (struct heads){{NULL, NULL, "Effect"}, "Effect"});
    size_t at[3];
    at[0] = amount_column(result, shares, "Base",
                          arena_printf(arena, "%s", before));
    at[1] =
        amount_column(result, shares, "Base", arena_printf(arena, "%s", now));
    at[2] = amount_column(result, shares, NULL, "Mean");
    size_t points =
        parts_column(result, KIND_POINTS, 6, 3,
                     (struct heads){{NULL, "Mean,", "points"}, "Mean, points"});
    for (size_t i = 0; i < EFFECT_COUNT; i++) {
        if (!is_shown(shares, i))
            continue;
        struct value *cells = view_add_row(&result->view, arena, VIEW_ENTRY);
        cells[name] = value_word(row_label(shares, (enum effect_kind)i));
        for (size_t base = 0; base < 3; base++)
            cells[at[base]] = effect_amount(&row->effects[base], i);
        if (row->effects[2].defined)
            cells[points] = markets_points(
                &shares->periods, row->effects[2].of[i].cut, &row->before);
    }
    add_total(result, shares, name, at[0], at[2], points);
}

static void view_parts(struct result *result, const struct shares *shares)
{
    static const char *const labels[PART_COUNT] = {
        [PART_STRUCTURAL] = "Structural: shares before, markets' change",
        [PART_SHARE] = "Share: shares' change, markets before",
        [PART_SECOND] = "Second order: change of both",
        [PART_NEW] = "  of which in new markets",
    };
    const struct shares_row *row = shares->rows;
    size_t name = parts_column(result, KIND_TEXT, 44, 0,
                               (struct heads){{NULL, NULL, "Term"}, "Term"});
    size_t at = amount_column(result, shares, NULL, "Change");
    size_t points =
        parts_column(result, KIND_POINTS, 6, 3,
                     (struct heads){{NULL, NULL, "Points"}, "Points"});
    for (size_t i = 0; i < PART_COUNT; i++) {
        struct value *cells =
            view_add_row(&result->view, &result->arena, VIEW_ENTRY);
        cells[name] = value_word(labels[i]);
        cells[at] = signed_amount(row->parts.of[i].cut);
        cells[points] = markets_points(&shares->periods, row->parts.of[i].cut,
                                       &row->before);
    }
    add_total(result, shares, name, at, at, points);
}

/* One row a supplier: means of both bases, or the terms. */
static void view_each(struct result *result, const struct shares *shares)
{
    static const char *const effects[EFFECT_COUNT][2] = {
        [EFFECT_WORLD] = {"World", "effect"},
        [EFFECT_CATEGORY] = {"Category", "effect"},
        [EFFECT_MARKET] = {"Market", "effect"},
        [EFFECT_SHARE] = {"Share", "effect"},
        [EFFECT_NEW] = {"New, lost", "markets"},
    };
    static const char *const parts[PART_COUNT][2] = {
        [PART_STRUCTURAL] = {"Struc-", "tural"},
        [PART_SHARE] = {"Share", "term"},
        [PART_SECOND] = {"Second", "order"},
        [PART_NEW] = {"of it new", "markets"},
    };
    bool terms = shares->form == SHARES_PARTS;
    size_t kinds = terms ? (size_t)PART_COUNT : (size_t)EFFECT_COUNT;
    size_t at[EFFECT_COUNT];
    size_t name = parts_names(result, 17, 0, "Supplier");
    size_t change = amount_column(result, shares, NULL, "Change");
    for (size_t i = 0; i < kinds; i++) {
        if (terms)
            at[i] = amount_column(result, shares, parts[i][0], parts[i][1]);
        else if (i == EFFECT_NEW && shares->form == SHARES_OTHERS)
            at[i] = amount_column(result, shares, "No other", "supplier");
        else if (is_shown(shares, i))
            at[i] = amount_column(result, shares, effects[i][0], effects[i][1]);
    }
    for (size_t i = 0; i < shares->count; i++) {
        const struct shares_row *row = &shares->rows[i];
        struct value *cells =
            view_add_row(&result->view, &result->arena, VIEW_ENTRY);
        cells[name] = value_text(row->name);
        cells[change] = signed_amount(change_of(shares, row));
        for (size_t j = 0; j < kinds; j++) {
            if (terms)
                cells[at[j]] = signed_amount(row->parts.of[j].cut);
            else if (is_shown(shares, j))
                cells[at[j]] = effect_amount(&row->effects[2], j);
        }
    }
}

static void note_terms(struct result *result, const struct shares *shares)
{
    if (shares->form == SHARES_PARTS) {
        result_add_note(
            result, "Sum of share by market: s M. Structural: s0 dM; share: "
                    "ds M0; second order: ds dM, in markets without "
                    "deliveries before too, whose share then was 0. The "
                    "terms sum to the change exactly.");
        return;
    }
    result_add_note(
        result,
        "World effect: had all markets grown alike%s; market effect: as each "
        "of them did; share effect: of shares within markets, whatever their "
        "reason; %s. The effects of a base sum to the change exactly; they are "
        "arithmetic, no causes.",
        shares->form == SHARES_CATEGORIES
            ? ", category effect: had those of a category"
            : "",
        shares->form == SHARES_OTHERS
            ? "last, the change in markets where nobody else delivered in the "
              "base period"
            : "new markets: nobody delivered there in the base period, with "
              "the later one as base lost markets");
    if (shares->form == SHARES_CATEGORIES)
        result_add_note(result, "Categories come before recipients; the other "
                                "order would divide the two effects in another "
                                "way.");
    if (shares->form == SHARES_OTHERS)
        result_add_note(result, "Markets grow by what all others delivered: "
                                "the supplier's own deliveries are not in the "
                                "growth that it is held against.");
    else
        result_add_note(result, "The supplier's own deliveries are in the "
                                "growth of its markets (--variant cms-others "
                                "leaves them out).");
}

void constant_shares_view(struct result *result, const struct shares *shares)
{
    const struct study *study = shares->study;
    struct arena *arena = &result->arena;
    struct view *view = &result->view;
    view->title = arena_printf(arena, "At constant market shares: %s",
                               compare_title(arena, study, &shares->sides,
                                             shares->named ? NULL : "supplier",
                                             &shares->periods));
    view->unit_line = unit_line(study->cube->unit, study->cube->measure);
    if (!shares->named)
        view_each(result, shares);
    else if (shares->form == SHARES_PARTS)
        view_parts(result, shares);
    else
        view_effects(result, shares);
    view_add_row(view, arena, VIEW_RULE);
    parts_note_periods(result, &shares->periods);
    if (!shares->named && shares->count < shares->total)
        result_add_note(result, "The %zu largest of %zu changes%s.",
                        shares->count, shares->total,
                        shares->form == SHARES_PARTS ? ""
                                                     : "; means of both bases");
    result_add_note(result, "Markets: %zu%s.", shares->markets.count,
                    shares->form == SHARES_CATEGORIES
                        ? ", a category of a recipient each"
                        : " recipients");
    note_terms(result, shares);
    parts_show_notes(result);
    census_foot(result, study);
}
