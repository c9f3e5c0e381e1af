/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/intensity.h"

#include <stdlib.h>

#include "analysis/census.h"
#include "analysis/compare.h"
#include "analysis/crosstab.h"
#include "analysis/findings.h"
#include "analysis/magnitude.h"
#include "analysis/view_parts.h"
#include "base/fraction.h"

struct link {
    const struct cross_line *supplier;
    const struct cross_line *recipient;
    amount sum;
    amount own_imports; /* of the supplier */
};

struct intensity {
    const struct study *study;
    const struct question *question;
    struct periods periods; /* none before */
    struct crosstab table;
    struct link *links; /* by amount, then by names */
    size_t count;
    size_t listed;
    size_t recorded; /* links with an amount */
};

static bool names_line(const struct year_set *listed,
                       const struct cross_line *line, struct period now)
{
    return !listed ||
           (line->id != NAME_NONE && year_set_meets(&listed[line->id], now));
}

static int link_order(const void *left, const void *right)
{
    const struct link *a = left;
    const struct link *b = right;
    if (a->sum != b->sum)
        return a->sum > b->sum ? -1 : 1;
    int names = str_cmp(a->supplier->name, b->supplier->name);
    return names ? names : str_cmp(a->recipient->name, b->recipient->name);
}

/* Every supplier that delivered with every recipient that received: a link
 * without an amount has the intensity 0. */
static void find_links(struct intensity *what)
{
    const struct crosstab *table = &what->table;
    const struct year_set *lists[2] = {
        question_listed(what->question, what->study, true),
        question_listed(what->question, what->study, false)};
    what->links = arena_alloc(what->study->arena,
                              table->row_count * table->column_count + 1,
                              sizeof *what->links);
    for (size_t i = 0; i < table->row_count; i++) {
        const struct cross_line *supplier = &table->rows[i];
        const struct cross_line *own =
            crosstab_find(table->columns, table->column_count, supplier->id);
        if (supplier->total.sum[CROSS_NOW] <= 0 ||
            !names_line(lists[0], supplier, what->periods.now))
            continue;
        for (size_t j = 0; j < table->column_count; j++) {
            const struct cross_line *recipient = &table->columns[j];
            amount sum = crosstab_cell(table, i, j)->sum[CROSS_NOW];
            if (recipient->total.sum[CROSS_NOW] <= 0 ||
                (supplier->id == recipient->id && sum == 0) ||
                !names_line(lists[1], recipient, what->periods.now))
                continue;
            what->recorded += sum > 0;
            what->links[what->count++] = (struct link){
                supplier, recipient, sum, own ? own->total.sum[CROSS_NOW] : 0};
        }
    }
    qsort(what->links, what->count, sizeof *what->links, link_order);
    what->listed =
        what->count < what->question->top ? what->count : what->question->top;
}

static bool build(struct intensity *what, const struct study *study,
                  const struct question *question, struct err *err)
{
    *what = (struct intensity){.study = study, .question = question};
    if (!question_periods(question, study, 5, &what->periods, err))
        return false;
    what->periods.before = (struct period){0, -1};
    what->periods.before_missing = what->periods.means = false;
    struct group_masks masks = {.category = question->category};
    if (!crosstab_build(&what->table, study, BY_SUPPLIER, BY_RECIPIENT,
                        &what->periods, masks, err))
        return false;
    find_links(what);
    return true;
}

/* x_ij W / (X_i M_j), with W less what the supplier itself receives in Kojima's
 * form. */
static struct value intensity_of(const struct intensity *what,
                                 const struct link *link, bool kojima)
{
    amount world = what->table.total.sum[CROSS_NOW];
    if (kojima)
        world -= link->own_imports;
    if (world <= 0)
        return value_null(REASON_ZERO_BASE);
    return value_number(
        fraction_quotient(link->sum, world,
                          link->supplier->total.sum[CROSS_NOW],
                          link->recipient->total.sum[CROSS_NOW]),
        2);
}

