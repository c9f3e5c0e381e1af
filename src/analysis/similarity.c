/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/similarity.h"

#include <stdlib.h>

#include "analysis/census.h"
#include "analysis/compare.h"
#include "analysis/crosstab.h"
#include "analysis/findings.h"
#include "analysis/magnitude.h"
#include "analysis/prose.h"
#include "analysis/view_parts.h"

struct similarity {
    const struct study *study;
    const struct question *question;
    struct periods periods;
    struct sides sides;
    struct crosstab table;
    const struct year_set *listed; /* null: all */
    size_t *order;                 /* rows, largest first */
    size_t count;                  /* of them with a record now */
};

static bool is_of_suppliers(const struct similarity *similarity)
{
    return similarity->question->by != BY_RECIPIENT;
}

/* sum min(a_j, b_j): where a's share is the smaller, a part of a's total, else
 * of b's; so two fractions, whatever the number of columns. Null zero_base
 * where one of them delivered nothing. */
static struct value alike(const struct crosstab *table, size_t a, size_t b,
                          size_t period_a, size_t period_b)
{
    amount totals[2] = {table->rows[a].total.sum[period_a],
                        table->rows[b].total.sum[period_b]};
    amount parts[2] = {0, 0};
    if (totals[0] <= 0 || totals[1] <= 0)
        return value_null(REASON_ZERO_BASE);
    for (size_t j = 0; j < table->column_count; j++) {
        struct ratio left = {crosstab_cell(table, a, j)->sum[period_a],
                             totals[0]};
        struct ratio right = {crosstab_cell(table, b, j)->sum[period_b],
                              totals[1]};
        if (ratio_compare(left, right) <= 0)
            parts[0] += left.num;
        else
            parts[1] += right.num;
    }
    struct ratio sum = ratio_minus((struct ratio){parts[0], totals[0]},
                                   (struct ratio){-parts[1], totals[1]});
    struct value value = value_ratio(sum.num, sum.den);
    value.decimals = 2;
    return value;
}

static struct value over_time(const struct similarity *similarity, size_t row)
{
    const struct cross_cell *total = &similarity->table.rows[row].total;
    if (!total->recorded[CROSS_BEFORE] || !total->recorded[CROSS_NOW])
        return value_null(REASON_NO_RECORD);
    return alike(&similarity->table, row, row, CROSS_BEFORE, CROSS_NOW);
}

static bool is_listed(const struct similarity *similarity, size_t row)
{
    uint32_t id = similarity->table.rows[row].id;
    return !similarity->listed ||
           (id != NAME_NONE &&
            year_set_meets(&similarity->listed[id], similarity->periods.now));
}

/* Rows by amount, then by name, as they stand in the table. */
static void sort_rows(struct similarity *similarity)
{
    const struct crosstab *table = &similarity->table;
    similarity->order =
        arena_alloc(similarity->study->arena, table->row_count + 1,
                    sizeof *similarity->order);
    for (size_t i = 0; i < table->row_count; i++) {
        if (!table->rows[i].total.recorded[CROSS_NOW])
            continue;
        size_t at = similarity->count++;
        amount sum = table->rows[i].total.sum[CROSS_NOW];
        for (; at > 0; at--) {
            size_t other = similarity->order[at - 1];
            if (table->rows[other].total.sum[CROSS_NOW] >= sum)
                break;
            similarity->order[at] = other;
        }
        similarity->order[at] = i;
    }
}

static bool build(struct similarity *similarity, const struct study *study,
                  const struct question *question, struct err *err)
{
    struct group_masks masks;
    *similarity = (struct similarity){.study = study, .question = question};
    bool suppliers = is_of_suppliers(similarity);
    if (!question_periods(question, study, 5, &similarity->periods, err) ||
        !compare_sides(question, study, &similarity->sides, &masks, err))
        return false;
    similarity->listed = question_listed(question, study, suppliers);
    if (!crosstab_build(&similarity->table, study,
                        suppliers ? BY_SUPPLIER : BY_RECIPIENT,
                        suppliers ? BY_RECIPIENT : BY_SUPPLIER,
                        &similarity->periods, masks, err))
        return false;
    sort_rows(similarity);
    return true;
}

