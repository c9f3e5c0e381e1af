/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row means, cell by cell. */
#include <config.h>

#include "base/decimal.h"
#include "source/cells.h"
#include "source/code_table.h"
#include "source/number.h"
#include "source/records.h"
#include "source/rows.h"
#include "trade/hs.h"

#define CODE_TEXT 64 /* at least HS_CODE_TEXT */

static inline uint64_t line_of(const struct rows *rows)
{
    return rows->batch.lines[rows->row];
}

/* Of the cell that has the role; `text` is what stands in it, or beside it
 * where it is blank. */
static bool fault(struct rows *rows, enum row_fault fault, enum role role,
                  struct str text)
{
    tally_fault_in(rows->tally, fault, line_of(rows),
                   rows->reading->roles[role], text);
    return false;
}

static void remark(struct rows *rows, enum remark remark, struct str text)
{
    tally_remark(rows->tally, remark, line_of(rows), text);
}

/* The memo, where there is one, has been asked in vain. */
static uint32_t intern(struct rows *rows, struct map *map, struct str text,
                       struct memo *memo, struct str cell)
{
    if (!text.len)
        return NAME_NONE;
    names_lock(rows->names);
    uint32_t number = map_intern(map, text);
    names_unlock(rows->names);
    if (memo)
        memo_add(memo, cell, number);
    return number;
}

uint32_t rows_place(struct rows *rows, struct str cell)
{
    struct str name = str_trim(cell);
    const struct code_table *codes = rows->reading->codes;
    if (codes)
        code_table_name(codes, name, &name);
    return intern(rows, &rows->names->places, name, &rows->places, cell);
}

static uint32_t read_place(struct rows *rows, enum role role, bool *divided)
{
    if (!rows_has(rows, role)) {
        uint32_t fixed = rows_fixed_place(rows, role);
        *divided |= fixed != rows->undivided;
        return fixed;
    }
    struct str cell = rows_cell(rows, role);
    if (rows_unasked(rows, role)) {
        *divided = true;
        return str_trim(cell).len > 0 ? rows->undivided : NAME_NONE;
    }
    uint32_t number = memo_find(&rows->places, cell);
    if (number == MEMO_NONE)
        number = rows_place(rows, cell);
    *divided |= number != rows->undivided && number != NAME_NONE;
    return number;
}

/* A side that the file does not divide is "(all)", never blank. */
static bool read_places(struct rows *rows, struct flow *flow)
{
    bool from = rows->supplier_divided, to = rows->recipient_divided;
    flow->supplier = read_place(rows, ROLE_SUPPLIER, &from);
    flow->recipient = read_place(rows, ROLE_RECIPIENT, &to);
    if (flow->supplier == NAME_NONE)
        return fault(rows, FAULT_NAME, ROLE_SUPPLIER,
                     rows_text(rows, ROLE_RECIPIENT));
    if (flow->recipient == NAME_NONE)
        return fault(rows, FAULT_NAME, ROLE_RECIPIENT,
                     rows_text(rows, ROLE_SUPPLIER));
    rows->supplier_divided = from;
    rows->recipient_divided = to;
    return true;
}

/* Without the blanks in it. */
static struct str join_code(char code[CODE_TEXT], struct str text)
{
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        code[len] = text.ptr[i];
        len += text.ptr[i] != ' ';
    }
    return (struct str){code, len};
}

uint32_t rows_category(struct rows *rows, struct str cell)
{
    struct str text = str_trim(cell);
    char code[CODE_TEXT];
    if (rows->reading->hs_codes && text.len < HS_CODE_TEXT)
        text = (struct str){code, hs_pad(code, text)};
    else if (rows->reading->source->joined_codes && text.len < sizeof(code))
        text = join_code(code, text);
    return intern(rows, &rows->names->categories, text, &rows->categories,
                  cell);
}

static uint32_t read_category(struct rows *rows)
{
    if (!rows_has(rows, ROLE_CATEGORY))
        return rows->category;
    struct str cell = rows_cell(rows, ROLE_CATEGORY);
    uint32_t number = memo_find(&rows->categories, cell);
    return number != MEMO_NONE ? number : rows_category(rows, cell);
}

/* What may be an estimate, from its own column or, where one of an estimate
 * leaves that blank, from the one beside. */
static struct str estimable_text(const struct rows *rows, enum role role,
                                 enum role beside)
{
    struct str cell = rows_text(rows, role);
    bool moved = !cell.len && rows->reading->source->estimates_beside;
    return moved ? rows_text(rows, beside) : cell;
}

