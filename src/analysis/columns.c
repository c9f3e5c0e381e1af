/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/columns.h"

#include "analysis/values.h"

/* The shared columns, in the order in which they are written. */
enum shared {
    C_RELEASE_YEAR,
    C_SUPPLIER,
    C_SUPPLIER_ISO3,
    C_RECIPIENT,
    C_RECIPIENT_ISO3,
    C_CATEGORY,
    C_YEAR_FROM,
    C_YEAR_TO,
    C_MEASURE,
    C_UNIT,
    C_AMOUNT,
    C_SHARE_WORLD,
    C_SHARE_SUPPLIER,
    C_SHARE_RECIPIENT,
    C_RANK,
    C_RANK_OF,
    C_LOYO_BEST,
    C_LOYO_WORST,
    C_ROUNDING_BEST,
    C_ROUNDING_WORST,
    C_PREVIOUS_FROM,
    C_PREVIOUS_TO,
    C_PREVIOUS_AMOUNT,
    C_PREVIOUS_RANK,
    C_PREVIOUS_SHARE_WORLD,
    C_PREVIOUS_SHARE_SUPPLIER,
    C_PREVIOUS_SHARE_RECIPIENT,
    C_CHANGE,
    C_CHANGE_LOW,
    C_CHANGE_HIGH,
    C_CHANGE_POINTS,
    C_ENTRY,
    C_YEARS_WITH_RECORDS,
    C_YEAR_ESTIMATED,
    C_ITEMS_ESTIMATED,
    C_SHARE_PRINTED,
    C_PREVIOUS_SHARE_PRINTED,
    C_CHANGE_PRINTED,
    C_REASON,
    C_NOTE,
    C_AMOUNT_LOW,
    C_AMOUNT_HIGH,
    C_SHARE_WORLD_LOW,
    C_SHARE_WORLD_HIGH,
    C_CHANGE_SHARE,
    C_RANK_CHANGE,
    C_COUNT,
};

/* Of these columns the first ones of a table of another statistic are. */
static const enum shared leading[COLUMNS_HEAD] = {
    C_RELEASE_YEAR, C_SUPPLIER,  C_SUPPLIER_ISO3, C_RECIPIENT, C_RECIPIENT_ISO3,
    C_CATEGORY,     C_YEAR_FROM, C_YEAR_TO,       C_MEASURE,   C_UNIT,
    C_AMOUNT,       C_RANK,      C_RANK_OF,
};

static const struct column shared[C_COUNT] = {
    {"release_year", KIND_YEAR, "", "year of the release (SIPRI: of March)"},
    {"supplier", KIND_TEXT, "", "supplier as the source names it, or World"},
    {"supplier_iso3", KIND_TEXT, "", "its ISO 3166-1 code"},
    {"recipient", KIND_TEXT, "", "recipient as the source names it, or World"},
    {"recipient_iso3", KIND_TEXT, "", "its ISO 3166-1 code"},
    {"category", KIND_TEXT, "", "the source's category, or All"},
    {"year_from", KIND_YEAR, "", "first year of the period"},
    {"year_to", KIND_YEAR, "", "last year of the period"},
    {"measure", KIND_TEXT, "", "what is counted"},
    {"unit", KIND_TEXT, "", "unit of the amounts"},
    {"amount", KIND_AMOUNT, "unit", "sum over the period"},
    {"share_world_pct", KIND_SHARE, "per cent", "share of the world"},
    {"share_supplier_pct", KIND_SHARE, "per cent",
     "share of the supplier's total"},
    {"share_recipient_pct", KIND_SHARE, "per cent",
     "share of the recipient's total"},
    {"rank", KIND_RANK, "", "rank by amount"},
    {"rank_of", KIND_COUNT, "", "how many are ranked"},
    {"rank_loyo_best", KIND_RANK, "", "best rank with one year left out"},
    {"rank_loyo_worst", KIND_RANK, "", "worst rank with one year left out"},
    {"rank_rounding_best", KIND_RANK, "", "best rank that rounding allows"},
    {"rank_rounding_worst", KIND_RANK, "", "worst rank that rounding allows"},
    {"previous_from", KIND_YEAR, "", "first year of the period before"},
    {"previous_to", KIND_YEAR, "", "last year of the period before"},
    {"previous_amount", KIND_AMOUNT, "unit", "sum over the period before"},
    {"previous_rank", KIND_RANK, "", "rank in the period before"},
    {"previous_share_world_pct", KIND_SHARE, "per cent",
     "share of the world before"},
    {"previous_share_supplier_pct", KIND_SHARE, "per cent",
     "share of the supplier's total before"},
    {"previous_share_recipient_pct", KIND_SHARE, "per cent",
     "share of the recipient's total before"},
    {"change_pct", KIND_CHANGE, "per cent", "change of the amount"},
    {"change_pct_low", KIND_CHANGE, "per cent", "least change by rounding"},
    {"change_pct_high", KIND_CHANGE, "per cent", "most change by rounding"},
    {"change_points", KIND_POINTS, "percentage points",
     "change of the share of the world"},
    {"entry", KIND_TEXT, "", "new, continuing or ceased, by records"},
    {"years_with_records", KIND_COUNT, "", "years of the period with a record"},
    {"year_estimated_pct", KIND_SHARE, "per cent",
     "part of the amount that rests on an estimated delivery year"},
    {"items_estimated_pct", KIND_SHARE, "per cent",
     "part of the amount that rests on an estimated number"},
    {"share_printed", KIND_TEXT, "", "the share by the printing rules"},
    {"previous_share_printed", KIND_TEXT, "", "the share before, printed"},
    {"change_printed", KIND_TEXT, "", "the change, printed"},
    {"reason", KIND_TEXT, "", "why a number of this row is undefined"},
    {"note", KIND_TEXT, "", "in words"},
    {"amount_low", KIND_AMOUNT, "unit", "least amount by rounding"},
    {"amount_high", KIND_AMOUNT, "unit", "most by rounding"},
    {"share_world_low_pct", KIND_SHARE, "per cent",
     "least share of the world by rounding"},
    {"share_world_high_pct", KIND_SHARE, "per cent", "most by rounding"},
    {"change_share_pct", KIND_CHANGE, "per cent",
     "change of the share of the world, in per cent of the share before"},
    {"rank_change", KIND_RANK, "", "places moved up; below 0: down"},
};

