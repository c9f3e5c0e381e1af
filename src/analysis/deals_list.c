/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/deals_list.h"

#include "analysis/deals_view.h"
#include "analysis/view_parts.h"
#include "base/buf.h"

/* The columns, in the order in which they are written. */
enum deal_column {
    D_RELEASE_YEAR,
    D_DEAL_ID,
    D_SUPPLIER,
    D_SUPPLIER_ISO3,
    D_RECIPIENT,
    D_RECIPIENT_ISO3,
    D_DESCRIPTION,
    D_DESIGNATION,
    D_CATEGORY,
    D_CONDITION,
    D_ORDER_YEAR,
    D_ORDER_YEAR_ESTIMATED,
    D_ORDERED,
    D_ORDERED_ESTIMATED,
    D_DELIVERED,
    D_DELIVERED_ESTIMATED,
    D_PENDING,
    D_DELIVERY_YEARS,
    D_TIV_UNIT,
    D_TIV_ORDERED,
    D_TIV_DELIVERED,
    D_LOCAL_PRODUCTION,
    D_COMMENT,
    D_COUNT,
};

static const struct column columns[D_COUNT] = {
    {"release_year", KIND_YEAR, "", "year of the release (SIPRI: of March)"},
    {"deal_id", KIND_TEXT, "", "the source's number of the deal"},
    {"supplier", KIND_TEXT, "", "supplier as the source names it"},
    {"supplier_iso3", KIND_TEXT, "", "its ISO 3166-1 code"},
    {"recipient", KIND_TEXT, "", "recipient as the source names it"},
    {"recipient_iso3", KIND_TEXT, "", "its ISO 3166-1 code"},
    {"description", KIND_TEXT, "", "kind of weapon"},
    {"designation", KIND_TEXT, "", "type of weapon, as the source writes it"},
    {"category", KIND_TEXT, "", "the source's category"},
    {"condition", KIND_TEXT, "", "new, second_hand or modernized"},
    {"order_year", KIND_YEAR, "", "year of the order"},
    {"order_year_estimated", KIND_FLAG, "", "that year is an estimate"},
    {"ordered", KIND_COUNT, "items", "number ordered"},
    {"ordered_estimated", KIND_FLAG, "", "that number is an estimate"},
    {"delivered", KIND_COUNT, "items", "number delivered in these years"},
    {"delivered_estimated", KIND_FLAG, "", "part of it is an estimate"},
    {"pending", KIND_COUNT, "items", "number ordered and not delivered"},
    {"delivery_years", KIND_TEXT, "", "years with a delivery"},
    {"tiv_unit", KIND_AMOUNT, "unit", "amount of one item"},
    {"tiv_ordered", KIND_AMOUNT, "unit", "amount of the number ordered"},
    {"tiv_delivered", KIND_AMOUNT, "unit", "amount delivered in these years"},
    {"local_production", KIND_FLAG, "", "partly made by the recipient"},
    {"comment", KIND_TEXT, "", "the source's comment"},
};

static struct value flag_value(enum tri flag)
{
    return flag == TRI_UNKNOWN ? value_null(REASON_NOT_REPORTED)
                               : value_integer(flag == TRI_YES);
}

static struct value given_amount(amount value)
{
    return value < 0 ? value_null(REASON_NOT_REPORTED) : value_amount(value);
}

/* "2019;2020;2022" */
static struct value years_value(struct arena *arena, const struct order *order)
{
    struct buf buf;
    buf_init(&buf, order->year_count * sizeof "2019;");
    for (size_t i = 0; i < order->year_count; i++)
        buf_printf(&buf, "%s%d", i ? ";" : "", order->years[i]);
    struct value value = value_text(arena_str(arena, buf_str(&buf)));
    buf_done(&buf);
    return value;
}

static void fill_what(struct value *cells, const struct names *names,
                      const struct order *order)
{
    const struct flow *row = order->row;
    struct str supplier = names_text(&names->places, row->supplier);
    struct str recipient = names_text(&names->places, row->recipient);
    cells[D_DEAL_ID] = value_text(names_text(&names->deals, row->deal));
    cells[D_SUPPLIER] = value_text(supplier);
    cells[D_SUPPLIER_ISO3] = value_text(study_iso3(supplier));
    cells[D_RECIPIENT] = value_text(recipient);
    cells[D_RECIPIENT_ISO3] = value_text(study_iso3(recipient));
    cells[D_DESCRIPTION] =
        value_text(names_text(&names->descriptions, row->description));
    cells[D_DESIGNATION] =
        value_text(names_text(&names->designations, row->designation));
    cells[D_CATEGORY] =
        value_text(names_text(&names->categories, row->category));
    cells[D_CONDITION] = value_word(condition_word(order->condition));
}

static struct value given_count(int64_t count)
{
    return count < 0 ? value_null(REASON_NOT_REPORTED) : value_integer(count);
}

/* What only a layout with one row a deal has. */
static void fill_order(struct value *cells, const struct order *order)
{
    static const size_t not_held[] = {D_ORDERED, D_ORDERED_ESTIMATED, D_PENDING,
                                      D_TIV_ORDERED, D_COMMENT};
    for (size_t i = 0; i < sizeof not_held / sizeof not_held[0]; i++)
        cells[not_held[i]] = value_null(REASON_NOT_IN_LAYOUT);
    if (!order->row->order)
        return;
    cells[D_ORDERED] = given_count(order->ordered);
    cells[D_ORDERED_ESTIMATED] = flag_value(order->ordered_estimated);
    cells[D_PENDING] = given_count(order->pending);
    cells[D_TIV_ORDERED] = given_amount(order->ordered_value);
    cells[D_COMMENT] = value_text(order->comment);
}