static bool read_year(struct rows *rows, struct flow *flow)
{
    struct str cell = estimable_text(rows, ROLE_YEAR, ROLE_YEAR_ESTIMATED);
    const struct scope *scope = &rows->reading->scope;
    if (!cell.len && (scope->without_years || scope->undivided_years)) {
        flow->year = scope->without_years ? 0 : scope->covered.to;
        return true;
    }
    bool (*find)(struct str, int *) = rows->reading->source->find_year;
    if (!(find ? find : cells_year)(cell, &flow->year))
        return fault(rows, FAULT_YEAR, ROLE_YEAR, cell);
    struct period range = rows->reading->scope.declared;
    int generated = rows->reading->generated.year;
    if ((range.from && !period_has(range, flow->year)) ||
        (generated && flow->year > generated))
        return fault(rows, FAULT_YEAR_RANGE, ROLE_YEAR, cell);
    return true;
}

static enum decimal_fault parse_amount(const struct reading *reading,
                                       struct str cell, enum unit unit,
                                       struct decimal *value)
{
    if (reading->source->find_amount)
        return reading->source->find_amount(cell, value);
    return number_read(reading, cell, unit, value);
}

static bool read_amount(struct rows *rows, struct flow *flow)
{
    struct reading *reading = rows->reading;
    bool items = reading->quantity == QUANTITY_ITEMS;
    struct str cell = estimable_text(
        rows, ROLE_AMOUNT, items ? ROLE_ITEMS_ESTIMATED : ROLE_AMOUNT);
    struct decimal decimal;
    if (!rows_has(rows, ROLE_AMOUNT)) {
        flow->value = AMOUNT_ONE;
        return true;
    }
    enum decimal_fault wrong =
        parse_amount(reading, cell, flow->unit, &decimal);
    if (wrong && cells_missing(cell)) {
        remark(rows, REMARK_NO_AMOUNT, cell);
        flow->cell = CELL_NOT_REPORTED;
        return true;
    }
    if (wrong)
        return fault(rows, FAULT_AMOUNT, ROLE_AMOUNT, cell);
    if (decimal.value < 0)
        return fault(rows, FAULT_NEGATIVE, ROLE_AMOUNT, cell);
    if (decimal.rounded)
        remark(rows, REMARK_ROUNDED, cell);
    if (decimal.shortened)
        remark(rows, REMARK_SHORTENED, cell);
    if (__builtin_mul_overflow(decimal.value, reading->scale, &flow->value) ||
        flow->value > AMOUNT_MAX)
        return fault(rows, FAULT_AMOUNT, ROLE_AMOUNT, cell);
    flow->cell = decimal.value == 0 && flow->half_width > 0 ? CELL_BELOW_HALF
                                                            : CELL_EXACT;
    cell = rows_text(rows, ROLE_CELL);
    if (cell.len && !cells_state(cell, &flow->cell))
        return fault(rows, FAULT_WORD, ROLE_CELL, cell);
    return true;
}

/* Unit, measure, cell and width of rounding where the file says them. */
static bool read_words(struct rows *rows, struct flow *flow)
{
    struct str cell;
    if ((cell = rows_text(rows, ROLE_UNIT)).len &&
        !unit_from_word(cell, &flow->unit))
        return fault(rows, FAULT_WORD, ROLE_UNIT, cell);
    if ((cell = rows_text(rows, ROLE_MEASURE)).len &&
        !measure_from_word(cell, &flow->measure))
        return fault(rows, FAULT_WORD, ROLE_MEASURE, cell);
    if ((cell = rows_text(rows, ROLE_ROUNDED_TO)).len) {
        struct decimal width;
        if (number_read(rows->reading, cell, flow->unit, &width) !=
                DECIMAL_OK ||
            width.value < 0 || width.value > AMOUNT_MAX / rows->reading->scale)
            return fault(rows, FAULT_WORD, ROLE_ROUNDED_TO, cell);
        flow->half_width = width.value * rows->reading->scale / 2;
    }
    return true;
}

static enum tri read_flag(struct rows *rows, enum role role)
{
    if (!rows_has(rows, role))
        return TRI_UNKNOWN;
    struct str raw = rows_cell(rows, role);
    uint32_t known = memo_find(&rows->flags, raw);
    if (known != MEMO_NONE)
        return (enum tri)((int)known - 1);
    struct str cell = str_trim(raw);
    enum tri flag = TRI_UNKNOWN;
    if (!cell.len && !rows->reading->source->blank_flags)
        remark(rows, REMARK_BLANK_FLAG, cell);
    else if (cell.len && !cells_flag(cell, &flag))
        remark(rows, REMARK_BAD_FLAG, cell);
    else
        memo_add(&rows->flags, raw, (uint32_t)(flag + 1));
    return flag;
}

/* Whether what estimable_text() gives is an estimate. */
static enum tri read_estimate(struct rows *rows, enum role role,
                              enum role beside)
{
    bool own = rows_text(rows, role).len > 0;
    bool other = rows_text(rows, beside).len > 0;
    if (!rows->reading->source->estimates_beside || (own && other))
        return read_flag(rows, beside);
    return own ? TRI_NO : other ? TRI_YES : TRI_UNKNOWN;
}

