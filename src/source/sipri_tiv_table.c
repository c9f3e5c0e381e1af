/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SIPRI's TIV tables of both sites (doc/formats/sipri-tiv-table.md): one row a
 * supplier, recipient or category, one column a year, integers. A printed 0 is
 * more than nothing and at most half a million; a blank is no delivery. Sums
 * are never read as data, but checked. The table is held whole, because its
 * only supplier may stand in its last line. */
#include <config.h>

#include "base/mem.h"
#include "source/cells.h"
#include "source/layouts.h"
#include "source/tiv_direction.h"

#define HALF_WIDTH (AMOUNT_ONE / 2)

static bool is_sum_column(struct str cell)
{
    cell = str_trim(cell);
    return str_eq_fold(cell, STR("total")) ||
           str_eq_fold(cell, STR("sum total years")) ||
           (cell.len == 9 && cell.ptr[4] == '-');
}

/* Year columns: from 1 up to the first cell that is no year. */
static size_t count_years(const struct head_record *header)
{
    size_t i = 1;
    int year;
    while (i < header->count && cells_year(str_trim(header->cells[i]), &year))
        i++;
    return i - 1;
}

static int recognise(const struct head *head, size_t record)
{
    static const char *const words[] = {"Exports by", "Imports by", "Recipient",
                                        "Supplier",   "Country",    ""};
    const struct head_record *header = &head->records[record];
    size_t years = header->count ? count_years(header) : 0;
    if (!years)
        return 0;
    struct str first = str_trim(header->cells[0]);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (!str_eq_fold(first, str_from(words[i])))
            continue;
        bool summed = years + 1 < header->count &&
                      is_sum_column(header->cells[years + 1]);
        return summed ? 100 : first.len && years > 1 ? 60 : 0;
    }
    return 0;
}

static bool open_table(struct reading *reading, struct err *err)
{
    (void)err;
    reading->unit = UNIT_TIV_MILLION;
    reading->measure = MEASURE_DELIVERY;
    reading->half_width = HALF_WIDTH;
    reading->database = reading->source->database;
    date_find_generated(source_preamble(reading), &reading->generated);
    const struct head_record *header = &reading->head.records[reading->header];
    int from = 0;
    int to = 0;
    cells_year(str_trim(header->cells[1]), &from);
    cells_year(str_trim(header->cells[count_years(header)]), &to);
    reading->scope.declared = (struct period){from, to};
    return true;
}

struct table {
    struct reading *reading;
    struct names *names;
    size_t years;
    int *year;          /* of each year column */
    size_t sums;        /* sum columns behind them */
    struct str *labels; /* of the rows used */
    struct flow *flows;
    size_t *row_of; /* the label of each flow */
    size_t row_count;
    size_t row_cap;
    size_t flow_count;
    size_t flow_cap;
    amount *column_sums;
    size_t *column_cells;
    struct str total_label;
};

static void table_init(struct table *table, struct reading *reading,
                       struct names *names)
{
    const struct head_record *header = &reading->head.records[reading->header];
    *table = (struct table){.reading = reading, .names = names};
    table->years = count_years(header);
    table->year = mem_alloc(table->years, sizeof *table->year);
    table->column_sums = mem_alloc(table->years, sizeof *table->column_sums);
    table->column_cells = mem_alloc(table->years, sizeof *table->column_cells);
    size_t *wanted = mem_alloc(header->count, sizeof *wanted);
    size_t count = 0;
    for (size_t i = 0; i < header->count; i++) {
        if (i > table->years && !is_sum_column(header->cells[i]))
            continue;
        if (i > table->years)
            table->sums++;
        else if (i > 0)
            cells_year(str_trim(header->cells[i]), &table->year[i - 1]);
        wanted[count++] = i;
    }
    reader_want(reading->reader, wanted, count, header->count);
    mem_free(wanted);
}

static void table_done(struct table *table)
{
    mem_free(table->year);
    mem_free(table->labels);
    mem_free(table->flows);
    mem_free(table->row_of);
    mem_free(table->column_sums);
    mem_free(table->column_cells);
}

