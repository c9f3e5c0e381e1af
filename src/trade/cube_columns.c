/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many flows at a time into a cube. */
#include <config.h>

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "trade/cube_cells.h"

#define CELLS_AT_ONCE ((size_t)512)

/* What can be looked up without a search. */
#define DIRECT_FROM 1800
#define DIRECT_YEARS 512u
#define DIRECT_NUMBERS 2048u

/* The only dimension beside the year, or null if there is another number of
 * them. */
static const uint32_t *only_dimension(const struct cube *cube,
                                      const struct flow_columns *columns)
{
    switch (cube->dims) {
    case DIM_SUPPLIER | DIM_YEAR:
        return columns->supplier;
    case DIM_RECIPIENT | DIM_YEAR:
        return columns->recipient;
    case DIM_CATEGORY | DIM_YEAR:
        return columns->category;
    default:
        return NULL;
    }
}

static void grow_direct(struct cube *cube, uint32_t number)
{
    size_t count = cube->direct_count > 0 ? cube->direct_count : 64;
    while (count <= number)
        count *= 2;
    size_t old = cube->direct_count * DIRECT_YEARS;
    cube->direct =
        mem_resize(cube->direct, count * DIRECT_YEARS, sizeof(*cube->direct));
    memset(cube->direct + old, 0,
           (count * DIRECT_YEARS - old) * sizeof(*cube->direct));
    cube->direct_count = count;
}

void cube_forget_direct(struct cube *cube)
{
    if (cube->direct)
        memset(cube->direct, 0,
               cube->direct_count * DIRECT_YEARS * sizeof(*cube->direct));
}

static struct cube_key key_at(const struct cube *cube,
                              const struct flow_columns *columns, size_t flow)
{
    unsigned dims = cube->dims;
    return (struct cube_key){
        .supplier = dims & DIM_SUPPLIER ? columns->supplier[flow] : NAME_NONE,
        .recipient =
            dims & DIM_RECIPIENT ? columns->recipient[flow] : NAME_NONE,
        .category = dims & DIM_CATEGORY ? columns->category[flow] : NAME_NONE,
        .description = NAME_NONE,
        .year = dims & DIM_YEAR ? columns->year[flow] : 0,
    };
}

/* One look into a table in place of a search. */
static uint32_t find_directly(struct cube *cube,
                              const struct flow_columns *columns,
                              uint32_t number, size_t flow)
{
    uint32_t year = (uint32_t)(columns->year[flow] - DIRECT_FROM);
    size_t at = (size_t)number * DIRECT_YEARS + year;
    bool fits = number < DIRECT_NUMBERS && year < DIRECT_YEARS;
    if (fits && number < cube->direct_count && cube->direct[at] != 0)
        return cube->direct[at] - 1;
    uint32_t cell = cube_find(cube, key_at(cube, columns, flow));
    if (!fits || cube->full)
        return cell;
    if (number >= cube->direct_count)
        grow_direct(cube, number);
    cube->direct[at] = cell + 1;
    return cell;
}

/* Flows of a kind come together in many files. */
static void find_cells_directly(struct cube *cube,
                                const struct flow_columns *columns,
                                const uint32_t *numbers, size_t from,
                                size_t count, uint32_t *cells)
{
    const int32_t *years = columns->year;
    uint32_t cell = find_directly(cube, columns, numbers[from], from);
    cells[0] = cell;
    for (size_t i = from + 1; i < from + count; i++) {
        if (numbers[i] != numbers[i - 1] || years[i] != years[i - 1])
            cell = find_directly(cube, columns, numbers[i], i);
        cells[i - from] = cell;
    }
}

/* The numbers of the flows' cells. */
static void find_cells(struct cube *cube, const struct flow_columns *columns,
                       size_t from, size_t count, uint32_t *cells)
{
    const uint32_t *numbers = only_dimension(cube, columns);
    if (numbers) {
        find_cells_directly(cube, columns, numbers, from, count, cells);
        return;
    }
    for (size_t i = 0; i < count; i++)
        cells[i] = cube_find(cube, key_at(cube, columns, from + i));
}

/* What is not 0 in every flow of trade data: printed rounding, estimates. */
static void add_doubts(struct cube_cell *cell,
                       const struct flow_columns *columns, size_t flow)
{
    int64_t value = columns->value[flow];
    unsigned estimates = columns->estimates ? columns->estimates[flow] : 0;
    cell->half_width += columns->half_width;
    if (value == 0 && columns->zero_is_below_half) {
        cell->half_below += columns->half_width;
        cell->below_half++;
    }
    if (estimates & ESTIMATED_YEAR)
        cell->year_estimated += value;
    if (estimates & ESTIMATED_ITEMS)
        cell->items_estimated += value;
}

/* Adds the flows to cells whose numbers are known; false when a sum may have
 * come near its limit. */
static bool add_to_cells(struct cube *cube, const struct flow_columns *columns,
                         size_t from, size_t count, const uint32_t *numbers)
{
    bool doubts = columns->half_width > 0 || columns->estimates;
    uint64_t high = 0;
    for (size_t i = 0; i < count; i++) {
        struct cube_cell *cell = &cube->cells[numbers[i]];
        cell->sum += columns->value[from + i];
        cell->rows++;
        high |= (uint64_t)(cell->sum >> 64);
        if (doubts) {
            add_doubts(cell, columns, from + i);
            high |= (uint64_t)(cell->half_width >> 64);
        }
    }
    return high < (uint64_t)(CUBE_LARGEST_SUM >> 65);
}

static bool cells_in_limits(const struct cube *cube, const uint32_t *numbers,
                            size_t count)
{
    bool sound = true;
    for (size_t i = 0; i < count; i++) {
        const struct cube_cell *cell = &cube->cells[numbers[i]];
        sound &= cube_in_limits(cell->sum) && cube_in_limits(cell->half_width);
    }
    return sound;
}

/* Numbers of cells first, then the sums: so one flow need not wait for the
 * memory that another one is fetched from. */
bool cube_add_columns(struct cube *cube, const struct flow_columns *columns,
                      struct err *err)
{
    uint32_t numbers[CELLS_AT_ONCE];
    assert(!(cube->dims & DIM_DESCRIPTION));
    if (!cube_same_unit(cube, columns->unit, columns->measure, err))
        return false;
    for (size_t from = 0; from < columns->count; from += CELLS_AT_ONCE) {
        size_t count = columns->count - from;
        count = count < CELLS_AT_ONCE ? count : CELLS_AT_ONCE;
        find_cells(cube, columns, from, count, numbers);
        if (cube->full || (!add_to_cells(cube, columns, from, count, numbers) &&
                           !cells_in_limits(cube, numbers, count)))
            return cube_fault(cube, err);
    }
    return true;
}
