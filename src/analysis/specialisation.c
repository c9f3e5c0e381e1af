/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/specialisation.h"

#include "analysis/census.h"
#include "analysis/compare.h"
#include "analysis/crosstab.h"
#include "analysis/findings.h"
#include "analysis/magnitude.h"
#include "analysis/prose.h"
#include "analysis/view_parts.h"
#include "base/fraction.h"

struct specialisation {
    const struct study *study;
    const struct question *question;
    struct periods periods; /* none before */
    struct crosstab table;  /* places by categories */
    const struct year_set *listed;
    size_t *order; /* rows, largest first */
    size_t count;
};

static bool is_of_suppliers(const struct specialisation *what)
{
    return what->question->by != BY_RECIPIENT;
}

/* What an index is made of. */
struct advantage {
    amount own;      /* x_ik */
    amount place;    /* X_i */
    amount category; /* X_k */
    amount world;    /* X */
};

static struct advantage advantage_of(const struct crosstab *table, size_t row,
                                     size_t column)
{
    return (struct advantage){crosstab_cell(table, row, column)->sum[CROSS_NOW],
                              table->rows[row].total.sum[CROSS_NOW],
                              table->columns[column].total.sum[CROSS_NOW],
                              table->total.sum[CROSS_NOW]};
}

static struct value rca(struct advantage a)
{
    if (a.place <= 0 || a.category <= 0)
        return value_null(REASON_ZERO_BASE);
    return value_number(fraction_quotient(a.own, a.world, a.place, a.category),
                        2);
}

/* (R - 1) / (R + 1) = (x_ik X - X_i X_k) / (x_ik X + X_i X_k) */
static struct value symmetric(struct advantage a)
{
    struct fraction sum;
    struct fraction difference;
    if (a.place <= 0 || a.category <= 0)
        return value_null(REASON_ZERO_BASE);
    fraction_init(&sum);
    fraction_init(&difference);
    fraction_add(&sum, a.own, a.world, 1);
    fraction_add(&difference, a.own, a.world, 1);
    fraction_add(&sum, a.place, a.category, 1);
    fraction_add(&difference, -a.place, a.category, 1);
    fraction_by(&difference, &sum);
    struct value value = value_number(fraction_double(&difference), 2);
    fraction_done(&sum);
    fraction_done(&difference);
    return value_flagged(value, VALUE_SIGNED);
}

/* Both sets of shares sum to 1, so the index is twice what the place has more
 * of than the others: two fractions. */
static struct value krugman(const struct crosstab *table, size_t row)
{
    amount own = table->rows[row].total.sum[CROSS_NOW];
    amount rest = table->total.sum[CROSS_NOW] - own;
    amount parts[2] = {0, 0};
    if (own <= 0 || rest <= 0)
        return value_null(REASON_ZERO_BASE);
    for (size_t i = 0; i < table->column_count; i++) {
        struct advantage a = advantage_of(table, row, i);
        amount others = a.category - a.own;
        if (ratio_compare((struct ratio){a.own, own},
                          (struct ratio){others, rest}) <= 0)
            continue;
        parts[0] += a.own;
        parts[1] += others;
    }
    struct ratio half = ratio_minus((struct ratio){parts[0], own},
                                    (struct ratio){parts[1], rest});
    struct value value = half.den % 2 == 0
                             ? value_ratio(half.num, half.den / 2)
                             : value_ratio(2 * half.num, half.den);
    value.decimals = 2;
    return value;
}

static void sort_rows(struct specialisation *what)
{
    const struct crosstab *table = &what->table;
    what->order = arena_alloc(what->study->arena, table->row_count + 1,
                              sizeof *what->order);
    for (size_t i = 0; i < table->row_count; i++) {
        uint32_t id = table->rows[i].id;
        if (what->listed &&
            (id == NAME_NONE ||
             !year_set_meets(&what->listed[id], what->periods.now)))
            continue;
        size_t at = what->count++;
        amount sum = table->rows[i].total.sum[CROSS_NOW];
        for (; at > 0; at--) {
            size_t other = what->order[at - 1];
            if (table->rows[other].total.sum[CROSS_NOW] >= sum)
                break;
            what->order[at] = other;
        }
        what->order[at] = i;
    }
}

