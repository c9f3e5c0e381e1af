/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SIPRI's TIV tables of both sites (doc/formats/sipri-tiv-table.md): one row a
 * supplier, recipient or category, one column a year, integers. A printed 0 is
 * more than nothing and at most half a million; a blank is no delivery. Sums
 * are never read as data, but checked. The table is held whole, because its
 * only supplier may stand in its last line. */
#include <config.h>

#include "base/diag.h"
#include "base/mem.h"
#include "source/layouts.h"
#include "source/tiv_direction.h"
#include "source/wide.h"

#define HALF_WIDTH (AMOUNT_ONE / 2)

static bool is_sum_column(struct str cell)
{
    cell = str_trim(cell);
    return str_eq_fold(cell, STR("total")) ||
           str_eq_fold(cell, STR("sum total years")) ||
           (cell.len == 9 && cell.ptr[4] == '-');
}

static int recognise(const struct head *head, size_t record)
{
    static const char *const words[] = {"Exports by", "Imports by", "Recipient",
                                        "Supplier",   "Country",    ""};
    const struct head_record *header = &head->records[record];
    size_t years = wide_count_years(header, 1);
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
    date_find_generated(source_preamble(reading), &reading->generated);
    const struct head_record *header = &reading->head.records[reading->header];
    reading->scope.declared = wide_range(header, 1);
    return true;
}

struct table {
    struct reading *reading;
    struct names *names;
    struct wide wide;
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
    *table = (struct table){.reading = reading, .names = names};
    wide_init(&table->wide, reading,
              (struct wide_form){.labels = 1, .is_sum = is_sum_column});
    size_t years = table->wide.years;
    table->column_sums = mem_alloc(years, sizeof *table->column_sums);
    table->column_cells = mem_alloc(years, sizeof *table->column_cells);
}

static void table_done(struct table *table)
{
    wide_done(&table->wide);
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

static void read_row(struct table *table)
{
    struct wide *wide = &table->wide;
    struct reading *reading = table->reading;
    struct flow flow = flow_unknown(reading->unit, reading->measure);
    if (!wide_read(wide))
        return;
    flow.half_width = reading->half_width;
    flow.line = wide->line;
    for (size_t i = 0; i < wide->years; i++) {
        const struct cell_amount *cell = &wide->cells[i];
        if (cell->state == CELL_NONE)
            continue;
        flow.year = wide->year[i];
        flow.cell = cell->state;
        flow.value = cell->value;
        source_see_year(reading, wide->year[i]);
        table->column_sums[i] += cell->value;
        table->column_cells[i]++;
        add_flow(table, &flow);
    }
    for (size_t i = 0; i < wide->sum_count; i++)
        wide_check_sum(wide, wide->line, wide->sums[i], wide->sum,
                       wide->filled);
    add_label(table, wide->labels[0]);
    reading->tally.rows_used++;
}

static void read_total(struct table *table)
{
    struct wide *wide = &table->wide;
    struct reading *reading = table->reading;
    reading->tally.total_rows++;
    table->total_label = arena_str(&reading->arena, wide->labels[0]);
    if (tally_left_out(&reading->tally))
        return;
    for (size_t i = 0; i < wide->years; i++)
        wide_check_sum(wide, wide->line, wide_text(wide, i),
                       table->column_sums[i], table->column_cells[i]);
}

/* SIPRI's word, and those that people put in its place. */
static bool is_total(struct str label)
{
    static const char *const words[] = {"World", "All", "Sum", "Grand total",
                                        "World total"};
    const struct str total = STR("Total");
    if (label.len >= total.len &&
        str_eq_fold((struct str){label.ptr, total.len}, total))
        return true;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (str_eq_fold(label, str_from(words[i])))
            return true;
    }
    return false;
}

static void read_record(struct table *table)
{
    struct wide *wide = &table->wide;
    struct tally *tally = &table->reading->tally;
    if (!wide->labels[0].len) {
        tally->rows_read++;
        tally_fault(tally, FAULT_NAME, wide->line, wide->labels[0]);
    } else if (is_total(wide->labels[0])) {
        read_total(table);
    } else {
        read_row(table);
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
    enum wide_record record;
    for (;;) {
        if (!wide_next(&table->wide, &record, err))
            return false;
        if (record == WIDE_END)
            return true;
        read_record(table);
    }
}

/* A row that stands twice would be counted twice. */
static bool check_labels(const struct table *table, struct err *err)
{
    struct reading *reading = table->reading;
    struct map seen;
    bool once = true;
    map_init(&seen);
    for (size_t i = 0; once && i < table->row_count; i++) {
        once = map_intern(&seen, table->labels[i]) == i;
        if (!once)
            err_set(err, ERR_DATA,
                    "%s: the row %s stands twice; remove one, or give each "
                    "table a file of its own",
                    reading->name,
                    diag_quote(&reading->arena, table->labels[i]));
    }
    map_done(&seen);
    return once;
}

static bool read_table(struct reading *reading, struct names *names,
                       struct flow_sink sink, struct err *err)
{
    struct table table;
    enum rows_are rows;
    table_init(&table, reading, names);
    bool done = read_all(&table, err) && check_labels(&table, err) &&
                find_direction(&table, &rows, err) &&
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
