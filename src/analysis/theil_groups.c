/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Theil's indices of those with an amount, within and between the groups that
 * --decompose names (methods 5). */
#include <config.h>

#include "analysis/concentration_parts.h"
#include "analysis/estimates.h"
#include "analysis/magnitude.h"
#include "analysis/prose.h"
#include "analysis/values.h"
#include "analysis/view_parts.h"
#include "base/buf.h"
#include "stat/decomposition.h"

#define NAMES_BYTES ((size_t)4000)
#define MOST_NAMED ((size_t)12)

enum own {
    C_COUNTED = SUBJECT_COLUMNS,
    C_GROUP,
    C_N,
    C_AMOUNT,
    C_SHARE,
    C_T,
    C_T_WITHIN,
    C_T_BETWEEN,
    C_L,
    C_L_WITHIN,
    C_L_BETWEEN,
    C_REASON,
};

static const struct column columns[] = {
    {"counted", KIND_TEXT, "", "what is counted: supplier or recipient"},
    {"group_name", KIND_TEXT, "", "the group, (none), or All"},
    {"n", KIND_COUNT, "", "of it with an amount above 0"},
    {"amount", KIND_AMOUNT, "unit", "their sum over the period"},
    {"share", KIND_NUMBER, "", "of the group in all, 0 to 1"},
    {"theil_t", KIND_NUMBER, "", "Theil's T of those in it"},
    {"theil_t_within", KIND_NUMBER, "", "what that adds to T of all: s T_g"},
    {"theil_t_between", KIND_NUMBER, "",
     "what its mean adds: s ln(mean ratio)"},
    {"theil_l", KIND_NUMBER, "", "Theil's L of those in it"},
    {"theil_l_within", KIND_NUMBER, "", "what that adds to L of all: p L_g"},
    {"theil_l_between", KIND_NUMBER, "",
     "what its mean adds: -p ln(mean ratio)"},
    {"reason", KIND_TEXT, "", "why a number of this row is undefined"},
};

struct division {
    const struct subjects *subjects;
    const struct subject *subject;
    const struct merge *groups;
    size_t count;           /* groups, and the rest behind them */
    size_t *group_of;       /* of each part with an amount */
    struct cube_cell *sums; /* of each group */
    struct theil_group *parts;
    struct theil_group whole;
    struct buf rest; /* names in no group */
    size_t rest_count;
    struct buf moved; /* names that came to their group within the period */
    size_t moved_count;
};

static void add_name(struct buf *buf, size_t *count, struct str name)
{
    if (*count < MOST_NAMED) {
        buf_add_text(buf, *count ? ", " : "");
        buf_add(buf, name);
    }
    ++*count;
}

static const char *more_words(struct arena *arena, size_t count)
{
    return count > MOST_NAMED
               ? arena_printf(arena, " and %zu more", count - MOST_NAMED)
               : "";
}

/* The group in the last year of the period. */
static size_t group_of(struct division *division, struct str name)
{
    struct period now = division->subject->periods.now;
    struct arena scratch;
    size_t group = division->groups->count;
    bool moved = false;
    arena_init(&scratch);
    for (size_t i = 0; i < division->groups->count; i++) {
        struct year_set years =
            place_set_years(&division->groups->rows[i].members, name, &scratch);
        bool in = year_set_has(&years, now.to);
        for (int year = now.from; year <= now.to; year++)
            moved |= year_set_has(&years, year) != in;
        group = in ? i : group;
    }
    arena_done(&scratch);
    if (moved)
        add_name(&division->moved, &division->moved_count, name);
    if (group == division->groups->count)
        add_name(&division->rest, &division->rest_count, name);
    return group;
}