void columns_add(struct result *result, const struct study *study)
{
    result_add_columns(result, shared, C_COUNT, unit_word(study->cube->unit));
}

void columns_add_head(struct result *result, const struct study *study)
{
    struct column columns[COLUMNS_HEAD];
    for (size_t i = 0; i < COLUMNS_HEAD; i++)
        columns[i] = shared[leading[i]];
    result_add_columns(result, columns, COLUMNS_HEAD,
                       unit_word(study->cube->unit));
}

/* What rounding allows: for sources in whole units, else the figure itself. */
static void fill_bounds(struct value *row, const struct study *study,
                        const struct row_facts *facts)
{
    const struct cube_cell *now = &facts->entity->now;
    row[C_AMOUNT_LOW] = row[C_AMOUNT_HIGH] = row[C_AMOUNT];
    row[C_SHARE_WORLD_LOW] = row[C_SHARE_WORLD_HIGH] = row[C_SHARE_WORLD];
    if (!study->integers || !now->rows)
        return;
    row[C_AMOUNT_LOW] = value_amount(cell_low(now));
    row[C_AMOUNT_HIGH] = value_amount(cell_high(now));
    if (row[C_SHARE_WORLD].type != VALUE_RATIO)
        return;
    struct ratio low = share_low(now, facts->world_now);
    struct ratio high = share_high(now, facts->world_now);
    row[C_SHARE_WORLD_LOW] = value_ratio(low.num, low.den);
    row[C_SHARE_WORLD_HIGH] = value_ratio(high.num, high.den);
}

static struct value optional_share(const struct study *study,
                                   const struct cube_cell *part,
                                   const struct cube_cell *whole,
                                   enum reason otherwise)
{
    return whole ? share_value(study, part, whole) : value_null(otherwise);
}

static struct value estimated_share(const struct study *study,
                                    const struct cube_cell *cell, amount part)
{
    if (!study->estimates)
        return value_null(REASON_NOT_IN_LAYOUT);
    return cell->rows && cell->sum > 0 ? value_ratio(part, cell->sum)
                                       : value_null(REASON_NO_RECORD);
}

static struct value printed_change(struct result *result, struct value change)
{
    char text[DECIMAL_TEXT];
    if (change.type != VALUE_RATIO)
        return change.flags & VALUE_NEW ? value_word("new")
                                        : value_null(change.reason);
    ratio_change(text, change.as.ratio);
    return value_text(arena_str(&result->arena, str_from(text)));
}

