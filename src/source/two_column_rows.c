/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/two_column.h"

#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "source/cells.h"
#include "source/records.h"
#include "source/source.h"
#include "trade/year_series.h"

/* A longer cell is no number. */
#define CELL_TEXT 400

enum { PART_YEAR, PART_VALUE, PARTS };

struct dated {
    struct year_value item;
    uint64_t line;
};

/* The rows of one file; on the heap while they grow. */
struct series_rows {
    struct reading *reading;
    size_t at[PARTS]; /* wanted columns */
    struct batch batch;
    struct dated *items;
    size_t count;
    size_t cap;
    const char *period; /* the first that stands for a year; or null */
};

static struct str text_of(const struct series_rows *rows, size_t row, int part)
{
    const struct batch *batch = &rows->batch;
    return str_trim(batch->cells[row * batch->columns + rows->at[part]]);
}

bool two_column_value(const struct reading *reading, struct str cell,
                      double *value)
{
    struct decimal decimal;
    char text[CELL_TEXT];
    char *end;
    if (cell.len >= sizeof text ||
        decimal_parse(cell, reading->options.decimal, &decimal) != DECIMAL_OK)
        return false;
    for (size_t i = 0; i < cell.len; i++)
        text[i] = cell.ptr[i] == ',' ? '.' : cell.ptr[i];
    text[cell.len] = '\0';
    *value = strtod(text, &end);
    return end == text + cell.len && isfinite(*value);
}

static void keep(struct series_rows *rows, int year, double value,
                 uint64_t line)
{
    if (rows->count == rows->cap) {
        rows->cap = rows->cap ? 2 * rows->cap : 64;
        rows->items = mem_resize(rows->items, rows->cap, sizeof *rows->items);
    }
    rows->items[rows->count++] = (struct dated){{year, value}, line};
}

/* The year of a row; of a period its last one. */
static bool find_year(struct series_rows *rows, struct str cell, int *year)
{
    if (two_column_year(cell, year))
        return true;
    if (!two_column_period(cell, year))
        return false;
    if (!rows->period)
        rows->period = diag_quote(&rows->reading->arena, cell);
    return true;
}

static void read_row(struct series_rows *rows, size_t row)
{
    struct reading *reading = rows->reading;
    struct tally *tally = &reading->tally;
    uint64_t line = rows->batch.lines[row];
    struct str year_text = text_of(rows, row, PART_YEAR);
    struct str text = text_of(rows, row, PART_VALUE);
    double value = 0;
    int year;
    if (!find_year(rows, year_text, &year)) {
        tally_fault(tally, FAULT_YEAR, line, year_text);
        return;
    }
    bool missing = cells_missing(text);
    if (!missing && !two_column_value(reading, text, &value)) {
        tally_fault(tally, FAULT_AMOUNT, line, text);
        return;
    }
    tally->rows_used++;
    source_see_year(reading, year);
    if (missing)
        tally_remark(tally, REMARK_NO_AMOUNT, line, text);
    keep(rows, year, missing ? NAN : value, line);
}

static void read_record(struct series_rows *rows, size_t row)
{
    struct tally *tally = &rows->reading->tally;
    const struct head *head = &rows->reading->head;
    const struct head_record *header = &head->records[rows->reading->header];
    if (record_is_blank(&rows->batch, row))
        return;
    if (record_is_text(&rows->batch, row)) {
        tally_aside(tally, ASIDE_NOTES, 1);
        return;
    }
    tally->rows_read++;
    if (!record_is_sound(&rows->batch, row, tally))
        return;
    if (record_is_header(&rows->batch, row, header))
        tally_fault(tally, FAULT_HEADER, rows->batch.lines[row],
                    text_of(rows, row, PART_YEAR));
    else
        read_row(rows, row);
}

static int year_order(const void *left, const void *right)
{
    const struct dated *a = left;
    const struct dated *b = right;
    if (a->item.year != b->item.year)
        return a->item.year < b->item.year ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

/* Rows may stand in any order, but a year has one value. */
static bool sort_rows(struct series_rows *rows, struct err *err)
{
    if (rows->count)
        qsort(rows->items, rows->count, sizeof *rows->items, year_order);
    for (size_t i = 1; i < rows->count; i++) {
        const struct dated *first = &rows->items[i - 1];
        const struct dated *second = &rows->items[i];
        if (first->item.year == second->item.year)
            return err_set(err, ERR_DATA,
                           "%s: the year '%d' stands twice (the first time on "
                           "%s %llu); keep one row a year",
                           reading_place(rows->reading, &rows->reading->arena,
                                         second->line),
                           second->item.year, reading_line_word(rows->reading),
                           (unsigned long long)first->line);
    }
    return true;
}

/* Why the values of neighbouring years share years, or null. */
static const char *find_overlap(const struct series_rows *rows, struct str name)
{
    struct arena *arena = &rows->reading->arena;
    if (rows->period)
        return arena_printf(arena,
                            "%s is a period of several years, and one value a "
                            "year is needed",
                            rows->period);
    if (two_column_is_moving(name, arena))
        return arena_printf(arena,
                            "the name of the column %s says moving averages or "
                            "overlapping periods (call it otherwise if it has "
                            "values of single years)",
                            diag_quote(arena, name));
    return NULL;
}

static void keep_series(const struct series_rows *rows)
{
    struct reading *reading = rows->reading;
    struct arena *arena = &reading->arena;
    const struct head_record *header = &reading->head.records[reading->header];
    struct str name = str_trim(header->cells[reading->roles[ROLE_AMOUNT]]);
    struct year_series *series = arena_alloc(arena, 1, sizeof *series);
    struct year_value *items =
        arena_alloc(arena, rows->count + 1, sizeof *items);
    *series = (struct year_series){
        .items = items,
        .file = reading->name,
        .name = arena_str(arena, name).ptr,
        .overlap = find_overlap(rows, name),
        .unit_known = reading->options.unit >= 0,
        .unit = reading->unit,
    };
    for (size_t i = 0; i < rows->count; i++) {
        if (isfinite(rows->items[i].item.value))
            items[series->count++] = rows->items[i].item;
    }
    reading->series = series;
}

static bool read_all(struct series_rows *rows, struct err *err)
{
    struct reading *reading = rows->reading;
    do {
        if (!reader_next(reading->reader, &rows->batch, err))
            return false;
        for (size_t i = 0; i < rows->batch.rows; i++)
            read_record(rows, i);
        reading_show(reading, reading->tally.rows_read);
    } while (rows->batch.rows);
    return true;
}

bool two_column_read(struct reading *reading, struct names *names,
                     struct flow_sink sink, struct err *err)
{
    struct series_rows rows = {.reading = reading};
    const size_t columns[PARTS] = {reading->roles[ROLE_YEAR],
                                   reading->roles[ROLE_AMOUNT]};
    (void)names;
    (void)sink;
    records_want(reading, columns, PARTS, rows.at);
    reading->tally.batch = &rows.batch;
    bool done = read_all(&rows, err) && sort_rows(&rows, err);
    reading->tally.batch = NULL;
    if (done)
        keep_series(&rows);
    mem_free(rows.items);
    return done;
}
