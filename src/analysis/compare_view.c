/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/compare_view.h"

#include "analysis/census.h"
#include "analysis/magnitude.h"
#include "analysis/markets.h"
#include "analysis/prose.h"
#include "analysis/values.h"
#include "analysis/view_parts.h"
#include "base/buf.h"

#define NOTE_BYTES ((size_t)4000)

/* Names in a note on who came and who left. */
#define MOST_NAMED ((size_t)5)

const char *compare_title(struct arena *arena, const struct study *study,
                          const struct sides *sides, const char *rows,
                          const struct periods *periods)
{
    char now[PERIOD_TEXT];
    char before[PERIOD_TEXT];
    period_print(now, periods->now);
    period_print(before, periods->before);
    return arena_printf(arena, "%s%s%s, %s to %s%s%s",
                        sides_subject(sides, study), rows ? " by " : "",
                        rows ? rows : "", before, now,
                        periods->clipped ? " (covered years only)" : "",
                        periods->means ? " (yearly means)" : "");
}

const char *compare_effect_label(enum effect_kind kind)
{
    static const char *const labels[] = {
        [EFFECT_WORLD] = "World effect",
        [EFFECT_CATEGORY] = "Category effect",
        [EFFECT_MARKET] = "Market effect",
        [EFFECT_SHARE] = "Share effect",
        [EFFECT_NEW] = "New, lost markets",
    };
    return labels[kind];
}

/* Columns of the view. */
struct places {
    size_t name, second, before, now, difference, change, points, share_before,
        share_now;
};

/* Money of nine digits, three times in a line, would leave no room for names.
 */
static bool is_wide(const struct ranking *ranking)
{
    amount sums[2] = {ranking->group.now.sum, ranking->group.before.sum};
    amount larger = sums[0] > sums[1] ? sums[0] : sums[1];
    return parts_amount_width(larger / ranking->study->magnitude) > 9;
}

static void add_amounts(struct result *result, const struct ranking *ranking,
                        struct places *at)
{
    const struct periods *periods = &ranking->group.periods;
    struct arena *arena = &result->arena;
    const char *unit = magnitude_head(ranking->study, arena);
    char now[PERIOD_TEXT];
    char before[PERIOD_TEXT];
    period_print(now, periods->now);
    period_print(before, periods->before);
    const char *heads[2] = {arena_printf(arena, "%s", before),
                            arena_printf(arena, "%s", now)};
    at->before = parts_column(
        result, KIND_AMOUNT, 7, 2,
        (struct heads){{NULL, heads[0], unit},
                       arena_printf(arena, "%s %s", unit, before)});
    at->now =
        parts_column(result, KIND_AMOUNT, 7, 2,
                     (struct heads){{NULL, heads[1], unit},
                                    arena_printf(arena, "%s %s", unit, now)});
    size_t first = at->now + 1;
    if (!periods->means && !is_wide(ranking))
        at->difference = parts_column(
            result, KIND_AMOUNT, 7, 2,
            (struct heads){{NULL, NULL, unit},
                           arena_printf(arena, "Change, %s", unit)});
    at->change = parts_column(
        result, KIND_CHANGE, 6, 2,
        (struct heads){{NULL, NULL, "%"},
                       periods->means ? "Change of the yearly mean, %"
                                      : "Change, %"});
    parts_span(result, 1, first, at->change, 0,
               periods->means ? "Mean" : "Change");
}

static void add_shares(struct result *result, const struct ranking *ranking,
                       struct places *at)
{
    const struct periods *periods = &ranking->group.periods;
    struct arena *arena = &result->arena;
    char now[PERIOD_TEXT];
    char before[PERIOD_TEXT];
    period_print_short(now, periods->now);
    period_print_short(before, periods->before);
    at->share_before = parts_column(
        result, KIND_SHARE, 5, 3,
        (struct heads){{NULL, NULL, arena_printf(arena, "%s", before)},
                       arena_printf(arena, "Share %s, %%", before)});
    at->share_now = parts_column(
        result, KIND_SHARE, 5, 3,
        (struct heads){{NULL, NULL, arena_printf(arena, "%s", now)},
                       arena_printf(arena, "Share %s, %%", now)});
    parts_span(result, 1, at->share_before, at->share_now, 0, "Share, %");
}