static enum condition read_condition(struct rows *rows)
{
    if (!rows_has(rows, ROLE_CONDITION))
        return CONDITION_UNKNOWN;
    struct str raw = rows_cell(rows, ROLE_CONDITION);
    uint32_t known = memo_find(&rows->conditions, raw);
    if (known != MEMO_NONE)
        return (enum condition)known;
    struct str cell = str_trim(raw);
    enum condition condition = CONDITION_UNKNOWN;
    if (cell.len && !cells_condition(cell, &condition))
        remark(rows, REMARK_CONDITION, cell);
    else
        memo_add(&rows->conditions, raw, condition);
    return condition;
}

/* What describes the deal; nothing here makes a row unusable. */
static void read_details(struct rows *rows, struct flow *flow)
{
    struct names *names = rows->names;
    struct str cell = rows_text(rows, ROLE_DESIGNATION);
    flow->designation = intern(rows, &names->designations, cell, NULL, cell);
    cell = rows_text(rows, ROLE_DESCRIPTION);
    flow->description = intern(rows, &names->descriptions, cell, NULL, cell);
    if (rows->reading->options.weapons) {
        cell = rows_text(rows, ROLE_DEAL);
        flow->deal = intern(rows, &names->deals, cell, NULL, cell);
    }
    flow->category = read_category(rows);
    flow->condition = read_condition(rows);
    flow->year_estimated = read_estimate(rows, ROLE_YEAR, ROLE_YEAR_ESTIMATED);
    rows->estimates |= flow->year_estimated != TRI_UNKNOWN;
    flow->items_estimated =
        read_estimate(rows, ROLE_ITEMS, ROLE_ITEMS_ESTIMATED);
    flow->order_year_estimated =
        read_estimate(rows, ROLE_ORDER_YEAR, ROLE_ORDER_YEAR_ESTIMATED);
    flow->local_production = read_flag(rows, ROLE_LOCAL_PRODUCTION);

    cell = estimable_text(rows, ROLE_ORDER_YEAR, ROLE_ORDER_YEAR_ESTIMATED);
    if (cell.len && !cells_year(cell, &flow->order_year))
        remark(rows, REMARK_ORDER_YEAR, cell);
    if (flow->year && flow->order_year > flow->year)
        remark(rows, REMARK_EARLY_DELIVERY, cell);
    struct decimal each;
    if (decimal_parse(rows_text(rows, ROLE_UNIT_VALUE),
                      rows->reading->options.decimal, &each) == DECIMAL_OK)
        flow->unit_value = each.value;
    unsigned long items;
    char plain[NUMBER_TEXT];
    cell = estimable_text(rows, ROLE_ITEMS, ROLE_ITEMS_ESTIMATED);
    if (str_to_uint(number_ungrouped(plain, cell,
                                     rows->reading->options.decimal,
                                     rows->reading->thousands),
                    INT32_MAX, &items))
        flow->items = (int64_t)items;
    else if (cell.len)
        remark(rows, REMARK_ITEMS, cell);
}

static bool is_header(const struct rows *rows)
{
    const struct reading *reading = rows->reading;
    return !reading->source->headerless &&
           record_is_header(&rows->batch, rows->row,
                            &reading->head.records[reading->header]);
}

/* A last line without a line end whose last word is not whole. */
static bool is_cut(const struct rows *rows)
{
    if (rows->batch.ended[rows->row])
        return false;
    struct str cell = rows_text(rows, ROLE_LOCAL_PRODUCTION);
    enum tri flag;
    return cell.len && !cells_flag(cell, &flag);
}

bool rows_read(struct rows *rows, struct flow *flow)
{
    if (!record_is_sound(&rows->batch, rows->row, rows->tally))
        return false;
    if (is_header(rows)) {
        tally_fault(rows->tally, FAULT_HEADER, line_of(rows),
                    rows->batch.cells[rows->row * rows->batch.columns]);
        return false;
    }
    if (is_cut(rows))
        return fault(rows, FAULT_CUT, ROLE_LOCAL_PRODUCTION,
                     rows_text(rows, ROLE_LOCAL_PRODUCTION));
    const struct source *source = rows->reading->source;
    if (source->counts && !source->counts(rows))
        return false;
    *flow = flow_unknown(rows->unit, rows->measure);
    flow->half_width = rows->reading->half_width;
    flow->line = line_of(rows);
    if (!read_words(rows, flow) || !read_year(rows, flow) ||
        !read_amount(rows, flow) || !read_places(rows, flow))
        return false;
    read_details(rows, flow);
    return true;
}
