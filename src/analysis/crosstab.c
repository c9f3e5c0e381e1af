/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/crosstab.h"

#include <stdlib.h>

#include "base/mem.h"

/* Suppliers by recipients of all goods are below a hundredth of it. */
#define MOST_CELLS ((size_t)8000000)

static uint32_t id_of(enum by by, const struct cube_key *key)
{
    return by == BY_SUPPLIER    ? key->supplier
           : by == BY_RECIPIENT ? key->recipient
                                : key->category;
}

static const struct map *names_of(enum by by, const struct names *names)
{
    return by == BY_CATEGORY ? &names->categories : &names->places;
}

static bool in_period(const struct periods *periods, int year, size_t *period)
{
    *period = period_has(periods->now, year) ? CROSS_NOW : CROSS_BEFORE;
    return *period == CROSS_NOW || period_has(periods->before, year);
}

static int line_order(const void *left, const void *right)
{
    const struct cross_line *a = left;
    const struct cross_line *b = right;
    int names = str_cmp(a->name, b->name);
    return names ? names : (a->id > b->id) - (a->id < b->id);
}

/* Lines of what the cells name, and where each id has its own: at[id], the
 * last one for cells without a name. */
struct axis {
    enum by by;
    struct cross_line *lines;
    size_t count;
    size_t *at;
    size_t names;
};

static size_t slot_of(const struct axis *axis, const struct cube_cell *cell)
{
    uint32_t id = id_of(axis->by, &cell->key);
    return id == NAME_NONE ? axis->names : id;
}

static void axis_init(struct axis *axis, const struct study *study, enum by by)
{
    *axis = (struct axis){.by = by};
    axis->names = names_of(by, study->names)->len;
    axis->at = mem_alloc(axis->names + 1, sizeof *axis->at);
}

static void axis_finish(struct axis *axis, const struct study *study)
{
    const struct map *names = names_of(axis->by, study->names);
    axis->lines =
        arena_alloc(study->arena, axis->names + 1, sizeof *axis->lines);
    for (size_t i = 0; i <= axis->names; i++) {
        bool named = i < axis->names;
        if (axis->at[i])
            axis->lines[axis->count++] = (struct cross_line){
                .id = named ? (uint32_t)i : NAME_NONE,
                .name = named ? names_text(names, (uint32_t)i)
                              : STR("(not named)")};
    }
    qsort(axis->lines, axis->count, sizeof *axis->lines, line_order);
    for (size_t i = 0; i < axis->count; i++) {
        uint32_t id = axis->lines[i].id;
        axis->at[id == NAME_NONE ? axis->names : id] = i;
    }
}

static void add(struct cross_cell *sum, const struct cube_cell *cell,
                size_t period)
{
    sum->sum[period] += cell->sum;
    sum->recorded[period] |= cell->rows > 0;
}

static void fill(struct crosstab *table, const struct study *study,
                 const struct axis *rows, const struct axis *columns,
                 const struct periods *periods, const struct group_masks *masks)
{
    for (size_t i = 0; i < study->cube->len; i++) {
        const struct cube_cell *cell = &study->cube->cells[i];
        size_t period;
        if (!in_period(periods, cell->key.year, &period) ||
            !group_takes(masks, cell))
            continue;
        size_t row = rows->at[slot_of(rows, cell)];
        size_t column = columns->at[slot_of(columns, cell)];
        add(&table->cells[row * table->column_count + column], cell, period);
        add(&table->rows[row].total, cell, period);
        add(&table->columns[column].total, cell, period);
        add(&table->total, cell, period);
    }
}

bool crosstab_build(struct crosstab *table, const struct study *study,
                    enum by rows, enum by columns,
                    const struct periods *periods, struct group_masks masks,
                    struct err *err)
{
    struct axis down;
    struct axis across;
    size_t period;
    axis_init(&down, study, rows);
    axis_init(&across, study, columns);
    for (size_t i = 0; i < study->cube->len; i++) {
        const struct cube_cell *cell = &study->cube->cells[i];
        if (!in_period(periods, cell->key.year, &period) ||
            !group_takes(&masks, cell))
            continue;
        down.at[slot_of(&down, cell)] = 1;
        across.at[slot_of(&across, cell)] = 1;
    }
    axis_finish(&down, study);
    axis_finish(&across, study);
    *table = (struct crosstab){.rows = down.lines,
                               .row_count = down.count,
                               .columns = across.lines,
                               .column_count = across.count};
    bool fits = !across.count || down.count <= MOST_CELLS / across.count;
    if (fits) {
        table->cells = arena_alloc(study->arena, down.count * across.count + 1,
                                   sizeof *table->cells);
        fill(table, study, &down, &across, periods, &masks);
    }
    mem_free(down.at);
    mem_free(across.at);
    return fits || err_set(err, ERR_REQUEST,
                           "%zu by %zu are too many to compare; choose some "
                           "with --category",
                           down.count, across.count);
}

const struct cross_line *crosstab_find(const struct cross_line *lines,
                                       size_t count, uint32_t id)
{
    for (size_t i = 0; i < count; i++) {
        if (lines[i].id == id)
            return &lines[i];
    }
    return NULL;
}
