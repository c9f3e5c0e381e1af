/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a batch column by column. A row in which every cell is what
 * cells of its kind nearly always are needs no more than this; any other is
 * marked slow and read by row_flow.c, in its turn. Both must agree on what a
 * row means. */
#include <config.h>

#include <assert.h>

#include "base/digits.h"
#include "base/mem.h"
#include "source/cells.h"
#include "source/rows.h"

/* Of amounts: thousands are the most that a source counts in. */
#define LARGEST_SCALE 10000

/* What is the same in every row, because no column says it or nobody asks, is
 * filled in here and left alone. */
static void make_room(struct rows *all, size_t rows)
{
    struct row_columns *columns = &all->columns;
    if (rows <= columns->cap)
        return;
    columns->cap = rows;
#define RESIZE(array) array = mem_resize(array, rows, sizeof(*array))
    RESIZE(columns->supplier);
    RESIZE(columns->recipient);
    RESIZE(columns->category);
    RESIZE(columns->year);
    RESIZE(columns->value);
    RESIZE(columns->estimates);
    RESIZE(columns->slow);
#undef RESIZE
    for (size_t i = 0; i < rows; i++) {
        columns->supplier[i] = all->supplier;
        columns->recipient[i] = all->recipient;
        columns->category[i] = all->category;
    }
}

/* The cells of one role. */
struct column {
    const struct str *first;
    size_t step;
};

static inline struct column column_of(const struct rows *rows, enum role role)
{
    return (struct column){rows->batch.cells + rows->at[role],
                           rows->batch.columns};
}

static inline struct str column_cell(struct column column, size_t row)
{
    return column.first[row * column.step];
}

static inline struct str without_blanks(struct str cell)
{
    while (cell.len > 0 && cell.ptr[0] == ' ')
        cell = str_skip(cell, 1);
    while (cell.len > 0 && cell.ptr[cell.len - 1] == ' ')
        cell.len--;
    return cell;
}

static void mark_unsound(struct rows *rows)
{
    const struct batch *batch = &rows->batch;
    uint8_t *slow = rows->columns.slow;
    memset(slow, 0, batch->rows);
    if (batch->sound)
        return;
    for (size_t i = 0; i < batch->rows; i++)
        slow[i] = batch->status[i] != RECORD_OK || !batch->ended[i];
}

/* Years that a row of the file may have. */
static struct period allowed_years(const struct reading *reading)
{
    struct period years = {CELLS_YEAR_FIRST, CELLS_YEAR_LAST};
    if (reading->scope.declared.from)
        years = reading->scope.declared;
    if (reading->generated.year && reading->generated.year < years.to)
        years.to = reading->generated.year;
    return years;
}

/* Many files are in order, so each cell is held against the one before. */
static void read_years(struct rows *rows)
{
    struct column column = column_of(rows, ROLE_YEAR);
    struct period allowed = allowed_years(rows->reading);
    unsigned length = (unsigned)(allowed.to - allowed.from);
    int32_t *years = rows->columns.year;
    uint8_t *slow = rows->columns.slow;
    uint32_t last = 0, year = 0;
    bool sound = false;
    for (size_t i = 0; i < rows->batch.rows; i++) {
        struct str cell = column_cell(column, i);
        uint32_t word = (uint32_t)digits_load(cell.ptr);
        if (word != last || cell.len != 4)
            sound = digits_parse_four(cell, &year) &&
                    year - (unsigned)allowed.from <= length;
        last = cell.len == 4 ? word : 0;
        years[i] = (int32_t)year;
        slow[i] |= !sound;
    }
}

/* What is not plain digits in 64 bits, but a sound amount for all that. */
static bool read_unusual(struct str cell, char mark, int64_t *value)
{
    struct decimal decimal;
    cell = without_blanks(cell);
    if (decimal_parse(cell, mark, &decimal) != DECIMAL_OK || decimal.rounded ||
        decimal.shortened || decimal.value < 0 || decimal.value > INT64_MAX)
        return false;
    *value = (int64_t)decimal.value;
    return true;
}