static void add_columns(struct result *result, const struct ranking *ranking,
                        struct places *at)
{
    enum by by = ranking->question->by;
    *at = (struct places){NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN,
                          NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN};
    at->name = parts_names(result, 17, 0, by_head(by));
    if (by == BY_PAIR)
        at->second = parts_names(result, 14, 2, "Recipient");
    add_amounts(result, ranking, at);
    at->points = parts_column(
        result, KIND_POINTS, 6, 3,
        (struct heads){{NULL, "Contrib.", "points"}, "Contribution, points"});
    if (by != BY_WORLD)
        add_shares(result, ranking, at);
}

static struct value *add_row(struct result *result,
                             const struct comparison *comparison,
                             const struct places *at, enum view_role role,
                             const struct cube_cell *now,
                             const struct cube_cell *before)
{
    const struct group *group = &comparison->ranking.group;
    const struct study *study = comparison->ranking.study;
    struct value *cells = view_add_row(&result->view, &result->arena, role);
    parts_put(cells, at->before, amount_value(before));
    parts_put(cells, at->now, amount_value(now));
    parts_put(
        cells, at->difference,
        value_flagged(value_amount(now->sum - before->sum), VALUE_SIGNED));
    parts_put(cells, at->change,
              change_value(study, &group->periods, now, before));
    parts_put(cells, at->points, compare_contribution(comparison, now, before));
    parts_put(cells, at->share_before,
              share_value(study, before,
                          before == &group->before ? before : &group->before));
    parts_put(cells, at->share_now, share_value(study, now, &group->now));
    return cells;
}

static void add_rows(struct result *result, const struct comparison *comparison,
                     const struct places *at)
{
    const struct ranking *ranking = &comparison->ranking;
    const struct rest *rest = &comparison->rest;
    struct value *cells;
    for (size_t i = 0; i < ranking->count; i++) {
        const struct entity *entity = ranking->rows[i];
        cells = add_row(result, comparison, at, VIEW_ENTRY, &entity->now,
                        &entity->before);
        parts_put(cells, at->name, value_text(entity->name));
        parts_put(cells, at->second, value_text(entity->second));
    }
    if (rest->count && !ranking->chosen) {
        cells = add_row(result, comparison, at, VIEW_OTHERS, &rest->now,
                        &rest->before);
        parts_put(cells, at->change, value_null(REASON_NONE));
        parts_put(cells, at->name,
                  value_word(parts_others(&result->arena, rest->count)));
    }
    if (ranking->question->by == BY_WORLD)
        return; /* it is the entry itself */
    cells = add_row(result, comparison, at, VIEW_TOTAL, &ranking->group.now,
                    &ranking->group.before);
    parts_put(cells, at->name, value_word(whole_label(ranking->whole)));
}

/* What the change of the whole is made of. */
static void add_effects(struct result *result,
                        const struct comparison *comparison,
                        const struct places *at)
{
    const struct market_effects *mean = &comparison->effects[2];
    const struct group *group = &comparison->ranking.group;
    if (!comparison->effects_known || !mean->defined)
        return;
    view_add_row(&result->view, &result->arena, VIEW_RULE);
    for (size_t i = 0; i < EFFECT_COUNT; i++) {
        if (i == EFFECT_CATEGORY)
            continue;
        struct value *cells =
            view_add_row(&result->view, &result->arena, VIEW_ENTRY);
        parts_put(cells, at->name,
                  value_word(compare_effect_label((enum effect_kind)i)));
        parts_put(cells, at->difference,
                  value_flagged(value_amount(mean->of[i].cut), VALUE_SIGNED));
        parts_put(
            cells, at->points,
            markets_points(&group->periods, mean->of[i].cut, &group->before));
    }
}

/* An amount whose digits stay on one line: "1 169" with U+00A0; "<0.5". */
static const char *unbroken(struct arena *arena, amount value)
{
    char text[DECIMAL_TEXT];
    const char *joined = "";
    amount_whole(text, value);
    if (str_eq(str_from(text), STR("0")))
        return "<0.5";
    struct str rest = str_from(text);
    while (rest.ptr) {
        struct str group = str_cut(&rest, ' ');
        joined = arena_printf(arena, "%s%s%.*s", joined,
                              *joined ? "\u00a0" : "", STR_ARG(group));
    }
    return joined;
}

