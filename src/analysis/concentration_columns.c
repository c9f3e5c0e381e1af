/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/columns.h"
#include "analysis/concentration_parts.h"
#include "analysis/indices.h"
#include "analysis/values.h"

static const struct column who[SUBJECT_COLUMNS] = {
    {"release_year", KIND_YEAR, "", "year of the release (SIPRI: of March)"},
    {"supplier", KIND_TEXT, "", "supplier as the source names it, or World"},
    {"recipient", KIND_TEXT, "", "recipient as the source names it, or World"},
    {"category", KIND_TEXT, "", "the source's category, or All"},
    {"year_from", KIND_YEAR, "", "first year of the period"},
    {"year_to", KIND_YEAR, "", "last year of the period"},
};

/* The columns in the order in which they are written; indices stand between
 * CR10 and PREVIOUS_FROM. */
enum own {
    C_RELEASE_YEAR,
    C_SUPPLIER,
    C_RECIPIENT,
    C_YEAR_FROM,
    C_YEAR_TO,
    C_N,
    C_AMOUNT,
    C_EFFECTIVE,
    C_HHI,
    C_HHI_LOW,
    C_HHI_HIGH,
    C_CR1,
    C_CR3,
    C_LARGEST,
    C_REASON,
    C_COUNTED,
    C_CATEGORY,
    C_MEASURE,
    C_UNIT,
    C_BELOW_HALF,
    C_UNIVERSE,
    C_YEARS_ACTIVE,
    C_UNKNOWN_SHARE,
    C_THREE_LARGEST,
    C_CR4,
    C_CR5,
    C_CR10,
    C_FIRST_INDEX,
};

enum before {
    C_PREVIOUS_FROM = C_FIRST_INDEX + INDEX_COUNT,
    C_PREVIOUS_TO,
    C_PREVIOUS_N,
    C_PREVIOUS_AMOUNT,
    C_PREVIOUS_EFFECTIVE,
    C_PREVIOUS_HHI,
    C_PREVIOUS_CR1,
    C_PREVIOUS_CR3,
    C_PREVIOUS_LARGEST,
    C_HHI_CHANGE,
};

static const struct column first[] = {
    {"release_year", KIND_YEAR, "", "year of the release (SIPRI: of March)"},
    {"supplier", KIND_TEXT, "", "supplier as the source names it, or World"},
    {"recipient", KIND_TEXT, "", "recipient as the source names it, or World"},
    {"year_from", KIND_YEAR, "", "first year of the period"},
    {"year_to", KIND_YEAR, "", "last year of the period"},
    {"n", KIND_COUNT, "", "how many are counted: with an amount above 0"},
    {"amount", KIND_AMOUNT, "unit", "sum over the period"},
    {"effective_number", KIND_NUMBER, "", "1 / HHI"},
    {"hhi", KIND_NUMBER, "", "sum of squared shares, 0 to 1"},
    {"hhi_low", KIND_NUMBER, "", "if unknown ones are all different"},
    {"hhi_high", KIND_NUMBER, "", "if unknown ones are one"},
    {"cr1", KIND_NUMBER, "", "share of the largest, 0 to 1"},
    {"cr3", KIND_NUMBER, "", "share of the three largest, 0 to 1"},
    {"largest", KIND_TEXT, "", "the largest; ties are all named"},
    {"reason", KIND_TEXT, "", "why a number of this row is undefined"},
    {"counted", KIND_TEXT, "", "what is counted: supplier, recipient, ..."},
    {"category", KIND_TEXT, "", "the source's category, or All"},
    {"measure", KIND_TEXT, "", "what amounts are of"},
    {"unit", KIND_TEXT, "", "unit of the amounts"},
    {"n_below_half", KIND_COUNT, "",
     "recorded, but below printed precision: not in n"},
    {"universe", KIND_COUNT, "", "recorded in any covered year"},
    {"years_active", KIND_COUNT, "", "years of the period with an amount"},
    {"unknown_share", KIND_NUMBER, "", "share of unknown ones, 0 to 1"},
    {"three_largest", KIND_TEXT, "", "the three largest; ties are all named"},
    {"cr4", KIND_NUMBER, "", "share of the four largest, 0 to 1"},
    {"cr5", KIND_NUMBER, "", "share of the five largest, 0 to 1"},
    {"cr10", KIND_NUMBER, "", "share of the ten largest, 0 to 1"},
};

static const struct column last[] = {
    {"previous_from", KIND_YEAR, "", "first year of the period before"},
    {"previous_to", KIND_YEAR, "", "last year of the period before"},
    {"previous_n", KIND_COUNT, "", "how many then"},
    {"previous_amount", KIND_AMOUNT, "unit", "sum then"},
    {"previous_effective_number", KIND_NUMBER, "", "1 / HHI then"},
    {"previous_hhi", KIND_NUMBER, "", "HHI then"},
    {"previous_cr1", KIND_NUMBER, "", "share of the largest then"},
    {"previous_cr3", KIND_NUMBER, "", "share of the three largest then"},
    {"previous_largest", KIND_TEXT, "", "the largest then"},
    {"hhi_change", KIND_NUMBER, "", "HHI less HHI before"},
};

static struct value or_word(struct str name, const char *word)
{
    return name.len ? value_text(name) : value_word(word);
}

static struct value release_year(const struct study *study)
{
    return study->release_year ? value_integer(study->release_year)
                               : value_null(REASON_NONE);
}

static void add_columns(struct result *result, const struct study *study)
{
    const char *unit = unit_word(study->cube->unit);
    result_add_columns(result, first, C_FIRST_INDEX, unit);
    for (size_t i = 0; i < INDEX_COUNT; i++)
        result_add_column(result, indices[i].column, KIND_NUMBER, "",
                          indices[i].description);
    result_add_columns(result, last, sizeof last / sizeof last[0], unit);
}