static void divide(struct division *division)
{
    const struct spread *now = &division->subject->now;
    struct arena *arena = division->subjects->study->arena;
    struct units units;
    division->count = division->groups->count + 1;
    division->group_of =
        arena_alloc(arena, now->active + 1, sizeof *division->group_of);
    division->sums =
        arena_alloc(arena, division->count, sizeof *division->sums);
    division->parts =
        arena_alloc(arena, division->count, sizeof *division->parts);
    spread_units(now, false, &units);
    for (size_t i = 0; i < now->active; i++) {
        size_t group = group_of(division, now->parts[i].name);
        division->group_of[i] = group;
        cube_cell_add(&division->sums[group], &now->parts[i].cell);
    }
    /* Both are in descending order of the same amounts. */
    decomposition_theil(units.values, division->group_of, now->active,
                        division->count, division->parts, &division->whole);
    units_done(&units);
}

static const char *group_name(const struct division *division, size_t group)
{
    if (group == division->groups->count)
        return "(none)";
    return arena_str(division->subjects->study->arena,
                     division->groups->rows[group].name)
        .ptr;
}

static void put_theil(struct value *cells, const struct theil *theil)
{
    cells[0] = estimate_value(theil->index, 3);
    cells[1] = estimate_value(theil->within, 3);
    cells[2] = estimate_value(theil->between, 3);
}

static void add_row(struct result *result, const struct division *division,
                    const char *name, const struct theil_group *part,
                    amount sum)
{
    struct value *row = result_add_row(result);
    subject_cells(row, division->subjects, division->subject);
    row[C_COUNTED] = value_word(by_word(division->subjects->by));
    row[C_GROUP] = value_word(name);
    row[C_N] = value_integer((int64_t)part->count);
    row[C_AMOUNT] = value_amount(sum);
    row[C_SHARE] = value_ratio(sum, division->subject->now.all.sum);
    put_theil(&row[C_T], &part->t);
    put_theil(&row[C_L], &part->l);
    for (size_t i = C_SHARE; i < C_REASON; i++)
        if (row[i].type == VALUE_NULL && row[C_REASON].type == VALUE_NULL)
            row[C_REASON] = value_word(reason_word(row[i].reason));
}

static void add_all_rows(struct result *result, const struct division *division)
{
    for (size_t i = 0; i < division->count; i++) {
        if (i == division->groups->count && !division->parts[i].count)
            continue;
        add_row(result, division, group_name(division, i), &division->parts[i],
                division->sums[i].sum);
    }
    add_row(result, division, "All", &division->whole,
            division->subject->now.all.sum);
    result->listed = result->row_count;
}

/* Columns of the view. */
struct places {
    size_t name, n, amount, share, t, l;
};

static size_t number_column(struct result *result, size_t gap, const char *line,
                            const char *head, const char *label)
{
    return parts_column(result, KIND_NUMBER, 6, gap,
                        (struct heads){{NULL, line, head}, label});
}

static void add_columns(struct result *result, const struct division *division,
                        struct places *at)
{
    struct arena *arena = &result->arena;
    const struct subjects *subjects = division->subjects;
    const char *unit = magnitude_head(subjects->study, arena);
    at->name = parts_names(result, 14, 0, "Group");
    at->n = parts_column(result, KIND_COUNT, 3, 2,
                         (struct heads){{NULL, NULL, "n"}, "n"});
    at->amount = parts_column(result, KIND_AMOUNT, 7, 2,
                              (struct heads){{NULL, NULL, unit}, unit});
    at->share = parts_column(result, KIND_SHARE, 5, 2,
                             (struct heads){{NULL, "Share", "%"}, "Share, %"});
    at->t = number_column(result, 2, "of its", "own", "Theil T of its own");
    number_column(result, 2, NULL, "within", "Theil T within");
    size_t last = number_column(result, 1, "bet-", "ween", "Theil T between");
    parts_span(result, 0, at->t, last, 0, "Theil T");
    at->l = number_column(result, 3, "of its", "own", "Theil L of its own");
    number_column(result, 2, NULL, "within", "Theil L within");
    last = number_column(result, 1, "bet-", "ween", "Theil L between");
    parts_span(result, 0, at->l, last, 0, "Theil L");
}