static void add_flow(struct table *table, const struct flow *flow)
{
    if (table->flow_count == table->flow_cap) {
        table->flow_cap = table->flow_cap ? table->flow_cap * 2 : 4096;
        table->flows =
            mem_resize(table->flows, table->flow_cap, sizeof *table->flows);
        table->row_of =
            mem_resize(table->row_of, table->flow_cap, sizeof *table->row_of);
    }
    table->row_of[table->flow_count] = table->row_count;
    table->flows[table->flow_count++] = *flow;
}

static void add_label(struct table *table, struct str label)
{
    if (table->row_count == table->row_cap) {
        table->row_cap = table->row_cap ? table->row_cap * 2 : 256;
        table->labels =
            mem_resize(table->labels, table->row_cap, sizeof *table->labels);
    }
    table->labels[table->row_count++] =
        arena_str(&table->reading->arena, label);
}

/* A printed sum may differ by 0.5 for each cell and 0.5 of its own. */
static void check_total(struct table *table, uint64_t line, amount sum,
                        size_t cells, struct str printed)
{
    struct reading *reading = table->reading;
    struct decimal total;
    printed = str_trim(printed);
    if (cells_missing(printed) ||
        decimal_parse(printed, reading->options.decimal, &total) != DECIMAL_OK)
        return;
    amount off = sum > total.value ? sum - total.value : total.value - sum;
    reading->totals_checked++;
    if (off <= reading->half_width * ((amount)cells + 1))
        return;
    reading->totals_differ++;
    tally_remark(&reading->tally, REMARK_TOTAL, line, printed);
}

/* One cell; false: the row is at fault and was counted. */
static bool read_cell(struct table *table, uint64_t line, struct str cell,
                      struct flow *flow)
{
    struct reading *reading = table->reading;
    struct decimal decimal;
    if (decimal_parse(cell, reading->options.decimal, &decimal) != DECIMAL_OK) {
        tally_fault(&reading->tally, FAULT_AMOUNT, line, cell);
        return false;
    }
    if (decimal.value < 0) {
        tally_fault(&reading->tally, FAULT_NEGATIVE, line, cell);
        return false;
    }
    if (decimal.shortened)
        tally_remark(&reading->tally, REMARK_SHORTENED, line, cell);
    flow->value = decimal.value;
    flow->cell = decimal.value ? CELL_EXACT : CELL_BELOW_HALF;
    return true;
}

/* The cells of a row; a fault in one of them leaves the whole row out. */
static void read_row(struct table *table, uint64_t line,
                     const struct str *cells)
{
    struct reading *reading = table->reading;
    struct flow flow = flow_unknown(reading->unit, reading->measure);
    flow.half_width = reading->half_width;
    flow.line = line;
    size_t first = table->flow_count;
    amount sum = 0;
    reading->tally.rows_read++;
    for (size_t i = 0; i < table->years; i++) {
        struct str cell = str_trim(cells[i + 1]);
        if (cells_missing(cell))
            continue;
        if (!read_cell(table, line, cell, &flow)) {
            table->flow_count = first;
            return;
        }
        flow.year = table->year[i];
        sum += flow.value;
        add_flow(table, &flow);
    }
    for (size_t i = first; i < table->flow_count; i++) {
        size_t column = (size_t)(table->flows[i].year - table->year[0]);
        source_see_year(reading, table->flows[i].year);
        if (column < table->years) {
            table->column_sums[column] += table->flows[i].value;
            table->column_cells[column]++;
        }
    }
    for (size_t i = 0; i < table->sums; i++)
        check_total(table, line, sum, table->flow_count - first,
                    cells[table->years + 1 + i]);
    add_label(table, str_trim(cells[0]));
    reading->tally.rows_used++;
}

static void read_total(struct table *table, uint64_t line,
                       const struct str *cells)
{
    struct reading *reading = table->reading;
    reading->tally.total_rows++;
    table->total_label = arena_str(&reading->arena, str_trim(cells[0]));
    if (tally_left_out(&reading->tally))
        return;
    for (size_t i = 0; i < table->years; i++)
        check_total(table, line, table->column_sums[i], table->column_cells[i],
                    cells[i + 1]);
}

static bool is_blank(const struct str *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_trim(cells[i]).len)
            return false;
    }
    return true;
}

