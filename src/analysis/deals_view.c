/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/deals_view.h"

#include "analysis/view_parts.h"
#include "base/buf.h"

#define ESTIMATED "?"
#define NO_MARK "\u00a0" /* as wide, so that figures stand under each other */
#define YEARS_BYTES ((size_t)4000)

/* Columns of the view. */
struct places {
    size_t order, supplier, recipient, weapon, ordered, delivered, pending,
        years, amount;
};

static size_t add_column(struct result *result, enum kind kind, size_t width,
                         const char *head)
{
    size_t gap = result->view.column_count ? 2 : 0;
    return parts_column(result, kind, width, gap,
                        (struct heads){{NULL, NULL, head}, head});
}

/* A column of short texts, which never wraps while others can. */
static size_t add_short(struct result *result, size_t width, const char *head)
{
    size_t at = add_column(result, KIND_TEXT, width, head);
    result->view.columns[at].flexible = false;
    return at;
}

bool deals_tell_orders(const struct deals_list *list)
{
    for (size_t i = 0; i < list->orders.count; i++) {
        if (list->orders.items[i].ordered >= 0)
            return true;
    }
    return false;
}

bool deals_count_items(const struct study *study)
{
    return study->cube->unit == UNIT_ITEMS;
}

/* A column of numbers, with a mark behind them that is as good as a blank. */
static size_t add_marked(struct result *result, size_t width,
                         struct heads heads)
{
    size_t at = parts_column(result, KIND_TEXT, width, 2, heads);
    result->view.columns[at].align = ALIGN_RIGHT;
    result->view.columns[at].flexible = false;
    return at;
}

/* Where there are three of them, their heads take two lines. */
static void add_numbers(struct result *result, struct places *at)
{
    at->ordered = add_marked(
        result, 7, (struct heads){{NULL, NULL, "Ordered"}, "Ordered"});
    at->delivered = add_marked(
        result, 7, (struct heads){{NULL, "De-", "livered"}, "Delivered"});
    at->pending = add_marked(result, 5,
                             (struct heads){{NULL, "Pend-", "ing"}, "Pending"});
}

static void add_columns(struct result *result, const struct deals_list *list,
                        struct places *at)
{
    const struct sides *sides = &list->sides;
    *at = (struct places){NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN,
                          NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN};
    at->order = add_short(result, 5, "Order");
    if (!sides->supplier.one)
        at->supplier = add_column(result, KIND_TEXT, 11, "Supplier");
    if (!sides->recipient.one)
        at->recipient = add_column(result, KIND_TEXT, 11, "Recipient");
    at->weapon = add_column(result, KIND_TEXT, 14, "Weapon");
    if (deals_tell_orders(list))
        add_numbers(result, at);
    else
        at->delivered = add_marked(
            result, 9, (struct heads){{NULL, NULL, "Delivered"}, "Delivered"});
    at->years = add_short(result, 8, "Years");
    if (!deals_count_items(list->study))
        at->amount = add_column(result, KIND_AMOUNT, 6,
                                unit_short(list->study->cube->unit));
}

/* "K-9 155mm, self-propelled gun"; the source ends some designations in
 * " -". */
static struct value weapon_value(struct arena *arena, const struct names *names,
                                 const struct flow *row)
{
    struct str type = names_text(&names->designations, row->designation);
    struct str what = names_text(&names->descriptions, row->description);
    if (str_ends(type, STR(" -")))
        type.len -= 2;
    if (!type.len || !what.len || str_eq(type, what))
        return value_text(type.len ? type : what);
    return value_word(
        arena_printf(arena, "%.*s, %.*s", STR_ARG(type), STR_ARG(what)));
}

static struct value order_year_value(struct arena *arena,
                                     const struct order *order)
{
    if (!order->row->order_year)
        return value_null(REASON_NOT_REPORTED);
    return value_word(
        arena_printf(arena, "%d%s", order->row->order_year,
                     order->order_year_estimated == TRI_YES ? ESTIMATED : ""));
}

static struct value count_value(struct arena *arena, int64_t count,
                                enum tri estimated)
{
    char text[DECIMAL_TEXT];
    if (count < 0)
        return value_null(REASON_NOT_REPORTED);
    amount_whole(text, (amount)count * AMOUNT_ONE);
    return value_word(arena_printf(arena, "%s%s", text,
                                   estimated == TRI_YES ? ESTIMATED : NO_MARK));
}

/* Of two numbers; an order without a delivery has one. */
static enum tri pending_estimated(const struct order *order)
{
    bool open = order->items > 0 && order->items_estimated == TRI_YES;
    return open ? TRI_YES : order->ordered_estimated;
}

/* "2018–20, 2022" */
static struct value years_value(struct arena *arena, const struct order *order)
{
    struct buf buf;
    buf_init(&buf, YEARS_BYTES);
    for (size_t i = 0; i < order->year_count;) {
        struct period run = {order->years[i], order->years[i]};
        char text[PERIOD_TEXT];
        while (++i < order->year_count && order->years[i] == run.to + 1)
            run.to++;
        period_print(text, run);
        buf_printf(&buf, "%s%s", buf.len ? ", " : "", text);
    }
    if (buf.len && order->year_estimated == TRI_YES)
        buf_add_text(&buf, ESTIMATED);
    struct value value = value_text(arena_str(arena, buf_str(&buf)));
    buf_done(&buf);
    return value;
}