static void add_line(struct result *result, const struct division *division,
                     const struct places *at, enum view_role role,
                     const char *name, const struct theil_group *part,
                     const struct cube_cell *sum)
{
    const struct study *study = division->subjects->study;
    struct value *cells = view_add_row(&result->view, &result->arena, role);
    cells[at->name] = value_word(name);
    cells[at->n] = value_integer((int64_t)part->count);
    cells[at->amount] = amount_value(sum);
    cells[at->share] = share_value(study, sum, &division->subject->now.all);
    put_theil(&cells[at->t], &part->t);
    put_theil(&cells[at->l], &part->l);
    for (size_t i = 1; role == VIEW_ENTRY && i < 3; i++) {
        cells[at->t + i].flags |= VALUE_SIGNED;
        cells[at->l + i].flags |= VALUE_SIGNED;
    }
}

/* "0.322 of 0.410 (79 %)" */
static const char *part_words(struct arena *arena, const struct theil *theil)
{
    double whole = theil->index.value;
    double part = theil->between.value;
    return arena_printf(arena, "%.3f of %.3f (%.0f %%)", part, whole,
                        whole > 0 ? 100 * part / whole : 0);
}

/* "NATO (SIPRI), East": whose the groups are. */
static const char *group_words(struct arena *arena, const struct merge *groups)
{
    const char *text = "";
    for (size_t i = 0; i < groups->count; i++) {
        const struct merge_row *row = &groups->rows[i];
        const char *title = row->group ? place_group_title(row->group, arena)
                                       : arena_str(arena, row->name).ptr;
        text = arena_printf(arena, "%s%s%s", text, i ? ", " : "", title);
    }
    return text;
}

static void add_notes(struct result *result, const struct division *division)
{
    struct arena *arena = &result->arena;
    if (estimate_is(division->whole.t.index))
        view_add_foot(
            &result->view, arena,
            "Between groups lies, of T, %s and, of L, %s; the rest lies "
            "within them. n: %s with an amount.",
            part_words(arena, &division->whole.t),
            part_words(arena, &division->whole.l),
            by_plural(division->subjects->by));
    result_add_note(result, "Groups: %s.",
                    group_words(arena, division->groups));
    if (division->rest_count)
        result_add_note(result, "(none): in none of the groups: %s%s.",
                        division->rest.ptr,
                        more_words(arena, division->rest_count));
    if (division->moved_count)
        result_add_note(result,
                        "Counted for the whole period where they were in %d: "
                        "%s%s.",
                        division->subject->periods.now.to, division->moved.ptr,
                        more_words(arena, division->moved_count));
}

static void add_view(struct result *result, const struct division *division)
{
    struct view *view = &result->view;
    const struct subjects *subjects = division->subjects;
    const struct study *study = subjects->study;
    struct places at;
    view->title = arena_printf(
        &result->arena, "How unequal are %s? Within and between groups, %s",
        subjects_noun(subjects), subjects_years(subjects));
    view->unit_line = unit_line(study->cube->unit, study->cube->measure);
    add_columns(result, division, &at);
    for (size_t i = 0; i < division->count; i++) {
        if (i == division->groups->count && !division->parts[i].count)
            continue;
        add_line(result, division, &at, VIEW_ENTRY, group_name(division, i),
                 &division->parts[i], &division->sums[i]);
    }
    add_line(result, division, &at, VIEW_TOTAL, whole_label(subjects->whole),
             &division->whole, &division->subject->now.all);
    view_add_row(view, &result->arena, VIEW_RULE);
    add_notes(result, division);
    subjects_foot(result, subjects);
}

void theil_groups_fill(struct result *result, const struct subjects *subjects,
                       const struct merge *groups)
{
    struct division division = {
        .subjects = subjects,
        .subject = &subjects->items[0],
        .groups = groups,
    };
    buf_init(&division.rest, NAMES_BYTES);
    buf_init(&division.moved, NAMES_BYTES);
    divide(&division);
    subject_columns(result, subjects->study);
    result_add_columns(result, columns, sizeof columns / sizeof columns[0],
                       unit_word(subjects->study->cube->unit));
    add_all_rows(result, &division);
    add_view(result, &division);
    buf_done(&division.rest);
    buf_done(&division.moved);
}