static void add_finding(struct result *result,
                        const struct similarity *similarity, size_t row,
                        struct str other, const char *variant,
                        struct value value)
{
    struct str name = similarity->table.rows[row].name;
    bool suppliers = is_of_suppliers(similarity);
    struct finding finding = {.supplier = suppliers ? name : STR(""),
                              .recipient = suppliers ? STR("") : name,
                              .compared_with = other,
                              .statistic = "finger_kreinin",
                              .variant = variant,
                              .unit = "ratio",
                              .n = similarity->table.column_count,
                              .value = value};
    findings_add(result, similarity->study, &similarity->periods, &finding);
}

static void fill_rows(struct result *result,
                      const struct similarity *similarity)
{
    const struct crosstab *table = &similarity->table;
    size_t top = similarity->question->top;
    size_t limit =
        similarity->listed || similarity->count < top ? similarity->count : top;
    for (size_t i = 0; i < limit; i++) {
        size_t row = similarity->order[i];
        if (period_length(similarity->periods.before) &&
            is_listed(similarity, row))
            add_finding(result, similarity, row, table->rows[row].name,
                        "over_time", over_time(similarity, row));
    }
    for (size_t i = 0; i < limit; i++) {
        for (size_t j = i + 1; j < limit; j++) {
            size_t a = similarity->order[i];
            size_t b = similarity->order[j];
            if (!is_listed(similarity, a) && is_listed(similarity, b)) {
                a = similarity->order[j];
                b = similarity->order[i];
            }
            if (is_listed(similarity, a))
                add_finding(result, similarity, a, table->rows[b].name,
                            "between",
                            alike(table, a, b, CROSS_NOW, CROSS_NOW));
        }
    }
}

/* The largest against each other: a triangle, numbered as its rows are. */
static void view_triangle(struct result *result,
                          const struct similarity *similarity)
{
    const struct crosstab *table = &similarity->table;
    struct arena *arena = &result->arena;
    size_t top =
        similarity->question->top < 10 ? similarity->question->top : 10;
    size_t count = similarity->count < top ? similarity->count : top;
    size_t at[10];
    size_t number = parts_column(result, KIND_COUNT, 2, 0,
                                 (struct heads){{NULL, NULL, ""}, "No."});
    size_t name = parts_names(result, 14, 2, by_head(similarity->question->by));
    size_t before = NOT_SHOWN;
    if (period_length(similarity->periods.before))
        before = parts_column(
            result, KIND_NUMBER, 6, 2,
            (struct heads){{"With", "itself", "before"}, "With itself before"});
    for (size_t i = 0; i + 1 < count; i++)
        at[i] = parts_column(
            result, KIND_NUMBER, 4, 1,
            (struct heads){{NULL, NULL, arena_printf(arena, "%zu", i + 1)},
                           arena_printf(arena, "With no. %zu", i + 1)});
    for (size_t i = 0; i < count; i++) {
        size_t row = similarity->order[i];
        struct value *cells = view_add_row(&result->view, arena, VIEW_ENTRY);
        cells[number] = value_integer((int64_t)i + 1);
        cells[name] = value_text(table->rows[row].name);
        parts_put(cells, before, over_time(similarity, row));
        for (size_t j = 0; j < i; j++)
            cells[at[j]] =
                alike(table, row, similarity->order[j], CROSS_NOW, CROSS_NOW);
    }
}

struct pair {
    size_t a;
    size_t b;
    struct value value;
    double size;
};

static int pair_order(const void *left, const void *right)
{
    const struct pair *x = left;
    const struct pair *y = right;
    if (x->size != y->size)
        return x->size > y->size ? -1 : 1;
    return x->b < y->b ? -1 : x->b > y->b;
}