static bool build(struct specialisation *what, const struct study *study,
                  const struct question *question, struct err *err)
{
    *what = (struct specialisation){.study = study, .question = question};
    bool suppliers = is_of_suppliers(what);
    struct sides sides;
    struct group_masks masks;
    if (!question_periods(question, study, 5, &what->periods, err) ||
        !compare_sides(question, study, &sides, &masks, err))
        return false;
    what->periods.before = (struct period){0, -1};
    what->periods.before_missing = what->periods.means = false;
    if (!crosstab_build(&what->table, study,
                        suppliers ? BY_SUPPLIER : BY_RECIPIENT, BY_CATEGORY,
                        &what->periods, masks, err))
        return false;
    what->listed = question_listed(question, study, suppliers);
    sort_rows(what);
    return true;
}

static size_t limit_of(const struct specialisation *what)
{
    size_t top = what->question->top;
    return what->count < top ? what->count : top;
}

static void add_finding(struct result *result,
                        const struct specialisation *what, size_t row,
                        struct str category, const char *statistic,
                        struct value value)
{
    struct str name = what->table.rows[row].name;
    bool suppliers = is_of_suppliers(what);
    struct finding finding = {.supplier = suppliers ? name : STR(""),
                              .recipient = suppliers ? STR("") : name,
                              .category = category,
                              .statistic = statistic,
                              .unit = "ratio",
                              .n = what->table.column_count,
                              .value = value};
    findings_add(result, what->study, &what->periods, &finding);
}

static void fill_rows(struct result *result, const struct specialisation *what)
{
    const struct crosstab *table = &what->table;
    for (size_t i = 0; i < limit_of(what); i++) {
        size_t row = what->order[i];
        add_finding(result, what, row, STR(""), "krugman_specialisation",
                    krugman(table, row));
        for (size_t j = 0; j < table->column_count; j++) {
            struct advantage a = advantage_of(table, row, j);
            struct str category = table->columns[j].name;
            add_finding(result, what, row, category, "rca", rca(a));
            add_finding(result, what, row, category, "rsca", symmetric(a));
        }
    }
}

/* Of which category it has most above the world's share, by name among equals;
 * SIZE_MAX: of none. The largest RCA would be that of some single delivery. */
static size_t strongest(const struct crosstab *table, size_t row)
{
    size_t best = SIZE_MAX;
    struct ratio most = {0, 1};
    for (size_t i = 0; i < table->column_count; i++) {
        struct advantage a = advantage_of(table, row, i);
        if (a.place <= 0)
            continue;
        struct ratio above = ratio_minus((struct ratio){a.own, a.place},
                                         (struct ratio){a.category, a.world});
        if (ratio_compare(above, most) <= 0)
            continue;
        most = above;
        best = i;
    }
    return best;
}

static void put_advantage(struct value *cells, const size_t at[4],
                          const struct specialisation *what, size_t row,
                          size_t column)
{
    struct advantage a = advantage_of(&what->table, row, column);
    cells[at[0]] = value_text(what->table.columns[column].name);
    cells[at[1]] = value_ratio(a.own, a.place);
    cells[at[2]] = rca(a);
    cells[at[3]] = symmetric(a);
}

/* The largest places, and where they are furthest above the world's share. */
static void view_places(struct result *result,
                        const struct specialisation *what)
{
    struct arena *arena = &result->arena;
    const char *unit = magnitude_head(what->study, arena);
    size_t at[4];
    size_t name = parts_names(result, 14, 0, by_head(what->question->by));
    size_t sum = parts_column(result, KIND_AMOUNT, 7, 2,
                              (struct heads){{NULL, NULL, unit}, unit});
    size_t index =
        parts_column(result, KIND_NUMBER, 7, 2,
                     (struct heads){{"Special-", "isation", "(0\u20132)"},
                                    "Krugman specialisation"});
    at[0] = parts_names(result, 16, 3, "Most above world");
    at[1] = parts_column(
        result, KIND_SHARE, 5, 2,
        (struct heads){{"Share", "of its", "%"}, "Share of its total, %"});
    at[2] = parts_column(result, KIND_NUMBER, 6, 2,
                         (struct heads){{NULL, NULL, "RCA"}, "RCA"});
    at[3] = parts_column(result, KIND_NUMBER, 6, 2,
                         (struct heads){{NULL, NULL, "RSCA"}, "RSCA"});
    for (size_t i = 0; i < limit_of(what); i++) {
        size_t row = what->order[i];
        struct value *cells = view_add_row(&result->view, arena, VIEW_ENTRY);
        size_t best = strongest(&what->table, row);
        cells[name] = value_text(what->table.rows[row].name);
        cells[sum] = value_amount(what->table.rows[row].total.sum[CROSS_NOW]);
        cells[index] = krugman(&what->table, row);
        if (best != SIZE_MAX)
            put_advantage(cells, at, what, row, best);
    }
}

