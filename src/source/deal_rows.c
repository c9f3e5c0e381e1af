/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/deal_rows.h"

#include <stdio.h>

/* Of an order's number; above them stands the file. */
#define FILE_BITS 40

void deal_rows_init(struct deal_rows *rows, struct reading *reading,
                    struct names *names, struct flow_sink sink)
{
    *rows = (struct deal_rows){
        .reading = reading,
        .names = names,
        .sink = sink,
        .quantity = reading->quantity,
    };
    const struct source_quantity *first = &reading->source->quantities[0];
    if (rows->quantity == QUANTITY_OWN)
        rows->quantity = first->quantity;
    rows->amount = reading->options.orders ? first->quantity : rows->quantity;
    if (reading->options.orders) {
        reading->unit = first->unit;
        reading->half_width = first->half_width;
    }
    rows->by_order = rows->quantity == QUANTITY_ORDERED ||
                     rows->quantity == QUANTITY_PENDING ||
                     rows->quantity == QUANTITY_DEALS;
}

static bool fault(struct deal_rows *rows, enum row_fault fault,
                  const struct deal *deal, struct str text)
{
    tally_fault(&rows->reading->tally, fault, deal->line, text);
    return false;
}

static void remark(struct deal_rows *rows, enum remark remark,
                   const struct deal *deal, struct str text)
{
    tally_remark(&rows->reading->tally, remark, deal->line, text);
}

static bool is_delivered(const struct deal *deal)
{
    return deal->year_count > 0 || deal->delivered > 0 || deal->value > 0;
}

static bool check_years(struct deal_rows *rows, const struct deal *deal)
{
    const struct reading *reading = rows->reading;
    struct period range = reading->scope.declared;
    int generated = reading->generated.year;
    if (is_delivered(deal) && !deal->year_count &&
        !reading->scope.without_years)
        return fault(rows, FAULT_YEAR, deal, STR(""));
    for (size_t i = 0; i < deal->year_count; i++) {
        int year = deal->years[i];
        char text[16];
        if ((!range.from || period_has(range, year)) &&
            (!generated || year <= generated))
            continue;
        snprintf(text, sizeof text, "%d", year);
        return fault(rows, FAULT_YEAR_RANGE, deal, str_from(text));
    }
    return true;
}

static bool check_names(struct deal_rows *rows, const struct deal *deal)
{
    if (!deal->supplier.len)
        return fault(rows, FAULT_NAME, deal, deal->recipient);
    return deal->recipient.len || fault(rows, FAULT_NAME, deal, deal->supplier);
}

/* Whether the file tells all deliveries of the deal: those outside of the years
 * that it selects are not in it. */
static bool tells_all(const struct deal_rows *rows, const struct deal *deal)
{
    const struct reading *reading = rows->reading;
    struct period range = reading->scope.declared;
    if (!range.from || rows->whole_contract)
        return true;
    return deal->order_year >= range.from && reading->generated.year &&
           range.to >= release_at(reading->generated) - 1;
}

static int64_t pending_of(const struct deal_rows *rows, const struct deal *deal)
{
    bool unknown = is_delivered(deal) && deal->delivered < 0;
    if (deal->ordered < 0 || unknown || !tells_all(rows, deal))
        return -1;
    int64_t delivered = deal->delivered > 0 ? deal->delivered : 0;
    return deal->ordered > delivered ? deal->ordered - delivered : 0;
}

static bool asks_pending(const struct deal_rows *rows)
{
    return rows->reading->options.orders || rows->quantity == QUANTITY_PENDING;
}

static uint32_t intern(struct map *map, struct str text)
{
    return text.len ? map_intern(map, text) : NAME_NONE;
}

static struct flow describe(struct deal_rows *rows, const struct deal *deal)
{
    const struct reading *reading = rows->reading;
    struct names *names = rows->names;
    struct flow flow = flow_unknown(reading->unit, reading->measure);
    flow.supplier = map_intern(&names->places, deal->supplier);
    flow.recipient = map_intern(&names->places, deal->recipient);
    flow.designation = intern(&names->designations, deal->designation);
    flow.description = intern(&names->descriptions, deal->description);
    flow.category = intern(&names->categories, deal->category);
    flow.deal = intern(&names->deals, deal->id);
    flow.condition = deal->condition;
    flow.local_production = deal->local_production;
    flow.order_year = deal->order_year;
    flow.order_year_estimated = deal->order_year_estimated;
    flow.items = deal->delivered;
    flow.items_estimated = deal->delivered_estimated;
    flow.year_estimated = deal->years_estimated;
    flow.unit_value = deal->unit_value;
    flow.half_width = reading->half_width;
    flow.line = deal->line;
    if (deal->year_count)
        flow.year = deal->years[deal->year_count - 1];
    return flow;
}

/* A printed 0 of something delivered is more than nothing. */
static void set_volume(struct flow *flow, const struct deal *deal)
{
    flow->value = deal->value;
    if (deal->value == 0 && flow->half_width > 0)
        flow->cell = CELL_BELOW_HALF;
}

static void set_pieces(struct flow *flow, int64_t pieces)
{
    flow->value = pieces < 0 ? -1 : (amount)pieces * AMOUNT_ONE;
}

