/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <stdlib.h>

#include "analysis/magnitude.h"
#include "analysis/mirror_view.h"
#include "analysis/view_parts.h"
#include "base/mem.h"

enum reporter_column {
    R_RELEASE_YEAR,
    R_SUPPLIER,
    R_RECIPIENT,
    R_YEAR_FROM,
    R_YEAR_TO,
    R_CATEGORY,
    R_UNIT,
    R_FLOWS,
    R_REPORTED_EXPORT,
    R_REPORTED_IMPORT,
    R_MARGIN,
    R_DIFFERENCE,
    R_ASYMMETRY,
    R_DISCREPANCY,
    R_ONLY_EXPORTER,
    R_ONLY_IMPORTER,
    R_REASON,
    R_COUNT,
};

static const struct column columns[R_COUNT] = {
    {"release_year", KIND_YEAR, "", "year of the release"},
    {"supplier", KIND_TEXT, "", "exporter, or World: all that report it"},
    {"recipient", KIND_TEXT, "", "importer, or World: all that report it"},
    {"year_from", KIND_YEAR, "", "first year"},
    {"year_to", KIND_YEAR, "", "last year"},
    {"category", KIND_TEXT, "", "All, or the source's class"},
    {"unit", KIND_TEXT, "", "what is counted"},
    {"flows", KIND_COUNT, "", "flows with both reports"},
    {"reported_export", KIND_AMOUNT, "unit", "X: exporters' reports of these"},
    {"reported_import", KIND_AMOUNT, "unit", "M: importers' reports of these"},
    {"margin", KIND_NUMBER, "per cent",
     "taken off imports for freight and insurance: m = M / (1 + margin)"},
    {"difference", KIND_AMOUNT, "unit", "m - X"},
    {"asymmetry", KIND_NUMBER, "", "(m - X) / (m + X), from -1 to 1"},
    {"discrepancy", KIND_NUMBER, "",
     "sum of |m - X| by sum of m + X: 0 if all reports agree"},
    {"only_exporter", KIND_COUNT, "",
     "flows that only the exporter reports, though the importer reports"},
    {"only_importer", KIND_COUNT, "",
     "flows that only the importer reports, though the exporter reports"},
    {"reason", KIND_TEXT, "", "why a value of the row is missing"},
};

struct reporter {
    uint32_t place;
    uint32_t category;
    struct mirror_sums sums;
};

struct table {
    const struct mirror *mirror;
    enum by by;
    struct reporter *rows;
    size_t count;
    size_t listed;
};

static uint32_t reporter_of(const struct table *table,
                            const struct mirror_flow *flow)
{
    return table->by == BY_SUPPLIER ? flow->supplier : flow->recipient;
}

static int flow_order(const void *left, const void *right, void *context)
{
    const struct table *table = context;
    const struct mirror_flow *a = *(const struct mirror_flow *const *)left;
    const struct mirror_flow *b = *(const struct mirror_flow *const *)right;
    uint32_t x = reporter_of(table, a), y = reporter_of(table, b);
    if (x != y)
        return x < y ? -1 : 1;
    return (a->category > b->category) - (a->category < b->category);
}

/* Least agreement first; who has no flow with both reports comes last. */
static int row_order(const void *left, const void *right, void *context)
{
    const struct table *table = context;
    const struct names *names = table->mirror->study->names;
    const struct reporter *a = left, *b = right;
    struct value x = mirror_discrepancy(&table->mirror->margin, &a->sums);
    struct value y = mirror_discrepancy(&table->mirror->margin, &b->sums);
    bool x_known = x.type == VALUE_RATIO, y_known = y.type == VALUE_RATIO;
    if (x_known != y_known)
        return x_known ? -1 : 1;
    if (x_known) {
        struct ratio off = ratio_minus(x.as.ratio, y.as.ratio);
        if (off.num != 0)
            return off.num > 0 ? -1 : 1;
    }
    int order = str_cmp(names_text(&names->places, a->place),
                        names_text(&names->places, b->place));
    return order ? order
                 : str_cmp(names_text(&names->categories, a->category),
                           names_text(&names->categories, b->category));
}