static void fill_rows(struct result *result, const struct intensity *what)
{
    static const char *const variants[] = {"world", "kojima"};
    for (size_t i = 0; i < what->listed; i++) {
        const struct link *link = &what->links[i];
        for (size_t j = 0; j < 2; j++) {
            struct finding finding = {
                .supplier = link->supplier->name,
                .recipient = link->recipient->name,
                .category = names_text(&what->study->names->categories,
                                       what->question->category),
                .statistic = "trade_intensity",
                .variant = variants[j],
                .unit = "ratio",
                .value = intensity_of(what, link, j == 1)};
            findings_add(result, what->study, &what->periods, &finding);
        }
    }
}

static void add_rows(struct result *result, const struct intensity *what)
{
    struct arena *arena = &result->arena;
    const char *unit = magnitude_head(what->study, arena);
    size_t supplier = parts_names(result, 17, 0, "Supplier");
    size_t recipient = parts_names(result, 17, 2, "Recipient");
    size_t sum = parts_column(result, KIND_AMOUNT, 8, 3,
                              (struct heads){{NULL, NULL, unit}, unit});
    size_t of_supplier = parts_column(
        result, KIND_SHARE, 5, 3,
        (struct heads){{"Share of", "supplier", "%"}, "Share of supplier, %"});
    size_t of_world = parts_column(
        result, KIND_SHARE, 5, 3,
        (struct heads){{"Recip. in", "world", "%"}, "Recipient in world, %"});
    size_t plain =
        parts_column(result, KIND_NUMBER, 6, 3,
                     (struct heads){{NULL, "Inten-", "sity"}, "Intensity"});
    size_t kojima = parts_column(
        result, KIND_NUMBER, 6, 3,
        (struct heads){{NULL, "Koji-", "ma's"}, "Kojima's intensity"});
    for (size_t i = 0; i < what->listed; i++) {
        const struct link *link = &what->links[i];
        struct value *cells = view_add_row(&result->view, arena, VIEW_ENTRY);
        cells[supplier] = value_text(link->supplier->name);
        cells[recipient] = value_text(link->recipient->name);
        cells[sum] = value_amount(link->sum);
        cells[of_supplier] =
            value_ratio(link->sum, link->supplier->total.sum[CROSS_NOW]);
        cells[of_world] = value_ratio(link->recipient->total.sum[CROSS_NOW],
                                      what->table.total.sum[CROSS_NOW]);
        cells[plain] = intensity_of(what, link, false);
        cells[kojima] = intensity_of(what, link, true);
    }
}

static void view(struct result *result, const struct intensity *what)
{
    const struct study *study = what->study;
    struct arena *arena = &result->arena;
    char years[PERIOD_TEXT];
    period_print(years, what->periods.now);
    result->view.title =
        arena_printf(arena, "Trade intensity of pairs: %s, %s%s",
                     study_goods(study, what->question), years,
                     what->periods.clipped ? " (covered years only)" : "");
    result->view.unit_line = unit_line(study->cube->unit, study->cube->measure);
    add_rows(result, what);
    view_add_row(&result->view, arena, VIEW_RULE);
    parts_note_periods(result, &what->periods);
    if (!what->count)
        parts_note_nothing(result, study);
    result_add_note(result,
                    "Intensity: the recipient's share of the supplier by its "
                    "share of the world, 1 when both are equal. Kojima's form "
                    "takes what the supplier itself receives out of the world. "
                    "Pairs: %zu, of which %zu trade.",
                    what->count, what->recorded);
    parts_show_notes(result);
    census_foot(result, study);
}

struct result *intensity_result(const struct study *study,
                                const struct question *question,
                                struct err *err)
{
    struct intensity what;
    if (!build(&what, study, question, err))
        return NULL;
    struct result *result = result_new("compare");
    findings_columns(result);
    fill_rows(result, &what);
    view(result, &what);
    return result;
}
