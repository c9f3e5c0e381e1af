/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop that serves every layout in which one row is one flow. It knows
 * roles, not layouts. */
#include <config.h>

#include "base/diag.h"
#include "source/cells.h"
#include "source/source.h"

/* Of the number that a deal and year were first seen at; above them stands the
 * file. */
#define LINE_BITS 48

/* What the loop needs at hand for each row. */
struct rows {
    struct reading *reading;
    struct names *names;
    struct flow_sink sink;
    const struct batch *batch;
    size_t at[ROLE_COUNT]; /* wanted column of each role, SIZE_MAX: none */
    size_t row;
    uint32_t undivided;    /* the number of "(all)" */
    bool supplier_divided; /* some row names one */
    bool recipient_divided;
};

static bool is_wanted(const struct reading *reading, enum role role)
{
    return reading->options.weapons ||
           (role != ROLE_DESIGNATION && role != ROLE_DESCRIPTION &&
            role != ROLE_UNIT_VALUE);
}

/* Asks the reader for the columns that have a role. */
static void want_columns(struct rows *rows)
{
    struct reading *reading = rows->reading;
    const struct head_record *header = &reading->head.records[reading->header];
    size_t wanted[ROLE_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < ROLE_COUNT; i++)
        rows->at[i] = SIZE_MAX;
    for (size_t column = 0; column < header->count; column++) {
        for (size_t i = 0; i < ROLE_COUNT; i++) {
            if (reading->roles[i] != column ||
                !is_wanted(reading, (enum role)i))
                continue;
            rows->at[i] = count;
            wanted[count++] = column;
        }
    }
    reader_want(reading->reader, wanted, count, header->count);
}

static inline bool has_role(const struct rows *rows, enum role role)
{
    return rows->at[role] != SIZE_MAX;
}

static inline struct str cell_of(const struct rows *rows, enum role role)
{
    if (!has_role(rows, role))
        return (struct str){"", 0};
    const struct batch *batch = rows->batch;
    return str_trim(batch->cells[rows->row * batch->columns + rows->at[role]]);
}

static inline uint64_t line_of(const struct rows *rows)
{
    return rows->batch->lines[rows->row];
}

static bool fault(struct rows *rows, enum row_fault fault, struct str text)
{
    tally_fault(&rows->reading->tally, fault, line_of(rows), text);
    return false;
}

static void remark(struct rows *rows, enum remark remark, struct str text)
{
    tally_remark(&rows->reading->tally, remark, line_of(rows), text);
}

static uint32_t intern(struct map *map, struct str text)
{
    return text.len ? map_intern(map, text) : NAME_NONE;
}

/* A side that the file does not divide is "(all)", never blank. */
static bool read_places(struct rows *rows, struct flow *flow)
{
    struct map *places = &rows->names->places;
    struct str supplier = has_role(rows, ROLE_SUPPLIER)
                              ? cell_of(rows, ROLE_SUPPLIER)
                              : STR(SCOPE_NOT_DIVIDED);
    struct str recipient = has_role(rows, ROLE_RECIPIENT)
                               ? cell_of(rows, ROLE_RECIPIENT)
                               : STR(SCOPE_NOT_DIVIDED);
    if (!supplier.len || !recipient.len)
        return fault(rows, FAULT_NAME, supplier.len ? supplier : recipient);
    flow->supplier = map_intern(places, supplier);
    flow->recipient = map_intern(places, recipient);
    rows->supplier_divided |= flow->supplier != rows->undivided;
    rows->recipient_divided |= flow->recipient != rows->undivided;
    return true;
}

static bool read_year(struct rows *rows, struct flow *flow)
{
    struct str cell = cell_of(rows, ROLE_YEAR);
    if (!cells_year(cell, &flow->year))
        return fault(rows, FAULT_YEAR, cell);
    struct period range = rows->reading->scope.declared;
    int generated = rows->reading->generated.year;
    if ((range.from && !period_has(range, flow->year)) ||
        (generated && flow->year > generated))
        return fault(rows, FAULT_YEAR_RANGE, cell);
    return true;
}

