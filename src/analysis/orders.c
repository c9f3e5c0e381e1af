/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/orders.h"

#include <stdlib.h>

#include "base/mem.h"

/* A delivery with the texts that put it in order. */
struct delivery {
    const struct flow *row;
    struct str deal;
    struct str supplier;
    struct str recipient;
    struct str designation;
    struct str description;
    struct str category;
};

static struct delivery delivery_of(const struct flow *row,
                                   const struct names *names)
{
    return (struct delivery){
        .row = row,
        .deal = names_text(&names->deals, row->deal),
        .supplier = names_text(&names->places, row->supplier),
        .recipient = names_text(&names->places, row->recipient),
        .designation = names_text(&names->designations, row->designation),
        .description = names_text(&names->descriptions, row->description),
        .category = names_text(&names->categories, row->category),
    };
}

static int compare(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

static bool is_number(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
    }
    return text.len > 0;
}

static struct str without_zeros(struct str digits)
{
    while (digits.len > 0 && digits.ptr[0] == '0')
        digits = str_skip(digits, 1);
    return digits;
}

/* Numbers by size, before all other texts. */
static int compare_deals(struct str a, struct str b)
{
    if (is_number(a) != is_number(b))
        return is_number(a) ? -1 : 1;
    if (is_number(a)) {
        struct str left = without_zeros(a);
        struct str right = without_zeros(b);
        if (left.len != right.len)
            return left.len < right.len ? -1 : 1;
        int order = str_cmp(left, right);
        if (order)
            return order;
    }
    return str_cmp(a, b);
}

/* Numbers of orders are those of their rows; without one it is 0. */
static uint64_t number_of(const struct flow *row)
{
    return row->order ? row->order->number : 0;
}

/* By what names the order; rows that are orders by themselves may share it. */
static int compare_names(const struct delivery *a, const struct delivery *b)
{
    int order = compare_deals(a->deal, b->deal);
    if (order || (a->deal.len && !a->row->order))
        return order;
    order = str_cmp(a->supplier, b->supplier);
    if (!order)
        order = str_cmp(a->recipient, b->recipient);
    if (!order)
        order = str_cmp(a->designation, b->designation);
    return order ? order : compare(a->row->order_year, b->row->order_year);
}

/* 0: of one order. */
static int compare_orders(const struct delivery *a, const struct delivery *b)
{
    int order = compare_names(a, b);
    return order ? order
                 : compare((int64_t)number_of(a->row),
                           (int64_t)number_of(b->row));
}

/* By order, then by year; the rest only so that shuffled rows stay what they
 * are. */
static int delivery_order(const void *left, const void *right)
{
    const struct delivery *a = left;
    const struct delivery *b = right;
    int order = compare_orders(a, b);
    if (!order)
        order = compare(a->row->year, b->row->year);
    if (!order)
        order = str_cmp(a->designation, b->designation);
    if (!order)
        order = str_cmp(a->description, b->description);
    if (!order)
        order = str_cmp(a->category, b->category);
    if (!order)
        order = str_cmp(a->supplier, b->supplier);
    return order ? order : str_cmp(a->recipient, b->recipient);
}

static enum tri agreed(enum tri a, enum tri b)
{
    return a == b ? a : TRI_UNKNOWN;
}

static enum tri any_yes(enum tri a, enum tri b)
{
    return a == TRI_YES || b == TRI_YES ? TRI_YES : agreed(a, b);
}

static void start_order(struct order *order, const struct flow *row)
{
    *order = (struct order){
        .row = row,
        .condition = row->condition,
        .local_production = row->local_production,
        .order_year_estimated = row->order_year_estimated,
        .items_estimated = row->items_estimated,
        .year_estimated = row->year_estimated,
        .unit_value = row->unit_value,
        .ordered = row->order ? row->order->ordered : -1,
        .ordered_estimated =
            row->order ? row->order->ordered_estimated : TRI_UNKNOWN,
        .pending = row->order ? row->order->pending : -1,
        .ordered_value = row->order ? row->order->value : -1,
        .comment = row->order ? row->order->comment : STR(""),
    };
}

/* A missing number makes the sum unknown, whatever the others say. */
static void add_delivery(struct order *order, const struct flow *row)
{
    if (order->condition != row->condition)
        order->condition = CONDITION_UNKNOWN;
    if (order->unit_value != row->unit_value)
        order->unit_value = -1;
    order->local_production =
        agreed(order->local_production, row->local_production);
    order->order_year_estimated =
        agreed(order->order_year_estimated, row->order_year_estimated);
    order->items_estimated =
        any_yes(order->items_estimated, row->items_estimated);
    order->year_estimated = any_yes(order->year_estimated, row->year_estimated);
    if (row->cell == CELL_NONE)
        return; /* nothing delivered */
    if (row->items < 0 || order->items < 0 ||
        __builtin_add_overflow(order->items, row->items, &order->items))
        order->items = -1;
    if (row->cell == CELL_NOT_REPORTED || order->value < 0 ||
        !amount_add(&order->value, row->value))
        order->value = -1;
}