static void read_record(struct table *table, const struct batch *batch,
                        size_t row)
{
    struct reading *reading = table->reading;
    const struct str *cells = &batch->cells[row * batch->columns];
    uint64_t line = batch->lines[row];
    enum record_status status = (enum record_status)batch->status[row];
    if (status != RECORD_QUOTES && status != RECORD_MORE &&
        is_blank(cells, batch->columns))
        return;
    if (status != RECORD_OK) {
        enum row_fault fault = status == RECORD_QUOTES ? FAULT_QUOTES
                               : status == RECORD_FEWER && !batch->ended[row]
                                   ? FAULT_CUT
                                   : FAULT_FIELDS;
        reading->tally.rows_read++;
        tally_fault(&reading->tally, fault, line, batch->raw[row]);
        return;
    }
    struct str label = str_trim(cells[0]);
    if (!label.len) {
        reading->tally.rows_read++;
        tally_fault(&reading->tally, FAULT_NAME, line, label);
    } else if (str_starts(label, STR("Total"))) {
        read_total(table, line, cells);
    } else {
        read_row(table, line, cells);
    }
}

static bool find_direction(struct table *table, enum rows_are *rows,
                           struct err *err)
{
    struct reading *reading = table->reading;
    struct str preamble = source_preamble(reading);
    struct tiv_signs signs = {
        .title = str_cut(&preamble, '\n'),
        .first_cell = reading->head.records[reading->header].cells[0],
        .total_label = table->total_label,
        .labels = table->labels,
        .label_count = table->row_count,
    };
    *rows = tiv_direction(&signs, &reading->scope);
    if (*rows != ROWS_UNKNOWN)
        return true;
    return err_set(err, ERR_DATA,
                   "%s: nothing in this table says whether its rows are "
                   "suppliers or recipients; keep its title line, or write "
                   "'Exports by' or 'Recipient' into the first cell of the "
                   "header",
                   reading->name);
}

static uint32_t side_name(struct table *table, const struct scope_side *side)
{
    struct str name =
        side->extent == SCOPE_ONE ? side->name : STR(SCOPE_NOT_DIVIDED);
    return map_intern(&table->names->places, name);
}

static bool push_flows(struct table *table, enum rows_are rows,
                       struct flow_sink sink, struct err *err)
{
    struct scope *scope = &table->reading->scope;
    struct map *map = rows == ROWS_CATEGORIES ? &table->names->categories
                                              : &table->names->places;
    scope->by_category = rows == ROWS_CATEGORIES;
    scope->supplier.divided =
        rows == ROWS_SUPPLIERS || scope->supplier.extent == SCOPE_ONE;
    scope->recipient.divided =
        rows == ROWS_RECIPIENTS || scope->recipient.extent == SCOPE_ONE;
    for (size_t i = 0; i < table->flow_count; i++) {
        struct flow *flow = &table->flows[i];
        uint32_t label = map_intern(map, table->labels[table->row_of[i]]);
        flow->supplier =
            rows == ROWS_SUPPLIERS ? label : side_name(table, &scope->supplier);
        flow->recipient = rows == ROWS_RECIPIENTS
                              ? label
                              : side_name(table, &scope->recipient);
        if (rows == ROWS_CATEGORIES)
            flow->category = label;
        if (!sink.take(sink.context, flow, err))
            return false;
    }
    return true;
}

static bool read_all(struct table *table, struct err *err)
{
    struct batch batch;
    table->reading->tally.batch = &batch;
    do {
        if (!reader_next(table->reading->reader, &batch, err))
            return false;
        for (size_t row = 0; row < batch.rows; row++)
            read_record(table, &batch, row);
    } while (batch.rows);
    table->reading->tally.batch = NULL;
    return true;
}

static bool read_table(struct reading *reading, struct names *names,
                       struct flow_sink sink, struct err *err)
{
    struct table table;
    enum rows_are rows;
    table_init(&table, reading, names);
    bool done = read_all(&table, err) && find_direction(&table, &rows, err) &&
                push_flows(&table, rows, sink, err);
    table_done(&table);
    return done;
}

const struct source source_sipri_tiv_table = {
    .id = "sipri_table",
    .title = "SIPRI TIV table by year",
    .database = "SIPRI Arms Transfers Database",
    .recognise = recognise,
    .open = open_table,
    .one_sided = true,
    .read = read_table,
};