/* All categories of the places that were named. */
static void view_categories(struct result *result,
                            const struct specialisation *what)
{
    struct arena *arena = &result->arena;
    const struct crosstab *table = &what->table;
    const char *unit = magnitude_head(what->study, arena);
    size_t at[4];
    size_t name = parts_names(result, 14, 0, by_head(what->question->by));
    at[0] = parts_names(result, 20, 2, "Category");
    size_t sum = parts_column(result, KIND_AMOUNT, 8, 2,
                              (struct heads){{NULL, NULL, unit}, unit});
    at[1] = parts_column(result, KIND_SHARE, 5, 2,
                         (struct heads){{NULL, "Share", "%"}, "Share, %"});
    size_t world =
        parts_column(result, KIND_SHARE, 5, 2,
                     (struct heads){{"World's", "share", "%"},
                                    "Share in the world's total, %"});
    at[2] = parts_column(result, KIND_NUMBER, 6, 3,
                         (struct heads){{NULL, NULL, "RCA"}, "RCA"});
    at[3] = parts_column(result, KIND_NUMBER, 6, 2,
                         (struct heads){{NULL, NULL, "RSCA"}, "RSCA"});
    for (size_t i = 0; i < limit_of(what); i++) {
        size_t row = what->order[i];
        struct value *cells;
        for (size_t j = 0; j < table->column_count; j++) {
            struct advantage a = advantage_of(table, row, j);
            cells = view_add_row(&result->view, arena, VIEW_ENTRY);
            cells[name] = value_text(table->rows[row].name);
            cells[sum] = value_amount(a.own);
            cells[world] = value_ratio(a.category, a.world);
            put_advantage(cells, at, what, row, j);
        }
        cells = view_add_row(&result->view, arena, VIEW_TOTAL);
        cells[name] = value_text(table->rows[row].name);
        cells[at[0]] = value_word("Specialisation");
        cells[sum] = value_amount(table->rows[row].total.sum[CROSS_NOW]);
        cells[at[2]] = krugman(table, row);
    }
}

static void view(struct result *result, const struct specialisation *what)
{
    const struct study *study = what->study;
    struct arena *arena = &result->arena;
    char years[PERIOD_TEXT];
    period_print(years, what->periods.now);
    result->view.title = arena_printf(
        arena, "What %s of %s are specialised in, %s%s",
        by_plural(what->question->by), study_goods(study, what->question),
        years, what->periods.clipped ? " (covered years only)" : "");
    result->view.unit_line = unit_line(study->cube->unit, study->cube->measure);
    if (what->listed)
        view_categories(result, what);
    else
        view_places(result, what);
    view_add_row(&result->view, arena, VIEW_RULE);
    parts_note_periods(result, &what->periods);
    if (!what->count)
        parts_note_nothing(result, study);
    result_add_note(
        result,
        "RCA (Balassa): the share of the category in the place's total by its "
        "share in the world's, above 1 an advantage; RSCA: (RCA \u2212 1) / "
        "(RCA + 1). Specialisation (Krugman): sum of the differences of shares "
        "from "
        "those of all others, over %zu categories. A small total makes a large "
        "RCA of a single delivery.",
        what->table.column_count);
    parts_show_notes(result);
    census_foot(result, study);
}

struct result *specialisation_result(const struct study *study,
                                     const struct question *question,
                                     struct err *err)
{
    struct specialisation what;
    if (!build(&what, study, question, err))
        return NULL;
    struct result *result = result_new("compare");
    findings_columns(result);
    fill_rows(result, &what);
    view(result, &what);
    return result;
}