static size_t collect_years(int *years, const struct delivery *deliveries,
                            size_t count)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        int year = deliveries[i].row->year;
        if (!found || years[found - 1] != year)
            years[found++] = year;
    }
    return found;
}

static size_t order_length(const struct delivery *deliveries, size_t count)
{
    size_t length = 1;
    while (length < count &&
           compare_orders(&deliveries[0], &deliveries[length]) == 0)
        length++;
    return length;
}

/* An order with the texts that put it in the list. */
struct listed {
    struct order order;
    struct delivery texts;
};

/* Its flags and condition as one number. */
static int64_t marks_of(const struct order *order)
{
    const enum tri flags[] = {order->order_year_estimated,
                              order->ordered_estimated, order->items_estimated,
                              order->year_estimated, order->local_production};
    int64_t marks = order->condition;
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++)
        marks = marks * 4 + (flags[i] - TRI_UNKNOWN);
    return marks;
}

/* So that orders of the same names stand in the same order however the rows
 * of the file are. */
static int compare_contents(const struct order *a, const struct order *b)
{
    int order = compare((int64_t)a->year_count, (int64_t)b->year_count);
    for (size_t i = 0; !order && i < a->year_count; i++)
        order = compare(a->years[i], b->years[i]);
    if (!order)
        order = compare(a->ordered, b->ordered);
    if (!order)
        order = compare(a->items, b->items);
    if (!order)
        order = (a->value > b->value) - (a->value < b->value);
    if (!order)
        order = (a->ordered_value > b->ordered_value) -
                (a->ordered_value < b->ordered_value);
    if (!order)
        order = str_cmp(a->comment, b->comment);
    return order ? order : compare(marks_of(a), marks_of(b));
}

/* Newest first, those without a year last. */
static int list_order(const void *left, const void *right)
{
    const struct listed *a = left;
    const struct listed *b = right;
    int order = compare(b->order.row->order_year, a->order.row->order_year);
    if (!order)
        order = compare_deals(a->texts.deal, b->texts.deal);
    if (!order)
        order = str_cmp(a->texts.designation, b->texts.designation);
    if (!order)
        order = compare_names(&a->texts, &b->texts);
    if (!order)
        order = str_cmp(a->texts.description, b->texts.description);
    if (!order)
        order = compare_contents(&a->order, &b->order);
    return order ? order : compare_orders(&a->texts, &b->texts);
}

static size_t join_deliveries(struct listed *listed, struct arena *arena,
                              const struct delivery *deliveries, size_t count)
{
    size_t orders = 0;
    for (size_t i = 0; i < count;) {
        size_t length = order_length(&deliveries[i], count - i);
        struct order *order = &listed[orders].order;
        int *years = arena_alloc(arena, length, sizeof *years);
        start_order(order, deliveries[i].row);
        for (size_t j = 0; j < length; j++)
            add_delivery(order, deliveries[i + j].row);
        order->years = years;
        order->year_count = collect_years(years, &deliveries[i], length);
        if (length == 1 && order->row->order) { /* all of them in one row */
            order->years = order->row->order->years;
            order->year_count = order->row->order->year_count;
        }
        listed[orders++].texts = deliveries[i];
        i += length;
    }
    return orders;
}

/* An order without a delivery is of no year; all years have it. */
static bool is_asked(const struct flow *row, const struct study *study,
                     struct period period, bool by_order)
{
    struct period covered = study->scope.covered;
    bool all = !period_length(covered) ||
               (period.from == covered.from && period.to == covered.to);
    if (row->order && all)
        return true;
    return period_has(period, by_order ? row->order_year : row->year);
}

void orders_build(struct orders *orders, const struct study *study,
                  struct period period)
{
    const struct deals *deals = study->deals;
    bool by_order = study->cube->measure == MEASURE_ORDER ||
                    study->cube->measure == MEASURE_PENDING;
    struct delivery *deliveries = mem_alloc(deals->len, sizeof *deliveries);
    struct listed *listed = mem_alloc(deals->len, sizeof *listed);
    size_t count = 0;
    for (size_t i = 0; i < deals->len; i++) {
        if (is_asked(&deals->rows[i], study, period, by_order))
            deliveries[count++] = delivery_of(&deals->rows[i], study->names);
    }
    qsort(deliveries, count, sizeof *deliveries, delivery_order);
    count = join_deliveries(listed, study->arena, deliveries, count);
    qsort(listed, count, sizeof *listed, list_order);
    struct order *items = arena_alloc(study->arena, count + 1, sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = listed[i].order;
    *orders = (struct orders){items, count};
    mem_free(listed);
    mem_free(deliveries);
}
