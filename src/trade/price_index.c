/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/price_index.h"

#include <assert.h>
#include <stdio.h>

#include "base/diag.h"
#include "trade/cube_cells.h"

#define CELL_BYTES ((size_t)40)
#define SHIFT 6 /* decimals beyond those of an amount */
#define LARGEST ((amount)10000000 * AMOUNT_ONE)

/* A line on its way into the table. */
struct line {
    struct price_index *index;
    const char *name;
    size_t number;
    struct arena *arena;
    struct err *err;
};

static bool refuse(const struct line *line, const char *what, struct str text,
                   const char *instead)
{
    return err_set(line->err, ERR_DATA, "%s:%zu: %s: %s; %s", line->name,
                   line->number, what, diag_quote(line->arena, text), instead);
}

static bool is_year(struct str cell, int *year)
{
    unsigned long value;
    if (cell.len != 4 ||
        !str_to_uint(cell, INDEX_FROM + INDEX_YEARS - 1, &value) ||
        value < INDEX_FROM)
        return false;
    *year = (int)value;
    return true;
}

/* The number with its decimal mark moved to the right, so that decimals
 * beyond the sixth count; false: no plain number. */
static bool shift(struct str cell, char mark,
                  char moved[CELL_BYTES + SHIFT + 2])
{
    size_t len = 0, decimals = 0;
    bool passed = false;
    if (cell.len == 0 || cell.len > CELL_BYTES)
        return false;
    for (size_t i = 0; i < cell.len; i++) {
        char byte = cell.ptr[i];
        if (byte == mark && !passed) {
            passed = true;
        } else if (byte >= '0' && byte <= '9') {
            if (passed && decimals++ == SHIFT)
                moved[len++] = '.';
            moved[len++] = byte;
        } else {
            return false;
        }
    }
    for (; decimals < SHIFT; decimals++)
        moved[len++] = '0';
    moved[len] = '\0';
    return true;
}

static bool read_value(struct str cell, char mark, amount *value)
{
    char moved[CELL_BYTES + SHIFT + 2];
    struct decimal decimal;
    if (!shift(cell, mark, moved) ||
        decimal_parse(str_from(moved), '.', &decimal) != DECIMAL_OK)
        return false;
    *value = decimal.value;
    return *value > 0 && *value < LARGEST * AMOUNT_ONE;
}

static struct str unquote(struct str cell)
{
    cell = str_trim(cell);
    if (cell.len > 1 && cell.ptr[0] == '"' && cell.ptr[cell.len - 1] == '"')
        cell = str_trim((struct str){cell.ptr + 1, cell.len - 2});
    return cell;
}

static char delimiter_of(struct str line)
{
    return memchr(line.ptr, ';', line.len)    ? ';'
           : memchr(line.ptr, '\t', line.len) ? '\t'
                                              : ',';
}

static bool take_value(const struct line *line, int year, struct str cell,
                       char delimiter)
{
    struct price_index *index = line->index;
    amount *value = &index->values[year - INDEX_FROM];
    char text[16];
    snprintf(text, sizeof text, "%d", year);
    if (*value > 0)
        return refuse(line, "a year twice", str_from(text),
                      "leave one of them out");
    bool comma = delimiter != ',' && memchr(cell.ptr, ',', cell.len);
    if (!read_value(cell, comma ? ',' : '.', value))
        return refuse(line, "not a price index", cell,
                      "write a number above 0 and below 10000000");
    period_see(&index->years, year);
    index->count++;
    return true;
}

/* The first line may be heads. */
static bool take_line(const struct line *line, struct str text, bool first)
{
    char delimiter = delimiter_of(text);
    struct str rest = text;
    struct str year_cell = unquote(str_cut(&rest, delimiter));
    int year;
    if (!rest.ptr)
        return refuse(line, "not two cells", text, "write year,index");
    struct str cell = unquote(str_cut(&rest, delimiter));
    if (rest.ptr)
        return refuse(line, "more than two cells", text,
                      "keep the year and one index");
    if (is_year(year_cell, &year))
        return take_value(line, year, cell, delimiter);
    return first || refuse(line, "not a year", year_cell, "write four digits");
}

static struct str without_comment(struct str line)
{
    if (str_ends(line, STR("\r")))
        line.len--;
    return str_trim(str_cut(&line, '#'));
}

bool price_index_parse(struct price_index *index, const char *name,
                       struct str text, struct err *err)
{
    struct arena scratch;
    bool first = true, sound = true;
    *index = (struct price_index){.years = {1, 0}};
    arena_init(&scratch);
    if (str_starts(text, STR("\xef\xbb\xbf")))
        text = str_skip(text, 3);
    for (size_t number = 1; sound && text.ptr; number++) {
        struct str cells = without_comment(str_cut(&text, '\n'));
        struct line line = {index, name, number, &scratch, err};
        if (cells.len == 0)
            continue;
        sound = take_line(&line, cells, first);
        first = false;
    }
    arena_done(&scratch);
    if (sound && index->count == 0)
        return err_set(err, ERR_DATA,
                       "%s: no year with a price index in it; write year,index "
                       "a line",
                       name);
    return sound;
}

static amount value_of(const struct price_index *index, int year)
{
    return year >= INDEX_FROM && year < INDEX_FROM + INDEX_YEARS
               ? index->values[year - INDEX_FROM]
               : 0;
}

bool price_index_has(const struct price_index *index, int year)
{
    return value_of(index, year) > 0;
}

/* The part behind the whole ones, which is smaller than `den` units: to the
 * next whole number, half to even. */
static bool rounds_up(amount part, amount den, bool odd)
{
    amount rest = part % den, other = den - rest;
    return rest > other || (rest == other && odd);
}

bool price_index_apply(const struct price_index *index, int year, int base,
                       amount *value)
{
    amount num = value_of(index, base), den = value_of(index, year);
    amount size = amount_size(*value), whole, part;
    assert(num > 0 && den > 0);
    if (__builtin_mul_overflow(size / den, num, &whole) ||
        __builtin_mul_overflow(size % den, num, &part) ||
        !amount_add(&whole, part / den) ||
        !amount_add(&whole, rounds_up(part, den, (whole & 1) != 0)))
        return false;
    *value = *value < 0 ? -whole : whole;
    return true;
}

static void empty(struct cube_cell *cell)
{
    *cell =
        (struct cube_cell){.key = cell->key, .unreported = cell->unreported};
}

bool price_index_deflate(const struct price_index *index, int base,
                         struct cube *cube, struct err *err)
{
    for (size_t i = 0; i < cube->len; i++) {
        struct cube_cell *cell = &cube->cells[i];
        int year = cell->key.year;
        amount *amounts[] = {&cell->sum, &cell->items_estimated,
                             &cell->year_estimated, &cell->half_width,
                             &cell->half_below};
        if (!price_index_has(index, year)) {
            empty(cell);
            continue;
        }
        for (size_t j = 0; j < sizeof amounts / sizeof amounts[0]; j++) {
            if (!price_index_apply(index, year, base, amounts[j]) ||
                !cube_in_limits(*amounts[j]))
                return err_set(err, ERR_DATA,
                               "the amounts of %d at the prices of %d are "
                               "larger than can be counted",
                               year, base);
        }
    }
    return true;
}