static void read_amounts(struct rows *rows)
{
    struct column column = column_of(rows, ROLE_AMOUNT);
    char mark = rows->reading->options.decimal;
    int64_t scale = (int64_t)rows->reading->scale;
    int64_t *values = rows->columns.value;
    uint8_t *slow = rows->columns.slow;
    int64_t factors[9]; /* eight digits and one of these fit 64 bits */
    assert(scale <= LARGEST_SCALE);
    for (size_t i = 0; i < 9; i++)
        factors[i] = digits_powers[i] * scale;
    for (size_t i = 0; i < rows->batch.rows; i++) {
        struct str cell = column_cell(column, i);
        uint64_t units;
        unsigned place;
        if (digits_parse_short(cell, mark, &units, &place) &&
            factors[place] != 0) {
            values[i] = (int64_t)units * factors[place];
            continue;
        }
        int64_t value = 0;
        bool sound = digits_parse_decimal(cell, mark, &value) ||
                     read_unusual(cell, mark, &value);
        bool fits = !__builtin_mul_overflow(value, scale, &values[i]);
        slow[i] |= !sound || !fits;
    }
}

/* Cells that rows of this file had before: unit, measure and the like. */
static void compare_words(struct rows *rows)
{
    const struct row_words *words = &rows->words;
    uint8_t *slow = rows->columns.slow;
    if (!words->known) {
        memset(slow, 1, rows->batch.rows);
        return;
    }
    for (size_t k = 0; k < ROW_WORDS; k++) {
        if (!rows_has(rows, row_word_roles[k]))
            continue;
        struct column column = column_of(rows, row_word_roles[k]);
        for (size_t i = 0; i < rows->batch.rows; i++)
            slow[i] |= !str_eq(column_cell(column, i), words->texts[k]);
    }
}

/* The number of a place that was not met before; of rows that are sound so far
 * only, because a row at fault adds no name. */
static uint32_t new_place(struct rows *rows, struct str cell, size_t row)
{
    uint8_t *slow = rows->columns.slow;
    if (slow[row])
        return rows->undivided;
    uint32_t number = rows_place(rows, cell);
    slow[row] = number == NAME_NONE;
    return number;
}

/* A side that nobody asks about. */
static void check_places(struct rows *rows, struct column column)
{
    uint8_t *slow = rows->columns.slow;
    for (size_t i = 0; i < rows->batch.rows; i++) {
        struct str cell = column_cell(column, i);
        slow[i] |= cell.len == 0 || cell.ptr[0] == ' ';
    }
}

/* Whether some row names a place on that side. */
static bool read_places(struct rows *rows, enum role role, uint32_t *numbers)
{
    const uint8_t *slow = rows->columns.slow;
    uint32_t undivided = rows->undivided;
    size_t count = rows->batch.rows;
    bool divided = false;
    if (!rows_has(rows, role))
        return rows_fixed_place(rows, role) != undivided;
    if (rows_unasked(rows, role)) {
        check_places(rows, column_of(rows, role));
        return true;
    }
    struct column column = column_of(rows, role);
    struct memo_view view = memo_view(&rows->places);
    uint64_t last = 0;
    uint32_t number = MEMO_NONE; /* that `last` means, if that is known */
    for (size_t i = 0; i < count; i++) {
        struct str cell = column_cell(column, i);
        uint64_t key = key_of(cell);
        if (key != last || number == MEMO_NONE || key_is_long(key))
            number = memo_look(view, key, cell);
        if (number == MEMO_NONE) {
            number = new_place(rows, cell, i);
            view = memo_view(&rows->places);
        }
        numbers[i] = number;
        divided |= number != undivided;
        last = key;
        if (slow[i])
            number = MEMO_NONE;
    }
    return divided;
}