static void set_amount(struct deal_rows *rows, struct flow *flow,
                       const struct deal *deal)
{
    switch (rows->amount) {
    case QUANTITY_TIV:
        set_volume(flow, deal);
        break;
    case QUANTITY_ORDERED:
        set_pieces(flow, deal->ordered);
        break;
    case QUANTITY_PENDING:
        set_pieces(flow, flow->order->pending);
        break;
    case QUANTITY_DEALS:
        set_pieces(flow, 1);
        break;
    default:
        set_pieces(flow, deal->delivered);
    }
    if (flow->value >= 0)
        return;
    flow->value = 0;
    flow->cell = CELL_NOT_REPORTED;
    remark(rows, REMARK_NO_AMOUNT, deal, STR(""));
}

/* What is counted by order is of its year. */
static bool set_order_year(const struct deal_rows *rows, struct flow *flow,
                           enum aside *aside)
{
    struct period range = rows->reading->scope.declared;
    flow->year = flow->order_year;
    flow->year_estimated = flow->order_year_estimated;
    if (rows->quantity == QUANTITY_ORDERED)
        flow->items_estimated = flow->order->ordered_estimated;
    *aside = flow->year ? ASIDE_OUTSIDE : ASIDE_UNDATED;
    return flow->year && (!range.from || period_has(range, flow->year));
}

/* Whether the question counts this deal; if not, why. */
static bool is_counted(const struct deal_rows *rows, const struct deal *deal,
                       struct flow *flow, enum aside *aside)
{
    bool every = rows->reading->options.orders;
    *aside = ASIDE_DELIVERED;
    if (rows->quantity == QUANTITY_PENDING && flow->order->pending == 0)
        return false;
    if (every)
        return true;
    *aside = ASIDE_PENDING;
    return rows->by_order ? set_order_year(rows, flow, aside)
                          : is_delivered(deal);
}

/* Each year gets the same; what does not divide goes to the last one. */
static bool push_split(struct deal_rows *rows, const struct deal *deal,
                       const struct flow *whole, struct err *err)
{
    amount count = (amount)deal->year_count;
    bool even = whole->items >= 0 && whole->items % (int64_t)count == 0;
    if (deal->ranged)
        remark(rows, REMARK_RANGES, deal, deal->supplier);
    for (size_t i = 0; i < deal->year_count; i++) {
        struct flow flow = *whole;
        amount others = i + 1 < deal->year_count ? 1 : 0;
        flow.year = deal->years[i];
        flow.items = even ? whole->items / (int64_t)count : -1;
        flow.value = others ? whole->value / count
                            : whole->value - whole->value / count * (count - 1);
        flow.half_width = others ? whole->half_width / count
                                 : whole->half_width -
                                       whole->half_width / count * (count - 1);
        if (!rows->sink.take(rows->sink.context, &flow, err))
            return false;
    }
    return true;
}

static bool push(struct deal_rows *rows, const struct deal *deal,
                 const struct flow *flow, struct err *err)
{
    struct scope *scope = &rows->reading->scope;
    if (rows->by_order || deal->year_count < 2)
        return rows->sink.take(rows->sink.context, flow, err);
    if (!rows->reading->options.even_split) {
        scope->undivided_years = true;
        return rows->sink.take(rows->sink.context, flow, err);
    }
    scope->split_evenly = true;
    return push_split(rows, deal, flow, err);
}

static void see_years(struct deal_rows *rows, const struct deal *deal,
                      const struct flow *flow)
{
    struct reading *reading = rows->reading;
    for (size_t i = 0; i < deal->year_count; i++)
        source_see_year(reading, deal->years[i]);
    if (rows->by_order && flow->order_year)
        source_see_year(reading, flow->order_year);
    if (deal->order_year && deal->year_count &&
        deal->years[0] < deal->order_year)
        remark(rows, REMARK_EARLY_DELIVERY, deal, deal->supplier);
    reading->estimates |= deal->years_estimated != TRI_UNKNOWN;
}

bool deal_rows_take(struct deal_rows *rows, const struct deal *deal,
                    struct err *err)
{
    struct tally *tally = &rows->reading->tally;
    enum aside aside;
    if (!check_names(rows, deal) || !check_years(rows, deal))
        return true;
    struct flow_order order = {
        .number = (uint64_t)rows->reading->file_number << FILE_BITS |
                  tally->rows_read,
        .ordered = deal->ordered,
        .ordered_estimated = deal->ordered_estimated,
        .pending = pending_of(rows, deal),
        .value = deal->order_value,
        .years = deal->years,
        .year_count = deal->year_count,
        .comment = deal->comment,
    };
    struct flow flow = describe(rows, deal);
    flow.order = &order;
    if (!is_counted(rows, deal, &flow, &aside)) {
        tally->asides[aside]++;
        return true;
    }
    if (order.pending > 0 && !rows->whole_contract && asks_pending(rows) &&
        rows->reading->scope.supplier.extent == SCOPE_UNKNOWN)
        remark(rows, REMARK_OPEN_RANGE, deal, deal->supplier);
    see_years(rows, deal, &flow);
    tally->rows_used++;
    if (rows->reading->options.orders && !is_delivered(deal))
        flow.cell = CELL_NONE;
    else
        set_amount(rows, &flow, deal);
    return push(rows, deal, &flow, err);
}