static struct value unknown_share(const struct spread *spread)
{
    return value_ratio(spread->unknown.sum, spread->all.sum);
}

static void fill_now(struct result *result, struct value *row,
                     const struct spread *now)
{
    struct arena *arena = &result->arena;
    row[C_N] = value_integer((int64_t)now->active);
    row[C_AMOUNT] = amount_value(&now->all);
    row[C_EFFECTIVE] = spread_effective(now);
    row[C_HHI] = spread_hhi(now, UNKNOWN_AS_RECORDED);
    row[C_HHI_LOW] = spread_hhi(now, UNKNOWN_APART);
    row[C_HHI_HIGH] = spread_hhi(now, UNKNOWN_ONE);
    row[C_CR1] = spread_top_share(now, 1);
    row[C_CR3] = spread_top_share(now, 3);
    row[C_CR4] = spread_top_share(now, 4);
    row[C_CR5] = spread_top_share(now, 5);
    row[C_CR10] = spread_top_share(now, 10);
    row[C_LARGEST] = spread_largest(now, arena);
    row[C_THREE_LARGEST] = spread_names(now, 3, arena);
    row[C_BELOW_HALF] = value_integer((int64_t)(now->count - now->active));
    row[C_UNIVERSE] = value_integer((int64_t)now->universe);
    row[C_UNKNOWN_SHARE] = unknown_share(now);
    indices_of(now, &row[C_FIRST_INDEX]);
}

static void fill_before(struct result *result, struct value *row,
                        const struct subject *subject)
{
    const struct periods *periods = &subject->periods;
    const struct spread *before = &subject->before;
    if (period_length(periods->before) == 0) {
        struct value none =
            value_null(periods->undivided        ? REASON_UNDIVIDED_YEARS
                       : periods->before_missing ? REASON_NOT_COVERED
                                                 : REASON_NONE);
        for (size_t i = C_PREVIOUS_FROM; i <= C_HHI_CHANGE; i++)
            row[i] = none;
        return;
    }
    row[C_PREVIOUS_FROM] = value_integer(periods->before.from);
    row[C_PREVIOUS_TO] = value_integer(periods->before.to);
    row[C_PREVIOUS_N] = value_integer((int64_t)before->active);
    row[C_PREVIOUS_AMOUNT] = amount_value(&before->all);
    row[C_PREVIOUS_EFFECTIVE] = spread_effective(before);
    row[C_PREVIOUS_HHI] = spread_hhi(before, UNKNOWN_AS_RECORDED);
    row[C_PREVIOUS_CR1] = spread_top_share(before, 1);
    row[C_PREVIOUS_CR3] = spread_top_share(before, 3);
    row[C_PREVIOUS_LARGEST] = spread_largest(before, &result->arena);
    row[C_HHI_CHANGE] = spread_change(row[C_HHI], row[C_PREVIOUS_HHI]);
}

static void fill_reason(struct value *row)
{
    for (size_t i = 0; i <= C_HHI_CHANGE; i++) {
        if (row[i].type != VALUE_NULL || row[i].reason == REASON_NONE)
            continue;
        row[C_REASON] = value_word(reason_word(row[i].reason));
        return;
    }
}

static void add_row(struct result *result, const struct subjects *subjects,
                    const struct subject *subject)
{
    const struct study *study = subjects->study;
    struct value *row = result_add_row(result);
    row[C_RELEASE_YEAR] = release_year(study);
    row[C_SUPPLIER] = or_word(subject->supplier, "World");
    row[C_RECIPIENT] = or_word(subject->recipient, "World");
    row[C_CATEGORY] = or_word(subject->category, "All");
    row[C_YEAR_FROM] = value_integer(subject->periods.now.from);
    row[C_YEAR_TO] = value_integer(subject->periods.now.to);
    row[C_COUNTED] = value_word(by_word(subjects->by));
    row[C_MEASURE] = value_word(measure_word(study->cube->measure));
    row[C_UNIT] = value_word(unit_word(study->cube->unit));
    row[C_YEARS_ACTIVE] = subject->periods.undivided
                              ? value_null(REASON_UNDIVIDED_YEARS)
                              : value_integer(subject->years_active);
    fill_now(result, row, &subject->now);
    fill_before(result, row, subject);
    fill_reason(row);
}

void concentration_columns(struct result *result,
                           const struct subjects *subjects)
{
    add_columns(result, subjects->study);
    for (size_t i = 0; i < subjects->listed; i++)
        add_row(result, subjects, &subjects->items[i]);
    result->listed = result->row_count;
}

void subject_columns(struct result *result, const struct study *study)
{
    result_add_columns(result, who, SUBJECT_COLUMNS,
                       unit_word(study->cube->unit));
}

void subject_cells(struct value *row, const struct subjects *subjects,
                   const struct subject *subject)
{
    row[0] = release_year(subjects->study);
    row[1] = or_word(subject->supplier, "World");
    row[2] = or_word(subject->recipient, "World");
    row[3] = or_word(subject->category, "All");
    row[4] = value_integer(subject->periods.now.from);
    row[5] = value_integer(subject->periods.now.to);
}

void subject_part_cells(struct value *row, const struct subjects *subjects,
                        const struct subject *subject,
                        const struct entity *entity)
{
    const struct cube_key *key = &entity->key;
    subject_cells(row, subjects, subject);
    if (key->supplier != NAME_NONE)
        row[1] = value_text(entity->name);
    if (key->recipient != NAME_NONE)
        row[2] = value_text(entity->second.len ? entity->second : entity->name);
    if (subjects->by == BY_CATEGORY || subjects->by == BY_WEAPON)
        row[3] = value_text(entity->name);
}