static void read_categories(struct rows *rows)
{
    const uint8_t *slow = rows->columns.slow;
    uint32_t *numbers = rows->columns.category;
    if (!rows_has(rows, ROLE_CATEGORY))
        return;
    struct column column = column_of(rows, ROLE_CATEGORY);
    struct memo_view view = memo_view(&rows->categories);
    for (size_t i = 0; i < rows->batch.rows; i++) {
        struct str cell = column_cell(column, i);
        uint32_t number = memo_look(view, key_of(cell), cell);
        if (number == MEMO_NONE && !slow[i]) {
            number = rows_category(rows, cell);
            view = memo_view(&rows->categories);
        }
        numbers[i] = number;
    }
}

/* Rows whose flag was not seen before are slow; `bit` is set where it says
 * yes. */
static void read_flags(struct rows *rows, enum role role, uint8_t bit)
{
    struct row_columns *columns = &rows->columns;
    if (!rows_has(rows, role))
        return;
    struct column column = column_of(rows, role);
    bool known = false;
    for (size_t i = 0; i < rows->batch.rows; i++) {
        uint32_t flag = memo_find(&rows->flags, column_cell(column, i));
        columns->slow[i] |= flag == MEMO_NONE;
        known |= flag != MEMO_NONE && flag != TRI_UNKNOWN + 1;
        if (flag == TRI_YES + 1)
            columns->estimates[i] |= bit;
    }
    rows->estimates |= known && role == ROLE_YEAR_ESTIMATED;
}

static void check_conditions(struct rows *rows)
{
    if (!rows_has(rows, ROLE_CONDITION))
        return;
    struct column column = column_of(rows, ROLE_CONDITION);
    for (size_t i = 0; i < rows->batch.rows; i++)
        rows->columns.slow[i] |=
            memo_find(&rows->conditions, column_cell(column, i)) == MEMO_NONE;
}

static void check_items(struct rows *rows)
{
    if (!rows_has(rows, ROLE_ITEMS))
        return;
    struct column column = column_of(rows, ROLE_ITEMS);
    for (size_t i = 0; i < rows->batch.rows; i++) {
        struct str cell = column_cell(column, i);
        uint32_t items;
        rows->columns.slow[i] |= cell.len > 0 && !digits_parse(cell, &items);
    }
}

static void check_order_years(struct rows *rows)
{
    if (!rows_has(rows, ROLE_ORDER_YEAR))
        return;
    struct column column = column_of(rows, ROLE_ORDER_YEAR);
    for (size_t i = 0; i < rows->batch.rows; i++) {
        struct str cell = column_cell(column, i);
        uint32_t year = 0;
        bool sound = cell.len == 0 || (digits_parse_four(cell, &year) &&
                                       year >= CELLS_YEAR_FIRST &&
                                       year <= (uint32_t)rows->columns.year[i]);
        rows->columns.slow[i] |= !sound;
    }
}

/* Everything that could put a row at fault comes before the names. */
void rows_read_columns(struct rows *rows)
{
    struct row_columns *columns = &rows->columns;
    make_room(rows, rows->batch.rows);
    columns->words = rows->words;
    mark_unsound(rows);
    compare_words(rows);
    read_years(rows);
    read_amounts(rows);
    memset(columns->estimates, 0, rows->batch.rows);
    read_flags(rows, ROLE_YEAR_ESTIMATED, ESTIMATED_YEAR);
    read_flags(rows, ROLE_ITEMS_ESTIMATED, ESTIMATED_ITEMS);
    read_flags(rows, ROLE_ORDER_YEAR_ESTIMATED, 0);
    read_flags(rows, ROLE_LOCAL_PRODUCTION, 0);
    check_conditions(rows);
    check_items(rows);
    check_order_years(rows);
    rows->supplier_divided |=
        read_places(rows, ROLE_SUPPLIER, columns->supplier);
    rows->recipient_divided |=
        read_places(rows, ROLE_RECIPIENT, columns->recipient);
    read_categories(rows);
}

bool rows_have_columns(const struct rows *rows)
{
    const struct reading *reading = rows->reading;
    return rows->sink.take_columns && !reading->options.weapons &&
           !rows_have_rules(rows) && rows_has(rows, ROLE_YEAR) &&
           reading->scale <= LARGEST_SCALE;
}
