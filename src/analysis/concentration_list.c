/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line for each subject: years, periods, categories, or places and on whom
 * they depend. */
#include <config.h>

#include "analysis/concentration_parts.h"
#include "analysis/magnitude.h"
#include "analysis/prose.h"
#include "analysis/values.h"
#include "analysis/view_parts.h"

/* Columns of the view. */
struct places {
    size_t name, amount, n, effective, hhi, largest, share, three;
};

static const char *head_of(const struct subjects *subjects)
{
    switch (subjects->each) {
    case EACH_SUPPLIER:
        return "Supplier";
    case EACH_RECIPIENT:
        return "Recipient";
    case EACH_CATEGORY:
        return "Category";
    case EACH_YEAR:
        return "Year";
    default:
        return "Period";
    }
}

/* "Sup-", "pliers" */
static struct heads count_head(enum by by)
{
    static const struct heads heads[] = {
        [BY_SUPPLIER] = {{NULL, "Sup-", "pliers"}, "Suppliers"},
        [BY_RECIPIENT] = {{NULL, "Reci-", "pients"}, "Recipients"},
        [BY_PAIR] = {{NULL, NULL, "Pairs"}, "Pairs"},
        [BY_CATEGORY] = {{NULL, "Cate-", "gories"}, "Categories"},
        [BY_WEAPON] = {{NULL, "Weap-", "ons"}, "Weapons"},
        [BY_WORLD] = {{NULL, NULL, "n"}, "n"},
    };
    return heads[by];
}

static void add_columns(struct result *result, const struct subjects *subjects,
                        struct places *at)
{
    struct arena *arena = &result->arena;
    const char *head = head_of(subjects);
    const char *unit = magnitude_head(subjects->study, arena);
    bool named =
        subjects_are_places(subjects) || subjects->each == EACH_CATEGORY;
    at->name = parts_names(result, named ? 16 : 7, 0, head);
    at->amount = parts_column(result, KIND_AMOUNT, 7, 2,
                              (struct heads){{NULL, NULL, unit}, unit});
    at->n = parts_column(result, KIND_COUNT, 6, 2, count_head(subjects->by));
    at->effective = parts_column(
        result, KIND_NUMBER, 6, 2,
        (struct heads){{"Effec-", "tive", "number"}, "Effective number"});
    at->hhi = parts_column(result, KIND_NUMBER, 5, 2,
                           (struct heads){{NULL, NULL, "HHI"}, "HHI"});
    at->largest =
        parts_column(result, KIND_TEXT, 14, 2,
                     (struct heads){{NULL, NULL, "Largest"}, "Largest"});
    at->share =
        parts_column(result, KIND_SHARE, 5, 2,
                     (struct heads){{"Its", "share", "%"}, "Its share, %"});
    at->three = parts_column(
        result, KIND_SHARE, 5, 2,
        (struct heads){{"Three", "larg-", "est %"}, "Three largest, %"});
}

static struct value *add_spread(struct result *result,
                                const struct subjects *subjects,
                                const struct places *at, enum view_role role,
                                struct str name, const struct spread *spread)
{
    const struct study *study = subjects->study;
    struct value *cells = view_add_row(&result->view, &result->arena, role);
    struct cube_cell one = spread_top(spread, 1);
    struct cube_cell three = spread_top(spread, 3);
    cells[at->name] = value_text(name);
    cells[at->amount] = amount_value(&spread->all);
    cells[at->n] = value_integer((int64_t)spread->active);
    cells[at->effective] = spread_effective(spread);
    cells[at->hhi] = spread_hhi(spread, UNKNOWN_AS_RECORDED);
    if (study->marks) {
        cells[at->effective] =
            spread_marked(spread, cells[at->effective], true);
        cells[at->hhi] = spread_marked(spread, cells[at->hhi], false);
    }
    cells[at->largest] = spread_largest(spread, &result->arena);
    if (spread->active) {
        cells[at->share] = share_value(study, &one, &spread->all);
        cells[at->three] = share_value(study, &three, &spread->all);
    }
    return cells;
}

