/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <stdlib.h>

#include "analysis/mirror_view.h"

enum mirror_column {
    M_RELEASE_YEAR,
    M_SUPPLIER,
    M_RECIPIENT,
    M_YEAR,
    M_CATEGORY,
    M_UNIT,
    M_REPORTED_EXPORT,
    M_REPORTED_IMPORT,
    M_MARGIN,
    M_DIFFERENCE,
    M_ASYMMETRY,
    M_REPORTED_BY,
    M_CIF_FOB_RATIO,
    M_REASON,
    M_COUNT,
};

static const struct column columns[M_COUNT] = {
    {"release_year", KIND_YEAR, "", "year of the release"},
    {"supplier", KIND_TEXT, "", "exporter as the source names it"},
    {"recipient", KIND_TEXT, "", "importer as the source names it"},
    {"year", KIND_YEAR, "", "year of both reports"},
    {"category", KIND_TEXT, "", "All, or the source's class"},
    {"unit", KIND_TEXT, "", "what is counted"},
    {"reported_export", KIND_AMOUNT, "unit", "X, as the exporter reports it"},
    {"reported_import", KIND_AMOUNT, "unit", "M, as the importer reports it"},
    {"margin", KIND_NUMBER, "per cent",
     "taken off imports for freight and insurance: m = M / (1 + margin)"},
    {"difference", KIND_AMOUNT, "unit", "m - X"},
    {"asymmetry", KIND_NUMBER, "", "(m - X) / (m + X), from -1 to 1"},
    {"reported_by", KIND_TEXT, "", "both, exporter or importer"},
    {"cif_fob_ratio", KIND_NUMBER, "", "M / X, before any margin"},
    {"reason", KIND_TEXT, "", "why a value of the row is missing"},
};

static enum reason reason_of(const struct mirror_flow *flow)
{
    const struct mirror_side *sides[] = {&flow->exporter, &flow->importer};
    for (size_t i = 0; i < 2; i++) {
        if (sides[i]->recorded && !sides[i]->told)
            return REASON_NOT_REPORTED;
    }
    for (size_t i = 0; i < 2; i++) {
        if (!sides[i]->recorded)
            return sides[i]->reports ? REASON_NO_RECORD : REASON_NO_REPORT;
    }
    return flow->exporter.value || flow->importer.value ? REASON_NONE
                                                        : REASON_ZERO_BASE;
}

static void fill_reports(struct value *cells, const struct mirror *mirror,
                         const struct mirror_flow *flow)
{
    enum reason reason = reason_of(flow);
    amount exports = flow->exporter.value, imports = flow->importer.value;
    struct value none = value_null(reason);
    bool both = mirror_is_both(flow);
    const struct mirror_margin *margin = &mirror->margin;
    cells[M_REPORTED_EXPORT] =
        flow->exporter.told ? value_amount(exports) : none;
    cells[M_REPORTED_IMPORT] =
        flow->importer.told ? value_amount(imports) : none;
    cells[M_MARGIN] = value_amount(margin->per_cent);
    cells[M_DIFFERENCE] =
        both ? mirror_difference(margin, exports, imports) : none;
    cells[M_ASYMMETRY] =
        both ? mirror_asymmetry(margin, exports, imports) : none;
    cells[M_CIF_FOB_RATIO] = both ? mirror_cif_fob(exports, imports) : none;
    cells[M_REASON] = value_word(reason_word(reason));
}

static void fill_row(struct result *result, const struct mirror *mirror,
                     const struct mirror_flow *flow)
{
    const struct study *study = mirror->study;
    const struct map *places = &study->names->places;
    struct value *cells = result_add_row(result);
    if (study->release_year)
        cells[M_RELEASE_YEAR] = value_integer(study->release_year);
    cells[M_SUPPLIER] = value_text(names_text(places, flow->supplier));
    cells[M_RECIPIENT] = value_text(names_text(places, flow->recipient));
    cells[M_YEAR] = value_integer(flow->year);
    cells[M_CATEGORY] = value_text(mirror_category(mirror, flow->category));
    cells[M_UNIT] = value_word(unit_word(study->cube->unit));
    cells[M_REPORTED_BY] = value_word(!flow->importer.recorded   ? "exporter"
                                      : !flow->exporter.recorded ? "importer"
                                                                 : "both");
    fill_reports(cells, mirror, flow);
}

