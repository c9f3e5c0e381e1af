/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/wide.h"

#include "base/mem.h"
#include "source/cells.h"
#include "source/records.h"

enum { YEAR_DIGITS = 4 };

bool wide_year(struct str cell, int *year)
{
    cell = str_trim(cell);
    if (cell.len == YEAR_DIGITS + 1 && cell.ptr[0] == 'X')
        cell = str_skip(cell, 1);
    else if (cell.len > YEAR_DIGITS &&
             str_starts(str_skip(cell, YEAR_DIGITS), STR(" [YR")))
        cell.len = YEAR_DIGITS;
    return cells_year(cell, year);
}

size_t wide_count_years(const struct head_record *header, size_t first)
{
    size_t i = first;
    int year;
    while (i < header->count && wide_year(header->cells[i], &year))
        i++;
    return i > first ? i - first : 0;
}

struct period wide_range(const struct head_record *header, size_t first)
{
    struct period range = {0, -1};
    size_t years = wide_count_years(header, first);
    for (size_t i = 0; i < years; i++) {
        int year;
        if (wide_year(header->cells[first + i], &year))
            period_see(&range, year);
    }
    return range;
}

static void want_columns(struct wide *wide, const struct head_record *header)
{
    size_t behind = wide->form.labels + wide->years;
    size_t *wanted = mem_alloc(header->count, sizeof(*wanted));
    size_t count = 0;
    for (size_t i = 0; i < header->count; i++) {
        bool is_sum = i >= behind && wide->form.is_sum &&
                      wide->form.is_sum(str_trim(header->cells[i]));
        if (i < behind || is_sum)
            wanted[count++] = i;
        wide->sum_count += is_sum;
    }
    reader_want(wide->reading->reader, wanted, count, header->count);
    mem_free(wanted);
}

/* The last year that no column is of, though columns are of years before it;
 * 0: none. */
static int last_gap(const struct wide *wide)
{
    int last = 0;
    for (size_t i = 0; i < wide->years; i++)
        last = wide->year[i] > last ? wide->year[i] : last;
    for (int year = last - 1; year > 0; year--) {
        bool column = false;
        bool before = false;
        for (size_t i = 0; i < wide->years; i++) {
            column |= wide->year[i] == year;
            before |= wide->year[i] < year;
        }
        if (!column)
            return before ? year : 0;
    }
    return 0;
}

/* Before it the years do not follow each other, and a period over them would
 * take a year that is not there for one without deliveries. */
static void see_gap(struct reading *reading, int year)
{
    if (!year)
        return;
    reading->first_unbroken = year + 1;
    reading->note =
        arena_printf(&reading->arena,
                     "%s%s%s: no column is of %d; the years before %d are "
                     "read, and no period "
                     "takes them.",
                     reading->note ? reading->note : "",
                     reading->note ? " " : "", reading->name, year, year + 1);
}

void wide_init(struct wide *wide, struct reading *reading,
               struct wide_form form)
{
    const struct head_record *header = &reading->head.records[reading->header];
    *wide = (struct wide){
        .reading = reading, .tally = &reading->tally, .form = form};
    wide->years = wide_count_years(header, form.labels);
    reading->tally.batch = &wide->batch;
    want_columns(wide, header);
    wide->labels = mem_alloc(form.labels, sizeof(*wide->labels));
    wide->year = mem_alloc(wide->years, sizeof(*wide->year));
    wide->cells = mem_alloc(wide->years, sizeof(*wide->cells));
    wide->sums = mem_alloc(wide->sum_count, sizeof(*wide->sums));
    for (size_t i = 0; i < wide->years; i++)
        wide_year(header->cells[form.labels + i], &wide->year[i]);
    see_gap(reading, last_gap(wide));
}

void wide_done(struct wide *wide)
{
    wide->reading->tally.batch = NULL;
    mem_free(wide->labels);
    mem_free(wide->year);
    mem_free(wide->cells);
    mem_free(wide->sums);
}

static const struct str *raw_cells(const struct wide *wide)
{
    return &wide->batch.cells[(wide->next - 1) * wide->batch.columns];
}

