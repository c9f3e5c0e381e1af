/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/mirror_view.h"

#include "analysis/magnitude.h"
#include "analysis/view_parts.h"

/* Columns of the view. */
struct places {
    size_t year, supplier, recipient, category, exports, imports, difference,
        asymmetry;
};

static size_t amount_column(struct result *result, const struct mirror *mirror,
                            size_t width, const char *line, const char *head,
                            const char *label)
{
    const char *unit = magnitude_head(mirror->study, &result->arena);
    return parts_column(
        result, KIND_AMOUNT, width, 2,
        (struct heads){{line, head, unit},
                       arena_printf(&result->arena, "%s, %s", label, unit)});
}

static void add_columns(struct result *result, const struct mirror *mirror,
                        struct places *at)
{
    at->category = NOT_SHOWN;
    at->year = parts_column(result, KIND_YEAR, 4, 0,
                            (struct heads){{NULL, NULL, "Year"}, "Year"});
    size_t width = mirror->by_category ? 10 : 13;
    at->supplier = parts_names(result, width, 2, "Exporter");
    at->recipient = parts_names(result, width, 2, "Importer");
    if (mirror->by_category)
        at->category = parts_names(result, 14, 2, "Category");
    at->exports = amount_column(result, mirror, 8, "Exporter", "reports",
                                "Exporter reports");
    at->imports = amount_column(result, mirror, 8, "Importer", "reports",
                                "Importer reports");
    at->difference =
        amount_column(result, mirror, 7, "Differ-", "ence", "Difference");
    at->asymmetry =
        parts_column(result, KIND_NUMBER, 5, 2,
                     (struct heads){{NULL, "Asym-", "metry"}, "Asymmetry"});
}

/* "–" where that side reported, but not this flow; nothing where it did not
 * report. */
static struct value side_value(const struct mirror_side *side)
{
    if (side->told)
        return value_amount(side->value);
    if (side->recorded)
        return value_word("?");
    return value_null(side->reports ? REASON_NO_RECORD : REASON_NO_REPORT);
}

static void put_sums(struct value *cells, const struct places *at,
                     const struct mirror_margin *margin, amount exports,
                     amount imports)
{
    cells[at->difference] = mirror_rounded_difference(margin, exports, imports);
    cells[at->asymmetry] = mirror_asymmetry(margin, exports, imports);
}

static void add_flow(struct result *result, const struct mirror *mirror,
                     const struct places *at, const struct mirror_flow *flow)
{
    const struct map *places = &mirror->study->names->places;
    struct value *cells =
        view_add_row(&result->view, &result->arena, VIEW_ENTRY);
    cells[at->year] = value_integer(flow->year);
    cells[at->supplier] = value_text(names_text(places, flow->supplier));
    cells[at->recipient] = value_text(names_text(places, flow->recipient));
    parts_put(cells, at->category,
              value_text(mirror_category(mirror, flow->category)));
    cells[at->exports] = side_value(&flow->exporter);
    cells[at->imports] = side_value(&flow->importer);
    if (mirror_is_both(flow))
        put_sums(cells, at, &mirror->margin, flow->exporter.value,
                 flow->importer.value);
}

/* A row that stands for several flows. Items of different categories have no
 * sum. */
static struct value *add_several(struct result *result, const struct places *at,
                                 enum view_role role, const char *label)
{
    struct value *cells = view_add_row(&result->view, &result->arena, role);
    cells[at->supplier] = value_word(label);
    return cells;
}

static void add_both(struct result *result, const struct mirror_list *list,
                     const struct places *at, size_t first, const char *label,
                     enum view_role role)
{
    const struct mirror_margin *margin = &list->mirror->margin;
    struct mirror_sums sums = {0};
    for (size_t i = first; i < list->both; i++)
        mirror_sums_add(&sums, margin, list->flows[i]);
    struct value *cells = add_several(result, at, role, label);
    if (!list->mirror->addable)
        return;
    cells[at->exports] = value_amount(sums.exports);
    cells[at->imports] = value_amount(sums.imports);
    put_sums(cells, at, margin, sums.exports, sums.imports);
}

static struct value some(size_t flows, amount value)
{
    return flows ? value_amount(value) : value_null(REASON_NONE);
}

static void add_rows(struct result *result, const struct mirror_list *list,
                     const struct places *at)
{
    struct arena *arena = &result->arena;
    size_t one = list->count - list->both;
    for (size_t i = 0; i < list->listed_both; i++)
        add_flow(result, list->mirror, at, list->flows[i]);
    if (list->listed_both < list->both)
        add_both(result, list, at, list->listed_both,
                 parts_others(arena, list->both - list->listed_both),
                 VIEW_OTHERS);
    add_both(result, list, at, 0,
             arena_printf(arena, "%zu with both", list->both), VIEW_TOTAL);
    view_add_row(&result->view, arena, VIEW_RULE);
    for (size_t i = 0; i < list->listed_one; i++)
        add_flow(result, list->mirror, at, list->flows[list->both + i]);
    if (list->listed_one < one)
        add_several(result, at, VIEW_OTHERS,
                    parts_others(arena, one - list->listed_one));
    if (!one)
        return;
    struct value *cells =
        add_several(result, at, VIEW_TOTAL,
                    arena_printf(arena, "%zu %s", one,
                                 list->sums.untold ? "with gaps" : "with one"));
    if (list->mirror->addable) {
        cells[at->exports] =
            some(list->sums.exporter_only + list->sums.exporter_alone,
                 list->sums.only_exports);
        cells[at->imports] =
            some(list->sums.importer_only + list->sums.importer_alone,
                 list->sums.only_imports);
    }
    view_add_row(&result->view, arena, VIEW_RULE);
}

void mirror_view(struct result *result, const struct mirror_list *list)
{
    const struct mirror *mirror = list->mirror;
    struct view *view = &result->view;
    struct places at;
    view->title = arena_printf(
        &result->arena, "What exporters and importers report: %s%s",
        study_goods(mirror->study, mirror->question->question),
        mirror_years(mirror));
    view->unit_line = mirror_unit_line(mirror);
    add_columns(result, mirror, &at);
    add_rows(result, list, &at);
    if (list->count > list->both)
        view_add_foot(view, &result->arena,
                      "–: that side reported other trade of the year, not "
                      "this; blank: it reported nothing that year.");
    mirror_notes(result, mirror, &list->sums);
    parts_show_notes(result);
    view_add_foot(view, &result->arena, "%s", mirror->study->source_line);
}