static void fill_row(struct result *result, const struct study *study,
                     const struct order *order)
{
    static const size_t amounts[] = {D_TIV_UNIT, D_TIV_ORDERED,
                                     D_TIV_DELIVERED};
    struct value *cells = result_add_row(result);
    if (study->release_year)
        cells[D_RELEASE_YEAR] = value_integer(study->release_year);
    fill_what(cells, study->names, order);
    cells[D_ORDER_YEAR] = order->row->order_year
                              ? value_integer(order->row->order_year)
                              : value_null(REASON_NOT_REPORTED);
    cells[D_ORDER_YEAR_ESTIMATED] = flag_value(order->order_year_estimated);
    cells[D_DELIVERED] = given_count(order->items);
    cells[D_DELIVERED_ESTIMATED] = flag_value(order->items_estimated);
    cells[D_DELIVERY_YEARS] = years_value(&result->arena, order);
    cells[D_TIV_UNIT] = given_amount(order->unit_value);
    cells[D_TIV_DELIVERED] = given_amount(order->value);
    cells[D_LOCAL_PRODUCTION] = flag_value(order->local_production);
    fill_order(cells, order);
    for (size_t i = 0; deals_count_items(study) && i < 3; i++)
        cells[amounts[i]] = value_null(REASON_NOT_IN_LAYOUT);
}

/* An order is listed whole, so it is of no part of its years. */
static bool check_whole(const struct deals_list *list, struct err *err)
{
    struct period covered = list->study->scope.covered;
    struct period asked = period_resolve(list->question->years, covered, 0);
    char years[PERIOD_TEXT];
    if (!list->study->scope.undivided_years ||
        (asked.from == covered.from && asked.to == covered.to))
        return true;
    period_print(years, asked);
    return err_set(
        err, ERR_REQUEST,
        "deliveries of %s cannot be told apart from others: the data "
        "have one row a deal, whose deliveries are not divided by "
        "year; --measure deals (or ordered, or pending) takes "
        "--years as the years of the orders",
        years);
}

bool deals_check(const struct study *study, struct err *err)
{
    return (study->deals && deals_name_orders(study->deals)) ||
           err_set(err, ERR_REQUEST,
                   "the data hold totals, not single orders; a trade register "
                   "does (armstats datasets --download-help)");
}

static bool build(struct deals_list *list, struct err *err)
{
    const struct study *study = list->study;
    if (!deals_check(study, err) || !check_whole(list, err) ||
        !question_periods(list->question, study, 0, &list->periods, err) ||
        !sides_of(&list->sides, study, list->question, err))
        return false;
    orders_build(&list->orders, study, list->periods.now);
    list->listed = list->question->top < list->orders.count
                       ? list->question->top
                       : list->orders.count;
    return true;
}

static bool lacks_pending(const struct orders *orders)
{
    for (size_t i = 0; i < orders->count; i++) {
        if (orders->items[i].row->order && orders->items[i].pending < 0)
            return true;
    }
    return false;
}

static void add_notes(struct result *result, const struct deals_list *list)
{
    struct periods periods = {.now = list->periods.now,
                              .clipped = list->periods.clipped};
    parts_note_periods(result, &periods);
    if (!list->orders.count) {
        parts_note_nothing(result, list->study);
        return;
    }
    if (!deals_tell_orders(list))
        result_add_note(result,
                        "This layout lists deliveries only; numbers ordered "
                        "and pending are in SIPRI's register with one row a "
                        "deal.");
    else if (lacks_pending(&list->orders))
        result_add_note(result,
                        "Pending is not given where the number ordered is not "
                        "known, or where the file does not tell all "
                        "deliveries of an order.");
}

static bool is_estimated(const struct order *order)
{
    return order->order_year_estimated == TRI_YES ||
           order->ordered_estimated == TRI_YES ||
           order->items_estimated == TRI_YES ||
           order->year_estimated == TRI_YES;
}

/* "27 orders, 5 of them with pending deliveries, 12 with an estimate" */
static const char *summary(struct arena *arena, const struct deals_list *list)
{
    size_t pending = 0, estimated = 0, count = list->orders.count;
    for (size_t i = 0; i < count; i++) {
        pending += list->orders.items[i].pending > 0;
        estimated += is_estimated(&list->orders.items[i]);
    }
    const char *open =
        deals_tell_orders(list)
            ? arena_printf(arena, ", %zu with pending deliveries", pending)
            : "";
    return arena_printf(arena, "%zu order%s%s, %zu with an estimate", count,
                        count == 1 ? "" : "s", open, estimated);
}

struct study deals_study(const struct study *study, struct cube *none)
{
    struct study own = *study;
    cube_init(none, 0);
    if (own.cube)
        return own;
    own.cube = none;
    none->unit = study->deals && study->deals->len ? study->deals->rows[0].unit
                                                   : UNIT_TIV_MILLION;
    return own;
}

struct result *deals_result(const struct study *study,
                            const struct question *question, struct err *err)
{
    struct cube none;
    struct study own = deals_study(study, &none);
    struct deals_list list = {.study = &own, .question = question};
    if (!build(&list, err))
        return NULL;
    struct result *result = result_new("deals");
    result_add_columns(result, columns, D_COUNT, unit_word(own.cube->unit));
    for (size_t i = 0; i < list.listed; i++)
        fill_row(result, &own, &list.orders.items[i]);
    result->listed = result->row_count;
    result->provenance.universe = summary(&result->arena, &list);
    add_notes(result, &list);
    deals_view(result, &list);
    return result;
}