static bool is_estimated(const struct order *order)
{
    return order->order_year_estimated == TRI_YES ||
           order->ordered_estimated == TRI_YES ||
           order->items_estimated == TRI_YES ||
           order->year_estimated == TRI_YES;
}

static void add_order(struct result *result, const struct deals_list *list,
                      const struct places *at, const struct order *order)
{
    struct arena *arena = &result->arena;
    const struct names *names = list->study->names;
    const struct flow *row = order->row;
    struct value *cells = view_add_row(&result->view, arena, VIEW_ENTRY);
    cells[at->order] = order_year_value(arena, order);
    parts_put(cells, at->supplier,
              value_text(names_text(&names->places, row->supplier)));
    parts_put(cells, at->recipient,
              value_text(names_text(&names->places, row->recipient)));
    cells[at->weapon] = weapon_value(arena, names, row);
    parts_put(cells, at->ordered,
              count_value(arena, order->ordered, order->ordered_estimated));
    cells[at->delivered] =
        count_value(arena, order->items, order->items_estimated);
    parts_put(cells, at->pending,
              count_value(arena, order->pending, pending_estimated(order)));
    cells[at->years] = years_value(arena, order);
    parts_put(cells, at->amount,
              row->cell == CELL_NONE ? value_null(REASON_NO_RECORD)
              : order->value < 0     ? value_null(REASON_NOT_REPORTED)
                                     : value_amount(order->value));
}

/* Of a number of pieces; one that is not known makes the sum unknown. */
static void add_count(int64_t *sum, int64_t count)
{
    if (*sum < 0 || count < 0 || __builtin_add_overflow(*sum, count, sum))
        *sum = -1;
}

/* The amount of all orders from one on, what is not reported counts as
 * nothing; pieces where they are of one weapon. */
static void add_sum(struct result *result, const struct deals_list *list,
                    const struct places *at, enum view_role role, size_t first,
                    const char *label)
{
    struct arena *arena = &result->arena;
    struct value *cells = view_add_row(&result->view, arena, role);
    int64_t ordered = 0, delivered = 0, pending = 0;
    amount sum = 0;
    for (size_t i = first; i < list->orders.count; i++) {
        const struct order *order = &list->orders.items[i];
        sum += order->value > 0 ? order->value : 0;
        add_count(&ordered, order->ordered);
        add_count(&delivered, order->items);
        add_count(&pending, order->pending);
    }
    cells[at->weapon] = value_word(label);
    parts_put(cells, at->amount, value_amount(sum));
    if (!deals_tell_orders(list) || !list->question->asked->weapon.count)
        return;
    cells[at->ordered] = count_value(arena, ordered, TRI_NO);
    cells[at->delivered] = count_value(arena, delivered, TRI_NO);
    cells[at->pending] = count_value(arena, pending, TRI_NO);
}

static void add_sums(struct result *result, const struct deals_list *list,
                     const struct places *at)
{
    struct arena *arena = &result->arena;
    size_t count = list->orders.count;
    if (list->listed < count)
        add_sum(result, list, at, VIEW_OTHERS, list->listed,
                parts_others(arena, count - list->listed));
    if (count)
        add_sum(
            result, list, at, VIEW_TOTAL, 0,
            arena_printf(arena, "%zu order%s", count, count == 1 ? "" : "s"));
    view_add_row(&result->view, arena, VIEW_RULE);
}

static void add_foot(struct result *result, const struct deals_list *list)
{
    bool marked = false;
    for (size_t i = 0; i < list->listed; i++)
        marked |= is_estimated(&list->orders.items[i]);
    if (marked)
        view_add_foot(&result->view, &result->arena,
                      "?: an estimate of the source; behind several years: at "
                      "least one of them.");
    parts_show_notes(result);
    view_add_foot(&result->view, &result->arena, "%s",
                  list->study->source_line);
}

void deals_view(struct result *result, const struct deals_list *list)
{
    const struct study *study = list->study;
    struct view *view = &result->view;
    struct places at;
    char years[PERIOD_TEXT];
    bool dated = period_length(list->periods.now) > 0;
    period_print(years, list->periods.now);
    view->title = arena_printf(
        &result->arena, "%s, by order%s%s%s", sides_title(&list->sides, study),
        dated ? ", " : "", dated ? years : "",
        list->periods.clipped ? " (covered years only)" : "");
    view->unit_line = unit_line(study->cube->unit, MEASURE_DELIVERY);
    add_columns(result, list, &at);
    for (size_t i = 0; i < list->listed; i++)
        add_order(result, list, &at, &list->orders.items[i]);
    add_sums(result, list, &at);
    add_foot(result, list);
}