/* " (3; 12 % of 2014–18): A 40, B 12, C 3" */
static void list_some(struct result *result,
                      const struct comparison *comparison, bool entered)
{
    const struct ranking *ranking = &comparison->ranking;
    const struct group *group = &ranking->group;
    const struct cube_cell *whole = entered ? &group->now : &group->before;
    size_t count = entered ? comparison->entered : comparison->left;
    size_t found = 0;
    struct cube_cell sum = {0};
    struct buf names;
    char years[PERIOD_TEXT];
    if (!count || ranking->chosen)
        return;
    period_print(years, entered ? group->periods.now : group->periods.before);
    buf_init(&names, NOTE_BYTES);
    for (size_t i = 0; i < comparison->order_count; i++) {
        const struct entity *entity = comparison->order[i];
        const struct cube_cell *cell = entered ? &entity->now : &entity->before;
        const struct cube_cell *none = entered ? &entity->before : &entity->now;
        if (!cell->rows || none->rows)
            continue;
        cube_cell_add(&sum, cell);
        if (found++ >= MOST_NAMED)
            continue;
        buf_printf(
            &names, "%s%.*s%s%.*s %s", found > 1 ? ", " : "",
            STR_ARG(entity->name), entity->second.len ? "\u2013" : "",
            STR_ARG(entity->second),
            unbroken(&result->arena, cell->sum / ranking->study->magnitude));
    }
    if (found > MOST_NAMED)
        buf_printf(&names, " and %zu more", found - MOST_NAMED);
    result_add_note(result, "%s (%zu; %s %% of %s): %.*s.",
                    entered ? "New, without a record before"
                            : "Ceased, without a record now",
                    count, share_words(&result->arena, &sum, whole), years,
                    STR_ARG(buf_str(&names)));
    buf_done(&names);
}

static void note_similarity(struct result *result,
                            const struct comparison *comparison)
{
    struct ratio similarity = comparison->similarity;
    const struct ranking *ranking = &comparison->ranking;
    if (similarity.den <= 0 || ranking->question->by == BY_WORLD ||
        ranking->chosen)
        return;
    result_add_note(result,
                    "Similarity of the two periods' shares (Finger-Kreinin): "
                    "%.2f; 1 when all shares are the same, 0 when nothing is "
                    "in common.",
                    ratio_double(similarity));
}

static void note_effects(struct result *result,
                         const struct comparison *comparison)
{
    if (!comparison->effects_known)
        return;
    result_add_note(
        result,
        "At constant market shares, mean of both base periods: the world "
        "effect had all recipients grown alike, the market effect as they did, "
        "the share effect of shares within markets, and markets in which "
        "nobody delivered in the one period. They sum to the change; none of "
        "them is a cause. --variant cms has both bases.");
}

static void add_notes(struct result *result,
                      const struct comparison *comparison)
{
    const struct ranking *ranking = &comparison->ranking;
    struct arena *arena = &result->arena;
    struct view *view = &result->view;
    enum by by = ranking->question->by;
    result->provenance.universe =
        whole_summary(ranking->whole, ranking->study, &ranking->group, by);
    parts_note_periods(result, &ranking->group.periods);
    if (!ranking->count)
        parts_note_nothing(result, ranking->study);
    list_some(result, comparison, true);
    list_some(result, comparison, false);
    note_similarity(result, comparison);
    note_effects(result, comparison);
    parts_show_notes(result);
    view_add_foot(
        view, arena, "%s",
        whole_line(ranking->whole, ranking->study, &ranking->group, by));
    census_foot(result, ranking->study);
    if (ranking->tied_at_cut)
        result_add_note(result, "The last contribution listed is tied; all of "
                                "its size are listed.");
}

void compare_view(struct result *result, const struct comparison *comparison)
{
    const struct ranking *ranking = &comparison->ranking;
    const struct study *study = ranking->study;
    struct view *view = &result->view;
    enum by by = ranking->question->by;
    struct places at;
    view->title = compare_title(&result->arena, study, &comparison->sides,
                                by == BY_WORLD ? NULL : by_word(by),
                                &ranking->group.periods);
    view->unit_line = unit_line(study->cube->unit, study->cube->measure);
    add_columns(result, ranking, &at);
    add_rows(result, comparison, &at);
    add_effects(result, comparison, &at);
    view_add_row(view, &result->arena, VIEW_RULE);
    add_notes(result, comparison);
}
