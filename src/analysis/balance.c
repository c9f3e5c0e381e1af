/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/balance.h"

#include <stdlib.h>

#include "analysis/census.h"
#include "analysis/compare.h"
#include "analysis/crosstab.h"
#include "analysis/findings.h"
#include "analysis/magnitude.h"
#include "analysis/prose.h"
#include "analysis/view_parts.h"

struct place_trade {
    uint32_t id;
    struct str name;
    amount exports;
    amount imports;
    amount two_way; /* twice the smaller side, summed over categories */
};

struct balance {
    const struct study *study;
    const struct question *question;
    struct periods periods;
    bool by_category;
    struct place_trade *places; /* by exports and imports together */
    size_t count;
    size_t listed;
    const struct year_set *lists[2]; /* suppliers, recipients; null: all */
};

/* Sides against categories, or where there are none against each other. */
static bool read_sides(struct balance *balance, struct crosstab sides[2],
                       struct err *err)
{
    struct group_masks masks = {.category = balance->question->category};
    struct periods now = balance->periods;
    now.before = (struct period){0, -1};
    for (size_t i = 0; i < 2; i++) {
        enum by own = i == 0 ? BY_SUPPLIER : BY_RECIPIENT;
        enum by other = i == 0 ? BY_RECIPIENT : BY_SUPPLIER;
        if (!crosstab_build(&sides[i], balance->study, own,
                            balance->by_category ? BY_CATEGORY : other, &now,
                            masks, err))
            return false;
    }
    return true;
}

static bool is_listed(const struct balance *balance, uint32_t id)
{
    bool all = !balance->lists[0] && !balance->lists[1];
    for (size_t i = 0; i < 2; i++) {
        if (balance->lists[i] && id != NAME_NONE &&
            year_set_meets(&balance->lists[i][id], balance->periods.now))
            return true;
    }
    return all;
}

static amount smaller(amount a, amount b)
{
    return a < b ? a : b;
}

/* The row of that id, or SIZE_MAX. */
static size_t row_of(const struct crosstab *table, uint32_t id)
{
    const struct cross_line *line =
        crosstab_find(table->rows, table->row_count, id);
    return line ? (size_t)(line - table->rows) : SIZE_MAX;
}

/* Twice what goes both ways, category by category. */
static amount two_way(const struct crosstab sides[2], const size_t rows[2])
{
    amount sum = 0;
    if (rows[0] == SIZE_MAX || rows[1] == SIZE_MAX)
        return 0;
    for (size_t i = 0; i < sides[0].column_count; i++) {
        uint32_t id = sides[0].columns[i].id;
        const struct cross_line *column =
            crosstab_find(sides[1].columns, sides[1].column_count, id);
        if (column)
            sum += smaller(crosstab_cell(&sides[0], rows[0], i)->sum[CROSS_NOW],
                           crosstab_cell(&sides[1], rows[1],
                                         (size_t)(column - sides[1].columns))
                               ->sum[CROSS_NOW]);
    }
    return 2 * sum;
}

static void add_place(struct balance *balance, const struct crosstab sides[2],
                      uint32_t id, struct str name)
{
    size_t rows[2] = {row_of(&sides[0], id), row_of(&sides[1], id)};
    struct place_trade place = {.id = id, .name = name};
    if (!is_listed(balance, id))
        return;
    if (rows[0] != SIZE_MAX)
        place.exports = sides[0].rows[rows[0]].total.sum[CROSS_NOW];
    if (rows[1] != SIZE_MAX)
        place.imports = sides[1].rows[rows[1]].total.sum[CROSS_NOW];
    place.two_way = balance->by_category
                        ? two_way(sides, rows)
                        : 2 * smaller(place.exports, place.imports);
    balance->places[balance->count++] = place;
}

static int place_order(const void *left, const void *right)
{
    const struct place_trade *a = left;
    const struct place_trade *b = right;
    amount sums[2] = {a->exports + a->imports, b->exports + b->imports};
    if (sums[0] != sums[1])
        return sums[0] > sums[1] ? -1 : 1;
    return str_cmp(a->name, b->name);
}

static bool build(struct balance *balance, const struct study *study,
                  const struct question *question, struct err *err)
{
    struct crosstab sides[2];
    *balance =
        (struct balance){.study = study,
                         .question = question,
                         .by_category = (study->cube->dims & DIM_CATEGORY) &&
                                        study->scope.by_category &&
                                        question->category == NAME_NONE};
    if (!question_periods(question, study, 5, &balance->periods, err) ||
        !read_sides(balance, sides, err))
        return false;
    balance->lists[0] = question_listed(question, study, true);
    balance->lists[1] = question_listed(question, study, false);
    size_t most = sides[0].row_count + sides[1].row_count;
    balance->places =
        arena_alloc(study->arena, most + 1, sizeof *balance->places);
    for (size_t i = 0; i < sides[0].row_count; i++)
        add_place(balance, sides, sides[0].rows[i].id, sides[0].rows[i].name);
    for (size_t i = 0; i < sides[1].row_count; i++) {
        const struct cross_line *line = &sides[1].rows[i];
        if (row_of(&sides[0], line->id) == SIZE_MAX)
            add_place(balance, sides, line->id, line->name);
    }
    qsort(balance->places, balance->count, sizeof *balance->places,
          place_order);
    balance->listed =
        balance->count < question->top ? balance->count : question->top;
    return true;
}

static struct value part_of(amount num, amount den)
{
    struct value value = value_ratio(num, den);
    value.decimals = 2;
    return value;
}