/* What is not listed, and all together: the amount, and who shares it. */
static void add_sums(struct result *result, const struct subjects *subjects,
                     const struct places *at)
{
    const struct group *group = &subjects->group;
    struct arena *arena = &result->arena;
    struct cube_cell rest = {0};
    for (size_t i = subjects->listed; i < subjects->count; i++)
        cube_cell_add(&rest, &subjects->items[i].now.all);
    if (subjects->listed < subjects->count) {
        struct value *cells = view_add_row(&result->view, arena, VIEW_OTHERS);
        cells[at->name] =
            value_word(parts_others(arena, subjects->count - subjects->listed));
        cells[at->amount] = amount_value(&rest);
    }
    const struct entity **entities =
        arena_alloc(arena, group->count + 1, sizeof(*entities));
    for (size_t i = 0; i < group->count; i++)
        entities[i] = &group->entities[i];
    struct spread all;
    spread_build(&all, entities, group->count, PART_FIRST, false, arena);
    add_spread(result, subjects, at, VIEW_TOTAL,
               str_from(whole_label(subjects->whole)), &all);
}

static const char *title_of(struct arena *arena,
                            const struct subjects *subjects)
{
    const char *noun = subjects_noun(subjects);
    const char *years = subjects_years(subjects);
    switch (subjects->each) {
    case EACH_SUPPLIER:
        return arena_printf(arena, "On whom do suppliers depend? Their %s, %s",
                            noun, years);
    case EACH_RECIPIENT:
        return arena_printf(arena, "On whom do recipients depend? Their %s, %s",
                            noun, years);
    case EACH_CATEGORY:
        return arena_printf(arena, "How concentrated are %s? By category, %s",
                            noun, years);
    case EACH_YEAR:
        return arena_printf(arena, "How concentrated are %s? By year, %s", noun,
                            years);
    default:
        return arena_printf(arena, "How concentrated are %s? By period, %s",
                            noun, years);
    }
}

static void add_notes(struct result *result, const struct subjects *subjects)
{
    const struct study *study = subjects->study;
    if (subjects_are_places(subjects))
        view_add_foot(&result->view, &result->arena,
                      "Read shares with the amount beside them: 100 %% from "
                      "one side of next to nothing is not dependence.");
    if (subjects->each == EACH_YEAR && study->cube->unit == UNIT_TIV_MILLION)
        result_add_note(result, "Single years: SIPRI recommends five-year "
                                "periods.");
    if (subjects->each == EACH_ROLLING)
        result_add_note(result, "The periods overlap: neighbours share years, "
                                "so their differences are no evidence.");
}

void concentration_list(struct result *result, const struct subjects *subjects,
                        bool indices)
{
    struct view *view = &result->view;
    const struct study *study = subjects->study;
    struct places at;
    view->title = title_of(&result->arena, subjects);
    view->unit_line = unit_line(study->cube->unit, study->cube->measure);
    add_columns(result, subjects, &at);
    for (size_t i = 0; i < subjects->listed; i++) {
        const struct subject *subject = &subjects->items[i];
        add_spread(result, subjects, &at, VIEW_ENTRY,
                   subject_name(subjects, subject), &subject->now);
    }
    if ((subjects_are_places(subjects) || subjects->each == EACH_CATEGORY) &&
        !subjects->named && subjects->count)
        add_sums(result, subjects, &at);
    view_add_row(view, &result->arena, VIEW_RULE);
    add_notes(result, subjects);
    view_add_foot(view, &result->arena, "%s", HHI_LINE);
    if (indices)
        view_add_foot(
            view, &result->arena,
            "The other indices of each row are in machine formats "
            "(-f csv); a table has them of one row (without --each).");
    if (parts_has_no_record(view))
        view_add_foot(view, &result->arena, "–: no %s recorded.",
                      measure_words(study->cube->measure)->record);
    subjects_foot(result, subjects);
}