static void group(struct table *table)
{
    const struct mirror *mirror = table->mirror;
    const struct mirror_flow **flows =
        mem_alloc(mirror->count + 1, sizeof *flows);
    size_t count = 0;
    for (size_t i = 0; i < mirror->count; i++) {
        if (mirror_lists(mirror, &mirror->flows[i]))
            flows[count++] = &mirror->flows[i];
    }
    if (count)
        qsort_r(flows, count, sizeof *flows, flow_order, table);
    table->rows =
        arena_alloc(mirror->study->arena, count + 1, sizeof *table->rows);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || flow_order(&flows[i - 1], &flows[i], table) != 0)
            table->rows[table->count++] = (struct reporter){
                .place = reporter_of(table, flows[i]),
                .category = flows[i]->category,
            };
        mirror_sums_add(&table->rows[table->count - 1].sums, &mirror->margin,
                        flows[i]);
    }
    mem_free(flows);
    if (table->count)
        qsort_r(table->rows, table->count, sizeof *table->rows, row_order,
                table);
}

static void fill_sums(struct value *cells, const struct mirror_margin *margin,
                      const struct mirror_sums *sums)
{
    bool some = sums->both > 0;
    enum reason reason = REASON_NONE;
    if (!some)
        reason = sums->exporter_only + sums->importer_only ? REASON_NO_RECORD
                                                           : REASON_NO_REPORT;
    else if (!sums->exports && !sums->imports)
        reason = REASON_ZERO_BASE;
    struct value none = value_null(reason);
    cells[R_FLOWS] = value_integer((int64_t)sums->both);
    cells[R_REPORTED_EXPORT] = some ? value_amount(sums->exports) : none;
    cells[R_REPORTED_IMPORT] = some ? value_amount(sums->imports) : none;
    cells[R_MARGIN] = value_amount(margin->per_cent);
    cells[R_DIFFERENCE] =
        some ? mirror_difference(margin, sums->exports, sums->imports) : none;
    cells[R_ASYMMETRY] =
        some ? mirror_asymmetry(margin, sums->exports, sums->imports) : none;
    cells[R_DISCREPANCY] = some ? mirror_discrepancy(margin, sums) : none;
    cells[R_ONLY_EXPORTER] = value_integer((int64_t)sums->exporter_only);
    cells[R_ONLY_IMPORTER] = value_integer((int64_t)sums->importer_only);
    cells[R_REASON] = value_word(reason_word(reason));
}

static void fill_row(struct result *result, const struct table *table,
                     const struct reporter *row)
{
    const struct mirror *mirror = table->mirror;
    const struct study *study = mirror->study;
    struct value *cells = result_add_row(result);
    struct value name =
        value_text(names_text(&study->names->places, row->place));
    bool exporter = table->by == BY_SUPPLIER;
    if (study->release_year)
        cells[R_RELEASE_YEAR] = value_integer(study->release_year);
    cells[R_SUPPLIER] = exporter ? name : value_word("World");
    cells[R_RECIPIENT] = exporter ? value_word("World") : name;
    cells[R_YEAR_FROM] = value_integer(mirror->periods.now.from);
    cells[R_YEAR_TO] = value_integer(mirror->periods.now.to);
    cells[R_CATEGORY] = value_text(mirror_category(mirror, row->category));
    cells[R_UNIT] = value_word(unit_word(study->cube->unit));
    fill_sums(cells, &mirror->margin, &row->sums);
}

/* Columns of the view. */
struct places {
    size_t name, category, flows, exports, imports, asymmetry, discrepancy,
        only_own, only_partner;
};

static size_t add_column(struct result *result, enum kind kind, size_t width,
                         struct heads heads)
{
    return parts_column(result, kind, width, 2, heads);
}

static void add_heads(struct result *result, const struct table *table,
                      struct places *at)
{
    const char *unit = magnitude_head(table->mirror->study, &result->arena);
    bool apart = table->mirror->by_category;
    at->name = parts_names(result, 13, 0,
                           table->by == BY_SUPPLIER ? "Exporter" : "Importer");
    at->category = apart ? parts_names(result, 16, 2, "Category") : NOT_SHOWN;
    at->flows = add_column(
        result, KIND_COUNT, 5,
        (struct heads){{"Flows", "with", "both"}, "Flows with both reports"});
    at->exports = add_column(
        result, KIND_AMOUNT, 8,
        (struct heads){{"Exports", "reported", unit}, "Exports reported"});
    at->imports = add_column(
        result, KIND_AMOUNT, 8,
        (struct heads){{"Imports", "reported", unit}, "Imports reported"});
    at->asymmetry =
        apart
            ? NOT_SHOWN
            : add_column(result, KIND_NUMBER, 5,
                         (struct heads){{NULL, "Asym-", "metry"}, "Asymmetry"});
    at->discrepancy =
        add_column(result, KIND_NUMBER, 7,
                   (struct heads){{NULL, "Discre-", "pancy"}, "Discrepancy"});
    at->only_own = add_column(
        result, KIND_COUNT, 4,
        (struct heads){{"Flows", "only", "own"}, "Flows, only own report"});
    at->only_partner =
        add_column(result, KIND_COUNT, 5,
                   (struct heads){{"Flows", "only", "theirs"},
                                  "Flows, only partner's report"});
}