static bool read_amount(struct rows *rows, struct flow *flow)
{
    struct reading *reading = rows->reading;
    struct str cell = cell_of(rows, ROLE_AMOUNT);
    struct decimal decimal;
    switch (decimal_parse(cell, reading->options.decimal, &decimal)) {
    case DECIMAL_OK:
        break;
    case DECIMAL_EMPTY:
        remark(rows, REMARK_NO_AMOUNT, cell);
        flow->cell = CELL_NOT_REPORTED;
        return true;
    case DECIMAL_NOT_A_NUMBER:
    case DECIMAL_TOO_LARGE:
        return fault(rows, FAULT_AMOUNT, cell);
    }
    if (decimal.value < 0)
        return fault(rows, FAULT_NEGATIVE, cell);
    if (decimal.rounded)
        remark(rows, REMARK_ROUNDED, cell);
    if (decimal.shortened)
        remark(rows, REMARK_SHORTENED, cell);
    flow->value = decimal.value;
    flow->cell = decimal.value == 0 && flow->half_width > 0 ? CELL_BELOW_HALF
                                                            : CELL_EXACT;
    cell = cell_of(rows, ROLE_CELL);
    if (cell.len && !cells_state(cell, &flow->cell))
        return fault(rows, FAULT_WORD, cell);
    return true;
}

/* Unit, measure, cell and width of rounding where the file says them. */
static bool read_words(struct rows *rows, struct flow *flow)
{
    struct str cell;
    if ((cell = cell_of(rows, ROLE_UNIT)).len &&
        !unit_from_word(cell, &flow->unit))
        return fault(rows, FAULT_WORD, cell);
    if ((cell = cell_of(rows, ROLE_MEASURE)).len &&
        !measure_from_word(cell, &flow->measure))
        return fault(rows, FAULT_WORD, cell);
    if ((cell = cell_of(rows, ROLE_ROUNDED_TO)).len) {
        struct decimal width;
        if (decimal_parse(cell, '.', &width) != DECIMAL_OK || width.value < 0)
            return fault(rows, FAULT_WORD, cell);
        flow->half_width = width.value / 2;
    }
    return true;
}

static enum tri read_flag(struct rows *rows, enum role role)
{
    if (!has_role(rows, role))
        return TRI_UNKNOWN;
    struct str cell = cell_of(rows, role);
    enum tri flag = TRI_UNKNOWN;
    if (!cell.len && rows->reading->source->blank_flags)
        return TRI_UNKNOWN;
    if (!cell.len)
        remark(rows, REMARK_BLANK_FLAG, cell);
    else if (!cells_flag(cell, &flag))
        remark(rows, REMARK_BAD_FLAG, cell);
    return flag;
}

/* What describes the deal; nothing here makes a row unusable. */
static void read_details(struct rows *rows, struct flow *flow)
{
    struct names *names = rows->names;
    flow->category = intern(&names->categories, cell_of(rows, ROLE_CATEGORY));
    flow->designation =
        intern(&names->designations, cell_of(rows, ROLE_DESIGNATION));
    flow->description =
        intern(&names->descriptions, cell_of(rows, ROLE_DESCRIPTION));
    flow->deal = intern(&names->deals, cell_of(rows, ROLE_DEAL));
    flow->year_estimated = read_flag(rows, ROLE_YEAR_ESTIMATED);
    rows->reading->estimates |= flow->year_estimated != TRI_UNKNOWN;
    flow->items_estimated = read_flag(rows, ROLE_ITEMS_ESTIMATED);
    flow->order_year_estimated = read_flag(rows, ROLE_ORDER_YEAR_ESTIMATED);
    flow->local_production = read_flag(rows, ROLE_LOCAL_PRODUCTION);

    struct str cell = cell_of(rows, ROLE_ORDER_YEAR);
    if (cell.len && !cells_year(cell, &flow->order_year))
        remark(rows, REMARK_ORDER_YEAR, cell);
    if (flow->order_year > flow->year)
        remark(rows, REMARK_EARLY_DELIVERY, cell);
    struct decimal each;
    if (decimal_parse(cell_of(rows, ROLE_UNIT_VALUE),
                      rows->reading->options.decimal, &each) == DECIMAL_OK)
        flow->unit_value = each.value;
    unsigned long items;
    cell = cell_of(rows, ROLE_ITEMS);
    if (str_to_uint(cell, INT32_MAX, &items))
        flow->items = (int64_t)items;
    else if (cell.len)
        remark(rows, REMARK_ITEMS, cell);
    cell = cell_of(rows, ROLE_CONDITION);
    if (cell.len && !cells_condition(cell, &flow->condition))
        remark(rows, REMARK_CONDITION, cell);
}

