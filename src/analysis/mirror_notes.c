/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above and under the tables of mirror. */
#include <config.h>

#include "analysis/mirror_view.h"
#include "analysis/view_parts.h"

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
               : arena_printf(arena, "%s, %s, current; no margin taken off",
                              noun, unit_title(unit));
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
        result_add_note(
            result, "No margin: imports hold freight and insurance where "
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
    size_t one = sums->exporter_only + sums->importer_only;
    size_t alone = sums->exporter_alone + sums->importer_alone;
    struct value discrepancy = mirror_discrepancy(&mirror->margin, sums);
    parts_note_periods(result, &periods);
    if (!sums->both && !sums->untold && !one && !alone)
        parts_note_nothing(result, mirror->study);
    else if (!sums->both && !sums->untold)
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
    result->provenance.universe = arena_printf(
        &result->arena,
        "%s; %zu %s with both reports, %zu with one, %zu pairs with none "
        "though both sides reported that year; %zu more with one, for the "
        "other side reported nothing that year%s",
        years, sums->both + sums->untold, flows_word(sums->both + sums->untold),
        one, mirror->none, alone, margin_clause(mirror));
}
