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

static bool counts_money(enum unit unit)
{
    return unit == UNIT_USD || unit == UNIT_EUR || unit == UNIT_GBP;
}

struct str mirror_category(const struct mirror *mirror, uint32_t category)
{
    return mirror->by_category
               ? names_text(&mirror->study->names->categories, category)
               : STR("All");
}

/* "6", "12.5" per cent */
static const char *margin_text(const struct mirror *mirror)
{
    char text[DECIMAL_TEXT];
    amount_exact(text, mirror->margin.per_cent);
    return arena_str(mirror->study->arena, str_from(text)).ptr;
}

const char *mirror_unit_line(const struct mirror *mirror)
{
    struct arena *arena = mirror->study->arena;
    enum unit unit = mirror->study->cube->unit;
    bool customs = mirror->study->cube->measure == MEASURE_CUSTOMS_EXPORT;
    if (unit == UNIT_ITEMS)
        return "Number of items, as reported by each side";
    if (!counts_money(unit))
        return arena_printf(arena, "%s, %s, as reported by each side",
                            unit_noun(unit), unit_title(unit));
    const char *noun = customs ? "Customs value" : "Reported value";
    return mirror->margin.per_cent
               ? arena_printf(arena,
                              "%s, %s, current; differences without a margin "
                              "of %s %% in imports",
                              noun, unit_title(unit), margin_text(mirror))
               : arena_printf(arena, "%s, %s, current; no margin taken off", noun,
                              unit_title(unit));
}

const char *mirror_years(const struct mirror *mirror)
{
    char years[PERIOD_TEXT];
    period_print(years, mirror->periods.now);
    return arena_printf(mirror->study->arena, ", %s%s", years,
                        mirror->periods.clipped ? " (covered years only)" : "");
}

static const char *flows_word(size_t count)
{
    return count == 1 ? "flow" : "flows";
}

/* The value as tables print it, with two decimals. */
static const char *fraction(struct arena *arena, struct value value)
{
    if (value.type != VALUE_RATIO)
        return "undefined";
    return arena_printf(arena, "%.2f", ratio_double(value.as.ratio));
}

static void note_margin(struct result *result, const struct mirror *mirror)
{
    if (!counts_money(mirror->study->cube->unit))
        return;
    if (mirror->margin.per_cent)
        result_add_note(result,
                        "Margin: imports are divided by 1 + %s/100 for "
                        "freight and insurance before they are compared.",
                        margin_text(mirror));
    else
        result_add_note(result,
                        "No margin: imports hold freight and insurance where "
                        "they are reported CIF (--margin 6 divides them by 1.06).");
}

/* Of the line on standard error. */
static const char *margin_clause(const struct mirror *mirror)
{
    if (!counts_money(mirror->study->cube->unit))
        return "";
    return mirror->margin.per_cent
               ? arena_printf(mirror->study->arena, "; margin %s %%",
                              margin_text(mirror))
               : "; no margin";
}

static void note_lag(struct result *result, const struct mirror *mirror)
{
    struct mirror_lag lag = mirror_lag_of(mirror);
    if (!lag.same.both || !mirror->addable)
        return;
    result_add_note(
        result,
        "A lag of one year, tried and not applied: of %zu %s whose importer "
        "reports the year after too, the discrepancy is %s with imports of "
        "the same year and %s with those of the year after.",
        lag.same.both, flows_word(lag.same.both),
        fraction(&result->arena,
                 mirror_discrepancy(&mirror->margin, &lag.same)),
        fraction(&result->arena,
                 mirror_discrepancy(&mirror->margin, &lag.next)));
}

static void note_not_compared(struct result *result,
                              const struct mirror *mirror)
{
    if (mirror->undivided)
        result_add_note(result,
                        "Not compared: totals that name no partner (%zu).",
                        mirror->undivided);
    if (mirror->own)
        result_add_note(result,
                        "Not compared: what a place reports of trade with "
                        "itself (%zu).",
                        mirror->own);
    if (mirror->spellings)
        result_add_note(result,
                        "Compared as one: several spellings of a place (%zu).",
                        mirror->spellings);
}

void mirror_notes(struct result *result, const struct mirror *mirror,
                  const struct mirror_sums *sums)
{
    struct periods periods = {.now = mirror->periods.now,
                              .clipped = mirror->periods.clipped};
    struct value discrepancy = mirror_discrepancy(&mirror->margin, sums);
    parts_note_periods(result, &periods);
    if (!sums->both && !sums->untold)
        result_add_note(result, "No flow has both reports: give those of the "
                                "partners too, with the partners as "
                                "reporters.");
    result_add_note(result, "Difference: importer's report less exporter's. "
                            "Asymmetry: the difference by the sum of both, "
                            "from -1 to +1.");
    note_margin(result, mirror);
    if (sums->both && mirror->addable)
        result_add_note(
            result,
            "Discrepancy, the sizes of all differences by the sum of both "
            "sides: %s (0: all agree; 1: nothing does).",
            fraction(&result->arena, discrepancy));
    if (sums->denied)
        result_add_note(result,
                        "Of flows with both reports the exporter's says 0 and "
                        "the importer's more: %zu.",
                        sums->denied);
    if (sums->untold)
        result_add_note(result,
                        "Of flows with both reports one does not say how much: "
                        "%zu.",
                        sums->untold);
    note_lag(result, mirror);
    note_not_compared(result, mirror);
    char years[PERIOD_TEXT];
    period_print(years, mirror->periods.now);
    size_t one = sums->exporter_only + sums->importer_only;
    size_t alone = sums->exporter_alone + sums->importer_alone;
    result->provenance.universe = arena_printf(
        &result->arena,
        "%s; %zu %s with both reports, %zu with one, %zu pairs with none "
        "though both sides reported that year; %zu more with one, for the "
        "other side reported nothing that year%s",
        years, sums->both + sums->untold,
        flows_word(sums->both + sums->untold), one, mirror->none, alone,
        margin_clause(mirror));
}

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
    at->difference = amount_column(result, mirror, 7, "Differ-", "ence",
                                   "Difference");
    at->asymmetry = parts_column(
        result, KIND_NUMBER, 5, 2,
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
    cells[at->difference] = value_flagged(
        mirror_rounded_difference(margin, exports, imports), VALUE_SIGNED);
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
static struct value *add_several(struct result *result,
                                 const struct places *at, enum view_role role,
                                 const char *label)
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
    struct value *cells = add_several(
        result, at, VIEW_TOTAL,
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