/* A last line without a line end whose last word is not whole. */
static bool is_cut(const struct rows *rows)
{
    if (rows->batch->ended[rows->row])
        return false;
    struct str cell = cell_of(rows, ROLE_LOCAL_PRODUCTION);
    enum tri flag;
    return cell.len && !cells_flag(cell, &flag);
}

static bool read_row(struct rows *rows, struct flow *flow)
{
    const struct batch *batch = rows->batch;
    struct str raw = batch->raw[rows->row];
    switch ((enum record_status)batch->status[rows->row]) {
    case RECORD_OK:
        break;
    case RECORD_QUOTES:
        return fault(rows, FAULT_QUOTES, raw);
    case RECORD_MORE:
        return fault(rows, FAULT_FIELDS, raw);
    case RECORD_FEWER:
        return fault(rows, batch->ended[rows->row] ? FAULT_FIELDS : FAULT_CUT,
                     raw);
    }
    if (is_cut(rows))
        return fault(rows, FAULT_CUT, cell_of(rows, ROLE_LOCAL_PRODUCTION));
    *flow = (struct flow){
        .unit = rows->reading->unit,
        .measure = rows->reading->measure,
        .half_width = rows->reading->half_width,
        .unit_value = -1,
        .items = -1,
        .line = line_of(rows),
    };
    if (!read_words(rows, flow) || !read_year(rows, flow) ||
        !read_amount(rows, flow) || !read_places(rows, flow))
        return false;
    read_details(rows, flow);
    return true;
}

static bool is_duplicate(struct rows *rows, const struct flow *flow,
                         struct err *err)
{
    struct reading *reading = rows->reading;
    if (flow->deal == NAME_NONE || !reading->seen_deals)
        return false;
    uint64_t file = (uint64_t)reading->file_number << LINE_BITS;
    uint64_t first = deal_years_add(reading->seen_deals, flow->deal, flow->year,
                                    file | flow->line);
    if (!first)
        return false;
    struct str deal = names_text(&rows->names->deals, flow->deal);
    bool here = first >> LINE_BITS == reading->file_number;
    err_set(err, ERR_DATA,
            "%s:%llu: deal %s and year %d stand twice (first on line %llu%s); "
            "remove one, or name each file once",
            reading->name, (unsigned long long)flow->line,
            diag_quote(&reading->arena, deal), flow->year,
            (unsigned long long)(first & (((uint64_t)1 << LINE_BITS) - 1)),
            here ? "" : " of another file");
    return true;
}

static bool use_row(struct rows *rows, struct err *err)
{
    struct reading *reading = rows->reading;
    struct flow flow;
    reading->tally.rows_read++;
    if (!read_row(rows, &flow))
        return true;
    if (is_duplicate(rows, &flow, err))
        return false;
    if (!reading->tally.rows_used++) {
        reading->unit = flow.unit;
        reading->measure = flow.measure;
    }
    if (flow.cell == CELL_NONE) /* written with --complete: no record */
        return true;
    source_see_year(reading, flow.year);
    return rows->sink.take(rows->sink.context, &flow, err);
}

/* Blank lines, also as a spreadsheet leaves them (",,,,"), are no rows. */
static bool is_blank(const struct batch *batch, size_t row)
{
    if (batch->status[row] == RECORD_QUOTES ||
        batch->status[row] == RECORD_MORE)
        return false;
    for (size_t i = 0; i < batch->columns; i++) {
        if (str_trim(batch->cells[row * batch->columns + i]).len)
            return false;
    }
    return true;
}

bool source_read_rows(struct reading *reading, struct names *names,
                      struct flow_sink sink, struct err *err)
{
    struct rows rows = {.reading = reading, .names = names, .sink = sink};
    rows.undivided = map_intern(&names->places, STR(SCOPE_NOT_DIVIDED));
    want_columns(&rows);
    struct batch batch;
    rows.batch = &batch;
    do {
        if (!reader_next(reading->reader, &batch, err))
            return false;
        for (rows.row = 0; rows.row < batch.rows; rows.row++) {
            if (!is_blank(&batch, rows.row) && !use_row(&rows, err))
                return false;
        }
    } while (batch.rows);
    if (!reading->tally.rows_used)
        return true;
    reading->scope.supplier.divided = rows.supplier_divided;
    reading->scope.recipient.divided = rows.recipient_divided;
    return true;
}
