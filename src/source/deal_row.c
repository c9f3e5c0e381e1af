/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/deal_row.h"

/* A row on its way to a deal. */
struct row {
    struct deal_rows *rows;
    const struct deal_syntax *syntax;
    const struct str *cells;
    struct deal deal;
    struct deal_years_cell years;
};

static bool fault(const struct row *row, enum row_fault fault, struct str text)
{
    tally_fault(&row->rows->reading->tally, fault, row->deal.line, text);
    return false;
}

static bool has(const struct row *row, enum role role)
{
    return row->rows->reading->roles[role] != SIZE_MAX;
}

static struct str text_of(const struct row *row, enum role role)
{
    if (!has(row, role))
        return (struct str){"", 0};
    return str_trim(row->cells[row->rows->reading->roles[role]]);
}

/* The flag's own column, else the brackets. */
static bool read_flag(const struct row *row, enum role role, bool bracketed,
                      enum tri *flag)
{
    if (has(row, role))
        return deal_flag(text_of(row, role), flag) ||
               fault(row, FAULT_SHIFTED, text_of(row, role));
    *flag = bracketed ? TRI_YES : row->syntax->brackets ? TRI_NO : TRI_UNKNOWN;
    return true;
}

static bool read_count(const struct row *row, enum role role, enum role flagged,
                       int64_t *count, enum tri *flag)
{
    bool bracketed;
    struct str cell = text_of(row, role);
    return (deal_count(cell, row->rows->reading->options.decimal, count,
                       &bracketed) ||
            fault(row, FAULT_SHIFTED, cell)) &&
           read_flag(row, flagged, bracketed, flag);
}

static bool read_order_year(struct row *row)
{
    bool bracketed;
    struct deal *deal = &row->deal;
    struct str cell = text_of(row, ROLE_ORDER_YEAR);
    return (deal_year(cell, &deal->order_year, &bracketed) ||
            fault(row, FAULT_SHIFTED, cell)) &&
           read_flag(row, ROLE_ORDER_YEAR_ESTIMATED, bracketed,
                     &deal->order_year_estimated);
}

static bool read_years(struct row *row)
{
    struct deal *deal = &row->deal;
    struct str cell = text_of(row, ROLE_YEAR);
    if (!deal_years(cell, &row->years))
        return fault(row, FAULT_YEAR, cell);
    deal->years = row->years.years;
    deal->year_count = row->years.count;
    deal->ranged = row->years.ranged;
    /* One flag holds for the number delivered and for the years. */
    if (!has(row, ROLE_YEAR_ESTIMATED) && has(row, ROLE_ITEMS_ESTIMATED)) {
        deal->years_estimated = deal->delivered_estimated;
        return true;
    }
    return read_flag(row, ROLE_YEAR_ESTIMATED, row->years.bracketed,
                     &deal->years_estimated);
}

static bool read_amount(const struct row *row, enum role role, amount *value)
{
    struct decimal decimal;
    struct tally *tally = &row->rows->reading->tally;
    struct str cell = text_of(row, role);
    if (!deal_amount(cell, row->rows->reading->options.decimal, &decimal))
        return fault(row, decimal.value < 0 ? FAULT_NEGATIVE : FAULT_AMOUNT,
                     cell);
    if (decimal.rounded)
        tally_remark(tally, REMARK_ROUNDED, row->deal.line, cell);
    if (decimal.shortened)
        tally_remark(tally, REMARK_SHORTENED, row->deal.line, cell);
    *value = decimal.value;
    return true;
}

/* A value that is printed for every deal, and for this one is not: what stood
 * there went astray. */
static bool lost_volume(const struct row *row)
{
    const struct deal *deal = &row->deal;
    return has(row, ROLE_UNIT_VALUE) && has(row, ROLE_ORDER_VOLUME) &&
           has(row, ROLE_VOLUME) && deal->unit_value < 0 &&
           deal->order_value < 0 && deal->value < 0;
}

static bool read_amounts(struct row *row)
{
    struct deal *deal = &row->deal;
    if (!read_amount(row, ROLE_UNIT_VALUE, &deal->unit_value) ||
        !read_amount(row, ROLE_ORDER_VOLUME, &deal->order_value) ||
        !read_amount(row, ROLE_VOLUME, &deal->value))
        return false;
    if (lost_volume(row))
        return fault(row, FAULT_SHIFTED, text_of(row, ROLE_COMMENT));
    /* A value of one piece, and of an order, that is 0 is not set. */
    if (deal->unit_value == 0)
        deal->unit_value = -1;
    if (deal->order_value == 0)
        deal->order_value = -1;
    return true;
}

static void read_texts(struct row *row)
{
    struct deal *deal = &row->deal;
    struct tally *tally = &row->rows->reading->tally;
    deal->id = text_of(row, ROLE_DEAL);
    deal->supplier = text_of(row, ROLE_SUPPLIER);
    deal->recipient = text_of(row, ROLE_RECIPIENT);
    deal->designation = text_of(row, ROLE_DESIGNATION);
    deal->description = text_of(row, ROLE_DESCRIPTION);
    deal->category = text_of(row, ROLE_CATEGORY);
    deal->comment = text_of(row, ROLE_COMMENT);
    struct str cell = text_of(row, ROLE_CONDITION);
    if (cell.len && !deal_condition(cell, &deal->condition))
        tally_remark(tally, REMARK_CONDITION, deal->line, cell);
    deal->local_production = TRI_UNKNOWN;
    if (has(row, ROLE_LOCAL_PRODUCTION))
        deal_flag(text_of(row, ROLE_LOCAL_PRODUCTION), &deal->local_production);
}

bool deal_take_row(struct deal_rows *rows, const struct deal_syntax *syntax,
                   const struct str *cells, uint64_t line, bool torn,
                   struct err *err)
{
    struct row row = {.rows = rows, .syntax = syntax, .cells = cells};
    struct deal *deal = &row.deal;
    struct tally *tally = &rows->reading->tally;
    deal->line = line;
    tally->rows_read++;
    if (!read_order_year(&row) ||
        !read_count(&row, ROLE_ORDERED, ROLE_ORDERED_ESTIMATED, &deal->ordered,
                    &deal->ordered_estimated) ||
        !read_count(&row, ROLE_ITEMS, ROLE_ITEMS_ESTIMATED, &deal->delivered,
                    &deal->delivered_estimated) ||
        !read_years(&row) || !read_amounts(&row))
        return true;
    read_texts(&row);
    if (torn)
        tally_repair(tally, REMARK_REJOINED, line, deal->comment);
    return deal_rows_take(rows, deal, err);
}