static amount larger(const struct mirror_flow *flow)
{
    return flow->exporter.value > flow->importer.value ? flow->exporter.value
                                                       : flow->importer.value;
}

/* How much two flows are listed by: the size of the difference, or all that is
 * reported. */
static amount weight_of(const struct mirror *mirror,
                        const struct mirror_flow *flow)
{
    return mirror_is_both(flow)
               ? amount_size(mirror_gap(&mirror->margin, flow->exporter.value,
                                        flow->importer.value))
               : larger(flow);
}

static int name_order(const struct map *names, uint32_t a, uint32_t b)
{
    return str_cmp(names_text(names, a), names_text(names, b));
}

static int flow_order(const void *left, const void *right, void *context)
{
    const struct mirror *mirror = context;
    const struct names *names = mirror->study->names;
    const struct mirror_flow *a = *(const struct mirror_flow *const *)left;
    const struct mirror_flow *b = *(const struct mirror_flow *const *)right;
    if (mirror_is_both(a) != mirror_is_both(b))
        return mirror_is_both(a) ? -1 : 1;
    amount x = weight_of(mirror, a), y = weight_of(mirror, b);
    if (x != y)
        return x > y ? -1 : 1;
    int order = name_order(&names->places, a->supplier, b->supplier);
    order =
        order ? order : name_order(&names->places, a->recipient, b->recipient);
    order = order ? order : (a->year > b->year) - (a->year < b->year);
    return order ? order
                 : name_order(&names->categories, a->category, b->category);
}

/* Where a list from `first` to `end` is cut: a tie there is listed whole. */
static size_t cut(const struct mirror_list *list, size_t first, size_t end,
                  size_t top)
{
    const struct mirror *mirror = list->mirror;
    if (end - first <= top)
        return end - first;
    size_t count = top;
    while (count && first + count < end &&
           weight_of(mirror, list->flows[first + count]) ==
               weight_of(mirror, list->flows[first + count - 1]))
        count++;
    return count;
}

static void put_in_order(struct mirror_list *list, size_t top)
{
    const struct mirror *mirror = list->mirror;
    list->flows = arena_alloc(mirror->study->arena, mirror->count + 1,
                              sizeof *list->flows);
    for (size_t i = 0; i < mirror->count; i++) {
        if (!mirror_lists(mirror, &mirror->flows[i]))
            continue;
        list->flows[list->count++] = &mirror->flows[i];
        list->both += mirror_is_both(&mirror->flows[i]);
    }
    if (list->count)
        qsort_r(list->flows, list->count, sizeof *list->flows, flow_order,
                (void *)mirror);
    list->listed_both = cut(list, 0, list->both, top);
    list->listed_one = cut(list, list->both, list->count, top);
}

struct result *mirror_result(const struct study *study,
                             const struct mirror_question *question,
                             struct err *err)
{
    struct mirror mirror;
    if (!mirror_build(&mirror, study, question, err))
        return NULL;
    struct mirror_list list = {.mirror = &mirror};
    put_in_order(&list, question->question->top);
    list.sums = mirror_sums_of(&mirror);
    struct result *result = result_new("mirror");
    result_add_columns(result, columns, M_COUNT, unit_word(study->cube->unit));
    for (size_t i = 0; i < list.listed_both; i++)
        fill_row(result, &mirror, list.flows[i]);
    for (size_t i = 0; i < list.listed_one; i++)
        fill_row(result, &mirror, list.flows[list.both + i]);
    result->listed = result->row_count;
    if (list.listed_both > question->question->top ||
        list.listed_one > question->question->top)
        result_add_note(result, "The last flow listed is tied; all that tie "
                                "are listed.");
    mirror_view(result, &list);
    return result;
}