static struct value or_world(struct str name)
{
    return name.len ? value_text(name) : value_word("World");
}

static void fill_who(struct value *row, const struct study *study,
                     const struct periods *periods,
                     const struct row_facts *facts)
{
    if (study->release_year)
        row[C_RELEASE_YEAR] = value_integer(study->release_year);
    row[C_SUPPLIER] = or_world(facts->supplier);
    row[C_SUPPLIER_ISO3] = value_text(study_iso3(facts->supplier));
    row[C_RECIPIENT] = or_world(facts->recipient);
    row[C_RECIPIENT_ISO3] = value_text(study_iso3(facts->recipient));
    row[C_CATEGORY] =
        facts->category.len ? value_text(facts->category) : value_word("All");
    row[C_YEAR_FROM] = value_integer(periods->now.from);
    row[C_YEAR_TO] = value_integer(periods->now.to);
    row[C_MEASURE] = value_word(measure_word(study->cube->measure));
    row[C_UNIT] = value_word(unit_word(study->cube->unit));
}

/* By the rule that was asked for; a row that is no group's has the default. */
static size_t halves_of(size_t halves, size_t rank)
{
    return halves ? halves : 2 * rank;
}

static struct value rank_of(size_t halves, size_t rank, bool tied)
{
    return ties_value(TIES_COMPETITION, halves_of(halves, rank), tied);
}

static void fill_ranks(struct value *row, const struct study *study,
                       const struct row_facts *facts)
{
    const struct entity *entity = facts->entity;
    row[C_RANK] = rank_of(entity->halves.now, entity->rank, entity->tied);
    if (facts->rank_of)
        row[C_RANK_OF] = value_integer((int64_t)facts->rank_of);
    if (entity->halves.loyo_best) {
        row[C_LOYO_BEST] = rank_of(entity->halves.loyo_best, 0, false);
        row[C_LOYO_WORST] = rank_of(entity->halves.loyo_worst, 0, false);
    }
    if (study->integers && entity->rounding_best) {
        row[C_ROUNDING_BEST] = value_integer((int64_t)entity->rounding_best);
        row[C_ROUNDING_WORST] = value_integer((int64_t)entity->rounding_worst);
    }
}

static void fill_now(struct value *row, const struct study *study,
                     const struct periods *periods,
                     const struct row_facts *facts)
{
    const struct cube_cell *now = &facts->entity->now;
    row[C_AMOUNT] = amount_value(now);
    row[C_SHARE_WORLD] =
        optional_share(study, now, facts->world_now, facts->no_world);
    row[C_SHARE_SUPPLIER] =
        optional_share(study, now, facts->supplier_now, facts->no_supplier);
    row[C_SHARE_RECIPIENT] =
        optional_share(study, now, facts->recipient_now, facts->no_recipient);
    row[C_YEARS_WITH_RECORDS] =
        periods->undivided ? value_null(REASON_UNDIVIDED_YEARS)
                           : value_integer(entity_years_with_records(
                                 facts->entity, period_length(periods->now)));
    row[C_YEAR_ESTIMATED] = estimated_share(study, now, now->year_estimated);
    row[C_ITEMS_ESTIMATED] = estimated_share(study, now, now->items_estimated);
}

static const char *entry_word(const struct entity *entity)
{
    if (entity->now.rows && entity->before.rows)
        return "continuing";
    return entity->now.rows ? "new" : entity->before.rows ? "ceased" : "";
}

/* Of the share in per cent of itself, and of the rank. */
static void fill_moves(struct value *row, const struct entity *entity)
{
    const struct value *share = &row[C_SHARE_WORLD];
    const struct value *before = &row[C_PREVIOUS_SHARE_WORLD];
    if (before->type == VALUE_RATIO && before->as.ratio.num <= 0)
        row[C_CHANGE_SHARE] = value_null(REASON_ZERO_BASE);
    else if (share->type == VALUE_RATIO && before->type == VALUE_RATIO) {
        struct ratio moved = ratio_over(
            ratio_minus(share->as.ratio, before->as.ratio), before->as.ratio);
        row[C_CHANGE_SHARE] = value_ratio(moved.num, moved.den);
    }
    if (row[C_RANK].type != VALUE_NULL &&
        row[C_PREVIOUS_RANK].type != VALUE_NULL)
        row[C_RANK_CHANGE] = ties_difference(
            halves_of(entity->halves.before, entity->previous_rank),
            halves_of(entity->halves.now, entity->rank));
}

