/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/screens.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "stat/hampel.h"
#include "trade/place.h"

static void add_example(struct screen *screen, const char *text)
{
    if (screen->shown < SCREEN_EXAMPLES)
        screen->examples[screen->shown++] = text;
}

static void add_row(struct screen *screen, struct arena *arena,
                    const struct flow *row)
{
    screen->count++;
    if (screen->shown == SCREEN_EXAMPLES || row->line == screen->line)
        return;
    screen->line = row->line;
    add_example(screen, arena_printf(arena, "line %" PRIu64, row->line));
}

static int compare(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_amounts(amount a, amount b)
{
    return (a > b) - (a < b);
}

static int compare_orders(const struct flow_order *a,
                          const struct flow_order *b)
{
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    int order = compare(a->ordered, b->ordered);
    if (!order)
        order = compare((int64_t)a->year_count, (int64_t)b->year_count);
    for (size_t i = 0; !order && i < a->year_count; i++)
        order = compare(a->years[i], b->years[i]);
    if (!order)
        order = compare_amounts(a->value, b->value);
    return order ? order : str_cmp(a->comment, b->comment);
}

/* By everything but the line. */
static int compare_contents(const struct flow *a, const struct flow *b)
{
    const int64_t left[] = {a->supplier,    a->recipient,       a->category,
                            a->designation, a->description,     a->deal,
                            a->year,        a->order_year,      a->unit,
                            a->measure,     a->condition,       a->cell,
                            a->items,       a->local_production};
    const int64_t right[] = {b->supplier,    b->recipient,       b->category,
                             b->designation, b->description,     b->deal,
                             b->year,        b->order_year,      b->unit,
                             b->measure,     b->condition,       b->cell,
                             b->items,       b->local_production};
    int order = 0;
    for (size_t i = 0; !order && i < sizeof left / sizeof left[0]; i++)
        order = compare(left[i], right[i]);
    if (!order)
        order = compare_amounts(a->value, b->value);
    if (!order)
        order = compare_amounts(a->unit_value, b->unit_value);
    return order ? order : compare_orders(a->order, b->order);
}

static int row_order(const void *left, const void *right)
{
    const struct flow *a = *(const struct flow *const *)left;
    const struct flow *b = *(const struct flow *const *)right;
    int order = compare_contents(a, b);
    return order ? order : compare((int64_t)a->line, (int64_t)b->line);
}

static int line_order(const void *left, const void *right)
{
    const struct flow *a = *(const struct flow *const *)left;
    const struct flow *b = *(const struct flow *const *)right;
    return compare((int64_t)a->line, (int64_t)b->line);
}

/* A cell of one line is no other row. */
static void screen_identical(struct screen *screen, const struct study *study)
{
    const struct deals *deals = study->deals;
    const struct flow **rows = mem_alloc(deals->len, sizeof(*rows));
    size_t repeated = 0;
    for (size_t i = 0; i < deals->len; i++)
        rows[i] = &deals->rows[i];
    qsort(rows, deals->len, sizeof(*rows), row_order);
    for (size_t i = 1; i < deals->len; i++) {
        const struct flow *before = rows[i - 1], *row = rows[i];
        /* What is overwritten here is behind. */
        if (compare_contents(before, row) == 0 && before->line != row->line)
            rows[repeated++] = row;
    }
    qsort(rows, repeated, sizeof(*rows), line_order);
    for (size_t i = 0; i < repeated; i++)
        add_row(screen, study->arena, rows[i]);
    mem_free(rows);
}

/* What is known of a name, once for all rows. */
struct known {
    const struct place *place;
    bool looked;
};

static const struct place *place_at_id(struct known *known,
                                       struct screen *screen,
                                       const struct study *study, uint32_t id)
{
    struct str name = names_text(&study->names->places, id);
    if (known[id].looked)
        return known[id].place;
    known[id].looked = true;
    known[id].place = place_of_name(name);
    if (known[id].place || place_kind_of_name(name) != PLACE_UNKNOWN ||
        str_eq(name, STR(SCOPE_NOT_DIVIDED)))
        return known[id].place;
    screen->count++;
    add_example(screen, diag_quote(study->arena, name));
    return NULL;
}

static bool is_absent(const struct place *place, int year)
{
    return place && year &&
           ((place->from_year && year < place->from_year) ||
            (place->to_year && year > place->to_year));
}

/* A side that the file does not divide has one name for all. */
static bool is_same(const struct study *study, const struct flow *row,
                    const struct place *supplier, const struct place *recipient)
{
    struct str name = names_text(&study->names->places, row->supplier);
    if (row->supplier == row->recipient)
        return !str_eq(name, STR(SCOPE_NOT_DIVIDED)) &&
               !(supplier && supplier->kind == PLACE_UNKNOWN);
    return supplier && supplier == recipient && supplier->kind != PLACE_UNKNOWN;
}

static void screen_places(struct screen *screens, const struct study *study)
{
    size_t count = study->names->places.len;
    struct known *known = mem_alloc(count, sizeof(*known));
    for (size_t i = 0; i < study->deals->len; i++) {
        const struct flow *row = &study->deals->rows[i];
        const struct place *supplier =
            place_at_id(known, &screens[SCREEN_NAMES], study, row->supplier);
        const struct place *recipient =
            place_at_id(known, &screens[SCREEN_NAMES], study, row->recipient);
        if (is_same(study, row, supplier, recipient))
            add_row(&screens[SCREEN_SELF], study->arena, row);
        if (is_absent(supplier, row->year) || is_absent(recipient, row->year))
            add_row(&screens[SCREEN_STATE], study->arena, row);
    }
    mem_free(known);
}

static void screen_rows(struct screen *screens, const struct study *study)
{
    for (size_t i = 0; i < study->deals->len; i++) {
        const struct flow *row = &study->deals->rows[i];
        int first = row->order && row->order->year_count > 0
                        ? row->order->years[0]
                        : row->year;
        if (row->cell == CELL_NOT_REPORTED)
            add_row(&screens[SCREEN_NO_AMOUNT], study->arena, row);
        else if (row->value == 0 && row->cell != CELL_NONE)
            add_row(&screens[SCREEN_ZERO], study->arena, row);
        if (row->order_year && first && first < row->order_year)
            add_row(&screens[SCREEN_EARLY], study->arena, row);
    }
}

/* Totals of all covered years, in order. */
static void screen_years(struct screen *screen, const struct study *study)
{
    struct period covered = study->scope.covered;
    size_t n = (size_t)period_length(covered);
    screen->made = n >= HAMPEL_LEAST;
    amount *sums = mem_alloc(n, sizeof(*sums));
    double *values = mem_alloc(n, sizeof(*values));
    double *medians = mem_alloc(n, sizeof(*medians));
    bool *far = mem_alloc(n, sizeof(*far));
    for (size_t i = 0; i < study->cube->len; i++) {
        const struct cube_cell *cell = &study->cube->cells[i];
        if (period_has(covered, cell->key.year))
            sums[cell->key.year - covered.from] += cell->sum;
    }
    for (size_t i = 0; i < n; i++)
        values[i] = ratio_double((struct ratio){sums[i], AMOUNT_ONE});
    screen->count = hampel_far(values, n, far, medians);
    for (size_t i = 0; i < n; i++) {
        char sum[DECIMAL_TEXT], median[DECIMAL_TEXT];
        if (!far[i])
            continue;
        amount_whole(sum, sums[i]);
        amount_whole(median, (amount)(medians[i] * (double)AMOUNT_ONE));
        add_example(screen, arena_printf(study->arena, "%d: %s, median %s",
                                         covered.from + (int)i, sum, median));
    }
    mem_free(far);
    mem_free(medians);
    mem_free(values);
    mem_free(sums);
}

static bool is_named(const struct study *study, uint32_t place)
{
    struct str name = names_text(&study->names->places, place);
    return name.len > 0 && !str_eq(name, STR(SCOPE_NOT_DIVIDED));
}

/* What any row tells. A year of a series has one value, and is no row. */
static void see_what_is_told(struct screen *screens, const struct study *study,
                             bool series)
{
    for (size_t i = 0; i < study->deals->len; i++) {
        const struct flow *row = &study->deals->rows[i];
        bool supplier = is_named(study, row->supplier);
        bool recipient = is_named(study, row->recipient);
        int year = row->order && row->order->year_count > 0
                       ? row->order->years[0]
                       : row->year;
        screens[SCREEN_IDENTICAL].made |= !series;
        screens[SCREEN_SELF].made |= supplier && recipient;
        screens[SCREEN_NAMES].made |= supplier || recipient;
        screens[SCREEN_STATE].made |= row->year && (supplier || recipient);
        screens[SCREEN_ZERO].made |= row->cell != CELL_NONE;
        screens[SCREEN_NO_AMOUNT].made |= !series;
        screens[SCREEN_EARLY].made |= row->order_year && year;
    }
}

void screens_of(const struct study *study, bool series, bool sums,
                struct screen screens[SCREEN_COUNT])
{
    for (size_t i = 0; i < SCREEN_COUNT; i++)
        screens[i] = (struct screen){0};
    see_what_is_told(screens, study, series);
    screen_identical(&screens[SCREEN_IDENTICAL], study);
    screen_places(screens, study);
    screen_rows(screens, study);
    if (sums && !study->scope.undivided_years)
        screen_years(&screens[SCREEN_JUMPS], study);
}

const char *screen_words(struct arena *arena, enum screen_kind kind,
                         const struct screen *screen)
{
    static const struct {
        const char *one;
        const char *several;
    } words[SCREEN_COUNT] = {
        [SCREEN_IDENTICAL] = {"row like another one", "rows like other ones"},
        [SCREEN_SELF] = {"row from a place to itself",
                         "rows from a place to itself"},
        [SCREEN_NAMES] = {"name that no table knows",
                          "names that no table knows"},
        [SCREEN_STATE] = {"row of a year in which the place did not exist",
                          "rows of years in which the place did not exist"},
        [SCREEN_ZERO] = {"amount of 0", "amounts of 0"},
        [SCREEN_NO_AMOUNT] = {"row without an amount",
                              "rows without an amount"},
        [SCREEN_EARLY] = {"delivery before the order",
                          "deliveries before the order"},
        [SCREEN_JUMPS] = {"year far from those around it",
                          "years far from those around them"},
    };
    char count[DECIMAL_TEXT];
    amount_whole(count, (amount)screen->count * AMOUNT_ONE);
    if (screen->count == 0)
        return words[kind].several;
    const char *text = arena_printf(arena, "%s %s", count,
                                    screen->count == 1 ? words[kind].one
                                                       : words[kind].several);
    for (size_t i = 0; i < screen->shown; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? "; " : " (",
                            screen->examples[i]);
    return arena_printf(arena, "%s%s", text,
                        screen->shown < screen->count ? "; ...)" : ")");
}