/* Whether the first cell is all that stands in the record. */
static bool is_note(const struct wide *wide, size_t row)
{
    const struct batch *batch = &wide->batch;
    const struct str *cells = &batch->cells[row * batch->columns];
    if (batch->status[row] == RECORD_QUOTES ||
        batch->status[row] == RECORD_MORE)
        return false;
    for (size_t i = 1; i < batch->columns; i++) {
        if (str_trim(cells[i]).len)
            return false;
    }
    return str_trim(cells[0]).len > 0;
}

static void take_record(struct wide *wide)
{
    const struct str *cells = raw_cells(wide);
    wide->line = wide->batch.lines[wide->next - 1];
    for (size_t i = 0; i < wide->form.labels; i++)
        wide->labels[i] = str_trim(cells[i]);
    for (size_t i = 0; i < wide->sum_count; i++)
        wide->sums[i] = str_trim(cells[wide->form.labels + wide->years + i]);
}

/* The next record of the batch that is one; false: there is none. */
static bool next_of_batch(struct wide *wide, enum wide_record *record)
{
    const struct reading *reading = wide->reading;
    const struct head_record *header = &reading->head.records[reading->header];
    struct batch *batch = &wide->batch;
    struct tally *tally = &wide->reading->tally;
    while (wide->next < batch->rows) {
        size_t row = wide->next++;
        if (record_is_blank(batch, row))
            continue;
        bool note = wide->form.notes && is_note(wide, row);
        if (!note && batch->status[row] != RECORD_OK) {
            tally->rows_read++;
            record_is_sound(batch, row, tally);
            continue;
        }
        if (record_is_header(batch, row, header)) {
            tally->rows_read++;
            tally_fault(tally, FAULT_HEADER, batch->lines[row],
                        batch->cells[row * batch->columns]);
            continue;
        }
        take_record(wide);
        *record = note ? WIDE_NOTE : WIDE_ROW;
        return true;
    }
    return false;
}

/* A year that stands twice would be added to itself. */
static bool check_years(const struct wide *wide, struct err *err)
{
    const struct reading *reading = wide->reading;
    const struct head_record *header = &reading->head.records[reading->header];
    for (size_t i = 0; i < wide->years; i++) {
        for (size_t j = 0; j < i; j++) {
            if (wide->year[i] == wide->year[j])
                return err_set(err, ERR_DATA,
                               "%s:%llu: the year %d stands over two columns; "
                               "keep one of them",
                               reading->name, (unsigned long long)header->line,
                               wide->year[i]);
        }
    }
    return true;
}

bool wide_next(struct wide *wide, enum wide_record *record, struct err *err)
{
    if (!wide->batch.lines && !check_years(wide, err))
        return false;
    while (!next_of_batch(wide, record)) {
        reading_show(wide->reading, wide->reading->tally.rows_read);
        if (!reader_next(wide->reading->reader, &wide->batch, err))
            return false;
        wide->next = 0;
        if (!wide->batch.rows) {
            *record = WIDE_END;
            return true;
        }
    }
    return true;
}

bool wide_read(struct wide *wide)
{
    const struct str *cells = raw_cells(wide) + wide->form.labels;
    wide->tally->rows_read++;
    wide->filled = 0;
    wide->sum = 0;
    for (size_t i = 0; i < wide->years; i++) {
        struct cell_amount *cell = &wide->cells[i];
        if (!cell_amount_read(wide->reading, wide->tally, wide->line,
                              str_trim(cells[i]), wide->form.percent, cell))
            return false;
        wide->filled += cell->state != CELL_NONE;
        wide->sum += cell->value;
    }
    return true;
}

struct str wide_text(const struct wide *wide, size_t year)
{
    return str_trim(raw_cells(wide)[wide->form.labels + year]);
}

void wide_check_sum(struct wide *wide, uint64_t line, struct str printed,
                    amount sum, size_t cells)
{
    struct reading *reading = wide->reading;
    struct decimal total;
    printed = str_trim(printed);
    if (cells_missing(printed) ||
        !cell_amount_parse(reading, printed, wide->form.percent, &total))
        return;
    amount off = amount_size(total.value - sum);
    reading->totals_checked++;
    if (off <= reading->half_width * ((amount)cells + 1))
        return;
    reading->totals_differ++;
    tally_remark(&reading->tally, REMARK_TOTAL, line, printed);
}