static void put_sums(struct value *cells, const struct table *table,
                     const struct places *at, const struct mirror_sums *sums)
{
    const struct mirror_margin *margin = &table->mirror->margin;
    bool exporter = table->by == BY_SUPPLIER;
    size_t own = exporter ? sums->exporter_only : sums->importer_only;
    size_t partner = exporter ? sums->importer_only : sums->exporter_only;
    cells[at->flows] = value_integer((int64_t)sums->both);
    cells[at->only_own] = value_integer((int64_t)own);
    cells[at->only_partner] = value_integer((int64_t)partner);
    if (!sums->both)
        return;
    cells[at->exports] = value_amount(sums->exports);
    cells[at->imports] = value_amount(sums->imports);
    parts_put(cells, at->asymmetry,
              mirror_asymmetry(margin, sums->exports, sums->imports));
    cells[at->discrepancy] = mirror_discrepancy(margin, sums);
}

static void add_total(struct result *result, const struct table *table,
                      const struct places *at, const struct mirror_sums *sums)
{
    struct value *cells =
        view_add_row(&result->view, &result->arena, VIEW_TOTAL);
    cells[at->name] = value_word("All");
    if (table->mirror->addable)
        put_sums(cells, table, at, sums);
    view_add_row(&result->view, &result->arena, VIEW_RULE);
}

static void reporters_view(struct result *result, const struct table *table)
{
    const struct mirror *mirror = table->mirror;
    const struct names *names = mirror->study->names;
    struct mirror_sums sums = mirror_sums_of(mirror);
    struct view *view = &result->view;
    struct places at;
    view->title =
        arena_printf(&result->arena, "How far reports of %s agree: %s, by %s%s",
                     table->by == BY_SUPPLIER ? "exporters and their partners"
                                              : "importers and their partners",
                     study_goods(mirror->study, mirror->question->question),
                     table->by == BY_SUPPLIER ? "exporter" : "importer",
                     mirror_years(mirror));
    view->unit_line = mirror_unit_line(mirror);
    add_heads(result, table, &at);
    for (size_t i = 0; i < table->listed; i++) {
        const struct reporter *row = &table->rows[i];
        struct value *cells = view_add_row(view, &result->arena, VIEW_ENTRY);
        cells[at.name] = value_text(names_text(&names->places, row->place));
        parts_put(cells, at.category,
                  value_text(mirror_category(mirror, row->category)));
        put_sums(cells, table, &at, &row->sums);
    }
    if (table->listed < table->count)
        view_add_row(view, &result->arena, VIEW_OTHERS)[at.name] = value_word(
            parts_others(&result->arena, table->count - table->listed));
    add_total(result, table, &at, &sums);
    view_add_foot(view, &result->arena,
                  "Only own, only theirs: flows that the reporter, or its "
                  "partner, does not report, though it reported other trade "
                  "that year. A discrepancy may be either side's.");
    mirror_notes(result, mirror, &sums);
    parts_show_notes(result);
    view_add_foot(view, &result->arena, "%s", mirror->study->source_line);
}

struct result *mirror_reporters(const struct study *study,
                                const struct mirror_question *question,
                                enum by by, struct err *err)
{
    struct mirror mirror;
    if (!mirror_build(&mirror, study, question, err))
        return NULL;
    struct table table = {.mirror = &mirror, .by = by};
    group(&table);
    size_t top = question->question->top;
    table.listed = table.count < top ? table.count : top;
    struct result *result = result_new("mirror");
    result_add_columns(result, columns, R_COUNT, unit_word(study->cube->unit));
    for (size_t i = 0; i < table.listed; i++)
        fill_row(result, &table, &table.rows[i]);
    result->listed = result->row_count;
    reporters_view(result, &table);
    return result;
}