static void add_pairs(struct result *result,
                      const struct similarity *similarity, size_t a,
                      const size_t at[4])
{
    const struct crosstab *table = &similarity->table;
    struct pair *pairs = arena_alloc(similarity->study->arena,
                                     similarity->count + 1, sizeof *pairs);
    size_t count = 0;
    for (size_t i = 0; i < similarity->count; i++) {
        size_t b = similarity->order[i];
        struct value value = alike(table, a, b, CROSS_NOW, CROSS_NOW);
        if (b != a)
            pairs[count++] = (struct pair){
                a, i, value,
                value.type == VALUE_RATIO ? ratio_double(value.as.ratio) : -1};
    }
    qsort(pairs, count, sizeof *pairs, pair_order);
    for (size_t i = 0; i < count && i < similarity->question->top; i++) {
        size_t b = similarity->order[pairs[i].b];
        struct value *cells =
            view_add_row(&result->view, &result->arena, VIEW_ENTRY);
        cells[at[0]] = value_text(table->rows[a].name);
        cells[at[1]] = value_text(table->rows[b].name);
        cells[at[2]] = value_amount(table->rows[b].total.sum[CROSS_NOW]);
        cells[at[3]] = pairs[i].value;
    }
}

/* Those that were named against those that are most like them. */
static void view_named(struct result *result,
                       const struct similarity *similarity)
{
    struct arena *arena = &result->arena;
    const char *head = by_head(similarity->question->by);
    const char *unit = magnitude_head(similarity->study, arena);
    size_t at[4];
    at[0] = parts_names(result, 17, 0, head);
    at[1] = parts_names(result, 17, 2, "Compared with");
    at[2] = parts_column(result, KIND_AMOUNT, 8, 3,
                         (struct heads){{NULL, "its", unit},
                                        arena_printf(arena, "its %s", unit)});
    at[3] =
        parts_column(result, KIND_NUMBER, 6, 3,
                     (struct heads){{NULL, "Simi-", "larity"}, "Similarity"});
    for (size_t i = 0; i < similarity->count; i++) {
        size_t row = similarity->order[i];
        if (!is_listed(similarity, row))
            continue;
        add_pairs(result, similarity, row, at);
        struct value itself = over_time(similarity, row);
        if (itself.type != VALUE_RATIO)
            continue;
        char years[PERIOD_TEXT];
        struct value *cells = view_add_row(&result->view, arena, VIEW_TOTAL);
        period_print(years, similarity->periods.before);
        cells[at[0]] = value_text(similarity->table.rows[row].name);
        cells[at[1]] = value_word(arena_printf(arena, "itself, %s", years));
        cells[at[2]] =
            value_amount(similarity->table.rows[row].total.sum[CROSS_BEFORE]);
        cells[at[3]] = itself;
    }
}

static void view(struct result *result, const struct similarity *similarity)
{
    const struct study *study = similarity->study;
    struct arena *arena = &result->arena;
    bool suppliers = is_of_suppliers(similarity);
    char years[PERIOD_TEXT];
    period_print(years, similarity->periods.now);
    result->view.title =
        arena_printf(arena, "How alike the %s of %s are by their %s, %s",
                     by_plural(similarity->question->by),
                     study_goods(study, similarity->question),
                     by_plural(suppliers ? BY_RECIPIENT : BY_SUPPLIER), years);
    result->view.unit_line = "Finger-Kreinin index, from 0 (nothing in common) "
                             "to 1 (the same shares)";
    if (similarity->listed)
        view_named(result, similarity);
    else
        view_triangle(result, similarity);
    view_add_row(&result->view, arena, VIEW_RULE);
    parts_note_periods(result, &similarity->periods);
    if (!similarity->count)
        parts_note_nothing(result, study);
    result_add_note(result,
                    "Similarity: sum over %zu %s of the smaller of two shares. "
                    "Of %zu %s with a record.",
                    similarity->table.column_count,
                    by_plural(suppliers ? BY_RECIPIENT : BY_SUPPLIER),
                    similarity->count, by_plural(similarity->question->by));
    parts_show_notes(result);
    census_foot(result, study);
}

struct result *similarity_result(const struct study *study,
                                 const struct question *question,
                                 struct err *err)
{
    struct similarity similarity;
    if (!build(&similarity, study, question, err))
        return NULL;
    struct result *result = result_new("compare");
    findings_columns(result);
    fill_rows(result, &similarity);
    view(result, &similarity);
    return result;
}