static struct value normalised(const struct place_trade *place)
{
    return value_flagged(part_of(place->exports - place->imports,
                                 place->exports + place->imports),
                         VALUE_SIGNED);
}

static struct value grubel_lloyd(const struct place_trade *place)
{
    return part_of(2 * smaller(place->exports, place->imports),
                   place->exports + place->imports);
}

static struct value by_category(const struct place_trade *place)
{
    return part_of(place->two_way, place->exports + place->imports);
}

static void fill_place(struct result *result, const struct balance *balance,
                       const struct place_trade *place)
{
    const struct study *study = balance->study;
    const char *unit = unit_word(study->cube->unit);
    const struct {
        const char *statistic;
        const char *variant;
        const char *unit;
        struct value value;
    } rows[] = {
        {"exports", "", unit, value_amount(place->exports)},
        {"imports", "", unit, value_amount(place->imports)},
        {"balance", "", unit, value_amount(place->exports - place->imports)},
        {"normalised_balance", "", "ratio", normalised(place)},
        {"grubel_lloyd", "all_categories_together", "ratio",
         grubel_lloyd(place)},
        {"grubel_lloyd", "by_category", "ratio", by_category(place)},
    };
    struct periods now = balance->periods;
    now.before = (struct period){0, -1};
    size_t count = sizeof rows / sizeof rows[0] - !balance->by_category;
    for (size_t i = 0; i < count; i++) {
        struct finding finding = {
            .supplier = place->name,
            .recipient = place->name,
            .category = names_text(&study->names->categories,
                                   balance->question->category),
            .statistic = rows[i].statistic,
            .variant = rows[i].variant,
            .unit = rows[i].unit,
            .value = rows[i].value,
        };
        findings_add(result, study, &now, &finding);
    }
}

static size_t amount_column(struct result *result,
                            const struct balance *balance, const char *head)
{
    struct arena *arena = &result->arena;
    const char *unit = magnitude_head(balance->study, arena);
    return parts_column(
        result, KIND_AMOUNT, 8, 3,
        (struct heads){{NULL, head, unit},
                       arena_printf(arena, "%s, %s", head, unit)});
}

static void add_rows(struct result *result, const struct balance *balance)
{
    size_t name = parts_names(result, 17, 0, "Place");
    size_t exports = amount_column(result, balance, "Exports");
    size_t imports = amount_column(result, balance, "Imports");
    size_t difference = amount_column(result, balance, "Balance");
    size_t normal = parts_column(
        result, KIND_NUMBER, 6, 3,
        (struct heads){{NULL, "Norma-", "lised"}, "Normalised balance"});
    size_t lloyd = parts_column(
        result, KIND_NUMBER, 6, 3,
        (struct heads){{"Grubel-", "Lloyd", "of all"}, "Grubel-Lloyd of all"});
    size_t within = NOT_SHOWN;
    if (balance->by_category)
        within = parts_column(result, KIND_NUMBER, 6, 3,
                              (struct heads){{"by", "cate-", "gory"},
                                             "Grubel-Lloyd by category"});
    for (size_t i = 0; i < balance->listed; i++) {
        const struct place_trade *place = &balance->places[i];
        struct value *cells =
            view_add_row(&result->view, &result->arena, VIEW_ENTRY);
        cells[name] = value_text(place->name);
        cells[exports] = value_amount(place->exports);
        cells[imports] = value_amount(place->imports);
        cells[difference] = value_flagged(
            value_amount(place->exports - place->imports), VALUE_SIGNED);
        cells[normal] = normalised(place);
        cells[lloyd] = grubel_lloyd(place);
        parts_put(cells, within, by_category(place));
    }
}

static void view(struct result *result, const struct balance *balance)
{
    const struct study *study = balance->study;
    struct arena *arena = &result->arena;
    struct periods now = {.now = balance->periods.now,
                          .clipped = balance->periods.clipped,
                          .undivided = balance->periods.undivided};
    char years[PERIOD_TEXT];
    period_print(years, now.now);
    result->view.title =
        arena_printf(arena, "What places give and get: %s, %s%s",
                     study_goods(study, balance->question), years,
                     now.clipped ? " (covered years only)" : "");
    result->view.unit_line = unit_line(study->cube->unit, study->cube->measure);
    add_rows(result, balance);
    view_add_row(&result->view, arena, VIEW_RULE);
    parts_note_periods(result, &now);
    if (!balance->count)
        parts_note_nothing(result, study);
    if (balance->listed < balance->count)
        result_add_note(result,
                        "The %zu largest of %zu places by exports and "
                        "imports together.",
                        balance->listed, balance->count);
    result_add_note(
        result,
        "Normalised: balance by exports and imports together, from "
        "\u22121 to +1. Grubel-Lloyd: the part of both that is matched, "
        "0 when all goes one way.");
    if (balance->by_category)
        result_add_note(result, "Of all categories together a ship is matched "
                                "by a missile; by category only by a ship, so "
                                "that index is never larger.");
    parts_show_notes(result);
    census_foot(result, study);
}

struct result *balance_result(const struct study *study,
                              const struct question *question, struct err *err)
{
    struct balance balance;
    if (!build(&balance, study, question, err))
        return NULL;
    struct result *result = result_new("compare");
    findings_columns(result);
    for (size_t i = 0; i < balance.listed; i++)
        fill_place(result, &balance, &balance.places[i]);
    view(result, &balance);
    return result;
}