static void fill_before(struct value *row, const struct study *study,
                        const struct periods *periods,
                        const struct row_facts *facts)
{
    const struct cube_cell *now = &facts->entity->now;
    const struct cube_cell *before = &facts->entity->before;
    row[C_CHANGE] = change_value(study, periods, now, before);
    if (period_length(periods->before) == 0) {
        struct value none =
            value_null(periods->undivided        ? REASON_UNDIVIDED_YEARS
                       : periods->before_missing ? REASON_NOT_COVERED
                                                 : REASON_NONE);
        for (size_t i = C_PREVIOUS_FROM; i <= C_CHANGE_POINTS; i++)
            row[i] = none;
        return;
    }
    row[C_PREVIOUS_FROM] = value_integer(periods->before.from);
    row[C_PREVIOUS_TO] = value_integer(periods->before.to);
    row[C_PREVIOUS_AMOUNT] = amount_value(before);
    row[C_PREVIOUS_RANK] = rank_of(facts->entity->halves.before,
                                   facts->entity->previous_rank, false);
    row[C_PREVIOUS_SHARE_WORLD] =
        optional_share(study, before, facts->world_before, facts->no_world);
    row[C_PREVIOUS_SHARE_SUPPLIER] = optional_share(
        study, before, facts->supplier_before, facts->no_supplier);
    row[C_PREVIOUS_SHARE_RECIPIENT] = optional_share(
        study, before, facts->recipient_before, facts->no_recipient);
    row[C_CHANGE_LOW] = row[C_CHANGE];
    row[C_CHANGE_HIGH] = row[C_CHANGE];
    if (study->integers && row[C_CHANGE].type == VALUE_RATIO) {
        struct ratio low = change_low(periods, now, before);
        struct ratio high = change_high(periods, now, before);
        row[C_CHANGE_LOW] = value_ratio(low.num, low.den);
        row[C_CHANGE_HIGH] = value_ratio(high.num, high.den);
    }
    if (facts->world_now && facts->world_before)
        row[C_CHANGE_POINTS] = points_value(study, now, facts->world_now,
                                            before, facts->world_before);
    fill_moves(row, facts->entity);
    row[C_ENTRY] = value_word(entry_word(facts->entity));
}

/* The share that this row is about. */
static size_t main_share(const struct row_facts *facts)
{
    if (facts->recipient_now &&
        (facts->recipient_first || !facts->supplier_now))
        return C_SHARE_RECIPIENT;
    return facts->supplier_now ? C_SHARE_SUPPLIER : C_SHARE_WORLD;
}

static void fill_printed(struct result *result, struct value *row,
                         const struct row_facts *facts)
{
    size_t share = main_share(facts);
    size_t previous = share - C_SHARE_WORLD + C_PREVIOUS_SHARE_WORLD;
    row[C_SHARE_PRINTED] = share_printed(&result->arena, row[share]);
    row[C_PREVIOUS_SHARE_PRINTED] =
        share_printed(&result->arena, row[previous]);
    row[C_CHANGE_PRINTED] = printed_change(result, row[C_CHANGE]);
    static const size_t asked[] = {C_AMOUNT, C_CHANGE, C_SHARE_WORLD,
                                   C_SHARE_SUPPLIER, C_SHARE_RECIPIENT};
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        const struct value *value = &row[asked[i]];
        if (value->type != VALUE_NULL || value->reason == REASON_NONE)
            continue;
        row[C_REASON] = value_word(reason_word(value->reason));
        return;
    }
}

struct value *columns_row(struct result *result, const struct study *study,
                          const struct periods *periods,
                          const struct row_facts *facts)
{
    struct value *row = result_add_row(result);
    fill_who(row, study, periods, facts);
    fill_ranks(row, study, facts);
    fill_now(row, study, periods, facts);
    fill_bounds(row, study, facts);
    fill_before(row, study, periods, facts);
    fill_printed(result, row, facts);
    return row;
}

struct value *columns_row_head(struct result *result, const struct study *study,
                               const struct periods *periods,
                               const struct row_facts *facts)
{
    struct value all[C_COUNT] = {0};
    struct value *row = result_add_row(result);
    fill_who(all, study, periods, facts);
    all[C_AMOUNT] = amount_value(&facts->entity->now);
    fill_ranks(all, study, facts);
    for (size_t i = 0; i < COLUMNS_HEAD; i++)
        row[i] = all[leading[i]];
    return row;
}
